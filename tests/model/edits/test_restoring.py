from dataclasses import replace

from motwall.model.edits.restoring import restore
from motwall.model.records import Assessment, Moment, Session
from motwall.model.store import Store
from tests.factories import TODAY, agenda_item, assessment, moment, session, store_with

OLD, GONE = moment("as it was"), moment("deleted since")
FIRST = session(notes="then")
LOST = session(notes="deleted since")
SAID = assessment(OLD, None, session_id=LOST.id, hands_neutral=2)


def by_id(store: Store) -> dict[str, object]:
    return {one.id: one for one in store.everything()}


def test_the_wall_goes_back_and_meetings_stay() -> None:
    then = store_with(OLD, GONE, FIRST, LOST, SAID)
    fresh, second = moment("new"), session(held_on=TODAY)
    noted = replace(FIRST, notes="then, and more since")
    later = assessment(fresh, None, session_id=second.id, hands_magical=1)
    now = store_with(replace(OLD, text="rewritten"), fresh, noted, second, later)
    patch = restore(now, then)
    now.check(patch)
    now.apply(patch)
    assert {one.id: one for one in now.all(Moment)} == {OLD.id: OLD, GONE.id: GONE}
    assert now.all(Assessment) == [SAID]
    assert {one.id: one for one in now.all(Session)} == {
        FIRST.id: noted,
        LOST.id: LOST,
        second.id: second,
    }
    assert not restore(now, then), "what is as it was needs no change"


def test_it_can_be_taken_back() -> None:
    then, now = store_with(OLD, FIRST), store_with(replace(OLD, text="x"), FIRST, moment("new"))
    before = by_id(now)
    patch = restore(now, then)
    assert str(patch.label)
    for one in (patch, patch.inverted()):
        now.check(one)
        now.apply(one)
    assert by_id(now) == before


def test_a_part_taken_off_an_agenda_stays_off_unless_its_session_comes_back() -> None:
    first, second = (agenda_item(FIRST, rank=rank) for rank in (1, 2))
    lost = agenda_item(LOST)
    then = store_with(FIRST, first, second, LOST, lost)
    # The one that is left has the place of the one that is gone.
    now = store_with(FIRST, replace(first, rank=2))
    patch = restore(now, then)
    now.check(patch)
    now.apply(patch)
    assert by_id(now) == {
        one.id: one for one in (now.wall, FIRST, replace(first, rank=2), LOST, lost)
    }
