"""Getting notes in fast: the field that remembers place and colour, lists, dropped text."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.model.edits.contact_types import remove_contact_type
from motwall.model.listing import MOST_LINES
from motwall.model.order import contact_types
from motwall.model.records import ContactType
from motwall.ui.add_place import AddPlace
from motwall.ui.wall_page import WallPage
from tests.app.on_page import loose, moment, on_view, select, timeline, undo_steps

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COPY = Qt.DropAction.CopyAction
_LEFT = Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def page(page: WallPage) -> WallPage:
    """A wall of three steps, Rings, Comes in, Pays; nothing is selected."""
    page.selection.clear()
    return page


# --- the field ---


def test_notes_go_after_the_selected_one_and_on_from_there(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Rings")
    quick = page.bottom_bar.quick_add
    quick.set_place(AddPlace.AFTER)
    for text in ("Waits", "Asks"):
        qtbot.keyClicks(quick.line, text)
        qtbot.keyClick(quick.line, Qt.Key.Key_Return)
    assert timeline(page) == [["Rings"], ["Waits"], ["Asks"], ["Comes in"], ["Pays"]]
    page.selection.clear()
    qtbot.keyClicks(quick.line, "Leaves")
    qtbot.keyClick(quick.line, Qt.Key.Key_Return)
    assert timeline(page)[-1] == ["Leaves"], "after nothing means at the end"
    quick.line.setFocus()
    QTest.keySequence(quick.line, QKeySequence.StandardKey.Undo)
    assert timeline(page)[-1] == ["Pays"]
    assert quick.line.text() == ""


def test_shift_enter_puts_a_note_into_the_same_step(qtbot: QtBot, page: WallPage) -> None:
    select(page, "Comes in")
    line = page.bottom_bar.quick_add.line
    for text in ("Looks round", "Sits down"):
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return, _SHIFT)
    assert timeline(page)[1] == ["Comes in", "Looks round", "Sits down"]
    assert undo_steps(page) >= 2


def test_the_colour_of_the_next_notes_stays(qtbot: QtBot, page: WallPage) -> None:
    quick = page.bottom_bar.quick_add
    page.commands.action("next_note").trigger()
    card = page.keyboard.next_note
    assert card.isVisible()
    phone = contact_types(page.document.store)[1]
    qtbot.mouseClick(card.chips.chip(phone.id), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.places[AddPlace.UNSORTED], Qt.MouseButton.LeftButton)
    assert quick.choice_button.text() == "unsorted"
    assert not quick.choice_button.icon().isNull()
    assert phone.name in quick.choice_button.accessibleName()
    page.escape()
    assert card.isHidden()
    for text in ("Waits", "Asks"):
        qtbot.keyClicks(quick.line, text)
        qtbot.keyClick(quick.line, Qt.Key.Key_Return)
    assert {moment(page, one).contact_type_id for one in ("Waits", "Asks")} == {phone.id}
    assert set(loose(page)) == {"Waits", "Asks"}
    page.document.push(remove_contact_type(page.document.store, phone.id))
    assert quick.contact_type_id is None
    assert quick.choice_button.icon().isNull()
    assert page.document.store.find(ContactType, phone.id) is None


def test_the_button_in_the_field_opens_the_same_card(qtbot: QtBot, page: WallPage) -> None:
    qtbot.mouseClick(page.bottom_bar.quick_add.choice_button, Qt.MouseButton.LeftButton)
    card = page.keyboard.next_note
    assert card.isVisible()
    assert page.focusWidget() is card.places[AddPlace.TIMELINE]
    assert page.rect().contains(card.geometry())
    assert (
        card.geometry().bottom()
        <= page.bottom_bar.mapTo(page, page.bottom_bar.rect().topLeft()).y() + 14
    )


# --- lists ---


def test_a_list_is_shown_line_by_line_before_it_is_made(qtbot: QtBot, page: WallPage) -> None:
    lines = ["1. Waits", "2) rings ", "- Asks", "* Waits", "", "x" * 121]
    QGuiApplication.clipboard().setText("\n".join(lines))
    page.commands.action("paste").trigger()
    card = page.keyboard.lists.card
    assert card.isVisible()
    assert timeline(page) == [["Rings"], ["Comes in"], ["Pays"]]
    shown = [card.list.item(row).text() for row in range(card.list.count())]
    assert shown[:4] == [
        "Waits",
        "rings  (on the wall already)",
        "Asks",
        "Waits  (twice in this list)",
    ]
    assert shown[4].endswith("(long: 121 letters)")
    assert card.wanted() == ["Waits", "Asks", "x" * 121]
    assert card.button.text() == "Make 3 notes"
    before = undo_steps(page)
    card.list.setCurrentRow(1)
    card.list.setFocus()
    qtbot.keyClick(card.list, Qt.Key.Key_Space)
    card.list.setCurrentRow(4)
    qtbot.keyClick(card.list, Qt.Key.Key_Space)
    assert card.button.text() == "Make 3 notes"
    qtbot.keyClick(card.list, Qt.Key.Key_Return)
    assert timeline(page)[3:] == [["Waits"], ["rings"], ["Asks"]]
    assert undo_steps(page) == before + 1
    assert page.toast.text == "3 notes added"
    assert card.isHidden()
    page.undo()
    assert len(timeline(page)) == 3


def test_a_list_can_go_to_unsorted_or_nowhere(qtbot: QtBot, page: WallPage) -> None:
    page.keyboard.lists.offer(["Waits", "Asks"], AddPlace.TIMELINE)
    card = page.keyboard.lists.card
    page.escape()
    assert card.isHidden()
    page.keyboard.lists.offer(["Waits", "Asks"], AddPlace.AFTER)
    qtbot.mouseClick(card.places[AddPlace.UNSORTED], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert set(loose(page)) == {"Waits", "Asks"}
    assert len(timeline(page)) == 3


def test_a_list_of_what_is_there_already_makes_nothing_unless_ticked(page: WallPage) -> None:
    page.keyboard.lists.offer(["Rings", "Pays"], AddPlace.TIMELINE)
    card = page.keyboard.lists.card
    assert not card.button.isEnabled()
    assert page.focusWidget() is card.list
    card._enter()
    assert card.isVisible()


def test_one_line_is_a_note_at_once_and_a_thousand_are_cut_short(page: WallPage) -> None:
    QGuiApplication.clipboard().setText("  - Waits  ")
    page.commands.action("paste").trigger()
    assert timeline(page)[-1] == ["Waits"]
    page.keyboard.lists.offer([str(one) for one in range(MOST_LINES + 3)], AddPlace.TIMELINE)
    assert "3 more lines do not fit" in page.keyboard.lists.card._about.text()
    QGuiApplication.clipboard().setText(" \n ")
    page.escape()
    page.commands.action("paste").trigger()
    assert page.keyboard.lists.card.isHidden()


# --- dropped text ---


def drop(page: WallPage, mime: QMimeData, at: QPointF) -> bool:
    coming = QDragEnterEvent(at.toPoint(), _COPY, mime, _LEFT, _PLAIN)
    QApplication.sendEvent(page.view, coming)
    event = QDropEvent(at, _COPY, mime, _LEFT, _PLAIN)
    QApplication.sendEvent(page.view, event)
    return coming.isAccepted() and event.isAccepted()


def test_text_dropped_on_the_wall_lands_where_it_was_dropped(page: WallPage) -> None:
    mime = QMimeData()
    mime.setText("* Waits")
    left, top = page.scene.layout_.unsorted_origin()
    assert drop(page, mime, on_view(page, left + 250, top + 60))
    note = moment(page, "Waits")
    assert (note.step_id, round(note.x / 10), round(note.y / 10)) == (None, 20, 2)
    second = list(page.scene.layout_.columns.values())[1].rect
    mime.setText("Asks")
    assert drop(page, mime, on_view(page, second.x + 50, second.y + 70))
    assert timeline(page)[1] == ["Comes in", "Asks"]


def test_several_lines_dropped_are_shown_first_and_keep_their_place(page: WallPage) -> None:
    mime = QMimeData()
    mime.setText("Waits\nAsks")
    second = list(page.scene.layout_.columns.values())[1].rect
    assert drop(page, mime, on_view(page, second.x + 50, second.y + 70))
    card = page.keyboard.lists.card
    assert card.isVisible()
    assert not card.places[AddPlace.TIMELINE].isVisible()
    card.button.click()
    assert timeline(page)[1] == ["Comes in", "Waits", "Asks"]


def test_a_text_file_dropped_becomes_notes(page: WallPage, tmp_path: Path) -> None:
    path = tmp_path / "list.TXT"
    path.write_bytes("Wärts\r\nAsks\r\n".encode("utf-16"))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    left, top = page.scene.layout_.unsorted_origin()
    at = on_view(page, left + 60, top + 40)
    assert drop(page, mime, at)
    page.keyboard.lists.card.button.click()
    assert set(loose(page)) == {"Wärts", "Asks"}
    path.write_bytes(bytes(2000))
    drop(page, mime, at)
    assert "no text" in page.message_bar.text
    path.unlink()
    drop(page, mime, at)
    assert "list.TXT" in page.message_bar.text


def test_what_is_no_text_is_not_taken(page: WallPage, tmp_path: Path) -> None:
    picture = QMimeData()
    picture.setUrls([QUrl.fromLocalFile(str(tmp_path / "film.mp4"))])
    assert not drop(page, picture, QPointF(50, 50))
    assert not drop(page, QMimeData(), QPointF(50, 50))
    assert len(timeline(page)) == 3
