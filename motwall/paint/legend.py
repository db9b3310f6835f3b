"""What the signs on the wall mean: the contact types, faces, tick and disc that are in use."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from motwall.i18n import translate
from motwall.model.order import contact_types
from motwall.model.priorities import priorities
from motwall.model.records import ContactType, Moment, Rating
from motwall.model.store import Store
from motwall.model.words import rating_definition
from motwall.paint.colours import colour, mixed, pen
from motwall.paint.faces import draw_disc, draw_face, draw_tick
from motwall.paint.icons import draw_icon
from motwall.paint.labels import (
    CAP_HEIGHT,
    REGULAR,
    SEMIBOLD,
    draw_label,
    elided,
    label_width,
)
from motwall.paint.patterns import draw_pattern
from motwall.paint.tokens import INK, Tokens

LINE_HEIGHT = 16.0
_TEXT_SIZE = 9.0
_SWATCH = QRectF(0.0, 0.0, 16.0, 11.0)
_ICON_SIZE = 9.5
_SIGN_SIZE = 12.5
_ROUND_SIGN_SIZE = 10.5
_GAP = 3.2
_ENTRY_GAP = 15.0
_EVEN_STEPS = 24
_LONGEST_NAME = 150.0
_RADIUS = 1.6
_BORDER = 0.5
_BORDER_SHADE = 0.42
_PATTERN_ALPHA = 105

_Draw = Callable[[QPainter, QPointF], None]


@dataclass(frozen=True, slots=True)
class LegendContent:
    """What a legend explains.

    Attributes:
        types: The contact types, in this order.
        ratings: The faces, in this order.
        has_ticks: The tick.
        has_priorities: The disc.
    """

    types: tuple[ContactType, ...] = ()
    ratings: tuple[Rating, ...] = ()
    has_ticks: bool = False
    has_priorities: bool = False


def legend_of(store: Store) -> LegendContent:
    """The legend of what is on a wall: nothing is explained that is not there."""
    moments = store.all(Moment)
    used = {moment.contact_type_id for moment in moments}
    ratings = {moment.rating for moment in moments}
    return LegendContent(
        types=tuple(one for one in contact_types(store) if one.id in used),
        ratings=tuple(one for one in reversed(Rating) if one in ratings),
        has_ticks=any(moment.is_ticked for moment in moments),
        has_priorities=bool(priorities(store)),
    )


def legend_height(content: LegendContent, width: float, tokens: Tokens) -> float:
    """The height `draw_legend` needs, mm."""
    return len(_lines(content, width, tokens)) * LINE_HEIGHT


def draw_legend(
    painter: QPainter, content: LegendContent, origin: QPointF, width: float, tokens: Tokens
) -> float:
    """Draw the legend.

    Args:
        painter: Scene units (mm).
        content: What to explain.
        origin: The top left corner.
        width: Lines are no longer, mm.
        tokens: The theme.

    Returns:
        The height, mm; as `legend_height` says beforehand.
    """
    lines = _lines(content, width, tokens)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, line in enumerate(lines):
        x, y = origin.x(), origin.y() + (number + 0.5) * LINE_HEIGHT
        for entry in line:
            entry.draw(painter, QPointF(x, y))
            x += entry.width + _ENTRY_GAP
    painter.restore()
    return len(lines) * LINE_HEIGHT


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign and its words; `draw` gets the left end of the line's middle."""

    width: float
    draw: _Draw


def _lines(content: LegendContent, width: float, tokens: Tokens) -> list[list[_Entry]]:
    types = [_type_entry(one, tokens) for one in content.types]
    return _even(types, width) + _even(_sign_entries(content, tokens), width)


def _even(entries: Sequence[_Entry], width: float) -> list[list[_Entry]]:
    """As few lines as they need, about equally long: 5 and 5, not 8 and 2."""
    needed = len(_filled(entries, width))
    shares = (number / _EVEN_STEPS for number in range(1, _EVEN_STEPS + 1))
    tries = (_filled(entries, width * share) for share in shares)
    return next(lines for lines in tries if len(lines) == needed)


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
    code, name = contact_type.code, elided(contact_type.name, _LONGEST_NAME, _TEXT_SIZE, REGULAR)
    icon_left = _SWATCH.width() + _GAP
    code_left = icon_left + (_ICON_SIZE + _GAP if contact_type.icon else 0.0)
    name_left = code_left + label_width(code, _TEXT_SIZE, SEMIBOLD) + _GAP
    ink = colour(tokens.text)

    def draw(painter: QPainter, at: QPointF) -> None:
        _draw_swatch(
            painter, _SWATCH.translated(at.x(), at.y() - _SWATCH.height() / 2), contact_type
        )
        icon = QRectF(at.x() + icon_left, at.y() - _ICON_SIZE / 2, _ICON_SIZE, _ICON_SIZE)
        draw_icon(painter, contact_type.icon, icon, ink)
        _draw_words(painter, code, at + QPointF(code_left, 0.0), SEMIBOLD, tokens)
        _draw_words(painter, name, at + QPointF(name_left, 0.0), REGULAR, tokens)

    return _Entry(name_left + label_width(name, _TEXT_SIZE, REGULAR), draw)


def _draw_swatch(painter: QPainter, rect: QRectF, contact_type: ContactType) -> None:
    painter.setPen(pen(mixed(contact_type.colour, INK, _BORDER_SHADE), _BORDER))
    painter.setBrush(colour(contact_type.colour))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    inner = rect.adjusted(_BORDER, _BORDER, -_BORDER, -_BORDER)
    draw_pattern(painter, inner, contact_type.pattern, colour(INK, _PATTERN_ALPHA))


def _sign_entries(content: LegendContent, tokens: Tokens) -> list[_Entry]:
    entries = [
        _sign_entry(_face_drawer(rating, tokens), rating_definition(rating), tokens)
        for rating in content.ratings
    ]
    if content.has_ticks:
        entries.append(_sign_entry(_tick_drawer(tokens), translate("Legend", "ticked"), tokens))
    if content.has_priorities:
        chosen = translate("Legend", "priority and its number")
        entries.append(_sign_entry(_draw_disc, chosen, tokens))
    return entries


def _sign_entry(draw_sign: _Draw, words: str, tokens: Tokens) -> _Entry:
    left = _SIGN_SIZE + _GAP

    def draw(painter: QPainter, at: QPointF) -> None:
        draw_sign(painter, at + QPointF(_SIGN_SIZE / 2, 0.0))
        _draw_words(painter, words, at + QPointF(left, 0.0), REGULAR, tokens)

    return _Entry(left + label_width(words, _TEXT_SIZE, REGULAR), draw)


def _draw_words(painter: QPainter, words: str, at: QPointF, weight: int, tokens: Tokens) -> None:
    baseline = at + QPointF(0.0, _TEXT_SIZE * CAP_HEIGHT / 2)
    draw_label(painter, words, baseline, _TEXT_SIZE, weight, colour(tokens.text))


def _face_drawer(rating: Rating, tokens: Tokens) -> _Draw:
    def draw(painter: QPainter, centre: QPointF) -> None:
        draw_face(painter, rating, centre, _SIGN_SIZE, hairline=tokens.is_dark)

    return draw


def _tick_drawer(tokens: Tokens) -> _Draw:
    def draw(painter: QPainter, centre: QPointF) -> None:
        size = _ROUND_SIGN_SIZE
        draw_tick(painter, centre, size, is_ticked=True, hairline=tokens.is_dark)

    return draw


def _draw_disc(painter: QPainter, centre: QPointF) -> None:
    draw_disc(painter, centre, _ROUND_SIGN_SIZE, "P1")
