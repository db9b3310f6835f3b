"""Words below each other on a page: as large as all fit, shortened at last, never overlapping."""

from itertools import pairwise

import pytest

from motwall.model.screen import Millimetres
from motwall.model.textfit import ELLIPSIS, LINE_SPACING
from motwall.ui.present.blocks import Block, Column, set_blocks
from motwall.ui.present.sizes import PageSizes
from motwall.ui.room.sizes import RoomSizes

SIZES = (20.0, 36.0)


def width_of(text: str) -> float:
    return 0.5 * len(text)


def set_words(*blocks: Block, height: float = 600.0) -> Column:
    return set_blocks(blocks, 500.0, height, SIZES, width_of)


def ends(column: Column) -> list[tuple[float, float]]:
    """From where to where each block reaches."""
    found = []
    for one in column.blocks:
        bottom = column.text_top(one) + len(one.lines) * column.size * LINE_SPACING
        if one.block.about:
            bottom = column.about_top(one) + column.least * LINE_SPACING
        found.append((one.top, bottom))
    return found


def test_a_few_words_are_as_large_as_can_be() -> None:
    column = set_words(Block("We ring back.", "What we agreed", "Ben"))
    assert column.size == SIZES[1]
    assert column.blocks[0].lines == ("We ring back.",)


def test_more_words_are_smaller_and_all_there() -> None:
    text = "word " * 60
    column = set_words(Block(text.strip(), "Heading"), Block("short", about="who"))
    assert SIZES[0] < column.size < SIZES[1]
    assert " ".join(column.blocks[0].lines) == text.strip()
    assert column.height <= 600.0


@pytest.mark.parametrize("longest", [400, 4000])
def test_what_cannot_fit_is_shortened_and_overlaps_nothing(longest: int) -> None:
    blocks = (
        Block("word " * longest, "One"),
        Block("a few words", "Two", "Ben"),
        Block("letters" * 200, "Three", "Cy"),
    )
    column = set_words(*blocks)
    assert column.size == SIZES[0]
    assert column.height <= 600.0
    reached = ends(column)
    assert reached[-1][1] <= 600.0
    assert all(before[1] <= after[0] for before, after in pairwise(reached))
    assert column.blocks[0].lines[-1].endswith(ELLIPSIS)
    assert column.blocks[1].lines == ("a few words",)
    for one in column.blocks:
        assert all(width_of(line) * column.size <= 500.0 for line in one.lines)


def test_words_are_read_from_afar() -> None:
    desk = PageSizes.of(1366, 768, None)
    assert desk.least * 0.727 == pytest.approx(768 / 40)
    assert desk.usual == desk.least
    for inches in (43.0, 86.0):
        px_per_mm = (1920**2 + 1080**2) ** 0.5 / (inches * 25.4)
        room = RoomSizes(Millimetres(px_per_mm), 1920, 1080)
        sizes = PageSizes.of(1920, 1080, room)
        assert sizes.least * 0.727 >= 10.0 * px_per_mm - 1e-6
        assert sizes.usual >= sizes.least
        assert sizes.frame.width > 500
