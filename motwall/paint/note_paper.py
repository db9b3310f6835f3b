"""A sheet of note paper: shadow, paper, and the strip with pattern, icon and word."""

from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from motwall.model.note_look import NoteLook
from motwall.model.records import ContactType
from motwall.model.textfit import TAG_SHRINK, FittedLine, fit_line
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour, mixed, pen
from motwall.paint.fonts import unit_width
from motwall.paint.icons import draw_icon
from motwall.paint.labels import CAP_HEIGHT, SEMIBOLD, draw_label, label_width
from motwall.paint.note_geometry import CORNER_RADIUS, disc_rect, strip_rect
from motwall.paint.patterns import draw_pattern
from motwall.paint.tokens import INK, PLAIN_PAPER

TAG_TEXT_SIZE = 8.0
_TAG_SIZES = (TAG_TEXT_SIZE, TAG_TEXT_SIZE * TAG_SHRINK)
#: A tag with smaller words than this, in device pixels, is left out: the pattern says more.
_LEAST_TAG_TEXT = 4.0
_TAG_INSET = 2.2
_TAG_PADDING = 2.4
_TAG_RADIUS = 1.4
_ICON_SIZE = 8.6
_ICON_GAP = 1.8
_TAG_TO_DISC = 1.4

_PATTERN_ALPHA = 105
_PROMPT_PATTERN_ALPHA = 50
_STRIP_LINE_ALPHA = 70
#: Above 1 a shadow gets lighter faster close to the note.
_FALL_OFF = 1.5
#: How far the border is on the way from the paper to ink.
_BORDER_SHADE = 0.42
_BORDER = 0.55
#: How far the paper of a prompt is on the way to white.
_PROMPT_PALENESS = 0.6
_PROMPT_BORDER = 0.8
_PROMPT_BORDER_ALPHA = 150


class Shadow(NamedTuple):
    """A soft shadow made of `layers` rounded rectangles, each `alpha` dark.

    The widest reaches `spread` mm over the note; all lie `drop` mm lower.
    """

    drop: float
    spread: float
    layers: int
    alpha: int


RESTING = Shadow(drop=1.3, spread=1.8, layers=6, alpha=8)
LIFTED = Shadow(drop=3.0, spread=4.2, layers=14, alpha=6)
#: A wall that is dark already needs a deeper shadow.
RESTING_ON_DARK = Shadow(drop=1.3, spread=2.0, layers=6, alpha=18)
LIFTED_ON_DARK = Shadow(drop=3.0, spread=4.2, layers=14, alpha=13)


def shadow_for(*, is_lifted: bool, is_dark: bool) -> Shadow:
    """The shadow of a note."""
    if is_lifted:
        return LIFTED_ON_DARK if is_dark else LIFTED
    return RESTING_ON_DARK if is_dark else RESTING


@dataclass(frozen=True, slots=True)
class Sheet:
    """What makes two sheets look the same, whatever is written on them.

    Attributes:
        contact_type: None is plain paper.
        is_prompt: Pale and dashed.
        has_disc: The strip must leave the top right corner free.
    """

    contact_type: ContactType | None
    is_prompt: bool
    has_disc: bool

    @property
    def paper(self) -> str:
        """The colour of the paper, "#RRGGBB"."""
        return _paper(self.contact_type, is_prompt=self.is_prompt)


def paper_of(look: NoteLook) -> str:
    """The colour of a note's paper, "#RRGGBB"."""
    return _paper(look.contact_type, is_prompt=look.is_prompt)


def _paper(contact_type: ContactType | None, *, is_prompt: bool) -> str:
    own = contact_type.colour if contact_type else PLAIN_PAPER
    return mixed(own, "#FFFFFF", _PROMPT_PALENESS) if is_prompt else own


def sheet_of(look: NoteLook) -> Sheet:
    """The paper under a note."""
    return Sheet(look.contact_type, look.is_prompt, look.priority is not None)


def draw_sheet(painter: QPainter, sheet: Sheet, rect: QRectF, shadow: Shadow, hair: float) -> None:
    """Draw the paper with all that is printed on it.

    Args:
        painter: Scene units (mm).
        sheet: The paper.
        rect: Where.
        shadow: Under it.
        hair: The width of one device pixel, mm; no line is thinner.
    """
    painter.save()
    if not sheet.is_prompt:
        _draw_shadow(painter, rect, shadow)
    painter.setPen(NO_PEN)
    painter.setBrush(colour(sheet.paper))
    painter.drawRoundedRect(rect, CORNER_RADIUS, CORNER_RADIUS)
    if sheet.contact_type is not None:
        _draw_strip(painter, sheet, sheet.contact_type, rect, hair)
    _draw_border(painter, sheet, rect, hair)
    painter.restore()


def tag_text(contact_type: ContactType, room: float) -> FittedLine:
    """The type's name in `room` mm.

    The code stands only for a type without a name: two letters tell a guest nothing.
    """
    name = contact_type.name or contact_type.code
    return fit_line(name, room, _TAG_SIZES, unit_width(SEMIBOLD))


def _draw_shadow(painter: QPainter, rect: QRectF, shadow: Shadow) -> None:
    painter.setPen(NO_PEN)
    painter.setBrush(colour("#000000", shadow.alpha))
    for layer in range(shadow.layers):
        reach = shadow.spread * ((layer + 1) / shadow.layers) ** _FALL_OFF
        # The sides and the top are lit: the shadow falls down.
        box = rect.adjusted(-reach, -reach, reach, reach).translated(0.0, shadow.drop)
        radius = CORNER_RADIUS + reach
        painter.drawRoundedRect(box, radius, radius)


def _draw_border(painter: QPainter, sheet: Sheet, rect: QRectF, hair: float) -> None:
    painter.setBrush(NO_BRUSH)
    if sheet.is_prompt:
        width = max(_PROMPT_BORDER, hair)
        painter.setPen(pen(INK, width, _PROMPT_BORDER_ALPHA, is_dashed=True))
    else:
        width = max(_BORDER, hair)
        painter.setPen(pen(mixed(sheet.paper, INK, _BORDER_SHADE), width))
    inset = width / 2
    painter.drawRoundedRect(
        rect.adjusted(inset, inset, -inset, -inset), CORNER_RADIUS, CORNER_RADIUS
    )


def _draw_strip(
    painter: QPainter, sheet: Sheet, contact_type: ContactType, rect: QRectF, hair: float
) -> None:
    strip = strip_rect(rect)
    alpha = _PROMPT_PATTERN_ALPHA if sheet.is_prompt else _PATTERN_ALPHA
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(rect, CORNER_RADIUS, CORNER_RADIUS)
    painter.setClipPath(outline)
    draw_pattern(painter, strip, contact_type.pattern, colour(INK, alpha))
    painter.restore()
    painter.setPen(pen(INK, max(_BORDER, hair), _STRIP_LINE_ALPHA))
    painter.drawLine(strip.bottomLeft(), strip.bottomRight())
    if hair * _LEAST_TAG_TEXT <= TAG_TEXT_SIZE:
        _draw_tag(painter, sheet, contact_type, strip, rect)


def _draw_tag(
    painter: QPainter, sheet: Sheet, contact_type: ContactType, strip: QRectF, rect: QRectF
) -> None:
    end = disc_rect(rect).left() - _TAG_TO_DISC if sheet.has_disc else strip.right() - _TAG_INSET
    icon = _ICON_SIZE + _ICON_GAP if contact_type.icon else 0.0
    left = strip.left() + _TAG_INSET
    words, size = tag_text(contact_type, end - left - icon - 2 * _TAG_PADDING)
    width = icon + label_width(words, size, SEMIBOLD) + 2 * _TAG_PADDING
    tag = QRectF(left, strip.top() + _TAG_INSET * 0.75, width, 0.0)
    tag.setBottom(strip.bottom() - _TAG_INSET * 0.75)
    painter.setPen(NO_PEN)
    painter.setBrush(colour("#FFFFFF"))
    painter.drawRoundedRect(tag, _TAG_RADIUS, _TAG_RADIUS)
    middle = tag.center().y()
    x = tag.left() + _TAG_PADDING
    draw_icon(
        painter,
        contact_type.icon,
        QRectF(x, middle - _ICON_SIZE / 2, _ICON_SIZE, _ICON_SIZE),
        colour(INK),
    )
    baseline = QPointF(x + icon, middle + size * CAP_HEIGHT / 2)
    draw_label(painter, words, baseline, size, SEMIBOLD, colour(INK))
