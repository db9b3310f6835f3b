"""The signs of what a note can be found by: a swatch, a face, the tick, the disc."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from motwall.model.filtering import NO_TYPE, PRIORITY, TICKED, Group, Trait
from motwall.model.records import ContactType, Rating
from motwall.model.store import Store
from motwall.paint.colours import colour, pen
from motwall.paint.faces import draw_disc, draw_face, draw_tick
from motwall.paint.tokens import PLAIN_PAPER
from motwall.ui.swatches import swatch
from motwall.ui.theme import current_tokens

SIZE = QSize(26, 20)
#: Of a face, a tick or the disc, pixels.
_SIGN = 17.0
_DISC = 15.0
_RADIUS = 3.0
_FRAME_ALPHA = 150


def trait_icon(store: Store, trait: Trait, device_ratio: float) -> QIcon:
    """The sign of a trait, as on the notes; no sign for what has none."""
    contact_type = store.find(ContactType, trait.value) if trait.group is Group.TYPE else None
    if contact_type is not None:
        return QIcon(QPixmap.fromImage(swatch(contact_type, SIZE, device_ratio)))
    if trait in {NO_TYPE, TICKED, PRIORITY} or (trait.group is Group.RATING and trait.value):
        return QIcon(_sign(trait, device_ratio))
    return QIcon()


def _sign(trait: Trait, device_ratio: float) -> QPixmap:
    pixmap = QPixmap(SIZE * device_ratio)
    pixmap.setDevicePixelRatio(device_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    tokens = current_tokens()
    centre = QPointF(SIZE.width() / 2, SIZE.height() / 2)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if trait == NO_TYPE:
            painter.setPen(pen(tokens.quiet, 1.0, _FRAME_ALPHA, is_dashed=True))
            painter.setBrush(colour(PLAIN_PAPER))
            box = QRectF(0.75, 0.75, SIZE.width() - 1.5, SIZE.height() - 1.5)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        elif trait == TICKED:
            draw_tick(painter, centre, _DISC, is_ticked=True, hairline=tokens.is_dark)
        elif trait == PRIORITY:
            draw_disc(painter, centre, _DISC, "P")
        else:
            rating = Rating(trait.value)
            draw_face(painter, rating, centre, _SIGN, hairline=tokens.is_dark)
    return pixmap
