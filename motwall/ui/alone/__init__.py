"""The way of one person without a team: one question a screen, with the parts of `ui/assess`."""
