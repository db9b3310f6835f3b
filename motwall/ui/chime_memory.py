"""Whether a sound tells that time is up, from one day to the next; the program keeps it."""

from typing import Protocol


class ChimeMemory(Protocol):
    """Keeps whether a facilitator wants the chime."""

    is_chiming: bool


class ForgottenChime:
    """Remembers until the program ends; silent at first."""

    def __init__(self) -> None:
        """Be silent."""
        self.is_chiming = False
