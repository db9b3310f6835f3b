"""The memory of a wall: its sessions, then and now, what happened, the wall as it was."""
