"""What hands do in Room: said as taps, and only of what there is to tap."""

import pytest

from motwall.model.hints import hint
from motwall.model.phases import Phase
from motwall.model.records import Rating
from motwall.model.room_hints import room_hint
from motwall.model.store import Store
from tests.factories import contact_type, moment, store_with

PHONE = contact_type("Phone")


def wall_of(count: int, **values: object) -> Store:
    return store_with(
        PHONE, *(moment(f"note {one}", x=110.0 * one, **values) for one in range(count))
    )


@pytest.mark.parametrize("phase", list(Phase))
def test_a_blank_wall_asks_for_its_first_note(phase: Phase) -> None:
    assert room_hint(store_with(), phase) == "Tap Add note at your side and write the first one."


@pytest.mark.parametrize("phase", list(Phase))
@pytest.mark.parametrize("ticks", range(8))
def test_nobody_clicks_at_a_panel(phase: Phase, ticks: int) -> None:
    words = room_hint(wall_of(ticks + 1, is_ticked=ticks > 0), phase)
    assert words
    assert "lick" not in words
    assert len(words) <= 72, "one line beside the title"


def test_notes_and_colours() -> None:
    assert "order of time" in room_hint(wall_of(2), Phase.POST_ITS)
    assert "tap the notes it fits" in room_hint(wall_of(2), Phase.COLOUR)
    assert "has its colour" in room_hint(wall_of(2, contact_type_id=PHONE.id), Phase.COLOUR)


@pytest.mark.parametrize(
    ("ticks", "beginning"),
    [
        (0, "Tap a note to tick it."),
        (2, "Two ticked. Tap a note to tick it"),
        (5, "Five ticked."),
        (6, "Six ticks. Tap the 3 to 5"),
    ],
)
def test_ticking(ticks: int, beginning: str) -> None:
    store = store_with(
        *(moment(f"note {one}", is_ticked=True) for one in range(ticks)), moment("plain")
    )
    assert room_hint(store, Phase.PRIORITIES).startswith(beginning)


def test_what_is_chosen_is_told_as_on_desk() -> None:
    chosen = moment("chosen", is_ticked=True, shortlist_rank=1)
    store = store_with(*(moment(f"note {one}", is_ticked=True) for one in range(5)), chosen)
    assert room_hint(store, Phase.PRIORITIES) == hint(store, Phase.PRIORITIES)


def test_judging() -> None:
    assert "Tick a priority first" in room_hint(wall_of(2), Phase.ASSESS)
    assert "Tap the face" in room_hint(wall_of(3, is_ticked=True), Phase.ASSESS)
    judged = wall_of(3, is_ticked=True, rating=Rating.NEUTRAL)
    assert "is judged" in room_hint(judged, Phase.ASSESS)
