"""The grid's model: every change of the wall arrives as the smallest change of rows."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from motwall.document.document import Document
from motwall.model.edits.fields import write
from motwall.model.edits.moments import add_moments, delete_moments, move_moments
from motwall.model.edits.questions import (
    Said,
    add_question,
    answer_question,
    delete_question,
    move_question,
)
from motwall.model.edits.rows import add_row
from motwall.model.edits.steps import move_step, name_stretch
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.order import all_moments, steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import AnswerKind, Choice, Moment, Question, Step
from motwall.model.step_grid import grid_rows
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget, UnsortedTarget
from motwall.storage.wall_file import WallFile
from motwall.ui.grid.grid_model import GridColumn, GridModel
from tests.factories import FakeClock, moment, question, step, wall

FIRST, EMPTY, LAST = step("Find us"), step(), step("Pay")
RINGS, ASKS = moment("Rings", at=FIRST), moment("Asks", at=FIRST)
PAYS = moment("Pays", at=LAST)
LOOSE = moment("", prompt="What is left?")
WARM, WHY = question(RINGS, "Warm?"), question(RINGS, "Why?", kind=AnswerKind.WORDS)


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    records = [wall(), FIRST, EMPTY, LAST, RINGS, ASKS, PAYS, LOOSE, WARM, WHY]
    clock = FakeClock()
    header = EntryHeader(id=clock.new_id(), at=clock.now(), kind=EntryKind.CREATE)
    file = WallFile.create(tmp_path / "a.motwall", records, header)
    yield Document(Store(records), file, clock)
    file.close()


@pytest.fixture
def model(qtbot: QtBot, document: Document) -> GridModel:
    return GridModel(document)


def shown(model: GridModel) -> list[list[object]]:
    columns = range(model.columnCount())
    return [[model.data(model.index(row, one)) for one in columns] for row in range(len_of(model))]


def len_of(model: GridModel) -> int:
    return model.rowCount()


def heard(model: QAbstractItemModel) -> list[tuple[str, int, int]]:
    said: list[tuple[str, int, int]] = []
    model.dataChanged.connect(lambda a, b: said.append(("data", a.row(), b.row())))
    model.rowsInserted.connect(lambda _p, a, b: said.append(("in", a, b)))
    model.rowsRemoved.connect(lambda _p, a, b: said.append(("out", a, b)))
    model.rowsMoved.connect(lambda _p, a, b, _q, _c: said.append(("move", a, b)))
    model.modelReset.connect(lambda: said.append(("reset", 0, 0)))
    return said


def test_steps_on_the_left_their_moments_and_questions_on_the_right(
    document: Document, model: GridModel
) -> None:
    said = Said(choice=Choice.NO, note="icy")
    today, new_id = document.clock.today(), document.clock.new_id()
    document.push(answer_question(document.store, WARM.id, said, today, new_id))
    assert shown(model) == [
        ["1  Find us", "Rings", "Warm?", "No", "icy"],
        ["", "", "Why?", "", ""],
        ["", "Asks", "", "", ""],
        ["2", "", "", "", ""],
        ["3  Pay", "Pays", "", "", ""],
        ["Unsorted", "What is left?", "", "", ""],
    ]
    titles = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
        for column in range(model.columnCount())
    ]
    assert titles == ["PROCESS STEP", "MOMENT OF TRUTH", "QUESTION", "ANSWER", "NOTE"]
    spoken = model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "PROCESS STEP: 1  Find us"


def test_the_model_is_a_proper_one(
    document: Document, model: GridModel, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model, force_py=True)
    store, new_id = document.store, document.clock.new_id
    document.push(add_question(store, ASKS.id, "Fast?", new_id()))
    document.push(delete_question(store, WARM.id))
    document.push(add_moments(store, ["In the gap"], GapTarget(1), new_id))
    document.undo()
    qtmodeltester.check(model, force_py=True)


def test_one_changed_text_touches_one_row(document: Document, model: GridModel) -> None:
    said = heard(model)
    document.push(write(document.store, Moment, [PAYS.id], "text", "Pays by card"))
    assert said == [("data", 4, 4)]
    said.clear()
    document.push(write(document.store, Question, [WHY.id], "text", "What for?"))
    assert said == [("data", 1, 1)]
    said.clear()
    document.push(write(document.store, Step, [FIRST.id], "title", "Looks for us"))
    assert said == [("data", 0, 0)]
    said.clear()
    day, new_id = document.clock.today(), document.clock.new_id()
    document.push(answer_question(document.store, WHY.id, Said(note="so"), day, new_id))
    assert said == [("data", 1, 1)]


def test_a_question_more_is_a_row_more(document: Document, model: GridModel) -> None:
    said = heard(model)
    store, new_id = document.store, document.clock.new_id
    document.push(add_question(store, RINGS.id, "Fast?", new_id()))
    assert said == [("in", 2, 2), ("data", 2, 2)]
    said.clear()
    document.undo()
    assert said == [("out", 2, 2)]
    said.clear()
    # The empty row of a moment becomes that of its first question, and the other way round.
    document.push(add_question(store, ASKS.id, "Fast?", new_id()))
    document.undo()
    document.redo()
    assert said == [("data", 2, 2)] * 3
    assert shown(model)[2] == ["", "Asks", "Fast?", "", ""]
    document.push(move_question(store, WHY.id, 0))
    assert [one[2] for one in shown(model)[:2]] == ["Why?", "Warm?"]


def test_what_can_be_written_in(document: Document, model: GridModel) -> None:
    def open_cells(row: int) -> list[GridColumn]:
        editable = Qt.ItemFlag.ItemIsEditable
        return [one for one in GridColumn if model.flags(model.index(row, one)) & editable]

    assert open_cells(0) == list(GridColumn)
    assert open_cells(2) == [GridColumn.STEP, GridColumn.MOMENT, GridColumn.QUESTION]
    assert open_cells(3) == [GridColumn.STEP]
    assert open_cells(5) == [GridColumn.MOMENT, GridColumn.QUESTION]
    document.wall_lock.set_locked(is_locked=True)
    assert open_cells(0) == [GridColumn.QUESTION, GridColumn.ANSWER, GridColumn.NOTE]


def test_a_cell_is_written(document: Document, model: GridModel) -> None:
    assert model.setData(model.index(3, GridColumn.STEP), "Waits")
    assert model.setData(model.index(5, GridColumn.MOMENT), "Leaves")
    assert model.setData(model.index(0, GridColumn.QUESTION), "Warm enough?")
    assert not model.setData(model.index(0, GridColumn.ANSWER), "Yes")
    assert model.data(model.index(3, GridColumn.STEP), Qt.ItemDataRole.EditRole) == "Waits"
    assert document.store.get(Moment, LOOSE.id).text == "Leaves"
    assert document.store.get(Question, WARM.id).text == "Warm enough?"


def test_asleep_it_misses_nothing(document: Document, model: GridModel) -> None:
    said = heard(model)
    model.sleep()
    document.push(delete_moments(document.store, [RINGS.id]))
    document.push(write(document.store, Step, [LAST.id], "title", "Pay us"))
    assert said == []
    model.wake()
    assert shown(model) == shown(GridModel(document))
    assert ("reset", 0, 0) not in said


def test_after_any_changes_it_is_as_if_made_afresh(
    document: Document, model: GridModel, qtmodeltester: ModelTester
) -> None:
    chance = random.Random(7)
    for _ in range(60):
        document.push(_anything(document, chance))
        if chance.random() < 0.2:
            document.undo()
        assert [model.key(row) for row in range(len_of(model))] == [
            one.question_id or one.moment_id or one.step_id for one in grid_rows(document.store)
        ]
    assert shown(model) == shown(GridModel(document))
    qtmodeltester.check(model, force_py=True)


def _anything(document: Document, chance: random.Random) -> Patch:
    store, new_id = document.store, document.clock.new_id
    moments, steps = all_moments(store), steps_in_order(store)
    if not moments:
        return add_moments(store, ["new"], GapTarget(0), new_id)
    one = chance.choice(moments).id
    asked = store.all(Question)
    edits = [
        lambda: add_question(store, one, "Is it?", new_id()),
        lambda: add_question(store, one, "Why?", new_id()),
        lambda: add_moments(store, ["new"], GapTarget(chance.randint(0, len(steps))), new_id),
        lambda: delete_moments(store, [one]),
        lambda: move_moments(store, [one], GapTarget(chance.randint(0, len(steps))), new_id),
        lambda: move_moments(store, [one], UnsortedTarget(20.0, 20.0), new_id),
        lambda: add_row(store, "Others", new_id()),
    ]
    if steps:
        to = chance.choice(steps).id
        edits += [
            lambda: move_moments(store, [one], StackTarget(to, 0), new_id),
            lambda: move_step(store, to, GapTarget(chance.randint(0, len(steps)))),
            lambda: name_stretch(store, [to], "Named", new_id),
        ]
    if asked:
        which = chance.choice(asked).id
        edits += [
            lambda: delete_question(store, which),
            lambda: move_question(store, which, 0),
        ]
    return chance.choice(edits)()
