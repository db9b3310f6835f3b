"""Possibilities: two full cards, one to collect ideas, one to sift them."""
