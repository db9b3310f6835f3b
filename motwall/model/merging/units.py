"""Fields that only make sense together, and what becomes of one of them in a merge."""

from collections.abc import Callable
from typing import Any, Final

from motwall.model.fields import rules_of
from motwall.model.records import (
    RECORD_TYPES,
    AgendaItem,
    Answer,
    Moment,
    Picture,
    PlannedAction,
    Record,
    Session,
    VoteRound,
)

#: The names of the fields of a unit; the first stands for all of them.
Unit = tuple[str, ...]
#: What a record holds in the fields of a unit.
Values = tuple[Any, ...]

PLACE: Final[Unit] = ("step_id", "row_id", "x", "y")
RATED: Final[Unit] = ("rating", "rated_on")
TICKED: Final[Unit] = ("is_ticked", "shortlist_rank")
_OPENED: Final[Unit] = ("opened_at", "closed_at")
_MERGED: Final[Unit] = ("merged",)
PHOTO: Final[Unit] = ("digest", "kind", "width", "height")
_RUN: Final[Unit] = ("is_over", "spent_s", "started_at")
_TOGETHER: dict[type[Record], tuple[Unit, ...]] = {
    Moment: (PLACE, RATED, TICKED),
    Session: (("next_on", "is_next_declined"), _OPENED),
    PlannedAction: (("state", "done_on", "checked_on"),),
    Answer: (("choice", "note"),),
    Picture: (PHOTO,),
    AgendaItem: (_RUN,),
    VoteRound: (_OPENED,),
}
#: Not for people to choose: the id stays, and a rank is nothing without those of the others.
_NO_UNITS = frozenset({"id", "rank"})


class _Nothing:
    """What a record without a common past holds in a field that has no default."""


_NOTHING: Final = _Nothing()


def units_of(record_type: type[Record]) -> tuple[Unit, ...]:
    """The units of a record type, in the order of its definition."""
    return _UNITS[record_type]


def _units(record_type: type[Record]) -> tuple[Unit, ...]:
    together = {name: unit for unit in _TOGETHER.get(record_type, ()) for name in unit}
    names = [name for name in rules_of(record_type) if name not in _NO_UNITS]
    return tuple(dict.fromkeys(together.get(name, (name,)) for name in names))


_UNITS = {one: _units(one) for one in RECORD_TYPES.values()}


def values(record: Record, unit: Unit) -> Values:
    """What a record holds in a unit."""
    return tuple(getattr(record, name) for name in unit)


def past_values(record: Record | None, record_type: type[Record], unit: Unit) -> Values:
    """What both copies began with; where nothing is known of that, the defaults.

    So a field that one copy left as it is on a new record gives way to what the other one says.
    """
    if record is not None:
        return values(record, unit)
    rules = [rules_of(record_type)[name] for name in unit]
    return tuple(_NOTHING if rule.is_required else rule.default for rule in rules)


def merged_values(unit: Unit, past: Values, mine: Values, theirs: Values) -> Values | None:
    """What a unit becomes; None if both copies changed it, each in its own way.

    What nobody cares to choose is settled here, the same whichever copy is called mine: where an
    unsorted note lies, the day of two equal ratings, the words of notes that meant the same.
    """
    if theirs in (past, mine):
        return mine
    if mine == past:
        return theirs
    settle = _SETTLED.get(unit)
    return settle(past, mine, theirs) if settle is not None else None


def _place(past: Values, mine: Values, theirs: Values) -> Values | None:
    """Only steps and rows are worth a question, not the spot of an unsorted note."""
    was, here, there = past[:2], mine[:2], theirs[:2]
    if there in (was, here):
        return mine
    return theirs if here == was else None


def _rated(_past: Values, mine: Values, theirs: Values) -> Values | None:
    """The later day of two equal ratings."""
    if mine[0] != theirs[0]:
        return None
    return (mine[0], max((one[1] for one in (mine, theirs) if one[1]), default=None))


def _ticked(past: Values, mine: Values, theirs: Values) -> Values | None:
    """Places on the shortlist are told apart later; here only whether there is one."""
    if mine[0] != theirs[0]:
        return None
    was, here, there = (one[1] is not None for one in (past, mine, theirs))
    return mine if here == there or here != was else theirs


def _merged(past: Values, mine: Values, theirs: Values) -> Values:
    """The words of both, without what either copy took away."""
    began, here, there = past[0], mine[0], theirs[0]
    kept = [one for one in here if one in there or one not in began]
    return ((*kept, *(one for one in there if one not in (*here, *began))),)


def _opened(_past: Values, mine: Values, theirs: Values) -> Values:
    """It was opened when it was opened first, and closed when it was closed last."""
    opened = [one[0] for one in (mine, theirs) if one[0]]
    closed = [one[1] for one in (mine, theirs) if one[1]]
    return (min(opened, default=None), max(closed, default=None))


def _run(_past: Values, mine: Values, theirs: Values) -> Values:
    """As far as the room got in either copy."""
    return max(mine, theirs, key=lambda one: (one[0], one[1], str(one[2] or "")))


_SETTLED: dict[Unit, Callable[[Values, Values, Values], Values | None]] = {
    PLACE: _place,
    RATED: _rated,
    TICKED: _ticked,
    _MERGED: _merged,
    _OPENED: _opened,
    _RUN: _run,
}
