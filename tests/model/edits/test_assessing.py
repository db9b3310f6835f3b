from dataclasses import replace
from datetime import timedelta

from motwall.model.edits.assessing import (
    Hands,
    Judgement,
    assess,
    count_hands,
    hands_before,
    hands_raised,
    write_view,
)
from motwall.model.edits.marks import rate
from motwall.model.patch import Patch
from motwall.model.records import (
    ActionReview,
    Assessment,
    Evidence,
    Moment,
    Rating,
    Viewpoint,
)
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    action,
    an_id,
    assessment,
    moment,
    new_ids,
    review,
    session,
    store_with,
)

NOTE = moment("a", evidence=Evidence.SEEN)


def do(store: Store, patch: Patch) -> str:
    store.check(patch)
    store.apply(patch)
    return str(patch.label)


def the_one(store: Store) -> Assessment:
    (one,) = store.all(Assessment)
    return one


def test_a_judgement_is_kept_with_all_that_was_said() -> None:
    meeting = session()
    store = store_with(NOTE, meeting)
    said = Judgement(
        rating=Rating.MISERABLE,
        hands=Hands(3, 1, 0),
        viewpoint=Viewpoint.SHOPPER,
        evidence=Evidence.SHOPPED,
        remark="six\trings",
    )
    assert do(store, assess(store, NOTE.id, said, TODAY, new_ids(), meeting.id)) == "rating 1 note"
    judged = store.get(Moment, NOTE.id)
    assert (judged.rating, judged.rated_on, judged.evidence) == (
        Rating.MISERABLE, TODAY, Evidence.SHOPPED,
    )  # fmt: skip
    one = the_one(store)
    assert (one.rating, one.hands_miserable, one.hands_neutral, one.hands_magical) == (
        Rating.MISERABLE, 3, 1, 0,
    )  # fmt: skip
    assert (one.viewpoint, one.session_id, one.remark) == (
        Viewpoint.SHOPPER, meeting.id, "six rings",
    )  # fmt: skip


def test_what_is_not_said_stays() -> None:
    store, ids = store_with(NOTE), new_ids()
    first = Judgement(rating=Rating.MISERABLE, hands=Hands(2, 2, 0), remark="so")
    do(store, assess(store, NOTE.id, first, TODAY, ids))
    do(store, assess(store, NOTE.id, Judgement(rating=Rating.NEUTRAL), TODAY, ids))
    one = the_one(store)
    assert (one.rating, one.hands_miserable, one.remark) == (Rating.NEUTRAL, 2, "so")
    assert store.get(Moment, NOTE.id).evidence is Evidence.SEEN


def test_hands_are_counted_before_the_room_agrees() -> None:
    store, ids = store_with(NOTE), new_ids()
    assert do(store, count_hands(store, NOTE.id, Hands(1, 4), TODAY, ids)) == "counting hands"
    assert store.get(Moment, NOTE.id) == NOTE
    assert the_one(store).rating is None
    do(store, count_hands(store, NOTE.id, Hands(2, 3), TODAY, ids))
    do(store, rate(store, [NOTE.id], Rating.NEUTRAL, TODAY, ids))
    one = the_one(store)
    assert (one.rating, one.hands_miserable, one.hands_neutral) == (Rating.NEUTRAL, 2, 3)
    assert one.evidence is Evidence.SEEN


def test_hands_of_the_day_or_session_before_are_found() -> None:
    store, ids = store_with(NOTE), new_ids(0x700)
    earlier = [TODAY - timedelta(days=days) for days in (9, 30)]
    for day, hands in zip(earlier, (Hands(2, 1), Hands(3)), strict=True):
        do(store, count_hands(store, NOTE.id, hands, day, ids))
    do(store, count_hands(store, NOTE.id, Hands(0, 1), TODAY, ids))
    do(store, assess(store, NOTE.id, Judgement(rating=Rating.NEUTRAL), TODAY, ids, None))
    known = hands_before(store, NOTE.id, TODAY, None)
    assert known is not None
    assert (known.rated_on, hands_raised(known)) == (earlier[0], 3)
    assert hands_before(store, an_id(1), TODAY, None) is None


def test_no_hands_and_nothing_else_is_no_assessment() -> None:
    store, ids = store_with(NOTE), new_ids()
    assert not count_hands(store, NOTE.id, Hands(), TODAY, ids)
    do(store, count_hands(store, NOTE.id, Hands(1), TODAY, ids))
    do(store, count_hands(store, NOTE.id, Hands(), TODAY, ids))
    assert store.all(Assessment) == []


def test_taking_a_rating_away_leaves_the_hands() -> None:
    store, ids = store_with(NOTE), new_ids()
    do(store, assess(store, NOTE.id, Judgement(rating=Rating.MAGICAL, hands=Hands(1)), TODAY, ids))
    assert do(store, assess(store, NOTE.id, Judgement(rating=None), TODAY, ids)) == (
        "taking 1 rating away"
    )
    assert store.get(Moment, NOTE.id) == NOTE
    assert (the_one(store).rating, the_one(store).hands_miserable) == (None, 1)
    assert not assess(store, NOTE.id, Judgement(rating=None), TODAY + timedelta(days=1), ids)


def test_other_eyes_on_the_same_day_judge_for_themselves() -> None:
    store, ids = store_with(NOTE), new_ids()
    for viewpoint in (Viewpoint.OWNER, Viewpoint.TEAM):
        said = Judgement(rating=Rating.NEUTRAL, viewpoint=viewpoint)
        do(store, assess(store, NOTE.id, said, TODAY, ids))
    assert {one.viewpoint for one in store.all(Assessment)} == {Viewpoint.OWNER, Viewpoint.TEAM}


def test_what_was_proved_by_a_rating_that_goes_is_so_no_more() -> None:
    planned, rated = action(NOTE), assessment(NOTE, Rating.NEUTRAL)
    said = review(planned, assessment_id=rated.id)
    store = store_with(replace(NOTE, rating=Rating.NEUTRAL), planned, rated, said)
    do(store, rate(store, [NOTE.id], None, TODAY, new_ids()))
    assert store.all(ActionReview) == [replace(said, assessment_id=None)]


def test_a_remark_too_long_is_cut_and_told() -> None:
    said = Judgement(rating=None, remark="x" * 4001)
    assert assess(store_with(NOTE), NOTE.id, said, TODAY, new_ids()).is_cut


def test_an_owner_writes_a_view_to_be_tested() -> None:
    store = store_with(NOTE)
    patch = write_view(store, [NOTE.id], "today", "rings\tout", Viewpoint.OWNER)
    assert do(store, patch) == "typing"
    own = store.get(Moment, NOTE.id)
    assert (own.today, own.viewpoint) == ("rings out", Viewpoint.OWNER)
    assert not write_view(store, [NOTE.id], "today", "rings out", Viewpoint.TEAM)
    assert write_view(store, [NOTE.id, "gone"], "today", "x" * 4001, Viewpoint.TEAM).is_cut


def test_what_an_owner_judges_alone_is_to_be_tested_too() -> None:
    store = store_with(NOTE)
    alone = Judgement(rating=Rating.NEUTRAL, viewpoint=Viewpoint.OWNER)
    do(store, assess(store, NOTE.id, alone, TODAY, new_ids()))
    assert store.get(Moment, NOTE.id).viewpoint is Viewpoint.OWNER
    do(store, assess(store, NOTE.id, Judgement(rating=Rating.MAGICAL), TODAY, new_ids(9)))
    assert store.get(Moment, NOTE.id).viewpoint is Viewpoint.OWNER, "its texts still are"
    assert {one.viewpoint for one in store.all(Assessment)} == {Viewpoint.OWNER, Viewpoint.TEAM}
