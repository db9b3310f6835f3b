"""One moment for several kinds of customer: who they are, and which notes are the same moment.

What one customer calls magical leaves another cold: they expect different things. So the moment
has a note in the row of each kind of customer (`edits/customers.py` makes them).
"""

from motwall.model.finding import folded
from motwall.model.order import row_places
from motwall.model.records import Moment
from motwall.model.rows import RowName, row_names
from motwall.model.store import Store


def customer_name(store: Store, row_id: str | None) -> str:
    """Whose moments are in a row (None is the first); never empty."""
    row = next(one for one in row_names(store) if one.row_id == row_id)
    return row.customer or row.name


def versions(store: Store, moment: Moment) -> list[Moment]:
    """A moment and those of its step that say the same in other rows, from the top row.

    Of several in one row the uppermost counts; in its own row that is the moment itself.
    """
    if moment.step_id is None:
        return [moment]
    words = _words(moment)
    found = {moment.row_id: moment}
    neighbours = store.referring(Moment, "step_id", moment.step_id)
    for one in sorted(neighbours, key=lambda each: (each.rank, each.id)):
        if words and _words(one) == words:
            found.setdefault(one.row_id, one)
    places = row_places(store)
    return sorted(found.values(), key=lambda one: places[one.row_id])


def rows_without(store: Store, moment: Moment) -> list[RowName]:
    """The rows in which there is no version of a moment yet; none for an unsorted one."""
    if moment.step_id is None:
        return []
    taken = {one.row_id for one in versions(store, moment)}
    return [one for one in row_names(store) if one.row_id not in taken]


def _words(moment: Moment) -> str:
    return folded(moment.text or moment.prompt)
