"""What is done to named notes: one edit each, the selection as it was, and always a way back."""

from collections.abc import Callable

import pytest

from motwall.document.note_verbs import NoteVerbs
from motwall.document.selection import Selection
from motwall.model.edits.moments import add_moments, end_of_timeline
from motwall.model.edits.rows import add_row
from motwall.model.errors import DiskFull
from motwall.model.order import contact_types, stack, steps_in_order, unsorted_moments
from motwall.model.palette import MAX_TYPES, PALETTE
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Rating
from tests.document.conftest import Desk
from tests.factories import contact_type


class Bench:
    """A wall of three steps, one, two and three, with what toasts said."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.document = desk.document
        self.selection = Selection(self.document)
        self.said: list[str] = []
        self.offers: list[Callable[[], object]] = []
        self.verbs = NoteVerbs(self.document, self.selection, self.say)
        store, new_id = self.document.store, self.document.clock.new_id
        added = add_moments(store, ["one", "two", "three"], end_of_timeline(store), new_id)
        assert self.document.push(added)

    def say(self, words: str, choice: tuple[str, Callable[[], object]] | None) -> None:
        self.said.append(words)
        if choice is not None:
            self.offers.append(choice[1])

    def id_of(self, text: str) -> str:
        return next(one.id for one in self.document.store.all(Moment) if one.text == text)

    def moment(self, text: str) -> Moment:
        return self.document.store.get(Moment, self.id_of(text))

    def steps(self) -> list[list[str]]:
        store = self.document.store
        stacks = [stack(store, one.id) for one in steps_in_order(store)]
        return [[one.text for one in moments] for moments in stacks]


@pytest.fixture
def bench(desk: Desk) -> Bench:
    return Bench(desk)


def test_the_selection_stays_but_for_what_goes(bench: Bench) -> None:
    one, two = bench.id_of("one"), bench.id_of("two")
    bench.selection.set([one, two])
    assert bench.verbs.delete([two])
    assert bench.selection.ids == (one,)
    step = bench.document.history.next_undo
    assert step is not None
    assert (step.selection_before, step.selection_after) == ((one, two), (one,))
    bench.verbs.undo()
    assert bench.selection.ids == (one, two)


def test_nothing_to_delete_says_nothing(bench: Bench) -> None:
    assert not bench.verbs.delete([])
    assert bench.said == []


def test_what_could_not_be_deleted_is_not_said(bench: Bench) -> None:
    bench.desk.file.error = DiskFull(bench.desk.file.path)
    assert not bench.verbs.delete([bench.id_of("one")])
    assert not bench.verbs.to_unsorted([bench.id_of("one")])
    assert bench.verbs.duplicate([bench.id_of("one")]) == []
    assert bench.said == []


def test_a_deletion_is_taken_back_after_others_went_on(bench: Bench) -> None:
    bench.verbs.delete([bench.id_of("two")])
    bench.verbs.rate([bench.id_of("one")], Rating.MAGICAL)
    bench.offers[0]()
    assert bench.steps() == [["one"], ["two"], ["three"]]
    assert bench.moment("one").rating is Rating.MAGICAL
    assert bench.document.history.next_undo is not None
    assert str(bench.document.history.next_undo.label) == "bringing 1 note back"


def test_a_deletion_undone_by_somebody_is_not_taken_back_twice(bench: Bench) -> None:
    bench.verbs.delete([bench.id_of("two")])
    bench.document.undo()
    bench.verbs.tick([bench.id_of("one")])
    bench.offers[0]()
    assert bench.steps() == [["one"], ["two"], ["three"]]


def test_a_move_is_taken_back_unless_the_note_was_moved_on(bench: Bench) -> None:
    bench.verbs.to_new_step([bench.id_of("one")])
    assert bench.steps() == [["two"], ["three"], ["one"]]
    bench.verbs.tick([bench.id_of("three")])
    bench.offers[0]()
    assert bench.steps() == [["one"], ["two"], ["three"]]
    bench.verbs.to_unsorted([bench.id_of("two")])
    steps = steps_in_order(bench.document.store)
    bench.verbs.to_step([bench.id_of("two")], steps[-1].id)
    assert bench.steps() == [["one"], ["three", "two"]]
    bench.offers[1]()
    assert bench.moment("two").step_id == steps[-1].id, "the later move wins"
    assert len(steps_in_order(bench.document.store)) <= 3


def test_a_move_to_where_it_is_says_nothing(bench: Bench) -> None:
    bench.verbs.to_new_step([bench.id_of("three")])
    assert bench.said == []


def test_ticks_follow_each_other(bench: Bench) -> None:
    ids = [bench.id_of("one"), bench.id_of("two")]
    bench.verbs.tick(ids[:1])
    bench.verbs.tick(ids)
    assert bench.moment("one").is_ticked
    assert bench.moment("two").is_ticked
    bench.verbs.tick(ids)
    assert not bench.moment("one").is_ticked


def test_a_wall_full_of_types_takes_no_more(bench: Bench) -> None:
    types = [contact_type(f"own {number}", f"X{number:X}") for number in range(MAX_TYPES)]
    bench.document.push(Patch.of(Change(None, one) for one in types))
    assert not bench.verbs.colour_as([bench.id_of("one")], PALETTE[0])
    assert bench.moment("one").contact_type_id is None
    assert len(contact_types(bench.document.store)) == MAX_TYPES


def test_along_and_off_the_timeline(bench: Bench) -> None:
    one = [bench.id_of("one")]
    assert not bench.verbs.can_move_along(one, -1)
    assert bench.verbs.can_move_along(one, 1)
    assert bench.verbs.move_along(one, 1)
    assert bench.steps() == [["two"], ["one"], ["three"]]
    assert bench.verbs.to_unsorted(one)
    assert bench.moment("one") in unsorted_moments(bench.document.store)
    assert not bench.verbs.can_move_along(one, 1)
    assert bench.verbs.move_along(one, -1)
    assert bench.steps() == [["two"], ["three"], ["one"]]


def test_copies_are_selected_when_that_is_wanted(bench: Bench) -> None:
    one = bench.id_of("one")
    bench.selection.set([one])
    added = bench.verbs.duplicate([one], selects=True)
    step = bench.document.history.next_undo
    assert step is not None
    assert step.selection_after == tuple(added)
    bench.verbs.undo()
    assert bench.selection.ids == (one,)
    bench.verbs.redo()
    assert bench.selection.ids == tuple(added)


def test_notes_go_to_a_row_and_come_back(bench: Bench) -> None:
    row_id = bench.document.clock.new_id()
    assert bench.document.push(add_row(bench.document.store, "Online", row_id))
    one = bench.id_of("one")
    assert bench.verbs.to_row([one], row_id)
    assert bench.moment("one").row_id == row_id
    assert bench.said == ["1 note moved"]
    assert not bench.verbs.to_row([one], row_id), "it is there already"
    bench.offers[0]()
    assert bench.moment("one").row_id is None


def test_copies_in_a_row_are_taken_back_after_others_went_on(bench: Bench) -> None:
    row_id = bench.document.clock.new_id()
    assert bench.document.push(add_row(bench.document.store, "Online", row_id))
    one = bench.id_of("one")
    (copy,) = bench.verbs.copy_to_row([one], row_id, selects=False)
    assert bench.selection.ids == ()
    assert bench.document.store.get(Moment, copy).row_id == row_id
    assert bench.verbs.tick([one])
    bench.offers[0]()
    assert bench.document.store.find(Moment, copy) is None
    assert bench.moment("one").is_ticked
    assert bench.verbs.copy_to_row([one], None, selects=True) == [], "it is in that row"


def test_the_first_of_the_notes_that_mean_the_same_stays(bench: Bench) -> None:
    ids = [bench.id_of(text) for text in ("two", "one")]
    assert bench.verbs.merge(ids[:1]) is None
    assert bench.verbs.merge(ids) == bench.id_of("one")
    assert bench.moment("one").merged == ("two",)
    assert bench.selection.ids == (bench.id_of("one"),)
    bench.offers[0]()
    assert bench.steps() == [["one"], ["two"], ["three"]]


def test_a_stage_is_made_over_notes_on_the_timeline(bench: Bench) -> None:
    assert bench.verbs.to_unsorted([bench.id_of("three")])
    assert bench.verbs.name_stretch([bench.id_of("three")]) is None
    made = bench.verbs.name_stretch([bench.id_of("one"), bench.id_of("two")])
    steps = steps_in_order(bench.document.store)
    assert [one.stage_id for one in steps] == [made, made]
