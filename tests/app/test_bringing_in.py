"""Files and tables brought in: dropped, chosen, pasted; shown first, one step of undo after."""

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.export.json_file import json_text
from motwall.importing.apart import KINDS, SMALL
from motwall.importing.mapping import Meaning
from motwall.model.edits.contact_types import remove_contact_type
from motwall.model.order import all_moments, steps_in_order
from motwall.model.records import ContactType, Moment, Stage, Step
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from motwall.storage.reading import read_records
from motwall.ui import text_drop
from motwall.ui.import_sheet import reading
from motwall.ui.import_sheet.card import ImportCard
from motwall.ui.import_sheet.reading import FileReading
from motwall.ui.wall_page import WallPage
from tests.app.on_page import undo_steps
from tests.factories import FakeClock

BOARD = Path(__file__).parents[1] / "importing" / "fixtures" / "mural.csv"
SLOW_CHILD = [sys.executable, "-c", "import time; time.sleep(60)"]


def texts(page: WallPage) -> list[str]:
    return [one.text for one in all_moments(page.document.store)]


def drop(page: WallPage, path: Path) -> None:
    assert drop_on(page.view, path)


def drop_on(target: QWidget, path: Path) -> bool:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    coming = QDragEnterEvent(QPoint(200, 200), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, coming)
    event = QDropEvent(QPointF(200, 200), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, event)
    return coming.isAccepted() and event.isAccepted()


def card_of(qtbot: QtBot, page: WallPage) -> ImportCard:
    card = page.keyboard.lists.onto_wall.bringing.card
    qtbot.waitUntil(lambda: card.isVisible() and card.outcome is not None)
    return card


def click(button: QPushButton) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_dropped_board_is_shown_and_then_one_step(
    qtbot: QtBot, shell: Shell, page: WallPage
) -> None:
    before = undo_steps(page)
    drop(page, BOARD)
    card = card_of(qtbot, page)
    assert texts(page) == ["Rings", "Comes in", "Pays"]
    assert card.summary.text() == "5 notes, 2 stages, 4 steps, 1 new contact type"
    assert card.notices.toPlainText() == "1 row without words for a note left out."
    assert card.preview.rowCount() == 5
    click(card.button)
    assert not card.isVisible()
    assert texts(page)[3:] == [
        "Search result\nand map", "Reviews <3 stars", "Call to ask", "Greeting", "Till & receipt"
    ]  # fmt: skip
    assert len(page.selection.ids) == 5
    assert page.scene.note(page.selection.ids[0]) is not None
    assert shell.walls.wall is not None
    kept = Store(read_records(shell.walls.wall.path))
    assert json_text(kept) == json_text(page.document.store)
    assert undo_steps(page) == before + 1
    page.undo()
    assert texts(page) == ["Rings", "Comes in", "Pays"]
    assert page.document.store.count(Stage) == 0


def test_a_column_is_given_another_meaning(qtbot: QtBot, page: WallPage, tmp_path: Path) -> None:
    drop(page, write(tmp_path, "list.csv", "note,where\nAsks,Inside\nBuys,Inside\n"))
    card = card_of(qtbot, page)
    assert card.mapping.meanings == (Meaning.MOMENT, Meaning.LEFT_OUT)
    click(card.columns.rows[1].button)
    click(card.columns.chips[Meaning.STAGE])
    qtbot.waitUntil(lambda: card.outcome is not None)
    assert "1 stage" in card.summary.text()
    assert not card.columns.chips[Meaning.STAGE].isVisible()
    click(card.button)
    (stage,) = page.document.store.all(Stage)
    assert stage.title == "Inside"
    # The next table with that header is read so at once.
    drop(page, write(tmp_path, "other.csv", "Note, WHERE\nLeaves,Outside\n"))
    assert card_of(qtbot, page).mapping.meanings == (Meaning.MOMENT, Meaning.STAGE)


def test_problems_are_shown_with_their_rows_and_nothing_can_be_done(
    qtbot: QtBot, page: WallPage, tmp_path: Path
) -> None:
    rows = "".join(f"n{n},Kind {n}\n" for n in range(20))
    drop(page, write(tmp_path, "many.csv", f"note,channel\n{rows}"))
    card = card_of(qtbot, page)
    assert not card.button.isEnabled()
    assert card.notices.toPlainText().startswith("Row ")
    click(card.columns.rows[1].button)
    click(card.columns.chips[Meaning.LEFT_OUT])
    qtbot.waitUntil(lambda: card.outcome is not None)
    assert card.button.isEnabled()


def test_the_first_row_can_be_a_note(qtbot: QtBot, page: WallPage, tmp_path: Path) -> None:
    drop(page, write(tmp_path, "list.csv", "note\nAsks\n"))
    card = card_of(qtbot, page)
    click(card.has_header)
    qtbot.waitUntil(lambda: card.outcome is not None)
    click(card.button)
    assert texts(page)[3:] == ["note", "Asks"]


def test_esc_brings_nothing_in(qtbot: QtBot, page: WallPage) -> None:
    drop(page, BOARD)
    card = card_of(qtbot, page)
    QTest.keyClick(card.page.window().focusWidget(), Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert len(texts(page)) == 3


def test_the_wall_may_change_while_the_sheet_is_open(qtbot: QtBot, page: WallPage) -> None:
    drop(page, BOARD)
    card = card_of(qtbot, page)
    # The type that a colour of the board would have had goes.
    store = page.document.store
    assert store.count(ContactType) > 0
    for kind in list(store.all(ContactType)):
        page.document.push(remove_contact_type(store, kind.id))
    qtbot.waitUntil(lambda: card.outcome is not None)
    click(card.button)
    known = {one.id for one in store.all(ContactType)}
    assert len(texts(page)) == 8
    assert {one.contact_type_id for one in store.all(Moment)} <= known | {None}


def test_a_pasted_table_is_mapped_and_a_pasted_list_is_not(qtbot: QtBot, page: WallPage) -> None:
    QGuiApplication.clipboard().setText("Stage\tNote\nInside\tAsks\nInside\tBuys\n")
    page.clipboard.paste()
    card = card_of(qtbot, page)
    assert card.mapping.meanings == (Meaning.STAGE, Meaning.MOMENT)
    click(card.button)
    assert texts(page)[3:] == ["Asks", "Buys"]
    QGuiApplication.clipboard().setText("One\nTwo\n")
    page.clipboard.paste()
    assert not card.isVisible()
    assert page.keyboard.lists.card.isVisible()


def test_cells_pasted_into_the_field_for_notes_are_mapped_too(
    qtbot: QtBot, shell: Shell, page: WallPage
) -> None:
    QGuiApplication.clipboard().setText("Stage\tNote\nInside\tAsks\nInside\tBuys\n")
    QTest.keySequence(page.bottom_bar.quick_add.line, QKeySequence.StandardKey.Paste)
    assert card_of(qtbot, page).mapping.meanings == (Meaning.STAGE, Meaning.MOMENT)
    shell.show_start()
    QTest.keySequence(shell.window.start.field.line, QKeySequence.StandardKey.Paste)
    assert shell.ways_in.bringing.card.isVisible()


def test_a_whole_wall_is_added(qtbot: QtBot, page: WallPage, tmp_path: Path) -> None:
    clock = FakeClock()
    other = Store(instantiate(load("shop"), clock.new_id, clock.today()))
    before = undo_steps(page)
    drop(page, write(tmp_path, "shop.json", json_text(other)))
    qtbot.waitUntil(lambda: page.document.store.count(Moment) == 3 + other.count(Moment))
    assert undo_steps(page) == before + 1
    drop(page, tmp_path / "shop.json")
    assert page.toast.text == "Everything in it is on the wall already."
    page.undo()
    assert page.document.store.count(Moment) == 3


def workbook() -> bytes:
    book = Workbook()
    for name in ("One", "Two"):
        sheet = book.create_sheet(name)
        for row in (["Note"], [f"in {name}"]):
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_is_read_by_another_process(
    qtbot: QtBot, page: WallPage, tmp_path: Path
) -> None:
    drop(page, write(tmp_path, "two.xlsx", workbook()))
    bringing = page.keyboard.lists.onto_wall.bringing
    assert page.message_bar.text == "Reading two.xlsx"
    assert bringing.shown_card is None
    qtbot.waitUntil(lambda: bringing.shown_card is not None, timeout=20_000)
    card = card_of(qtbot, page)
    assert page.message_bar.text == ""
    chip = card.findChild(QPushButton, "sheet1")
    assert isinstance(chip, QPushButton)
    click(chip)
    qtbot.waitUntil(lambda: card.outcome is not None)
    click(card.button)
    assert texts(page)[3:] == ["in Two"]


def test_what_takes_too_long_is_given_up(
    qtbot: QtBot, page: WallPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "command", lambda _kind: SLOW_CHILD)
    read = FileReading("xlsx", b"", page, seconds=0.2)
    with qtbot.waitSignal(read.failed, timeout=20_000) as failed:
        read.start()
    assert failed.args[0].problems == [(0, "reading the file takes too long")]


def test_reading_can_be_cancelled_and_the_window_answers_meanwhile(
    qtbot: QtBot, page: WallPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "command", lambda _kind: SLOW_CHILD)
    drop(page, write(tmp_path, "two.xlsx", workbook()))
    page.bottom_bar.quick_add.line.setFocus()
    QTest.keyClicks(page.bottom_bar.quick_add.line, "Asks")
    QTest.keyClick(page.bottom_bar.quick_add.line, Qt.Key.Key_Return)
    assert texts(page)[-1] == "Asks"
    click(next(one for one in page.message_bar.findChildren(QPushButton) if one.text() == "Cancel"))
    assert page.message_bar.text == ""
    assert page.keyboard.lists.onto_wall.bringing.reading is None
    del qtbot


def test_leaving_the_wall_ends_the_reading(
    shell: Shell, page: WallPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "command", lambda _kind: SLOW_CHILD)
    drop(page, write(tmp_path, "two.xlsx", workbook()))
    bringing = page.keyboard.lists.onto_wall.bringing
    assert bringing.reading is not None
    shell.show_start()
    assert bringing.reading is None


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("a.xlsx", b"no workbook", "no sound XLSX"),
        ("a.csv", b'a\n"b', "row 2: its quotation marks do not match"),
        ("a.json", b"{}", "not a motwall wall"),
    ],
)
def test_damaged_files_have_a_sentence(
    qtbot: QtBot, page: WallPage, tmp_path: Path, name: str, raw: bytes, words: str
) -> None:
    drop(page, write(tmp_path, name, raw))
    qtbot.waitUntil(lambda: words in page.message_bar.text, timeout=20_000)
    assert page.keyboard.lists.onto_wall.bringing.shown_card is None
    assert len(texts(page)) == 3


def test_other_files_are_told(page: WallPage, tmp_path: Path) -> None:
    page.keyboard.lists.onto_wall.bring(tmp_path / "deck.pptx")
    assert page.message_bar.text.startswith("deck.pptx is of a kind that cannot be brought in")


def test_the_menu_asks_for_a_file(
    qtbot: QtBot, shell: Shell, page: WallPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(BOARD), ""))
    shell.window.window_command("bring_in")
    assert card_of(qtbot, page).isVisible()


def chosen(monkeypatch: pytest.MonkeyPatch, shell: Shell, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    shell.window.bring_in_wanted.emit()


def dropped(_monkeypatch: pytest.MonkeyPatch, shell: Shell, path: Path) -> None:
    assert drop_on(shell.window.start, path)


@pytest.mark.parametrize("way", [chosen, dropped])
def test_the_start_screen_makes_a_wall_of_a_board(
    qtbot: QtBot,
    shell: Shell,
    documents: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: Callable[[pytest.MonkeyPatch, Shell, Path], None],
) -> None:
    shell.window.show_start()
    way(monkeypatch, shell, BOARD)
    card = shell.ways_in.bringing.card
    qtbot.waitUntil(lambda: card.isVisible() and card.outcome is not None)
    assert list(documents.iterdir()) == []
    click(card.button)
    page = shell.window.page
    assert page is not None
    assert len(texts(page)) == 5
    assert page.document.store.count(Step) == 4
    assert (documents / "mural.motwall").exists()
    assert steps_in_order(page.document.store)[0].stage_id is not None


def test_the_start_screen_makes_a_wall_of_json_with_its_ids(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    clock = FakeClock()
    other = Store(instantiate(load("shop"), clock.new_id, clock.today()))
    shell.window.show_start()
    shell.ways_in.bring(write(tmp_path, "shop.json", json_text(other)))
    qtbot.waitUntil(lambda: shell.window.page is not None, timeout=20_000)
    assert shell.window.page is not None
    assert json_text(shell.window.page.document.store) == json_text(other)


def test_cells_pasted_on_the_start_screen_are_mapped(qtbot: QtBot, shell: Shell) -> None:
    shell.window.show_start()
    QGuiApplication.clipboard().setText("Stage\tNote\nInside\tAsks\nInside\tBuys\n")
    start = shell.window.start
    start._paste_list()
    sheet = start._paste_sheet
    assert sheet is not None
    assert sheet.button.text() == "Go on with the columns"
    click(sheet.button)
    card = shell.ways_in.bringing.card
    qtbot.waitUntil(lambda: card.isVisible() and card.outcome is not None)
    click(card.button)
    assert shell.window.page is not None
    assert texts(shell.window.page) == ["Asks", "Buys"]


def test_what_can_be_dropped_is_what_can_be_read() -> None:
    assert {*text_drop.TABLES, ".txt"} == set(KINDS)
    assert not set(text_drop.PHOTOS) & set(KINDS)
    assert text_drop.LONG == SMALL


def test_a_long_text_is_read_beside_the_window(
    qtbot: QtBot, page: WallPage, tmp_path: Path
) -> None:
    lines = "".join(f"- note {n} {'word ' * 200}\n" for n in range(300))
    drop(page, write(tmp_path, "long.txt", lines))
    assert page.keyboard.lists.onto_wall.bringing.reading is not None
    card = page.keyboard.lists.card
    qtbot.waitUntil(card.isVisible, timeout=20_000)
    assert len(card.wanted()) == 300
    assert card.wanted()[0].startswith("note 0 word")


def test_a_wall_that_is_locked_takes_nothing(page: WallPage) -> None:
    page.document.wall_lock.set_locked(is_locked=True)
    page.keyboard.lists.onto_wall.bring(BOARD)
    assert page.keyboard.lists.onto_wall.bringing.shown_card is None


def test_everything_on_the_sheet_can_be_done_by_keys(
    qtbot: QtBot, page: WallPage, tmp_path: Path
) -> None:
    drop(page, write(tmp_path, "list.csv", "note,where\nAsks,Inside\nBuys,Inside\n"))
    card = card_of(qtbot, page)
    first, second = (one.button for one in card.columns.rows[:2])
    window = page.window()
    assert window.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Space)
    assert window.focusWidget() is card.columns.chips[Meaning.LEFT_OUT]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    while window.focusWidget() is not card.columns.chips[Meaning.STAGE]:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.focusWidget() is second
    assert card.mapping.meanings == (Meaning.MOMENT, Meaning.STAGE)
    qtbot.waitUntil(lambda: card.outcome is not None)
    for _ in range(10):
        if window.focusWidget() is card.button:
            break
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(card.button, Qt.Key.Key_Space)
    assert texts(page)[3:] == ["Asks", "Buys"]
    assert page.isAncestorOf(window.focusWidget())
