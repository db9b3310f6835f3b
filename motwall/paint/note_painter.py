"""Draws one sticky note, the same on the wall, in pictures and in previews."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from motwall.model.layout import NOTE_HEIGHT
from motwall.model.note_look import NoteLook
from motwall.model.textfit import FittedText
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint import note_geometry
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, pen
from motwall.paint.faces import WHITE
from motwall.paint.note_geometry import NOTE_TEXT_SIZES, OVERHANG
from motwall.paint.note_marks import Marks, marks_of
from motwall.paint.note_paper import paper_of, shadow_for
from motwall.paint.note_photo import NotePhotos, draw_photo
from motwall.paint.note_text import NoteTexts, draw_bars, draw_set_text
from motwall.paint.sprites import SpriteCache
from motwall.paint.tokens import INK, LIGHT, Tokens

#: Notes narrower than this, in pixels, are a patch of colour.
_FLAT_BELOW = 22.0
#: Words smaller than this, in pixels, become bars.
_LEAST_TEXT = 5.0
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
#: Pictures of lifted notes; more hands than this are rarely on one wall.
_LIFTED_KEPT = 16
#: The ring of a selected note, in pixels: a gap, then the accent.
_RING_GAP, _RING = 2.0, 3.0
#: The most a pixel of the ring grows to when zoomed out, mm: the ring stays within `OVERHANG`.
_WIDEST_RING_PIXEL = 1.7


class RestingNote(NamedTuple):
    """A note where the layout has it.

    Attributes:
        look: What it shows.
        x: Of its top left corner, mm.
        y: Likewise.
        is_selected: It has a ring.
    """

    look: NoteLook
    x: float
    y: float
    is_selected: bool


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

    def __init__(
        self,
        tokens: Tokens,
        photos: NotePhotos | None = None,
        text_sizes: Sequence[float] = NOTE_TEXT_SIZES,
    ) -> None:
        """Draw in this theme.

        Args:
            tokens: The theme.
            photos: Without them, notes are drawn as if they carried none.
            text_sizes: Of the words, mm, largest first: the first is taken at which all fit.
        """
        self.tokens = tokens
        self._photos = photos
        self._sprites = SpriteCache()
        self._texts = NoteTexts(text_sizes)
        self._askew = lru_cache(maxsize=_LIFTED_KEPT)(self._picture)

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

    def draw_resting(
        self,
        painter: QPainter,
        notes: Iterable[RestingNote],
        *,
        show_marks: bool,
        zoom: float,
    ) -> None:
        """Draw many notes as `draw` does each, from below; a wall may have thousands.

        Args:
            painter: Scene units (mm), on an image: straight, with no world beyond its own.
            notes: What they show, where their corners lie (mm), and whether they have a ring.
            show_marks: As for `draw`.
            zoom: As for `draw`.
        """
        if NOTE_WIDTH * zoom < _FLAT_BELOW:
            self._draw_patches(painter, notes, zoom)
            return
        world = painter.worldTransform()
        scale, dx, dy = world.m11(), world.dx(), world.dy()
        box = _snapped(NOTE_WIDTH, NOTE_HEIGHT, scale)
        is_plain = NOTE_WIDTH * scale <= _WIDEST_SPRITE
        shadow = shadow_for(is_lifted=False, is_dark=self.tokens.is_dark)
        manner = _Manner(zoom, False, show_marks, False)
        for look, left, top, is_selected in notes:
            if not is_plain or is_selected or look.is_faded:
                rect = QRectF(left, top, NOTE_WIDTH, NOTE_HEIGHT)
                painter.setWorldTransform(world)
                self.draw(
                    painter, look, rect, is_selected=is_selected, show_marks=show_marks, zoom=zoom
                )
                continue
            x, y = round(left * scale + dx), round(top * scale + dy)
            marks = marks_of(look, shadow, show_marks=show_marks, has_hairline=self.tokens.is_dark)
            sprite = self._sprites.sprite(marks.all, box, scale)
            painter.setWorldTransform(QTransform.fromTranslate(x, y))
            painter.drawImage(sprite.corner, sprite.image)
            painter.setWorldTransform(QTransform(scale, 0.0, 0.0, scale, x, y))
            self._draw_text(painter, look, box, manner)
        painter.setWorldTransform(world)

    def forget_lifted(self) -> None:
        """Paint lifted notes anew: a photo came that they show."""
        self._askew.cache_clear()

    def fitted(self, look: NoteLook, rect: QRectF, *, show_marks: bool = False) -> FittedText:
        """The words as they stand on the note: their size in mm and their lines."""
        place = note_geometry.text_rect(look, rect, show_marks=show_marks)
        return self._texts.set_text(look.text, place).fitted

    def _draw_patches(self, painter: QPainter, notes: Iterable[RestingNote], zoom: float) -> None:
        """Draw small notes by their colours: a call for each colour, not for each note."""
        patches: defaultdict[tuple[str, bool], list[QRectF]] = defaultdict(list)
        ringed = []
        for look, x, y, is_selected in notes:
            rect = QRectF(x, y, NOTE_WIDTH, NOTE_HEIGHT)
            patches[paper_of(look), look.is_faded].append(rect)
            if is_selected:
                ringed.append(rect)
        opacity = painter.opacity()
        painter.setPen(NO_PEN)
        for (paper, is_faded), rects in patches.items():
            if is_faded:
                painter.setOpacity(opacity * (_FADED_ON_DARK if self.tokens.is_dark else _FADED))
            painter.setBrush(colour(paper))
            painter.drawRects(rects)
            painter.setOpacity(opacity)
        for rect in ringed:
            self._draw_ring(painter, rect, zoom)

    def _draw_flat(self, painter: QPainter, look: NoteLook, box: QRectF) -> None:
        opacity = painter.opacity()
        if look.is_faded:
            painter.setOpacity(opacity * (_FADED_ON_DARK if self.tokens.is_dark else _FADED))
        painter.fillRect(box, colour(paper_of(look)))
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
        """Stamp the picture of a lifted note; it is painted at every move of the hand."""
        device = painter.deviceTransform()
        world = painter.worldTransform()
        scale = device.m11()
        ratio = scale / world.m11()
        image = self._askew(look, box.width(), box.height(), manner, round(scale, 6))
        reach = _reach_of(box)
        corner = device.map(reach.topLeft())
        # Onto whole pixels, so that it is copied and not computed.
        dx = (round(corner.x()) - device.dx()) / ratio + world.dx()
        dy = (round(corner.y()) - device.dy()) / ratio + world.dy()
        painter.setWorldTransform(QTransform(1 / ratio, 0.0, 0.0, 1 / ratio, dx, dy))
        painter.drawImage(0, 0, image)

    def _picture(
        self, look: NoteLook, width: float, height: float, manner: _Manner, scale: float
    ) -> QImage:
        """A lifted note with its overhang, a little askew, so many device pixels per mm."""
        box = _box(width, height)
        reach = _reach_of(box)
        detail = scale * _LIFTED_DETAIL
        straight = _blank(reach, detail)
        with QPainter(straight) as painter:
            painter.scale(detail, detail)
            painter.translate(-reach.topLeft())
            self._draw_note(painter, look, box, manner)
        askew = _blank(reach, scale)
        with QPainter(askew) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.scale(scale, scale)
            painter.translate(-reach.topLeft())
            painter.translate(box.center())
            painter.rotate(_LIFTED_TURN)
            painter.translate(-box.center())
            painter.drawImage(reach, straight)
        return askew

    def _draw_photo(self, painter: QPainter, look: NoteLook, box: QRectF, manner: _Manner) -> None:
        place = note_geometry.photo_rect(look, box, show_marks=manner.show_marks)
        image = None
        if self._photos is not None and NOTE_TEXT_SIZES[0] * manner.zoom >= _LEAST_TEXT:
            image = self._photos.image(look.photo, place.width() * painter.deviceTransform().m11())
        draw_photo(painter, image, place, is_beside=look.has_words)

    def _draw_text(self, painter: QPainter, look: NoteLook, box: QRectF, manner: _Manner) -> None:
        if look.photo:
            self._draw_photo(painter, look, box, manner)
        if not look.text or (look.photo and not look.has_words):
            return
        place = note_geometry.text_rect(look, box, show_marks=manner.show_marks)
        ink = LIGHT.quiet if look.is_prompt else INK
        if NOTE_TEXT_SIZES[0] * manner.zoom < _LEAST_TEXT:
            # However large the words are, they cannot be read: so they need not be fitted either.
            draw_bars(painter, self._texts.bars(look.text, place), colour(ink, _BAR_ALPHA))
            return
        words = self._texts.set_text(look.text, place)
        if words.fitted.size * manner.zoom >= _LEAST_TEXT:
            draw_set_text(painter, words, place, colour(ink))
        else:
            draw_bars(painter, self._texts.bars(look.text, place), colour(ink, _BAR_ALPHA))

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


def _blank(reach: QRectF, scale: float) -> QImage:
    size = QSize(ceil(reach.width() * scale), ceil(reach.height() * scale))
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def _reach_of(box: QRectF) -> QRectF:
    return box.adjusted(-OVERHANG, -OVERHANG, OVERHANG, OVERHANG)


@lru_cache(maxsize=64)
def _box(width: float, height: float) -> QRectF:
    return QRectF(0.0, 0.0, width, height)


@lru_cache(maxsize=64)
def _snapped(width: float, height: float, scale: float) -> QRectF:
    """A box whose edges all lie between device pixels."""
    return QRectF(0.0, 0.0, round(width * scale) / scale, round(height * scale) / scale)
