"""The card of the questions about a moment, and the banks they are pulled from."""
