"""The side panel: this moment, and the planning form."""
