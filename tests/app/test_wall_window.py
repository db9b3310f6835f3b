"""What stands around the wall: quick add, pens, types, clipboard, handouts, commands, keys."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.hints import hint, suggested_phase
from motwall.model.order import contact_types, stack, steps_in_order, unsorted_moments
from motwall.model.palette import PALETTE
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Moment, Rating, Stage, Step
from motwall.paint.tokens import DARK, LIGHT
from motwall.scene.pen import Pen
from motwall.ui.add_place import AddPlace
from motwall.ui.handouts.choices import Output
from motwall.ui.handouts.sheet import HandoutSheet
from motwall.ui.panel.side_panel import Tab
from motwall.ui.theme import apply_theme
from motwall.ui.top_bar import undo_words
from motwall.ui.wall_commands import note_menu
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_list, open_copy
from tests.driving import click


@pytest.fixture
def page(shell: Shell) -> WallPage:
    """A wall of three steps: Rings, Comes in, Pays."""
    return open_copy(shell, of_list("Rings", "Comes in", "Pays"))


def timeline(page: WallPage) -> list[list[str]]:
    store = page.document.store
    return [[one.text for one in stack(store, each.id)] for each in steps_in_order(store)]


def select(page: WallPage, *texts: str) -> list[str]:
    found = {one.text: one.id for one in page.document.store.all(Moment)}
    ids = [found[text] for text in texts]
    page.selection.set(ids)
    return ids


def run(page: WallPage, name: str) -> None:
    page.commands.action(name).trigger()


# --- commands and keys ---


def test_every_command_has_a_key_and_no_key_two_commands(shell: Shell, page: WallPage) -> None:
    commands = [*page.commands.all(), *shell.window._own.all()]
    assert all(one.keys for one in commands)
    keys = [key.toString() for one in commands for key in map(QKeySequence, one.keys)]
    assert len(keys) == len(set(keys))
    assert all("+" in key or len(key) > 1 for key in keys), "letters are for typing"


def test_letters_with_nothing_selected_begin_a_note(qtbot: QtBot, page: WallPage) -> None:
    page.selection.clear()
    page.view.setFocus()
    qtbot.keyClicks(page.view, "T")
    quick = page.bottom_bar.quick_add
    assert quick.line.text() == "T"
    qtbot.keyClicks(quick.line, "ells a friend")
    qtbot.keyClick(quick.line, Qt.Key.Key_Return)
    assert timeline(page)[-1] == ["Tells a friend"]


def test_letters_with_a_note_selected_go_on_writing_on_it(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Pays")
    page.view.setFocus()
    qtbot.keyClicks(page.view, "!")
    qtbot.keyClick(page.view.viewport(), Qt.Key.Key_Return)
    assert timeline(page)[-1] == ["Pays!"]


def test_arrow_keys_walk_the_wall(qtbot: QtBot, page: WallPage) -> None:
    ids = select(page, "Rings", "Comes in", "Pays")
    page.selection.set(ids[:1])
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert page.selection.ids == (ids[1],)
    qtbot.keyClick(page.view, Qt.Key.Key_End)
    assert page.selection.ids == (ids[2],)
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    assert page.selection.ids == (ids[0],)


def test_notes_move_along_the_timeline_by_key(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    run(page, "later")
    assert timeline(page) == [["Comes in"], ["Rings"], ["Pays"]]
    run(page, "later")
    assert timeline(page) == [["Comes in"], ["Pays"], ["Rings"]]
    run(page, "earlier")
    assert timeline(page) == [["Comes in"], ["Rings"], ["Pays"]]


def test_deleting_offers_the_notes_back(qtbot: QtBot, page: WallPage) -> None:
    ids = select(page, "Rings", "Pays")
    run(page, "delete")
    assert timeline(page) == [["Comes in"]]
    assert page.toast.text == "2 notes deleted"
    qtbot.mouseClick(page.toast._button, Qt.MouseButton.LeftButton)
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]]
    assert set(page.selection.ids) == set(ids)
    run(page, "delete")
    page.actions_.verbs.tick([one.id for one in page.document.store.all(Moment)])
    assert page.toast.text == "2 notes deleted", "it is still for them"
    run(page, "undo")
    run(page, "undo")
    assert page.toast.text == "", "nothing is left to take back"
    page.actions_.verbs.offer_undo("Done")
    page.actions_.verbs.tick(ids)
    assert page.toast.text == "", "its button would take back the tick"


def test_undo_says_what_it_does_and_restores_the_selection(page: WallPage) -> None:
    ids = select(page, "Rings", "Comes in", "Pays")
    run(page, "duplicate")
    assert undo_words(page.document) == "Undo duplicating 3 notes"
    copies = page.selection.ids
    run(page, "undo")
    assert page.selection.ids == tuple(ids)
    run(page, "redo")
    assert page.selection.ids == copies


def test_same_moment_keeps_the_words(page: WallPage) -> None:
    select(page, "Rings", "Pays")
    run(page, "merge")
    kept = next(one for one in page.document.store.all(Moment) if one.text == "Rings")
    assert kept.merged == ("Pays",)
    assert timeline(page) == [["Rings"], ["Comes in"]]


def test_a_stretch_gets_a_name_in_place(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings", "Comes in")
    run(page, "name_stretch")
    editor = page.view.editor()
    assert editor is not None
    qtbot.keyClicks(page.view.viewport(), "Arrive")
    qtbot.keyClick(page.view.viewport(), Qt.Key.Key_Return)
    stages = page.document.store.all(Stage)
    assert [one.title for one in stages] == ["Arrive"]
    assert len(page.document.store.referring(Step, "stage_id", stages[0].id)) == 2


def test_line_up_takes_all_unsorted_notes_if_none_is_selected(qtbot: QtBot, page: WallPage) -> None:
    page.bottom_bar.quick_add.set_place(AddPlace.UNSORTED)
    for text in ("Asks", "Thanks"):
        page.bottom_bar.quick_add.line.setText(text)
        qtbot.keyClick(page.bottom_bar.quick_add.line, Qt.Key.Key_Return)
    page.selection.clear()
    run(page, "line_up")
    assert timeline(page)[-2:] == [["Asks"], ["Thanks"]]
    assert unsorted_moments(page.document.store) == []


def test_marks_by_key(page: WallPage) -> None:
    select(page, "Rings")
    for name in ("rate_magical", "tick", "prioritise"):
        run(page, name)
    moment = next(one for one in page.document.store.all(Moment) if one.text == "Rings")
    assert (moment.rating, moment.is_ticked, moment.shortlist_rank) == (Rating.MAGICAL, True, 1)
    run(page, "rate_none")
    assert page.document.store.get(Moment, moment.id).rating is None


def test_panes_are_walked_by_key(page: WallPage) -> None:
    page.show_panel()
    page.view.setFocus()
    seen = []
    for _ in range(4):
        run(page, "next_pane")
        seen.append(page.focusWidget())
    assert seen[0] is page.bottom_bar.quick_add.line
    assert page.panel.isAncestorOf(seen[1])
    assert seen[2] is page.top_bar.phase_bar.button(page.phase)
    assert seen[3] is page.view


# --- pens and contact types ---


def test_a_blank_wall_has_the_six_pens_of_the_method(page: WallPage) -> None:
    names = [one.name for one in contact_types(page.document.store)]
    assert names == ["Face to face", "Phone", "Webinar", "Post", "Email", "Website"]


def test_more_offers_the_other_six_and_your_own(page: WallPage) -> None:
    menu = QMenu()
    page.pens._fill_menu(menu)
    texts = [one.text() for one in menu.actions()]
    assert sum(text.startswith("Add ") for text in texts) == 7
    menu.actions()[0].trigger()
    assert len(contact_types(page.document.store)) == 7
    menu.deleteLater()


def test_types_are_renamed_recoloured_merged_and_removed(qtbot: QtBot, page: WallPage) -> None:
    store = page.document.store
    phone = next(one for one in store.all(ContactType) if one.name == "Phone")
    post = next(one for one in store.all(ContactType) if one.name == "Post")
    ids = select(page, "Rings")
    page.actions_.colour(phone.id)
    page.show_pens(is_shown=True)
    page.type_editor.edit(phone.id)
    page.type_editor.name.clear()
    qtbot.keyClicks(page.type_editor.name, "Telephone")
    free = next(one.colour for one in PALETTE if one.name == "Group")
    qtbot.mouseClick(page.type_editor.colour_button(free), Qt.MouseButton.LeftButton)
    changed = store.get(ContactType, phone.id)
    assert (changed.name, changed.colour) == ("Telephone", free)
    assert undo_words(page.document) == "Undo changing a contact type"
    page.pens._merge(phone.id, post.id)
    assert store.get(Moment, ids[0]).contact_type_id == post.id
    assert page.type_editor.isHidden(), "the type it edited is gone"
    page.pens._remove(post.id)
    assert store.get(Moment, ids[0]).contact_type_id is None


def test_a_pen_is_put_down_with_escape_and_with_the_phase(qtbot: QtBot, page: WallPage) -> None:
    page.set_phase(Phase.COLOUR)
    pen = contact_types(page.document.store)[0]
    qtbot.mouseClick(page.pens.button(pen.id), Qt.MouseButton.LeftButton)
    assert page.view.hands.pen == Pen(pen.id)
    page.escape()
    assert page.view.hands.pen is None
    assert not page.pens.button(pen.id).isChecked()
    qtbot.mouseClick(page.pens.button(pen.id), Qt.MouseButton.LeftButton)
    page.set_phase(Phase.PRIORITIES)
    assert page.view.hands.pen is None
    assert page.pens.isHidden()


# --- clipboard ---


def test_notes_go_to_another_wall_with_their_type(shell: Shell, page: WallPage) -> None:
    ids = select(page, "Rings", "Pays")
    phone = contact_types(page.document.store)[1]
    page.actions_.colour(phone.id)
    run(page, "copy")
    assert QGuiApplication.clipboard().text() == "Rings\nPays"
    shell.walls.start_from_template("airline")
    other = shell.window.page
    assert other is not None
    before = other.document.store.count(Moment)
    run(other, "paste")
    store = other.document.store
    assert store.count(Moment) == before + 2
    pasted = [store.get(Moment, one) for one in other.selection.ids]
    assert [one.text for one in pasted] == ["Rings", "Pays"]
    assert not set(ids) & {one.id for one in pasted}
    names = {store.get(ContactType, str(one.contact_type_id)).name for one in pasted}
    assert names == {phone.name}


def test_a_pasted_list_makes_a_note_a_line_in_one_step(page: WallPage) -> None:
    QGuiApplication.clipboard().setText("1. Asks\n\n- Waits\n[ ] Leaves\n")
    run(page, "paste")
    assert len(timeline(page)) == 3, "first the lines are shown"
    page.keyboard.lists.card.button.click()
    assert timeline(page)[-3:] == [["Asks"], ["Waits"], ["Leaves"]]
    run(page, "undo")
    assert len(timeline(page)) == 3


def test_cut_is_copy_and_delete(page: WallPage) -> None:
    select(page, "Rings")
    run(page, "cut")
    assert timeline(page) == [["Comes in"], ["Pays"]]
    run(page, "paste")
    assert timeline(page)[-1] == ["Rings"]


# --- title, hints, panel, theme, handouts ---


def test_title_and_journey_are_edited_in_place(qtbot: QtBot, shell: Shell, page: WallPage) -> None:
    title = page.top_bar.title_block.title
    title.setFocus()
    qtbot.keyClicks(title, "Bakery")
    qtbot.keyClick(title, Qt.Key.Key_Return)
    assert page.view.hasFocus()
    assert shell.window.windowTitle() == "Bakery · motwall"
    qtbot.mouseClick(page.top_bar.title_block.line, Qt.MouseButton.LeftButton)
    assert not page.about.isHidden()
    whose, start, end, business = page.about._fields
    line = page.top_bar.title_block.line
    assert line.text() == "Whose journey is it?", "asked for one by one"
    qtbot.keyClicks(whose, "Regulars, from smell to crumbs")
    whose.flush()
    qtbot.keyClick(whose, Qt.Key.Key_Return)
    shown = ["Regulars", "smell", "crumbs"]
    assert [one.text() for one in (whose, start, end)] == shown, "each has its own place"
    page.document.undo()
    assert page.document.store.wall.customer == "", "one step"
    for field, text in zip((whose, start, end, business), (*shown, "Bread & Co"), strict=True):
        qtbot.keyClicks(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    wall = page.document.store.wall
    assert (wall.title, wall.business, wall.customer) == ("Bakery", "Bread & Co", "Regulars")
    assert page.about.isHidden()
    run(page, "about")
    assert line.text() == "Regulars, from smell to crumbs"
    long = "Regulars and their families, from smell to crumbs"
    qtbot.keyClicks(page.about._fields[0], " and their families")
    page.flush()
    assert line.text() == long, "not cut where there is room"
    shell.window.resize(960, 600)
    qtbot.waitUntil(lambda: line.text() != long)
    assert line.text().endswith("\N{HORIZONTAL ELLIPSIS}")
    phases = page.top_bar.phase_bar
    assert page.top_bar.title_block.geometry().right() < phases.geometry().left()


def test_hints_follow_the_wall(page: WallPage) -> None:
    store = page.document.store
    page.set_phase(Phase.COLOUR)
    assert page.hint.text() == "Pick a colour below, then click the notes of that kind."
    ids = select(page, "Rings", "Comes in", "Pays")
    page.actions_.colour(contact_types(store)[0].id)
    assert page.hint.text().startswith("Every note has its colour")
    page.set_phase(Phase.PRIORITIES)
    assert page.hint.text().startswith("Click the notes that matter most")
    page.actions_.tick()
    assert page.hint.text().startswith("Three priorities")
    page.set_phase(Phase.ASSESS)
    page.actions_.rate(Rating.NEUTRAL)
    assert page.hint.text() == "Every priority is judged. Go on to E."
    assert suggested_phase(store) is Phase.ASSESS
    assert hint(store, Phase.IDEAS_AND_ACTIONS).startswith("Every idea counts")
    assert len(ids) == 3


def test_the_panel_folds_away_and_widens(qtbot: QtBot, page: WallPage) -> None:
    run(page, "panel")
    assert not page.panel.isHidden()
    run(page, "panel")
    assert page.panel.isHidden()
    page.panel_place.handle.click()
    assert not page.panel.isHidden()
    page.panel.widen_requested.emit(True)
    qtbot.waitUntil(lambda: page.panel.width() == page.width() - 1)
    assert not page.view.isVisible()
    page.panel.widen_requested.emit(False)
    qtbot.waitUntil(lambda: page.panel.width() < 400)
    assert page.view.isVisible()


def test_zoom_and_fit(page: WallPage) -> None:
    before = page.view.pixels_per_mm
    run(page, "zoom_in")
    assert page.view.pixels_per_mm > before
    assert not page.view.is_fitting
    run(page, "fit")
    assert page.view.pixels_per_mm == pytest.approx(before)
    run(page, "zoom_out")
    run(page, "full_size")
    assert page.view.pixels_per_mm == pytest.approx(1.32)


def test_dark_changes_the_wall_and_never_the_notes(
    qapp: QApplication, shell: Shell, page: WallPage
) -> None:
    looks = {key: one[2] for key, one in page.scene.snapshot().items()}
    apply_theme(qapp, DARK)
    shell.set_tokens(DARK)
    assert page.scene.tokens is DARK
    assert {key: one[2] for key, one in page.scene.snapshot().items()} == looks
    picture = page.view.grab().toImage()
    assert picture.pixelColor(picture.width() - 3, picture.height() - 3).name() == DARK.wall.lower()
    apply_theme(qapp, LIGHT)
    shell.set_tokens(LIGHT)


def opened(shell: Shell) -> HandoutSheet:
    """The export sheet, opened."""
    shell.window.handouts_wanted.emit()
    side = shell.walls.ways_out.side
    assert side is not None
    return side.sheet


def test_the_handout_sheet_offers_what_there_is(shell: Shell, page: WallPage) -> None:
    sheet = opened(shell)
    assert not sheet.isHidden()
    boxes = sheet.pane.page_list.boxes.values()
    for box in boxes:
        box.setChecked(False)
    assert not sheet.buttons[Output.PDF].isEnabled()
    next(iter(boxes)).setChecked(True)
    assert len(sheet.choices.pages) == 1
    shell.window.handouts_wanted.emit()
    assert sheet.isHidden()


@pytest.mark.parametrize("output", [Output.PDF, Output.PNG, Output.JSON])
def test_every_way_out_makes_a_file_and_says_so(
    qtbot: QtBot, shell: Shell, page: WallPage, documents: Path, output: Output
) -> None:
    path = documents / f"out.{output.value}"
    job = shell.walls.ways_out.export(output, path)
    assert job is not None
    # Not the job's signal: a quick job has sent it before anybody can wait for it.
    words = f"{path.name} is saved."
    qtbot.waitUntil(lambda: page.message_bar.text == words, timeout=20_000)
    assert path.stat().st_size > 100


def test_an_export_that_fails_is_a_sentence(
    qtbot: QtBot, shell: Shell, page: WallPage, documents: Path
) -> None:
    job = shell.walls.ways_out.export(Output.PDF, documents / "gone" / "out.pdf")
    assert job is not None
    # Not the job's signal: a quick job has sent it before anybody can wait for it.
    qtbot.waitUntil(lambda: "gone" in page.message_bar.text, timeout=20_000)


def test_hostile_text_is_shown_as_text(qtbot: QtBot, page: WallPage) -> None:
    texts = ["<b>bold</b><img src='file:///etc/passwd'>", "🎉 会议 مرحبا", "a & b", "W" * 4000]
    for text in texts:
        page.bottom_bar.quick_add.line.setText(text)
        qtbot.keyClick(page.bottom_bar.quick_add.line, Qt.Key.Key_Return)
    written = {one.text for one in page.document.store.all(Moment)}
    assert set(texts) <= written
    page.set_phase(Phase.IDEAS_AND_ACTIONS)
    select(page, texts[0])
    page.grab()


def test_types_change_again_and_again_while_the_program_runs(
    qtbot: QtBot, qapp: QApplication, page: WallPage
) -> None:
    """The program died of stale layout items when pens were rebuilt at every letter."""
    QGuiApplication.clipboard().setText("something")
    page.set_phase(Phase.COLOUR)
    select(page, "Rings")
    for number in range(10):
        menu = QMenu()
        page.pens._fill_menu(menu)
        own = next(one for one in menu.actions() if one.text().startswith("Add your own"))
        own.trigger()
        qtbot.keyClicks(page.type_editor.name, f"Market stall {number}")
        qtbot.keyClick(page.type_editor.name, Qt.Key.Key_Return)
        made = contact_types(page.document.store)[-1]
        assert (made.name, made.code) == (f"Market stall {number}", "MS")
        page.pens._remove(made.id)
        menu.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
        gc.collect()
        assert QGuiApplication.clipboard().mimeData() is not None
    assert len(contact_types(page.document.store)) == 6


def test_a_list_pasted_into_quick_add_makes_a_note_a_line(qtbot: QtBot, page: WallPage) -> None:
    QGuiApplication.clipboard().setText("1. Asks\n2. Waits")
    line = page.bottom_bar.quick_add.line
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.keyboard.lists.card.button.click()
    assert timeline(page)[-2:] == [["Asks"], ["Waits"]]
    assert line.text() == ""
    QGuiApplication.clipboard().setText("one line")
    qtbot.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "one line"


def test_tab_from_the_title_goes_into_the_fields_behind_the_line(
    qtbot: QtBot, page: WallPage
) -> None:
    title = page.top_bar.title_block.title
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Tab)
    assert not page.about.isHidden()
    assert page.focusWidget() is page.about._fields[0]


def test_escape_and_a_press_on_the_wall_hide_what_floats_over_it(
    qtbot: QtBot, shell: Shell, page: WallPage
) -> None:
    ids = select(page, "Rings")
    sheet = opened(shell)
    run(page, "escape")
    assert sheet.isHidden()
    assert page.selection.ids == tuple(ids), "Esc closed the sheet and did nothing else"
    page.ask_rating(ids[0])
    assert page.rating_card.isVisible()
    qtbot.mousePress(page.view.viewport(), Qt.MouseButton.LeftButton)
    assert not page.rating_card.isVisible()


def test_the_rating_card_is_walked_by_key_and_favours_no_face(qtbot: QtBot, page: WallPage) -> None:
    ids = select(page, "Rings")
    page.ask_rating(ids[0])
    card = page.rating_card
    assert not any(card.button(one).hasFocus() for one in Rating)
    qtbot.keyClick(card, Qt.Key.Key_Right)
    qtbot.keyClick(card.button(Rating.MISERABLE), Qt.Key.Key_Space)
    assert page.document.store.get(Moment, ids[0]).rating is Rating.MISERABLE


def test_shift_click_selects_the_notes_in_between(page: WallPage) -> None:
    ids = select(page, "Rings", "Comes in", "Pays")
    page.selection.set(ids[:1])
    item = page.scene.note(ids[2])
    assert item is not None
    at = page.view.mapFromScene(item.sceneBoundingRect().center()).toPointF()
    click(page.view.viewport(), at, Qt.KeyboardModifier.ShiftModifier)
    assert page.selection.ids == tuple(ids)


def test_a_narrow_window_shortens_the_phases_and_folds_the_panel(
    qtbot: QtBot, shell: Shell, page: WallPage
) -> None:
    button = page.top_bar.phase_bar.button(Phase.ASSESS)
    assert "Assess" in button.text()
    shell.window.resize(1024, 700)
    qtbot.waitUntil(lambda: button.text() == "D")
    assert page.panel.isHidden()
    page.set_phase(Phase.ASSESS)
    assert "Assess" in button.text()
    shell.window.resize(1366, 768)
    qtbot.waitUntil(lambda: not page.panel.isHidden())


def test_on_a_small_window_the_panel_leaves_the_wall_the_phases_whose_work_is_there(
    qtbot: QtBot, shell: Shell, page: WallPage
) -> None:
    handle = page.panel_place.handle
    assert page.panel.isHidden()
    assert handle.isVisible()
    page.view.repaint()
    before = page.view.size()
    ids = select(page, "Rings")
    page.view.repaint()
    assert page.view.size() == before, "nothing moves under the pointer that selects a note"
    page.set_phase(Phase.PRIORITIES)
    assert not page.panel.isHidden(), "what is selected goes on being shown"
    page.selection.clear()
    page.set_phase(Phase.COLOUR)
    assert page.panel.isHidden()
    page.set_phase(Phase.ASSESS)
    assert not page.panel.isHidden()
    assert handle.isHidden()
    page.panel.show_tab(Tab.FORM)
    page.set_phase(Phase.COLOUR)
    assert not page.panel.isHidden(), "so does the planning form"
    page.panel.show_tab(Tab.MOMENT)
    page.set_phase(Phase.POST_ITS)
    assert page.panel.isHidden()
    shell.window.resize(1500, 800)
    qtbot.waitUntil(lambda: not page.panel.isHidden())
    shell.window.resize(1366, 768)
    qtbot.waitUntil(page.panel.isHidden)
    handle.click()
    page.set_phase(Phase.COLOUR)
    assert not page.panel.isHidden(), "the user's own choice"
    run(page, "panel")
    page.set_phase(Phase.ASSESS)
    assert not page.panel.isHidden(), "it was made for the work on the wall"
    assert len(ids) == 1


def test_the_note_menu_colours_notes(page: WallPage) -> None:
    ids = select(page, "Rings")
    menu = note_menu(page.commands, page)
    colours = next(one.menu() for one in menu.actions() if one.text() == "Colour")
    assert isinstance(colours, QMenu)
    colours.actions()[1].trigger()
    assert page.document.store.get(Moment, ids[0]).contact_type_id is not None
    colours.actions()[-1].trigger()
    assert page.document.store.get(Moment, ids[0]).contact_type_id is None
    menu.deleteLater()
