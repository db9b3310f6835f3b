"""The wall as immutable records, and every rule about them: pure Python, no Qt, no file."""
