"""Where things lie on a note, in mm: text, strip, tick, face, disc and count never meet."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF

from motwall.model.note_look import NoteLook
from motwall.paint.faces import disc_rect as _disc_with_ring

#: Sizes of note text, mm, largest first; the last is the floor.
NOTE_TEXT_SIZES = (14.0, 13.0, 12.0, 11.0, 10.2, 9.4, 8.8, 8.4)
#: The same where all words are to be read by a room, and nobody can open the note for the rest.
WHOLE_TEXT_SIZES = (*NOTE_TEXT_SIZES, 8.0, 7.6, 7.2, 6.8, 6.4, 6.0, 5.6, 5.2, 4.8, 4.5, 4.2)
#: Shadow, selection ring and priority disc reach no further over the edge of a note.
OVERHANG = 9.0
STRIP_HEIGHT = 12.6
CORNER_RADIUS = 1.8

#: A fingertip on a large panel, and 28 px on Desk at 100 %.
MARK_HIT = 21.0
TICK_DIAMETER = 14.5
FACE_DIAMETER = 17.5
#: From the edges of the note to the middle of a mark.
_MARK_INSET = 11.6

DISC_DIAMETER = 18.2
#: From the top right corner of the note to the middle of the disc.
_DISC_SHIFT = QPointF(-4.0, 2.7)

_TEXT_LEFT = 5.6
_TEXT_RIGHT = 5.0
_TEXT_TOP = STRIP_HEIGHT + 0.7
_PLAIN_TEXT_TOP = 3.0
_TEXT_BOTTOM = 3.5
_COUNT_HEIGHT = 11.0
_COUNT_WIDTH = 22.0
_COUNT_BOTTOM = 5.5
_ACTION_WIDTH = 16.6
_ACTION_GAP = 0.8
#: Of the trend; between the mark of the tick and "+2".
_TREND_WIDTH, _TREND_GAP = 17.4, 0.4
_COUNT_FOOT = _COUNT_BOTTOM + _COUNT_HEIGHT
#: Of a photo beside the words: how wide, and how far from them.
_PHOTO_WIDTH, _PHOTO_GAP = 27.0, 2.4


def shows_tick(look: NoteLook, *, show_marks: bool = False) -> bool:
    """Whether there is anything at bottom left."""
    return look.is_ticked or show_marks


def shows_face(look: NoteLook, *, show_marks: bool = False) -> bool:
    """Whether there is anything at bottom right."""
    return look.rating is not None or show_marks


def strip_rect(rect: QRectF) -> QRectF:
    """The strip with pattern and tag, along the top of a note that has a contact type."""
    return QRectF(rect.x(), rect.y(), rect.width(), STRIP_HEIGHT)


def tick_rect(rect: QRectF) -> QRectF:
    """Where a click or tap means the tick."""
    return QRectF(rect.left(), rect.bottom() - MARK_HIT, MARK_HIT, MARK_HIT)


def face_rect(rect: QRectF) -> QRectF:
    """Where a click or tap means the face."""
    return QRectF(rect.right() - MARK_HIT, rect.bottom() - MARK_HIT, MARK_HIT, MARK_HIT)


def tick_centre(rect: QRectF) -> QPointF:
    """The middle of the tick."""
    return QPointF(rect.left() + _MARK_INSET, rect.bottom() - _MARK_INSET)


def face_centre(rect: QRectF) -> QPointF:
    """The middle of the face."""
    return QPointF(rect.right() - _MARK_INSET, rect.bottom() - _MARK_INSET)


def disc_centre(rect: QRectF) -> QPointF:
    """The middle of the priority disc, which sits on the top right corner."""
    return rect.topRight() + _DISC_SHIFT


def disc_rect(rect: QRectF) -> QRectF:
    """What the priority disc covers, with its ring."""
    return _disc_with_ring(disc_centre(rect), DISC_DIAMETER)


def count_rect(rect: QRectF) -> QRectF:
    """The place of "+2", between tick and face."""
    left = rect.center().x() - _COUNT_WIDTH / 2
    top = rect.bottom() - _COUNT_BOTTOM - _COUNT_HEIGHT
    return QRectF(left, top, _COUNT_WIDTH, _COUNT_HEIGHT)


def action_rect(rect: QRectF) -> QRectF:
    """The place of the open actions, between "+2" and the face they lead to."""
    left = rect.right() - MARK_HIT - _ACTION_GAP - _ACTION_WIDTH
    return QRectF(left, count_rect(rect).y(), _ACTION_WIDTH, _COUNT_HEIGHT)


def trend_rect(rect: QRectF) -> QRectF:
    """The place of the trend of a measure, between the tick and "+2"."""
    left = rect.left() + MARK_HIT + _TREND_GAP / 2
    return QRectF(left, count_rect(rect).y(), _TREND_WIDTH, _COUNT_HEIGHT)


def text_rect(look: NoteLook, rect: QRectF, *, show_marks: bool = False) -> QRectF:
    """The box of the words: as large as the marks and the photo of this note leave it."""
    box = _free_box(look, rect, show_marks=show_marks)
    return box.adjusted(0, 0, -_PHOTO_WIDTH - _PHOTO_GAP, 0) if look.photo else box


def photo_rect(look: NoteLook, rect: QRectF, *, show_marks: bool = False) -> QRectF:
    """The place of the photo: beside the words, or all that the marks leave if there are none."""
    box = _free_box(look, rect, show_marks=show_marks)
    if look.has_words:
        box.setLeft(box.right() - _PHOTO_WIDTH)
    return box


def _free_box(look: NoteLook, rect: QRectF, *, show_marks: bool) -> QRectF:
    has_top = look.contact_type is not None or look.priority is not None
    has_marks = show_marks or look.is_ticked or look.rating is not None
    has_counts = look.merged_count or look.open_actions or look.trend is not None
    foot = MARK_HIT if has_marks else _COUNT_FOOT if has_counts else _TEXT_BOTTOM
    box = _text_box(has_top, foot, rect.width(), rect.height())
    return box.translated(rect.x(), rect.y())


@lru_cache(maxsize=64)
def _text_box(has_top: bool, foot: float, width: float, height: float) -> QRectF:
    top = _TEXT_TOP if has_top else _PLAIN_TEXT_TOP
    return QRectF(_TEXT_LEFT, top, width - _TEXT_LEFT - _TEXT_RIGHT, height - foot - top)
