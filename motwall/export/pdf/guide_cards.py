"""The cards at the end of the facilitator's guide: what to tell, and the answers."""

from motwall.export.pdf.flow import TEXT, Block, Placed, Section, titled
from motwall.export.pdf.pieces import BODY, NAME, SMALL, Gap, Piece, TextLine, text_lines
from motwall.export.pdf.words import DOT
from motwall.i18n import translate
from motwall.model.workshop import Workshop

#: Where the second of two columns starts, and how wide either is, as shares of the body.
SECOND, COLUMN = 0.53, 0.47
#: Where the definition of a word starts, and its blanks.
_DEFINED, _BLANKS = 0.22, 0.78
_GUTTER = 12.0
#: Where the reasons of the quiz start, behind their shares.
_REASON = 44.0


def workshop_cards(workshop: Workshop, width: float) -> list[Section]:
    """What a moment of truth is, stories, the definitions with their blanks, the quiz."""
    half = width * COLUMN
    told: list[Piece] = []
    for line in workshop.moment_of_truth:
        told += [*text_lines(line, half, BODY), Gap(4.0)]
    stories: list[Piece] = []
    for one in workshop.examples:
        stories += [TextLine(one.title, NAME), *text_lines(one.text, half, BODY), Gap(6.0)]
    truth = Block((Placed(0.0, told), Placed(width * SECOND, stories)))
    return [
        titled(
            translate("Handout", "WHAT IS A MOMENT OF TRUTH?"),
            width,
            [truth],
            [(width * SECOND, translate("Handout", "THREE STORIES TO TELL"))],
        ),
        _definitions(workshop, width),
        _quiz(workshop, width),
    ]


def _definitions(workshop: Workshop, width: float) -> Section:
    """The definitions in full, and what participants are to fill in."""
    starts = (0.0, width * _DEFINED, width * _BLANKS)
    blocks = []
    for one in workshop.definitions:
        text = "".join(piece.text for piece in one.pieces)
        blanks = DOT.join(piece.text for piece in one.pieces if piece.is_blank)
        cells = (
            text_lines(one.term, starts[1] - _GUTTER, NAME),
            text_lines(text, starts[2] - starts[1] - _GUTTER, BODY),
            text_lines(blanks, width - starts[2], NAME),
        )
        blocks.append(
            Block(tuple(Placed(x, cell) for x, cell in zip(starts, cells, strict=True)), gap=5.0)
        )
    return titled(
        translate("Handout", "DEFINITIONS"),
        width,
        blocks,
        [(starts[2], translate("Handout", "THE BLANKS"))],
    )


def _quiz(workshop: Workshop, width: float) -> Section:
    quiz = workshop.quiz
    blocks = [Block((Placed(0.0, text_lines(quiz.question, width, TEXT)),))]
    blocks += [
        Block(
            (
                Placed(0.0, [TextLine(translate("Handout", "{0} %").format(one.percent), NAME)]),
                Placed(_REASON, text_lines(one.text, width - _REASON, BODY)),
            ),
            gap=3.0,
        )
        for one in sorted(quiz.reasons, key=lambda one: one.percent)
    ]
    blocks.append(Block((Placed(0.0, text_lines(quiz.note, width, SMALL)),), gap=6.0))
    return titled(translate("Handout", "THE QUIZ, WITH ITS ANSWERS"), width, blocks)
