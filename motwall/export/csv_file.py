"""Moments, or actions, as CSV for spreadsheets (docs/format.md, CSV).

What such a file can carry comes back the same; it is far from everything.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from pathlib import Path

from motwall.export.files import write_whole
from motwall.model.action_plan import actions_by_owner
from motwall.model.order import actions_of, all_moments, contact_types, ideas_of, steps_in_order
from motwall.model.priorities import shortlisted
from motwall.model.records import ContactType, Moment, PlannedAction, Stage, Step
from motwall.model.rows import row_names
from motwall.model.store import Store

#: The columns of the place of a moment, which every row of it repeats.
_PLACE = ("stage", "step number", "step", "row", "moment", "contact type")
_ONCE = (
    "tick", "priority", "ranking", "description", "issue", "expectation", "today", "ultimate"
)  # fmt: skip
_MOMENT_COLUMNS = (*_PLACE, *_ONCE, "idea", "action", "owner", "due")
_ACTION_COLUMNS = (
    *_PLACE, "action", "owner", "due", "state", "size", "from ranking", "to ranking", "done on",
    "checked on",
)  # fmt: skip
#: What a spreadsheet takes for the beginning of a formula, full-width forms too; and the mark
#: itself, so that a text that begins with one keeps it when marks are taken away again.
_RISKY = tuple("=+-@\t\r'\uff1d\uff0b\uff0d\uff20")
_MARK = "'"
_LINE_END = "\r\n"
#: Stands for the words of a note that has none, so that what hangs on it has a place.
_NO_WORDS = "…"

#: A row by the names of its columns; what is not there is empty.
CsvRow = Mapping[str, str]


def write_csv_moments(
    store: Store, path: Path, *, has_names: bool = True, is_forced: bool = False
) -> None:
    """Write all moments with their ideas and actions: a row each, or more for more than one.

    Args:
        store: The wall.
        path: Where the file is wanted.
        has_names: Who does an action is told.
        is_forced: An existing file is replaced.

    Raises:
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The folder is gone, the disk full, the place read-only or out of reach.
    """
    rows = moment_rows(store, has_names=has_names)
    _write(path, _MOMENT_COLUMNS, rows, is_forced=is_forced)


def write_csv_actions(
    store: Store, path: Path, *, has_names: bool = True, is_forced: bool = False
) -> None:
    """Write all actions, by owner and date; arguments and errors as for the moments."""
    rows = action_rows(store, has_names=has_names)
    _write(path, _ACTION_COLUMNS, rows, is_forced=is_forced)


def csv_text(columns: Sequence[str], rows: Iterable[CsvRow]) -> str:
    """The text of a file: commas between cells, CRLF after rows (RFC 4180).

    Every cell that is not empty stands in quotation marks: there are spreadsheets that leave those
    as they are, and make numbers and dates of others.
    """
    lines = [",".join(columns)]
    lines += [",".join(_cell(row.get(name, "")) for name in columns) for row in rows]
    return "".join(line + _LINE_END for line in lines)


def moment_rows(store: Store, *, has_names: bool = True) -> Iterator[CsvRow]:
    """The rows of all moments in the order of the wall, unsorted ones last."""
    places = _Places(store)
    priorities = {one.id: place for place, one in enumerate(shortlisted(store), start=1)}
    for moment in all_moments(store):
        place = places.of(moment)
        once = _once(moment, priorities.get(moment.id))
        ideas = [one.text for one in ideas_of(store, moment.id)]
        actions = [_action(one, has_names=has_names) for one in actions_of(store, moment.id)]
        hanging = list(zip_longest(ideas, actions)) or [(None, None)]
        for number, (idea, action) in enumerate(hanging):
            yield {
                **place,
                **({} if number else once),
                "idea": idea or "",
                **(action or {}),
            }


def action_rows(store: Store, *, has_names: bool = True) -> Iterator[CsvRow]:
    """The rows of all actions: owners by name, nobody's last; of each by date."""
    places = _Places(store)
    for _, actions in actions_by_owner(store):
        for one in actions:
            yield {
                **places.of(store.get(Moment, one.moment_id)),
                **_action(one, has_names=has_names),
                "state": one.state.value,
                "size": one.size.value,
                "from ranking": one.from_rating.value if one.from_rating else "",
                "to ranking": one.to_rating.value if one.to_rating else "",
                "done on": one.done_on.isoformat() if one.done_on else "",
                "checked on": one.checked_on.isoformat() if one.checked_on else "",
            }


class _Places:
    """Where moments are, in words that lead there again."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._numbers = {one.id: place for place, one in enumerate(steps_in_order(store), start=1)}
        # The first row is that of whatever wall the file comes to.
        self._rows = {one.row_id: one.name if one.row_id else "" for one in row_names(store)}
        self._types = _type_names(store)

    def of(self, moment: Moment) -> dict[str, str]:
        """The cells that the rows of a moment share."""
        step = self._store.find(Step, moment.step_id)
        stage = self._store.find(Stage, step.stage_id) if step else None
        return {
            "stage": stage.title if stage else "",
            "step number": str(self._numbers[step.id]) if step else "",
            "step": step.title if step else "",
            "row": self._rows[moment.row_id] if step else "",
            "moment": _words(moment),
            "contact type": self._types.get(moment.contact_type_id or "", ""),
        }


def _type_names(store: Store) -> dict[str, str]:
    """What leads to each contact type: its name, or its code where the name is not its own."""
    types = contact_types(store)
    taken = Counter(one.name.casefold() for one in types) + Counter(
        one.code.casefold() for one in types
    )
    return {one.id: _type_name(one, taken) for one in types}


def _type_name(one: ContactType, taken: Mapping[str, int]) -> str:
    name = one.name.strip()
    return name if name and taken[one.name.casefold()] == 1 else one.code


def _words(moment: Moment) -> str:
    """The words of a note; a moment without would belong to the one above."""
    return next((one for one in (moment.text, moment.prompt) if one.strip()), _NO_WORDS)


def _once(moment: Moment, priority: int | None) -> dict[str, str]:
    return {
        "tick": "yes" if moment.is_ticked else "",
        "priority": str(priority) if priority else "",
        "ranking": moment.rating.value if moment.rating else "",
        "description": moment.description,
        "issue": moment.issue,
        "expectation": moment.expectation,
        "today": moment.today,
        "ultimate": moment.ultimate,
    }


def _action(one: PlannedAction, *, has_names: bool) -> dict[str, str]:
    owner = one.owner if has_names else ""
    return {
        # Of an action without words at least the owner and the day are told.
        "action": one.text if one.text.strip() else _NO_WORDS,
        "owner": owner,
        "due": one.due.isoformat() if one.due else "",
    }


def _cell(text: str) -> str:
    if not text:
        return ""
    guarded = _MARK + text if text.startswith(_RISKY) else text
    return '"' + guarded.replace('"', '""') + '"'


def _write(path: Path, columns: Sequence[str], rows: Iterable[CsvRow], *, is_forced: bool) -> None:
    # With its mark: without, spreadsheets read UTF-8 as something else.
    data = csv_text(columns, rows).encode("utf-8-sig")

    def write(temporary: Path) -> None:
        temporary.write_bytes(data)

    write_whole(path, write, is_forced=is_forced)
