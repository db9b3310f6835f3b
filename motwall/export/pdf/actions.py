"""The action plan: who does what by when."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from motwall.export.options import PdfOptions
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame, elided, upright
from motwall.export.pdf.marks import draw_arrow, draw_face
from motwall.export.pdf.part import Part, table_part
from motwall.export.pdf.pieces import (
    BODY,
    BOX_INDENT,
    QUIET_BODY,
    SMALL,
    Gap,
    TextLine,
    boxed_lines,
    text_lines,
)
from motwall.export.pdf.sheet import Sheet, TextStyle
from motwall.export.pdf.table import HEAD_HEIGHT, Column, PlacedRow, Row, paginate
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.order import all_moments
from motwall.model.records import ActionState, Moment, PlannedAction, Rating
from motwall.model.store import Store
from motwall.model.words import state_word

#: A date with its year is the widest; it stands clear of the column after it.
_STARTS = (0.0, 0.58, 0.755, 0.885)
_OWNER = TextStyle(Face.BOLD, 11.0, 15.0)
_OWNER_GAP = 6.0
_TEXT_SHARE = 0.555
_LEAST = 34.0
_BLANK = 34.0
_FACE = 13.0


def actions_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the action plan."""
    title = translate("Handout", "Action plan")
    frame = Frame.of(store, upright(options.paper), title, options)
    body = frame.body
    headings = (
        translate("Handout", "ACTION"),
        translate("Handout", "WHEN"),
        translate("Handout", "FROM, TO"),
        translate("Handout", "STATE"),
    )
    columns = tuple(
        Column(heading, share * body.width)
        for heading, share in zip(headings, _STARTS, strict=True)
    )
    room = body.height - HEAD_HEIGHT
    rows = _rows(store, options, body.width * _TEXT_SHARE)
    pages = paginate(rows, room)
    if not rows:
        blank = Row(cells=(boxed_lines("", _LEAST, BODY, ActionState.AGREED), (), (), ()))
        count = int(room // _BLANK)
        pages = [[PlacedRow(blank, place * _BLANK, _BLANK) for place in range(count)]]
    return table_part(frame, columns, pages)


def actions_by_owner(store: Store) -> list[tuple[str, list[PlannedAction]]]:
    """The actions of each owner: owners by name, the unnamed last; actions by date, undated last.

    Names that differ in case or in spaces around them only are one owner.
    """
    places = {moment.id: place for place, moment in enumerate(all_moments(store))}

    def order(action: PlannedAction) -> tuple[bool, str, bool, date, int, int, str]:
        owner = _owner_key(action)
        due = action.due or date.max
        place = places[action.moment_id]
        return not owner, owner, action.due is None, due, place, action.rank, action.id

    ordered = sorted(store.all(PlannedAction), key=order)
    groups = [list(group) for _, group in groupby(ordered, key=_owner_key)]
    return [(group[0].owner.strip(), group) for group in groups]


def _owner_key(action: PlannedAction) -> str:
    return unicodedata.normalize("NFKD", action.owner.strip()).casefold()


def _rows(store: Store, options: PdfOptions, width: float) -> list[Row]:
    rows: list[Row] = []
    for owner, actions in actions_by_owner(store):
        name = owner or translate("Handout", "No owner yet")
        rows.append(_heading(name, width))
        rows += [_row(store, action, options.made_on, width) for action in actions]
    return rows


def _heading(name: str, width: float) -> Row:
    continued = TextLine(translate("Handout", "continued"), SMALL)
    short = TextLine(elided(name, width, _OWNER), _OWNER)
    return Row(
        cells=([Gap(_OWNER_GAP), *text_lines(name, width, _OWNER)], (), (), ()),
        repeated=[short, continued],
        is_heading=True,
    )


def _row(store: Store, action: PlannedAction, made_on: date, width: float) -> Row:
    moment = store.get(Moment, action.moment_id)
    name = moment.text or moment.prompt
    style = QUIET_BODY if action.state is ActionState.DROPPED else BODY
    is_rated = action.from_rating is not None or action.to_rating is not None
    one_line = elided(name.replace("\n", " "), width - BOX_INDENT, SMALL)
    return Row(
        cells=(
            [
                *boxed_lines(action.text, width, style, action.state),
                *text_lines(name, width, SMALL, BOX_INDENT),
            ],
            [TextLine(date_words(action.due, made_on), style)] if action.due else [],
            [_FaceChange(action.from_rating, action.to_rating)] if is_rated else [],
            [TextLine(state_word(action.state), style)],
        ),
        least=_LEAST,
        repeated=[
            TextLine(one_line, SMALL, BOX_INDENT),
            TextLine(translate("Handout", "continued"), SMALL, BOX_INDENT),
            Gap(4.0),
        ],
    )


@dataclass(frozen=True, slots=True)
class _FaceChange:
    """The face of today, an arrow, the face aimed at; what is not known is left out."""

    today: Rating | None
    aim: Rating | None
    height: float = _FACE

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it level with a line of text."""
        top = y - 1.0
        if self.today is not None:
            draw_face(sheet, x, top, _FACE, self.today)
        if self.aim is not None:
            draw_arrow(sheet, x + _FACE + 5.0, top + _FACE / 2, 11.0)
            draw_face(sheet, x + _FACE + 21.0, top, _FACE, self.aim)
