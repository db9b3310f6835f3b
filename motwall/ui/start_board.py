"""What there is to start from: the walls to go on with, the cards, and a button to open a file."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.cards import Card
from motwall.ui.theme import restyle

#: One card each; recent walls take all but the last, where the button stands beside them.
_COLUMNS = 4
_GAP = 16
_HEADING_GAP = 10
_HEADING, _ROWS, _CARDS_HEADING, _CARDS, _FREE, _FOOT = range(6)
#: Above the foot, and between the recent walls and what follows; beside the gap of the grid.
_AIR = 22
#: Recent walls all below each other would push the cards off a small screen.
_ROWS_ACROSS = 2
_ROW_GAP = 8


class StartBoard(QWidget):
    """Headings, recent walls, cards and button in four columns, so that their edges meet."""

    def __init__(self, cards: Sequence[Card]) -> None:
        """Hold the cards; there are no recent walls yet."""
        super().__init__()
        self.open_button = QPushButton(translate("Start", "Open a wall…"))
        self.alone_button = QPushButton(translate("Start", "I am on my own: guide me"))
        self.alone_button.setToolTip(translate("Start", "One question a screen, no team needed"))
        self.group_button = QPushButton(translate("Start", "With a group: run a workshop"))
        self.group_button.setToolTip(translate("Start", "A plan with times, and what to say when"))
        self._cards = list(cards)
        self._rows: list[QWidget] = []
        self._rows_heading = _heading(translate("Start", "Go on with"))
        self._rows_box = QWidget()
        self._rows_grid = QGridLayout(self._rows_box)
        self._rows_grid.setContentsMargins(0, 0, 0, 0)
        self._rows_grid.setHorizontalSpacing(_GAP)
        self._rows_grid.setVerticalSpacing(_ROW_GAP)
        #: Beside the recent walls.
        self._side = QVBoxLayout()
        self._side.setSpacing(_ROW_GAP)
        self._side.addStretch(1)
        self._cards_heading = _heading("")
        last = _COLUMNS - 1
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(_HEADING_GAP)
        grid.addWidget(self._rows_heading, _HEADING, 0, 1, _COLUMNS)
        grid.addWidget(self._rows_box, _ROWS, 0, 1, last, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._side, _ROWS, last)
        grid.addWidget(self._cards_heading, _CARDS_HEADING, 0, 1, _COLUMNS)
        for place, card in enumerate(cards):
            grid.addWidget(card, _CARDS, place)
            grid.setColumnStretch(place, 1)
        grid.setRowMinimumHeight(_FREE, _AIR)
        self.show_rows(())

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cards are as tall as the words of each of them need."""
        super().resizeEvent(event)
        width = (self.width() - (_COLUMNS - 1) * _GAP) // _COLUMNS
        height = max((one.height_for(width) for one in self._cards), default=0)
        for one in self._cards:
            one.setFixedHeight(height)

    def controls(self) -> list[QWidget]:
        """What the keyboard can reach, as it stands."""
        if self._rows:
            return [*self._rows, *self._buttons, *self._cards]
        return [*self._cards, *reversed(self._buttons)]

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        """From the top, or from the right."""
        return (self.open_button, self.alone_button, self.group_button)

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        """Show these recent walls, in this order; those shown before are deleted."""
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = list(rows)
        span = _ROWS_ACROSS if len(rows) == 1 else 1
        for number, row in enumerate(rows):
            line, place = divmod(number, _ROWS_ACROSS)
            self._rows_grid.addWidget(row, line, place, 1, span)
        has_rows = bool(rows)
        self._rows_heading.setVisible(has_rows)
        self._rows_box.setVisible(has_rows)
        words = translate("Start", "Or look round, or start from")
        self._cards_heading.setText(translate("Start", "Or start from") if has_rows else words)
        self._cards_heading.setContentsMargins(0, _AIR if has_rows else 0, 0, 0)
        last = _COLUMNS - 1
        # The first of them is level with the first wall, or in the last column.
        for number, button in enumerate(self._buttons):
            restyle(button, "kind", "row" if has_rows else "")
            if has_rows:
                self._side.insertWidget(number, button)
            else:
                self._grid.addWidget(button, _FOOT, last - number, Qt.AlignmentFlag.AlignTop)


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "heading")
    return label
