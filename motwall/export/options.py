"""What can be chosen for a PDF; apart from `pdf`, so that asking costs no reportlab."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Paper(StrEnum):
    """The paper to print on."""

    A4 = "a4"
    LETTER = "letter"
    A3 = "a3"


class Pages(StrEnum):
    """The parts of a PDF; LADDERS are those with the measures, left out where there are none."""

    FORM = "form"
    WALL = "wall"
    ACTIONS = "actions"
    LADDERS = "ladders"


class Rows(StrEnum):
    """Which moments the planning form lists.

    FILLED leaves out those with nothing beside their text: no description, issue, rating, action.
    """

    ALL = "all"
    FILLED = "filled"


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfOptions:
    """What a PDF holds and how it looks.

    Attributes:
        made_on: The day that footers name and the file is dated; equal input gives equal bytes.
        pages: The parts in the order they are wanted.
        paper: For all pages.
        rows: Of the planning form.
        is_ink_saver: White notes, colour in the strips only.
        language: Of the file, as in RFC 5646.
    """

    made_on: date
    pages: tuple[Pages, ...] = tuple(Pages)
    paper: Paper = Paper.A4
    rows: Rows = Rows.ALL
    is_ink_saver: bool = True
    language: str = "en"
