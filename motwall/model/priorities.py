"""Which moments come first: the one rule that wall, panel, form and handouts use.

The method asks for the 3 to 5 most important moments; its own example shows 8 ticks. So ticks and
the shortlist are two things, and ticks never vanish.
"""

from motwall.model.order import all_moments, in_wall_order
from motwall.model.patch import Patch
from motwall.model.records import Moment, Record
from motwall.model.store import Store

FEWEST = 3
MOST = 5


def ticked(store: Store) -> list[Moment]:
    """The ticked moments in the order of the wall."""
    return in_wall_order(store, (one.id for one in store.referring(Moment, "is_ticked", True)))


def shortlisted(store: Store) -> list[Moment]:
    """The moments picked from the ticked ones, in the order they were picked."""
    marked = store.referring(Moment, "is_ticked", True)
    chosen = [(one.shortlist_rank, one.id, one) for one in marked if one.shortlist_rank]
    return [moment for _, _, moment in sorted(chosen, key=lambda each: each[:2])]


def priorities(store: Store) -> list[Moment]:
    """The moments to work on, most important first.

    The shortlisted in their order; if none is, the ticked ones as long as there are at most 5.
    Above that the answer is empty: `must_choose` says that the room has to pick.
    """
    chosen = shortlisted(store)
    if chosen:
        return chosen
    marked = ticked(store)
    return marked if len(marked) <= MOST else []


def must_choose(store: Store) -> bool:
    """Whether more than 5 are ticked and none is shortlisted yet."""
    return len(ticked(store)) > MOST and not shortlisted(store)


def to_assess(store: Store) -> list[Moment]:
    """The moments to judge one after the other: the priorities, else all that are ticked."""
    return priorities(store) or ticked(store)


def brought_choice(store: Store, patch: Patch) -> bool:
    """Whether a patch that the store just took ticked one more than 5: from now on, choose.

    From then on a click on a ticked note means another thing, which is worth a sentence.
    """
    gained = sum(_is_ticked(one.after) - _is_ticked(one.before) for one in patch)
    return must_choose(store) and len(ticked(store)) - gained <= MOST


def _is_ticked(record: Record | None) -> bool:
    return isinstance(record, Moment) and record.is_ticked


def in_form_order(store: Store) -> list[Moment]:
    """All moments as the planning form lists them: priorities, the timeline, the unsorted."""
    first = priorities(store)
    chosen = {one.id for one in first}
    return first + [one for one in all_moments(store) if one.id not in chosen]
