"""Hands for tests: real events on a viewport, in the order a mouse makes them."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.MouseButton.NoButton
_PLAIN = Qt.KeyboardModifier.NoModifier
STEPS = 6


def mouse(
    widget: QWidget,
    kind: QEvent.Type,
    at: QPointF,
    *,
    button: Qt.MouseButton = _NONE,
    held: Qt.MouseButton = _NONE,
    modifiers: Qt.KeyboardModifier = _PLAIN,
) -> None:
    """Send one mouse event to a widget, at a point of its own."""
    where = widget.mapToGlobal(at.toPoint()).toPointF()
    QApplication.sendEvent(widget, QMouseEvent(kind, at, where, button, held, modifiers))


def press(widget: QWidget, at: QPointF, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
    """Press the left button."""
    kind = QEvent.Type.MouseButtonPress
    mouse(widget, kind, at, button=_LEFT, held=_LEFT, modifiers=modifiers)


def move(widget: QWidget, at: QPointF, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
    """Move with the left button held."""
    mouse(widget, QEvent.Type.MouseMove, at, held=_LEFT, modifiers=modifiers)


def release(widget: QWidget, at: QPointF, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
    """Release the left button."""
    mouse(widget, QEvent.Type.MouseButtonRelease, at, button=_LEFT, modifiers=modifiers)


def click(widget: QWidget, at: QPointF, modifiers: Qt.KeyboardModifier = _PLAIN) -> None:
    """Press and release without moving."""
    press(widget, at, modifiers)
    release(widget, at, modifiers)


def double_click(widget: QWidget, at: QPointF) -> None:
    """Click twice, as Qt reports it."""
    click(widget, at)
    mouse(widget, QEvent.Type.MouseButtonDblClick, at, button=_LEFT, held=_LEFT)
    release(widget, at)


def drag(widget: QWidget, start: QPointF, goal: QPointF) -> None:
    """Drag from one point to another in several moves."""
    press(widget, start)
    for step in range(1, STEPS + 1):
        move(widget, start + (goal - start) * step / STEPS)
    release(widget, goal)


def point(x: float, y: float) -> QPointF:
    """A point on whole pixels, as a mouse reports it."""
    return QPointF(QPoint(round(x), round(y)))
