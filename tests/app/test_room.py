"""Room: the page on a panel that several people stand at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from motwall.app.settings import Settings
from motwall.app.shell import Shell
from motwall.model.edits.agenda import Planned
from motwall.model.edits.sessions import close_session
from motwall.model.near_side import Side
from motwall.model.phases import Phase
from motwall.model.records import Moment, PlannedAction, Rating
from motwall.model.screen import Screen
from motwall.model.sessions import open_session_now
from motwall.paint.note_geometry import face_rect
from motwall.paint.tokens import DARK
from motwall.scene.bar_pages import Page
from motwall.scene.key_pad import KeyPad
from motwall.scene.note_item import NOTE_RECT
from motwall.scene.tap_button import TapButton
from motwall.ui.handouts.choices import Output
from motwall.ui.handouts.sheet import HandoutSheet
from motwall.ui.panel.side_panel import Tab
from motwall.ui.room.memory import screen_of
from motwall.ui.room.post import Post
from motwall.ui.room.room import Room as PutUp
from motwall.ui.theme import apply_theme
from motwall.ui.wall_page import WallPage
from tests.app.controls import Control, controls
from tests.app.lasting import LastingRoom
from tests.app.made_walls import of_template, open_copy
from tests.app.touching import Room
from tests.driving import double_click

LEFT = Qt.MouseButton.LeftButton
SIZE = (1920, 1080)
SCREEN = Screen("panel", 3840, 2160, 2.0)
popups = pytest.mark.qt_log_ignore("This plugin does not support")


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def page(shell: Shell) -> WallPage:
    """The corner shop on Desk, in front of an 86-inch panel whose size is known."""
    shell.window.resize(*SIZE)
    page = open_copy(shell, of_template("shop"))
    page.room_mode.screen = lambda: SCREEN
    page.room_mode.memory.set_inches("panel", 86.0)
    settle()
    return page


@pytest.fixture
def hall(lasting_room: LastingRoom) -> Iterator[Room]:
    """The same in Room, with fingers."""
    with lasting_room.lent() as made:
        yield made


def put_up(page: WallPage) -> PutUp:
    assert page.room_mode.room is not None
    return page.room_mode.room


def tool(page: WallPage, name: str) -> Post:
    return put_up(page).band.tools[name]


def on(hall: Room, button: TapButton) -> QPoint:
    """The middle of a button on the wall, in the window."""
    shown = button.deviceTransform(hall.page.view.viewportTransform())
    return hall.spot(shown.mapRect(QRectF(button.rect)).center().toPoint())


def tap(hall: Room, widget: QWidget) -> None:
    """With nobody else's finger near it a moment ago."""
    hall.clock.seconds += 10.0
    hall.hands.tap(0, hall.of(widget))
    settle()


def the_pad(hall: Room) -> KeyPad:
    (pad,) = hall.page.on_wall.pads.open_pads()
    return pad


# --- to Room and back ---


def where_all_is(page: WallPage) -> dict[QWidget, object]:
    """Every widget that can be seen, with its place and the size of its font."""
    return {
        one: (QRect(one.mapTo(page, QPoint()), one.size()), one.font().pixelSize())
        for one in page.findChildren(QWidget)
        if one.isVisible()
    }


@pytest.mark.parametrize("phase", [Phase.COLOUR, Phase.ASSESS, Phase.IDEAS_AND_ACTIONS])
def test_desk_is_as_it_was_after_a_visit_to_room(page: WallPage, phase: Phase) -> None:
    page.set_phase(phase)
    page.selection.set([page.document.store.all(Moment)[9].id])
    settle()
    before, scale = where_all_is(page), page.view.pixels_per_mm
    bars = (page.top_bar, page.bottom_bar, page.panel)
    pictures = [one.grab().toImage() for one in bars]
    page.room_mode.enter()
    settle()
    page.toggle_panel()
    settle()
    assert where_all_is(page) != before
    page.room_mode.leave()
    settle()
    assert page.view.pixels_per_mm == scale
    assert where_all_is(page) == before
    assert [one.grab().toImage() for one in bars] == pictures


def test_the_key_and_the_post_switch(qtbot: QtBot, hall: Room) -> None:
    page = hall.page
    tap(hall, tool(page, "desk"))
    assert not page.room_mode.is_room
    assert page.top_bar.isVisible()
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_F10)
    assert page.room_mode.is_room
    assert not page.top_bar.isVisible()
    assert page.on_wall.is_room
    assert page.view.router.is_room
    qtbot.keyClick(page.view, Qt.Key.Key_F10)
    assert not page.on_wall.is_room
    assert not page.view.router.is_room


def test_phase_selection_and_pen_come_along(page: WallPage) -> None:
    page.set_phase(Phase.COLOUR)
    ids = [one.id for one in page.document.store.all(Moment)[3:5]]
    page.selection.set(ids)
    pen = page.document.store.all(Moment)[0].contact_type_id or ""
    page.pens.button(pen).click()
    held = page.view.hands.pen
    assert held is not None
    for _ in range(2):
        page.room_mode.toggle()
        settle()
        assert page.phase is Phase.COLOUR
        assert page.selection.ids == tuple(ids)
        assert page.view.hands.pen == held
        assert page.pens.isVisible()
        assert page.pens.button(pen).isChecked()


def test_what_is_being_written_on_a_note_goes_on(qtbot: QtBot, page: WallPage) -> None:
    moment = page.document.store.all(Moment)[4]
    page.in_place.edit_note(moment.id, " twice")
    page.room_mode.enter()
    settle()
    assert page.view.editor() is None
    pad = page.on_wall.pads.pad_of(moment.id)
    assert pad is not None
    assert pad.text == f"{moment.text} twice"
    pad.key("s").tap()
    page.room_mode.leave()
    settle()
    editor = page.view.editor()
    assert editor is not None
    assert editor.toPlainText() == f"{moment.text} twices"
    assert page.document.store.get(Moment, moment.id).text == f"{moment.text} twices"
    editor.finish()


def test_what_is_being_written_in_the_form_is_kept(qtbot: QtBot, page: WallPage) -> None:
    moment = page.document.store.all(Moment)[4]
    page.set_phase(Phase.ASSESS)
    page.selection.set([moment.id])
    settle()
    field = page.panel.moment_tab.page.texts["today"]  # type: ignore[index] # a StrEnum
    field.setFocus()
    qtbot.keyClicks(field, "Quickly. ")
    page.room_mode.enter()
    settle()
    assert "Quickly. " in page.document.store.get(Moment, moment.id).today
    page.toggle_panel()
    settle()
    assert field.isVisible()
    assert "Quickly. " in field.text()


def test_full_screen_stays(qtbot: QtBot, hall: Room) -> None:
    window = hall.shell.window
    window.toggle_full_screen()
    hall.page.room_mode.leave()
    assert window.isFullScreen()
    window.toggle_full_screen()


def test_another_size_of_window_is_another_room(hall: Room) -> None:
    before = put_up(hall.page)
    hall.page.toggle_panel()
    hall.shell.window.resize(1366, 768)
    settle()
    after = put_up(hall.page)
    assert after is not before
    assert after.side.is_open
    assert after.sizes.px_per_mm == pytest.approx(before.sizes.px_per_mm)
    assert after.sizes.height == 768
    window = QRectF(hall.shell.window.rect())
    assert all(window.contains(one.seen) for one in controls(hall.page))


def test_dark_and_light_in_room(qapp: QApplication, hall: Room) -> None:
    before = put_up(hall.page).band.grab().toImage().pixelColor(2, 2)
    apply_theme(qapp, DARK)
    hall.shell.set_tokens(DARK)
    settle()
    after = put_up(hall.page).band.grab().toImage().pixelColor(2, 2)
    assert after.lightness() < 60 < before.lightness()


# --- what is remembered ---


def test_room_is_remembered_for_each_screen(tmp_path: Path, page: WallPage, shell: Shell) -> None:
    shell.window.screens = page.room_mode.memory = Settings(tmp_path / "settings.ini")
    page.room_mode.enter()
    page.room_mode.sheet.picks[86.0].click()
    page.room_mode.sheet.done.click()
    again = Settings(tmp_path / "settings.ini")
    assert again.is_room("panel") is True
    assert again.inches("panel") == 86.0
    assert again.is_room("laptop") is None
    assert again.inches("laptop") is None
    page.room_mode.leave()
    assert Settings(tmp_path / "settings.ini").is_room("panel") is False


def test_a_wall_opens_in_room_where_room_was_used_last(shell: Shell, page: WallPage) -> None:
    key = screen_of(shell.window.screen()).key
    shell.window.screens.set_room(key, is_room=True)
    shell.window.screens.set_inches(key, 86.0)
    shell.window.start.template_wanted.emit("shop")
    opened = shell.window.page
    assert opened is not None
    assert opened is not page
    assert opened.room_mode.is_room


def test_settings_that_make_no_sense_are_no_settings(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.set_inches("a/b", 3.0)
    assert settings.inches("a/b") is None
    settings.set_inches("a/b", 64.5)
    assert settings.inches("a/b") == 64.5


def test_on_a_large_screen_room_is_offered_once(qtbot: QtBot, page: WallPage) -> None:
    wall_sized = Screen("new", 3840, 2160, 2.0, (1904.0, 1071.0))
    page.room_mode.screen = lambda: wall_sized
    memory = page.room_mode.memory
    page.room_mode.begin(memory)
    assert "large screen" in page.message_bar.text
    _, stay = page.message_bar.findChildren(QPushButton)[-2:]
    qtbot.mouseClick(stay, LEFT)
    assert page.message_bar.text == ""
    page.room_mode.begin(memory)
    assert page.message_bar.text == ""
    assert not page.room_mode.is_room
    memory.set_room("newer", is_room=False)
    page.room_mode.screen = lambda: Screen("newer still", 3840, 2160, 2.0, (1904.0, 1071.0))
    page.room_mode.begin(memory)
    qtbot.mouseClick(page.message_bar.findChildren(QPushButton)[-2], LEFT)
    assert page.room_mode.is_room
    page.room_mode.leave()
    page.room_mode.screen = lambda: Screen("newest", 3840, 2160, 2.0, (1904.0, 1071.0))
    page.room_mode.begin(memory)
    assert "large screen" in page.message_bar.text
    page.room_mode.toggle()
    assert page.message_bar.text == "", "who took Room by its key is not asked any more"


def test_the_size_of_a_screen_is_asked_once(page: WallPage) -> None:
    page.room_mode.screen = lambda: Screen("new", 3840, 2160, 2.0)
    page.room_mode.enter()
    settle()
    sheet = page.room_mode.sheet
    assert sheet.isVisible()
    assert sheet.inches == 65.0
    sheet.picks[75.0].click()
    sheet.more.click()
    assert sheet.inches == 76.0
    sheet.less.click()
    sheet.less.click()
    assert sheet.inches == 74.0
    sheet.picks[75.0].click()
    sheet.done.click()
    settle()
    assert sheet.isHidden()
    assert put_up(page).sizes.px_per_mm == pytest.approx(2.31 / 2, abs=0.005)
    page.room_mode.leave()
    page.room_mode.enter()
    assert sheet.isHidden()


def test_a_bank_card_corrects_the_size(page: WallPage) -> None:
    page.room_mode.enter()
    page.room_mode.ask_size()
    settle()
    sheet = page.room_mode.sheet
    first = sheet.bar.width()
    assert first == pytest.approx(85.6 * SCREEN.px_per_mm(86.0) + 2, abs=1)
    for _ in range(20):
        sheet.longer.click()
    assert sheet.bar.width() > first + 5
    assert sheet.inches < 80
    for _ in range(40):
        sheet.shorter.click()
    assert sheet.bar.width() < first - 5
    assert sheet.inches > 92
    sheet.cancel.click()
    assert page.room_mode.memory.inches("panel") == 86.0


def test_not_now_leaves_the_size_unknown(hall: Room) -> None:
    tap(hall, tool(hall.page, "size"))
    sheet = hall.page.room_mode.sheet
    assert sheet.isVisible()
    tap(hall, sheet.picks[55.0])
    tap(hall, sheet.cancel)
    assert sheet.isHidden()
    assert put_up(hall.page).sizes.px_per_mm == pytest.approx(SCREEN.px_per_mm(86.0))


# --- the posts ---


def test_phases_by_their_posts(hall: Room) -> None:
    page, band = hall.page, put_up(hall.page).band
    for phase in Phase:
        tap(hall, band.phases[phase])
        assert page.phase is phase
        assert [one for one, post in band.phases.items() if post.isChecked()] == [phase]
        assert put_up(page).header.accessibleName().startswith(f"{phase.letter} {phase.label}")
    assert not band.following.isEnabled()
    tap(hall, band.previous)
    assert page.phase is Phase.ASSESS
    tap(hall, band.following)
    assert page.phase is Phase.IDEAS_AND_ACTIONS


def test_zoom_and_fit(hall: Room) -> None:
    view = hall.page.view
    fitted = view.pixels_per_mm
    tap(hall, tool(hall.page, "larger"))
    assert view.pixels_per_mm > fitted
    tap(hall, tool(hall.page, "smaller"))
    tap(hall, tool(hall.page, "smaller"))
    assert view.pixels_per_mm < fitted
    tap(hall, tool(hall.page, "fit"))
    assert view.pixels_per_mm == fitted


def test_undo_and_redo_say_what_they_do(hall: Room) -> None:
    page, band = hall.page, put_up(hall.page).band
    moment = next(one for one in page.document.store.all(Moment) if not one.is_ticked)
    assert not tool(page, "redo").isEnabled()
    page.actions_.verbs.tick([moment.id])
    for side in Side:
        assert "tick" in band.undo[side].detail
    tap(hall, band.undo[Side.RIGHT])
    assert not page.document.store.get(Moment, moment.id).is_ticked
    tap(hall, tool(page, "redo"))
    assert page.document.store.get(Moment, moment.id).is_ticked


def test_who_stands_in_a_corner_does_not_take_back_the_session(hall: Room) -> None:
    page, band = hall.page, put_up(hall.page).band
    document = page.document
    document.workshop.begin([Planned("welcome", "", 5), Planned("close", "", 5)])
    session = open_session_now(document.store)
    assert session is not None
    tap(hall, band.undo[Side.LEFT])
    assert document.workshop.is_begun
    assert "beginning the workshop" in page.toast.text
    document.push(close_session(document.store, session.id, document.clock.now(), None))
    assert not page.toast.text, "its button would take back something else by now"
    tap(hall, band.undo[Side.RIGHT])
    assert open_session_now(document.store) is None
    tap(hall, *page.toast.findChildren(QPushButton))
    assert open_session_now(document.store) is not None
    page.undo()
    assert not document.workshop.is_begun, "a key asks nothing"


def test_pens_unfold_and_colour(hall: Room) -> None:
    page = hall.page
    page.set_phase(Phase.POST_ITS)
    assert page.pens.isHidden()
    tap(hall, tool(page, "colours"))
    assert page.pens.isVisible()
    assert tool(page, "colours").isChecked()
    moments = page.document.store.all(Moment)
    other = next(one for one in moments if one.contact_type_id != moments[0].contact_type_id)
    pen = page.pens.button(other.contact_type_id or "")
    tap(hall, pen)
    assert pen.isChecked()
    hall.hands.tap(0, hall.on(moments[0].text))
    assert page.document.store.get(Moment, moments[0].id).contact_type_id == other.contact_type_id
    tap(hall, pen)
    assert page.view.hands.pen is None
    tap(hall, tool(page, "colours"))
    assert page.pens.isHidden()


@pytest.mark.parametrize("side", list(Side))
def test_a_note_is_added_at_the_side_of_who_adds_it(hall: Room, side: Side) -> None:
    page = hall.page
    before = page.selection.ids
    count = page.document.store.count(Moment)
    tap(hall, put_up(page).band.add[side])
    pad = the_pad(hall)
    moment = page.document.store.get(Moment, pad.moment_id)
    assert moment.step_id is None
    item = page.scene.note(moment.id)
    assert item is not None
    middle = page.view.mapFromScene(item.reach.center())
    assert page.view.viewport().rect().contains(middle)
    top = page.view.viewport().mapTo(page, middle).y()
    assert page.height() / 3 < top < page.height() * 0.85, "within reach"
    is_left = middle.x() < page.view.viewport().width() / 2
    assert is_left == (side is Side.LEFT)
    for letter in "ok":
        hall.hands.tap(0, on(hall, pad.key(letter)))
    hall.hands.tap(0, on(hall, pad.key("Done")))
    assert page.document.store.get(Moment, moment.id).text == "ok"
    assert page.document.store.count(Moment) == count + 1
    assert page.selection.ids == before, "others go on with what they picked"
    hall.check()


def test_two_people_add_at_both_sides_at_once(hall: Room) -> None:
    band = put_up(hall.page).band
    left, right = (hall.of(band.add[side]) for side in Side)
    hall.hands.frame(press={0: left, 1: right})
    hall.hands.release(0, 1)
    settle()
    one, other = hall.page.on_wall.pads.open_pads()
    assert one.spot.right < other.spot.x
    hall.hands.frame(press={0: on(hall, one.key("a")), 1: on(hall, other.key("b"))})
    hall.hands.release(0, 1)
    assert (one.text, other.text) == ("a", "b")


def test_people_at_one_corner_write_beside_each_other(hall: Room) -> None:
    page = hall.page
    page.room_mode.leave()
    page.room_mode.memory.set_inches("panel", 65.0)
    page.room_mode.enter()
    settle()
    for _ in range(4):
        tap(hall, put_up(page).band.add[Side.LEFT])
    pads = page.on_wall.pads.open_pads()
    boxes = [one.anchor.box(page.view.viewportTransform()) for one in pads]
    notes = [one.toAlignedRect() for one in boxes if one is not None]
    boards = [QRectF(*one.spot).toAlignedRect() for one in pads]
    assert len(notes) == len(boards) == 4
    for number, board in enumerate(boards):
        assert not any(board.intersects(one) for one in boards[:number])
        assert not any(board.intersects(one) for one in notes), "nobody's note lies below it"


def test_a_note_without_a_word_goes_again(hall: Room) -> None:
    page = hall.page
    version = {one.id for one in page.document.store.everything()}
    tap(hall, put_up(page).band.add[Side.LEFT])
    hall.hands.tap(0, on(hall, the_pad(hall).key("Done")))
    assert {one.id for one in page.document.store.everything()} == version
    assert "off the wall" in page.toast.text
    assert page.document.history.next_undo is None or "add" not in str(
        page.document.history.next_undo.label
    )
    hall.check()


def test_the_wall_is_closed_while_a_note_waits_for_its_words(hall: Room) -> None:
    count = hall.page.document.store.count(Moment)
    tap(hall, put_up(hall.page).band.add[Side.LEFT])
    path = hall.path
    assert hall.shell.close_wall()
    hall.shell.open(path)
    opened = hall.shell.window.page
    assert opened is not None
    assert opened.document.store.count(Moment) == count


def test_a_double_tap_on_the_empty_wall_writes_there(hall: Room) -> None:
    at = hall.empty(700.0, 200.0)
    for _ in range(2):
        hall.clock.seconds += 0.1
        hall.hands.tap(0, at)
    pad = the_pad(hall)
    item = hall.scene.note(pad.moment_id)
    assert item is not None
    assert item.contains(
        hall.page.view.mapToScene(hall.page.view.viewport().mapFrom(hall.shell.window, at))
        - item.pos()
    )


def test_the_keyboard_post_writes_on_the_selected_note_or_a_new_one(hall: Room) -> None:
    page = hall.page
    moment = page.document.store.all(Moment)[7]
    page.selection.set([moment.id])
    tap(hall, tool(page, "keyboard"))
    assert the_pad(hall).moment_id == moment.id
    page.on_wall.pads.close_all()
    page.selection.clear()
    tap(hall, tool(page, "keyboard"))
    fresh = page.document.store.get(Moment, the_pad(hall).moment_id)
    assert fresh.text == ""


def test_letters_of_a_keyboard_begin_a_note(qtbot: QtBot, hall: Room) -> None:
    page = hall.page
    page.selection.clear()
    page.view.setFocus()
    qtbot.keyClick(page.view, "H")
    editor = page.view.editor()
    assert editor is not None
    assert editor.toPlainText() == "H"
    editor.finish()
    assert hall.moment("H").step_id is None


def test_a_tap_on_a_face_asks_at_the_note(hall: Room) -> None:
    page = hall.page
    tap(hall, put_up(page).band.phases[Phase.ASSESS])
    moments = [one for one in page.document.store.all(Moment) if one.rating is None][:2]
    for moment in moments:
        at = face_rect(NOTE_RECT).center()
        hall.hands.tap(0, hall.on(moment.text, at))
    assert page.rating_card.isHidden()
    bars = page.on_wall.bars.open_bars()
    assert [one.page for one in bars] == [Page.FACE, Page.FACE]
    hall.hands.frame(
        press={0: on(hall, bars[0].button("Magical")), 1: on(hall, bars[1].button("Miserable"))}
    )
    hall.hands.release(0, 1)
    ratings = [page.document.store.get(Moment, one.id).rating for one in moments]
    assert ratings == [Rating.MAGICAL, Rating.MISERABLE]


# --- the form ---


def test_the_form_stands_at_either_side(hall: Room) -> None:
    page, window = hall.page, hall.shell.window
    tap(hall, tool(page, "form"))
    side = put_up(page).side
    assert side.is_open
    assert tool(page, "form").isChecked()
    assert side.mapTo(window, QPoint(side.width(), 0)).x() == window.width()
    assert side.width() == round(420 * SCREEN.px_per_mm(86.0) + 0.5)
    tap(hall, side.other)
    assert side.mapTo(window, QPoint()).x() == 0
    page.room_mode.leave()
    page.room_mode.enter()
    settle()
    side = put_up(page).side
    assert side.is_open
    assert side.mapTo(window, QPoint()).x() == 0
    tap(hall, side.close_post)
    assert not side.is_open
    assert not tool(page, "form").isChecked()


def test_one_writes_in_the_form_while_others_drag(qtbot: QtBot, hall: Room) -> None:
    page = hall.page
    page.set_phase(Phase.ASSESS)
    first, second, third = page.document.store.all(Moment)[:3]
    page.selection.set([first.id])
    page.toggle_panel()
    settle()
    hall.hands.press(0, hall.on(second.text))
    hall.hands.press(1, hall.on(third.text))
    hall.hands.glide({0: hall.empty(600.0, 100.0), 1: hall.empty(800.0, 100.0)})
    field = page.panel.moment_tab.page.texts["expectation"]  # type: ignore[index] # a StrEnum
    hall.hands.tap(2, hall.of(field))
    assert page.focusWidget() is field
    qtbot.keyClicks(field, "Soon")
    hall.hands.release(0, 1)
    assert page.focusWidget() is field
    page.flush()
    store = page.document.store
    assert "Soon" in store.get(Moment, first.id).expectation
    assert {second.text, third.text} <= set(hall.loose())
    hall.check()


# --- nothing modal ---


def assert_nothing_popped_up() -> None:
    assert QApplication.activePopupWidget() is None
    assert QApplication.activeModalWidget() is None
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    assert [one for one in shown if isinstance(one, QMenu)] == []


def arrange(hall: Room, phase: Phase) -> None:
    """Have it all on the page: pens, form and message, whatever the last tap did to them."""
    page = hall.page
    if not page.room_mode.is_room:
        page.room_mode.enter()
    page.hide_floating()
    page.document.wall_lock.set_locked(is_locked=False)
    page.set_phase(phase)
    page.show_pens(is_shown=True)
    page.selection.set([hall.moment("Looks for the right shelf").id])
    page.panel.show_tab(Tab.MOMENT)
    page.show_panel()
    if not page.message_bar.text:
        page.message_bar.say("Something", (("Try again", lambda: None),))
    settle()


def new_controls(page: WallPage, tapped: set[str]) -> list[Control]:
    """What can be tapped and has not been; on another put-up of Room, the same post is no other."""
    return [one for one in controls(page) if one.widget is not None and one.name not in tapped]


@popups
def test_a_tap_on_anything_opens_no_popup(hall: Room) -> None:
    page = hall.page
    tapped: set[str] = set()
    for phase in (Phase.COLOUR, Phase.ASSESS, Phase.IDEAS_AND_ACTIONS):
        arrange(hall, phase)
        assert not any(one.isVisible() for one in page.findChildren(QComboBox))
        while new := new_controls(page, tapped):
            control = new[0]
            tapped.add(control.name)
            assert len(tapped) < 300, f"names without end, such as {control.name}"
            if isinstance(control.widget, QPushButton | QToolButton):
                assert control.widget.menu() is None, control.name
            hall.clock.seconds += 10.0
            hall.hands.tap(0, control.seen.center().toPoint())
            settle()
            assert_nothing_popped_up()
            arrange(hall, phase)
    assert len(tapped) > 80


@popups
def test_no_menu_opens_in_room(qtbot: QtBot, hall: Room) -> None:
    page = hall.page
    page.selection.set([hall.moment("Looks for the right shelf").id])
    page.toggle_panel()
    page.commands.action("find").trigger()
    settle()
    fields = [one.viewport() for one in page.findChildren(QPlainTextEdit)]
    fields += page.findChildren(QLineEdit)
    shown = [one for one in fields if one.isVisible()]
    assert len(shown) > 2
    for widget in (page.view.viewport(), *shown, put_up(page).band, page.panel):
        at = widget.rect().center()
        for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
            event = QContextMenuEvent(reason, at, widget.mapToGlobal(at))
            QApplication.sendEvent(widget, event)
            settle()
            assert_nothing_popped_up()
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Menu)
    assert_nothing_popped_up()
    page.room_mode.leave()
    settle()
    field = page.panel.moment_tab.page.header.title.viewport()
    at = field.rect().center()
    QApplication.sendEvent(
        field, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.mapToGlobal(at))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "on Desk there is one"
    menu.close()


def test_a_date_is_typed_in_room_and_picked_on_desk(page: WallPage) -> None:
    page.set_phase(Phase.IDEAS_AND_ACTIONS)
    page.selection.set([next(iter(page.document.store.all(PlannedAction))).moment_id])
    settle()
    planned = page.panel.moment_tab.page.planned
    planned.add.line.setPlainText("Ring back")
    settle()
    assert planned.add.due.button.isVisible()
    page.room_mode.enter()
    page.toggle_panel()
    planned.add.line.setPlainText("Write back")
    settle()
    assert planned.add.due.editor.isVisible()
    assert not planned.add.due.button.isVisible()
    page.room_mode.leave()
    planned.add.line.setPlainText("Come back")
    settle()
    assert planned.add.due.button.isVisible()
    said = [one.text for one in page.document.store.all(PlannedAction)]
    assert {"Ring back", "Write back"} <= set(said), "what was typed is kept"


def test_what_asks_for_a_file_waits_for_desk(
    hall: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = hall.shell.window
    for name in ("open", "copy_as", "rename", "print"):
        assert not window._own.action(name).isEnabled()
    asked: list[bool] = []

    def ask(*_arguments: object) -> tuple[str, str]:
        asked.append(hall.page.room_mode.is_room)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    hall.page.copy_wanted.emit()
    assert asked == [False]
    for name in ("open", "copy_as", "rename", "print"):
        assert window._own.action(name).isEnabled()


def test_handouts_are_saved_without_a_question(hall: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_arguments: object) -> tuple[str, str]:
        raise AssertionError

    monkeypatch.setattr(QFileDialog, "getSaveFileName", never)
    walls = hall.shell.walls
    tap(hall, tool(hall.page, "handouts"))
    (sheet,) = hall.page.shown_cards()
    assert isinstance(sheet, HandoutSheet)
    assert sheet.buttons[Output.PRINT].isHidden()
    sheet.tabs.setCurrentIndex(1)
    settle()
    names = []
    for _ in range(2):
        tap(hall, sheet.buttons[Output.JSON])
        job = walls.ways_out.jobs[-1]
        job.wait()
        settle()
        names.append(job.path.name)
        assert job.path.is_file()
        assert names[-1] in hall.page.message_bar.text
    assert names[0] != names[1]
    assert hall.page.room_mode.is_room


def test_the_planning_form_has_more_room_if_wanted(hall: Room) -> None:
    page = hall.page
    page.toggle_panel()
    page.panel.show_tab(Tab.FORM)
    settle()
    before = page.panel.width()
    tap(hall, page.panel.form_tab.widen_button)
    assert page.panel.width() > before + 100
    assert page.view.isVisible(), "the others go on"
    tap(hall, page.panel.form_tab.widen_button)
    assert page.panel.width() == before


def test_the_find_bar_is_in_reach(qtbot: QtBot, hall: Room) -> None:
    page = hall.page
    page.commands.action("find").trigger()
    settle()
    bar = page.keyboard.find_bar
    assert bar.mapTo(page, QPoint()).y() > page.height() / 2
    page.room_mode.leave()
    settle()
    assert bar.mapTo(page, QPoint()).y() < page.height() / 2
    page.room_mode.enter()
    settle()
    assert bar.mapTo(page, QPoint()).y() > page.height() / 2


def test_a_drag_of_notes_works_as_ever(hall: Room) -> None:
    moment = hall.moment("Gets the spring leaflet")
    hall.hands.drag(0, hall.on(moment.text), hall.column(3, 0.5, 90.0))
    assert hall.page.document.store.get(Moment, moment.id).step_id is not None
    hall.check()


def test_who_is_at_the_panel_sees_the_note_large(hall: Room) -> None:
    page = hall.page
    page.toggle_panel()
    caption = put_up(page).side._caption
    assert "Tap a note" in caption.words
    nothing = caption.grab().toImage()
    page.selection.set([hall.moment("Looks for the right shelf").id])
    settle()
    assert "Priority" in caption.words
    assert caption.grab().toImage() != nothing


def test_point(hall: Room) -> None:
    """A finger that goes down on a post and leaves it does nothing."""
    band = put_up(hall.page).band
    hall.hands.press(0, hall.of(band.phases[Phase.COLOUR]))
    assert band.phases[Phase.COLOUR].isDown()
    hall.hands.glide({0: hall.of(band.add[Side.LEFT])})
    assert not band.phases[Phase.COLOUR].isDown()
    hall.hands.release(0)
    assert hall.page.phase is not Phase.COLOUR


def test_a_double_click_writes_on_the_empty_wall(hall: Room) -> None:
    view = hall.page.view
    left, top = hall.scene.layout_.unsorted_origin()
    double_click(view.viewport(), view.mapFromScene(QPointF(left + 700, top + 200)).toPointF())
    assert the_pad(hall).text == ""


def test_the_keyboard_goes_round_the_panes_of_room(hall: Room) -> None:
    page = hall.page
    page.view.setFocus()
    page.keyboard.panes.go(-1)
    band = put_up(page).band
    assert band.isAncestorOf(page.focusWidget())
    page.escape()
    assert page.focusWidget() is page.view
    assert not page.commands.action("about").isEnabled()


def test_keys_reach_posts(qtbot: QtBot, hall: Room) -> None:
    post = put_up(hall.page).band.phases[Phase.COLOUR]
    post.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    ring = post.grab().toImage()
    QTest.keyClick(post, Qt.Key.Key_Space)
    assert hall.page.phase is Phase.COLOUR
    hall.page.view.setFocus()
    settle()
    assert post.grab().toImage() != ring
    assert QPointF(post.pos()).x() > 0
