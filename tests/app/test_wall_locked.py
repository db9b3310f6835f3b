"""A wall that the facilitator has locked: marks and ideas stay live, all else stays as it is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.near_side import Side
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Idea, Moment, Rating, Step
from motwall.model.screen import Screen
from motwall.paint.note_geometry import face_rect, tick_rect
from motwall.scene.bar_pages import Page
from motwall.scene.note_item import NOTE_RECT
from motwall.ui.panel.form_model import FormColumn
from motwall.ui.panel.parts import Part
from motwall.ui.panel.side_panel import Tab
from motwall.ui.room.post import HoldPost
from motwall.ui.wall_page import WallPage
from tests.app.lasting import LastingRoom
from tests.app.made_walls import of_template, open_copy
from tests.app.touching import Room
from tests.driving import click, double_click, drag
from tests.driving_touch import cancel_touch

TEXT = "Looks for the right shelf"
#: The commands that change more than marks and ideas.
CHANGING = (
    "delete", "duplicate", "cut", "paste", "line_up", "merge", "name_stretch", "earlier", "later",
    "edit", "add_note", "note_after", "name_step", "name_stage", "carry", "to_unsorted", "higher",
    "step_later", "stage_later", "stage_longer", "colour", "colours", "tidy", "next_note",
    "add_row",
)  # fmt: skip


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def desk(shell: Shell) -> WallPage:
    """The corner shop on Desk, in phase D."""
    shell.window.resize(1920, 1080)
    page = open_copy(shell, of_template("shop"))
    page.set_phase(Phase.ASSESS)
    page.room_mode.screen = lambda: Screen("panel", 3840, 2160, 2.0)
    page.room_mode.memory.set_inches("panel", 86.0)
    settle()
    return page


@pytest.fixture
def hall(lasting_room: LastingRoom) -> Iterator[Room]:
    """The same in Room, locked by its post."""
    with lasting_room.lent() as made:
        made.page.set_phase(Phase.ASSESS)
        settle()
        tap(made, lock_post(made.page))
        assert made.page.document.wall_lock.is_locked
        yield made


def lock_post(page: WallPage) -> HoldPost:
    assert page.room_mode.room is not None
    return page.room_mode.room.band.lock


def tap(hall: Room, widget: QWidget) -> None:
    hall.clock.seconds += 10.0
    hall.hands.tap(0, hall.of(widget))
    settle()


def records(page: WallPage) -> dict[str, object]:
    return {one.id: one for one in page.document.store.everything()}


def moment_of(page: WallPage, text: str = TEXT) -> Moment:
    return next(one for one in page.document.store.all(Moment) if one.text == text)


def at(page: WallPage, text: str, inside: QPointF | None = None) -> QPointF:
    item = page.scene.note(moment_of(page, text).id)
    assert item is not None
    return page.view.mapFromScene(item.pos() + (inside or NOTE_RECT.center())).toPointF()


# --- fingers ---


def test_a_finger_drags_nothing_and_is_told_why(hall: Room) -> None:
    before = records(hall.page)
    hall.page.toast.hide()
    hall.hands.drag(0, hall.on(TEXT), hall.column(2, 0.5, 100.0))
    assert records(hall.page) == before
    assert not hall.note(TEXT).is_lifted
    assert "Hold" in hall.page.toast.text
    hall.check()


def test_two_fingers_still_zoom_and_a_tap_still_selects(hall: Room) -> None:
    hall.hands.tap(0, hall.on(TEXT))
    assert hall.selected() == {TEXT}
    scale = hall.page.view.pixels_per_mm
    left, right = hall.empty(300.0, 200.0), hall.empty(500.0, 200.0)
    hall.hands.press(0, left)
    hall.hands.press(1, right)
    hall.hands.glide({0: hall.empty(200.0, 200.0), 1: hall.empty(700.0, 200.0)})
    hall.hands.release(0, 1)
    assert hall.page.view.pixels_per_mm > scale


def test_ticks_and_faces_stay_live_under_fingers(hall: Room) -> None:
    page = hall.page
    before = moment_of(page)
    hall.hands.tap(0, hall.on(TEXT, tick_rect(NOTE_RECT).center()))
    assert moment_of(page).is_ticked != before.is_ticked
    hall.hands.tap(0, hall.on(TEXT, face_rect(NOTE_RECT).center()))
    (bar,) = page.on_wall.bars.open_bars()
    assert bar.page is Page.FACE
    bar.button("Magical").tap()
    assert moment_of(page).rating is Rating.MAGICAL
    words = [one.look.words for one in bar.buttons]
    assert words == ["Tick", "Rating", "Close"], "nothing else is offered"


def test_double_taps_and_holds_open_nothing_to_write_in(hall: Room) -> None:
    page = hall.page
    before = records(page)
    for point in (hall.on(TEXT), hall.empty(600.0, 300.0)):
        hall.clock.seconds += 10.0
        for _ in range(2):
            hall.clock.seconds += 0.1
            hall.hands.tap(0, point)
    assert page.on_wall.pads.open_pads() == []
    assert page.view.editor() is None
    assert page.on_wall.pads.open_at(moment_of(page).id) is None
    assert records(page) == before


def test_posts_that_change_the_wall_are_out_of_reach(hall: Room) -> None:
    page = hall.page
    assert page.room_mode.room is not None
    band = page.room_mode.room.band
    before = records(page)
    for post in (*band.add.values(), band.tools["colours"], band.tools["keyboard"]):
        assert not post.isEnabled()
        tap(hall, post)
    assert records(page) == before
    assert page.room_mode.room.adding.add_near(Side.LEFT) is None
    page.set_phase(Phase.COLOUR)
    assert page.pens.isHidden()


def test_locking_ends_what_is_going_on_and_keeps_what_is_typed(hall: Room) -> None:
    page = hall.page
    page.document.wall_lock.set_locked(is_locked=False)
    other = page.document.store.all(Moment)[0]
    pad = page.on_wall.pads.open_at(other.id)
    assert pad is not None
    pad.key("x").tap()
    page.on_wall.bars.open_at(page.document.store.all(Moment)[4].id)
    place = moment_of(page).step_id
    hall.hands.press(0, hall.on(TEXT))
    hall.hands.glide({0: hall.column(2, 0.5, 100.0)})
    page.document.wall_lock.set_locked(is_locked=True)
    hall.hands.release(0)
    assert moment_of(page).step_id == place
    assert page.on_wall.pads.open_pads() == []
    assert page.on_wall.bars.open_bars() == []
    assert page.document.store.get(Moment, other.id).text == f"{other.text}x"
    hall.check()


# --- the post ---


def test_a_tap_on_the_post_says_how_to_open(hall: Room) -> None:
    post = lock_post(hall.page)
    hall.page.toast.hide()
    tap(hall, post)
    assert hall.page.document.wall_lock.is_locked
    assert post.isChecked()
    assert "two seconds" in hall.page.toast.text


def test_the_post_held_for_two_seconds_opens(hall: Room) -> None:
    post = lock_post(hall.page)
    hall.hands.press(0, hall.of(post))
    assert post.wait.duration() == 2000
    empty = post.grab().toImage()
    post.wait.setCurrentTime(1000)
    assert post.grab().toImage() != empty, "a ring fills"
    assert hall.page.document.wall_lock.is_locked
    post.wait.setCurrentTime(2000)
    assert not hall.page.document.wall_lock.is_locked
    hall.hands.release(0)
    settle()
    assert not hall.page.document.wall_lock.is_locked, "letting go is no tap"
    assert not post.isChecked()
    hall.hands.drag(0, hall.on(TEXT), hall.column(2, 0.5, 100.0))
    hall.check()


def test_a_finger_that_leaves_the_post_opens_nothing(hall: Room) -> None:
    post = lock_post(hall.page)
    hall.hands.press(0, hall.of(post))
    hall.hands.glide({0: hall.empty(300.0, 200.0)})
    assert post.wait.state() == post.wait.State.Stopped
    hall.hands.release(0)
    assert hall.page.document.wall_lock.is_locked


def test_a_finger_that_is_taken_away_locks_and_opens_nothing(hall: Room) -> None:
    page = hall.page
    post = lock_post(page)
    hall.hands.press(0, hall.of(post))
    assert page.room_mode.room is not None
    cancel_touch(page.room_mode.room.band)
    assert post.wait.state() == post.wait.State.Stopped
    hall.hands.release(0)
    page.document.wall_lock.set_locked(is_locked=False)
    hall.hands.press(0, hall.of(post))
    cancel_touch(page.room_mode.room.band)
    hall.hands.release(0)
    assert not page.document.wall_lock.is_locked


def test_all_in_the_room_can_see_that_it_is_locked(hall: Room) -> None:
    assert hall.page.room_mode.room is not None
    header = hall.page.room_mode.room.header
    locked = header.grab().toImage()
    hall.page.document.wall_lock.set_locked(is_locked=False)
    assert header.grab().toImage() != locked


# --- mouse and keys ---


def test_the_mouse_moves_and_writes_nothing(desk: WallPage) -> None:
    desk.locking.toggle()
    before = records(desk)
    view = desk.view.viewport()
    drag(view, at(desk, TEXT), at(desk, "Sees our window from the bus"))
    assert "locked" in desk.toast.text
    double_click(view, at(desk, TEXT))
    assert desk.view.editor() is None
    column = next(iter(desk.scene.layout_.columns.values()))
    number = desk.view.mapFromScene(QPointF(column.rect.x + 50, column.rect.bottom + 6)).toPointF()
    drag(view, number, at(desk, TEXT))
    double_click(view, number)
    title = desk.view.mapFromScene(QPointF(40.0, 8.0)).toPointF()
    drag(view, title, at(desk, TEXT))
    double_click(view, title)
    assert desk.view.editor() is None
    assert records(desk) == before
    assert desk.selection.ids


def test_the_mouse_ticks_and_rates(desk: WallPage) -> None:
    desk.locking.toggle()
    was = moment_of(desk)
    click(desk.view.viewport(), at(desk, TEXT, tick_rect(NOTE_RECT).center()))
    assert moment_of(desk).is_ticked != was.is_ticked
    click(desk.view.viewport(), at(desk, TEXT, face_rect(NOTE_RECT).center()))
    assert desk.rating_card.isVisible()
    desk.rating_card.button(Rating.NEUTRAL).click()
    assert moment_of(desk).rating is Rating.NEUTRAL


def test_commands_that_change_the_wall_are_out_of_reach(desk: WallPage) -> None:
    QApplication.clipboard().setText("one\ntwo")
    desk.selection.set([moment_of(desk).id])
    desk.locking.toggle()
    before = records(desk)
    for name in CHANGING:
        action = desk.commands.action(name)
        assert not action.isEnabled(), name
        action.trigger()
        assert records(desk) == before, name
    desk.locking.toggle()
    assert [name for name in CHANGING if not desk.commands.action(name).isEnabled()] == []


def test_keys_rate_tick_and_undo(qtbot: QtBot, desk: WallPage) -> None:
    desk.selection.set([moment_of(desk).id])
    was = moment_of(desk)
    desk.locking.toggle()
    desk.view.setFocus()
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(desk.view, Qt.Key.Key_Delete)
    assert moment_of(desk)
    qtbot.keyClick(desk.view, Qt.Key.Key_3, alt)
    assert moment_of(desk).rating is Rating.MAGICAL
    qtbot.keyClick(desk.view, Qt.Key.Key_P, alt)
    assert moment_of(desk).is_ticked != was.is_ticked
    qtbot.keyClick(desk.view, Qt.Key.Key_Z, control)
    qtbot.keyClick(desk.view, Qt.Key.Key_Z, control)
    assert moment_of(desk) == was


def test_undo_works_on_what_was_done_before(desk: WallPage) -> None:
    desk.selection.set([moment_of(desk).id])
    was = moment_of(desk)
    desk.actions_.verbs.to_unsorted([was.id])
    desk.locking.toggle()
    desk.commands.action("undo").trigger()
    assert moment_of(desk) == was
    desk.commands.action("redo").trigger()
    assert moment_of(desk).step_id is None


def test_letters_begin_nothing(qtbot: QtBot, desk: WallPage) -> None:
    desk.locking.toggle()
    desk.view.setFocus()
    for ids in ([], [moment_of(desk).id]):
        desk.selection.set(ids)
        qtbot.keyClick(desk.view, "h")
        qtbot.keyClick(desk.view, Qt.Key.Key_Return)
        assert desk.view.editor() is None
        assert desk.bottom_bar.quick_add.line.text() == ""
    assert "locked" in desk.toast.text
    assert not desk.bottom_bar.quick_add.isEnabled()


def test_locking_takes_the_pen_and_ends_the_writing(desk: WallPage) -> None:
    moment = moment_of(desk)
    desk.show_pens(is_shown=True)
    desk.pens.button(desk.document.store.all(ContactType)[0].id).click()
    desk.in_place.edit_note(moment.id, " now")
    desk.locking.toggle()
    assert desk.view.hands.pen is None
    assert desk.pens.isHidden()
    assert desk.view.editor() is None
    assert desk.document.store.get(Moment, moment.id).text == f"{TEXT} now"


# --- the form ---


def test_the_form_judges_and_collects_and_no_more(qtbot: QtBot, desk: WallPage) -> None:
    desk.selection.set([moment_of(desk).id])
    settle()
    page = desk.panel.moment_tab.page
    assert not page.header.title.isReadOnly()
    desk.locking.toggle()
    assert page.header.title.isReadOnly()
    assert not page.texts[Part.ISSUE].isReadOnly()
    pen = desk.document.store.all(ContactType)[0].id
    assert not page.contact_type.button(pen).isEnabled()
    assert page.rating.button(Rating.MAGICAL).isEnabled()
    qtbot.keyClicks(page.texts[Part.TODAY], "Well. ")
    page.ideas.line.setPlainText("A picture")
    assert desk.panel.flush()
    assert "Well. " in moment_of(desk).today
    assert any(one.text == "A picture" for one in desk.document.store.all(Idea))
    desk.locking.toggle()
    assert not page.header.title.isReadOnly()
    assert page.contact_type.button(pen).isEnabled()


def test_words_typed_in_the_form_are_kept_when_the_wall_is_locked(
    qtbot: QtBot, desk: WallPage
) -> None:
    moment = moment_of(desk)
    desk.selection.set([moment.id])
    settle()
    title = desk.panel.moment_tab.page.header.title
    title.setFocus()
    qtbot.keyClicks(title, "He ")
    desk.locking.toggle()
    assert desk.document.store.get(Moment, moment.id).text == f"He {TEXT}"


def test_the_planning_form_keeps_the_words_of_notes(desk: WallPage) -> None:
    desk.panel.show_tab(Tab.FORM)
    model = desk.panel.form_tab.view.model()
    desk.locking.toggle()
    editable = {
        column: bool(model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable)
        for column in FormColumn
    }
    assert not editable.pop(FormColumn.MOMENT)
    assert all(editable.values())


# --- Desk ---


def test_desk_locks_in_its_view_menu(desk: WallPage) -> None:
    menu = desk.top_bar.view_button.menu()
    action = desk.commands.action("lock")
    assert isinstance(action, QAction)
    assert action in menu.actions()
    assert desk.commands.action("room") in menu.actions()
    assert desk.commands.action("screen_size") in menu.actions()
    action.trigger()
    menu.aboutToShow.emit()
    assert action.isChecked()
    assert desk.hint.text().startswith("Locked.")
    desk.toast.hide()
    desk.document.wall_lock.permits()
    assert desk.toast._button.text() == "Unlock"
    desk.toast._button.click()
    assert not desk.document.wall_lock.is_locked
    menu.aboutToShow.emit()
    assert not action.isChecked()
    assert not desk.hint.text().startswith("Locked.")


def test_the_lock_comes_along_to_room_and_back(desk: WallPage) -> None:
    desk.locking.toggle()
    desk.room_mode.enter()
    settle()
    assert lock_post(desk).isChecked()
    assert lock_post(desk).needs_hold
    desk.room_mode.leave()
    assert not desk.commands.action("delete").isEnabled()
    assert desk.document.store.count(Step)
