"""What the columns of a table mean for a wall: guessed, shown, changed and remembered."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from motwall.i18n import translate
from motwall.importing.source_table import Cells, SourceTable
from motwall.importing.table import name_of


class Meaning(StrEnum):
    """What a column holds. The values are kept in settings."""

    MOMENT = "moment"
    STAGE = "stage"
    STEP = "step"
    STEP_NUMBER = "step_number"
    ROW = "row"
    CONTACT_TYPE = "contact_type"
    COLOUR = "colour"
    RATING = "rating"
    TICK = "tick"
    PRIORITY = "priority"
    DESCRIPTION = "description"
    ISSUE = "issue"
    EXPECTATION = "expectation"
    TODAY = "today"
    ULTIMATE = "ultimate"
    IDEA = "idea"
    ACTION = "action"
    OWNER = "owner"
    DUE = "due"
    X = "x"
    Y = "y"
    LEFT_OUT = "left_out"


def meaning_words(meaning: Meaning) -> str:
    """What a column of a meaning is called."""
    return {
        Meaning.MOMENT: translate("Meaning", "Words on the note"),
        Meaning.STAGE: translate("Meaning", "Stage"),
        Meaning.STEP: translate("Meaning", "Step"),
        Meaning.STEP_NUMBER: translate("Meaning", "Number of the step"),
        Meaning.ROW: translate("Meaning", "Row of the wall"),
        Meaning.CONTACT_TYPE: translate("Meaning", "Contact type"),
        Meaning.COLOUR: translate("Meaning", "Colour of the note"),
        Meaning.RATING: translate("Meaning", "Rating"),
        Meaning.TICK: translate("Meaning", "Tick"),
        Meaning.PRIORITY: translate("Meaning", "Place among the priorities"),
        Meaning.DESCRIPTION: translate("Meaning", "Description"),
        Meaning.ISSUE: translate("Meaning", "Issue"),
        Meaning.EXPECTATION: translate("Meaning", "Expectation"),
        Meaning.TODAY: translate("Meaning", "Today"),
        Meaning.ULTIMATE: translate("Meaning", "Ultimate"),
        Meaning.IDEA: translate("Meaning", "Idea"),
        Meaning.ACTION: translate("Meaning", "Action"),
        Meaning.OWNER: translate("Meaning", "Owner of the action"),
        Meaning.DUE: translate("Meaning", "Date of the action"),
        Meaning.X: translate("Meaning", "Place, left to right"),
        Meaning.Y: translate("Meaning", "Place, top to bottom"),
        Meaning.LEFT_OUT: translate("Meaning", "Leave out"),
    }[meaning]


#: Several columns may be left out; of all other meanings only one has each.
SHARED = Meaning.LEFT_OUT


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a table's columns mean.

    Attributes:
        meanings: One for each column.
        has_header: The first row names the columns.
        has_headings: The first row of each block, blocks being parted by blank rows, is the title
            of a stage: how boards come without a header.
    """

    meanings: tuple[Meaning, ...]
    has_header: bool = True
    has_headings: bool = False

    def place(self, meaning: Meaning) -> int | None:
        """The column that has a meaning, if one has."""
        return self.meanings.index(meaning) if meaning in self.meanings else None

    @property
    def has_places(self) -> bool:
        """The table says where on a board its notes were."""
        return Meaning.X in self.meanings and Meaning.Y in self.meanings

    def having(self, column: int, meaning: Meaning) -> "Mapping":
        """The same with another meaning for a column; no other column keeps that one."""
        meanings = [
            SHARED if one is meaning and one is not SHARED else one for one in self.meanings
        ]
        meanings[column] = meaning
        return Mapping(tuple(meanings), self.has_header, self.has_headings)


def signature(table: SourceTable) -> str:
    """A key for all tables with the same header, or as many columns of the same name."""
    first = table.rows[0][1] if table.rows else ()
    names = "\x1f".join(name_of(cell) for cell in first)
    digest = hashlib.sha256(names.encode("utf-8", "replace")).hexdigest()
    return f"import-{digest[:16]}"


def kept(mapping: Mapping) -> list[str]:
    """A mapping as words for the settings."""
    flags = [
        word
        for word, is_so in (("header", mapping.has_header), ("headings", mapping.has_headings))
        if is_so
    ]
    return [*mapping.meanings, *(f"+{one}" for one in flags)]


def remembered(words: Iterable[str], width: int) -> Mapping | None:
    """The mapping that was kept as these words; None if they make none for so many columns."""
    found = list(words)
    flags = {one for one in found if one.startswith("+")}
    names = [one for one in found if one not in flags]
    known = {one.value: one for one in Meaning}
    if len(names) != width or not set(names) <= known.keys() or not names:
        return None
    meanings = tuple(known[one] for one in names)
    used = [one for one in meanings if one is not SHARED]
    if len(set(used)) < len(used):
        return None
    return Mapping(meanings, "+header" in flags, "+headings" in flags)


def data_rows(table: SourceTable, mapping: Mapping) -> tuple[tuple[int, Cells], ...]:
    """The rows below the header."""
    return table.rows[1:] if mapping.has_header else table.rows


def column_names(table: SourceTable, mapping: Mapping) -> list[str]:
    """What the header calls the columns; "" for those without a name."""
    first = table.rows[0][1] if table.rows and mapping.has_header else ()
    return [first[place].strip() if place < len(first) else "" for place in range(table.width)]
