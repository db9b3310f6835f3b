"""A chart as a widget: made anew for each size, painted in the colours of the theme."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.charts import Chart, ChartLook
from motwall.paint.chart import HEAVIEST, draw_chart
from motwall.paint.fonts import unit_width
from motwall.ui.theme import BODY, LABEL, current_tokens

MakeChart = Callable[[ChartLook], Chart]

#: Between the frame and the chart, and the frame's corners, pixels.
_PADDING, _RADIUS = 14, 8.0
#: In sizes of its words: a larger chart has larger words, to be read from farther away.
_LARGE_WIDTH, _LARGE_HEIGHT = 80.0, 28.0


class ChartView(QWidget):
    """Shows one chart on paper of its own."""

    def __init__(self, least: QSize) -> None:
        """Be empty; `least` is the smallest size at a text scale of 1."""
        super().__init__()
        self._least = least
        self._make: MakeChart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, make: MakeChart | None, words: str) -> None:
        """Show what `make` makes of a size; `words` say the same to those who cannot see it."""
        self._make = make
        self.setAccessibleName(words)
        self.update()

    def chart(self) -> Chart | None:
        """What is shown, in pixels from the chart's corner."""
        return None if self._make is None else self._make(self._look())

    def _look(self) -> ChartLook:
        scale = self._scale()
        room = 2 * _PADDING * scale
        width, height = max(1.0, self.width() - room), max(1.0, self.height() - room)
        size = max(LABEL * scale, min(width / _LARGE_WIDTH, height / _LARGE_HEIGHT))
        return ChartLook(width, height, size, unit_width(HEAVIEST))

    def _scale(self) -> float:
        return self.font().pixelSize() / BODY

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return self._least * self._scale()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and chart."""
        tokens = current_tokens()
        chart = self.chart()
        scale = self._scale()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(QColor(tokens.panel))
            painter.setPen(QPen(QColor(tokens.hairline), 1.0))
            paper = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(paper, _RADIUS, _RADIUS)
            if chart is not None:
                corner = QPointF(_PADDING * scale, _PADDING * scale)
                line = self._look().text_size / LABEL
                draw_chart(painter, chart, tokens, corner, line)
