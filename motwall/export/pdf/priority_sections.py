"""What the page of a priority tells with results: gap, issue, questions, ideas, actions, proof."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from motwall.export.pdf.action_rows import action_columns, action_pieces, blank_actions
from motwall.export.pdf.blanks import PITCH, Blank, EmptyBoxes
from motwall.export.pdf.flow import TEXT, Block, Placed, Section, titled
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.ladders import CHART_AT, ladder_row, measure_row
from motwall.export.pdf.pieces import BODY, QUIET_BODY, SMALL, Gap, Piece, TextLine, text_lines
from motwall.export.pdf.priority_head import Priority, description_aside
from motwall.export.pdf.sheet import QUIET, TextStyle
from motwall.export.pdf.table import Row
from motwall.export.pdf.words import DOT
from motwall.i18n import translate
from motwall.model.answering import own_answer
from motwall.model.belongings import (
    ladders_of,
    latest_answer,
    measures_of,
    questions_of,
    remarks_of,
)
from motwall.model.dates import date_words
from motwall.model.order import actions_of, ideas_of
from motwall.model.records import (
    AnswerKind,
    Assessment,
    Choice,
    Idea,
    IdeaKind,
    Question,
    Verdict,
)
from motwall.model.sifting import also_said, cheap_first
from motwall.model.words import choice_word, cost_word, hands_words, lift_word, verdict_word

_SAID = TextStyle(Face.SEMIBOLD, 10.0, 13.5)
#: Small print on the line of a text.
_LOWER = 2.4
#: Of ideas that were not kept.
_ALSO = TextStyle(Face.REGULAR, 8.5, 11.5, QUIET)
#: Between columns of text.
_GUTTER = 16.0
#: Where answers, and the costs of ideas, begin; how wide what is before them may be.
_ANSWER_AT, _QUESTION = 0.6, 0.56
_COST_AT, _LIFT_AT, _IDEA = 0.83, 0.895, 0.8
_BETWEEN, _ALSO_BETWEEN = 6.0, 3.0
_STAIRS, _TREND = 92.0, 98.0
_FEWEST_LINES, _MOST_LINES, _ISSUE_LINES, _BLANK_ACTIONS = 3, 7, 2, 3


def told_sections(about: Priority) -> list[Section]:
    """All sections, the empty ones to be filled in; what only some moments have is left out."""
    sections = [
        _description(about),
        _remarks(about),
        _gap(about),
        _issue(about),
        _good(about),
        _questions(about),
        _ideas(about),
        _also_said(about),
    ]
    sections += [_actions(about), _ladders(about), _measures(about)]
    return [one for one in sections if one is not None]


def _description(about: Priority) -> Section | None:
    """What is too long to stand beside the faces."""
    lines = text_lines(about.moment.description, about.width, TEXT)
    if not lines or description_aside(about):
        return None
    return titled(translate("Handout", "DESCRIPTION"), about.width, [Block((Placed(0.0, lines),))])


def _remarks(about: Priority) -> Section | None:
    """What was said of the rating: who would have rated it otherwise, and why."""
    remarks = remarks_of(about.store, about.moment.id)
    blocks = [_remark(about, place, one) for place, one in enumerate(remarks)]
    title = translate("Handout", "REMARKS ON THE RATING")
    return titled(title, about.width, blocks) if blocks else None


def _remark(about: Priority, place: int, said: Assessment) -> Block:
    facts = (date_words(said.rated_on, about.options.made_on), hands_words(said))
    cells = (
        Placed(0.0, text_lines(said.remark, _QUESTION * about.width, TEXT)),
        Placed(
            _ANSWER_AT * about.width,
            [
                Gap(_LOWER),
                *text_lines(DOT.join(filter(None, facts)), (1 - _ANSWER_AT) * about.width, SMALL),
            ],
        ),
    )
    return Block(cells, gap=_BETWEEN if place else 0.0)


def gap_prompts() -> tuple[tuple[str, str], tuple[str, str], tuple[str, str]]:
    """The headings of the gap's three columns, each with what it asks."""
    return (
        (translate("Handout", "THEY EXPECT"), translate("Handout", "What do they expect here?")),
        (translate("Handout", "THEY GET TODAY"), translate("Handout", "What happens today?")),
        (translate("Handout", "THE ULTIMATE"), translate("Handout", "What would delight them?")),
    )


def gap_starts(width: float) -> tuple[list[float], float]:
    """Where the gap's three columns start, and how wide they are."""
    column = (width - 2 * _GUTTER) / 3
    return [place * (column + _GUTTER) for place in range(3)], column


def _gap(about: Priority) -> Section:
    moment = about.moment
    starts, width = gap_starts(about.width)
    texts = (moment.expectation, moment.today, moment.ultimate)
    written = [text_lines(one, width, TEXT) for one in texts]
    tallest = max(sum(one.height for one in lines) for lines in written)
    count = min(_MOST_LINES, max(_FEWEST_LINES, ceil(tallest / PITCH)))
    names = ("expects", "today", "ultimate")
    cells: list[Sequence[Piece]] = [
        lines or [*_asked(asked, width), Blank(width, count, about.field(name), asked)]
        for lines, name, (_, asked) in zip(written, names, gap_prompts(), strict=True)
    ]
    placed = (Placed(x, cell) for x, cell in zip(starts, cells, strict=True))
    first, *others = (heading for heading, _ in gap_prompts())
    columns = list(zip(starts[1:], others, strict=True))
    return titled(first, about.width, [Block(tuple(placed))], columns)


def _issue(about: Priority) -> Section:
    asked = translate("Handout", "What is in the way?")
    lines: Sequence[Piece] = text_lines(about.moment.issue, about.width, TEXT)
    blank = Blank(about.width, _ISSUE_LINES, about.field("issue"), asked)
    cell = lines or [*_asked(asked, about.width), blank]
    return titled(translate("Handout", "ISSUE"), about.width, [Block((Placed(0.0, cell),))])


def _asked(words: str, width: float) -> list[Piece]:
    return [*text_lines(words, width, SMALL)]


def _good(about: Priority) -> Section | None:
    lines = text_lines(about.moment.good_looks_like, about.width, TEXT)
    title = translate("Handout", "WHAT GOOD LOOKS LIKE")
    return titled(title, about.width, [Block((Placed(0.0, lines),))]) if lines else None


def _questions(about: Priority) -> Section | None:
    blocks = [
        _question(about, place, one)
        for place, one in enumerate(questions_of(about.store, about.moment.id))
    ]
    at = _ANSWER_AT * about.width
    heading = translate("Handout", "QUESTIONS")
    columns = [(at, translate("Handout", "ANSWERS"))]
    return titled(heading, about.width, blocks, columns) if blocks else None


def _question(about: Priority, place: int, question: Question) -> Block:
    at = _ANSWER_AT * about.width
    room = about.width - at
    asked = text_lines(question.text, _QUESTION * about.width, TEXT)
    answer = own_answer(about.store, question.id) or latest_answer(about.store, question.id)
    said: list[Piece] = []
    if answer is None:
        said = _open_answer(about, place, question, room)
    else:
        said += [TextLine(choice_word(answer.choice), _SAID)] if answer.choice else []
        said += text_lines(answer.note, room, TEXT)
        said.append(TextLine(date_words(answer.answered_on, about.options.made_on), SMALL))
    return Block((Placed(0.0, asked), Placed(at, said)), gap=_BETWEEN if place else 0.0)


def _open_answer(about: Priority, place: int, question: Question, width: float) -> list[Piece]:
    """What is not answered yet: boxes to tick, or a line to write on."""
    name = about.field(f"answer-{place + 1}")
    if question.kind is AnswerKind.WORDS:
        return [Blank(width, 1, name, question.text[:200])]
    return [EmptyBoxes(tuple(map(choice_word, Choice)), QUIET_BODY, name)]


def _ideas(about: Priority) -> Section | None:
    kept = [
        one
        for one in cheap_first(ideas_of(about.store, about.moment.id))
        if one.verdict is Verdict.MERIT and one.kind is not IdeaKind.BLOCKER
    ]
    blocks = [
        _idea(about, idea, TEXT, gap=_BETWEEN if place else 0.0) for place, idea in enumerate(kept)
    ]
    title = translate("Handout", "IDEAS KEPT")
    return titled(title, about.width, blocks, _idea_columns(about, kept)) if blocks else None


def _also_said(about: Priority) -> Section | None:
    """The ideas that were not kept, smaller: somebody will ask what became of theirs."""
    said = also_said(about.store, about.moment.id)
    blocks = [
        _idea(about, idea, _ALSO, gap=_ALSO_BETWEEN if place else 0.0)
        for place, idea in enumerate(said)
    ]
    title = translate("Handout", "ALSO SAID")
    return titled(title, about.width, blocks, _idea_columns(about, said)) if blocks else None


def _idea_columns(about: Priority, ideas: Sequence[Idea]) -> list[tuple[float, str]]:
    """Cost and lift, where any of the ideas has them."""
    columns = []
    if any(one.cost is not None for one in ideas):
        columns.append((_COST_AT * about.width, translate("Handout", "COST")))
    if any(one.lift is not None for one in ideas):
        columns.append((_LIFT_AT * about.width, translate("Handout", "LIFT")))
    return columns


def _idea(about: Priority, idea: Idea, style: TextStyle, *, gap: float) -> Block:
    room = _IDEA * about.width
    is_kept = idea.verdict is Verdict.MERIT
    author = idea.author if about.options.has_names else ""
    told = (idea.text, "" if is_kept else verdict_word(idea.verdict), "" if is_kept else author)
    words: list[Piece] = [*text_lines(DOT.join(filter(None, told)), room, style)]
    words += text_lines(author, room, SMALL) if is_kept else []
    beside = replace(BODY, leading=TEXT.leading) if is_kept else style
    cost = cost_word(idea.cost) if idea.cost is not None else ""
    lift = lift_word(idea.lift) if idea.lift is not None else ""
    cells = (
        Placed(0.0, words),
        Placed(_COST_AT * about.width, text_lines(cost, about.width, beside)),
        Placed(_LIFT_AT * about.width, text_lines(lift, about.width, beside)),
    )
    return Block(cells, gap=gap)


def _actions(about: Priority) -> Section:
    columns = action_columns(about.width)
    actions = actions_of(about.store, about.moment.id)
    blocks = [
        Block(
            tuple(
                Placed(column.x, pieces)
                for column, pieces in zip(
                    columns, action_pieces(action, about.options, columns), strict=True
                )
            ),
            gap=_BETWEEN if place else 0.0,
        )
        for place, action in enumerate(actions)
    ]
    if not actions:
        blocks = blank_actions(about.width, _BLANK_ACTIONS, about.field("action"))
        columns = columns[:3]
    first, *others = columns
    headings = [(one.x, one.heading) for one in others]
    return titled(first.heading, about.width, blocks, headings)


def _ladders(about: Priority) -> Section | None:
    ladders = ladders_of(about.store, about.moment.id)
    rows = (ladder_row(about.store, one, about.options, about.width, _STAIRS) for one in ladders)
    blocks = list(_charts(rows, about.width))
    title = translate("Handout", "SMALL STEPS")
    return titled(title, about.width, blocks) if blocks else None


def _measures(about: Priority) -> Section | None:
    measures = measures_of(about.store, about.moment.id)
    rows = (measure_row(about.store, one, about.options, about.width, _TREND) for one in measures)
    blocks = list(_charts(rows, about.width))
    title = translate("Handout", "MEASURES")
    return titled(title, about.width, blocks) if blocks else None


def _charts(rows: Iterator[Row], width: float) -> Iterator[Block]:
    for place, row in enumerate(rows):
        words, chart = row.cells
        cells = (Placed(0.0, words), Placed(CHART_AT * width, chart))
        yield Block(cells, gap=2 * _BETWEEN if place else 0.0)
