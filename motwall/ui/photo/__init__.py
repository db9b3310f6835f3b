"""Notes from a photo of a paper wall: a box round each paper note makes a note of it."""
