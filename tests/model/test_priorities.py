from motwall.model.edits.fields import write
from motwall.model.edits.marks import shortlist, tick, unshortlist
from motwall.model.patch import Change, Patch
from motwall.model.priorities import (
    FEWEST,
    MOST,
    brought_choice,
    in_form_order,
    must_choose,
    priorities,
    shortlisted,
    ticked,
    to_assess,
)
from motwall.model.records import Moment
from motwall.model.store import Store
from tests.factories import moment, step, store_with, texts


def ticked_notes(count: int) -> list[Moment]:
    return [moment(str(number), is_ticked=True, x=110.0 * number) for number in range(count)]


def test_the_numbers_are_those_of_the_method() -> None:
    assert (FEWEST, MOST) == (3, 5)


def test_nothing_is_ticked() -> None:
    store = store_with(moment("a"))
    assert priorities(store) == []
    assert not must_choose(store)


def test_up_to_five_ticks_are_the_priorities_in_the_order_of_the_wall() -> None:
    place = step()
    loose, placed = moment("loose", is_ticked=True), moment("placed", at=place, is_ticked=True)
    store = store_with(place, loose, placed, moment("plain"))
    assert texts(priorities(store)) == texts(ticked(store)) == ["placed", "loose"]
    assert not must_choose(store_with(*ticked_notes(5)))
    assert len(priorities(store_with(*ticked_notes(5)))) == 5


def test_above_five_the_room_has_to_choose() -> None:
    store = store_with(*ticked_notes(6))
    assert must_choose(store)
    assert priorities(store) == []
    assert len(ticked(store)) == 6


def brings(store: Store, patch: Patch) -> bool:
    """Take a patch, and ask whether it brought the choice."""
    store.apply(patch)
    return brought_choice(store, patch)


def test_the_choice_comes_with_the_tick_that_makes_it_more_than_five() -> None:
    plain = [moment(f"plain {number}") for number in range(2)]
    first = ticked_notes(1)[0]
    store = store_with(first, *ticked_notes(3), *plain, step())
    assert not brings(store, tick(store, [plain[0].id], is_ticked=True))
    more = [moment("fifth"), moment("sixth")]
    store.apply(Patch.of(Change(None, one) for one in more))
    assert brings(store, tick(store, [one.id for one in more], is_ticked=True))
    assert not brings(store, tick(store, [plain[1].id], is_ticked=True)), "it is there already"
    assert not brings(store, write(store, Moment, [first.id], "text", "other words"))
    assert not brings(store, shortlist(store, first.id))
    assert not brings(store, unshortlist(store, [first.id])), "no tick came"


def test_no_choice_comes_where_one_is_made() -> None:
    chosen = moment("chosen", is_ticked=True, shortlist_rank=1)
    plain = moment("plain")
    store = store_with(chosen, *ticked_notes(4), plain)
    assert not brings(store, tick(store, [plain.id], is_ticked=True))


def test_the_shortlist_comes_in_the_order_of_choosing() -> None:
    second = moment("second", is_ticked=True, shortlist_rank=2)
    first = moment("first", is_ticked=True, shortlist_rank=1)
    store = store_with(*ticked_notes(6), second, first)
    assert texts(shortlisted(store)) == texts(priorities(store)) == ["first", "second"]
    assert not must_choose(store)


def test_the_form_lists_priorities_first_then_the_wall() -> None:
    one, two = step(), step()
    notes = [moment("loose"), moment("late", at=two), moment("early", at=one)]
    first = moment("first", at=two, is_ticked=True)
    store = store_with(one, two, *notes, first)
    assert texts(in_form_order(store)) == ["first", "early", "late", "loose"]


def test_while_none_is_chosen_all_the_ticked_are_judged() -> None:
    notes = ticked_notes(MOST + 2)
    store = store_with(*notes, moment("plain"))
    assert to_assess(store) == notes
    patch = shortlist(store, notes[3].id)
    store.apply(patch)
    assert texts(to_assess(store)) == ["3"]
    assert to_assess(store_with(moment("plain"))) == []
