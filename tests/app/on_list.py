"""What tests of the list view do again and again: go to cells, type, read what they say."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from motwall.model.list_columns import ListColumn
from motwall.model.order import all_moments
from motwall.storage.reading import read_records
from motwall.ui.list_view.card import ListCard
from motwall.ui.list_view.table import ListTable
from motwall.ui.wall_page import WallPage

C = ListColumn
KEY = Qt.Key
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def opened(page: WallPage) -> ListCard:
    QApplication.processEvents()
    QTest.keyClick(page.view, KEY.Key_L, CTRL)
    card = page.cards.current
    assert isinstance(card, ListCard)
    return card


def go_to(card: ListCard, row: int, column: ListColumn) -> None:
    card.table.setFocus()
    card.table.go_to(row, card.model.column_of(column))


def select_cells(card: ListCard, rows: range, *columns: ListColumn) -> None:
    go_to(card, rows.start, columns[0])
    for _ in rows[1:]:
        QTest.keyClick(card.table, KEY.Key_Down, SHIFT)
    for _ in columns[1:]:
        QTest.keyClick(card.table, KEY.Key_Right, SHIFT)


def said(card: ListCard, column: ListColumn) -> list[str]:
    return [card.model.words(row, column) for row in range(card.model.count)]


def here(card: ListCard) -> tuple[int, ListColumn]:
    index = card.table.currentIndex()
    return index.row(), card.model.columns[index.column()]


def keys(text: str) -> None:
    """Type where the keyboard is; a line end is the Enter key."""
    for char in text:
        widget = QApplication.focusWidget()
        assert widget is not None
        if char == "\n":
            QTest.keyClick(widget, KEY.Key_Return)
        else:
            QTest.keyClicks(widget, char)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def texts(page: WallPage) -> list[str]:
    return [one.text for one in all_moments(page.document.store)]


def check_file(page: WallPage) -> None:
    """The file holds what the store holds."""
    path = page.document._writer.path
    assert path is not None
    in_file = {one.id: one for one in read_records(path)}
    assert in_file == {one.id: one for one in page.document.store.everything()}


def double_click(table: ListTable, index: QModelIndex) -> None:
    table.scrollTo(index)
    QTest.mouseDClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center()
    )


def click_cell(card: ListCard, row: int, column: ListColumn) -> None:
    index = card.model.index(row, card.model.column_of(column))
    place = card.table.visualRect(index).center()
    QTest.mouseClick(card.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
