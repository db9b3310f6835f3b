from datetime import timedelta

import pytest

from motwall.model import question_bank
from motwall.model.belongings import answers_of, latest_answer, questions_of
from motwall.model.edits.fields import write
from motwall.model.edits.questions import (
    Said,
    add_question,
    answer_as_seen,
    answer_question,
    delete_question,
    move_question,
    pull_questions,
)
from motwall.model.patch import Patch
from motwall.model.question_bank import BankQuestion
from motwall.model.records import (
    Answer,
    AnswerKind,
    Choice,
    Observation,
    ObservationKind,
    Question,
    Viewpoint,
)
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    an_id,
    answer,
    moment,
    new_ids,
    observation,
    question,
    session,
    store_with,
)

NOTE = moment("a")


def do(store: Store, patch: Patch) -> str:
    store.check(patch)
    store.apply(patch)
    return str(patch.label)


def asked(store: Store) -> list[str]:
    return [one.text for one in questions_of(store, NOTE.id)]


def test_questions_of_ones_own() -> None:
    store = store_with(NOTE)
    do(store, add_question(store, NOTE.id, "Is it\twarm?", an_id(1)))
    do(store, add_question(store, NOTE.id, "Why?", an_id(2), AnswerKind.WORDS, "heat\n"))
    assert asked(store) == ["Is it warm?", "Why?"]
    assert [one.area for one in questions_of(store, NOTE.id)] == ["", "heat "]
    assert add_question(store, NOTE.id, "x" * 4001, an_id(3)).is_cut


def test_a_bank_is_pulled_in_once() -> None:
    bank = question_bank.load("phone")
    store = store_with(NOTE, question(NOTE, bank.questions[0].text.upper(), rank=5))
    patch = pull_questions(store, NOTE.id, bank.questions, new_ids())
    assert do(store, patch) == f"adding {len(bank.questions) - 1} questions"
    assert asked(store)[1:] == [one.text for one in bank.questions[1:]]
    assert {one.area for one in questions_of(store, NOTE.id)} == {"", "phone"}
    assert not pull_questions(store, NOTE.id, bank.questions, new_ids(99))
    twice = [BankQuestion("New?", AnswerKind.WORDS, "x")] * 2
    assert do(store, pull_questions(store, NOTE.id, twice, new_ids(99))) == "adding 1 question"


def test_questions_are_moved_and_deleted_with_their_answers() -> None:
    questions = [question(NOTE, str(number), rank=number) for number in (1, 2, 3)]
    store = store_with(NOTE, *questions, answer(questions[2], note="so"))
    do(store, move_question(store, questions[2].id, 0))
    assert asked(store) == ["3", "1", "2"]
    assert not move_question(store, questions[1].id, 5)
    do(store, delete_question(store, questions[2].id))
    assert asked(store) == ["1", "2"]
    assert store.all(Answer) == []


def test_answering_again_on_the_same_day_corrects() -> None:
    own, meeting, seen = question(NOTE, "Why?"), session(), observation(NOTE)
    store = store_with(NOTE, own, meeting, seen)
    assert latest_answer(store, own.id) is None
    ids = new_ids()

    def say(said: Said, day: int = 0, **where: str | None) -> None:
        when = TODAY + timedelta(days=day)
        do(store, answer_question(store, own.id, said, when, ids(), **where))

    say(Said(choice=Choice.NO))
    say(Said(choice=Choice.DONT_KNOW, note="no\tidea"))
    (one,) = answers_of(store, own.id)
    assert (one.choice, one.note, one.viewpoint) == (Choice.DONT_KNOW, "no idea", Viewpoint.TEAM)
    say(Said(choice=Choice.YES), 1)
    say(Said(choice=Choice.YES, viewpoint=Viewpoint.OWNER))
    say(Said(note="in words"), session_id=meeting.id)
    say(Said(note="seen"), observation_id=seen.id)
    assert store.count(Answer) == 5
    latest = latest_answer(store, own.id)
    assert latest is not None
    assert latest.answered_on == TODAY + timedelta(days=1)


def test_an_answer_that_says_nothing_is_taken_away() -> None:
    own = question(NOTE, "Why?")
    store = store_with(NOTE, own)
    assert not answer_question(store, own.id, Said(), TODAY, an_id(1))
    do(store, answer_question(store, own.id, Said(choice=Choice.NO), TODAY, an_id(1)))
    assert do(store, answer_question(store, own.id, Said(), TODAY, an_id(2))) == (
        "taking an answer away"
    )
    assert store.all(Answer) == []
    assert answer_question(store, own.id, Said(note="x" * 4001), TODAY, an_id(1)).is_cut


def test_an_answer_needs_a_question() -> None:
    with pytest.raises(KeyError):
        answer_question(store_with(NOTE), an_id(9), Said(choice=Choice.NO), TODAY, an_id(1))
    assert store_with(NOTE).all(Question) == []


@pytest.mark.parametrize(
    ("kind", "viewpoint"),
    [
        (ObservationKind.MYSTERY_SHOP, Viewpoint.SHOPPER),
        (ObservationKind.STAFF, Viewpoint.TEAM),
        (ObservationKind.CUSTOMER_SAID, Viewpoint.CUSTOMER),
    ],
)
def test_an_answer_from_an_observation_bears_its_day_and_viewpoint(
    kind: ObservationKind, viewpoint: Viewpoint
) -> None:
    asked_one = question(NOTE, "Warm?")
    seen = observation(NOTE, kind=kind, observed_on=TODAY - timedelta(days=3))
    store = store_with(NOTE, asked_one, seen)
    said = Said(choice=Choice.NO, note="co\tld")
    do(store, answer_as_seen(store, asked_one.id, seen.id, said, an_id(1)))
    (one,) = answers_of(store, asked_one.id)
    assert (one.answered_on, one.viewpoint) == (seen.observed_on, viewpoint)
    assert (one.choice, one.note, one.observation_id) == (Choice.NO, "co ld", seen.id)


def test_an_answer_from_an_observation_is_corrected_after_its_day_was() -> None:
    asked_one, seen = question(NOTE, "Warm?"), observation(NOTE)
    store = store_with(NOTE, asked_one, seen)
    do(store, answer_as_seen(store, asked_one.id, seen.id, Said(choice=Choice.NO), an_id(1)))
    earlier = TODAY - timedelta(days=9)
    do(store, write(store, Observation, [seen.id], "observed_on", earlier))
    said = Said(choice=Choice.YES, note="x" * 4001)
    patch = answer_as_seen(store, asked_one.id, seen.id, said, an_id(2))
    assert patch.is_cut
    do(store, patch)
    (one,) = answers_of(store, asked_one.id)
    assert (one.id, one.choice) == (an_id(1), Choice.YES)
    label = do(store, answer_as_seen(store, asked_one.id, seen.id, Said(), an_id(3)))
    assert label == "taking an answer away"
    assert not answers_of(store, asked_one.id)
    assert not answer_as_seen(store, asked_one.id, seen.id, Said(), an_id(3))
