"""What a drag does, keys do, too; and keys that lead to where one writes."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.order import steps_in_order, unsorted_moments
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Moment, Stage
from motwall.ui.wall_page import WallPage
from tests.app.on_page import run, select, timeline

_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


def test_steps_stages_and_stacks_are_moved_by_key(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    qtbot.keyClick(page.view, Qt.Key.Key_Right, _CTRL | _SHIFT)
    assert timeline(page) == [["Comes in"], ["Rings"], ["Pays"]]
    select(page, "Comes in", "Rings")
    run(page, "name_stretch")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    qtbot.keyClick(page.view, Qt.Key.Key_Right, _ALT | _SHIFT)
    assert timeline(page) == [["Pays"], ["Comes in"], ["Rings"]]
    qtbot.keyClick(page.view, Qt.Key.Key_Left, _ALT | _SHIFT)
    qtbot.keyClick(page.view, Qt.Key.Key_Up, _ALT | _SHIFT)
    store = page.document.store
    (stage,) = store.all(Stage)
    assert len({one.stage_id for one in steps_in_order(store)}) == 1
    qtbot.keyClick(page.view, Qt.Key.Key_Down, _ALT | _SHIFT)
    assert [one.stage_id for one in steps_in_order(store)] == [stage.id, stage.id, None]
    run(page, "duplicate")
    qtbot.keyClick(page.view, Qt.Key.Key_Up, _ALT)
    assert page.document.history.next_undo is not None


def test_what_cannot_be_moved_says_why(page: WallPage) -> None:
    page.selection.clear()
    for name in ("step_later", "stage_later", "stage_longer"):
        run(page, name)
        assert page.toast.text == "Select a note on the timeline first."
        page.toast.hide()
    select(page, "Rings")
    run(page, "stage_longer")
    assert page.toast.text.startswith("This step is in no stage.")
    run(page, "priority_earlier")
    assert page.toast.text == "Select a note that is chosen as a priority first."
    run(page, "higher")
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]]


def test_titles_are_named_by_key(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    run(page, "name_stage")
    assert page.view.editor() is None, "there is none yet"
    run(page, "name_step")
    qtbot.keyClicks(page.view, "Phone")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert steps_in_order(page.document.store)[0].title == "Phone"
    run(page, "name_stretch")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    run(page, "name_stage")
    qtbot.keyClicks(page.view, "Before")
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    assert [one.title for one in page.document.store.all(Stage)] == ["Before"]


def test_notes_go_to_unsorted_by_command(page: WallPage) -> None:
    select(page, "Rings", "Pays")
    run(page, "to_unsorted")
    version = page.document.store.version
    run(page, "to_unsorted")
    assert page.document.store.version == version, "they are unsorted already"
    assert {one.text for one in unsorted_moments(page.document.store)} == {"Rings", "Pays"}
    assert timeline(page) == [["Comes in"]]


def test_alt_c_colours_what_is_selected_and_else_shows_the_pens(
    qtbot: QtBot, page: WallPage
) -> None:
    page.set_phase(Phase.POST_ITS)
    page.selection.clear()
    run(page, "colour")
    assert page.pens.isVisible()
    select(page, "Rings")
    run(page, "colour")
    card = page.keyboard.colours
    assert card.isVisible()
    chips = card.chips
    assert page.focusWidget() is chips.chip(None), "where the colour is now"
    assert not card.geometry().intersects(
        page.rect_of(page.selection.ids[0]).adjusted(9, 9, -9, -9)
    )
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_W)
    focused = page.focusWidget()
    assert focused.text() in {"Webinar", "Website"}  # type: ignore[attr-defined]
    qtbot.keyClick(focused, Qt.Key.Key_Left)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.focusWidget() is focused
    qtbot.keyClick(focused, Qt.Key.Key_X)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_P)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_O)
    store = page.document.store
    moment = store.get(Moment, page.selection.ids[0])
    assert store.get(ContactType, str(moment.contact_type_id)).name == "Post"
    assert card.isHidden()
    assert page.focusWidget() is page.view
    run(page, "colour")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert card.isHidden()


def test_a_pen_taken_by_key_colours_the_selected_notes(qtbot: QtBot, page: WallPage) -> None:
    page.show_pens(is_shown=True)
    store = page.document.store
    pen = next(one for one in store.all(ContactType) if one.name == "Phone")
    (moment_id,) = select(page, "Rings")
    page.pens.button(pen.id).setFocus()
    qtbot.keyClick(page.pens.button(pen.id), Qt.Key.Key_Space)
    assert store.get(Moment, moment_id).contact_type_id == pen.id
    assert page.view.hands.pen is None
    assert not page.pens.button(pen.id).isChecked()
    page.selection.clear()
    qtbot.keyClick(page.pens.button(pen.id), Qt.Key.Key_Space)
    assert page.view.hands.pen is not None, "with nothing selected it is taken in hand"


def test_a_card_closed_by_escape_gives_the_keyboard_back(shell: Shell, page: WallPage) -> None:
    shell.window.handouts_wanted.emit()
    page.escape()
    assert page.focusWidget() is page.view
    line = page.bottom_bar.quick_add.line
    line.setFocus()
    run(page, "shortcuts")
    page.escape()
    assert page.focusWidget() is line


def test_ideas_and_actions_have_keys_of_their_own(page: WallPage) -> None:
    page.selection.clear()
    run(page, "idea")
    assert page.toast.text == "Select one note first."
    select(page, "Rings")
    assert page.panel.isHidden()
    run(page, "idea")
    assert page.panel.isVisible()
    assert page.focusWidget() is page.panel.moment_tab.ideas.line
    run(page, "action")
    assert page.focusWidget() is page.panel.moment_tab.planned.add.line
