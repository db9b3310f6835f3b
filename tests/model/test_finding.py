"""Words are found wherever they stand, in the order of the wall."""

from dataclasses import replace

import pytest

from motwall.model.finding import find_moments, find_steps, find_words, folded
from motwall.model.records import (
    ActionReview,
    Answer,
    Assessment,
    Ladder,
    Measure,
    Moment,
    Observation,
    Question,
    Reading,
    Record,
    Rung,
    Session,
)
from motwall.model.store import Store
from tests.factories import TODAY, action, an_id, idea, moment, session, stage, step, store_with


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


# --- the new texts ---


def method() -> tuple[Store, Moment]:
    """A moment about which everything there is was written, beside one about which nothing was."""
    there = step()
    rings, other = moment("Rings", at=there), moment("Other", at=there)
    visit = session(held_on=TODAY, notes="Ada brought sisal", next_on=TODAY)
    asked = Question(id=an_id(1), moment_id=rings.id, text="Is quartz asked for?")
    way = Ladder(id=an_id(2), moment_id=rings.id, title="Copper way")
    wait = Measure(id=an_id(3), moment_id=rings.id, name="Basalt wait")
    planned = action(rings, "print", owner="Zoë", session_id=visit.id)
    return store_with(
        there, rings, other, visit, asked, way, wait, planned,
        replace(rings, today="granite", issue="marble", who_delivers="Yann"),
        Answer(id=an_id(4), question_id=asked.id, answered_on=TODAY, note="said flint"),
        Observation(id=an_id(5), moment_id=rings.id, observed_on=TODAY, note="saw slate"),
        Rung(id=an_id(6), ladder_id=way.id, promise="or amber back"),
        Reading(id=an_id(7), measure_id=wait.id, taken_on=TODAY, value=1.0, note="on opal day"),
        Assessment(id=an_id(8), moment_id=rings.id, rated_on=TODAY, remark="over jade"),
        ActionReview(id=an_id(9), action_id=planned.id, reviewed_on=TODAY, reason="for topaz"),
        Measure(id=an_id(10), name="Pearl of the wall"),
    ), rings  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "quartz", "copper", "basalt", "zoe", "granite", "marble", "yann", "flint", "slate",
        "amber", "opal", "jade", "topaz",
    ],
)  # fmt: skip
def test_whatever_is_written_about_a_note_leads_to_it(words: str) -> None:
    store, rings = method()
    assert [one.moment_ids for one in find_words(store, words)] == [(rings.id,)]
    assert find_moments(store, words) == {rings.id}


def test_what_a_session_wrote_down_leads_to_its_notes() -> None:
    store, rings = method()
    (found,) = find_words(store, "sisal")
    assert found.record_id == store.all(Session)[0].id
    assert found.moment_ids == (rings.id,)
    assert found.step_id is None


def test_what_is_said_of_the_whole_wall_leads_to_no_note() -> None:
    store, _ = method()
    assert find_words(store, "pearl") == []
    assert find_moments(store, " ") is None


def test_words_parted_by_line_ends_and_blanks_stand_together() -> None:
    there = step()
    store = store_with(there, moment("Takes\nthe  bag", at=there), moment("Ends\nhere", at=there))
    assert len(find_words(store, "takes the bag")) == 1
    assert len(find_words(store, "the bag here")) == 0
