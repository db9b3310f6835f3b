"""What is in hand to colour notes with."""

from typing import NamedTuple


class Pen(NamedTuple):
    """A pen in hand; None as the type is the eraser."""

    contact_type_id: str | None
