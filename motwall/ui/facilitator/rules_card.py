"""The house rules, for everybody in the room to read: nothing else, as large as there is room."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.workshop import load
from motwall.ui.full_card import FullCard
from motwall.ui.theme import BODY, current_tokens

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Of the font, px: not smaller than it is read from a chair, nor larger than it helps.
_LEAST, _MOST = 14, 120
#: Shares of the font's size: the column of the numbers, and between two rules.
_NUMBER, _APART = 1.6, 0.55
#: Of the height, for all of them.
_MOST_HIGH = 0.94
#: More line heights than this are more than one line.
_ONE_LINE = 1.5
#: Lines longer than so many times the font's size are hard to follow.
_LONGEST = 34
_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


def make(page: "WallPage") -> FullCard:
    """The card of a page."""
    return RulesCard(page)


def _balanced(metrics: QFontMetrics, words: str, room: QRect) -> QRect:
    """The place of a text: as many lines as needed, all about as long, no word left alone."""

    def height_in(width: int) -> int:
        return metrics.boundingRect(QRect(0, 0, width, room.height()), _FLAGS, words).height()

    height = height_in(room.width())
    low, high = room.width() // 2, room.width()
    while height > metrics.lineSpacing() * _ONE_LINE and low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if height_in(middle) <= height else (middle + 1, high)
    return QRect(room.x(), room.y(), high, height)


class RulesCard(FullCard):
    """The rules of the workshop."""

    def __init__(self, page: "WallPage") -> None:
        """Be hidden."""
        super().__init__(page, translate("Facilitator", "Our house rules"))
        self.title.setProperty("role", "headline")
        self.board = RulesBoard(load().rules)
        self.column.addWidget(self.board, 1)

    def step_aside(self, pixels: int) -> None:
        """Have no words beneath what lies over so much of its right side."""
        self.column.setContentsMargins(0, 0, pixels, 0)

    @override
    def keep_below(self, pixels: int) -> None:
        """Nothing is touched here but the way back in the foot: the words have all the room."""


class RulesBoard(QWidget):
    """Numbered lines, all of one size: the largest at which all of them fit."""

    def __init__(self, rules: Sequence[str]) -> None:
        """Show rules."""
        super().__init__()
        self.rules = tuple(rules)
        self.setAccessibleName("\n".join(self.rules))

    @property
    def font_size(self) -> int:
        """In px, as large as there is room."""
        low, high = _LEAST, round(_MOST * max(1.0, self.font().pixelSize() / BODY))
        while low < high:
            middle = (low + high + 1) // 2
            if self._height_at(middle) <= self.height() * _MOST_HIGH:
                low = middle
            else:
                high = middle - 1
        return low

    def _places(self, size: int) -> list[QRect]:
        """Where each rule lies at a font size."""
        metrics = QFontMetrics(self._font(size))
        left, top = round(_NUMBER * size), 0
        width = max(1, min(self.width() - left, _LONGEST * size))
        places = []
        for rule in self.rules:
            places.append(_balanced(metrics, rule, QRect(left, top, width, 100_000)))
            top += places[-1].height() + round(_APART * size)
        return places

    def _height_at(self, size: int) -> int:
        places = self._places(size)
        return places[-1].bottom() + 1 if places else 0

    def _font(self, size: int) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(QFont.Weight.Medium)
        return font

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, size = current_tokens(), self.font_size
        places = self._places(size)
        spare = max(0, self.height() - self._height_at(size))
        with QPainter(self) as painter:
            painter.setFont(self._font(size))
            for number, (rule, place) in enumerate(zip(self.rules, places, strict=True), start=1):
                shown = place.translated(0, spare // 3)
                beside = QRect(0, shown.y(), shown.x(), shown.height())
                painter.setPen(QColor(tokens.accent_text))
                painter.drawText(beside, _FLAGS, str(number))
                painter.setPen(QColor(tokens.text))
                painter.drawText(shown, _FLAGS, rule)

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self.update()
