"""The rows of a wall and what they are called.

The first row has no record: it is there on every wall, and its notes have no `row_id`. So its title
and whose journey it shows are fields of the wall itself, `row_title` and `customer`.
"""

from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.order import rows_in_order
from motwall.model.records import Row
from motwall.model.store import Store

#: More further rows than this nobody can compare, and no screen can show.
MAX_ROWS = 12


class RowName(NamedTuple):
    """A row as it is shown: `name` is never empty, `customer` is empty where the name says it."""

    row_id: str | None
    name: str
    customer: str


def has_rows(store: Store) -> bool:
    """Whether the wall has more than the one row that every wall has."""
    return store.count(Row) > 0


def row_names(store: Store) -> list[RowName]:
    """All rows from the top; on a wall without Row records that is the first one alone."""
    wall = store.wall
    everyone = translate("Wall", "Everyone")
    found = [_named(None, wall.row_title, wall.customer, everyone)]
    for number, row in enumerate(rows_in_order(store), start=2):
        unnamed = translate("Wall", "Row {number}").format(number=number)
        found.append(_named(row.id, row.title, row.customer, unnamed))
    return found


def _named(row_id: str | None, title: str, customer: str, unnamed: str) -> RowName:
    name = title or customer or unnamed
    return RowName(row_id, name, customer if customer != name else "")
