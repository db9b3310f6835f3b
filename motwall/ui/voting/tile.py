"""A moment that is voted on: its note, and below it what was given to it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.layout import NOTE_HEIGHT
from motwall.model.note_look import NoteLook
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour
from motwall.paint.note_painter import NotePainter
from motwall.ui.small import IconButton
from motwall.ui.theme import BODY, TITLE, current_tokens

#: Pixels at a text scale of 1: round the note, above it, below it, of a button, of a dot.
_EDGE, _CAPTION, _FOOT, _SIDE = 6, 20, 34, 30
_DOT, _DOT_GAP = 14, 4
_RING = 3
_FOCUS_RADIUS = 6
#: Of what is shown while nobody may touch it.
_RESTING = 0.6
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)

Painter = Callable[[], NotePainter]


@dataclass(frozen=True, slots=True)
class TileFacts:
    """What a tile shows.

    Attributes:
        moment_id: Of the moment.
        look: Of its note, without what others have judged already.
        caption: The step it belongs to.
        count: How many dots or hands it has, of those that are to be seen.
        is_counted: By hands: a number with a button on each side. Else dots, with one to take back.
    """

    moment_id: str
    look: NoteLook
    caption: str
    count: int = 0
    is_counted: bool = False


class TileSize(NamedTuple):
    """Pixels of a tile; all of them are alike."""

    width: int
    height: int


def tile_size(width: int, scale: float) -> TileSize:
    """The size of tiles of that width, px, at a scale of the text."""
    note = (width - 2 * _EDGE * scale) * NOTE_HEIGHT / NOTE_WIDTH
    return TileSize(width, round(note + (2 * _EDGE + _CAPTION + _FOOT) * scale))


class VoteTile(QAbstractButton):
    """Pressed, it asks for one more; it never counts by itself.

    Attributes:
        facts: What it shows.
        fewer: Takes one back; there once there was something to take back.
        more: Counts one more hand; only by hands.
    """

    #: One more, or (-1) one less.
    asked = Signal(int)
    #: It was touched: it is the one everybody looks at now.
    chosen = Signal()

    def __init__(self, facts: TileFacts, painter: Painter, parent: QWidget) -> None:
        """Show a moment with the painter of the wall."""
        super().__init__(parent)
        self.facts = facts
        self._painter = painter
        self._is_current = False
        self._shows_caption = True
        self.fewer: IconButton | None = None
        self.more: IconButton | None = None
        # The grid has the keyboard: nobody goes through 60 notes with Tab.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)
        self.show_facts(facts)

    # --- what is shown ---

    def show_facts(self, facts: TileFacts) -> None:
        """Show a moment, or the same with other dots."""
        self.facts = facts
        if facts.is_counted and self.more is None:
            words = translate("Vote", "One hand more")
            self.more = self._button("plus", words, 1)
        if (facts.is_counted or facts.count) and self.fewer is None:
            words = translate("Vote", "One hand less")
            if not facts.is_counted:
                words = translate("Vote", "Take a dot back")
            self.fewer = self._button("minus", words, -1)
        self._show_buttons()
        words = translate("Vote", "{note}: %n", count=facts.count)
        self.setAccessibleName(words.format(note=facts.look.text))
        self.update()

    def show_current(self, *, is_current: bool) -> None:
        """Show or take away the ring of the one that the keys are for."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def show_caption(self, *, is_shown: bool) -> None:
        """Say its step, unless the tile before it said so."""
        if is_shown != self._shows_caption:
            self._shows_caption = is_shown
            self.update()

    def _show_buttons(self) -> None:
        is_usable = self.isEnabled()
        if self.fewer is not None:
            self.fewer.setVisible(self.facts.is_counted or self.facts.count > 0)
            self.fewer.setEnabled(is_usable and self.facts.count > 0)
        if self.more is not None:
            self.more.setVisible(self.facts.is_counted)
            self.more.setEnabled(is_usable)

    def _button(self, icon: str, words: str, way: int) -> IconButton:
        made = IconButton(icon, words, lambda: self._ask(way), side=_SIDE)
        made.setProperty("kind", "boxed")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setParent(self)
        # Laid out by hand, and so not dressed before it is shown.
        made.ensurePolished()
        self._place(made, way)
        return made

    def _ask(self, way: int) -> None:
        self.chosen.emit()
        self.asked.emit(way)

    def _on_clicked(self) -> None:
        self.chosen.emit()
        if not self.facts.is_counted:
            self.asked.emit(1)

    # --- where things are ---

    @property
    def _scale(self) -> float:
        return self.font().pixelSize() / BODY

    @property
    def note_rect(self) -> QRectF:
        """The note, px."""
        edge, top = _EDGE * self._scale, (_CAPTION + _EDGE) * self._scale
        width = self.width() - 2 * edge
        return QRectF(edge, top, width, width * NOTE_HEIGHT / NOTE_WIDTH)

    @property
    def _foot(self) -> QRectF:
        top = self.note_rect.bottom() + _EDGE * self._scale
        edge = _EDGE * self._scale
        return QRectF(edge, top, self.width() - 2 * edge, self.height() - top)

    def _place(self, button: IconButton, way: int) -> None:
        foot = self._foot
        left = foot.left() if way < 0 else foot.right() - button.width()
        button.move(round(left), round(foot.top() + (foot.height() - button.height()) / 2))

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return self.size()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_all()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._place_all()
        elif event.type() == QEvent.Type.EnabledChange:
            self._show_buttons()

    def _place_all(self) -> None:
        for button, way in ((self.fewer, -1), (self.more, 1)):
            if button is not None:
                self._place(button, way)

    # --- painting ---

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_caption(painter)
            if not self.isEnabled():
                painter.setOpacity(_RESTING)
            self._draw_note(painter)
            painter.setOpacity(1.0)
            if self._is_current:
                self._draw_ring(painter)
            if self.facts.is_counted:
                self._draw_number(painter)
            else:
                self._draw_dots(painter)

    def _draw_caption(self, painter: QPainter) -> None:
        if not self._shows_caption:
            return
        painter.setFont(self._font(BODY, QFont.Weight.Normal))
        painter.setPen(colour(current_tokens().quiet))
        place = QRectF(
            self.note_rect.left(), 0.0, self.note_rect.width(), (_CAPTION + 2) * self._scale
        )
        words = painter.fontMetrics().elidedText(
            self.facts.caption, Qt.TextElideMode.ElideRight, int(place.width())
        )
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)

    def _draw_note(self, painter: QPainter) -> None:
        place = self.note_rect
        zoom = place.width() / NOTE_WIDTH
        painter.save()
        painter.translate(place.topLeft())
        if self.isDown():
            painter.translate(0.0, 1.0)
        painter.scale(zoom, zoom)
        note = QRectF(0.0, 0.0, NOTE_WIDTH, NOTE_HEIGHT)
        self._painter().draw(painter, self.facts.look, note, zoom=zoom)
        painter.restore()

    def _draw_ring(self, painter: QPainter) -> None:
        reach = (_RING / 2 + 2) * self._scale
        painter.setBrush(NO_BRUSH)
        painter.setPen(QPen(colour(current_tokens().accent_text), _RING * self._scale))
        radius = _FOCUS_RADIUS * self._scale
        place = self.note_rect.adjusted(-reach, -reach, reach, reach)
        painter.drawRoundedRect(place, radius, radius)

    def _draw_number(self, painter: QPainter) -> None:
        count, tokens = self.facts.count, current_tokens()
        weight = QFont.Weight.Bold if count else QFont.Weight.Normal
        painter.setFont(self._font(TITLE + 4, weight))
        painter.setPen(colour(tokens.text if count else tokens.quiet))
        painter.drawText(self._foot, int(Qt.AlignmentFlag.AlignCenter), str(count))

    def _draw_dots(self, painter: QPainter) -> None:
        count = self.facts.count
        if not count or self.fewer is None:
            return
        side, gap = _DOT * self._scale, _DOT_GAP * self._scale
        left = self._foot.left() + self.fewer.width() + 2 * gap
        place = QRectF(left, self._foot.top(), self._foot.right() - left, self._foot.height())
        fit = max(1, int((place.width() + gap) / (side + gap)))
        shown = count if count <= fit else 1
        painter.setPen(NO_PEN)
        painter.setBrush(colour(current_tokens().accent_text))
        y = place.center().y()
        for number in range(shown):
            x = place.left() + number * (side + gap) + side / 2
            painter.drawEllipse(QPointF(x, y), side / 2, side / 2)
        if count > fit:
            painter.setFont(self._font(TITLE, QFont.Weight.Bold))
            painter.setPen(colour(current_tokens().text))
            beside = place.adjusted(side + 2 * gap, 0, 0, 0)
            painter.drawText(beside, int(Qt.AlignmentFlag.AlignVCenter), str(count))

    def _font(self, size: int, weight: QFont.Weight) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(size * self._scale))
        font.setWeight(weight)
        return font
