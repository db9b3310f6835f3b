"""The facilitator's guide: times, what to say, what to ask, what helps when it stalls, the answers.

Its words are data, see `model/workshop.py`. Participants do not get it.
"""

from dataclasses import dataclass
from functools import partial

from motwall.export.options import Edition, PdfOptions
from motwall.export.pdf.flow import (
    LABEL,
    Block,
    FlowPage,
    Placed,
    Rule,
    Section,
    draw_flow,
    flow,
    titled,
)
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame, upright
from motwall.export.pdf.guide_cards import COLUMN, SECOND, workshop_cards
from motwall.export.pdf.notes_space import with_notes
from motwall.export.pdf.part import Part
from motwall.export.pdf.pieces import (
    BODY,
    NAME,
    QUIET_BODY,
    SMALL,
    Gap,
    Piece,
    TextLine,
    text_lines,
)
from motwall.export.pdf.sheet import INK, Pen, Sheet, TextStyle
from motwall.export.pdf.words import DOT
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.store import Store
from motwall.model.workshop import (
    ONE_HOUR,
    TWO_HOURS,
    PlanStep,
    Workshop,
    WorkshopPart,
    WorkshopPlan,
    load,
)

_TITLE = TextStyle(Face.BOLD, 13.0, 18.0)
_PROMPT = TextStyle(Face.SEMIBOLD, 10.5, 14.0)
_MINUTES = TextStyle(Face.SEMIBOLD, 7.5, 9.5)
_PAPER = "#F6F2E7"
_OUTLINE = Pen(INK, 0.75)
_BAR = 24.0
_PADDING = 7.0
_BULLET, _DOT_RADIUS = 10.0, 1.3
_MINUTES_A_HOUR = 60
#: Where the columns of the overview start.
_OVERVIEW = (0.0, 0.64, 0.83)


def guide_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the guide; there is none for participants."""
    title = translate("Handout", "Facilitator guide")
    frame = Frame.of(store, upright(options.paper), title, options)
    if options.edition is Edition.PARTICIPANT:
        return Part(frame, ())
    workshop, width, room = load(), frame.body.width, frame.body.height
    parts = [_part_section(workshop, part, width, options) for part in workshop.parts]
    own = translate("Handout", "YOUR OWN NOTES")
    first = with_notes(flow(_first_page(workshop, width), room), width, room, own)
    cards = workshop_cards(workshop, width)
    others = flow([*parts, *cards], room)
    titles = [*(part.title for part in workshop.parts), translate("Handout", "Cards and answers")]
    marks = [
        (len(first) + _page_of(others, section), title)
        for section, title in zip([*parts, cards[0]], titles, strict=True)
    ]
    drawings = [partial(_draw, frame.body, page) for page in (*first, *others)]
    return Part(frame, tuple(drawings), tuple(marks))


def _draw(area: Rect, page: FlowPage, sheet: Sheet) -> None:
    draw_flow(sheet, area, page)


def _page_of(pages: list[FlowPage], section: Section) -> int:
    return next(
        place
        for place, page in enumerate(pages)
        if any(placed.block is section.heading for placed in page)
    )


# --- the first page ---


def _first_page(workshop: Workshop, width: float) -> list[Section]:
    plans = [workshop.plan(TWO_HOURS), workshop.plan(ONE_HOUR)]
    half = width * COLUMN
    return [
        _overview(workshop, plans, width),
        titled(
            translate("Handout", "THE ROOM"),
            width,
            [
                Block(
                    (
                        Placed(0.0, _bullets(workshop.room, half)),
                        Placed(width * SECOND, _bullets(workshop.rules, half)),
                    )
                )
            ],
            [(width * SECOND, translate("Handout", "HOUSE RULES, TO READ OUT"))],
        ),
    ]


def _overview(workshop: Workshop, plans: list[WorkshopPlan], width: float) -> Section:
    blocks = []
    starts = [share * width for share in _OVERVIEW]
    words = starts[1] - _PADDING
    for part in workshop.parts:
        times = [_time_words(plan.step_of(part.name)) for plan in plans]
        named: list[Piece] = [Rule(width), Gap(3.5), *text_lines(_named(part), words, NAME)]
        cells = [Placed(0.0, [*named, Gap(3.5)])]
        cells += [
            Placed(x, [Gap(3.5), TextLine(time, BODY)])
            for x, time in zip(starts[1:], times, strict=True)
        ]
        blocks.append(Block(tuple(cells)))
    blocks += [
        Block((Placed(0.0, [TextLine(plan.title, SMALL), _PlanBar(plan, width)]),), gap=9.0)
        for plan in plans
    ]
    columns = [(x, plan.title.upper()) for x, plan in zip(starts[1:], plans, strict=True)]
    return titled(translate("Handout", "AT A GLANCE"), width, blocks, columns)


def _time_words(step: PlanStep | None) -> str:
    """Such as "0:08, 25 min"; a dash where the part is left out."""
    if step is None:
        return "\u2013"
    words = translate("Handout", "{clock}, {minutes} min")
    return words.format(clock=_clock(step.starts_at), minutes=step.minutes)


def _clock(minutes: int) -> str:
    return f"{minutes // _MINUTES_A_HOUR}:{minutes % _MINUTES_A_HOUR:02}"


def _named(part: WorkshopPart) -> str:
    return f"{part.phase.letter}{DOT}{part.title}" if part.phase else part.title


@dataclass(frozen=True, slots=True)
class _PlanBar:
    """A plan as a bar: each part as wide as it is long, with its letter and its minutes."""

    plan: WorkshopPlan
    width: float

    @property
    def height(self) -> float:
        return _BAR + 3.0 + _MINUTES.leading

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it; the minutes stand below."""
        scale = self.width / self.plan.minutes
        for step in self.plan.steps:
            area = Rect(x + step.starts_at * scale, y, step.minutes * scale, _BAR)
            sheet.box(area, pen=_OUTLINE)
            middle, phase = area.x + area.width / 2, step.part.phase
            if phase is not None:
                sheet.text_centred(middle, y + _BAR / 2 + 4.4, phase.letter, _TITLE)
            baseline = area.bottom + 3.0 + _MINUTES.size
            sheet.text_centred(middle, baseline, str(step.minutes), _MINUTES)


# --- a part ---


def _part_section(
    workshop: Workshop, part: WorkshopPart, width: float, options: PdfOptions
) -> Section:
    half = width * COLUMN
    left: list[Piece] = [TextLine(translate("Handout", "SAY"), LABEL), Gap(3.0)]
    left += _bullets(part.say, half)
    if part.prompt:
        asked = text_lines(part.prompt, half - 2 * _PADDING, _PROMPT)
        left += [Gap(3.0), TextLine(translate("Handout", "ASK THE ROOM"), LABEL), Gap(3.0)]
        left.append(_PromptBox(tuple(asked), half, options.is_ink_saver))
    right: list[Piece] = []
    if part.brief is not None:
        right += [TextLine(translate("Handout", "WITH LITTLE TIME"), LABEL), Gap(3.0)]
        right += [*_bullets(part.brief.lines, half), Gap(3.0)]
    if part.stuck:
        right += [TextLine(translate("Handout", "WHEN IT STALLS"), LABEL), Gap(3.0)]
        right += _bullets(part.stuck, half)
    return Section(
        blocks=(Block((Placed(0.0, left), Placed(width * SECOND, right))),),
        heading=_part_heading(workshop, part, width),
    )


def _part_heading(workshop: Workshop, part: WorkshopPart, width: float) -> Block:
    times = [
        f"{plan.title}: {_time_words(step)}"
        for plan in (workshop.plan(TWO_HOURS), workshop.plan(ONE_HOUR))
        if (step := plan.step_of(part.name)) is not None
    ]
    left: list[Piece] = [Rule(width, _OUTLINE), Gap(8.0), TextLine(_named(part), _TITLE)]
    left += [*text_lines(part.purpose, width, QUIET_BODY), Gap(6.0)]
    right: list[Piece] = [Gap(12.0), TextLine(DOT.join(times), SMALL)]
    return Block((Placed(0.0, left), Placed(width * SECOND, right)), gap=12.0)


@dataclass(frozen=True, slots=True)
class _PromptBox:
    """A question that everybody should see, in a frame."""

    lines: tuple[TextLine, ...]
    width: float
    is_ink_saver: bool

    @property
    def height(self) -> float:
        return len(self.lines) * _PROMPT.leading + 2 * _PADDING

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        area = Rect(x, y, self.width, self.height)
        sheet.box(area, fill="" if self.is_ink_saver else _PAPER, pen=_OUTLINE, radius=3.0)
        for place, line in enumerate(self.lines):
            line.draw(sheet, x + _PADDING, y + _PADDING + place * _PROMPT.leading)


@dataclass(frozen=True, slots=True)
class _Bulleted:
    """The first line of a point, behind a dot."""

    line: TextLine

    @property
    def height(self) -> float:
        return self.line.height

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        sheet.disc(x + _DOT_RADIUS + 1.0, y + self.height / 2, _DOT_RADIUS, INK)
        self.line.draw(sheet, x, y)


def _bullets(points: tuple[str, ...], width: float) -> list[Piece]:
    pieces: list[Piece] = []
    for point in points:
        first, *others = text_lines(point, width, BODY, _BULLET)
        pieces += [_Bulleted(first), *others, Gap(3.0)]
    return pieces
