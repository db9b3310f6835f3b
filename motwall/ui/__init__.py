"""Windows and panels: what stands around the wall."""
