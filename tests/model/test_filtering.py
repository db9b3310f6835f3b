from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from motwall.model.filtering import (
    HAS_ACTIONS,
    NO_TYPE,
    PRIORITY,
    TICKED,
    UNRATED,
    Filter,
    Group,
    Trait,
    about_actions,
    all_traits,
    filter_words,
    survey,
    trait_word,
)
from motwall.model.note_look import priority_numbers
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, PlannedAction, Rating
from motwall.model.store import Store
from tests.factories import action, contact_type, moment, store_with
from tests.strategies import few_examples, walls

PHONE, EMAIL = contact_type("Phone", "PH"), contact_type("", "EM", rank=1)
IS_PHONE, IS_EMAIL = Trait(Group.TYPE, PHONE.id), Trait(Group.TYPE, EMAIL.id)
MISERABLE, MAGICAL = Trait(Group.RATING, "miserable"), Trait(Group.RATING, "magical")


def shop() -> Store:
    rings = moment("rings", contact_type_id=PHONE.id, rating=Rating.MISERABLE, is_ticked=True)
    asks = moment("asks", contact_type_id=PHONE.id, is_ticked=True, shortlist_rank=1)
    writes = moment("writes", contact_type_id=EMAIL.id, rating=Rating.MISERABLE)
    comes = moment("comes", rating=Rating.MAGICAL)
    return store_with(PHONE, EMAIL, rings, asks, writes, comes, action(rings, "a"))


def found(store: Store, *traits: Trait) -> set[str]:
    """The texts of the notes that match."""
    wanted, numbers = Filter(frozenset(traits)), priority_numbers(store)
    return {one.text for one in store.all(Moment) if wanted.matches(store, one, numbers)}


def words(store: Store, *traits: Trait) -> str:
    wanted = Filter(frozenset(traits))
    return filter_words(store, wanted, survey(store, wanted, priority_numbers(store)))


def test_one_trait_finds_its_notes() -> None:
    store = shop()
    assert found(store, IS_PHONE) == {"rings", "asks"}
    assert found(store, NO_TYPE) == {"comes"}
    assert found(store, MISERABLE) == {"rings", "writes"}
    assert found(store, UNRATED) == {"asks"}
    assert found(store, TICKED) == {"rings", "asks"}
    assert found(store, PRIORITY) == {"asks"}
    assert found(store, HAS_ACTIONS) == {"rings"}


def test_traits_of_a_group_widen_and_groups_narrow() -> None:
    store = shop()
    assert found(store, IS_PHONE, IS_EMAIL) == {"rings", "asks", "writes"}
    assert found(store, IS_PHONE, IS_EMAIL, MISERABLE) == {"rings", "writes"}
    assert found(store, IS_PHONE, IS_EMAIL, MISERABLE, MAGICAL, HAS_ACTIONS) == {"rings"}
    assert found(store, NO_TYPE, MISERABLE) == set()


def test_a_filter_for_nothing_finds_all_and_fades_none() -> None:
    store = shop()
    assert not Filter()
    assert len(found(store)) == 4
    assert not any(Filter().fades(store, one, {}) for one in store.all(Moment))


def test_what_does_not_match_fades_unless_it_is_spared() -> None:
    store = shop()
    numbers = priority_numbers(store)
    asks = next(one for one in store.all(Moment) if one.text == "asks")
    wanted = Filter().toggled(MISERABLE)
    faded = {one.text for one in store.all(Moment) if wanted.fades(store, one, numbers)}
    assert faded == {"asks", "comes"}
    spared = wanted.sparing(asks.id)
    assert not spared.fades(store, asks, numbers)
    assert not spared.matches(store, asks, numbers)
    assert Filter().sparing(asks.id) == Filter()


def test_toggling_switches_on_and_off_and_spares_nobody_longer() -> None:
    wanted = Filter().toggled(TICKED).sparing("a")
    assert wanted.toggled(PRIORITY) == Filter(frozenset({TICKED, PRIORITY}))
    assert wanted.toggled(TICKED) == Filter()


def test_a_type_that_is_gone_is_looked_for_no_longer() -> None:
    wanted = Filter(frozenset({IS_PHONE, IS_EMAIL, NO_TYPE, MISERABLE}))
    assert wanted.without_gone(store_with(PHONE)).traits == {IS_PHONE, NO_TYPE, MISERABLE}
    assert wanted.without_gone(shop()) == wanted


def test_counts_say_how_many_notes_have_a_trait() -> None:
    store = shop()
    seen = survey(store, Filter(), priority_numbers(store))
    assert (seen.found, seen.total) == (4, 4)
    assert seen.counts == {
        IS_PHONE: 2,
        IS_EMAIL: 1,
        NO_TYPE: 1,
        MISERABLE: 2,
        MAGICAL: 1,
        UNRATED: 1,
        TICKED: 2,
        PRIORITY: 1,
        HAS_ACTIONS: 1,
    }


def test_actions_that_come_or_go_concern_their_moments() -> None:
    rings, asks = moment("rings"), moment("asks")
    old, new = action(rings, "a"), action(asks, "b")
    moved = replace(old, moment_id=asks.id)
    assert about_actions(Patch.of([Change(old, None)])) == {rings.id}
    assert about_actions(Patch.of([Change(old, moved), Change(None, new)])) == {rings.id, asks.id}
    assert about_actions(Patch.of([Change(rings, None)])) == set()


def test_traits_are_listed_as_in_the_legend() -> None:
    store = shop()
    names = [trait_word(store, one) for one in all_traits(store)]
    assert names == [
        "Phone",
        "EM",
        "No type",
        "Magical",
        "Neutral",
        "Miserable",
        "Unrated",
        "Ticked",
        "Priorities",
        "With actions",
    ]


def test_the_words_say_what_is_shown() -> None:
    store = shop()
    assert words(store) == "All 4 notes are shown."
    assert words(store, IS_PHONE, MISERABLE) == "Phone, miserable: 1 of 4 notes"
    assert words(store, NO_TYPE, IS_PHONE) == "Phone or no type: 3 of 4 notes"
    assert words(store, IS_PHONE, IS_EMAIL) == "Phone or EM: 3 of 4 notes"
    assert words(store, TICKED) == "Ticked: 2 of 4 notes"
    assert words(store, UNRATED, TICKED, PRIORITY) == "Unrated, ticked or priorities: 1 of 4 notes"
    assert words(store_with(moment("a")), UNRATED) == "Unrated: 1 of 1 note"


@few_examples
@given(walls(), st.data())
def test_each_group_that_is_named_can_only_narrow(store: Store, data: st.DataObject) -> None:
    traits = data.draw(st.sets(st.sampled_from(all_traits(store))))
    shown = found(store, *traits)
    for group in {one.group for one in traits}:
        rest = [one for one in traits if one.group is not group]
        assert shown <= found(store, *rest)
    for one in traits:
        seen = survey(store, Filter(frozenset({one})), priority_numbers(store))
        assert seen.counts[one] == seen.found
    with_actions = {one.moment_id for one in store.all(PlannedAction)}
    assert len(found(store, HAS_ACTIONS)) == len(with_actions)
