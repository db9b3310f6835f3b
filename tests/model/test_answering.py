from datetime import timedelta

from motwall.model.answering import Tally, answer_within, other_answers, own_answer, tally
from motwall.model.records import Choice, Viewpoint
from tests.factories import TODAY, answer, moment, observation, question, store_with

NOTE = moment("a")
ASKED = question(NOTE, "Warm?")
SEEN = observation(NOTE)
EARLY = answer(ASKED, choice=Choice.NO, answered_on=TODAY - timedelta(days=30))
LATE = answer(ASKED, choice=Choice.YES)
OWNERS = answer(ASKED, choice=Choice.NO, viewpoint=Viewpoint.OWNER)
SHOPPED = answer(ASKED, choice=Choice.DONT_KNOW, observation_id=SEEN.id)


def test_nothing_is_answered_at_first() -> None:
    store = store_with(NOTE, ASKED)
    assert own_answer(store, ASKED.id) is None
    assert other_answers(store, ASKED.id) == []
    assert answer_within(store, ASKED.id, SEEN.id) is None
    assert tally(store, [NOTE.id]) == Tally(1)
    assert tally(store, [NOTE.id]).answered == 0


def test_the_teams_latest_answer_stands_first() -> None:
    store = store_with(NOTE, ASKED, SEEN, EARLY, LATE, OWNERS, SHOPPED)
    assert own_answer(store, ASKED.id) == LATE
    assert {one.id for one in other_answers(store, ASKED.id)} == {EARLY.id, OWNERS.id, SHOPPED.id}
    assert other_answers(store, ASKED.id)[-1] == EARLY
    assert answer_within(store, ASKED.id, SEEN.id) == SHOPPED


def test_what_was_only_seen_is_not_the_teams() -> None:
    store = store_with(NOTE, ASKED, SEEN, SHOPPED)
    assert own_answer(store, ASKED.id) is None
    assert other_answers(store, ASKED.id) == [SHOPPED]


def test_how_questions_stand() -> None:
    others = [question(NOTE, one) for one in ("Fast?", "Why?", "Kind?")]
    said = [answer(others[0], choice=Choice.NO), answer(others[1], choice=None, note="so")]
    said.append(answer(others[2], choice=Choice.DONT_KNOW))
    store = store_with(NOTE, ASKED, *others, EARLY, LATE, *said)
    stand = tally(store, [NOTE.id])
    assert stand == Tally(asked=4, yes=1, no=1, dont_know=1, in_words=1)
    assert stand.answered == 4
