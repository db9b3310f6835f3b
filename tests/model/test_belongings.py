"""What hangs on a moment goes, stays and comes along with it, whatever is done to the moment."""

from dataclasses import replace

import pytest

from motwall.model.belongings import (
    TRAVELLING,
    assessments_of,
    ladders_of,
    measures_of,
    observations_of,
    questions_of,
    readings_of,
    remarks_of,
    reviews_of,
    rungs_of,
    travelling_with,
)
from motwall.model.edits.clips import Clip, clip, clip_of, paste
from motwall.model.edits.moments import delete_moments, duplicate_moments, merge_moments
from motwall.model.edits.rows import delete_row
from motwall.model.fields import rules_of
from motwall.model.patch import Change, Patch
from motwall.model.records import (
    RECORD_TYPES,
    ActionReview,
    Answer,
    Assessment,
    Measure,
    Moment,
    Picture,
    Rating,
    Reading,
    Record,
    Vote,
)
from motwall.model.store import Store
from motwall.model.targets import UnsortedTarget
from motwall.model.voting import MOST_DOTS
from tests.factories import (
    action,
    an_id,
    answer,
    assessment,
    idea,
    ladder,
    measure,
    moment,
    new_ids,
    observation,
    picture,
    question,
    reading,
    review,
    row,
    rung,
    session,
    step,
    store_with,
    vote,
    vote_round,
    wall,
)

ROW, PLACE = row("Online"), step("s")
NOTE = moment("a", at=PLACE, into=ROW)
OTHER = moment("b", at=PLACE)
MEETING = session()
IDEA, PLANNED = idea(NOTE, "idea"), action(NOTE, "do")
RATED = assessment(NOTE, Rating.NEUTRAL, session_id=MEETING.id)
ASKED, SEEN = question(NOTE, "Why?", rank=1), observation(NOTE)
SAID = answer(ASKED, note="so", observation_id=SEEN.id, session_id=MEETING.id)
LADDER = ladder(NOTE, rank=1)
RUNG = rung(LADDER, 10.0)
MEASURE = measure(NOTE, name="Rings", rank=1)
READ = reading(MEASURE, 3.0)
PHOTO, ROUND = picture(NOTE), vote_round()
WANTED = vote(ROUND, NOTE, person=1, dots=2)
REVIEW = review(PLANNED, assessment_id=RATED.id, reading_id=READ.id, session_id=MEETING.id)
HANGING: tuple[Record, ...] = (
    IDEA, PLANNED, RATED, ASKED, SEEN, SAID, LADDER, RUNG, MEASURE, READ, REVIEW, PHOTO,
    WANTED,
)  # fmt: skip


def full() -> Store:
    return store_with(wall(), ROW, PLACE, NOTE, OTHER, MEETING, ROUND, *HANGING)


def do(store: Store, patch: Patch) -> Patch:
    store.check(patch)
    store.apply(patch)
    return patch


def kinds(records: list[Record]) -> list[str]:
    return sorted(type(one).__name__ for one in records)


def test_every_record_type_says_whether_it_travels() -> None:
    owned = {
        one
        for one in RECORD_TYPES.values()
        if {"moment_id", "question_id", "ladder_id", "measure_id", "action_id"} & set(rules_of(one))
    }
    assert owned - set(TRAVELLING) == {Assessment, ActionReview, Vote}
    assert kinds(list(HANGING)) == sorted(one.__name__ for one in owned)


def test_lists_are_in_their_order() -> None:
    store = full()
    assert questions_of(store, NOTE.id) == [ASKED]
    assert observations_of(store, NOTE.id) == [SEEN]
    assert ladders_of(store, NOTE.id) == [LADDER]
    assert rungs_of(store, LADDER.id) == [RUNG]
    assert measures_of(store, NOTE.id) == [MEASURE]
    assert readings_of(store, MEASURE.id) == [READ]
    assert assessments_of(store, NOTE.id) == [RATED]
    said = [replace(RATED, id=an_id(900 + n), remark=f"says {n}") for n in range(2)]
    assert remarks_of(Store([*store.everything(), *said]), NOTE.id) == said[::-1]
    assert reviews_of(store, PLANNED.id) == [REVIEW]


@pytest.mark.parametrize("way", ["moment", "row"])
def test_all_of_it_goes_with_the_moment_and_comes_back(way: str) -> None:
    store = full()
    before = {one.id: one for one in store.everything()}
    if way == "moment":
        patch = do(store, delete_moments(store, [NOTE.id]))
    else:
        patch = do(store, delete_row(store, ROW.id, is_with_moments=True))
    assert kinds(store.everything()) == sorted(
        ["Wall", "Step", "Moment", "Session", "VoteRound", *(["Row"] if way == "moment" else [])]
    )
    do(store, patch.inverted())
    assert {one.id: one for one in store.everything()} == before


def test_all_of_it_is_handed_over_when_notes_mean_the_same() -> None:
    store = full()
    mine = [question(OTHER, "Mine?", rank=9), measure(OTHER, name="Mine", rank=9)]
    store = Store([*store.everything(), *mine])
    do(store, merge_moments(store, [NOTE.id, OTHER.id], OTHER.id))
    assert [one.text for one in questions_of(store, OTHER.id)] == ["Mine?", "Why?"]
    assert [one.name for one in measures_of(store, OTHER.id)] == ["Mine", "Rings"]
    assert [one.id for one in ladders_of(store, OTHER.id)] == [LADDER.id]
    assert observations_of(store, OTHER.id) == [replace(SEEN, moment_id=OTHER.id)]
    assert assessments_of(store, OTHER.id) == [replace(RATED, moment_id=OTHER.id)]
    assert store.all(Answer) == [SAID]
    assert store.all(ActionReview) == [REVIEW]
    assert store.all(Picture) == [replace(PHOTO, moment_id=OTHER.id)]
    assert store.all(Vote) == [replace(WANTED, moment_id=OTHER.id)]
    assert len(store.everything()) == len(full().everything()) + len(mine) - 1


def test_dots_of_one_person_are_added_up_and_a_note_keeps_its_own_photo() -> None:
    own, beside = picture(OTHER), vote(ROUND, OTHER, person=1, dots=3)
    nobody, theirs = vote(ROUND, OTHER, person=2), moment("c", at=PLACE)
    store = Store([*full().everything(), own, beside, nobody, theirs])
    store.apply(Patch.of([Change(None, vote(ROUND, theirs, person=1, dots=MOST_DOTS))]))
    do(store, merge_moments(store, [NOTE.id, OTHER.id, theirs.id], OTHER.id))
    assert store.all(Picture) == [own]
    assert sorted((one.person, one.dots) for one in store.all(Vote)) == [(1, MOST_DOTS), (2, 1)]


def test_a_clip_takes_along_all_but_the_history_of_sessions() -> None:
    store = full()
    assert kinds(travelling_with(store, [NOTE.id])) == sorted(one.__name__ for one in TRAVELLING)
    copied = clip(store, [NOTE.id])
    assert replace(SAID, session_id=None) in copied.belongings
    assert clip_of([*copied.records(), REVIEW, RATED]) == copied
    do(store, paste(store, copied, UnsortedTarget(0.0, 0.0), new_ids()))
    (twin,) = (one for one in store.all(Moment) if one.id not in {NOTE.id, OTHER.id})
    (asked,), (seen,) = questions_of(store, twin.id), observations_of(store, twin.id)
    (said,) = store.referring(Answer, "question_id", asked.id)
    assert (said.observation_id, said.session_id, said.note) == (seen.id, None, "so")
    (steps,), (measured,) = ladders_of(store, twin.id), measures_of(store, twin.id)
    assert [one.value for one in rungs_of(store, steps.id)] == [10.0]
    assert [one.value for one in readings_of(store, measured.id)] == [3.0]
    assert store.count(Assessment) == store.count(ActionReview) == 1


def test_cutting_and_pasting_doubles_nothing() -> None:
    store = full()
    copied = clip(store, [NOTE.id])
    do(store, delete_moments(store, [NOTE.id]))
    do(store, paste(store, copied, UnsortedTarget(0.0, 0.0), new_ids()))
    assert store.count(Measure) == store.count(Reading) == 1


def test_what_is_nobodys_stays_behind() -> None:
    stray = idea(OTHER, "stray")
    turned = idea(NOTE, "turned", from_idea_id=stray.id)
    made_up = Clip((NOTE,), (), (stray, turned, measure(), RUNG, READ, SAID, SEEN))
    store = store_with(wall())
    do(store, paste(store, made_up, UnsortedTarget(0.0, 0.0), new_ids()))
    assert kinds(store.everything()) == ["Idea", "Moment", "Observation", "Wall"]


def test_a_duplicate_is_judged_anew() -> None:
    store = full()
    do(store, duplicate_moments(store, [NOTE.id], new_ids()))
    assert len(store.everything()) == len(full().everything()) + 1
