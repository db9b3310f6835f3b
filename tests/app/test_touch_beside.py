"""While somebody drags a note, others press, type and scroll beside the wall."""

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from motwall.model.phases import Phase
from motwall.model.records import Rating
from motwall.paint.note_geometry import face_rect
from motwall.scene.note_item import NOTE_RECT
from motwall.ui.editors import TextEditor
from motwall.ui.panel.parts import Part
from motwall.ui.panel.side_panel import Tab
from tests.app.touching import Room


def hold(room: Room, text: str = "Queue") -> QPoint:
    """Somebody drags a note and does not let go."""
    at = room.on(text)
    room.hands.press(0, at)
    room.hands.glide({0: at + QPoint(50, -10)})
    return at


def write_on_issue(room: Room, text: str) -> TextEditor:
    """Somebody with a keyboard writes on a note's issue in the panel."""
    room.page.show_panel()
    room.page.selection.set([room.moment(text).id])
    page = room.page.panel.moment_tab.page
    page.sections[Part.ISSUE].set_open(True)
    field = page.texts[Part.ISSUE]
    field.setFocus(Qt.FocusReason.MouseFocusReason)
    assert room.shell.window.focusWidget() is field
    return field


def drag_a_bit(room: Room, finger: int, text: str) -> None:
    at = room.on(text)
    room.hands.drag(finger, at, at + QPoint(40, -10))


def test_bars_answer_while_somebody_drags(room: Room) -> None:
    start = room.note("Queue").pos()
    at = hold(room)
    was_hidden = room.page.pens.isHidden()
    room.hands.tap(1, room.of(room.page.bottom_bar.colours_button))
    assert room.page.pens.isHidden() != was_hidden
    room.hands.tap(1, room.of(room.page.bottom_bar.colours_button))
    line = room.page.bottom_bar.quick_add.line
    room.hands.tap(2, room.of(line))
    assert room.shell.window.focusWidget() is line
    room.hands.glide({0: at + QPoint(90, -10)})
    way = (room.note("Queue").pos() - start) * room.page.view.pixels_per_mm
    assert abs(way.x() - 90) < 2
    room.hands.release(0)
    room.check()


def test_the_panel_answers_while_somebody_drags(room: Room) -> None:
    room.page.show_panel()
    room.page.selection.set([room.moment("Phone").id])
    page = room.page.panel.moment_tab.page
    hold(room)
    header = page.sections[Part.ISSUE].header
    was_open = page.sections[Part.ISSUE].is_open
    room.hands.tap(1, room.of(header))
    assert page.sections[Part.ISSUE].is_open != was_open
    tabs = room.page.panel.tabs
    corner = tabs.mapTo(room.shell.window, tabs.tabRect(Tab.FORM).center())
    room.hands.tap(2, corner)
    assert tabs.currentIndex() == Tab.FORM
    assert room.note("Queue").is_lifted
    room.hands.release(0)
    room.check()


def test_undo_is_pressed_while_somebody_drags(room: Room) -> None:
    """The step that is taken back is not the one in the hand."""
    room.hands.drag(3, room.on("Trust"), room.column(3, 0.9))
    at = hold(room)
    held = room.note("Queue").pos()
    room.hands.tap(1, room.of(room.page.top_bar.undo_button))
    assert room.timeline() == [["Phone"], ["Email"], ["Visit"]]
    assert room.note("Queue").pos() == held
    room.hands.glide({0: at + QPoint(60, -10)})
    room.hands.release(0)
    room.check()


def test_a_phase_is_chosen_while_somebody_drags(room: Room) -> None:
    hold(room)
    room.hands.tap(1, room.of(room.page.top_bar.phase_bar.button(Phase.ASSESS)))
    assert room.page.phase is Phase.ASSESS
    room.hands.release(0)
    room.check()


def test_the_panel_scrolls_and_taps_while_somebody_drags(room: Room) -> None:
    room.page.show_panel()
    room.page.selection.set([room.moment("Phone").id])
    page = room.page.panel.moment_tab.page
    for section in page.sections.values():
        section.set_open(True)
    hold(room)
    bar = page.verticalScrollBar()
    room.shell.window.repaint()
    assert bar.maximum() > 100
    middle = page.viewport().mapTo(room.shell.window, page.viewport().rect().center())
    room.hands.drag(1, middle, middle - QPoint(0, 80))
    assert bar.value() == 80
    assert room.note("Queue").is_lifted
    room.hands.release(0)
    room.check()


def test_writing_in_the_panel_survives_all_that_happens_on_the_wall(
    qtbot: QtBot, room: Room
) -> None:
    field = write_on_issue(room, "Phone")
    qtbot.keyClicks(field, "sign ")
    drag_a_bit(room, 0, "Queue")
    room.hands.tap(1, room.on("Trust"))
    qtbot.keyClicks(field, "above ")
    room.hands.tap(1, room.empty(500, 60))
    room.hands.press(2, room.on("Email"))
    qtbot.keyClicks(field, "the ")
    room.hands.release(2)
    drag_a_bit(room, 0, "Queue")
    assert room.shell.window.focusWidget() is field
    qtbot.keyClicks(field, "door")
    assert room.page.flush()
    assert room.moment("Phone").issue == "sign above the door"
    assert room.selected() == {"Phone", "Trust", "Email"}
    room.check()


def test_the_panel_follows_when_the_writing_is_over(qtbot: QtBot, room: Room) -> None:
    write_on_issue(room, "Phone")
    tab = room.page.panel.moment_tab
    room.hands.tap(1, room.on("Email"))
    assert tab.page.moment_ids == (room.moment("Phone").id,)
    room.page.view.setFocus()
    room.hands.tap(1, room.on("Trust"))
    assert set(tab.page.moment_ids) == set(room.page.selection.ids)
    assert len(tab.page.moment_ids) == 3


def test_who_writes_in_the_panel_goes_on_to_the_next_moment(room: Room) -> None:
    """Also while a hand rests on the wall."""
    write_on_issue(room, "Phone")
    room.hands.press(0, room.empty(500, 60))
    tab = room.page.panel.moment_tab
    tab.page.moved.emit(1)
    assert tab.page.moment_ids == (room.moment("Email").id,)


def test_two_fingers_pinch_while_another_person_types_in_the_panel(
    qtbot: QtBot, room: Room
) -> None:
    field = write_on_issue(room, "Phone")
    view = room.page.view
    zoom = view.pixels_per_mm
    left, right = room.empty(420, 40), room.empty(520, 40)
    room.hands.frame(press={0: left, 1: right})
    for step, letter in enumerate("queue", start=1):
        way = QPoint(12 * step, 0)
        room.hands.frame(move={0: left - way, 1: right + way})
        qtbot.keyClick(field, letter)
    room.hands.release(0, 1)
    assert view.pixels_per_mm > zoom * 1.5
    assert room.shell.window.focusWidget() is field
    assert room.page.flush()
    assert room.moment("Phone").issue == "queue"
    room.check()


def test_writing_on_a_note_survives_somebody_elses_drag(qtbot: QtBot, room: Room) -> None:
    room.router.is_room = False
    room.page.in_place.edit_note(room.moment("Trust").id)
    drag_a_bit(room, 1, "Queue")
    viewport = room.page.view.viewport()
    qtbot.keyClicks(viewport, ", earned")
    hold(room)
    qtbot.keyClicks(viewport, " daily")
    room.hands.release(0)
    editor = room.page.view.editor()
    assert editor is not None
    assert editor.toPlainText() == "Trust, earned daily"
    editor.finish()
    room.check()


def test_the_face_that_was_tapped_is_the_one_that_is_rated(room: Room) -> None:
    """Others have picked notes meanwhile; they are not rated along."""
    room.page.set_phase(Phase.ASSESS)
    line = room.page.bottom_bar.quick_add.line
    line.setFocus()
    room.hands.tap(0, room.on("Phone"))
    room.hands.tap(1, room.on("Email", face_rect(NOTE_RECT).center()))
    hold(room)
    assert room.page.rating_card.isVisible()
    assert room.shell.window.focusWidget() is line
    room.hands.tap(2, room.of(room.page.rating_card.button(Rating.MAGICAL)))
    assert room.moment("Email").rating is Rating.MAGICAL
    assert room.moment("Phone").rating is None
    assert room.moment("Queue").rating is None
    assert room.shell.window.focusWidget() is line
    room.hands.release(0)
    room.check()
