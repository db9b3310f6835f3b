"""The card of what somebody saw of a moment at first hand."""
