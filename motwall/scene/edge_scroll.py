"""A hand that carries something to the edge of the view takes the view along."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QTimer

if TYPE_CHECKING:
    from motwall.scene.handled_view import HandledView

#: How near to the edge, as a share of the view's shorter side; `research/ux.md` section 10 has
#: 40 mm of an 86-inch panel, 1.07 m high.
_SHARE = 0.04
_LEAST, _MOST = 24.0, 96.0
#: The hand stays there for so long before the view moves, seconds.
WAIT = 0.4
#: Of the view's shorter side in a second: 300 mm on that panel.
_SPEED = 0.28
_TICK_MS = 16


class EdgeScroll(QObject):
    """Scrolls a view for the one hand that carries something."""

    def __init__(self, view: "HandledView") -> None:
        """Be still."""
        super().__init__(view)
        self._view = view
        self._at = QPointF()
        self._carried: Callable[[QPointF], None] | None = None
        self._since: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)

    def follow(self, at: QPointF, carried: Callable[[QPointF], None]) -> None:
        """The hand is here now, in the viewport; `carried` is told again whenever it scrolled."""
        self._at = at
        self._carried = carried
        if self._way() == (0, 0):
            self.stop()
        elif self._since is None:
            self._since = monotonic()
            self._timer.start()

    def stop(self) -> None:
        """The hand is empty, or another is on the wall, too."""
        self._timer.stop()
        self._since = None

    def _way(self) -> tuple[int, int]:
        """Where to, along x and y: -1, 0 or 1."""
        size = self._view.viewport().size()
        edge = min(max(min(size.width(), size.height()) * _SHARE, _LEAST), _MOST)
        return _side(self._at.x(), size.width(), edge), _side(self._at.y(), size.height(), edge)

    def _tick(self) -> None:
        if self._since is None or monotonic() - self._since < WAIT:
            return
        size = self._view.viewport().size()
        step = max(1, round(min(size.width(), size.height()) * _SPEED * _TICK_MS / 1000))
        across, along = self._way()
        horizontal, vertical = self._view.horizontalScrollBar(), self._view.verticalScrollBar()
        before = horizontal.value(), vertical.value()
        self._view.scroll_by(across * step, along * step)
        if (horizontal.value(), vertical.value()) != before and self._carried is not None:
            self._view.is_fitting = False
            self._carried(self._at)


def _side(at: float, length: int, edge: float) -> int:
    if at < edge:
        return -1
    return 1 if at > length - edge else 0
