"""A text to read, shown whole: also one long word is broken where the line ends."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded

#: Narrower than so many letters it will not be.
_LEAST_LETTERS = 8


class WholeText(QWidget):
    """Plain text that wraps anywhere if it must; QLabel only wraps between words."""

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        """What is shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return round(sum(layout.boundingRect().height() for layout in self._laid_out(width)) + 0.5)

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _LEAST_LETTERS, metrics.height())

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paragraphs, one below the other."""
        top = 0.0
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            for layout in self._laid_out(self.width()):
                layout.draw(painter, QPointF(0, top))
                top += layout.boundingRect().height()

    def _laid_out(self, width: int) -> list[QTextLayout]:
        """A layout for each paragraph, broken to a width."""
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        line_height = QFontMetricsF(self.font()).lineSpacing()
        found = []
        for paragraph in self._text.split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            top = 0.0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, top))
                top += line_height
            layout.endLayout()
            found.append(layout)
        return found
