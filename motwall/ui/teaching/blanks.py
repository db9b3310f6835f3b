"""A definition in large words, with blanks that show a word when they are tapped."""

import math
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.screen import DESK_TARGET
from motwall.model.workshop import Definition
from motwall.ui.flow import FlowBox
from motwall.ui.theme import BODY, current_tokens

#: In sizes of the words: the least width of a blank, so that its length tells nothing of a number.
_LEAST_EMS = 4.2
#: The distance of lines, in line spacings: what is tapped needs some air.
_LINE = 1.5
#: Of the ruled line, in heights of the words.
_RULE = 0.05
#: Of the ring, px.
_RING, _RADIUS = 3.0, 4.0
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class Blank(QAbstractButton):
    """A ruled line that a word belongs on."""

    def __init__(self, word: str) -> None:
        """Hide the word."""
        super().__init__()
        self.word = word
        self._is_filled = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.fill(is_filled=False)

    @property
    def is_filled(self) -> bool:
        """Whether the word can be read."""
        return self._is_filled

    def fill(self, *, is_filled: bool) -> None:
        """Show the word, or hide it."""
        self._is_filled = is_filled
        hidden = translate("Teach", "A blank: press to show the word")
        self.setAccessibleName(self.word if is_filled else hidden)
        self.update()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            metrics = QFontMetrics(self.font())
            base = (self.height() + metrics.ascent() - metrics.descent()) / 2
            line = base + metrics.descent() * 0.6
            is_near = self.underMouse() or self.isDown()
            ink = tokens.accent_text if is_near or self._is_filled else tokens.text
            painter.setPen(QPen(QColor(ink), max(1.0, metrics.height() * _RULE)))
            painter.drawLine(QPointF(0, line), QPointF(self.width(), line))
            if self._is_filled:
                painter.setFont(_bold(self.font()))
                left = (
                    self.width() - QFontMetrics(painter.font()).horizontalAdvance(self.word)
                ) / 2
                painter.drawText(QPointF(left, base), self.word)
            if self.hasFocus():
                painter.setPen(QPen(QColor(tokens.accent_text), _RING))
                ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
                painter.drawRoundedRect(ring, _RADIUS, _RADIUS)


class _Run(NamedTuple):
    """What is not broken over two lines: words and blanks that follow each other directly."""

    parts: tuple[str | Blank, ...]


class _Word(NamedTuple):
    left: float
    base: float
    text: str


class DefinitionText(FlowBox):
    """Words and blanks that flow like text.

    It reports what is tapped and shows what it is told: who else sees the same is not its business.
    """

    #: A blank was pressed. Carries its place, from 0.
    pressed = Signal(int)

    def __init__(self, definition: Definition) -> None:
        """Show a definition with all its blanks hidden."""
        super().__init__(0)
        self.setObjectName("taughtWords")
        self._placed: list[_Word] = []
        self.blanks: list[Blank] = []
        self._runs = self._cut(definition)
        for place, one in enumerate(self.blanks):
            one.clicked.connect(lambda _checked=False, place=place: self.pressed.emit(place))
        self.set_widgets(self.blanks)

    def show_filled(self, filled: list[bool]) -> None:
        """Say of each blank whether its word can be read."""
        for one, is_filled in zip(self.blanks, filled, strict=True):
            if one.is_filled != is_filled:
                one.fill(is_filled=is_filled)
        words = "".join(
            part if isinstance(part, str) else (part.word if part.is_filled else "…")
            for run in self._runs
            for part in (*run.parts, " ")
        )
        self.setAccessibleName(words.strip())

    def _cut(self, definition: Definition) -> list[_Run]:
        runs: list[list[str | Blank]] = [[]]
        for piece in definition.pieces:
            if piece.is_blank:
                self.blanks.append(Blank(piece.text))
                runs[-1].append(self.blanks[-1])
                continue
            first, *others = piece.text.split(" ")
            if first:
                runs[-1].append(first)
            runs += [[one] if one else [] for one in others]
        return [_Run(tuple(one)) for one in runs if one]

    # --- laying out ---

    @override
    def arrange(self) -> None:
        """Break into lines, and be as tall as they are."""
        metrics = QFontMetrics(self.font())
        height = max(metrics.height(), self._target)
        pitch = max(metrics.lineSpacing() * _LINE, height + self._gap)
        x, y = 0.0, 0.0
        self._placed.clear()
        for run in self._runs:
            width = sum(self._width(one) for one in run.parts)
            if x and x + width > self.width():
                x, y = 0.0, y + pitch
            for part in run.parts:
                if isinstance(part, Blank):
                    part.setGeometry(QRect(round(x), round(y), round(self._width(part)), height))
                else:
                    base = y + (height + metrics.ascent() - metrics.descent()) / 2
                    self._placed.append(_Word(x, base, part))
                x += self._width(part)
            x += metrics.horizontalAdvance(" ")
        whole = math.ceil(y + height)
        if self.minimumHeight() != whole:
            self.setFixedHeight(whole)
        self.update()

    def _width(self, part: str | Blank) -> float:
        if isinstance(part, str):
            return QFontMetrics(self.font()).horizontalAdvance(part)
        bold = QFontMetrics(_bold(self.font()))
        em = bold.height() / 1.2
        return max(bold.horizontalAdvance(part.word) + em, _LEAST_EMS * em, self._target)

    @property
    def _target(self) -> int:
        """The least side of what is tapped."""
        return math.ceil(DESK_TARGET * self._scale)

    @property
    def _gap(self) -> int:
        return math.ceil(self._scale * DESK_TARGET / 6)

    @property
    def _scale(self) -> float:
        # The words are larger than what stands around them, which tells what a pixel is here.
        around: QWidget | None = self.parentWidget()
        font = around.font() if around is not None else self.font()
        return font.pixelSize() / BODY

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self.arrange()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(QColor(current_tokens().text))
            for one in self._placed:
                painter.drawText(QPointF(one.left, one.base), one.text)


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setWeight(QFont.Weight.DemiBold)
    return made
