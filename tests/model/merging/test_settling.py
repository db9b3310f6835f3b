"""What a choice brings along: whoever's copy is called this wall, the outcome is the same."""

from dataclasses import replace

import pytest

from motwall.model.merging.settling import resolved
from motwall.model.merging.three_way import Side, merge
from motwall.model.patch import Change, Patch
from motwall.model.records import Idea, Moment
from motwall.model.store import Store
from tests.factories import an_id, idea, moment, step, wall
from tests.machine.laws import broken_laws
from tests.model.merging.copies import after

PLACE = step("Shop", id=an_id(1), rank=5)
DOOR = moment("Door", at=PLACE, id=an_id(2), rank=1)
ENTRY = moment("Entry", at=PLACE, id=an_id(3), rank=2)
LAMP = idea(ENTRY, "A lamp", id=an_id(4))
BASE = Store([wall(id=an_id(9)), PLACE, DOOR, ENTRY, LAMP])


@pytest.mark.parametrize("is_deleted_here", [True, False])
def test_what_went_to_a_note_that_stays_deleted_goes_back(is_deleted_here: bool) -> None:
    """One copy deleted the door; in the other the entry became one with it."""
    deleted = after(BASE, Patch.of([Change(DOOR, None)]))
    changes = [
        Change(DOOR, replace(DOOR, merged=("Entry",))),
        Change(ENTRY, None),
        Change(LAMP, replace(LAMP, moment_id=DOOR.id)),
    ]
    joined = after(BASE, Patch.of(changes))
    mine, theirs = (deleted, joined) if is_deleted_here else (joined, deleted)
    found = merge(BASE, mine, theirs)
    (conflict,) = found.conflicts
    side = Side.MINE if is_deleted_here else Side.THEIRS
    made = after(mine, resolved(found, {conflict.key: side}))
    assert made.find(Moment, DOOR.id) is None
    assert made.get(Idea, LAMP.id).moment_id == ENTRY.id
    assert made.get(Moment, ENTRY.id).text == "Entry"
    assert broken_laws(made) == []
