"""Words below each other: as large as all of them fit, shortened only where they cannot."""

from collections.abc import Sequence
from typing import NamedTuple

from motwall.model.records import ActionState
from motwall.model.textfit import LINE_SPACING, UnitWidth, fit_text, wrap_text

#: Shares of the size of the text: between two blocks, and above what stands beneath a text.
_APART, _BENEATH = 0.95, 0.22
#: A heading takes so many times its size.
_HEADING = 1.5
#: From one size to the next smaller one that is tried.
_SMALLER = 0.94


class Block(NamedTuple):
    """A text, with what stands above and beneath it; both are one line in the least size.

    Attributes:
        text: The words.
        heading: What they are.
        about: More of them.
        state: How far an action is: there is a mark beside it.
        is_quiet: It only says that there is nothing.
    """

    text: str
    heading: str = ""
    about: str = ""
    state: ActionState | None = None
    is_quiet: bool = False


class SetBlock(NamedTuple):
    """A block with its place; `top` in px from the top of all."""

    block: Block
    top: float
    lines: tuple[str, ...]


class Column(NamedTuple):
    """Blocks that are set.

    Attributes:
        size: Of the texts' font.
        least: Of the font of headings and of what stands beneath.
        blocks: From the top.
        height: Of all.
    """

    size: float
    least: float
    blocks: tuple[SetBlock, ...]
    height: float

    def text_top(self, one: SetBlock) -> float:
        """Where the text of a block begins."""
        return one.top + (self.least * _HEADING if one.block.heading else 0.0)

    def about_top(self, one: SetBlock) -> float:
        """Where begins what stands beneath its text."""
        lines = len(one.lines) * self.size * LINE_SPACING
        return self.text_top(one) + lines + self.size * _BENEATH


def set_blocks(
    blocks: Sequence[Block],
    width: float,
    height: float,
    sizes: tuple[float, float],
    unit_width: UnitWidth,
) -> Column:
    """Set blocks in one size.

    Args:
        blocks: What is to be read.
        width: Of the column, px.
        height: The same.
        sizes: The least and the largest size of a font, px.
        unit_width: The width of a text at size 1.
    """
    least, size = sizes
    while size > least:
        lines = [tuple(wrap_text(one.text, width, size, unit_width)) for one in blocks]
        column = _placed(blocks, lines, size, least)
        if column.height <= height:
            return column
        size *= _SMALLER
    lines = [tuple(wrap_text(one.text, width, least, unit_width)) for one in blocks]
    column = _placed(blocks, lines, least, least)
    if column.height <= height:
        return column
    over = (column.height - height) / (least * LINE_SPACING)
    kept = _shared([len(one) for one in lines], int(over) + 1)
    shortened = [
        _first_lines(one.text, width, count, least, unit_width)
        if count < len(all_lines)
        else all_lines
        for one, count, all_lines in zip(blocks, kept, lines, strict=True)
    ]
    return _placed(blocks, shortened, least, least)


def _placed(
    blocks: Sequence[Block], lines: Sequence[tuple[str, ...]], size: float, least: float
) -> Column:
    top = 0.0
    placed: list[SetBlock] = []
    for one, its_lines in zip(blocks, lines, strict=True):
        if placed:
            top += size * _APART
        placed.append(SetBlock(one, top, its_lines))
        top += least * _HEADING if one.heading else 0.0
        top += len(its_lines) * size * LINE_SPACING
        top += size * _BENEATH + least * LINE_SPACING if one.about else 0.0
    return Column(size, least, tuple(placed), top)


def _shared(counts: Sequence[int], over: int) -> list[int]:
    """Take so many lines away, always from the longest text; each keeps one."""
    left = list(counts)
    for _ in range(over):
        longest = max(range(len(left)), key=lambda place: left[place])
        left[longest] = max(1, left[longest] - 1)
    return left


def _first_lines(
    text: str, width: float, count: int, size: float, unit_width: UnitWidth
) -> tuple[str, ...]:
    # A little more than the lines need: sums of sizes are not exact.
    height = (count + 0.1) * size * LINE_SPACING
    return fit_text(text, width, height, (size,), unit_width).lines
