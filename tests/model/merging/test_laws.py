"""What is true of every merge, whatever was done to both copies and whatever is chosen."""

from dataclasses import fields
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from motwall.model.merging.settling import resolved
from motwall.model.merging.three_way import Merge, Side, merge
from motwall.model.records import ContactType, Moment, Picture, Row, Session, Stage, Step
from motwall.model.store import Store
from tests.machine.laws import broken_laws
from tests.model.merging.copies import after, edited, records
from tests.strategies import few_examples, walls

#: What two copies may order in two ways.
_ORDER = {"rank", "shortlist_rank", "x", "y"}


def mixed(data: st.DataObject, merged: Merge) -> dict[tuple[str, str], Side]:
    """Any choices."""
    sides = st.sampled_from(Side)
    return {one.key: data.draw(sides) for one in merged.conflicts}


@few_examples
@given(base=walls(), data=st.data())
def test_with_itself_nothing_happens(base: Store, data: st.DataObject) -> None:
    copy = edited(data, base, 1).store
    for began in (base, None):
        merged = merge(began, copy, copy)
        assert merged.conflicts == ()
        assert not resolved(merged, {})


@few_examples
@given(base=walls(), data=st.data())
def test_what_only_one_copy_did_is_the_merge(base: Store, data: st.DataObject) -> None:
    copy = edited(data, base, 1).store
    there, here = merge(base, base, copy), merge(base, copy, base)
    assert (there.conflicts, here.conflicts) == ((), ())
    assert records(after(base, resolved(there, {}))) == records(copy)
    assert not resolved(here, {})


@few_examples
@given(base=walls(), data=st.data(), is_known=st.booleans())
def test_any_choices_keep_the_wall_whole(base: Store, data: st.DataObject, is_known: bool) -> None:
    mine, theirs = edited(data, base, 1), edited(data, base, 2)
    merged = merge(base if is_known else None, mine.store, theirs.store)
    patch = resolved(merged, mixed(data, merged))
    made = after(mine.store, patch)
    cleared = mine.cleared_steps | theirs.cleared_steps
    assert broken_laws(made, except_for=cleared) == []
    assert records(after(made, patch.inverted())) == records(mine.store)
    open_now = [one for one in made.all(Session) if one.opened_at and not one.closed_at]
    assert len(open_now) <= 1
    # Everything is settled: nothing of it is left to merge.
    again = merge(theirs.store, made, theirs.store)
    assert (again.conflicts, bool(resolved(again, {}))) == ((), False)


@few_examples
@given(base=walls(), data=st.data())
def test_nothing_that_is_new_is_lost(base: Store, data: st.DataObject) -> None:
    mine, theirs = edited(data, base, 1).store, edited(data, base, 2).store
    merged = merge(base, mine, theirs)
    chosen = {one.key: Side.MINE if one.mine else Side.THEIRS for one in merged.conflicts}
    made = after(mine, resolved(merged, chosen))
    for copy in (mine, merged.theirs):
        for one in copy.everything():
            if base.find_any(one.id) is None and not isinstance(one, ContactType | Row):
                # Stages and untitled steps live while there is something in them.
                is_frame = isinstance(one, Stage | Step)
                assert made.find_any(one.id) is not None or is_frame


@few_examples
@given(base=walls(), data=st.data())
def test_both_see_the_same_up_to_the_choices(base: Store, data: st.DataObject) -> None:
    mine, theirs = edited(data, base, 1), edited(data, base, 2)
    no_twins = [one.store.count(kind) for one in (mine, theirs) for kind in (ContactType, Row)]
    assume(no_twins == [base.count(kind) for _ in range(2) for kind in (ContactType, Row)])
    # One note with two new photos: they are one, under the id it has in this wall.
    pictured = [{photo.moment_id for photo in one.store.all(Picture)} for one in (mine, theirs)]
    assume(not pictured[0] & pictured[1])
    here, there = merge(base, mine.store, theirs.store), merge(base, theirs.store, mine.store)
    assert {one.key for one in here.conflicts} == {one.key for one in there.conflicts}
    chosen = {
        one.key: data.draw(st.sampled_from([Side.MINE, Side.THEIRS])) for one in here.conflicts
    }
    swapped = {key: Side.THEIRS if side is Side.MINE else Side.MINE for key, side in chosen.items()}
    one = after(mine.store, resolved(here, chosen))
    other = after(theirs.store, resolved(there, swapped))
    assert contents(one) == contents(other)


def contents(store: Store) -> dict[str, Any]:
    """What is on a wall, but for the order that each copy has as its own."""
    found: dict[str, Any] = {}
    for one in store.everything():
        names = [each.name for each in fields(one) if each.name not in _ORDER]
        found[one.id] = {name: getattr(one, name) for name in names}
        if isinstance(one, Moment):
            found[one.id]["merged"] = sorted(one.merged)
    return found
