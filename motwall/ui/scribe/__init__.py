"""One typist takes down what the room says."""
