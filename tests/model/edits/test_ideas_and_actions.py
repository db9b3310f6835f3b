from dataclasses import replace
from datetime import date

import pytest

from motwall.model.edits.actions import (
    add_action,
    add_action_from_idea,
    delete_action,
    is_open,
    move_action,
    offered_targets,
    set_action_state,
)
from motwall.model.edits.ideas import (
    add_idea,
    add_ideas,
    delete_idea,
    place_idea,
    sift,
    turn_blocker,
)
from motwall.model.errors import BadRecord
from motwall.model.order import actions_of, ideas_of
from motwall.model.patch import Patch
from motwall.model.records import (
    ActionSize,
    ActionState,
    Cost,
    Idea,
    IdeaKind,
    Lift,
    PlannedAction,
    Rating,
    Verdict,
)
from motwall.model.store import Store
from tests.factories import TODAY, action, an_id, idea, moment, session, store_with

NOTE = moment("a", rating=Rating.MISERABLE)
LATER = date(2026, 12, 1)
WHY_NOT = IdeaKind.BLOCKER


def do(store: Store, patch: Patch) -> None:
    store.check(patch)
    store.apply(patch)


def test_ideas_are_added_below_each_other() -> None:
    meeting = session()
    store = store_with(NOTE, meeting)
    do(store, add_idea(store, NOTE.id, "first", an_id(1)))
    do(store, add_idea(store, NOTE.id, "second\tidea", an_id(2), meeting.id))
    assert [one.text for one in ideas_of(store, NOTE.id)] == ["first", "second idea"]
    assert store.get(Idea, an_id(2)).session_id == meeting.id
    assert add_idea(store, NOTE.id, "x" * 4001, an_id(3)).is_cut


def test_a_list_of_ideas_comes_below_the_others_in_its_order() -> None:
    store = store_with(NOTE, idea(NOTE, "there", rank=3000))
    patch = add_ideas(store, NOTE.id, ["b", "a"], [an_id(2), an_id(1)], None, "Ann\n")
    assert str(patch.label) == "adding 2 ideas"
    assert not patch.is_cut
    do(store, patch)
    assert [one.text for one in ideas_of(store, NOTE.id)] == ["there", "b", "a"]
    assert {one.author for one in ideas_of(store, NOTE.id)} == {"", "Ann "}
    blocker = add_ideas(store, NOTE.id, ["x" * 4001, "no"], [an_id(3), an_id(4)], None, "", WHY_NOT)
    assert blocker.is_cut
    do(store, blocker)
    assert store.get(Idea, an_id(4)).kind is WHY_NOT
    assert not add_ideas(store, NOTE.id, [], [])


def test_what_came_from_an_idea_outlives_it() -> None:
    source = idea(NOTE, "source")
    turned = idea(NOTE, "turned", from_idea_id=source.id)
    planned = action(NOTE, "do", idea_id=source.id)
    store = store_with(NOTE, source, turned, planned)
    do(store, delete_idea(store, source.id))
    assert store.all(Idea) == [replace(turned, from_idea_id=None)]
    assert store.all(PlannedAction) == [replace(planned, idea_id=None)]


def test_an_idea_has_an_author_and_a_kind() -> None:
    store = store_with(NOTE)
    patch = add_idea(store, NOTE.id, "no", an_id(1), None, "Len\t🎈", IdeaKind.BLOCKER)
    do(store, patch)
    one = store.get(Idea, an_id(1))
    assert (one.author, one.kind) == ("Len 🎈", IdeaKind.BLOCKER)
    assert add_idea(store, NOTE.id, "x", an_id(2), None, "y" * 201).is_cut


def test_a_blocker_is_turned_into_a_question_and_both_stay() -> None:
    ideas = [idea(NOTE, "first", rank=1), idea(NOTE, "no time", rank=2), idea(NOTE, "last", rank=3)]
    store = store_with(NOTE, *ideas)
    patch = turn_blocker(store, ideas[1].id, "How might we?", an_id(1), None, "Ann")
    assert str(patch.label) == "turning a blocker round"
    do(store, patch)
    assert [one.text for one in ideas_of(store, NOTE.id)] == [
        "first", "no time", "How might we?", "last",
    ]  # fmt: skip
    assert store.get(Idea, ideas[1].id).kind is IdeaKind.BLOCKER
    turned = store.get(Idea, an_id(1))
    assert (turned.kind, turned.from_idea_id, turned.author) == (
        IdeaKind.HOW_MIGHT_WE, ideas[1].id, "Ann",
    )  # fmt: skip
    do(store, turn_blocker(store, turned.id, "x" * 4001, an_id(2)))
    assert store.get(Idea, turned.id) == turned


def test_sifting_and_bringing_back() -> None:
    ideas = [idea(NOTE, "1"), idea(NOTE, "2")]
    store = store_with(NOTE, *ideas)
    ids = [one.id for one in ideas]
    patch = sift(store, ids, Verdict.PARKED)
    assert str(patch.label) == "sifting 2 ideas"
    do(store, patch)
    patch = sift(store, [ids[0], ids[0]], Verdict.OPEN)
    assert str(patch.label) == "bringing 1 idea back"
    do(store, patch)
    assert [store.get(Idea, one).verdict for one in ids] == [Verdict.OPEN, Verdict.PARKED]


def test_an_idea_is_placed_on_the_picture_and_taken_off() -> None:
    own, parked = idea(NOTE, "1"), idea(NOTE, "2", verdict=Verdict.PARKED)
    store = store_with(NOTE, own, parked)
    do(store, place_idea(store, own.id, Cost.LOW, None))
    assert store.get(Idea, own.id).verdict is Verdict.OPEN, "it does not lie there yet"
    do(store, place_idea(store, own.id, Cost.LOW, Lift.BIG))
    has_merit = replace(own, verdict=Verdict.MERIT)
    assert store.get(Idea, own.id) == replace(has_merit, cost=Cost.LOW, lift=Lift.BIG)
    do(store, place_idea(store, own.id, None, None))
    assert store.get(Idea, own.id) == has_merit
    do(store, place_idea(store, parked.id, Cost.LOW, Lift.BIG))
    assert store.get(Idea, parked.id).verdict is Verdict.PARKED


@pytest.mark.parametrize(
    ("rating", "target"),
    [
        (None, None),
        (Rating.MISERABLE, Rating.NEUTRAL),
        (Rating.NEUTRAL, Rating.MAGICAL),
        (Rating.MAGICAL, Rating.MAGICAL),
    ],
)
def test_an_idea_becomes_an_action_that_is_filled_in(
    rating: Rating | None, target: Rating | None
) -> None:
    note = replace(NOTE, rating=rating)
    own = idea(note, "a sign", verdict=Verdict.PARKED)
    store = store_with(note, own)
    do(store, add_action_from_idea(store, own.id, an_id(1), owner="Ann\n🎈"))
    made = store.get(PlannedAction, an_id(1))
    assert (made.text, made.idea_id, made.from_rating, made.to_rating) == (
        "a sign", own.id, rating, target,
    )  # fmt: skip
    assert (made.owner, made.size) == ("Ann 🎈", ActionSize.S)
    assert store.get(Idea, own.id).verdict is Verdict.MERIT
    patch = add_action_from_idea(store, own.id, an_id(2), text="x" * 4001, to_rating=None)
    assert patch.is_cut


def test_five_hundred_ideas_fit_on_one_moment() -> None:
    ideas = [idea(NOTE, str(number), rank=number) for number in range(500)]
    store = store_with(NOTE, *ideas)
    do(store, turn_blocker(store, ideas[250].id, "How?", an_id(1)))
    listed = ideas_of(store, NOTE.id)
    assert len(listed) == 501
    assert [one.text for one in listed[249:253]] == ["249", "250", "How?", "251"]


def test_an_action_starts_from_the_rating_of_today() -> None:
    store = store_with(NOTE)
    do(store, add_action(store, NOTE.id, "first", an_id(1)))
    do(store, add_action(store, NOTE.id, "second", an_id(2), from_rating=None, due=LATER))
    first, second = actions_of(store, NOTE.id)
    assert (first.text, first.from_rating, first.state) == (
        "first", Rating.MISERABLE, ActionState.AGREED,
    )  # fmt: skip
    assert (second.from_rating, second.due) == (None, LATER)


def test_words_and_owner_of_an_action_are_cleaned() -> None:
    store = store_with(NOTE)
    patch = add_action(store, NOTE.id, "do\tit", an_id(1), owner="Ann\nLee" + "x" * 200)
    assert patch.is_cut
    do(store, patch)
    (made,) = actions_of(store, NOTE.id)
    assert made.text == "do it"
    assert made.owner.startswith("Ann Leex")
    assert add_action(store, NOTE.id, "x" * 4001, an_id(2), owner="Ann").is_cut
    assert not add_action(store, NOTE.id, "x", an_id(2), owner="Ann").is_cut


def test_an_action_of_nothing_or_with_impossible_details_is_refused() -> None:
    with pytest.raises(KeyError):
        add_action(store_with(), NOTE.id, "x", an_id(1))
    with pytest.raises(BadRecord):
        add_action(store_with(NOTE), NOTE.id, "x", an_id(1), due="soon")


def test_the_days_of_done_and_checked_are_kept() -> None:
    planned = action(NOTE)
    store = store_with(NOTE, planned)

    def at(state: ActionState, day: date) -> tuple[date | None, date | None]:
        do(store, set_action_state(store, planned.id, state, day))
        one = store.get(PlannedAction, planned.id)
        assert one.state is state
        return one.done_on, one.checked_on

    assert at(ActionState.DOING, TODAY) == (None, None)
    assert at(ActionState.DONE, TODAY) == (TODAY, None)
    assert at(ActionState.CHECKED, LATER) == (TODAY, LATER)
    assert at(ActionState.DONE, LATER) == (TODAY, None)
    assert at(ActionState.AGREED, LATER) == (None, None)
    assert at(ActionState.CHECKED, LATER) == (LATER, LATER)
    assert at(ActionState.DROPPED, LATER) == (None, None)


def test_deleting_an_action() -> None:
    planned = action(NOTE)
    store = store_with(NOTE, planned)
    do(store, delete_action(store, planned.id))
    assert store.all(PlannedAction) == []


def test_an_action_goes_to_another_moment() -> None:
    other = moment("b", rating=Rating.MAGICAL)
    there = action(other, "there", rank=5)
    low = action(NOTE, from_rating=Rating.MISERABLE, to_rating=Rating.NEUTRAL)
    aimless = action(NOTE, rank=2, from_rating=Rating.MISERABLE)
    high = action(NOTE, rank=3, from_rating=Rating.MISERABLE, to_rating=Rating.MAGICAL)
    done = action(NOTE, rank=4, state=ActionState.DONE, from_rating=Rating.MISERABLE)
    store = store_with(NOTE, other, there, low, aimless, high, done)
    assert not move_action(store, low.id, NOTE.id)
    moved = [low, aimless, high, done]
    for one in moved:
        do(store, move_action(store, one.id, other.id))
    assert [one.id for one in actions_of(store, other.id)] == [there.id, *(one.id for one in moved)]
    magical, miserable = Rating.MAGICAL, Rating.MISERABLE
    assert [(one.from_rating, one.to_rating) for one in actions_of(store, other.id)[1:]] == [
        (magical, magical),
        (magical, None),
        (magical, magical),
        (miserable, None),
    ]


def test_agreed_and_doing_are_open() -> None:
    open_states = {state for state in ActionState if is_open(action(NOTE, state=state))}
    assert open_states == {ActionState.AGREED, ActionState.DOING}


@pytest.mark.parametrize(
    ("rating", "targets"),
    [
        (None, (Rating.NEUTRAL, Rating.MAGICAL)),
        (Rating.MISERABLE, (Rating.NEUTRAL, Rating.MAGICAL)),
        (Rating.NEUTRAL, (Rating.MAGICAL,)),
        (Rating.MAGICAL, (Rating.MAGICAL,)),
    ],
)
def test_an_action_aims_higher(rating: Rating | None, targets: tuple[Rating, ...]) -> None:
    assert offered_targets(rating) == targets
