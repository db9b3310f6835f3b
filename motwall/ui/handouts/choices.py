"""What is chosen on the export sheet, and how that is kept for the next time."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeVar

from motwall.export.options import (
    USUAL_PAGES,
    Branding,
    Edition,
    Pages,
    Paper,
    PdfOptions,
    Rows,
    WallAs,
)
from motwall.i18n import translate

_E = TypeVar("_E", bound=StrEnum)
#: How many sheets wide a poster can be asked to be; 0 is for as many as it takes.
ACROSS = (0, 2, 3, 4, 5, 6)
#: For so many walls choices are kept.
_MOST_WALLS = 24
#: What a team takes home from a workshop: its results, not what its leader needs.
AGREED_PAGES = (Pages.COVER, Pages.WALL, Pages.PRIORITIES, Pages.ACTIONS)


class Output(StrEnum):
    """What can be made of a wall; the value is also the name of what is made."""

    PDF = "pdf"
    PRINT = "print"
    PNG = "png"
    SVG = "svg"
    XLSX = "xlsx"
    MOMENTS = "moments"
    ACTIONS = "actions"
    MARKDOWN = "markdown"
    JSON = "json"
    CALENDAR = "calendar"
    LINES = "lines"
    TABLE = "table"

    @property
    def suffix(self) -> str:
        """The ending of the file, without the dot; "" where none is made."""
        return _SUFFIXES.get(self, "")


_SUFFIXES = {
    **{one: one.value for one in (Output.PDF, Output.PNG, Output.SVG, Output.XLSX, Output.JSON)},
    Output.MOMENTS: "csv",
    Output.ACTIONS: "csv",
    Output.MARKDOWN: "md",
    Output.CALENDAR: "ics",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutChoices:
    """All that can be chosen for a PDF but whose it is; see `PdfOptions`."""

    pages: tuple[Pages, ...] = AGREED_PAGES
    edition: Edition = Edition.FACILITATOR
    paper: Paper = Paper.A4
    wall_as: WallAs = WallAs.LINES
    sheets_across: int = 0
    rows: Rows = Rows.ALL
    is_ink_saver: bool = True
    is_fillable: bool = False
    has_names: bool = True

    def options(self, made_on: date, branding: Branding) -> PdfOptions:
        """The same for the exporter."""
        return PdfOptions(
            made_on=made_on,
            pages=self.pages,
            edition=self.edition,
            paper=self.paper,
            wall_as=self.wall_as,
            sheets_across=self.sheets_across,
            rows=self.rows,
            is_ink_saver=self.is_ink_saver,
            is_fillable=self.is_fillable,
            has_names=self.has_names,
            branding=branding,
        )


class HandoutMemory(Protocol):
    """Keeps what was chosen, from one day to the next."""

    def handout_choices(self, wall_id: str) -> str:
        """What was kept last for a wall, else for any; "" at first."""

    def keep_handout_choices(self, wall_id: str, text: str) -> None:
        """Keep this for a wall."""

    def export_folder(self) -> str:
        """Where the last file went; "" at first."""

    def keep_export_folder(self, folder: str) -> None:
        """One went here."""

    def load_branding(self) -> Branding:
        """Whose handouts they are."""

    def save_branding(self, branding: Branding) -> None:
        """Keep that.

        Raises:
            WallFileError: The logo cannot be written.
        """


class ForgottenHandouts:
    """Remembers until the program ends."""

    def __init__(self) -> None:
        """Know nothing."""
        self._texts: dict[str, str] = {}
        self._folder = ""
        self._branding = Branding()

    def handout_choices(self, wall_id: str) -> str:
        """See `HandoutMemory`."""
        return kept_for(self._texts, wall_id)

    def keep_handout_choices(self, wall_id: str, text: str) -> None:
        """See `HandoutMemory`."""
        self._texts = with_kept(self._texts, wall_id, text)

    def export_folder(self) -> str:
        """See `HandoutMemory`."""
        return self._folder

    def keep_export_folder(self, folder: str) -> None:
        """See `HandoutMemory`."""
        self._folder = folder

    def load_branding(self) -> Branding:
        """See `HandoutMemory`."""
        return self._branding

    def save_branding(self, branding: Branding) -> None:
        """See `HandoutMemory`."""
        self._branding = branding


def kept_for(texts: Mapping[str, str], wall_id: str) -> str:
    """What was kept for a wall, else what was kept last (see `with_kept`); "" for nothing."""
    return texts.get(wall_id) or next(reversed([*texts.values()]), "")


def with_kept(texts: Mapping[str, str], wall_id: str, text: str) -> dict[str, str]:
    """The same with a text of a wall as the last one; of the oldest walls nothing is kept."""
    others = [(one, kept) for one, kept in texts.items() if one != wall_id]
    return dict([*others, (wall_id, text)][-_MOST_WALLS:])


def text_of(choices: HandoutChoices) -> str:
    """The choices as a line of JSON."""
    plain = {name: getattr(choices, name) for name in HandoutChoices.__dataclass_fields__}
    return json.dumps(plain)


def choices_of(text: str) -> HandoutChoices:
    """What a line of JSON says; whatever of it makes no sense is as it is at first."""
    try:
        plain = json.loads(text)
    except ValueError:
        return HandoutChoices()
    if not isinstance(plain, dict):
        return HandoutChoices()
    usual = HandoutChoices()
    names = plain.get("pages")
    pages = [one for one in Pages if one in names] if isinstance(names, list) else usual.pages
    across = plain.get("sheets_across")
    return replace(
        usual,
        pages=tuple(pages) or usual.pages,
        edition=_one_of(Edition, plain.get("edition"), usual.edition),
        paper=_one_of(Paper, plain.get("paper"), usual.paper),
        wall_as=_one_of(WallAs, plain.get("wall_as"), usual.wall_as),
        sheets_across=across if isinstance(across, int) and across in ACROSS else 0,
        rows=_one_of(Rows, plain.get("rows"), usual.rows),
        **{
            name: bool(plain.get(name, getattr(usual, name)))
            for name in ("is_ink_saver", "is_fillable", "has_names")
        },
    )


def _one_of(kind: type[_E], value: object, usual: _E) -> _E:
    return kind(value) if isinstance(value, str) and value in set(kind) else usual


class HandoutSet(NamedTuple):
    """Choices that go together, under a name.

    Attributes:
        name: On its button.
        about: What it is for, in a sentence.
        changes: What it decides; paper, ink and names stay as they are.
    """

    name: str
    about: str
    changes: dict[str, object]

    def chosen(self, choices: HandoutChoices) -> HandoutChoices:
        """Those choices, changed to what the set is."""
        return replace(choices, **self.changes)  # type: ignore[arg-type] # names of fields

    def fits(self, choices: HandoutChoices) -> bool:
        """The choices are what the set is."""
        return self.chosen(choices) == choices


def agreed_set() -> HandoutSet:
    """What a team takes home: the results, without what is for its leader alone."""
    return HandoutSet(
        translate("Handouts", "What we agreed"),
        translate("Handouts", "For the team: the wall, the priorities, who does what by when."),
        {
            "pages": AGREED_PAGES,
            "edition": Edition.FACILITATOR,
            "wall_as": WallAs.LINES,
            "has_names": True,
        },
    )


def handout_sets() -> list[HandoutSet]:
    """The named sets, in the order they are offered."""
    return [
        agreed_set(),
        HandoutSet(
            translate("Handouts", "Blank, for participants"),
            translate("Handouts", "The pack to work with: no results, no names."),
            {
                "pages": (Pages.COVER, Pages.WALL, Pages.PACK),
                "edition": Edition.PARTICIPANT,
                "wall_as": WallAs.LINES,
                "has_names": False,
            },
        ),
        HandoutSet(
            translate("Handouts", "All, for the facilitator"),
            translate(
                "Handouts", "Everything, with the script to lead by and the answers of the quiz."
            ),
            {
                "pages": (*USUAL_PAGES, Pages.STAFF, Pages.LADDERS, Pages.GUIDE),
                "edition": Edition.FACILITATOR,
                "wall_as": WallAs.LINES,
                "rows": Rows.ALL,
                "has_names": True,
            },
        ),
        HandoutSet(
            translate("Handouts", "Poster"),
            translate("Handouts", "The wall in large, on sheets to join."),
            {
                "pages": (Pages.WALL,),
                "edition": Edition.FACILITATOR,
                "wall_as": WallAs.POSTER,
            },
        ),
        HandoutSet(
            translate("Handouts", "Worksheets, blank"),
            translate("Handouts", "To fill in by hand: form, mystery shop, grid, notes."),
            {
                "pages": (Pages.FORM, Pages.SHOP, Pages.GRID, Pages.NOTES),
                "edition": Edition.PARTICIPANT,
                "rows": Rows.BLANK,
            },
        ),
    ]
