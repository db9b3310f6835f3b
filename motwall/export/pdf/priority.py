"""One page for each priority; what is longer goes on under a short head."""

from collections.abc import Sequence
from functools import partial

from motwall.export.options import Edition, Pages, PdfOptions
from motwall.export.pdf.blanks import PITCH, Blank
from motwall.export.pdf.flow import (
    Block,
    FlowPage,
    Placed,
    PlacedBlock,
    Section,
    draw_flow,
    flow,
    titled,
    used,
)
from motwall.export.pdf.frame import Frame, upright
from motwall.export.pdf.part import Part
from motwall.export.pdf.priority_advice import choosing_sections
from motwall.export.pdf.priority_head import (
    Priority,
    short_title_block,
    standing_block,
    title_block,
)
from motwall.export.pdf.priority_prompts import prompting_sections
from motwall.export.pdf.priority_sections import told_sections
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.priorities import priorities
from motwall.model.store import Store

#: For fewer lines there is no heading of notes.
_FEWEST_NOTES, _MOST_NOTES = 2, 99
#: Between the lowest line and the foot of the page.
_FOOT = 4.0
_LONGEST_MARK = 80


def priorities_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the priorities; without any there are no pages, unless no others are wanted."""
    title = translate("Handout", "Priorities")
    frame = Frame.of(store, upright(options.paper), title, options)
    body = frame.body
    pages: list[FlowPage] = []
    marks: list[tuple[int, str]] = []
    for number, moment in enumerate(priorities(store), start=1):
        about = Priority(store, options, body.width, number, moment)
        marks.append((len(pages), _mark(about)))
        pages += _pages(about, body)
    if not pages and set(options.pages) == {Pages.PRIORITIES}:
        pages = flow(choosing_sections(store, options, body.width), body.height)
    drawings = (partial(draw_flow, area=body, page=page) for page in pages)
    return Part(frame, tuple(drawings), tuple(marks))


def add_notes(page: FlowPage, area: Rect, title: str, field: str, most: int = _MOST_NOTES) -> None:
    """Rule what is left of a page, under a heading, if it is worth it.

    Args:
        page: Is added to.
        area: The page's body.
        title: Of the notes.
        field: The name of the field on the lines, "" for none.
        most: No more lines than this.
    """
    head = titled(title, area.width, ()).heading
    if head is None:
        return
    taken = used(page)
    below = taken + head.gap + head.height
    count = min(most, int((area.height - _FOOT - below) // PITCH))
    if count < _FEWEST_NOTES:
        return
    page.append(PlacedBlock(head, taken + head.gap))
    page.append(PlacedBlock(Block((Placed(0.0, [Blank(area.width, count, field, title)]),)), below))


def _pages(about: Priority, area: Rect) -> list[FlowPage]:
    is_told = about.options.edition is Edition.FACILITATOR
    heads = (title_block(about), *((standing_block(about),) if is_told else ()))
    sections: Sequence[Section] = told_sections(about) if is_told else prompting_sections(about)
    pages = flow([Section(heads), *sections], area.height, short_title_block(about))
    title = translate("Handout", "NOTES")
    add_notes(pages[-1], area, title, about.field("notes"))
    return pages


def _mark(about: Priority) -> str:
    """The name of its bookmark, in one line."""
    name = " ".join(about.name.split())
    short = name if len(name) <= _LONGEST_MARK else name[: _LONGEST_MARK - 1].rstrip() + "\u2026"
    return f"{about.number}. {short}"
