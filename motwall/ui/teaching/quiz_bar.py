"""A bar to be dragged to a share of a hundred, and beside it what the workshop says."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.quiz import HUNDRED
from motwall.paint.tokens import Tokens
from motwall.ui.kept_keys import keeps_key
from motwall.ui.theme import BODY, current_tokens, faded

#: Pixels at a text scale of 1.
_LEAST, _WANTED = QSize(160, 26), QSize(480, 26)
_MOST_HEIGHT = 48
_GRIP, _INSET, _LINE, _RING, _RADIUS = 10.0, 3.0, 2.0, 3.0, 4.0
#: Of the height for the guess, once the workshop's figure stands below it.
_GUESS_SHARE = 0.58
_STEPS: Final = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
    Qt.Key.Key_Home: -HUNDRED,
    Qt.Key.Key_End: HUNDRED,
}


class QuizBar(QAbstractSlider):
    """A slider that is one large target: wherever it is touched, there it is.

    It says what is wanted and shows what it is told; `valueChanged` comes from keys alone.
    """

    #: It is being dragged. `shown` is where.
    slid = Signal()
    #: It was dragged and let go. Carries where, percent.
    let_go = Signal(int)

    def __init__(self, name: str) -> None:
        """Be at nothing; `name` is for those who cannot see what stands beside it."""
        super().__init__()
        self._held: int | None = None
        self._figure: int | None = None
        self.is_outline = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, HUNDRED)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def shown(self) -> int:
        """Where it is, also while it is dragged, percent."""
        return self.value() if self._held is None else self._held

    @property
    def is_held(self) -> bool:
        """Somebody drags it."""
        return self._held is not None

    def show_value(self, percent: int, figure: int | None) -> None:
        """Be at a share; `figure` is the workshop's, None while nobody is to see that."""
        self.blockSignals(True)
        self.setValue(percent)
        self.blockSignals(False)
        self._figure = figure
        self.update()

    def cancel(self) -> bool:
        """Go back to where it was before it was dragged; whether it was."""
        was_held, self._held = self.is_held, None
        self.update()
        if was_held:
            self.slid.emit()
        return was_held

    # --- hands ---

    @override
    @guarded(None)
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Come to the finger."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._hold(event)

    @override
    @guarded(None)
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.is_held:
            self._hold(event)

    @override
    @guarded(None)
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        held, self._held = self._held, None
        self.update()
        if held is not None:
            self.let_go.emit(held)

    def _hold(self, event: QMouseEvent) -> None:
        track = self._track()
        share = (event.position().x() - track.left()) / track.width()
        self._held = round(HUNDRED * min(max(0.0, share), 1.0))
        self.update()
        self.slid.emit()

    @override
    @guarded(None)
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Whoever scrolls past changes nothing."""
        event.ignore()

    # --- keys ---

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Esc belongs to a drag while there is one."""
        is_kept = keeps_key(event, Qt.Key.Key_Escape, is_busy=lambda: self.is_held)
        return is_kept or super().event(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A percent less or more; Esc takes a drag back."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.setValue(self.value() + step)
        elif not (event.key() == Qt.Key.Key_Escape and self.cancel()):
            event.ignore()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing stays in a hand that cannot see it."""
        super().hideEvent(event)
        self._held = None

    # --- painting ---

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return _LEAST * self._scale

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return _WANTED * self._scale

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.setMaximumHeight(round(_MOST_HEIGHT * self._scale))

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            track = self._track()
            if self._figure is not None:
                below = QRectF(track)
                track.setHeight(track.height() * _GUESS_SHARE)
                below.setTop(track.bottom() + _INSET * self._scale)
                self._draw_figure(painter, tokens, below, self._figure)
            self._draw_guess(painter, tokens, track)
            if self.hasFocus():
                half = _RING / 2
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(tokens.accent_text), _RING))
                ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
                painter.drawRoundedRect(ring, _RADIUS, _RADIUS)

    def _draw_guess(self, painter: QPainter, tokens: Tokens, track: QRectF) -> None:
        """The line it runs on, the bar, and where to take hold of it."""
        radius = _RADIUS * self._scale
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.band))
        painter.drawRoundedRect(track, radius, radius)
        if self.is_outline:
            self._draw_figure(painter, tokens, track, self.shown)
        else:
            bar = _part_of(track, self.shown)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent if self.isEnabled() else faded(tokens)))
            painter.drawRoundedRect(bar, radius, radius)
        if self.isEnabled():
            width = _GRIP * self._scale
            grip = QRectF(track)
            grip.setWidth(width)
            grip.moveCenter(_part_of(track, self.shown).center())
            grip.moveLeft(_part_of(track, self.shown).right() - width / 2)
            painter.setPen(QPen(QColor(tokens.text), _LINE * self._scale))
            painter.setBrush(QColor(tokens.panel))
            painter.drawRoundedRect(grip, radius, radius)

    def _draw_figure(self, painter: QPainter, tokens: Tokens, track: QRectF, percent: int) -> None:
        """What the workshop says: an outline, so that it differs in grey as well."""
        width = _LINE * self._scale
        box = _part_of(track, percent).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        box.setWidth(max(box.width(), width))
        radius = min(_RADIUS * self._scale, box.width() / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.text), width))
        painter.drawRoundedRect(box, radius, radius)

    def _track(self) -> QRectF:
        """Where the bar runs; the grip sticks out at both ends."""
        side = (_GRIP / 2 + _INSET) * self._scale
        edge = _INSET * self._scale
        return QRectF(self.rect()).adjusted(side, edge, -side, -edge)

    @property
    def _scale(self) -> float:
        return self.font().pixelSize() / BODY


def _part_of(track: QRectF, percent: int) -> QRectF:
    part = QRectF(track)
    part.setWidth(track.width() * percent / HUNDRED)
    return part
