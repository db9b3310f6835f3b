"""Find walks the hits on the wall; go to step; a wall that may only be looked at."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.document.document import Document
from motwall.model.clock import SystemClock
from motwall.model.edits.moments import delete_moments
from motwall.model.patch import Change, Patch
from motwall.model.records import PlannedAction, Question, Session
from motwall.model.store import Store
from motwall.paint.tokens import LIGHT
from motwall.storage.wall_file import WallFile
from motwall.ui.add_place import AddPlace
from motwall.ui.wall_page import WallPage
from tests.app.on_page import moment, run, select, selected
from tests.driving import click, point

_SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_find_goes_from_the_selected_note_on_and_round(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Comes in")
    run(page, "find")
    bar = page.keyboard.find_bar
    qtbot.keyClicks(bar.field, "n")
    assert bar.count.text() == "2 of 2"
    assert selected(page) == ["Comes in"]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert selected(page) == ["Rings"]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, _SHIFT)
    assert selected(page) == ["Comes in"]
    qtbot.keyClicks(bar.field, "othing")
    assert bar.count.text() == "Nothing found"
    assert not bar.next_button.isEnabled()
    assert selected(page) == ["Comes in"], "the last hit stays"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    for _ in range(7):
        qtbot.keyClick(bar.field, Qt.Key.Key_Backspace)
    assert bar.count.text() == ""


def test_find_next_works_with_the_bar_closed_and_opens_it_for_nothing(
    qtbot: QtBot, page: WallPage
) -> None:
    run(page, "find_next")
    bar = page.keyboard.find_bar
    assert bar.isVisible(), "there is nothing to look for yet"
    qtbot.keyClicks(bar.field, "a")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert page.focusWidget() is page.view
    select(page, "Rings")
    run(page, "find_next")
    assert selected(page) == ["Pays"]
    page.selection.clear()
    run(page, "find_previous")
    assert selected(page) == ["Pays"]
    select(page, "Rings")
    run(page, "find_previous")
    assert selected(page) == ["Pays"], "round the beginning"
    run(page, "find")
    qtbot.keyClicks(bar.field, "n")
    select(page, "Pays")
    run(page, "find_previous")
    assert selected(page) == ["Comes in"]


def test_the_count_follows_the_wall(qtbot: QtBot, page: WallPage) -> None:
    run(page, "find")
    bar = page.keyboard.find_bar
    qtbot.keyClicks(bar.field, "Rings")
    assert bar.count.text() == "1 of 1"
    select(page, "Rings")
    run(page, "duplicate")
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 2")
    page.document.push(delete_moments(page.document.store, [moment(page, "Rings").id]))
    qtbot.waitUntil(lambda: len(bar.hits) == 1)


def test_find_brings_hits_into_view(qtbot: QtBot, page: WallPage) -> None:
    page.view.zoom_to(5.0)
    bar_text = "Pays"
    run(page, "find")
    qtbot.keyClicks(page.keyboard.find_bar.field, bar_text)
    item = page.scene.note(moment(page, "Pays").id)
    assert item is not None
    shown = page.view.mapToScene(page.view.viewport().rect()).boundingRect()
    assert shown.intersects(item.reach)
    assert shown.contains(item.reach.center())


def test_go_to_step_by_number_or_title(qtbot: QtBot, page: WallPage) -> None:
    run(page, "go_to_step")
    bar = page.keyboard.find_bar
    assert bar.name.text() == "Go to step"
    qtbot.keyClicks(bar.field, "2")
    assert selected(page) == ["Comes in"]
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.isHidden()
    run(page, "find")
    assert bar.field.text() == "", "what words were looked for is remembered apart"
    run(page, "go_to_step")
    assert bar.field.text() == "2"
    assert bar.field.selectedText() == "2"


def test_a_click_on_the_wall_leaves_the_find_bar_open(page: WallPage) -> None:
    run(page, "find")
    click(page.view.viewport(), point(3, 3))
    assert page.keyboard.find_bar.isVisible()
    page.escape()
    assert page.keyboard.find_bar.isHidden()


def test_a_wall_that_is_locked_is_walked_and_found_on_and_nothing_else(
    qtbot: QtBot, page: WallPage
) -> None:
    select(page, "Rings")
    run(page, "carry")
    lock = page.document.wall_lock
    lock.set_locked(is_locked=True)
    assert not page.keyboard.carrying.is_active, "what is carried goes back"
    version = page.document.store.version
    with qtbot.waitSignal(lock.refused):
        page.keyboard.carrying.begin()
    page.keyboard.lists.offer(["a", "b"], AddPlace.TIMELINE)
    page.keyboard.ask_colour()
    page.keyboard.write_after()
    page.keyboard.ask_next_note()
    assert page.shown_cards() == []
    assert page.view.editor() is None
    qtbot.keyClick(page.view, Qt.Key.Key_Right)
    assert selected(page) == ["Comes in"]
    run(page, "find")
    qtbot.keyClicks(page.keyboard.find_bar.field, "Pays")
    assert selected(page) == ["Pays"]
    assert page.document.store.version == version
    lock.set_locked(is_locked=False)


def test_escape_closes_one_thing_at_a_time(page: WallPage) -> None:
    select(page, "Rings")
    run(page, "find")
    run(page, "shortcuts")
    page.escape()
    assert page.keyboard.shortcuts.isHidden()
    assert page.keyboard.find_bar.isVisible()
    page.escape()
    assert page.keyboard.find_bar.isHidden()
    assert selected(page) == ["Rings"]
    page.escape()
    assert selected(page) == []


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_read_only_wall_is_searched_and_never_changed(
    qtbot: QtBot, shell: Shell, page: WallPage, documents: Path
) -> None:
    shell.close_wall()
    file = WallFile.open(documents / "Rings.motwall", is_read_only=True)
    document = Document(Store(file.load()), file, SystemClock())
    looked_at = WallPage(document, LIGHT)
    looked_at.furnish()
    qtbot.addWidget(looked_at)
    looked_at.show()
    before = document.store.version
    select(looked_at, "Rings")
    for name in ("carry", "note_after", "colour", "to_unsorted", "step_later", "next_note"):
        run(looked_at, name)
    looked_at.keyboard.carrying.begin()
    looked_at.keyboard.ask_colour()
    looked_at.keyboard.ask_next_note()
    looked_at.keyboard.write_after()
    looked_at.keyboard.lists.offer(["a", "b"], AddPlace.TIMELINE)
    assert not looked_at.keyboard.carrying.is_active
    assert looked_at.shown_cards() == []
    assert looked_at.view.editor() is None
    run(looked_at, "find")
    qtbot.keyClicks(looked_at.keyboard.find_bar.field, "Pays")
    assert selected(looked_at) == ["Pays"]
    assert document.store.version == before
    file.close()


def test_the_new_texts_lead_to_their_note(qtbot: QtBot, page: WallPage) -> None:
    clock = page.document.clock
    pays = moment(page, "Pays")
    visit = Session(id=clock.new_id(), held_on=clock.today(), notes="Tea with Maud")
    asked = Question(id=clock.new_id(), moment_id=pays.id, text="Is the card reader quick?")
    owned = PlannedAction(id=clock.new_id(), moment_id=pays.id, owner="Zoë", session_id=visit.id)
    page.document.push(Patch.of(Change(None, one) for one in (visit, asked, owned)))
    run(page, "find")
    bar = page.keyboard.find_bar
    qtbot.keyClicks(bar.field, "card reader")
    assert (selected(page), bar.count.text()) == (["Pays"], "1 of 1")
    page.selection.clear()
    bar.field.clear()
    qtbot.keyClicks(bar.field, "zoe")
    assert selected(page) == ["Pays"]
    bar.field.clear()
    qtbot.keyClicks(bar.field, "maud")
    assert bar.count.text() == "1 of 1, in the notes of a session"
    assert selected(page) == ["Pays"], "what got an action in that session"
