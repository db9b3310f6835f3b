"""A rating to be looked at: the face and its word."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.records import Rating
from motwall.model.words import rating_word
from motwall.paint.faces import draw_face
from motwall.ui.theme import BODY, current_tokens

#: Sizes at a text scale of 1, px.
_FACE, _BESIDE, _HEIGHT, _EDGE = 24.0, 32, 28, 2


class RatingShown(QWidget):
    """Says "not rated" where there is none."""

    def __init__(self) -> None:
        """Show no rating yet."""
        super().__init__()
        self._rating: Rating | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def rating(self) -> Rating | None:
        """What is shown."""
        return self._rating

    def show_rating(self, rating: Rating | None) -> None:
        """Turn to a rating."""
        self._rating = rating
        self.setAccessibleName(self._words())
        self.updateGeometry()
        self.update()

    def _words(self) -> str:
        return rating_word(self._rating) if self._rating else translate("Observation", "not rated")

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        scale = self.font().pixelSize() / BODY
        left = _BESIDE if self._rating else 0
        width = QFontMetrics(self.font()).horizontalAdvance(self._words()) + _EDGE
        return QSize(round(left * scale) + width, round(_HEIGHT * scale))

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Face and word."""
        tokens = current_tokens()
        scale = self.font().pixelSize() / BODY
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            left = 0
            if self._rating is not None:
                left = round(_BESIDE * scale)
                centre = QPointF((_FACE / 2 + 1) * scale, self.height() / 2)
                draw_face(painter, self._rating, centre, _FACE * scale, hairline=tokens.is_dark)
            painter.setPen(QColor(tokens.text if self._rating else tokens.quiet))
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            room = QRect(left, 0, self.width() - left, self.height())
            painter.drawText(room, int(side), self._words())
