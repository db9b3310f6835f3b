"""The card that merges another copy of the wall into this one."""
