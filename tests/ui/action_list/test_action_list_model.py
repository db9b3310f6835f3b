from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.modeltest import ModelTester

from motwall.model.action_list import ActionFilter, Due
from motwall.model.edits.actions import add_action, delete_action, set_action_state
from motwall.model.edits.fields import write
from motwall.model.edits.moments import delete_moments, move_moments
from motwall.model.records import ActionState, Moment, PlannedAction
from motwall.model.targets import GapTarget
from motwall.ui.action_list.columns import ActionColumn
from motwall.ui.action_list.model import ActionListModel
from tests.factories import TODAY, action, an_id, moment, step, wall
from tests.ui.action_list.conftest import Listed, day, make_listed

BY_DATE = ["late", "soon", "later", "open", "done"]
ON_WALL = ["later", "late", "soon", "open", "done"]


def test_what_is_to_be_done_comes_first_by_date(listed: Listed) -> None:
    assert listed.words() == BY_DATE
    listed.model.order(is_by_date=False)
    assert listed.words() == ON_WALL
    listed.model.order(is_by_date=True)
    assert listed.words() == BY_DATE


def test_the_words_of_a_row(listed: Listed) -> None:
    row = [listed.words(column)[0] for column in ActionColumn]
    assert row == ["late", "rings", "ann", "Fri 20 Nov", "S", "Miserable to Neutral", "Agreed"]
    said = listed.model.data(listed.model.index(0, 3), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "WHEN: Fri 20 Nov. Its day has passed."


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ActionFilter(due=Due.OVERDUE), "late"),
        (ActionFilter(owners=frozenset({"ann"})), "late later"),
        (ActionFilter(owners=frozenset({""})), "open"),
        (ActionFilter(states=frozenset({ActionState.DOING, ActionState.DONE})), "soon done"),
    ],
)
def test_only_what_is_looked_for(listed: Listed, wanted: ActionFilter, found: str) -> None:
    listed.model.look_for(wanted)
    assert listed.words() == found.split()
    listed.model.look_for(ActionFilter())
    assert listed.words() == BY_DATE


def test_a_changed_action_touches_one_row(listed: Listed) -> None:
    changed = QSignalSpy(listed.model.dataChanged)
    moved = QSignalSpy(listed.model.layoutChanged)
    patch = write(listed.store, PlannedAction, [listed.action("soon").id], "owner", "Cy")
    listed.document.push(patch)
    assert [(one[0].row(), one[1].row()) for one in map(changed.at, range(changed.count()))] == [
        (1, 1)
    ]
    assert moved.count() == 0
    assert listed.words(ActionColumn.WHO)[1] == "Cy"


def test_another_day_is_another_place_when_the_order_is_asked_for_again(listed: Listed) -> None:
    document, model = listed.document, listed.model
    kept = QPersistentModelIndex(model.index(0, 0))
    asking_again = (
        lambda: model.order(is_by_date=True),
        lambda: model.look_for(model.wanted),
        model.catch_up,
    )
    for ask in asking_again:
        document.push(write(listed.store, PlannedAction, [listed.action("late").id], "due", day(9)))
        assert listed.words() == BY_DATE, "nothing moves under the hands"
        ask()
        assert listed.words() == ["soon", "late", "later", "open", "done"]
        assert kept.row() == 1, "the row goes along"
        document.undo()
        assert listed.words() == ["soon", "late", "later", "open", "done"]
        ask()
        assert listed.words() == BY_DATE


def test_those_that_come_find_their_place_among_rows_that_stay(listed: Listed) -> None:
    document, late = listed.document, listed.action("late")
    document.push(write(listed.store, PlannedAction, [late.id], "due", day(99)))
    new_id = document.clock.new_id()
    document.push(add_action(listed.store, late.moment_id, "new", new_id, due=day(9)))
    assert listed.words() == ["late", "soon", "new", "later", "open", "done"]
    document.push(delete_action(listed.store, listed.action("soon").id))
    assert listed.words() == ["late", "new", "later", "open", "done"]
    document.undo()
    assert listed.words() == ["late", "soon", "new", "later", "open", "done"]


def test_what_is_changed_does_not_vanish_under_the_hand(listed: Listed) -> None:
    listed.model.look_for(ActionFilter(states=frozenset({ActionState.AGREED})))
    assert listed.words() == ["late", "later", "open"]
    patch = set_action_state(listed.store, listed.action("late").id, ActionState.DONE, TODAY)
    listed.document.push(patch)
    assert listed.words() == ["late", "later", "open"]
    assert listed.words(ActionColumn.STATE)[0] == "Done"
    listed.model.look_for(listed.model.wanted)
    assert listed.words() == ["later", "open"]


def test_actions_come_go_and_move_with_their_notes(listed: Listed) -> None:
    document, model = listed.document, listed.model
    model.order(is_by_date=False)
    pays = next(one for one in listed.store.all(Moment) if one.text == "pays")
    document.push(add_action(listed.store, pays.id, "new", an_id(1)))
    assert listed.words() == [*ON_WALL, "new"]
    document.push(delete_action(listed.store, listed.action("soon").id))
    assert listed.words() == ["later", "late", "open", "done", "new"]
    document.push(move_moments(listed.store, [pays.id], GapTarget(0), document.clock.new_id))
    assert listed.words() == ["open", "done", "new", "later", "late"]
    document.push(delete_moments(listed.store, [pays.id]))
    assert listed.words() == ["later", "late"]
    for _ in range(4):
        document.undo()
    assert listed.words() == ON_WALL


def test_the_name_of_a_note_changes_in_its_rows(listed: Listed) -> None:
    rings = listed.action("late").moment_id
    changed = QSignalSpy(listed.model.dataChanged)
    listed.document.push(write(listed.store, Moment, [rings], "text", "calls"))
    assert listed.words(ActionColumn.NOTE).count("calls") == 2
    assert changed.count() == 2


def test_nobody_looks_then_somebody_does(listed: Listed) -> None:
    listed.model.rest()
    changed = QSignalSpy(listed.model.rowsRemoved)
    listed.document.push(delete_action(listed.store, listed.action("late").id))
    assert changed.count() == 0
    assert listed.model.data(listed.model.index(0, 0)) is None
    listed.model.catch_up()
    assert listed.words() == BY_DATE[1:]


@pytest.mark.parametrize(
    ("column", "typed", "field", "value"),
    [
        (ActionColumn.WHAT, "ring back", "text", "ring back"),
        (ActionColumn.WHO, "\U0001f9d1\u200d\U0001f373", "owner", "\U0001f9d1\u200d\U0001f373"),
        (ActionColumn.WHEN, "5 dec", "due", day(12)),
        (ActionColumn.WHEN, "", "due", None),
    ],
)
def test_cells_take_what_is_typed(
    listed: Listed, column: ActionColumn, typed: str, field: str, value: object
) -> None:
    action_id = listed.model.action_id(0)
    assert listed.model.setData(listed.model.index(0, column), typed)
    assert getattr(listed.store.get(PlannedAction, action_id), field) == value


def test_cells_refuse_what_means_nothing(listed: Listed) -> None:
    wrong = ((ActionColumn.WHEN, "soon"), (ActionColumn.STATE, "Done"), (ActionColumn.NOTE, "x"))
    for column, typed in wrong:
        assert not listed.model.setData(listed.model.index(0, column), typed)
    assert listed.words() == BY_DATE


def test_the_model_keeps_qt_s_rules(listed: Listed, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(listed.model)
    listed.model.look_for(ActionFilter(owners=frozenset({"bo"})))
    listed.model.look_for(ActionFilter())
    listed.model.order(is_by_date=False)
    late = listed.action("late").id
    listed.document.push(write(listed.store, PlannedAction, [late], "due", day(40)))
    listed.document.push(delete_action(listed.store, late))
    listed.document.undo()


def test_one_of_two_thousand(tmp_path: Path) -> None:
    places = [step(str(number)) for number in range(40)]
    notes = [moment(one.title, at=one) for one in places]
    many = [
        action(notes[number % 40], str(number), due=day(number % 90), rank=number)
        for number in range(2000)
    ]
    listed, file = make_listed(tmp_path / "many.motwall", [wall(), *places, *notes, *many])
    model = listed.model
    assert model.rowCount() == 2000
    changed, asked = QSignalSpy(model.dataChanged), []
    counted = model._count_places
    model._count_places = lambda: (asked.append(1), counted())
    listed.document.push(write(listed.store, PlannedAction, [many[7].id], "owner", "Ann"))
    assert changed.count() == 1
    assert changed.at(0)[0].row() == changed.at(0)[1].row() == model.row_of(many[7].id)
    assert asked == []
    file.close()


def test_a_model_that_nobody_has_opened_is_empty(listed: Listed) -> None:
    assert ActionListModel(listed.document).rowCount() == 0
