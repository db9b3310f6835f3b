"""Actions as rows: what, who, when, how big, how far; and rows to be filled in."""

from datetime import date
from typing import NamedTuple

from motwall.export.options import PdfOptions
from motwall.export.pdf.blanks import Blank, EmptyBox
from motwall.export.pdf.flow import Block, Cell, Placed
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.pieces import (
    BODY,
    BOX_INDENT,
    QUIET_BODY,
    Gap,
    TextLine,
    boxed_lines,
    text_lines,
)
from motwall.export.pdf.sheet import TextStyle
from motwall.i18n import translate
from motwall.model.action_list import is_overdue
from motwall.model.dates import date_words
from motwall.model.records import ActionState, PlannedAction
from motwall.model.words import state_word

_OVERDUE = TextStyle(Face.BOLD, 7.5, 10.5)
#: Of the width: where what, who, when, size and state start, and how wide their words may be.
_STARTS = (0.0, 0.5, 0.67, 0.83, 0.895)
_WIDTHS = (0.48, 0.155, 0.15, 0.05, 0.105)
_BLANK_WIDTHS = (0.48, 0.15, 0.33)
_BLANK_PITCH = 22.0


class ActionColumn(NamedTuple):
    """A column; x and width in points."""

    heading: str
    x: float
    width: float


def action_columns(width: float) -> tuple[ActionColumn, ...]:
    """The five columns of actions on a width."""
    headings = (
        translate("Handout", "ACTION"),
        translate("Handout", "WHO"),
        translate("Handout", "WHEN"),
        translate("Handout", "SIZE"),
        translate("Handout", "STATE"),
    )
    return tuple(
        ActionColumn(heading, start * width, share * width)
        for heading, start, share in zip(headings, _STARTS, _WIDTHS, strict=True)
    )


def action_pieces(
    action: PlannedAction, options: PdfOptions, columns: tuple[ActionColumn, ...]
) -> tuple[Cell, ...]:
    """An action's cells; where names are off, who does it is a line to write on."""
    style = action_style(action)
    what, who, *_ = columns
    owner: Cell = text_lines(action.owner, who.width, style)
    if not owner or not options.has_names:
        owner = [Blank(who.width, 1, pitch=style.leading)]
    return (
        boxed_lines(action.text, what.width, style, action.state),
        owner,
        when_lines(action, options.made_on),
        [TextLine(size_words(action), style)],
        [TextLine(state_word(action.state), style)],
    )


def action_style(action: PlannedAction) -> TextStyle:
    """What is dropped is quiet."""
    return QUIET_BODY if action.state is ActionState.DROPPED else BODY


def when_lines(action: PlannedAction, made_on: date) -> list[TextLine]:
    """By when, and in a word that this day has gone by."""
    if action.due is None:
        return []
    lines = [TextLine(date_words(action.due, made_on), action_style(action))]
    if is_overdue(action, made_on):
        lines.append(TextLine(translate("Handout", "overdue"), _OVERDUE))
    return lines


def size_words(action: PlannedAction) -> str:
    """Such as "S"."""
    return action.size.upper()


def blank_prompts() -> tuple[str, str, str]:
    """What is asked for in the columns of blank actions: what, who, when."""
    return (
        translate("Handout", "One small thing to do"),
        translate("Handout", "Who sees to it?"),
        translate("Handout", "By when?"),
    )


def blank_actions(width: float, count: int, field: str) -> list[Block]:
    """Actions to be filled in: a box and lines for what, who and when.

    Args:
        width: Of all columns.
        count: How many.
        field: What the names of their fields begin with, "" for none.
    """
    tips = blank_prompts()
    starts = [share * width for share in _STARTS[: len(tips)]]
    widths = [share * width for share in _BLANK_WIDTHS]
    indents = (BOX_INDENT, 0.0, 0.0)
    blocks = []
    for number in range(1, count + 1):
        names = [f"{field}-{number}-{one}" if field else "" for one in ("what", "who", "when")]
        done = f"{field}-{number}-done" if field else ""
        box = EmptyBox("", BODY, done, translate("Handout", "Done"))
        lines = (
            Placed(start + indent, [Blank(room - indent, 1, name, tip, _BLANK_PITCH)])
            for start, room, indent, name, tip in zip(
                starts, widths, indents, names, tips, strict=True
            )
        )
        gap = _BLANK_PITCH - BODY.leading - 2.0
        blocks.append(Block((Placed(0.0, [Gap(gap), box]), *lines)))
    return blocks
