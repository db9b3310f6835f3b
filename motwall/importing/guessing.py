"""Guesses what the columns of a table mean, by their names and else by what is in them."""

import re
from collections.abc import Sequence

from motwall.importing.board_colours import hex_of
from motwall.importing.csv_plan import PRIORITY
from motwall.importing.mapping import SHARED, Mapping, Meaning
from motwall.importing.source_table import Cells, SourceTable
from motwall.importing.table import name_of
from motwall.model.palette import PALETTE

#: Names of columns, likeliest first. The exports of Miro and Mural are among them.
NAMES: dict[Meaning, tuple[str, ...]] = {
    Meaning.MOMENT: (
        "moment", "moment of truth", "touchpoint", "touch point", "point of contact",
        "sticky note", "sticky", "note", "text", "plain text", "content", "item", "title",
        "card title", "name", "summary", "contact",
    ),
    Meaning.STAGE: (
        "stage", "phase", "area", "frame", "frame title", "frametitle", "parent frame",
        "parent title", "parenttitle",
        "section", "group",
    ),
    Meaning.STEP: ("step", "process step", "activity", "customer action"),
    Meaning.STEP_NUMBER: ("step number", "step no", "step no."),
    Meaning.ROW: ("row", "swimlane", "swim lane", "persona", "customer type", "actor"),
    Meaning.CONTACT_TYPE: (
        "contact type", "type of contact", "channel", "medium", "contact", "pen",
    ),
    Meaning.COLOUR: (
        "colour", "color", "bg color", "bg colour", "background color", "background colour",
        "background", "fill color", "fill colour", "fillcolor", "sticky color", "note color",
    ),
    Meaning.RATING: (
        "ranking", "rating", "score", "feeling", "emotion", "sentiment", "experience",
    ),
    Meaning.TICK: ("tick", "ticked", "is ticked", "important", "star", "starred"),
    Meaning.PRIORITY: ("priority", "shortlist", "shortlist rank"),
    Meaning.DESCRIPTION: (
        "description", "details", "detail", "comment", "comments", "remark", "remarks", "notes",
    ),
    Meaning.ISSUE: ("issue", "problem", "issue or problem", "pain point", "pain points", "pain"),
    Meaning.EXPECTATION: ("expectation", "expectations", "customer expectation", "expected"),
    Meaning.TODAY: ("today", "what happens today", "current", "as is", "as-is", "reality"),
    Meaning.ULTIMATE: ("ultimate", "ideal", "to be", "to-be", "best possible", "magical moment"),
    Meaning.IDEA: (
        "idea", "ideas", "possibility", "possibilities", "opportunity", "opportunities",
    ),
    Meaning.ACTION: ("action", "actions", "planned action", "task", "to do", "todo", "next step"),
    Meaning.OWNER: ("owner", "who", "responsible", "assignee", "assigned to", "person"),
    Meaning.DUE: ("due", "due date", "when", "by when", "deadline", "date"),
    Meaning.X: ("x", "position x", "pos x", "positionx", "x position"),
    Meaning.Y: ("y", "position y", "pos y", "positiony", "y position"),
}  # fmt: skip
#: Rows that are looked at, and how many of a column's cells must agree.
_LOOKED_AT, _MOST = 200, 0.8
#: A block of one row has no heading of its own.
_LEAST_BLOCK = 2
_NUMBER = re.compile(r"[-+]?[0-9][0-9.,:/ -]*%?")
_RATINGS = frozenset({"miserable", "neutral", "magical"})


def guess(table: SourceTable) -> Mapping:
    """The likeliest mapping; without words for notes in sight, the first column has them."""
    if not table.rows:
        return Mapping(())
    has_header = _has_header(table)
    first = table.rows[0][1] if has_header else ()
    names = [name_of(first[n]) if n < len(first) else "" for n in range(table.width)]
    body = [cells for _, cells in table.rows[int(has_header) :]][:_LOOKED_AT]
    found = _by_name(names)
    for place in range(table.width):
        if place not in found.values():
            meaning = _by_content(_column(body, place))
            if meaning is not None:
                found.setdefault(meaning, place)
    priority = found.get(Meaning.PRIORITY)
    if priority is not None and not all(map(PRIORITY.fullmatch, _column(body, priority))):
        # "High" is no place, but says that it matters.
        del found[Meaning.PRIORITY]
        found.setdefault(Meaning.TICK, priority)
    if Meaning.MOMENT not in found:
        taken = set(found.values())
        free = [place for place in range(table.width) if place not in taken]
        found[Meaning.MOMENT] = _wordiest(body, free or list(range(table.width)))
    meanings = [SHARED] * table.width
    # The moment last: nothing may take its column.
    for meaning, place in sorted(found.items(), key=lambda one: one[0] is Meaning.MOMENT):
        meanings[place] = meaning
    return Mapping(tuple(meanings), has_header, not has_header and _has_headings(table))


def blocks_of(rows: Sequence[tuple[int, Cells]]) -> list[list[tuple[int, Cells]]]:
    """The rows in blocks, blank rows parting them."""
    blocks: list[list[tuple[int, Cells]]] = []
    last = None
    for number, cells in rows:
        if last is None or number > last + 1:
            blocks.append([])
        blocks[-1].append((number, cells))
        last = number
    return blocks


def _has_header(table: SourceTable) -> bool:
    """Whether the first row names columns: a known name, or words over what are no words."""
    (_, first), *below = table.rows
    known = {name for names in NAMES.values() for name in names}
    if not below or table.width == 1:
        return bool(below) and name_of(first[0]) in known
    if any(name_of(cell) in known for cell in first):
        return True
    named = [cell.strip() for cell in first]
    is_plain = all(named) and len(set(named)) == len(named) == table.width
    return is_plain and not any(_NUMBER.fullmatch(cell) for cell in named)


def _has_headings(table: SourceTable) -> bool:
    blocks = blocks_of(table.rows)
    return sum(len(one) >= _LEAST_BLOCK for one in blocks) > 1


def _by_name(names: Sequence[str]) -> dict[Meaning, int]:
    """The column of each meaning whose name is known; the likeliest name has it."""
    found: dict[Meaning, int] = {}
    for meaning, known in NAMES.items():
        places = [names.index(name) for name in known if name in names]
        free = [one for one in places if one not in found.values()]
        if free:
            found[meaning] = free[0]
    return found


def _by_content(cells: Sequence[str]) -> Meaning | None:
    """What a column without a known name surely holds."""
    if not cells:
        return None
    types = {word.casefold() for one in PALETTE for word in (one.code, one.name)}
    checks = {
        Meaning.COLOUR: lambda cell: hex_of(cell) is not None,
        Meaning.RATING: lambda cell: cell.casefold() in _RATINGS,
        Meaning.CONTACT_TYPE: lambda cell: cell.casefold() in types,
    }
    for meaning, is_one in checks.items():
        if sum(map(is_one, cells)) >= _MOST * len(cells):
            return meaning
    return None


def _wordiest(body: Sequence[Cells], places: Sequence[int]) -> int:
    """The column with the most letters that are no numbers; the first of equals."""

    def letters(place: int) -> int:
        return sum(len(c) for c in _column(body, place) if not _NUMBER.fullmatch(c))

    return max(places, key=lambda place: (letters(place), -place))


def _column(body: Sequence[Cells], place: int) -> list[str]:
    cells = [cells[place].strip() for cells in body if place < len(cells)]
    return [one for one in cells if one]
