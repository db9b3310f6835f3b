"""Workshops, votes and photos of two copies: nothing is counted twice, and the wall stays whole."""

from dataclasses import replace
from datetime import timedelta

import pytest

from motwall.model.agenda import agenda, current
from motwall.model.merging.settling import resolved
from motwall.model.merging.three_way import Side, merge
from motwall.model.merging.words import conflict_title, version_words
from motwall.model.patch import Change, Patch
from motwall.model.pictures import digest_of, picture_of
from motwall.model.records import PictureKind, Record, Vote, VoteRound
from motwall.model.store import Store
from motwall.model.voting import open_round_now, tally
from tests.factories import (
    NOON,
    TODAY,
    agenda_item,
    an_id,
    moment,
    picture,
    session,
    step,
    vote,
    vote_round,
    wall,
)
from tests.machine.laws import broken_laws
from tests.model.merging.copies import after

PLACE = step("Shop", id=an_id(1), rank=5)
NOTE = moment("Waits in the queue", at=PLACE, id=an_id(2))
MET = session(id=an_id(3))
PARTS = [agenda_item(MET, str(place), id=an_id(10 + place), rank=place * 100) for place in range(4)]
ROUND = vote_round(id=an_id(20), closed_at=NOON)
BASE = Store([wall(id=an_id(9)), PLACE, NOTE, MET, *PARTS, ROUND])
OLD = picture(NOTE, id=an_id(30), digest=digest_of(b"old"))
LATER = NOON + timedelta(minutes=10)


def changed(base: Store, *changes: tuple[Record | None, Record | None]) -> Store:
    return after(base, Patch.of([Change(*one) for one in changes]))


def merged(mine: Store, theirs: Store, base: Store = BASE, side: Side = Side.MINE) -> Store:
    found = merge(base, mine, theirs)
    made = after(mine, resolved(found, {one.key: side for one in found.conflicts}))
    assert broken_laws(made) == []
    return made


def test_votes_of_both_copies_add_up() -> None:
    known = vote(ROUND, NOTE, id=an_id(21), person=1, dots=2)
    base = changed(BASE, (None, known))
    mine = changed(base, (None, vote(ROUND, NOTE, person=2)))
    theirs = changed(base, (None, vote(ROUND, NOTE, person=3, dots=3)))
    made = merged(mine, theirs, base)
    assert [one.dots for one in tally(made, ROUND.id)] == [6]
    # And not once more, when the same copy is merged again.
    assert [one.dots for one in tally(merged(made, theirs, theirs), ROUND.id)] == [6]


def test_of_two_rounds_the_latest_stays_open() -> None:
    first = vote_round(id=an_id(41), opened_at=NOON)
    second = vote_round(id=an_id(40), opened_at=LATER)
    for mine, theirs in ((first, second), (second, first)):
        made = merged(changed(BASE, (None, mine)), changed(BASE, (None, theirs)))
        assert open_round_now(made) == second
        assert made.get(VoteRound, first.id).closed_at == NOON


def test_a_vote_for_a_note_that_stays_deleted_goes_with_it() -> None:
    mine = changed(BASE, (NOTE, None))
    written = replace(NOTE, issue="Dark")
    given = vote(ROUND, NOTE, person=1)
    theirs = changed(BASE, (NOTE, written), (None, given))
    assert merged(mine, theirs).count(Vote) == 0
    assert merged(mine, theirs, side=Side.THEIRS).get(Vote, given.id) == given


def test_a_workshop_is_where_the_copy_is_that_went_on() -> None:
    first, second, third, _ = PARTS
    mine = changed(BASE, (first, replace(first, started_at=NOON)))
    theirs = changed(
        BASE,
        (first, replace(first, is_over=True, spent_s=300)),
        (second, replace(second, is_over=True, spent_s=60)),
        (third, replace(third, started_at=LATER)),
    )
    for copies in ((mine, theirs), (theirs, mine)):
        items = agenda(merged(*copies), MET.id)
        assert [one.is_over for one in items] == [True, True, False, False]
        assert items[0].spent_s == 300
        here = current(items)
        assert here is not None
        assert (here.id, here.started_at) == (third.id, LATER)


def test_one_clock_runs_and_what_is_over_comes_first() -> None:
    first, second, third, last = PARTS
    base = changed(
        BASE,
        (first, replace(first, is_over=True)),
        (second, replace(second, is_over=True)),
        (third, replace(third, started_at=NOON)),
    )
    back = [replace(first, started_at=LATER), replace(second), replace(third, spent_s=60)]
    mine = changed(base, *((base.find_any(one.id), one) for one in back))
    done = replace(third, is_over=True, spent_s=700)
    theirs = changed(base, (base.find_any(third.id), done), (last, replace(last, started_at=LATER)))
    items = agenda(merged(mine, theirs, base), MET.id)
    assert items[0] == replace(done, rank=items[0].rank)
    assert [one.started_at is not None for one in items].count(True) == 1
    assert items[1].started_at == LATER


@pytest.mark.parametrize("side", [Side.MINE, Side.THEIRS])
def test_two_photos_of_one_note_are_chosen_from(side: Side) -> None:
    base = changed(BASE, (None, OLD))
    here = picture(NOTE, id=an_id(31), digest=digest_of(b"here"), width=640, height=480)
    there = picture(
        NOTE, id=an_id(32), digest=digest_of(b"there"), kind=PictureKind.PNG, width=30, height=20
    )
    mine = changed(base, (OLD, None), (None, here))
    theirs = changed(base, (OLD, None), (None, there))
    found = merge(base, mine, theirs)
    (conflict,) = found.conflicts
    assert conflict_title(found, conflict) == "Photo, of “Waits in the queue”: photo"
    assert version_words(found, conflict, Side.MINE, TODAY) == "A JPEG of 640 by 480 pixels"
    assert version_words(found, conflict, Side.THEIRS, TODAY) == "A PNG of 30 by 20 pixels"
    assert not conflict.can_keep_both
    kept = picture_of(merged(mine, theirs, base, side), NOTE.id)
    assert kept is not None
    assert kept.digest == (here if side is Side.MINE else there).digest


def test_a_new_photo_goes_before_one_that_came_from_another_note() -> None:
    other = moment("Pays", at=PLACE, id=an_id(4), rank=9)
    base = changed(BASE, (None, other), (None, OLD))
    mine = changed(base, (OLD, replace(OLD, moment_id=other.id)))
    new = picture(other, id=an_id(33), digest=digest_of(b"new"))
    made = merged(mine, changed(base, (None, new)), base)
    assert picture_of(made, other.id) == new
    assert picture_of(made, NOTE.id) is None
