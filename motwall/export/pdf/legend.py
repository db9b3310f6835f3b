"""What the signs on the wall mean: a line or two at the foot of every wall page."""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate

from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import elided
from motwall.export.pdf.icons import draw_icon
from motwall.export.pdf.marks import draw_face, draw_priority_disc, draw_tick_disc
from motwall.export.pdf.patterns import draw_strip
from motwall.export.pdf.sheet import INK, Sheet, TextStyle
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.order import contact_types
from motwall.model.palette import MAX_TYPES
from motwall.model.records import ContactType, Moment, Rating
from motwall.model.store import Store
from motwall.model.words import rating_definition

_LABEL = TextStyle(Face.REGULAR, 7.5, 10.0, INK)
_CODE = TextStyle(Face.BOLD, 7.5, 10.0, INK)
_LINE = 14.0
_GAP = 14.0
_SWATCH = 14.0
_SIGN = 10.0
_LONGEST = 130.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A sign and its words; `draw` takes the sheet and the top left corner."""

    width: float
    draw: Callable[[Sheet, float, float], None]


class Legend:
    """The legend of a wall for pages of a width; without what only the facilitator sees."""

    def __init__(
        self, store: Store, width: float, *, is_ink_saver: bool, has_signs: bool = True
    ) -> None:
        used = {moment.contact_type_id for moment in store.all(Moment)}
        kinds = [kind for kind in contact_types(store) if kind.id in used]
        types = [_type_entry(kind, is_pale=is_ink_saver) for kind in kinds[:MAX_TYPES]]
        if len(kinds) > MAX_TYPES:
            types.append(_more_entry(len(kinds) - MAX_TYPES))
        signs = _sign_entries() if has_signs else []
        self._lines = [*_in_columns(types, width), *_in_columns(signs, width)]

    @property
    def height(self) -> float:
        """Of all its lines, points."""
        return len(self._lines) * _LINE

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it with its top left corner there."""
        for place, line in enumerate(self._lines):
            for left, entry in line:
                entry.draw(sheet, x + left, y + place * _LINE)


def _in_columns(entries: Sequence[_Entry], width: float) -> list[list[tuple[float, _Entry]]]:
    """Entries on as few lines as they need, in even columns, each with its x."""
    if not entries:
        return []
    columns = next(
        count
        for count in range(len(entries), 0, -1)
        if count == 1 or sum(_column_widths(entries, count)) - _GAP <= width
    )
    # No more columns than fill all lines about evenly: 5 and 5, not 8 and 2.
    columns = math.ceil(len(entries) / math.ceil(len(entries) / columns))
    widths = _column_widths(entries, columns)
    starts = [0.0, *accumulate(widths)]
    return [
        list(zip(starts, entries[first : first + columns], strict=False))
        for first in range(0, len(entries), columns)
    ]


def _column_widths(entries: Sequence[_Entry], columns: int) -> list[float]:
    return [
        max(entry.width for entry in entries[column::columns]) + _GAP for column in range(columns)
    ]


def _type_entry(kind: ContactType, *, is_pale: bool) -> _Entry:
    name = elided(kind.name, _LONGEST, _LABEL)
    code_width = _CODE.width(kind.code)
    icon = _SIGN + 3.0
    width = _SWATCH + 4.0 + icon + code_width + 3.0 + _LABEL.width(name)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        draw_strip(sheet, Rect(x, y + 1.0, _SWATCH, _SIGN), kind, is_pale=is_pale)
        left = x + _SWATCH + 4.0
        draw_icon(sheet, left, y + 1.0, _SIGN, kind.icon)
        left += icon
        sheet.text(left, y + 8.7, kind.code, _CODE)
        sheet.text(left + code_width + 3.0, y + 8.7, name, _LABEL)

    return _Entry(width, draw)


def _more_entry(count: int) -> _Entry:
    words = translate("Legend", "and %n more", count=count)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        sheet.text(x, y + 8.7, words, _LABEL)

    return _Entry(_LABEL.width(words), draw)


def _sign_entries() -> list[_Entry]:
    ticked = translate("Legend", "ticked")
    chosen = translate("Legend", "priority and its number")
    signs = [_sign(partial(_draw_rating, rating), rating_definition(rating)) for rating in Rating]
    signs.append(_sign(_draw_tick, ticked))
    signs.append(_sign(_draw_disc, chosen, 4.0))
    return signs


def _sign(
    draw_sign: Callable[[Sheet, float, float], None], words: str, extra: float = 0.0
) -> _Entry:
    offset = _SIGN + 4.0 + extra

    def draw(sheet: Sheet, x: float, y: float) -> None:
        draw_sign(sheet, x, y)
        sheet.text(x + offset, y + 8.7, words, _LABEL)

    return _Entry(offset + _LABEL.width(words), draw)


def _draw_rating(rating: Rating, sheet: Sheet, x: float, y: float) -> None:
    draw_face(sheet, x, y + 0.5, _SIGN + 1.0, rating)


def _draw_tick(sheet: Sheet, x: float, y: float) -> None:
    draw_tick_disc(sheet, x + _SIGN / 2, y + 1.0 + _SIGN / 2, _SIGN / 2)


def _draw_disc(sheet: Sheet, x: float, y: float) -> None:
    draw_priority_disc(sheet, x + 7.0, y + 6.0, 7.0, 1)
