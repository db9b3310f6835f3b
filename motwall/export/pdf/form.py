"""The planning form: five columns, a line for every moment, priorities first.

Where the wall has several rows, each is a form of its own under a heading. It comes filled in; with
the moments alone for participants; or blank, with the prompts of the printed form.
"""

from collections.abc import Sequence
from itertools import pairwise

from motwall.export.options import Edition, PdfOptions, Rows
from motwall.export.pdf.form_blank import BLANK_HEIGHT, BlankWriter, even_pages
from motwall.export.pdf.form_rows import FormWriter, form_starts
from motwall.export.pdf.frame import Frame, elided, sideways
from motwall.export.pdf.part import Part, table_part
from motwall.export.pdf.pieces import NAME, TextLine
from motwall.export.pdf.table import Cell, Column, PlacedRow, Row, head_height, paginate
from motwall.export.pdf.words import DOT, form_headings, form_hints
from motwall.i18n import translate
from motwall.model.form_groups import FormGroup, form_groups
from motwall.model.form_prompts import prompted_form
from motwall.model.note_look import priority_numbers
from motwall.model.order import actions_of
from motwall.model.records import Moment, Step
from motwall.model.store import Store

_FILLED_BLANK = 40.0


def form_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the planning form."""
    title = translate("Handout", "Planning form")
    frame = Frame.of(store, sideways(options.paper), title, options)
    body = frame.body
    has_results = options.edition is Edition.FACILITATOR and store.count(Moment) > 0
    is_by_hand = options.rows is Rows.BLANK or not has_results
    hints = form_hints() if is_by_hand else ("",) * len(form_headings())
    columns = tuple(
        Column(heading, start, hint)
        for heading, start, hint in zip(
            form_headings(), form_starts(body.width), hints, strict=True
        )
    )
    room = body.height - head_height(columns)
    if options.rows is Rows.BLANK:
        pages = _blank_pages(options, body.width, room)
    elif is_by_hand:
        blanks = BlankWriter(store, options, body.width)
        groups = form_groups(store, has_priorities=False)
        pages = paginate(_rows(groups, blanks, body.width), room)
        _fill(pages, room, blanks, BLANK_HEIGHT)
    else:
        groups = _groups(store, options.rows)
        filled = FormWriter(store, options, body.width)
        pages = paginate(_rows(groups, filled, body.width, priority_numbers(store)), room)
        _fill(pages, room, filled, _FILLED_BLANK)
    return table_part(frame, columns, pages)


def form_moments(store: Store, rows: Rows) -> list[Moment]:
    """The moments of the form in its order, see `form_groups`."""
    return [moment for group in _groups(store, rows) for moment in group.moments]


def _groups(store: Store, rows: Rows) -> list[FormGroup]:
    groups = form_groups(store)
    if rows is not Rows.FILLED:
        return groups
    filled = [
        group._replace(moments=tuple(one for one in group.moments if _is_filled(store, one)))
        for group in groups
    ]
    return [group for group in filled if group.moments]


def _is_filled(store: Store, moment: Moment) -> bool:
    has_words = bool(moment.description.strip() or moment.issue.strip())
    return has_words or moment.rating is not None or bool(actions_of(store, moment.id))


def _rows(
    groups: Sequence[FormGroup],
    writer: FormWriter | BlankWriter,
    width: float,
    numbers: dict[str, int] | None = None,
) -> list[Row]:
    """All rows; a heavy rule where the priorities, the timeline and a row of the wall end."""
    found: list[Row] = []
    for group in groups:
        moments = group.moments
        lasts = {here.id for here, there in pairwise(moments) if _is_border(here, there, numbers)}
        lasts |= {moments[-1].id} if group is not groups[-1] else set()
        found += [_heading(group, width)] if group.title else []
        found += [writer.row(moment, has_heavy_end=moment.id in lasts) for moment in moments]
    return found


def _is_border(here: Moment, there: Moment, numbers: dict[str, int] | None) -> bool:
    """Whether one is a priority, on the timeline or unsorted, and the other is not."""
    first, other = (
        0 if numbers and one.id in numbers else 1 if one.step_id is not None else 2
        for one in (here, there)
    )
    return first != other


def _blank_pages(options: PdfOptions, width: float, room: float) -> list[list[PlacedRow]]:
    """The worked row, then a row for each prompt."""
    store, (worked, *prompts) = prompted_form(options.made_on)
    places: dict[str | None, str] = dict.fromkeys((one.id for one in store.all(Step)), "")
    places[worked.step_id] = translate("Handout", "worked example")
    blanks = BlankWriter(store, options, width, places)
    shown = FormWriter(store, options, width, places).row(worked, has_heavy_end=True)
    return even_pages(shown, [blanks.row(one) for one in prompts], blanks.empty_row, room)


def _fill(
    pages: list[list[PlacedRow]], room: float, writer: FormWriter | BlankWriter, height: float
) -> None:
    """Rule the rest of the last page, to be written on."""
    last = pages[-1]
    used = last[-1].y + last[-1].height if last else 0.0
    while used + height <= room:
        last.append(PlacedRow(writer.empty_row(height), used, height))
        used += height


def _heading(group: FormGroup, width: float) -> Row:
    """The name of a row of the wall, over all columns; said again where it goes on."""
    starts = form_starts(width)
    words = DOT.join(part for part in (group.title, group.detail) if part)
    again = translate("Handout", "continued")
    room = width - starts[0] - NAME.width(DOT + again)
    none: tuple[Cell, ...] = ((),) * (len(starts) - 1)
    return Row(
        cells=([TextLine(elided(words, room, NAME), NAME)], *none),
        repeated=[TextLine(DOT.join((elided(group.title, room, NAME), again)), NAME)],
        is_heading=True,
        has_heavy_end=True,
    )
