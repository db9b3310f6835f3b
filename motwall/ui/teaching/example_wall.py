"""The worked example as a picture of its wall, as large as there is room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.layout import LayoutOptions, WallLayout, best_width, lay_out
from motwall.model.order import in_wall_order
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.paint.tokens import Tokens
from motwall.paint.wall_picture import paint_wall
from motwall.ui.theme import BODY, current_tokens

#: The smallest it is shown, px at a text scale of 1.
_LEAST = QSize(360, 200)
#: Notes are drawn no larger, px per mm at a text scale of 1.
_MOST_PER_MM = 3.0


class ExampleWall(QWidget):
    """Shows a wall that nobody touches; it is painted once for each size."""

    def __init__(self, store: Store) -> None:
        """Show the wall of a store."""
        super().__init__()
        self._store = store
        self._picture: QPixmap | None = None
        self._painted_for: tuple[QSize, float, Tokens] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        ids = [one.id for one in store.all(Moment)]
        words = [one.text for one in in_wall_order(store, ids)]
        name = translate("Teach", "The example in its order: {moments}")
        self.setAccessibleName(name.format(moments=", ".join(words)))

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return _LEAST * self._scale

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        wanted = (self.size(), self.devicePixelRatioF(), current_tokens())
        if self._picture is None or wanted != self._painted_for:
            self._picture, self._painted_for = self._paint(wanted[1], wanted[2]), wanted
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)

    def _paint(self, ratio: float, tokens: Tokens) -> QPixmap:
        width, height = float(self.width()), float(self.height())
        longest = best_width(self._store, width, height, _MOST_PER_MM * self._scale)
        layout = lay_out(self._store, LayoutOptions(width=longest))
        wide, tall = _extent(layout)
        unit = min(width / wide, height / tall, _MOST_PER_MM * self._scale)
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(tokens.bar))
        with QPainter(picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(unit, unit)
            paint_wall(painter, self._store, layout, tokens)
        return picture

    @property
    def _scale(self) -> float:
        return self.font().pixelSize() / BODY


def _extent(layout: WallLayout) -> tuple[float, float]:
    """What of a layout is used by the timeline, mm."""
    return max(band.rect.right for band in layout.bands), layout.lines[-1].bottom
