"""Making, opening and closing walls in the window; trouble is a sentence with a way out."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from motwall.app.application import make_shell
from motwall.app.naming import NameOffer
from motwall.app.open_wall import file_name
from motwall.app.places import Places
from motwall.app.shell import Shell
from motwall.document.lock import WallLock, lock_path
from motwall.model.edits.agenda import Planned
from motwall.model.order import stack, steps_in_order
from motwall.model.records import Moment
from motwall.paint.tokens import LIGHT
from motwall.scene.note_item import NOTE_RECT
from motwall.storage.reading import read_records
from motwall.storage.wall_file import WallFile
from motwall.ui.wall_page import WallPage


def page_of(shell: Shell) -> WallPage:
    assert shell.window.page is not None
    return shell.window.page


def wall_path(shell: Shell) -> Path:
    assert shell.walls.wall is not None
    return shell.walls.wall.path


def texts_on_disk(path: Path) -> set[str]:
    return {one.text for one in read_records(path) if isinstance(one, Moment)}


def press(qtbot: QtBot, page: WallPage, words: str) -> None:
    """Press a button of the message bar."""
    found = [one for one in page.message_bar.findChildren(QPushButton) if one.text() == words]
    qtbot.mouseClick(found[-1], Qt.MouseButton.LeftButton)


def press_toast(qtbot: QtBot, page: WallPage) -> None:
    button = page.toast.findChild(QPushButton)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_words_make_a_real_file_at_once(shell: Shell, documents: Path) -> None:
    shell.walls.start_wall('Sees: "our" sign / from the <bus>')
    path = documents / "Sees our sign from the bus.motwall"
    assert wall_path(shell) == path
    assert texts_on_disk(path) == {'Sees: "our" sign / from the <bus>'}
    assert [one.name for one in documents.iterdir() if not one.name.startswith(".")] == [path.name]


def test_a_second_wall_of_the_same_name_gets_a_number(shell: Shell, documents: Path) -> None:
    shell.walls.start_wall("Rings")
    shell.walls.start_wall("Rings")
    names = sorted(one.name for one in documents.glob("R*.motwall"))
    assert names == ["Rings 2.motwall", "Rings.motwall"]


@pytest.mark.parametrize(
    ("title", "name"),
    [("...", "Wall"), ("a/b\\c", "a b c"), ("x" * 300, "x" * 60), ("  tidy  ", "tidy")],
)
def test_file_names_are_names_every_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name


def test_a_list_becomes_a_timeline(shell: Shell) -> None:
    shell.window.start.list_entered.emit(["Rings", "Comes in", "Pays"])
    store = page_of(shell).document.store
    assert [stack(store, one.id)[0].text for one in steps_in_order(store)] == [
        "Rings",
        "Comes in",
        "Pays",
    ]


@pytest.mark.parametrize("name", ["shop", "airline", "planning-form"])
def test_every_card_of_the_start_screen_opens_a_wall(shell: Shell, name: str) -> None:
    shell.window.start.template_wanted.emit(name)
    assert page_of(shell).document.store.count(Moment) >= 12


def test_the_shop_is_wholly_visible_with_readable_text(qapp: QApplication, shell: Shell) -> None:
    shell.walls.start_from_template("shop")
    page = page_of(shell)
    qapp.processEvents()
    view = page.view
    visible = view.mapToScene(view.viewport().rect()).boundingRect()
    assert visible.contains(page.scene.sceneRect().adjusted(6, 6, -6, -6))
    for item in page.scene.notes():
        fitted = page.scene.note_painter.fitted(item.look, NOTE_RECT, show_marks=item.shows_marks)
        assert fitted.size * view.pixels_per_mm >= 11.0, item.look.text
        assert not fitted.is_elided


def test_a_wall_open_elsewhere_opens_read_only_and_says_so(shell: Shell, places: Places) -> None:
    shell.walls.start_wall("Rings")
    path = wall_path(shell)
    second = make_shell(LIGHT, places)
    second.window.show()
    second.open(path)
    page = page_of(second)
    assert page.document.is_read_only
    assert "read-only" in page.message_bar.text
    assert page.bottom_bar.status == "Read only"
    before = path.read_bytes()
    page.selection.set([one.id for one in page.document.store.all(Moment)])
    assert not page.commands.action("delete").isEnabled()
    page.actions_.delete()
    assert page.document.store.count(Moment) == 1
    assert path.read_bytes() == before
    second.close_wall()
    second.window.close()
    second.window.deleteLater()


def test_a_lock_left_by_a_dead_program_is_no_hindrance(shell: Shell, documents: Path) -> None:
    shell.walls.start_wall("Rings")
    path = wall_path(shell)
    shell.close_wall()
    script = (
        "import os, sys; from pathlib import Path; from motwall.document.lock import WallLock; "
        "lock = WallLock(Path(sys.argv[1])); lock.acquire(); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    shell.open(path)
    assert not page_of(shell).document.is_read_only


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("empty.motwall", b"", "empty"),
        ("text.motwall", b"just some text, and a bit more of it", "is not a wall"),
    ],
)
def test_a_bad_file_is_a_sentence_on_the_start_screen(
    shell: Shell, documents: Path, name: str, content: bytes, words: str
) -> None:
    path = documents / name
    path.write_bytes(content)
    shell.open(path)
    assert shell.window.page is None
    said = shell.window.start.message_bar.text
    assert name in said
    assert words in said.lower()
    assert path.read_bytes() == content
    assert not WallLock(path).is_held


def test_a_missing_file_is_not_made(shell: Shell, documents: Path) -> None:
    shell.open(documents / "gone.motwall")
    assert "gone.motwall" in shell.window.start.message_bar.text
    assert list(documents.iterdir()) == []


def test_a_bad_file_leaves_the_wall_that_is_open_alone(shell: Shell, documents: Path) -> None:
    shell.walls.start_wall("Rings")
    shell.open(documents / "gone.motwall")
    page = page_of(shell)
    assert page.document.store.count(Moment) == 1
    assert "gone.motwall" in page.message_bar.text


def test_closing_keeps_what_is_being_typed(qtbot: QtBot, shell: Shell) -> None:
    shell.walls.start_wall("Rings")
    page = page_of(shell)
    path = wall_path(shell)
    page.in_place.edit_note(page.document.store.all(Moment)[0].id)
    qtbot.keyClicks(page.view.viewport(), " twice")
    shell.window.close()
    assert texts_on_disk(path) == {"Rings twice"}


def test_recent_walls_are_listed_with_a_picture(shell: Shell, documents: Path) -> None:
    shell.walls.start_wall("Rings")
    path = wall_path(shell)
    shell.show_start()
    assert shell.window.page is None
    recent = shell._recents.all()
    assert [one.path for one in recent] == [str(path)]
    assert recent[0].notes == 1
    assert shell._recents.picture(str(path)) is not None
    rows = shell.window.start._rows
    rows[0].click()
    assert page_of(shell).document.store.count(Moment) == 1
    shell.close_wall()
    path.unlink()
    assert shell._recents.all() == []


def test_after_a_restart_the_own_walls_come_first(
    qapp: QApplication, shell: Shell, places: Places
) -> None:
    """They are listed before the screen is first shown; the heading was lost then."""
    shell.walls.start_wall("Rings")
    shell.close_wall()
    again = make_shell(LIGHT, places)
    again.show_recents()
    again.window.show()
    qapp.processEvents()
    start = again.window.start
    headings = [one for one in start.findChildren(QLabel) if one.text() == "Go on with"]
    assert [one.isVisible() for one in headings] == [True]
    top = headings[0].mapTo(start, QPoint()).y()
    row = start._rows[0].mapTo(start, QPoint()).y()
    card = start._cards[0].mapTo(start, QPoint()).y()
    assert top < row < card
    again.window.close()
    again.window.deleteLater()


def fill_disk(shell: Shell) -> None:
    """Let the file grow no more: the same error a full disk gives."""
    assert shell.walls.wall is not None
    file = shell.walls.wall._file
    assert isinstance(file, WallFile)
    connection = file._opened.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count={pages}")


def free_disk(shell: Shell) -> None:
    """Room again."""
    assert shell.walls.wall is not None
    shell.walls.wall._file._opened.connection.execute("PRAGMA max_page_count=1000000")


def type_until_it_fails(qtbot: QtBot, page: WallPage) -> str:
    """Add long notes until one does not fit; returns its text."""
    line = page.bottom_bar.quick_add.line
    for number in range(200):
        line.setText(f"note {number} " + "x" * 900)
        qtbot.keyClick(line, Qt.Key.Key_Return)
        if line.text():
            return line.text()
    raise AssertionError("the disk never got full")


def test_a_full_disk_loses_nothing_and_can_be_tried_again(
    qtbot: QtBot, shell: Shell, places: Places
) -> None:
    shell.walls.start_wall("Rings")
    page = page_of(shell)
    fill_disk(shell)
    text = type_until_it_fails(qtbot, page)
    assert "full" in page.message_bar.text
    assert page.bottom_bar.status == "Not kept yet"
    assert len(list(places.recovery.glob("*.jsonl"))) == 1
    assert text not in texts_on_disk(wall_path(shell))
    qtbot.keyClick(page.bottom_bar.quick_add.line, Qt.Key.Key_Return)
    assert len(page.document.pending) == 1, "the same note again is not a second one"
    free_disk(shell)
    press(qtbot, page, "Try again")
    assert text in texts_on_disk(wall_path(shell))
    assert page.message_bar.text == ""
    assert page.bottom_bar.quick_add.line.text() == ""
    assert list(places.recovery.glob("*.jsonl")) == []


def test_a_full_disk_can_be_left_for_another_place(
    qtbot: QtBot, shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.walls.start_wall("Rings")
    page = page_of(shell)
    fill_disk(shell)
    text = type_until_it_fails(qtbot, page)
    elsewhere = tmp_path / "elsewhere.motwall"
    monkeypatch.setattr(shell.walls.ways_out, "ask_new_wall", lambda *_: elsewhere)
    press(qtbot, page, "Save a copy elsewhere")
    assert wall_path(shell) == elsewhere
    assert text in texts_on_disk(elsewhere)
    assert page_of(shell).document.pending == ()


def test_a_wall_can_be_renamed_and_moved(
    shell: Shell, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.walls.start_wall("Rings")
    old = wall_path(shell)
    new = documents / "Bakery.motwall"
    monkeypatch.setattr(shell.walls.ways_out, "ask_new_wall", lambda *_: new)
    shell.window.window_command("rename")
    assert wall_path(shell) == new
    assert not old.exists()
    assert page_of(shell).document.history.next_undo is not None


def test_a_first_title_is_offered_as_the_files_name(
    qtbot: QtBot, shell: Shell, documents: Path
) -> None:
    (documents / "Bakery.motwall").touch()
    shell.walls.start_wall("Rings")
    old, page = wall_path(shell), page_of(shell)
    offer, title = page.findChild(NameOffer), page.top_bar.title_block.title
    assert offer is not None
    title.setFocus()
    QTest.keyClicks(title, "Bakery")
    title.flush()
    offer.look()
    assert page.toast.text == "", "somebody still writes"
    page.view.setFocus()
    offer.look()
    assert page.toast.text == "The file is still called “Rings”."
    # Nobody took it up: it is made again with the next opening.
    shell.close_wall()
    shell.open(old)
    page = page_of(shell)
    offer = page.findChild(NameOffer)
    assert offer is not None
    offer.look()
    assert page.toast.text == "The file is still called “Rings”."
    press_toast(qtbot, page)
    new = wall_path(shell)
    assert new == documents / "Bakery 2.motwall"
    assert not old.exists()
    assert page_of(shell).document.store.wall.title == "Bakery"
    assert page_of(shell).document.history.next_undo is not None
    assert str(old) not in [one.path for one in shell._recents.all()]
    # Once is enough, and a wall with a name is asked nothing.
    title = page_of(shell).top_bar.title_block.title
    QTest.keyClicks(title, "s")
    title.flush()
    again = page_of(shell).findChild(NameOffer)
    assert again is not None
    page_of(shell).view.setFocus()
    again.look()
    assert page_of(shell).toast.text == ""


def test_the_name_is_offered_after_the_workshop_and_at_the_next_opening(
    qtbot: QtBot, shell: Shell, documents: Path
) -> None:
    shell.walls.start_led("", "about")
    page, path = page_of(shell), wall_path(shell)
    offer, run = page.findChild(NameOffer), page.document.workshop
    assert offer is not None
    run.begin([Planned("welcome", "Welcome", 5), Planned("closing", "Closing", 5)])
    run.go()
    title = page.top_bar.title_block.title
    QTest.keyClicks(title, "A visit to Paws & Co")
    title.flush()
    page.view.setFocus()
    offer.look()
    run.pause()
    offer.look()
    assert page.toast.text == "", "the workshop is not over"
    run.go()
    run.go_on()
    run.go_on()
    offer.look()
    assert page.toast.text == "The workshop is over.", "one after the other"
    page.toast.hide()
    offer.look()
    wanted = "The file is still called “My moments of truth”."
    assert page.toast.text == wanted
    page.toast.say("2 notes moved")
    offer.look()
    page.toast.hide()
    offer.look()
    assert page.toast.text == wanted, "another sentence had driven it away"
    shell.close_wall()
    shell.open(path)
    page = page_of(shell)
    again = page.findChild(NameOffer)
    assert again is not None
    again.look()
    assert page.toast.text == wanted, "nobody took it up"
    press_toast(qtbot, page)
    assert wall_path(shell) == documents / "A visit to Paws & Co.motwall"


def test_a_copy_is_a_wall_of_its_own(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.walls.start_wall("Rings")
    copy = tmp_path / "copy.motwall"
    monkeypatch.setattr(shell.walls.ways_out, "ask_new_wall", lambda *_: copy)
    shell.window.window_command("copy_as")
    assert texts_on_disk(copy) == {"Rings"}
    assert wall_path(shell) != copy
    assert "copy.motwall" in page_of(shell).message_bar.text


def test_what_a_full_disk_kept_out_comes_back_next_time(
    qtbot: QtBot, shell: Shell, places: Places
) -> None:
    shell.walls.start_wall("Rings")
    path = wall_path(shell)
    page = page_of(shell)
    fill_disk(shell)
    text = type_until_it_fails(qtbot, page)
    page.bottom_bar.quick_add.line.clear()
    shell.close_wall()
    assert text not in texts_on_disk(path)
    with next(places.recovery.glob("*.jsonl")).open("a") as file:
        file.write('{"changes": [{"ty')
    shell.open(path)
    page = page_of(shell)
    assert "kept aside" in page.message_bar.text
    press(qtbot, page, "Bring them back")
    assert text in texts_on_disk(path)
    assert list(places.recovery.glob("*.jsonl")) == []
    page.actions_.undo()
    assert text not in texts_on_disk(path)


def test_a_wall_is_listed_as_soon_as_it_is_open(qtbot: QtBot, shell: Shell) -> None:
    """Also after a power cut: the list of recent walls does not wait for closing."""
    shell.walls.start_wall("Rings")
    paths = [str(wall_path(shell))]
    qtbot.waitUntil(lambda: [one.path for one in shell._recents.all()] == paths)


def test_the_sheet_for_a_list_covers_the_start_screen_and_goes_with_escape(
    qtbot: QtBot, shell: Shell
) -> None:
    start = shell.window.start
    QGuiApplication.clipboard().setText("- Rings\n- Pays")
    start._cards[-1].click()
    sheet = start._paste_sheet
    assert sheet is not None
    assert sheet.isVisible()
    assert sheet.button.text() == "Make 2 notes"
    qtbot.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    start._cards[-1].click()
    overlay = sheet.parentWidget()
    qtbot.mouseClick(overlay, Qt.MouseButton.LeftButton, pos=QPoint(5, overlay.height() - 5))
    assert not sheet.isVisible()
    assert shell.window.page is None, "the click went no further"
    start._cards[-1].click()
    qtbot.mouseClick(sheet.button, Qt.MouseButton.LeftButton)
    assert page_of(shell).document.store.count(Moment) == 2


def test_a_lock_that_makes_no_sense_can_be_overridden(qtbot: QtBot, shell: Shell) -> None:
    shell.walls.start_wall("Rings")
    path = wall_path(shell)
    shell.close_wall()
    lock_path(path).write_bytes(b"not a lock")
    shell.open(path)
    assert shell.window.page is None
    bar = shell.window.start.message_bar
    button = next(one for one in bar.findChildren(QPushButton) if one.text() == "Open anyway")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not page_of(shell).document.is_read_only
