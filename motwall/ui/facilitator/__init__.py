"""The facilitator's side: what to say and do, and what of it the room is shown."""
