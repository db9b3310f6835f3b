"""Where nobody has looked yet."""
