"""The room votes on what matters most."""
