"""The mouse on the wall: each drag is one patch, Esc is none, and file, store and items agree."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QGraphicsView
from pytestqt.qtbot import QtBot

from motwall.model.edits.moments import delete_moments
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Rating, Stage, Step
from motwall.paint.note_geometry import face_rect, tick_rect
from motwall.scene.gestures import DragNotes
from motwall.scene.hits import number_rect, title_rect
from motwall.scene.note_item import NOTE_RECT
from motwall.scene.pen import Pen
from tests.driving import click, double_click, drag, move, press, release
from tests.scene.conftest import Stand

CTRL = Qt.KeyboardModifier.ControlModifier


def history_length(stand: Stand) -> int:
    return len(stand.document.history._done)


def column_point(stand: Stand, number: int, share: float, down: float = 40.0) -> QPointF:
    """A point of a column: `share` of its width from the left, `down` mm below its top."""
    column = next(one for one in stand.scene.layout_.columns.values() if one.number == number)
    rect = column.rect
    return stand.on_view(QPointF(rect.x + rect.width * share, rect.y + down))


def unsorted_point(stand: Stand, x: float, y: float) -> QPointF:
    left, top = stand.scene.layout_.unsorted_origin()
    return stand.on_view(QPointF(left + x, top + y))


def test_a_note_dragged_onto_a_column_joins_its_stack(stand: Stand) -> None:
    drag(stand.view.viewport(), stand.at("rings"), column_point(stand, 2, 0.5, 70))
    assert stand.steps() == [["sign"], ["door", "rings", "mat"], ["till"]]
    assert history_length(stand) == 1
    stand.check()


def test_what_one_hand_changes_is_painted_as_one_box(stand: Stand) -> None:
    modes = QGraphicsView.ViewportUpdateMode
    viewport, start = stand.view.viewport(), stand.at("rings")
    assert stand.view.viewportUpdateMode() is modes.MinimalViewportUpdate
    press(viewport, start)
    move(viewport, start + QPointF(30, 0))
    assert stand.view.viewportUpdateMode() is modes.BoundingRectViewportUpdate
    release(viewport, start + QPointF(30, 0))
    assert stand.view.viewportUpdateMode() is modes.MinimalViewportUpdate


def test_a_note_dragged_between_columns_makes_a_step(stand: Stand) -> None:
    drag(stand.view.viewport(), stand.at("rings"), column_point(stand, 2, 0.1))
    assert stand.steps() == [["sign"], ["rings"], ["door", "mat"], ["till"]]
    made = stand.store.get(Step, str(stand.moment("rings").step_id))
    arrive = next(one for one in stand.store.all(Stage) if one.title == "Arrive")
    assert made.stage_id == arrive.id
    stand.check()


def test_a_note_dragged_below_the_timeline_is_unsorted_where_it_was_dropped(stand: Stand) -> None:
    drag(stand.view.viewport(), stand.at("mat"), unsorted_point(stand, 330, 60))
    assert stand.loose() == ["mat", "rings", "writes"]
    mat = stand.moment("mat")
    assert abs(mat.x - 280) < 2
    assert abs(mat.y - 22) < 2
    stand.check()


def test_the_last_note_of_an_untitled_step_takes_the_step_along(stand: Stand) -> None:
    drag(stand.view.viewport(), stand.at("sign"), column_point(stand, 3, 0.5, 74))
    assert stand.steps() == [["door", "mat"], ["till", "sign"]]
    stand.check()


def test_several_selected_notes_move_together(stand: Stand) -> None:
    viewport = stand.view.viewport()
    click(viewport, stand.at("rings"))
    click(viewport, stand.at("writes"), CTRL)
    drag(viewport, stand.at("writes"), column_point(stand, 3, 0.95))
    assert stand.steps() == [["sign"], ["door", "mat"], ["till"], ["rings"], ["writes"]]
    assert history_length(stand) == 1
    stand.document.undo()
    assert stand.loose() == ["rings", "writes"]
    stand.check()


def test_neighbours_make_way_and_come_back_on_escape(qtbot: QtBot, stand: Stand) -> None:
    viewport = stand.view.viewport()
    before = stand.scene.snapshot()
    press(viewport, stand.at("rings"))
    move(viewport, stand.at("rings") + QPointF(0, -20))
    move(viewport, column_point(stand, 2, 0.1))
    door = stand.scene.note(stand.moment("door").id)
    assert door is not None
    assert door.pos() != door.home
    assert stand.view.hands.cancel()
    after = stand.scene.snapshot()
    assert {key: one[:3] for key, one in after.items()} == {
        key: one[:3] for key, one in before.items()
    }
    release(viewport, column_point(stand, 2, 0.1))
    assert history_length(stand) == 0
    stand.check()


def test_a_press_without_a_move_changes_nothing_on_the_wall(stand: Stand) -> None:
    click(stand.view.viewport(), stand.at("door"))
    assert stand.selection.ids == (stand.moment("door").id,)
    assert history_length(stand) == 0


def test_a_note_deleted_while_it_is_dragged_does_no_harm(stand: Stand) -> None:
    viewport = stand.view.viewport()
    press(viewport, stand.at("rings"))
    move(viewport, stand.at("rings") + QPointF(0, -30))
    stand.document.push(delete_moments(stand.store, [stand.moment("rings").id]))
    move(viewport, column_point(stand, 2, 0.1))
    release(viewport, column_point(stand, 2, 0.1))
    assert stand.steps() == [["sign"], ["door", "mat"], ["till"]]
    stand.check()


def test_a_step_is_dragged_by_its_number(stand: Stand) -> None:
    column = next(one for one in stand.scene.layout_.columns.values() if one.number == 1)
    rect = number_rect(column)
    start = stand.on_view(QPointF(rect.x + 50, rect.y + 8))
    drag(stand.view.viewport(), start, column_point(stand, 2, 0.9))
    assert stand.steps() == [["door", "mat"], ["sign"], ["till"]]
    stand.check()


def test_a_stage_is_dragged_by_its_title(stand: Stand) -> None:
    band = next(one for one in stand.scene.layout_.bands if one.title == "Buy")
    rect = title_rect(band)
    start = stand.on_view(QPointF(rect.x + 20, rect.y + 8))
    drag(stand.view.viewport(), start, column_point(stand, 1, 0.1))
    assert stand.steps() == [["till"], ["sign"], ["door", "mat"]]
    stand.check()


def test_a_rubber_band_selects_what_it_touches(stand: Stand) -> None:
    drag(stand.view.viewport(), unsorted_point(stand, 290, 70), unsorted_point(stand, 60, -10))
    assert set(stand.selection.ids) == {stand.moment("rings").id, stand.moment("writes").id}
    click(stand.view.viewport(), unsorted_point(stand, 320, 60))
    assert stand.selection.ids == ()


def test_a_pen_colours_every_note_it_touches_as_one_step(stand: Stand) -> None:
    phone = stand.store.all(ContactType)[0]
    stand.view.hands.pen = Pen(phone.id)
    drag(stand.view.viewport(), stand.at("rings"), stand.at("writes"))
    assert stand.moment("rings").contact_type_id == phone.id
    assert stand.moment("writes").contact_type_id == phone.id
    assert history_length(stand) == 1
    stand.check()


def test_the_eraser_makes_plain_paper(stand: Stand) -> None:
    phone = stand.store.all(ContactType)[0]
    stand.view.hands.pen = Pen(phone.id)
    click(stand.view.viewport(), stand.at("door"))
    stand.view.hands.pen = Pen(None)
    click(stand.view.viewport(), stand.at("door"))
    assert stand.moment("door").contact_type_id is None


def test_one_click_ticks_in_the_priorities_phase(stand: Stand) -> None:
    stand.scene.set_phase(Phase.PRIORITIES)
    click(stand.view.viewport(), stand.at("door"))
    assert stand.moment("door").is_ticked
    click(stand.view.viewport(), stand.at("door", tick_rect(NOTE_RECT).center()))
    assert not stand.moment("door").is_ticked
    stand.check()


def test_the_face_asks_for_a_rating(qtbot: QtBot, stand: Stand) -> None:
    stand.scene.set_phase(Phase.ASSESS)
    with qtbot.waitSignal(stand.view.hands.clicks.rating_requested) as asked:
        click(stand.view.viewport(), stand.at("door", face_rect(NOTE_RECT).center()))
    assert asked.args == [stand.moment("door").id]
    assert stand.moment("door").rating is None
    assert len(Rating) == 3


def test_double_click_asks_to_edit(qtbot: QtBot, stand: Stand) -> None:
    with qtbot.waitSignal(stand.view.hands.clicks.edit_requested) as asked:
        double_click(stand.view.viewport(), stand.at("door"))
    assert asked.args == [stand.moment("door").id]


def test_a_double_click_that_began_on_a_card_over_the_wall_is_none(
    qtbot: QtBot, stand: Stand
) -> None:
    """Its first press took the card away; the second must not write on what lay behind it."""
    viewport, at = stand.view.viewport(), stand.at("door")
    left = Qt.MouseButton.LeftButton
    kind, plain = QEvent.Type.MouseButtonDblClick, Qt.KeyboardModifier.NoModifier
    second = QMouseEvent(kind, at, viewport.mapToGlobal(at), left, left, plain)
    second.setTimestamp(60_000)
    with qtbot.assertNotEmitted(stand.view.hands.clicks.edit_requested):
        QApplication.sendEvent(viewport, second)
        release(viewport, at)


def test_a_read_only_wall_can_be_looked_at_only(stand: Stand) -> None:
    stand.view.hands.is_read_only = True
    stand.scene.set_phase(Phase.PRIORITIES)
    viewport = stand.view.viewport()
    drag(viewport, stand.at("rings"), column_point(stand, 2, 0.1))
    click(viewport, stand.at("door"))
    assert stand.selection.ids == (stand.moment("door").id,)
    assert history_length(stand) == 0


def test_the_cue_names_the_step_the_note_will_be(stand: Stand) -> None:
    """Dragging the only note of a step takes that step away: later numbers go down by one."""
    viewport = stand.view.viewport()
    press(viewport, stand.at("sign"))
    move(viewport, stand.at("sign") + QPointF(0, -20))
    move(viewport, column_point(stand, 3, 0.95))
    gesture = stand.view.hands._gesture
    assert isinstance(gesture, DragNotes)
    assert gesture._cue.label.words == "Step 3"
    release(viewport, column_point(stand, 3, 0.95))
    assert stand.steps() == [["door", "mat"], ["till"], ["sign"]]
