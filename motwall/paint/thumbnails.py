"""Small pictures of walls for the start screen: papers in their places, cheap to draw."""

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from motwall.model.layout import NOTE_HEIGHT, lay_out
from motwall.model.note_look import NoteLook, look_of, priority_numbers
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.colours import NO_PEN, colour, mixed, pen
from motwall.paint.note_geometry import CORNER_RADIUS, STRIP_HEIGHT, face_centre
from motwall.paint.note_paper import paper_of
from motwall.paint.tokens import INK, LIGHT, RATING_COLOURS, Tokens

#: Twice the picture of a card on the start screen, so that it stays sharp on fine screens.
THUMBNAIL_SIZE = QSize(560, 224)
#: Two notes are not blown up to fill a card: pixels per mm.
_LARGEST_SCALE = 1.2
_MARGIN = 12.0
_SHADOW_ALPHA = 40
_BORDER_SHADE = 0.35
_STRIP_ALPHA = 38
_BADGE = 17.0
#: Narrower notes, in pixels, are patches of colour.
_LEAST_DETAIL = 8.0


def thumbnail(store: Store, size: QSize = THUMBNAIL_SIZE, tokens: Tokens = LIGHT) -> QImage:
    """A small picture of a wall that is not shown anywhere.

    Args:
        store: The wall.
        size: Of the picture, device pixels.
        tokens: The theme.
    """
    # The poster's code is not needed for a wall that is on screen.
    from motwall.paint.wall_picture import picture_options  # noqa: PLC0415

    layout = lay_out(store, picture_options(store))
    numbers = priority_numbers(store)
    notes = [
        (QPointF(rect.x, rect.y), look_of(store, store.get(Moment, key), numbers))
        for key, rect in layout.notes.items()
    ]
    return small_picture(notes, tokens, size)


def small_picture(
    notes: Iterable[tuple[QPointF, NoteLook]],
    tokens: Tokens = LIGHT,
    size: QSize = THUMBNAIL_SIZE,
) -> QImage:
    """A small picture of notes, centred; an empty wall is plain ground.

    Args:
        notes: Top left corner (mm) and look of each.
        tokens: The theme.
        size: Of the picture, device pixels.
    """
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour(tokens.wall))
    placed = [(QRectF(at.x(), at.y(), NOTE_WIDTH, NOTE_HEIGHT), look) for at, look in notes]
    extent = QRectF()
    for rect, _ in placed:
        extent = extent.united(rect)
    extent = extent.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN)
    scale = min(size.width() / extent.width(), size.height() / extent.height(), _LARGEST_SCALE)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(size.width() / 2, size.height() / 2)
        painter.scale(scale, scale)
        painter.translate(-extent.center())
        if NOTE_WIDTH * scale < _LEAST_DETAIL:
            _draw_patches(painter, placed)
        else:
            for rect, look in placed:
                _draw_note(painter, rect, look, 1 / scale)
    return image


def _draw_patches(painter: QPainter, placed: Iterable[tuple[QRectF, NoteLook]]) -> None:
    """Draw notes of a few pixels, however many, by their colours."""
    papers: defaultdict[str, list[QRectF]] = defaultdict(list)
    for rect, look in placed:
        papers[paper_of(look)].append(rect)
    painter.setPen(NO_PEN)
    for paper, rects in papers.items():
        painter.setBrush(colour(paper))
        painter.drawRects(rects)


def _draw_note(painter: QPainter, rect: QRectF, look: NoteLook, hair: float) -> None:
    paper = paper_of(look)
    shadow = colour("#000000", _SHADOW_ALPHA)
    painter.fillRect(rect.translated(0.0, 1.5 * hair), shadow)
    painter.setPen(pen(mixed(paper, INK, _BORDER_SHADE), hair))
    painter.setBrush(colour(paper))
    painter.drawRoundedRect(rect, CORNER_RADIUS, CORNER_RADIUS)
    if look.contact_type is not None:
        strip = QRectF(rect.x(), rect.y(), rect.width(), STRIP_HEIGHT)
        painter.fillRect(strip, colour(INK, _STRIP_ALPHA))
    if look.rating is not None:
        badge = QRectF(0.0, 0.0, _BADGE, _BADGE)
        badge.moveCenter(face_centre(rect))
        painter.fillRect(badge, colour(RATING_COLOURS[look.rating.value]))
