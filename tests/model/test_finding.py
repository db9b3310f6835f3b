"""Words are found wherever they stand, in the order of the wall."""

import pytest

from motwall.model.finding import find_steps, find_words, folded
from motwall.model.records import Record
from motwall.model.store import Store
from tests.factories import action, idea, moment, stage, step, store_with


def shop() -> tuple[Store, dict[str, Record]]:
    arrive = stage("Arrivée")
    first, second, third = step(under=arrive), step("The counter", under=arrive), step()
    named = {
        "arrive": arrive,
        "first": first,
        "second": second,
        "third": third,
        "sign": moment("Sees the sign", at=first, description="Red and white"),
        "door": moment("Opens the door", at=second, merged=("Pushes it open",)),
        "till": moment("Pays", at=second),
        "hint": moment("", prompt="What is last?", at=third),
        "loose": moment("Rings: is it open?"),
    }
    till = named["till"]
    assert isinstance(till, type(named["sign"]))
    return store_with(
        *named.values(),
        idea(moment(id=till.id), "A card reader"),
        action(moment(id=till.id), "Order one, white"),
    ), named


def names(store: Store, words: str, named: dict[str, Record]) -> list[str]:
    by_id = {one.id: name for name, one in named.items()}
    return [by_id[one.record_id] for one in find_words(store, words)]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Crème  BRÛLÉE", "creme brulee"),
        ("Straße", "strasse"),
        ("A\nB\tC ", "a b c"),
        ("", ""),
        ("ﬁne", "fine"),
        ("会议", "会议"),
    ],
)
def test_case_accents_and_spaces_do_not_matter(text: str, plain: str) -> None:
    assert folded(text) == plain


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("arrivee", ["arrive"]),
        ("THE", ["sign", "second", "door"]),
        ("open", ["door", "loose"]),
        ("pushes it", ["door"]),
        ("white", ["sign", "till"]),
        ("card", ["till"]),
        ("last?", ["hint"]),
        ("nobody", []),
        ("  ", []),
    ],
)
def test_words_are_found_in_the_order_of_the_wall(words: str, found: list[str]) -> None:
    store, named = shop()
    assert names(store, words, named) == found


def test_a_title_stands_for_its_notes() -> None:
    store, named = shop()
    (stage_found,) = find_words(store, "Arriv")
    assert stage_found.moment_ids == (named["sign"].id, named["door"].id, named["till"].id)
    assert stage_found.step_id == named["first"].id
    (step_found,) = find_words(store, "counter")
    assert step_found.moment_ids == (named["door"].id, named["till"].id)
    assert step_found.step_id == named["second"].id
    (note_found,) = find_words(store, "sees")
    assert note_found.moment_ids == (named["sign"].id,)
    (loose,) = find_words(store, "rings")
    assert loose.step_id is None


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2", ["second"]),
        ("4", []),
        ("0", []),
        ("٢", ["second"]),
        ("counter", ["second"]),
        ("arr", ["first"]),
        ("", []),
        ("zzz", []),
    ],
)
def test_a_step_is_found_by_number_or_title(words: str, found: list[str]) -> None:
    store, named = shop()
    assert [one.step_id for one in find_steps(store, words)] == [named[one].id for one in found]


def test_the_step_of_that_number_comes_before_titles_that_have_it() -> None:
    first, second = step("Day 2"), step("Day 3")
    store = store_with(first, second)
    assert [one.step_id for one in find_steps(store, "2")] == [second.id, first.id]
