"""One finger on ordinary widgets: a click if it stays, a scroll or a drag if it moves."""

from enum import Enum, auto
from math import hypot
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QApplication,
    QScrollBar,
    QSplitterHandle,
    QWidget,
)
from shiboken6 import isValid

from motwall.scene.fingers import SLOP_MM
from motwall.scene.taps import Taps

#: What is dragged rather than scrolled. Own widgets that want it have the property.
DRAGGED = (QAbstractSlider, QSplitterHandle)
DRAGGED_PROPERTY = "touchDrag"

_LEFT = Qt.MouseButton.LeftButton
_NO_BUTTON = Qt.MouseButton.NoButton


@runtime_checkable
class TakesBack(Protocol):
    """A widget that can forget a drag."""

    def cancel(self) -> bool:
        """Leave everything as it was; whether anything was dragged."""


class _Role(Enum):
    TAP = auto()
    DRAG = auto()
    SCROLL = auto()
    NOTHING = auto()


class _Scrolled(NamedTuple):
    """A scroll bar a finger moves: its value when it began, and how many units a pixel is."""

    bar: QScrollBar
    value: int
    units: float


class PanelFinger:
    """A finger from press to release; `at` is always in the screen's coordinates."""

    def __init__(
        self,
        widget: QWidget,
        root: QWidget,
        at: QPointF,
        taps: Taps,
        px_per_mm: float,
        *,
        is_taken: bool = False,
    ) -> None:
        """Go down on a widget.

        Args:
            widget: What is under the finger.
            root: The widget the bridge is for; nothing around it is scrolled.
            at: Where.
            taps: What was tapped last, to tell a double tap.
            px_per_mm: Of the screen.
            is_taken: Another finger drags it: this one does nothing.
        """
        self._widget = widget
        self._root = root
        self._start = self._at = at
        self._taps = taps
        self._px_per_mm = px_per_mm
        self._pressed_at = taps.now()
        self._scrolled: list[_Scrolled] = []
        self._role = _Role.TAP
        if is_taken or not widget.isEnabled():
            self._role = _Role.NOTHING
        elif isinstance(widget, DRAGGED) or widget.property(DRAGGED_PROPERTY):
            self._role = _Role.DRAG
            self._send(QEvent.Type.MouseButtonPress)
        if self._role is _Role.TAP:
            self._show_down(is_down=True)

    def drags(self, widget: QWidget) -> bool:
        """Whether it is what drags this widget."""
        return self._role is _Role.DRAG and self._widget is widget

    def move(self, at: QPointF) -> None:
        """It is here now."""
        self._at = at
        way = at - self._start
        if not self._is_there:
            self._role = _Role.NOTHING
        elif self._role is _Role.DRAG:
            self._send(QEvent.Type.MouseMove)
        elif self._role is _Role.TAP and hypot(way.x(), way.y()) > SLOP_MM * self._px_per_mm:
            self._show_down(is_down=False)
            self._scrolled = self._scrolled_by(way)
            self._role = _Role.SCROLL if self._scrolled else _Role.NOTHING
        if self._role is _Role.SCROLL:
            self._scroll(way)

    def lift(self) -> QWidget | None:
        """It went up: click, unless it moved; returns the field that it tapped, if it did."""
        if not self._is_there:
            return None
        if self._role is _Role.DRAG:
            self._send(QEvent.Type.MouseButtonRelease)
        if self._role is not _Role.TAP:
            return None
        window = self._widget.window()
        before: QWidget | None = window.focusWidget()
        self._show_down(is_down=False)
        is_field = self._take_caret()
        self._click()
        now: QWidget | None = window.focusWidget()
        return now if is_field or now is not before else None

    def cancel(self) -> None:
        """It was taken away: no click, and what is dragged is let go."""
        if not self._is_there:
            return
        if self._role is _Role.DRAG:
            if isinstance(self._widget, TakesBack):
                self._widget.cancel()
            elif isinstance(self._widget, QAbstractButton):
                # Let go beside it: it was not clicked.
                self._at = self._widget.mapToGlobal(QPointF(-1.0, -1.0))
                self._send(QEvent.Type.MouseMove)
            self._send(QEvent.Type.MouseButtonRelease)
        self._show_down(is_down=False)

    @property
    def _is_there(self) -> bool:
        # What somebody else taps may take the widget away.
        return isValid(self._widget)

    def _show_down(self, *, is_down: bool) -> None:
        if isinstance(self._widget, QAbstractButton):
            self._widget.setDown(is_down)

    def _take_caret(self) -> bool:
        """Only what is written in takes the keyboard: others may be typing elsewhere."""
        field = self._widget.focusProxy() or self._widget
        is_written_in = field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if not is_written_in or not field.focusPolicy() & Qt.FocusPolicy.ClickFocus:
            return False
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def _click(self) -> None:
        pressed = self._pressed_at
        is_second = self._taps.is_double(self._widget, self._at, pressed, self._px_per_mm)
        press = QEvent.Type.MouseButtonDblClick if is_second else QEvent.Type.MouseButtonPress
        self._send(press)
        if self._is_there:
            self._send(QEvent.Type.MouseButtonRelease)

    def _send(self, kind: QEvent.Type) -> None:
        button = _NO_BUTTON if kind == QEvent.Type.MouseMove else _LEFT
        held = _NO_BUTTON if kind == QEvent.Type.MouseButtonRelease else _LEFT
        local = self._widget.mapFromGlobal(self._at)
        plain = Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, local, self._at, button, held, plain)
        QApplication.sendEvent(self._widget, event)

    def _scrolled_by(self, way: QPointF) -> list[_Scrolled]:
        """The bars of the innermost area that can be scrolled the way the finger goes."""
        is_upright = abs(way.y()) >= abs(way.x())
        widget: QWidget | None = self._widget
        while widget is not None:
            if isinstance(widget, QAbstractScrollArea):
                view = widget.viewport()
                upright, level = widget.verticalScrollBar(), widget.horizontalScrollBar()
                bar = upright if is_upright else level
                if bar.maximum() > bar.minimum():
                    return [_scrolled(upright, view.height()), _scrolled(level, view.width())]
            widget = None if widget is self._root else widget.parentWidget()
        return []

    def _scroll(self, way: QPointF) -> None:
        for one, distance in zip(self._scrolled, (way.y(), way.x()), strict=True):
            if isValid(one.bar):
                one.bar.setValue(one.value - round(distance * one.units))


def _scrolled(bar: QScrollBar, length: int) -> _Scrolled:
    # Some count pixels, some lines or rows: a page is always as long as the view.
    return _Scrolled(bar, bar.value(), max(1, bar.pageStep()) / max(1, length))
