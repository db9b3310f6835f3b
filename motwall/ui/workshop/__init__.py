"""A workshop that goes on: its plan, its clock, the end of a part."""
