"""The page that stands in for priorities nobody has chosen yet: how to choose them."""

from motwall.export.options import PdfOptions
from motwall.export.pdf.blanks import Blank
from motwall.export.pdf.flow import TEXT, Block, Placed, Section, titled
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.pieces import Gap, Piece, TextLine, text_lines
from motwall.export.pdf.sheet import TextStyle
from motwall.i18n import translate
from motwall.model.priorities import MOST, must_choose
from motwall.model.store import Store

_LEAD = TextStyle(Face.BOLD, 15.0, 19.0)
_NUMBER = TextStyle(Face.BOLD, 10.0, 13.5)
_INDENT = 22.0
_PITCH = 30.0


def choosing_sections(store: Store, options: PdfOptions, width: float) -> list[Section]:
    """How to choose, and lines for what was chosen."""
    lead = translate("Handout", "Nothing is chosen yet")
    if must_choose(store):
        lead = translate("Handout", "More than five are ticked: choose three to five of them")
    steps = (
        translate(
            "Handout",
            "Walk along the wall as a customer would, from the first note to the last.",
        ),
        translate("Handout", "Tick the moments that make people come back, or stay away."),
        translate(
            "Handout",
            "Of all that are ticked, pick the three to five to begin with and put them in order. "
            "The others keep their ticks for another time.",
        ),
        translate("Handout", "Print this again: each of them gets a page of its own."),
    )
    said = Section(
        (
            Block((Placed(0.0, [*text_lines(lead, width, _LEAD), Gap(4.0)]),)),
            *(_step(number, words, width) for number, words in enumerate(steps, start=1)),
        )
    )
    lines = [_line(number, options, width) for number in range(1, MOST + 1)]
    return [said, titled(translate("Handout", "OUR PRIORITIES"), width, lines)]


def _step(number: int, words: str, width: float) -> Block:
    lines: list[Piece] = [*text_lines(words, width - _INDENT, TEXT)]
    return Block((Placed(0.0, [TextLine(f"{number}.", _NUMBER)]), Placed(_INDENT, lines)), gap=7.0)


def _line(number: int, options: PdfOptions, width: float) -> Block:
    field = f"priority-{number}-chosen" if options.is_fillable else ""
    tip = translate("Handout", "Priority {0}").format(number)
    before = _PITCH - _NUMBER.leading - 2.0
    cells = (
        Placed(0.0, [Gap(before), TextLine(f"{number}.", _NUMBER)]),
        Placed(_INDENT, [Blank(width - _INDENT, 1, field, tip, _PITCH)]),
    )
    return Block(cells)
