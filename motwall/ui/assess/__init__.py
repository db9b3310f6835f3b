"""Judging one moment at a time: its parts are the same for a team and for one person alone."""
