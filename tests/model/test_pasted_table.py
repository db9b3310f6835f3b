"""A block pasted into the list: what it changes, what it adds, what is refused."""

import pytest

from motwall.model import pasted_table
from motwall.model.list_columns import ListColumn
from motwall.model.order import all_moments
from motwall.model.pasted_table import CellValue, PastedTable, read_table
from motwall.model.records import Rating
from motwall.model.store import Store
from tests.factories import TODAY, contact_type, moment, step, store_with, wall

C = ListColumn
COLUMNS = (C.TEXT, C.RATING, C.TICK)


def shop() -> Store:
    first, second = step(), step()
    return store_with(
        wall(),
        first,
        second,
        contact_type("Phone"),
        moment("a", at=first, rating=Rating.NEUTRAL),
        moment("b", at=second),
    )


def read(store: Store, rows: list[list[str]], from_row: int = 0) -> PastedTable:
    ids = [one.id for one in all_moments(store)]
    return read_table(store, rows, ids[from_row:], COLUMNS, TODAY)


def test_what_becomes_another_is_changed_and_the_rest_left_alone() -> None:
    store = shop()
    first, second = (one.id for one in all_moments(store))
    found = read(store, [["a", "magical"], ["B", "", "yes"]])
    assert found.changed == (
        CellValue(first, C.RATING, Rating.MAGICAL),
        CellValue(second, C.TEXT, "B"),
        CellValue(second, C.TICK, True),
    )
    assert found.is_plain


def test_rows_beyond_the_list_are_notes_to_come() -> None:
    found = read(shop(), [["B"], ["c", "", "x"], ["", "", ""], ["", "magical"]], from_row=1)
    assert found.added == ({C.TEXT: "c", C.TICK: True}, {C.RATING: Rating.MAGICAL})
    assert len(found.changed) == 1
    assert not found.is_plain


def test_what_means_nothing_is_refused_with_its_row() -> None:
    found = read(shop(), [["a", "so so"], ["b", "", "perhaps", "too", "far"]])
    assert found.changed == ()
    assert [one.split(":")[0] for one in found.refused] == ["Row 1", "Row 2", "Row 2"]
    assert "“too”" in found.refused[1]
    assert not found.is_plain


def test_headings_say_which_column_is_which() -> None:
    found = read(shop(), [["Ranking", "moment of truth"], ["magical", "a"]])
    assert [one.column for one in found.changed] == [C.RATING]
    assert not found.refused


def test_a_block_of_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(shop(), []) == PastedTable()
    monkeypatch.setattr(pasted_table, "MOST_ROWS", 1)
    found = read(shop(), [["A"], ["B"]])
    assert len(found.changed) == 1
    assert "too many" in found.refused[0]
