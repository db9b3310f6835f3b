from motwall.model.records import Row
from motwall.model.step_grid import GridRow, grid_rows, steps_without_moments
from tests.factories import moment, question, row, step, store_with


def test_a_row_for_each_question_moment_and_step() -> None:
    first, empty, last = step("A"), step("B"), step("C")
    below: Row = row("Others")
    one = moment("one", at=first)
    two = moment("two", at=first, row_id=below.id)
    three = moment("three", at=last)
    loose = moment("loose")
    asked = [question(one, "x?", rank=1), question(one, "y?", rank=2), question(loose, "z?")]
    store = store_with(first, empty, last, below, loose, three, two, one, *asked)
    assert grid_rows(store) == [
        GridRow(first.id, one.id, asked[0].id),
        GridRow(first.id, one.id, asked[1].id),
        GridRow(first.id, two.id),
        GridRow(empty.id),
        GridRow(last.id, three.id),
        GridRow(None, loose.id, asked[2].id),
    ]
    assert steps_without_moments(store) == 1


def test_an_empty_wall_has_no_rows() -> None:
    assert grid_rows(store_with()) == []
    assert steps_without_moments(store_with()) == 0
