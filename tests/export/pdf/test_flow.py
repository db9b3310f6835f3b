"""Sections on pages: nothing is lost, and a heading is never without what it is of."""

from hypothesis import given
from hypothesis import strategies as st

from motwall.export.pdf.flow import Block, Placed, Rule, Section, flow, titled, used
from motwall.export.pdf.pieces import Gap, TextLine

ROOM = 300.0
WIDTH = 200.0


def lines(count: int, name: str) -> Block:
    return Block((Placed(0.0, [TextLine(f"{name}-{number}") for number in range(count)]),))


def texts(block: Block) -> list[str]:
    return [one.text for cell in block.cells for one in cell.pieces if isinstance(one, TextLine)]


def is_heading(block: Block) -> bool:
    return isinstance(block.cells[0].pieces[0], Rule)


@given(st.lists(st.lists(st.integers(1, 60), min_size=1, max_size=5), min_size=1, max_size=6))
def test_all_is_there_in_order_inside_the_page_and_apart(sections: list[list[int]]) -> None:
    made = [
        titled(f"T{place}", WIDTH, [lines(n, f"{place}.{at}") for at, n in enumerate(counts)])
        for place, counts in enumerate(sections)
    ]
    head = Block((Placed(0.0, [Gap(20.0)]),))
    pages = flow(made, ROOM, head)
    placed = [text for page in pages for one in page for text in texts(one.block)]
    wanted = [text for one in made for block in one.blocks for text in texts(block)]
    assert [text for text in placed if "-" in text] == wanted
    for page in pages:
        assert used(page) <= ROOM
        bottom = 0.0
        for block, y in page:
            assert y >= bottom
            bottom = y + block.height
        assert not is_heading(page[-1].block)
    # What is no longer than a page is never cut.
    for page in pages[1:]:
        assert is_heading(page[1].block)


def test_a_block_moves_on_whole_and_its_heading_is_said_again() -> None:
    section = titled("T", WIDTH, [lines(20, "a"), lines(20, "b")])
    first, second = flow([section], ROOM)
    assert [texts(one.block) for one in first][1:] == [[f"a-{n}" for n in range(20)]]
    again, moved = second
    assert is_heading(again.block)
    assert texts(moved.block) == [f"b-{n}" for n in range(20)]


def test_what_is_side_by_side_is_cut_at_one_height() -> None:
    both = Block((Placed(0.0, lines(3, "a").cells[0].pieces), *lines(60, "b").cells))
    pages = flow([Section((both,))], ROOM)
    assert [len(page) for page in pages] == [1] * len(pages)
    kept = [[len(cell.pieces) for cell in page[0].block.cells] for page in pages]
    assert kept[0][0] == 3
    assert sum(count for _, count in kept) == 60


def test_nothing_is_one_empty_page() -> None:
    assert flow([], ROOM) == [[]]


def test_a_piece_taller_than_a_page_ends_the_search_for_one() -> None:
    tall = Block((Placed(0.0, [Gap(2 * ROOM), TextLine("a-0")]),))
    pages = flow([titled("T", WIDTH, [lines(3, "b"), tall, lines(3, "c")])], ROOM)
    placed = [text for page in pages for one in page for text in texts(one.block)]
    assert [text for text in placed if text.startswith("a")] == ["a-0"]
    assert len(pages) == 3
