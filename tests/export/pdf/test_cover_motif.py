"""The notes on a cover: whatever the wall, all papers lie apart and within their area."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from motwall.export.pdf.cover_motif import Motif
from motwall.model.layout import Rect
from motwall.model.records import ContactType
from motwall.model.store import Store
from tests.export.pdf.samples import crowded, shop
from tests.factories import moment, step, store_with

AREA = Rect(36.0, 66.0, 523.0, 250.0)
SLACK = 1e-6


def stacks(depths: list[int]) -> Store:
    """A wall whose stacks are so deep."""
    steps = [step() for _ in depths]
    notes = [
        moment("x", at=here)
        for here, depth in zip(steps, depths, strict=True)
        for _ in range(depth)
    ]
    return store_with(*steps, *notes)


def overlap(one: Rect, other: Rect) -> bool:
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return across > SLACK and down > SLACK


@settings(max_examples=60, deadline=None)
@given(
    depths=st.lists(st.integers(0, 9), max_size=70),
    height=st.floats(90.0, 320.0),
    width=st.floats(300.0, 530.0),
)
def test_all_papers_lie_apart_and_within(depths: list[int], height: float, width: float) -> None:
    area = Rect(36.0, 66.0, width, height)
    lines = Motif.of(stacks(depths), is_ink_saver=True).placed(area)
    places = [place for line in lines for place, _ in line.papers]
    assert places
    for place in places:
        assert place.x >= area.x - SLACK
        assert place.right <= area.right + SLACK
        assert place.y >= area.y - SLACK
        assert place.bottom <= area.bottom + SLACK
    ordered = sorted(places, key=lambda one: one.x)
    assert not any(
        overlap(one, other)
        for number, one in enumerate(ordered)
        for other in ordered[number + 1 :]
        if other.x < one.right
    )
    assert all(one.y < other.y for one, other in pairwise(lines))


def test_every_note_of_a_wall_is_a_paper_with_its_type() -> None:
    store = shop()
    papers = [
        paper
        for line in Motif.of(store, is_ink_saver=True).placed(AREA)
        for _, paper in line.papers
    ]
    kinds = {one.id: one for one in store.all(ContactType)}
    assert len(papers) > 15
    assert all(one.contact_type in kinds.values() for one in papers)
    assert len({one.contact_type for one in papers}) > 5


def test_a_wall_without_notes_shows_where_they_will_be() -> None:
    for store in (store_with(), store_with(step(), step())):
        lines = Motif.of(store, is_ink_saver=True).placed(AREA)
        assert sum(len(line.papers) for line in lines) > 5
        assert not any(paper.is_written for line in lines for _, paper in line.papers)


def test_notes_that_are_not_sorted_yet_are_shown_too() -> None:
    store = store_with(moment("Loose"), moment("Looser", x=9.0))
    (line,) = Motif.of(store, is_ink_saver=True).placed(AREA)
    assert len(line.papers) == 2


def test_without_room_there_is_no_picture() -> None:
    assert Motif.of(crowded(200), is_ink_saver=True).placed(AREA._replace(height=9.0)) == []
    assert Motif.of(crowded(200), is_ink_saver=True).placed(AREA._replace(height=-50.0)) == []
