"""The end of a workshop: what was agreed, and when the team meets again."""
