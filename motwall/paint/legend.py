"""What the signs on the wall mean: the contact types in use, the faces, tick and disc."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from motwall.i18n import translate
from motwall.model.order import contact_types
from motwall.model.records import ContactType, Moment, Rating
from motwall.model.store import Store
from motwall.paint.colours import colour, mixed, pen
from motwall.paint.faces import draw_disc, draw_face, draw_tick
from motwall.paint.icons import draw_icon
from motwall.paint.labels import (
    CAP_HEIGHT,
    MEDIUM,
    REGULAR,
    draw_label,
    elided,
    label_width,
)
from motwall.paint.patterns import draw_pattern
from motwall.paint.tokens import INK, Tokens

LINE_HEIGHT = 17.0
_TEXT_SIZE = 9.0
_SWATCH = QRectF(0.0, 0.0, 19.0, 12.5)
_ICON_SIZE = 8.0
_SIGN_SIZE = 12.5
_GAP = 3.0
_ENTRY_GAP = 14.0
_LONGEST_NAME = 150.0
_RADIUS = 1.6
_BORDER = 0.5
_BORDER_SHADE = 0.42
_PATTERN_ALPHA = 95
_TAG_ALPHA = 235


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign and its words; `draw` gets the left end of the line's middle."""

    width: float
    draw: Callable[[QPainter, QPointF], None]


def used_types(store: Store) -> list[ContactType]:
    """The contact types that notes of the wall have, in the order of the legend."""
    used = {moment.contact_type_id for moment in store.all(Moment)}
    return [one for one in contact_types(store) if one.id in used]


def draw_legend(
    painter: QPainter,
    types: Sequence[ContactType],
    origin: QPointF,
    width: float,
    tokens: Tokens,
) -> float:
    """Draw the legend.

    Args:
        painter: Scene units (mm).
        types: To be explained, in this order.
        origin: The top left corner.
        width: Lines are no longer, mm.
        tokens: The theme.

    Returns:
        The height, mm; as `legend_height` says beforehand.
    """
    lines = _lines(types, width, tokens)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, line in enumerate(lines):
        x, y = origin.x(), origin.y() + (number + 0.5) * LINE_HEIGHT
        for entry in line:
            entry.draw(painter, QPointF(x, y))
            x += entry.width + _ENTRY_GAP
    painter.restore()
    return len(lines) * LINE_HEIGHT


def legend_height(types: Sequence[ContactType], width: float, tokens: Tokens) -> float:
    """The height `draw_legend` needs, mm."""
    return len(_lines(types, width, tokens)) * LINE_HEIGHT


def _lines(types: Sequence[ContactType], width: float, tokens: Tokens) -> list[list[_Entry]]:
    named = [_type_entry(one, tokens) for one in types]
    return _filled(named, width) + _filled(_sign_entries(tokens), width)


def _filled(entries: Sequence[_Entry], width: float) -> list[list[_Entry]]:
    lines: list[list[_Entry]] = []
    used = 0.0
    for entry in entries:
        if not lines or used + entry.width > width:
            lines.append([])
            used = 0.0
        lines[-1].append(entry)
        used += entry.width + _ENTRY_GAP
    return lines


def _type_entry(contact_type: ContactType, tokens: Tokens) -> _Entry:
    name = contact_type.name or contact_type.code
    words = elided(name, _LONGEST_NAME, _TEXT_SIZE, MEDIUM)
    width = _SWATCH.width() + _GAP + label_width(words, _TEXT_SIZE, MEDIUM)

    def draw(painter: QPainter, at: QPointF) -> None:
        swatch = _SWATCH.translated(at.x(), at.y() - _SWATCH.height() / 2)
        draw_swatch(painter, swatch, contact_type)
        _draw_words(painter, words, swatch.right() + _GAP, at.y(), tokens)

    return _Entry(width, draw)


def draw_swatch(painter: QPainter, rect: QRectF, contact_type: ContactType) -> None:
    """Draw a small piece of a type's paper with its pattern and icon."""
    painter.setPen(pen(mixed(contact_type.colour, INK, _BORDER_SHADE), _BORDER))
    painter.setBrush(colour(contact_type.colour))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    inner = rect.adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
    draw_pattern(painter, inner, contact_type.pattern, colour(INK, _PATTERN_ALPHA))
    if contact_type.icon:
        icon = QRectF(0.0, 0.0, _ICON_SIZE, _ICON_SIZE)
        icon.moveCenter(rect.center())
        painter.setPen(pen("#FFFFFF", _BORDER, _TAG_ALPHA))
        painter.setBrush(colour("#FFFFFF", _TAG_ALPHA))
        painter.drawRoundedRect(icon.adjusted(-1.0, -0.6, 1.0, 0.6), _RADIUS, _RADIUS)
        draw_icon(painter, contact_type.icon, icon, colour(INK))


def _sign_entries(tokens: Tokens) -> list[_Entry]:
    entries = [
        _sign_entry(partial(_draw_rating, rating, tokens.is_dark), words, tokens)
        for rating, words in _rating_words().items()
    ]
    ticked = translate("Legend", "ticked")
    chosen = translate("Legend", "priority, 1 to 5")
    return [
        *entries,
        _sign_entry(_draw_tick, ticked, tokens),
        _sign_entry(_draw_disc, chosen, tokens),
    ]


def _sign_entry(
    draw_sign: Callable[[QPainter, QPointF], None], words: str, tokens: Tokens
) -> _Entry:
    width = _SIGN_SIZE + _GAP + label_width(words, _TEXT_SIZE, REGULAR)

    def draw(painter: QPainter, at: QPointF) -> None:
        draw_sign(painter, QPointF(at.x() + _SIGN_SIZE / 2, at.y()))
        _draw_words(painter, words, at.x() + _SIGN_SIZE + _GAP, at.y(), tokens)

    return _Entry(width, draw)


def _rating_words() -> dict[Rating, str]:
    return {
        Rating.MAGICAL: translate("Legend", "Magical: exceeds what they expect"),
        Rating.NEUTRAL: translate("Legend", "Neutral: meets what they expect"),
        Rating.MISERABLE: translate("Legend", "Miserable: falls short of it"),
    }


def _draw_words(painter: QPainter, words: str, left: float, middle: float, tokens: Tokens) -> None:
    baseline = QPointF(left, middle + _TEXT_SIZE * CAP_HEIGHT / 2)
    draw_label(painter, words, baseline, _TEXT_SIZE, REGULAR, colour(tokens.text))


def _draw_rating(rating: Rating, is_dark: bool, painter: QPainter, centre: QPointF) -> None:
    draw_face(painter, rating, centre, _SIGN_SIZE, hairline=is_dark)


def _draw_tick(painter: QPainter, centre: QPointF) -> None:
    draw_tick(painter, centre, _SIGN_SIZE * 0.84, is_ticked=True)


def _draw_disc(painter: QPainter, centre: QPointF) -> None:
    draw_disc(painter, centre, _SIGN_SIZE * 0.84, "P1")
