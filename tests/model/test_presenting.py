from datetime import timedelta
from itertools import pairwise

import pytest

from motwall.model.presenting import (
    AGREED_AT_ONCE,
    READING,
    ActionsSlide,
    AgreedSlide,
    ClosingSlide,
    Frame,
    LooseSlide,
    Missing,
    MissingSlide,
    PrioritySlide,
    Slide,
    WallSlide,
    ending_session,
    piece_height,
    place_of,
    slides,
    wall_slides,
)
from motwall.model.records import ActionState, Moment, Rating, Record, Step
from motwall.model.wall_layout import NOTE_HEIGHT
from tests.factories import NOON, TODAY, action, moment, row, session, step, store_with

MONTH = timedelta(weeks=4)


def kinds(shown: list[Slide]) -> list[str]:
    return [one.key.split(":")[0] for one in shown]


def of_kind(shown: list[Slide], kind: type) -> list:  # type: ignore[type-arg] # of that kind
    return [one for one in shown if isinstance(one, kind)]


def column(count: int, rank: int) -> list[Record]:
    place = step(rank=rank)
    return [place, *(moment(f"{rank}.{each}", at=place) for each in range(count))]


def test_an_empty_wall_is_one_sentence() -> None:
    (shown,) = slides(store_with(), TODAY)
    assert isinstance(shown, MissingSlide)
    assert shown.missing is Missing.NOTES


def test_a_wall_without_priorities_is_shown_with_one_sentence() -> None:
    place = step()
    loose = moment("loose")
    shown = slides(store_with(place, moment("a", at=place), loose), TODAY)
    assert kinds(shown) == ["wall", "loose", "missing"]
    (missing,) = of_kind(shown, MissingSlide)
    assert missing.missing is Missing.PRIORITIES


def test_too_many_ticks_ask_for_a_choice() -> None:
    shown = slides(store_with(*(moment(str(one), is_ticked=True) for one in range(6))), TODAY)
    (missing,) = of_kind(shown, MissingSlide)
    assert missing.missing is Missing.CHOICE


def test_a_priority_goes_from_its_face_to_the_best_aimed_at() -> None:
    poor = moment("poor", is_ticked=True, shortlist_rank=1, rating=Rating.MISERABLE)
    reached = moment("reached", is_ticked=True, shortlist_rank=2, rating=Rating.MAGICAL)
    unrated = moment("unrated", is_ticked=True, shortlist_rank=3)
    plain = moment("plain", is_ticked=True, shortlist_rank=4, rating=Rating.NEUTRAL)
    records = [
        action(poor, "one", to_rating=Rating.NEUTRAL, rank=1),
        action(poor, "two", to_rating=Rating.MAGICAL, rank=2),
        action(reached, to_rating=Rating.MAGICAL),
        action(unrated, to_rating=Rating.NEUTRAL),
    ]
    shown = slides(store_with(poor, reached, unrated, plain, *records), TODAY)
    found = of_kind(shown, PrioritySlide)
    assert [one.target for one in found] == [Rating.MAGICAL, None, Rating.NEUTRAL, None]
    assert [(one.number, one.count) for one in found] == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_the_first_steps_to_do_are_shown_and_the_others_counted() -> None:
    note = moment("a", is_ticked=True)
    steps = [
        action(note, "done", rank=1, state=ActionState.DONE),
        action(note, "dropped", rank=2, state=ActionState.DROPPED),
        action(note, "first", rank=3),
        action(note, "second", rank=4, state=ActionState.DOING),
    ]
    (shown,) = of_kind(slides(store_with(note, *steps), TODAY), PrioritySlide)
    assert [one.text for one in shown.actions] == ["first", "second"]
    assert shown.more == 1


def test_a_later_session_begins_with_what_was_agreed() -> None:
    note = moment("a", is_ticked=True)
    before = session(held_on=TODAY - MONTH, opened_at=NOON - MONTH, closed_at=NOON - MONTH,
                     agreement="We ring back.")  # fmt: skip
    agreed = [
        action(note, str(each), rank=each, session_id=before.id)
        for each in range(1, AGREED_AT_ONCE + 2)
    ]
    now = session(held_on=TODAY, opened_at=NOON, take_away="Small steps")
    store = store_with(note, before, *agreed, now)
    shown = slides(store, TODAY)
    first_pages = ["agreed", "agreed", "loose", "priority"]
    assert kinds(shown) == [*first_pages, "closing", "actions", "actions"]
    ended = slides(store_with(note, before, *agreed), TODAY)
    assert kinds(ended) == first_pages, "what the first pages say is not said twice"
    first, second = of_kind(shown, AgreedSlide)
    assert (first.is_first, second.is_first) == (True, False)
    assert [len(first.actions), len(second.actions)] == [AGREED_AT_ONCE, 1]
    assert first.session == before
    assert ending_session(store_with(before, now), TODAY) == now


def test_a_session_ends_the_pages_on_its_day_and_begins_them_from_the_next() -> None:
    ended = session(held_on=TODAY, opened_at=NOON, closed_at=NOON, agreement="We ring back.")
    store = store_with(moment("a", is_ticked=True), ended)
    assert kinds(slides(store, TODAY)) == ["loose", "priority", "closing"]
    assert ending_session(store, TODAY) == ended
    later = slides(store, TODAY + timedelta(days=1))
    assert kinds(later) == ["agreed", "loose", "priority"]
    assert ending_session(store, TODAY + timedelta(days=1)) is None


def test_a_session_with_nothing_to_say_has_no_page() -> None:
    note = moment("a", is_ticked=True)
    before = session(held_on=TODAY - MONTH, opened_at=NOON - MONTH, closed_at=NOON - MONTH)
    now = session(held_on=TODAY, opened_at=NOON)
    assert kinds(slides(store_with(note, before, now), TODAY)) == ["loose", "priority"]
    day = session(held_on=TODAY, opened_at=NOON, next_on=TODAY + MONTH)
    (last,) = of_kind(slides(store_with(note, day), TODAY), ClosingSlide)
    assert last.session == day


@pytest.mark.parametrize("depth", [1, 3])
def test_a_wall_wider_than_the_screen_breaks_between_steps(depth: int) -> None:
    records = [one for rank in range(1, 41) for one in column(depth, rank)]
    store = store_with(*records)
    shown = [one for one in wall_slides(store, READING) if isinstance(one, WallSlide)]
    assert len(shown) > 1
    seen: list[str] = []
    for one in shown:
        assert one.height <= READING.height
        assert one.width <= READING.width
        assert one.extent == shown[0].extent
        for part in (part for piece in one.pieces for part in piece):
            whole = [
                key
                for key, rect in one.layout.notes.items()
                if part.y <= rect.y and rect.bottom <= part.bottom
            ]
            touched = [
                key
                for key, rect in one.layout.notes.items()
                if part.y < rect.bottom and rect.y < part.bottom
            ]
            assert whole == touched
            seen += whole
    assert sorted(seen) == sorted(one.id for one in records if isinstance(one, Moment))


def test_a_stack_higher_than_the_screen_goes_on_between_its_notes() -> None:
    below = row("Branch", rank=1)
    place = step(rank=1)
    deep = [moment(str(each), at=place) for each in range(9)]
    others = [moment(f"b{each}", at=place, into=below) for each in range(2)]
    store = store_with(place, below, *deep, *others)
    frame = Frame(400.0, 300.0)
    shown = [one for one in wall_slides(store, frame) if isinstance(one, WallSlide)]
    assert len(shown) > 3
    tops = []
    for one in shown:
        ((head, notes, foot),) = one.pieces
        assert piece_height((head, notes, foot)) <= frame.height
        assert head.y == 0.0
        tops.append((notes.y, notes.bottom))
    assert all(before[1] == after[0] for before, after in pairwise(tops))
    rects = shown[0].layout.notes.values()
    for _, bottom in tops:
        assert not any(rect.y < bottom < rect.bottom for rect in rects)
    assert sum(bottom - top for top, bottom in tops) >= 11 * NOTE_HEIGHT


def test_a_small_wall_is_shown_as_large_as_all_of_it_fits() -> None:
    few = store_with(*column(1, 1), *column(1, 2))
    (shown,) = wall_slides(few, READING)
    assert isinstance(shown, WallSlide)
    assert shown.width <= READING.width / 1.6
    long = store_with(*(one for rank in range(1, 7) for one in column(3, rank)))
    assert len(wall_slides(long, READING)) == 1


def test_a_wall_is_one_page_as_long_as_its_notes_can_be_read() -> None:
    store = store_with(*(one for rank in range(1, 10) for one in column(3, rank)))
    assert len(wall_slides(store, READING)) > 1
    (shown,) = wall_slides(store, READING._replace(smallest=0.6))
    assert isinstance(shown, WallSlide)
    assert READING.width < shown.width <= READING.width / 0.6
    wider = store_with(*(one for rank in range(1, 41) for one in column(3, rank)))
    assert wall_slides(wider, READING._replace(smallest=0.6)) == wall_slides(wider, READING)


def test_the_last_page_says_who_does_what_by_when() -> None:
    note = moment("a", is_ticked=True)
    days = [TODAY + MONTH, None, TODAY]
    steps = [action(note, str(rank), rank=rank, due=due) for rank, due in enumerate(days, 1)]
    done = action(note, "done", rank=4, state=ActionState.DONE)
    *_, last = slides(store_with(note, *steps, done), TODAY)
    assert isinstance(last, ActionsSlide)
    assert [one.text for one in last.actions] == ["3", "1", "2"]


def test_loose_notes_are_laid_side_by_side() -> None:
    shown = wall_slides(
        store_with(*(moment(str(each), x=float(each)) for each in range(30))), READING
    )
    loose = [one for one in shown if isinstance(one, LooseSlide)]
    assert [len(one.notes) for one in loose] == [24, 6]
    for one in loose:
        rects = [rect for _, rect in one.notes]
        assert all(rect.right <= READING.width for rect in rects)
        assert all(rect.bottom <= READING.height for rect in rects)
        assert len({(rect.x, rect.y) for rect in rects}) == len(rects)


def test_the_page_that_is_shown_is_found_again() -> None:
    notes = [moment(str(each), is_ticked=True, shortlist_rank=each) for each in (1, 2, 3)]
    before = slides(store_with(*notes), TODAY)
    after = slides(store_with(step("new"), *notes[1:]), TODAY)
    assert [one.key for one in after].index(before[2].key) == place_of(after, before[2].key, 2)
    assert place_of(after, before[1].key, 1) == 1
    assert place_of(after, "gone", 99) == len(after) - 1


def test_a_timeline_without_notes_is_shown() -> None:
    shown = wall_slides(store_with(Step(id="a" * 32, title="Ring")), READING)
    assert [one.key for one in shown] == ["wall:0"]
