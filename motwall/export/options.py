"""What can be chosen for handouts; apart from `pdf`, so that asking costs no reportlab."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from motwall.model.clean_text import LINE_LIMIT, clean_text
from motwall.model.pictures import NO_PICTURES


class Paper(StrEnum):
    """The paper to print on."""

    A4 = "a4"
    LETTER = "letter"
    A3 = "a3"
    TABLOID = "tabloid"


class Pages(StrEnum):
    """The kinds of pages, in the order in which they come in a whole handout.

    Some have no pages where there is nothing to show, or nothing for an edition.
    """

    COVER = "cover"
    WALL = "wall"
    FORM = "form"
    PRIORITIES = "priorities"
    ACTIONS = "actions"
    STAFF = "staff"
    LADDERS = "ladders"
    SHOP = "shop"
    GRID = "grid"
    NOTES = "notes"
    CUTOUTS = "cutouts"
    GUIDE = "guide"
    PACK = "pack"


#: What a handout is made of until somebody chooses.
USUAL_PAGES = (Pages.COVER, Pages.WALL, Pages.FORM, Pages.PRIORITIES, Pages.ACTIONS)


class Edition(StrEnum):
    """Who gets a handout: answers, notes and results are for the facilitator only."""

    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"


class WallAs(StrEnum):
    """How the wall is brought onto paper.

    FIT puts all of it on one page, however small that is; POSTER tiles it over sheets that are
    joined; LINES, which reads best, takes one page while all can be read there, and else breaks the
    rows into pages as a text is broken into lines.
    """

    FIT = "fit"
    POSTER = "poster"
    LINES = "lines"


class Rows(StrEnum):
    """Which moments the planning form lists.

    FILLED leaves out those with nothing beside their text: no description, issue, rating, action.
    BLANK is the form to be filled in by hand, with a prompt in each column.
    """

    ALL = "all"
    FILLED = "filled"
    BLANK = "blank"


@dataclass(frozen=True, slots=True, kw_only=True)
class Branding:
    """Whose handout it is: of advisers who hand them out, and of businesses.

    Attributes:
        logo: A PNG re-encoded by Qt (`paint/logo.py` does), b"" for none.
        strapline: One line below the name.
        contact: One line: address, telephone, site.
    """

    logo: bytes = b""
    strapline: str = ""
    contact: str = ""

    def cleaned(self) -> "Branding":
        """The same with texts as they may be kept and printed: one line, no longer than a title."""
        return replace(self, strapline=_line(self.strapline), contact=_line(self.contact))


def _line(text: str) -> str:
    return clean_text(text, LINE_LIMIT, one_line=True).text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfOptions:
    """What a PDF holds and how it looks.

    Attributes:
        made_on: The day that footers name and the file is dated: that of the wall's last change.
            Equal input gives equal bytes.
        pages: The kinds of pages in the order they are wanted.
        edition: Who gets it.
        paper: For all pages.
        wall_as: How the wall is brought onto paper.
        sheets_across: How many sheets wide a poster is; 0 for as many as its words need to be
            readable.
        rows: Of the planning form.
        is_ink_saver: White notes, colour in the strips only.
        is_fillable: What is blank can be filled in on a screen, too.
        has_names: Owners, people of a session and whoever said something are named.
        branding: For the cover, and the foot of every page.
        language: Of the file, as in RFC 5646.
        pictures: The bytes of the photos on notes, by digest; notes whose photo is not among them
            are drawn without.
    """

    made_on: date
    pages: tuple[Pages, ...] = tuple(Pages)
    edition: Edition = Edition.FACILITATOR
    paper: Paper = Paper.A4
    wall_as: WallAs = WallAs.LINES
    sheets_across: int = 0
    rows: Rows = Rows.ALL
    is_ink_saver: bool = True
    is_fillable: bool = False
    has_names: bool = True
    branding: Branding = Branding()
    language: str = "en"
    pictures: Mapping[str, bytes] = field(default_factory=lambda: NO_PICTURES, repr=False)
