"""What is still missing on a wall, counted: for the room and, all of it, for the facilitator."""

from collections.abc import Callable
from enum import Enum, auto

from motwall.i18n import translate
from motwall.model.action_list import is_ownerless
from motwall.model.phases import Phase
from motwall.model.priorities import priorities
from motwall.model.records import Moment, PlannedAction
from motwall.model.store import Store


class Missing(Enum):
    """What a note, a priority or an action may lack, in the order of the workshop."""

    TYPE = auto()
    FACE = auto()
    OWNER = auto()


#: The phase in which a room works on it.
_PHASES = {
    Missing.TYPE: Phase.COLOUR,
    Missing.FACE: Phase.ASSESS,
    Missing.OWNER: Phase.IDEAS_AND_ACTIONS,
}


def missing(store: Store) -> dict[Missing, int]:
    """How many lack what; nothing is listed that is complete."""
    counts = {one: _COUNTS[one](store) for one in Missing}
    return {one: count for one, count in counts.items() if count}


def missing_words(one: Missing, count: int) -> str:
    """Such as "6 notes without a type"."""
    if one is Missing.TYPE:
        return translate("Missing", "%n note(s) without a type", count=count)
    if one is Missing.FACE:
        return translate("Missing", "%n priorit(y|ies) without a rating", count=count)
    return translate("Missing", "%n action(s) without an owner", count=count)


def missing_in(store: Store, phase: Phase) -> str:
    """The words for what a phase is there to complete; "" if nothing is missing, or nobody asks."""
    one = next((each for each, at in _PHASES.items() if at is phase), None)
    count = _COUNTS[one](store) if one is not None else 0
    return missing_words(one, count) if one is not None and count else ""


def _untyped(store: Store) -> int:
    return len(store.referring(Moment, "contact_type_id", None))


def _unrated(store: Store) -> int:
    return sum(1 for one in priorities(store) if one.rating is None)


def _ownerless(store: Store) -> int:
    return sum(1 for one in store.all(PlannedAction) if is_ownerless(one))


_COUNTS: dict[Missing, Callable[[Store], int]] = {
    Missing.TYPE: _untyped,
    Missing.FACE: _unrated,
    Missing.OWNER: _ownerless,
}
