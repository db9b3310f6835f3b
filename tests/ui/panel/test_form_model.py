from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from motwall.document.document import Document
from motwall.model.edits.actions import add_action
from motwall.model.edits.fields import write
from motwall.model.edits.marks import shortlist, tick
from motwall.model.edits.moments import add_moments, delete_moments, move_moments
from motwall.model.edits.rows import add_row, move_moments_to_row, move_row
from motwall.model.order import rows_in_order
from motwall.model.priorities import in_form_order
from motwall.model.records import Moment, Row, Step
from motwall.model.rows import row_names
from motwall.model.store import Store
from motwall.model.targets import GapTarget, UnsortedTarget
from motwall.ui.panel.form_model import FormColumn, FormModel
from motwall.ui.panel.moment_rows import _resting
from tests.factories import an_id, new_ids
from tests.ui.panel.conftest import Stand


@pytest.fixture
def model(stand: Stand) -> FormModel:
    return FormModel(stand.document)


def cells(model: FormModel, row: int) -> list[object]:
    return [model.data(model.index(row, column)) for column in FormColumn]


def firsts(model: FormModel) -> list[object]:
    return [cells(model, row)[0] for row in range(model.rowCount())]


def test_five_columns_priorities_first(stand: Stand, model: FormModel) -> None:
    titles = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for column in range(model.columnCount())
    ]
    assert titles == ["MOMENT OF TRUTH", "DESCRIPTION", "ISSUE/PROBLEM", "RANKING", "ACTION"]
    assert firsts(model) == ["rings", "waits", "till", "sign", "loose"]
    assert [model.priority(row) for row in range(5)] == [1, 2, 3, None, None]
    assert cells(model, 0)[3:] == ["Miserable", "laminate the list — Ann"]
    assert cells(model, 1)[2] == "nobody sees the line"


def test_the_model_is_a_proper_one(
    stand: Stand, model: FormModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model, force_py=True)
    ids = new_ids(500)
    stand.document.push(add_moments(stand.store, ["a", "b"], GapTarget(0), ids))
    stand.document.push(tick(stand.store, [stand.moment("b").id], is_ticked=True))
    stand.document.push(delete_moments(stand.store, [stand.moment("rings").id]))
    stand.document.undo()
    assert firsts(model) == ["b", "rings", "waits", "till", "a", "sign", "loose"]
    qtmodeltester.check(model, force_py=True)


def test_a_text_edit_touches_its_row_alone(stand: Stand, model: FormModel) -> None:
    touched: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: touched.append((first.row(), last.row())))
    others = _count_structure(model)
    waits = stand.moment("waits").id
    stand.document.push(write(stand.store, Moment, [waits], "description", "new"))
    stand.document.push(add_action(stand.store, waits, "do it", an_id(5)))
    assert touched == [(1, 1), (1, 1)]
    assert others() == 0
    assert cells(model, 1)[4] == "do it"


def test_a_shortlist_reorders_and_renumbers(stand: Stand, model: FormModel) -> None:
    others = _count_structure(model)
    stand.document.push(shortlist(stand.store, stand.moment("till").id))
    assert firsts(model) == ["till", "sign", "rings", "waits", "loose"]
    assert [model.priority(row) for row in range(3)] == [1, None, None]
    assert 0 < others() <= 2


def test_set_data_writes_texts_only(stand: Stand, model: FormModel) -> None:
    assert model.setData(model.index(3, FormColumn.ISSUE), "too\tdim")
    assert stand.moment("sign").issue == "too dim"
    assert not model.setData(model.index(3, FormColumn.RANKING), "magical")
    assert not model.setData(model.index(3, FormColumn.ISSUE), "x", Qt.ItemDataRole.DisplayRole)


def test_a_wall_open_for_reading_has_no_editable_cells(read_only_stand: Stand) -> None:
    model = FormModel(read_only_stand.document)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def a_row(store: Store, number: int) -> str | None:
    names = row_names(store)
    return names[number % len(names)].row_id


EDITS: dict[str, Callable[[Document, list[Moment], int], object]] = {
    "add": lambda document, _, number: document.push(
        add_moments(document.store, ["n"], GapTarget(0), document.clock.new_id)
    ),
    "delete": lambda document, moments, _: document.push(
        delete_moments(document.store, [one.id for one in moments])
    ),
    "unsort": lambda document, moments, number: document.push(
        move_moments(
            document.store,
            [one.id for one in moments],
            UnsortedTarget(float(number), 0.0),
            document.clock.new_id,
        )
    ),
    "move": lambda document, moments, number: document.push(
        move_moments(
            document.store,
            [one.id for one in moments],
            GapTarget(number % (document.store.count(Step) + 1)),
            document.clock.new_id,
        )
    ),
    "add row": lambda document, _moments, _number: document.push(
        add_row(document.store, "", document.clock.new_id())
    ),
    "move to row": lambda document, moments, number: document.push(
        move_moments_to_row(
            document.store, [one.id for one in moments], a_row(document.store, number)
        )
    ),
    "move row": lambda document, _, number: (
        document.store.count(Row)
        and document.push(move_row(document.store, rows_in_order(document.store)[0].id, number))
    ),
    "tick": lambda document, moments, number: document.push(
        tick(document.store, [one.id for one in moments], is_ticked=number % 2 == 0)
    ),
    "undo": lambda document, _moments, _number: document.undo(),
    "redo": lambda document, _moments, _number: document.redo(),
}


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 99), st.integers(1, 3)),
        max_size=12,
    )
)
def test_after_any_edits_the_model_is_as_one_freshly_made(
    stand: Stand, steps: list[tuple[str, int, int]]
) -> None:
    model = FormModel(stand.document)
    mirror = Mirror(model)
    for name, number, count in steps:
        moments = in_form_order(stand.store)
        start = number % len(moments) if moments else 0
        EDITS[name](stand.document, moments[start : start + count], number)
        wanted = [one.id for one in in_form_order(stand.store)]
        assert [model.moment_id(row) for row in range(model.rowCount())] == wanted
        assert mirror.rows == wanted
        fresh = FormModel(stand.document)
        assert [cells(model, row) for row in range(model.rowCount())] == [
            cells(fresh, row) for row in range(fresh.rowCount())
        ]
    model.document.changed.disconnect(model._on_changed)


class Mirror:
    """Follows nothing but the signals of the model, as a view does."""

    def __init__(self, model: FormModel) -> None:
        self.model = model
        self.rows = [model.moment_id(row) for row in range(model.rowCount())]
        model.rowsInserted.connect(self.insert)
        model.rowsRemoved.connect(self.remove)
        model.rowsMoved.connect(self.move)

    def insert(self, _parent: object, first: int, last: int) -> None:
        self.rows[first:first] = [self.model.moment_id(row) for row in range(first, last + 1)]

    def remove(self, _parent: object, first: int, last: int) -> None:
        del self.rows[first : last + 1]

    def move(self, _p: object, first: int, last: int, _q: object, goal: int) -> None:
        moved = self.rows[first : last + 1]
        del self.rows[first : last + 1]
        goal -= len(moved) if goal > first else 0
        self.rows[goal:goal] = moved


@given(st.lists(st.integers(0, 30), unique=True), st.randoms())
def test_as_many_rows_as_possible_stay(numbers: list[int], random: object) -> None:
    names = [str(one) for one in sorted(numbers)]
    rows = {str(one): row for row, one in enumerate(numbers)}
    resting = _resting(names, rows)
    places = [rows[one] for one in names if one in resting]
    assert places == sorted(places)
    assert bool(resting) == bool(names)


def test_resting_finds_the_longest_run() -> None:
    rows = {name: row for row, name in enumerate("abcdef")}
    assert _resting("abdefc", rows) == set("abdef")
    assert _resting("fabcde", rows) == set("abcde")


def _count_structure(model: QAbstractItemModel) -> Callable[[], int]:
    """How often rows came, went or moved; a reset counts as very often."""
    seen: list[int] = []
    for signal in (model.rowsInserted, model.rowsRemoved, model.rowsMoved):
        signal.connect(lambda *_: seen.append(1))
    for signal in (model.modelReset, model.layoutChanged):
        signal.connect(lambda *_: seen.append(1000))
    return lambda: sum(seen)


def test_the_view_of_the_test_is_not_blind(qtbot: QtBot, stand: Stand, model: FormModel) -> None:
    others = _count_structure(model)
    with qtbot.waitSignal(model.rowsInserted):
        patch = add_moments(stand.store, ["x"], UnsortedTarget(0.0, 0.0), new_ids(700))
        stand.document.push(patch)
    assert others() == 1
