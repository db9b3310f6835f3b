"""The wall as text for the clipboard."""

from datetime import date

from motwall.model.clock import SystemClock
from motwall.model.list_columns import FIRST_COLUMNS, ListColumn
from motwall.model.list_table import moments_as_rows, notes_as_lines
from motwall.model.order import all_moments
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from motwall.model.tsv import cells_of, tsv_of
from tests.factories import moment, wall

TODAY = date(2026, 11, 23)


def test_a_note_of_several_lines_is_one_and_a_blank_one_none() -> None:
    store = Store(
        [
            wall(),
            moment("Rings\n  twice", x=0.0, y=0.0),
            moment("", x=0.0, y=200.0),
            moment("Pays", x=0.0, y=400.0),
        ]
    )
    assert notes_as_lines(store) == ["Rings twice", "Pays"]


def test_rows_are_those_of_the_list_under_its_headings() -> None:
    store = Store(instantiate(load("shop"), SystemClock().new_id, TODAY))
    rows = moments_as_rows(store, FIRST_COLUMNS, TODAY)
    assert rows[0][:3] == ["Step", "Stage", "Moment of truth"]
    text = FIRST_COLUMNS.index(ListColumn.TEXT)
    assert [row[text] for row in rows[1:]] == [one.text for one in all_moments(store)]
    assert cells_of(tsv_of(rows)) == rows
