"""What participants get of a priority: questions to think about, and lines to write on."""

from motwall.export.pdf.action_rows import action_columns, blank_actions
from motwall.export.pdf.blanks import Blank, OpenFaces
from motwall.export.pdf.flow import Block, Placed, Section, titled
from motwall.export.pdf.pieces import QUIET_BODY, SMALL, Piece, TextLine, text_lines
from motwall.export.pdf.priority_head import Priority
from motwall.export.pdf.priority_sections import gap_prompts, gap_starts
from motwall.i18n import translate

_FACE = 18.0
_GAP_LINES, _WAY_LINES, _IDEA_LINES, _ACTIONS = 5, 3, 4, 3
#: Where the second rating stands, of the width.
_AIM_AT = 0.5


def prompting_sections(about: Priority) -> list[Section]:
    """Rate it, describe the gap, and think of small steps; nothing of what others said."""
    in_the_way = (
        translate("Handout", "WHAT IS IN THE WAY?"),
        translate("Handout", "What keeps it from being better, seen with the customer's eyes?"),
    )
    ideas = (
        translate("Handout", "WHAT COULD WE TRY?"),
        translate("Handout", "Every idea counts, however odd; small and cheap ones count twice."),
    )
    return [
        _ratings(about),
        _gap(about),
        _written(about, in_the_way, _WAY_LINES, "issue"),
        _written(about, ideas, _IDEA_LINES, "ideas"),
        _actions(about),
    ]


def _ratings(about: Priority) -> Section:
    at = _AIM_AT * about.width
    ring = TextLine(translate("Handout", "Ring one: miserable, neutral, magical."), SMALL)
    cells = (
        Placed(0.0, [OpenFaces(about.field("now"), _FACE), ring]),
        Placed(at, [OpenFaces(about.field("target"), _FACE), ring]),
    )
    aim = (at, translate("Handout", "AND SOON, IT COULD BE"))
    return titled(
        translate("Handout", "TODAY, CUSTOMERS FIND IT"), about.width, [Block(cells)], [aim]
    )


def _gap(about: Priority) -> Section:
    starts, width = gap_starts(about.width)
    names = ("expects", "today", "ultimate")
    cells = [
        Placed(
            x,
            [
                *text_lines(asked, width, QUIET_BODY),
                Blank(width, _GAP_LINES, about.field(name), asked),
            ],
        )
        for x, name, (_, asked) in zip(starts, names, gap_prompts(), strict=True)
    ]
    first, *others = (heading for heading, _ in gap_prompts())
    columns = list(zip(starts[1:], others, strict=True))
    return titled(first, about.width, [Block(tuple(cells))], columns)


def _written(about: Priority, words: tuple[str, str], lines: int, name: str) -> Section:
    title, asked = words
    cell: list[Piece] = [*text_lines(asked, about.width, QUIET_BODY)]
    cell.append(Blank(about.width, lines, about.field(name), asked))
    return titled(title, about.width, [Block((Placed(0.0, cell),))])


def _actions(about: Priority) -> Section:
    _, who, when, *_ = action_columns(about.width)
    title = translate("Handout", "ONE SMALL STEP")
    blocks = blank_actions(about.width, _ACTIONS, about.field("action"))
    columns = [(who.x, who.heading), (when.x, when.heading)]
    return titled(title, about.width, blocks, columns)
