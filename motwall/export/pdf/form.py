"""The planning form: five columns, a line for every moment, priorities first.

Where the wall has several rows, each is a form of its own under a heading.
"""

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from motwall.export.options import PdfOptions, Rows
from motwall.export.pdf.frame import Frame, elided, sideways
from motwall.export.pdf.marks import draw_open_face
from motwall.export.pdf.part import Part, table_part
from motwall.export.pdf.patterns import draw_strip
from motwall.export.pdf.pieces import (
    BODY,
    NAME,
    QUIET_BODY,
    SMALL,
    FaceMark,
    Gap,
    Marks,
    Piece,
    TextLine,
    boxed_lines,
    text_lines,
)
from motwall.export.pdf.sheet import FAINT, Pen, Sheet
from motwall.export.pdf.table import (
    HEAD_HEIGHT,
    PADDING,
    Cell,
    Column,
    PlacedRow,
    Row,
    paginate,
)
from motwall.export.pdf.words import DOT, form_headings
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.form_groups import FormGroup, form_groups
from motwall.model.layout import Rect
from motwall.model.note_look import NoteLook, look_of, priority_numbers
from motwall.model.order import actions_of, steps_in_order
from motwall.model.records import ActionState, ContactType, Moment, PlannedAction, Rating, Stage
from motwall.model.store import Store

#: Where the columns start and how wide their text is, as shares of the form's width.
_STARTS = (0.0156, 0.191, 0.42, 0.658, 0.76)
_WIDTHS = (0.1604, 0.214, 0.223, 0.088, 0.24)
_STRIP = 6.0
#: Two lines of handwriting.
_LEAST = 50.0
_BLANK = 40.0
_NAME_LINES = 2
_OPEN_FACE = 10.0


def form_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the planning form."""
    title = translate("Handout", "Planning form")
    frame = Frame.of(store, sideways(options.paper), title, options)
    body = frame.body
    columns = tuple(
        Column(heading, share * body.width)
        for heading, share in zip(form_headings(), _STARTS, strict=True)
    )
    writer = _RowWriter(store, options, body.width)
    pages = paginate(writer.rows(), body.height - HEAD_HEIGHT)
    _fill_with_blanks(pages, body.height - HEAD_HEIGHT)
    return table_part(frame, columns, pages)


def form_moments(store: Store, rows: Rows) -> list[Moment]:
    """The moments of the form in its order, see `form_groups`."""
    return [moment for group in _groups(store, rows) for moment in group.moments]


def _groups(store: Store, rows: Rows) -> list[FormGroup]:
    groups = form_groups(store)
    if rows is Rows.ALL:
        return groups
    filled = [
        group._replace(moments=tuple(one for one in group.moments if _is_filled(store, one)))
        for group in groups
    ]
    return [group for group in filled if group.moments]


def _is_filled(store: Store, moment: Moment) -> bool:
    has_words = bool(moment.description.strip() or moment.issue.strip())
    return has_words or moment.rating is not None or bool(actions_of(store, moment.id))


def _fill_with_blanks(pages: list[list[PlacedRow]], room: float) -> None:
    """Rule the rest of the last page, to be written on."""
    last = pages[-1]
    used = last[-1].y + last[-1].height if last else 0.0
    blank = Row(cells=((),) * len(_STARTS), least=_BLANK)
    while used + _BLANK <= room:
        last.append(PlacedRow(blank, used, _BLANK))
        used += _BLANK


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a step stands: its number from 1, and the words beside it."""

    number: int
    words: str


class _RowWriter:
    """Turns moments into rows of a width."""

    def __init__(self, store: Store, options: PdfOptions, width: float) -> None:
        self._store = store
        self._options = options
        self._width = width
        self._widths = [share * width for share in _WIDTHS]
        self._numbers = priority_numbers(store)
        self._places = {
            step.id: _step_words(store, number, step.title, step.stage_id)
            for number, step in enumerate(steps_in_order(store), start=1)
        }

    def rows(self) -> list[Row]:
        """All rows; a heavy rule where the priorities, the timeline and a row of the wall end."""
        found: list[Row] = []
        groups = _groups(self._store, self._options.rows)
        for group in groups:
            moments = group.moments
            lasts = {here.id for here, there in pairwise(moments) if self._is_border(here, there)}
            lasts |= {moments[-1].id} if group is not groups[-1] else set()
            found += [_heading(group, self._width)] if group.title else []
            found += [self._row(moment, has_heavy_end=moment.id in lasts) for moment in moments]
        return found

    def _is_border(self, here: Moment, there: Moment) -> bool:
        return self._group(here) != self._group(there)

    def _group(self, moment: Moment) -> int:
        if moment.id in self._numbers:
            return 0
        return 1 if moment.step_id is not None else 2

    def _row(self, moment: Moment, *, has_heavy_end: bool) -> Row:
        look = look_of(self._store, moment, self._numbers)
        kind = look.contact_type
        _, description, issue, _, _ = self._widths
        return Row(
            cells=(
                self._name_cell(moment, look),
                text_lines(moment.description, description),
                text_lines(moment.issue, issue),
                [FaceMark(moment.rating)] if moment.rating else [_OpenFaces()],
                self._action_cell(moment),
            ),
            least=_LEAST,
            repeated=self._repeated(look),
            backdrop=partial(self._draw_strip, kind) if kind else None,
            has_heavy_end=has_heavy_end,
        )

    def _name_cell(self, moment: Moment, look: NoteLook) -> list[Piece]:
        width = self._widths[0]
        kind, style = look.contact_type, QUIET_BODY if look.is_prompt else NAME
        cell: list[Piece] = []
        if kind or look.is_ticked or look.priority:
            cell.append(Marks(kind.code if kind else "", look.is_ticked, look.priority))
        cell += text_lines(look.text, width, style)
        place = translate("Handout", "unsorted")
        if moment.step_id is not None:
            place = self._places[moment.step_id]
        cell += [Gap(1.0), *text_lines(place, width, SMALL)]
        if moment.merged:
            others = translate("Handout", "also: {0}").format("; ".join(moment.merged))
            cell += text_lines(others, width, SMALL)
        return cell

    def _repeated(self, look: NoteLook) -> list[Piece]:
        """The name, two lines of it at most, and "continued"."""
        lines = text_lines(look.text, self._widths[0], NAME)
        if len(lines) > _NAME_LINES:
            one_line = look.text.replace("\n", " ")
            lines = [TextLine(elided(one_line, self._widths[0], NAME), NAME)]
        return [*lines, TextLine(translate("Handout", "continued"), SMALL), Gap(4.0)]

    def _action_cell(self, moment: Moment) -> list[Piece]:
        cell: list[Piece] = []
        for action in actions_of(self._store, moment.id):
            if cell:
                cell.append(Gap(3.5))
            style = QUIET_BODY if action.state is ActionState.DROPPED else BODY
            words = self._action_words(action)
            cell += boxed_lines(words, self._widths[4], style, action.state)
        return cell

    def _action_words(self, action: PlannedAction) -> str:
        made_on = self._options.made_on
        details = [action.owner] if action.owner.strip() else []
        if action.due is not None:
            details.append(date_words(action.due, made_on))
        if action.state is ActionState.DROPPED:
            details.append(translate("Handout", "dropped"))
        return " \u2014 ".join(part for part in (action.text, ", ".join(details)) if part)

    def _draw_strip(self, kind: ContactType, sheet: Sheet, row: Rect) -> None:
        inset = PADDING + 0.6
        area = Rect(row.x, row.y + inset, _STRIP, row.height - 2 * inset)
        draw_strip(sheet, area, kind, is_pale=self._options.is_ink_saver)


@dataclass(frozen=True, slots=True)
class _OpenFaces:
    """Three faces in outline: whoever rates by hand rings one of them."""

    height: float = _OPEN_FACE + 3.0

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw them side by side."""
        for place, rating in enumerate((Rating.MISERABLE, Rating.NEUTRAL, Rating.MAGICAL)):
            left = x + place * (_OPEN_FACE + 6.0)
            draw_open_face(sheet, left, y + 2.0, _OPEN_FACE, rating, Pen(FAINT, 0.7))


def _heading(group: FormGroup, width: float) -> Row:
    """The name of a row of the wall, over all columns; said again where it goes on."""
    words = DOT.join(part for part in (group.title, group.detail) if part)
    again = translate("Handout", "continued")
    room = (1.0 - _STARTS[0]) * width - NAME.width(DOT + again)
    none: tuple[Cell, ...] = ((),) * (len(_STARTS) - 1)
    return Row(
        cells=([TextLine(elided(words, room, NAME), NAME)], *none),
        repeated=[TextLine(DOT.join((elided(group.title, room, NAME), again)), NAME)],
        is_heading=True,
        has_heavy_end=True,
    )


def _step_words(store: Store, number: int, title: str, stage_id: str | None) -> str:
    stage = store.find(Stage, stage_id)
    words = translate("Handout", "step {0}").format(number)
    parts = (words, title, stage.title if stage else "")
    return DOT.join(part for part in parts if part)
