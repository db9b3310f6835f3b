"""The house rules, for everybody in the room to read: nothing else, as large as there is room."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget
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
#: Between the buttons of the foot, px.
_GAP = 12
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
    """The rules of the workshop; from here leads on what a welcome with more time is filled with.

    Attributes:
        ways: To other cards, by the names of their commands.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be hidden."""
        super().__init__(page, translate("Facilitator", "Our house rules"))
        self.title.setProperty("role", "headline")
        # The card may be narrow: the facilitator's notes lie beside it.
        self.title.setWordWrap(True)
        self.board = RulesBoard(load().rules)
        self.column.addWidget(self.board, 1)
        self.ways = {
            "teach": QPushButton(translate("Facilitator", "What is a moment of truth?")),
            "quiz": QPushButton(translate("Facilitator", "Quiz: why customers leave")),
        }
        for name, button in self.ways.items():
            button.clicked.connect(page.commands.action(name).trigger)
            self.add_to_foot(button)

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """Without the ways on: the facilitator's notes, which may lie beside it, have them too."""
        return QSize(self._least_width, super().minimumSizeHint().height())

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = self._least_width
        needed += sum(one.sizeHint().width() + _GAP for one in self.ways.values())
        for one in self.ways.values():
            one.setVisible(self.width() >= needed)

    @property
    def _least_width(self) -> int:
        layout = self.layout()
        margins = self.contentsMargins() if layout is None else layout.contentsMargins()
        return margins.left() + self.back.sizeHint().width() + _GAP + margins.right()

    @override
    def keep_below(self, pixels: int) -> None:
        """Nothing is touched here but what is in the foot: the words have all the room."""


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
