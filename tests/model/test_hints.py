import pytest

from motwall.model.hints import choice_words, hint, suggested_phase
from motwall.model.phases import Phase
from motwall.model.records import Moment, Rating
from motwall.model.store import Store
from tests.factories import action, contact_type, idea, moment, store_with

PHONE = contact_type("Phone")


def notes(count: int, **values: object) -> list[Moment]:
    return [moment(f"note {number}", x=110.0 * number, **values) for number in range(count)]


def wall_of(count: int, **values: object) -> Store:
    return store_with(PHONE, *notes(count, **values))


def test_writing_notes_is_always_the_same_sentence() -> None:
    assert hint(store_with(), Phase.POST_ITS) == Phase.POST_ITS.sentence
    assert hint(wall_of(3), Phase.POST_ITS) == Phase.POST_ITS.sentence


@pytest.mark.parametrize("phase", [one for one in Phase if one is not Phase.POST_ITS])
def test_on_a_blank_wall_the_way_back_is_named(phase: Phase) -> None:
    words = hint(store_with(), phase)
    assert "Go to A" in words or "in the field below" in words


def test_colouring() -> None:
    assert "Pick a colour" in hint(wall_of(2), Phase.COLOUR)
    half = store_with(PHONE, *notes(2, contact_type_id=PHONE.id), *notes(1))
    assert hint(half, Phase.COLOUR) == "1 note without a type."
    assert "Every note" in hint(wall_of(2, contact_type_id=PHONE.id), Phase.COLOUR)


@pytest.mark.parametrize(
    ("ticks", "beginning"),
    [
        (0, "Click the notes"),
        (1, "One ticked."),
        (2, "Two ticked."),
        (3, "Three priorities, numbered in the order of time. Go on to D, or tick more"),
        (5, "Five priorities, numbered in the order of time. Go on to D, or tick more"),
        (8, "Eight ticks. Choose 3 to 5 to start with"),
        (12, "Twelve ticks."),
        (13, "13 ticks."),
    ],
)
def test_ticking(ticks: int, beginning: str) -> None:
    store = store_with(*notes(ticks, is_ticked=True), moment("plain"))
    assert hint(store, Phase.PRIORITIES).startswith(beginning)


@pytest.mark.parametrize(("ticks", "number"), [(6, "Six"), (8, "Eight"), (13, "13")])
def test_what_a_click_means_above_five_ticks(ticks: int, number: str) -> None:
    assert choice_words(wall_of(ticks, is_ticked=True)) == (
        f"{number} are ticked. Choose the 3 to 5 to start with. The small circle takes a tick away."
    )


@pytest.mark.parametrize(
    ("chosen", "beginning"),
    [(2, "Two chosen of 8 ticks."), (3, "Three priorities chosen."), (5, "Five priorities chosen")],
)
def test_choosing(chosen: int, beginning: str) -> None:
    picked = [moment(str(n), is_ticked=True, shortlist_rank=n + 1) for n in range(chosen)]
    store = store_with(*notes(8 - chosen, is_ticked=True), *picked)
    assert hint(store, Phase.PRIORITIES).startswith(beginning)


def test_assessing() -> None:
    assert "Tick a priority first" in hint(wall_of(2), Phase.ASSESS)
    assert hint(wall_of(3, is_ticked=True), Phase.ASSESS) == Phase.ASSESS.sentence
    judged = wall_of(3, is_ticked=True, rating=Rating.NEUTRAL)
    assert "Every priority is judged" in hint(judged, Phase.ASSESS)


def test_improving() -> None:
    note = moment("a")
    assert "Every idea counts" in hint(store_with(note), Phase.IDEAS_AND_ACTIONS)
    with_idea = store_with(note, idea(note, "x"))
    assert "No action yet" in hint(with_idea, Phase.IDEAS_AND_ACTIONS)
    with_action = store_with(note, action(note, "x"))
    assert hint(with_action, Phase.IDEAS_AND_ACTIONS) == Phase.IDEAS_AND_ACTIONS.sentence


def test_a_wall_opens_in_the_latest_phase_begun() -> None:
    note = moment("a")
    assert suggested_phase(store_with()) is Phase.POST_ITS
    assert suggested_phase(store_with(note)) is Phase.POST_ITS
    assert suggested_phase(wall_of(1, contact_type_id=PHONE.id)) is Phase.COLOUR
    prompt = moment("", prompt="The door", contact_type_id=PHONE.id)
    assert suggested_phase(store_with(PHONE, prompt)) is Phase.POST_ITS
    assert suggested_phase(wall_of(1, is_ticked=True)) is Phase.PRIORITIES
    assert suggested_phase(wall_of(1, rating=Rating.NEUTRAL)) is Phase.ASSESS
    assert suggested_phase(store_with(note, idea(note))) is Phase.IDEAS_AND_ACTIONS
    assert suggested_phase(store_with(note, action(note))) is Phase.IDEAS_AND_ACTIONS
