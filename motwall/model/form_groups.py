"""What the planning form lists under which heading: row by row, where a wall has several rows."""

from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.order import all_moments, timeline_moments, unsorted_moments
from motwall.model.priorities import in_form_order, priorities
from motwall.model.records import Moment
from motwall.model.rows import has_rows, row_names
from motwall.model.store import Store


class FormGroup(NamedTuple):
    """Moments under a heading: its words, and more about it; both "" where none is needed."""

    title: str
    detail: str
    moments: tuple[Moment, ...]


def form_groups(store: Store, *, has_priorities: bool = True) -> list[FormGroup]:
    """All moments, in groups that are not empty.

    Each row is a plan of its own: its priorities, then the rest of it in the order of time. The
    unsorted are in no row and come last. Without rows there is one group: priorities, the timeline,
    the unsorted.

    Args:
        store: The wall.
        has_priorities: False for those who are not told what was chosen: nothing comes first.
    """
    first = priorities(store) if has_priorities else []
    if has_rows(store):
        groups = _by_row(store, first)
    else:
        plain = in_form_order(store) if has_priorities else all_moments(store)
        groups = [FormGroup("", "", tuple(plain))]
    return [group for group in groups if group.moments]


def _by_row(store: Store, first: list[Moment]) -> list[FormGroup]:
    chosen = {one.id for one in first}
    placed = first + [one for one in timeline_moments(store) if one.id not in chosen]
    groups = []
    for row in row_names(store):
        own = [one for one in placed if one.step_id is not None and one.row_id == row.row_id]
        groups.append(FormGroup(row.name, row.customer, tuple(own)))
    loose = [one for one in first if one.step_id is None]
    loose += [one for one in unsorted_moments(store) if one.id not in chosen]
    return [*groups, FormGroup(translate("Wall", "Unsorted"), "", tuple(loose))]
