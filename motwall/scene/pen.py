"""What is in hand to colour notes with."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pen:
    """A pen in hand; None as the type is the eraser."""

    contact_type_id: str | None
