"""A picture of something that lies over the wall: painted once, then copied until it changes."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from motwall.paint.tokens import Tokens

#: Paints what lies on a part: the painter and the part.
Draw = Callable[[QPainter, QRectF], None]


class KeptPicture:
    """While people pan, forty keys would otherwise be painted anew sixty times a second."""

    def __init__(self) -> None:
        """Have nothing yet."""
        self._pixmap = QPixmap()
        self._tokens: Tokens | None = None
        self._spoilt: QRectF | None = None

    def spoil(self, part: QRectF | None = None) -> None:
        """A part looks different now; None is all of it."""
        if part is None:
            self._pixmap = QPixmap()
        else:
            self._spoilt = part if self._spoilt is None else self._spoilt.united(part)

    def draw(self, painter: QPainter, reach: QRectF, tokens: Tokens, draw: Draw) -> None:
        """Copy it, painting before what changed.

        Args:
            painter: Screen pixels.
            reach: All that is painted.
            tokens: Others than before change all of it.
            draw: Paints a part.
        """
        ratio = painter.device().devicePixelRatio()
        size = (reach.size() * ratio).toSize()
        if self._pixmap.size() != size or tokens is not self._tokens:
            self._begin(size, ratio, tokens)
            self._spoilt = reach
        if self._spoilt is not None:
            self._paint(self._spoilt, reach, draw)
            self._spoilt = None
        painter.drawPixmap(reach.topLeft(), self._pixmap)

    def _begin(self, size: QSize, ratio: float, tokens: Tokens) -> None:
        self._tokens = tokens
        self._pixmap = QPixmap(size)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)

    def _paint(self, part: QRectF, reach: QRectF, draw: Draw) -> None:
        with QPainter(self._pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-reach.topLeft())
            painter.setClipRect(part)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(part, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            draw(painter, part)
