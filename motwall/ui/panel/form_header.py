"""The headings of the planning form: in two lines where the columns are narrow."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.ui.panel.cells import sized
from motwall.ui.panel.form_cells import CellLook
from motwall.ui.panel.form_model import FormColumn, column_titles, small_titles
from motwall.ui.theme import current_tokens

_LINES = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
#: Above and below the words, pixels.
_AROUND = 8
_MOST_LINES = 2


class FormHeader(QHeaderView):
    """Quiet words over a hairline."""

    def __init__(self, parent: QWidget, look: CellLook) -> None:
        """Take the look of the cells below; `set_look` for another."""
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)

    def set_look(self, look: CellLook) -> None:
        """Go with the cells below."""
        self._look = look
        self.updateGeometry()
        self.viewport().update()

    def words_rect(self, column: FormColumn) -> QRect:
        """What the words of a heading cover, wrapped to its column; wider if a word is."""
        rect = self._inner(column, QRect(0, 0, self.sectionSize(column), self.height()))
        return QFontMetrics(self._font()).boundingRect(rect, _LINES, self._words(column))

    def _words(self, column: FormColumn) -> str:
        return (small_titles() if self._look.is_tight else column_titles())[column]

    def _font(self) -> QFont:
        font = sized(self.font(), self._look.heading)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _inner(self, column: FormColumn, rect: QRect) -> QRect:
        return rect.adjusted(self._look.left(column), 0, -self._look.gap, 0)

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """As tall as its longest heading."""
        lines = _MOST_LINES if self._look.is_tight else 1
        height = lines * QFontMetrics(self._font()).lineSpacing() + 2 * _AROUND
        return QSize(super().sizeHint().width(), height)

    @override
    @guarded(None)
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Words and hairline."""
        tokens = current_tokens()
        column = FormColumn(logicalIndex)
        painter.save()
        painter.fillRect(rect, QColor(tokens.panel))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(tokens.hairline))
        painter.setFont(self._font())
        painter.setPen(QColor(tokens.quiet))
        painter.drawText(self._inner(column, rect), _LINES, self._words(column))
        painter.restore()
