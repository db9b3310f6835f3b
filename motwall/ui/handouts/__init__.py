"""The export sheet beside the wall: what to print or save, and how it will look."""
