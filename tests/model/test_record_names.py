"""Every record has a name of one line."""

from datetime import UTC, datetime

import pytest

from motwall.model.record_names import LONGEST, RecordNames
from motwall.model.records import RECORD_TYPES, Choice, Rating, Record
from tests.factories import (
    NOON,
    TODAY,
    action,
    agenda_item,
    answer,
    assessment,
    contact_type,
    idea,
    ladder,
    measure,
    moment,
    observation,
    picture,
    question,
    quiz_guess,
    reading,
    review,
    row,
    rung,
    session,
    stage,
    step,
    store_with,
    vote,
    vote_round,
    wall,
)

ABOUT = moment("Greeting\nat the door")
ASKED = question(ABOUT, text="Do we look up?")
CLIMBED = ladder(ABOUT, title="Faster")
COUNTED = measure(ABOUT, name="Wait", unit="min")
DONE = action(ABOUT, "Look up")
MET = session()
VOTED = vote_round(title="What matters")
NAMED: list[tuple[Record, str]] = [
    (wall(title="Shop", row_title="Regulars"), "Shop"),
    (stage("Before"), "Before"),
    (contact_type("Phone"), "Phone"),
    (contact_type("", code="EM"), "EM"),
    (step("Find us", rank=1), "1 Find us"),
    (step("", rank=2), "2"),
    (row("Online"), "Online"),
    (row(""), "Row 3"),
    (ABOUT, "Greeting at the door"),
    (moment(prompt="What next?"), "What next?"),
    (session(held_on=TODAY), "2026-11-23"),
    (session(opened_at=datetime(2026, 11, 23, tzinfo=UTC)), "No day yet"),
    (idea(ABOUT, "A bell"), "A bell"),
    (DONE, "Look up"),
    (assessment(ABOUT, Rating.NEUTRAL, rated_on=TODAY), "2026-11-23 Neutral"),
    (assessment(ABOUT, None, rated_on=TODAY), "2026-11-23"),
    (ASKED, "Do we look up?"),
    (observation(ABOUT, observed_on=TODAY), "2026-11-23 Mystery shop"),
    (answer(ASKED, note="Always"), "Always"),
    (answer(ASKED, choice=Choice.NO), "Do we look up?"),
    (CLIMBED, "Faster"),
    (rung(CLIMBED, promise="In a minute"), "In a minute"),
    (rung(CLIMBED, value=2.0), "2"),
    (picture(ABOUT), "Greeting at the door"),
    (MET, "No day yet"),
    (agenda_item(MET, "Welcome"), "Welcome"),
    (VOTED, "What matters"),
    (vote_round(opened_at=NOON), "2026-11-23"),
    (vote(VOTED, ABOUT), "Greeting at the door"),
    (quiz_guess("Nobody cared"), "Nobody cared"),
    (rung(CLIMBED), ""),
    (COUNTED, "Wait"),
    (reading(COUNTED, 2.5), "2026-11-23 2.5 min"),
    (review(DONE), "Look up"),
]


@pytest.mark.parametrize(("record", "name"), NAMED)
def test_a_record_is_called_by_what_it_says(record: Record, name: str) -> None:
    assert RecordNames(store_with(*(one for one, _ in NAMED))).name(record) == name


def test_no_type_is_left_out() -> None:
    assert {type(record) for record, _ in NAMED} == set(RECORD_TYPES.values())


def test_the_first_row_has_a_name_without_a_record() -> None:
    assert RecordNames(store_with(wall(row_title="Regulars"))).row(None) == "Regulars"


@pytest.mark.parametrize("size", [LONGEST - 1, LONGEST, LONGEST + 1, 4000])
def test_long_names_are_cut(size: int) -> None:
    told = moment("a" * size)
    name = RecordNames(store_with(told)).name(told)
    assert len(name) == min(size, LONGEST)
    assert name.endswith("…") == (size > LONGEST)
