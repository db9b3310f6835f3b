"""A double click where a single one is meant: its second press must not fall on what comes next."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from typing_extensions import override

from motwall.guard import guarded

#: Presses so near to each other, px, are of one double click.
_NEAR = 24.0
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class _Press(NamedTuple):
    """What was pressed, where and when.

    Attributes:
        control: That has the button under the pointer.
        words: That stood on it.
        at: On the screen, px.
        stamp: As events count, ms; 0 for a finger's tap, which may be another person's.
    """

    control: QObject
    words: str
    at: QPointF
    stamp: int


class OnePress(QObject):
    """Swallows the press that follows another too soon to be meant.

    Many people double click whatever they want to happen. The first press changes what a button
    does, or which one lies there, and the second does a thing that nobody has read: so it counts
    only where it is on the same button that says the same. On a control watched with `is_once` not
    even there: who goes on to the next person twice has skipped one.
    """

    def __init__(self, parent: QObject) -> None:
        """Watch nothing yet."""
        super().__init__(parent)
        self._last: _Press | None = None
        self._once: set[QObject] = set()

    def watch(self, control: QWidget, *, is_once: bool = False) -> None:
        """Let no press on a control be the second of a double click that meant another.

        Args:
            control: One of several that lie where others lay before.
            is_once: A double click counts as one there in any case.
        """
        control.installEventFilter(self)
        if is_once:
            self._once.add(control)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() in _PRESSES:
            return event.button() == Qt.MouseButton.LeftButton and not self._is_meant(
                watched, event
            )
        return super().eventFilter(watched, event)

    def _is_meant(self, watched: QObject, event: QMouseEvent) -> bool:
        words = watched.text() if isinstance(watched, QAbstractButton) else ""
        now = _Press(watched, words, event.globalPosition(), event.timestamp())
        before, self._last = self._last, now
        if before is None or not _is_soon(before, now):
            return True
        if watched is before.control and words == before.words and watched not in self._once:
            return True
        # A third click is no more meant than the second was.
        self._last = before._replace(stamp=now.stamp)
        return False


def _is_soon(before: _Press, now: _Press) -> bool:
    if now.stamp == 0:
        return False
    way = now.at - before.at
    is_near = way.manhattanLength() <= _NEAR
    return is_near and 0 <= now.stamp - before.stamp < QApplication.doubleClickInterval()
