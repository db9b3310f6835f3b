"""The action plan: who does what by when; for participants the same to be filled in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from motwall.export.options import Edition, PdfOptions
from motwall.export.pdf.action_rows import action_style, blank_prompts, size_words, when_lines
from motwall.export.pdf.blanks import EmptyBox
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame, elided, upright
from motwall.export.pdf.marks import draw_arrow, draw_face
from motwall.export.pdf.part import Part, table_part
from motwall.export.pdf.pieces import (
    BODY,
    BOX_INDENT,
    SMALL,
    Gap,
    TextLine,
    boxed_lines,
    text_lines,
)
from motwall.export.pdf.sheet import Sheet, TextStyle
from motwall.export.pdf.table import (
    HEAD_HEIGHT,
    PADDING,
    Cell,
    Column,
    PlacedRow,
    Row,
    head_height,
    paginate,
)
from motwall.i18n import translate
from motwall.model.action_plan import actions_by_month, actions_by_owner
from motwall.model.dates import long_month_words
from motwall.model.layout import Rect
from motwall.model.records import Moment, PlannedAction, Rating
from motwall.model.store import Store
from motwall.model.words import state_word

#: A date with its year is the widest; it stands clear of the column after it.
_STARTS = (0.0, 0.535, 0.71, 0.83, 0.895)
_OWNER = TextStyle(Face.BOLD, 11.0, 15.0)
_OWNER_GAP = 6.0
_TEXT_SHARE = 0.51
_LEAST = 34.0
_FACE = 13.0
#: Of blank actions: where what, who and when start, and how high a row is at the least.
_BLANK_STARTS, _BLANK_WIDTHS = (0.0, 0.56, 0.81), (0.53, 0.23, 0.19)
_BLANK = 40.0
#: Between a field and the lines around it.
_INSET = 1.5


def actions_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the action plan."""
    title = translate("Handout", "Action plan")
    frame = Frame.of(store, upright(options.paper), title, options)
    body = frame.body
    if options.edition is Edition.PARTICIPANT or not store.count(PlannedAction):
        return _blank_part(frame, options)
    headings = (
        translate("Handout", "ACTION"),
        translate("Handout", "WHEN"),
        translate("Handout", "FROM, TO"),
        translate("Handout", "SIZE"),
        translate("Handout", "STATE"),
    )
    columns = tuple(
        Column(heading, share * body.width)
        for heading, share in zip(headings, _STARTS, strict=True)
    )
    rows = _rows(store, options, body.width * _TEXT_SHARE)
    return table_part(frame, columns, paginate(rows, body.height - HEAD_HEIGHT))


def _rows(store: Store, options: PdfOptions, width: float) -> list[Row]:
    rows: list[Row] = []
    for name, actions in _groups(store, options):
        rows.append(_heading(name, width))
        rows += [_row(store, action, options.made_on, width) for action in actions]
    return rows


def _groups(store: Store, options: PdfOptions) -> Iterator[tuple[str, list[PlannedAction]]]:
    """Actions under headings: their owners, or where nobody may be named the months."""
    if options.has_names:
        for owner, actions in actions_by_owner(store):
            yield owner or translate("Handout", "No owner yet"), actions
        return
    for month, actions in actions_by_month(store):
        yield long_month_words(month) if month else translate("Handout", "No date yet"), actions


def _heading(name: str, width: float) -> Row:
    continued = TextLine(translate("Handout", "continued"), SMALL)
    short = TextLine(elided(name, width, _OWNER), _OWNER)
    none: tuple[Cell, ...] = ((),) * (len(_STARTS) - 1)
    return Row(
        cells=([Gap(_OWNER_GAP), *text_lines(name, width, _OWNER)], *none),
        repeated=[short, continued],
        is_heading=True,
    )


def _row(store: Store, action: PlannedAction, made_on: date, width: float) -> Row:
    moment = store.get(Moment, action.moment_id)
    name = moment.text or moment.prompt
    style = action_style(action)
    is_rated = action.from_rating is not None or action.to_rating is not None
    one_line = elided(name.replace("\n", " "), width - BOX_INDENT, SMALL)
    return Row(
        cells=(
            [
                *boxed_lines(action.text, width, style, action.state),
                *text_lines(name, width, SMALL, BOX_INDENT),
            ],
            when_lines(action, made_on),
            [_FaceChange(action.from_rating, action.to_rating)] if is_rated else [],
            [TextLine(size_words(action), style)],
            [TextLine(state_word(action.state), style)],
        ),
        least=_LEAST,
        repeated=[
            TextLine(one_line, SMALL, BOX_INDENT),
            TextLine(translate("Handout", "continued"), SMALL, BOX_INDENT),
            Gap(4.0),
        ],
    )


def _blank_part(frame: Frame, options: PdfOptions) -> Part:
    """A page of rows of even height for what, who and when."""
    body = frame.body
    headings = (
        translate("Handout", "ACTION"),
        translate("Handout", "WHO"),
        translate("Handout", "WHEN"),
    )
    columns = tuple(
        Column(heading, share * body.width, hint)
        for heading, share, hint in zip(headings, _BLANK_STARTS, blank_prompts(), strict=True)
    )
    room = body.height - head_height(columns)
    count = int(room // _BLANK)
    height = room / count
    rows = [
        PlacedRow(_blank_row(number, options), (number - 1) * height, height)
        for number in range(1, count + 1)
    ]
    return table_part(frame, columns, [rows])


def _blank_row(number: int, options: PdfOptions) -> Row:
    field = f"action-{number}" if options.is_fillable else ""
    return Row(cells=((),) * len(_BLANK_STARTS), backdrop=partial(_draw_blank, field))


def _draw_blank(field: str, sheet: Sheet, row: Rect) -> None:
    """Draw a check box into a row, and have the row filled in."""
    done = f"{field}-done" if field else ""
    box = EmptyBox("", BODY, done, translate("Handout", "Done"))
    box.draw(sheet, row.x, row.y + PADDING)
    if not field:
        return
    names = ("what", "who", "when")
    indents = (BOX_INDENT, 0.0, 0.0)
    for name, tip, indent, start, width in zip(
        names, blank_prompts(), indents, _BLANK_STARTS, _BLANK_WIDTHS, strict=True
    ):
        left = row.x + start * row.width + indent
        area = Rect(left, row.y + _INSET, width * row.width - indent, row.height - 2 * _INSET)
        sheet.field(area, f"{field}-{name}", tip)


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
