"""Cards of the start screen: a picture, a title, a line about it; one click starts from there."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy
from typing_extensions import override

from motwall.guard import guarded
from motwall.paint.tokens import PLAIN_PAPER, Tokens

CARD_HEIGHT = 190
PICTURE_HEIGHT = 112
ROW_HEIGHT = 46
RADIUS = 12.0
#: Beside the words of a card, from its picture to the words about it, beneath them; and the size of
#: their font, pixels.
_WORDS_SIDE, _ABOUT_TOP, _WORDS_FOOT, _ABOUT = 18, 33, 12, 13


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card says.

    Attributes:
        title: In bold.
        about: One or two lines.
        colours: Of the little notes drawn when there is no picture.
        picture: A thumbnail of the wall, if there is one.
    """

    title: str
    about: str
    colours: Sequence[str] = ()
    picture: QImage | None = None


class PaintedButton(QAbstractButton):
    """A button that paints itself, since a start screen must be there at once."""

    def __init__(self, content: CardContent, tokens: Tokens, about: str = "") -> None:
        """Show the content in the colours of a theme; `about` is said beside what the card says."""
        super().__init__()
        self._content = content
        self._tokens = tokens
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(content.title)
        self.setAccessibleDescription(" ".join(filter(None, (content.about, about))))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self._tokens = tokens
        self.update()

    def frame_pen(self) -> QPen:
        """The line around it: stronger under the pointer, strongest with the keyboard."""
        is_hot = self.underMouse() or self.hasFocus()
        colour = QColor(self._tokens.accent_text if is_hot else self._tokens.hairline)
        return QPen(colour, 2.5 if self.hasFocus() else 1.2)

    def font_of(self, size: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """The program's font at a size in px."""
        font = QFont(self.font())
        font.setPixelSize(size)
        font.setWeight(weight)
        return font

    def draw_picture(self, painter: QPainter, area: QRectF) -> None:
        """Draw the thumbnail, if there is one, as large as fits."""
        picture = self._content.picture
        if picture is None:
            return
        scale = min(area.width() / picture.width(), area.height() / picture.height())
        place = QRectF(0, 0, picture.width() * scale, picture.height() * scale)
        place.moveCenter(area.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, picture)


class Card(PaintedButton):
    """A picture over a title and a few words."""

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(240, CARD_HEIGHT)

    def height_for(self, width: int) -> int:
        """How tall it has to be for all its words, if it is that wide, px."""
        room = QRect(0, 0, width - 2 * _WORDS_SIDE - 3, 10 * CARD_HEIGHT)
        metrics = QFontMetrics(self.font_of(_ABOUT))
        words = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._content.about)
        return max(CARD_HEIGHT, PICTURE_HEIGHT + _ABOUT_TOP + words.height() + _WORDS_FOOT)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            self._draw_box(painter, box)
            self._draw_words(painter, box)

    def _draw_box(self, painter: QPainter, box: QRectF) -> None:
        tokens = self._tokens
        shape = QPainterPath()
        shape.addRoundedRect(box, RADIUS, RADIUS)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(box, QColor(tokens.panel))
        top = QRectF(box.x(), box.y(), box.width(), PICTURE_HEIGHT)
        painter.fillRect(top, QColor(tokens.wall))
        if self._content.picture is not None:
            self.draw_picture(painter, top)
        else:
            draw_little_notes(painter, top, self._content.colours)
        painter.restore()
        painter.setPen(self.frame_pen())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _draw_words(self, painter: QPainter, box: QRectF) -> None:
        title_font = self.font_of(15, QFont.Weight.DemiBold)
        painter.setFont(title_font)
        painter.setPen(QColor(self._tokens.text))
        left, width = box.x() + _WORDS_SIDE, box.width() - 2 * _WORDS_SIDE
        title = QFontMetricsF(title_font).elidedText(
            self._content.title, Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(QPointF(left, box.y() + PICTURE_HEIGHT + 26), title)
        painter.setFont(self.font_of(_ABOUT))
        painter.setPen(QColor(self._tokens.quiet))
        top = box.y() + PICTURE_HEIGHT + _ABOUT_TOP
        words = QRectF(left, top, width, box.bottom() - top)
        painter.drawText(words, Qt.TextFlag.TextWordWrap, self._content.about)


def draw_little_notes(painter: QPainter, area: QRectF, colours: Sequence[str]) -> None:
    """Draw a few slightly turned notes, to say "wall" at a glance."""
    width, height = 50.0, 38.0
    left = area.x() + 26
    pitch = min(44.0, (area.width() - width - 52) / max(1, len(colours) - 1))
    for place, colour in enumerate(colours):
        painter.save()
        y = area.center().y() + (-17 if place % 2 == 0 else 8)
        painter.translate(left + place * pitch + width / 2, y)
        painter.rotate(1.4 if place % 2 else -1.2)
        note = QRectF(-width / 2, -height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 28))
        painter.drawRoundedRect(note.translated(0, 2), 2.5, 2.5)
        painter.setBrush(QColor(colour or PLAIN_PAPER))
        painter.setPen(QPen(QColor(0, 0, 0, 70), 0.8))
        painter.drawRoundedRect(note, 2, 2)
        painter.restore()


class RecentRow(PaintedButton):
    """One wall to go on with: thumbnail, title, what is known of it, its folder."""

    def __init__(self, content: CardContent, folder: str, tokens: Tokens) -> None:
        """Show the content and the folder's name in the colours of a theme."""
        super().__init__(content, tokens, folder)
        self._folder = folder

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(240, ROW_HEIGHT)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(self.frame_pen())
            painter.setBrush(QColor(self._tokens.panel))
            painter.drawRoundedRect(box, 8, 8)
            left = self._draw_thumbnail(painter, box)
            self._draw_words(painter, box, left)

    def _draw_thumbnail(self, painter: QPainter, box: QRectF) -> float:
        if self._content.picture is None:
            return box.x() + 16
        place = QRectF(box.x() + 8, box.y() + 6, 56, box.height() - 12)
        painter.fillRect(place, QColor(self._tokens.wall))
        self.draw_picture(painter, place)
        return place.right() + 12

    def _draw_words(self, painter: QPainter, box: QRectF, left: float) -> None:
        small = self.font_of(12)
        metrics = QFontMetricsF(small)
        # What is known of the wall comes first.
        about_width = metrics.horizontalAdvance(self._content.about)
        room = max(0.0, min(box.width() / 3, box.right() - 32 - left - about_width))
        folder_width = min(metrics.horizontalAdvance(self._folder), room)
        painter.setFont(small)
        painter.setPen(QColor(self._tokens.quiet))
        folder = metrics.elidedText(self._folder, Qt.TextElideMode.ElideLeft, folder_width)
        right = box.right() - 16
        baseline = box.center().y() + 4
        painter.drawText(QPointF(right - folder_width, baseline), folder)
        width = right - folder_width - 16 - left
        about = metrics.elidedText(self._content.about, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(left, box.center().y() + 15), about)
        font = self.font_of(14, QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._tokens.text))
        title = QFontMetricsF(font).elidedText(
            self._content.title, Qt.TextElideMode.ElideRight, width
        )
        painter.drawText(QPointF(left, box.center().y() - 3), title)
