"""The order of the action plan: by owner, or where nobody is named by the month things are due."""

import unicodedata
from datetime import date
from itertools import groupby

from motwall.model.order import all_moments
from motwall.model.records import PlannedAction
from motwall.model.store import Store


def actions_by_owner(store: Store) -> list[tuple[str, list[PlannedAction]]]:
    """The actions of each owner: owners by name, the unnamed last; actions by date, undated last.

    Names that differ in case or in spaces around them only are one owner.
    """
    dated = _by_date(store)
    ordered = sorted(dated, key=lambda one: (not _owner_key(one), _owner_key(one)))
    groups = [list(group) for _, group in groupby(ordered, key=_owner_key)]
    return [(group[0].owner.strip(), group) for group in groups]


def actions_by_month(store: Store) -> list[tuple[date | None, list[PlannedAction]]]:
    """The actions due in each month, by its first day; those without a date last, under None."""
    by_month = groupby(_by_date(store), key=lambda one: one.due.replace(day=1) if one.due else None)
    return [(month, list(group)) for month, group in by_month]


def _by_date(store: Store) -> list[PlannedAction]:
    """All actions by date, the undated last; those of one day in the order of the wall."""
    places = {moment.id: place for place, moment in enumerate(all_moments(store))}

    def order(action: PlannedAction) -> tuple[bool, date, int, int, str]:
        due = action.due or date.max
        return action.due is None, due, places[action.moment_id], action.rank, action.id

    return sorted(store.all(PlannedAction), key=order)


def _owner_key(action: PlannedAction) -> str:
    return unicodedata.normalize("NFKD", action.owner.strip()).casefold()
