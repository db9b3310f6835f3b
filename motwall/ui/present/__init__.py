"""The wall and its priorities for reading from afar."""
