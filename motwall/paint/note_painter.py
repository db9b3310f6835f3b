"""Draws one sticky note, the same on the wall, in pictures and in previews."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from motwall.model.note_look import NoteLook
from motwall.model.textfit import FittedText
from motwall.paint import note_geometry
from motwall.paint.colours import NO_BRUSH, colour, pen
from motwall.paint.faces import WHITE
from motwall.paint.note_geometry import OVERHANG
from motwall.paint.note_marks import Marks, marks_of
from motwall.paint.note_paper import shadow_for, sheet_of
from motwall.paint.note_text import NoteTexts, draw_bars, draw_set_text
from motwall.paint.sprites import SpriteCache
from motwall.paint.tokens import INK, LIGHT, Tokens

#: Notes narrower than this, in pixels, are a patch of colour.
_FLAT_BELOW = 14.0
#: Words smaller than this, in pixels, become bars.
_LEAST_TEXT = 4.0
_BAR_ALPHA = 90
#: A picture of a wider note, in device pixels, would cost more memory than it saves time.
_WIDEST_SPRITE = 1600.0
#: A faded note steps back but can be read: opacity of paper and marks, and of the words.
_FADED, _FADED_TEXT = 0.35, 0.62
_FADED_ON_DARK, _FADED_TEXT_ON_DARK = 0.5, 0.9
#: Degrees; a lifted note lies a little askew, but all of it stays within `OVERHANG`.
_LIFTED_TURN = 1.6
#: A turned picture is drawn from one so many times as fine: letters on a slant would wobble.
_LIFTED_DETAIL = 2.0
#: The ring of a selected note, in pixels: a gap, then the accent.
_RING_GAP, _RING = 2.0, 3.0
#: The most a pixel of the ring grows to when zoomed out, mm: the ring stays within `OVERHANG`.
_WIDEST_RING_PIXEL = 1.7


class _Manner(NamedTuple):
    """How a note is shown; see `NotePainter.draw`."""

    zoom: float
    is_selected: bool
    show_marks: bool
    is_lifted: bool


class NotePainter:
    """Draws notes in one theme, and keeps what many notes share.

    A painter belongs to the thread that made it: text once shaped cannot be shared.
    """

    text_rect = staticmethod(note_geometry.text_rect)
    tick_rect = staticmethod(note_geometry.tick_rect)
    face_rect = staticmethod(note_geometry.face_rect)

    def __init__(self, tokens: Tokens) -> None:
        """Draw in this theme."""
        self.tokens = tokens
        self._sprites = SpriteCache()
        self._texts = NoteTexts()

    def draw(
        self,
        painter: QPainter,
        look: NoteLook,
        rect: QRectF,
        *,
        is_selected: bool = False,
        show_marks: bool = False,
        is_lifted: bool = False,
        zoom: float,
    ) -> None:
        """Draw a note; nothing reaches further than `note_geometry.OVERHANG` over `rect`.

        Args:
            painter: Scene units (mm).
            look: What the note shows.
            rect: Where, mm.
            is_selected: With a ring.
            show_marks: Also the places of the tick and face that are not there yet.
            is_lifted: As while it is dragged: higher, a little askew.
            zoom: Logical pixels per mm, for what keeps its size on screen.
        """
        manner = _Manner(zoom, is_selected, show_marks, is_lifted)
        painter.save()
        painter.translate(rect.x(), rect.y())
        box = _box(rect.width(), rect.height())
        if box.width() * zoom < _FLAT_BELOW:
            self._draw_flat(painter, look, box)
            if is_selected:
                self._draw_ring(painter, box, zoom)
        elif is_lifted:
            self._draw_askew(painter, look, box, manner)
        else:
            self._draw_note(painter, look, box, manner)
        painter.restore()

    def fitted(self, look: NoteLook, rect: QRectF, *, show_marks: bool = False) -> FittedText:
        """The words as they stand on the note: their size in mm and their lines."""
        place = note_geometry.text_rect(look, rect, show_marks=show_marks)
        return self._texts.set_text(look.text, place).fitted

    def _draw_flat(self, painter: QPainter, look: NoteLook, box: QRectF) -> None:
        opacity = painter.opacity()
        if look.is_faded:
            painter.setOpacity(opacity * (_FADED_ON_DARK if self.tokens.is_dark else _FADED))
        painter.fillRect(box, colour(sheet_of(look).paper))
        painter.setOpacity(opacity)

    def _draw_note(self, painter: QPainter, look: NoteLook, box: QRectF, manner: _Manner) -> None:
        is_dark = self.tokens.is_dark
        opacity = painter.opacity()
        shown = opacity * (_FADED_ON_DARK if is_dark else _FADED) if look.is_faded else opacity
        if look.is_faded:
            painter.setOpacity(shown)
        canvas = _Canvas(painter, self._sprites, box)
        shadow = shadow_for(is_lifted=manner.is_lifted, is_dark=is_dark)
        marks = marks_of(look, shadow, show_marks=manner.show_marks, has_hairline=is_dark)
        if manner.is_selected:
            # The ring lies on the shadow but under the priority disc.
            canvas.stamp(marks.sheet)
            painter.setOpacity(opacity)
            self._draw_ring(painter, box, manner.zoom)
            painter.setOpacity(shown)
            canvas.stamp(marks.above)
        else:
            canvas.stamp(marks.all)
        if look.is_faded:
            painter.setOpacity(opacity * (_FADED_TEXT_ON_DARK if is_dark else _FADED_TEXT))
        self._draw_text(painter, look, box, manner)

    def _draw_askew(self, painter: QPainter, look: NoteLook, box: QRectF, manner: _Manner) -> None:
        reach = box.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)
        detail = _LIFTED_DETAIL * max(painter.deviceTransform().m11(), manner.zoom)
        size = QSize(round(reach.width() * detail), round(reach.height() * detail))
        image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as own:
            own.scale(detail, detail)
            own.translate(-reach.topLeft())
            self._draw_note(own, look, box, manner)
        painter.translate(box.center())
        painter.rotate(_LIFTED_TURN)
        painter.translate(-box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(reach, image)

    def _draw_text(self, painter: QPainter, look: NoteLook, box: QRectF, manner: _Manner) -> None:
        if not look.text:
            return
        place = note_geometry.text_rect(look, box, show_marks=manner.show_marks)
        words = self._texts.set_text(look.text, place)
        ink = LIGHT.quiet if look.is_prompt else INK
        if words.fitted.size * manner.zoom >= _LEAST_TEXT:
            draw_set_text(painter, words, place, colour(ink))
        else:
            draw_bars(painter, words, place, colour(ink, _BAR_ALPHA))

    def _draw_ring(self, painter: QPainter, box: QRectF, zoom: float) -> None:
        pixel = min(1 / zoom, _WIDEST_RING_PIXEL)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(NO_BRUSH)
        gap = self.tokens.wall if self.tokens.is_dark else WHITE
        for name, inner, width in (
            (gap, 0.0, _RING_GAP),
            (self.tokens.accent_text, _RING_GAP, _RING),
        ):
            painter.setPen(pen(name, width * pixel))
            reach = (inner + width / 2) * pixel
            radius = note_geometry.CORNER_RADIUS + reach
            painter.drawRoundedRect(box.adjusted(-reach, -reach, reach, reach), radius, radius)


class _Canvas:
    """Stamps marks on one note: as pictures on whole pixels where the painter allows it."""

    def __init__(self, painter: QPainter, sprites: SpriteCache, box: QRectF) -> None:
        """The painter stands at the note's corner; it is moved to the nearest whole pixel."""
        self._painter = painter
        self._sprites = sprites
        self._box = box
        device = painter.deviceTransform()
        self._scale = device.m11()
        self._pixels: QTransform | None = None
        is_straight = device.isAffine() and not device.isRotating() and device.m22() == self._scale
        if is_straight and 0 < box.width() * self._scale <= _WIDEST_SPRITE:
            self._snap(device, painter.worldTransform())

    def _snap(self, device: QTransform, world: QTransform) -> None:
        scale = self._scale
        # Beyond the world transform lie the screen's pixel ratio and where the widget is.
        ratio = scale / world.m11()
        dx = (round(device.dx()) - device.dx()) / ratio + world.dx()
        dy = (round(device.dy()) - device.dy()) / ratio + world.dy()
        self._pixels = QTransform(1 / ratio, 0.0, 0.0, 1 / ratio, dx, dy)
        self._millimetres = QTransform(world.m11(), 0.0, 0.0, world.m22(), dx, dy)
        self._painter.setWorldTransform(self._millimetres)
        self._box = _snapped(self._box.width(), self._box.height(), scale)

    def stamp(self, marks: Marks) -> None:
        """Draw the marks."""
        painter = self._painter
        if self._pixels is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            marks.draw(painter, self._box, 1 / max(abs(self._scale), 1e-6))
        elif marks:
            painter.setWorldTransform(self._pixels)
            sprite = self._sprites.sprite(marks, self._box, self._scale)
            painter.drawImage(sprite.corner, sprite.image)
            painter.setWorldTransform(self._millimetres)


@lru_cache(maxsize=64)
def _box(width: float, height: float) -> QRectF:
    return QRectF(0.0, 0.0, width, height)


@lru_cache(maxsize=64)
def _snapped(width: float, height: float, scale: float) -> QRectF:
    """A box whose edges all lie between device pixels."""
    return QRectF(0.0, 0.0, round(width * scale) / scale, round(height * scale) / scale)
