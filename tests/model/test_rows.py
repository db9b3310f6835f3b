from motwall.model.rows import RowName, has_rows, row_names
from tests.factories import row, store_with, wall


def test_a_wall_has_one_row_that_needs_no_record() -> None:
    store = store_with()
    assert not has_rows(store)
    assert row_names(store) == [RowName(None, "Everyone", "")]


def test_the_first_row_is_called_by_its_title_or_the_walls_customer() -> None:
    assert row_names(store_with(wall(customer="Regulars")))[0] == (None, "Regulars", "")
    titled = store_with(wall(customer="Regulars", row_title="In the shop"))
    assert row_names(titled)[0] == (None, "In the shop", "Regulars")


def test_further_rows_are_called_by_title_customer_or_number_from_the_top() -> None:
    low = row("Online", customer="Students", rank=30)
    high = row("", customer="Tourists", rank=10)
    middle = row("", rank=20)
    store = store_with(low, high, middle)
    assert has_rows(store)
    assert row_names(store)[1:] == [
        RowName(high.id, "Tourists", ""),
        RowName(middle.id, "Row 3", ""),
        RowName(low.id, "Online", "Students"),
    ]
