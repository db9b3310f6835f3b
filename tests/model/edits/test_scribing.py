"""One typist: the same moment once more is counted, and what was missing comes where it belongs."""

import pytest

from motwall.model.coverage import Area, Covered, coverage
from motwall.model.edits.moments import merge_moments
from motwall.model.edits.scribing import add_covering, say_again
from motwall.model.near_match import times_said
from motwall.model.order import runs, steps_in_order, unsorted_moments
from motwall.model.patch import Patch
from motwall.model.records import Moment, MomentKind
from motwall.model.store import Store
from tests.factories import contact_type, moment, new_ids, stage, step, store_with, wall


def do(store: Store, patch: Patch) -> Patch:
    store.check(patch)
    store.apply(patch)
    return patch


def part(store: Store, area: Area, name: str) -> Covered:
    return next(one for one in coverage(store) if (one.area, one.name) == (area, name))


def test_what_is_said_again_is_counted_as_if_it_had_been_merged() -> None:
    rings, again = moment("Rings"), moment("rings the shop", x=200.0)
    store = store_with(wall(), rings)
    patch = do(store, say_again(store, rings.id, "rings the shop\x00"))
    assert str(patch.label) == "same moment: 2 notes"
    said = store.get(Moment, rings.id)
    assert times_said(said) == 2
    two = store_with(wall(), rings, again)
    do(two, merge_moments(two, [rings.id, again.id], rings.id))
    assert two.get(Moment, rings.id) == said
    patch = do(store, say_again(store, rings.id, "x" * 20_000))
    assert patch.is_cut
    assert str(patch.label) == "same moment: 3 notes"
    do(store, patch.inverted())
    assert store.get(Moment, rings.id) == said


@pytest.mark.parametrize(
    ("area", "name", "expected"),
    [
        (Area.KIND, "Policy", {"kind": MomentKind.POLICY}),
        (Area.DEPARTMENT, "Sales", {"who_delivers": "Sales"}),
        (Area.CONTACT_TYPE, "Phone", {"contact_type_id": "phone"}),
    ],
)
def test_a_note_for_a_gap_has_what_was_missing(
    area: Area, name: str, expected: dict[str, object]
) -> None:
    phone = contact_type("Phone", "PH")
    store = store_with(wall(), phone, moment("Parks", at=None))
    patch = add_covering(store, ["Asks", "Waits"], part(store, area, name), new_ids())
    assert str(patch.label) == "adding 2 notes"
    do(store, patch)
    assert [one.text for one in unsorted_moments(store)] == ["Parks", "Asks", "Waits"]
    plain = Moment(id="0" * 32)
    for one in unsorted_moments(store)[1:]:
        for field in ("kind", "who_delivers", "contact_type_id"):
            wanted = expected.get(field, getattr(plain, field))
            assert getattr(one, field) == (phone.id if wanted == "phone" else wanted)
    assert part(store, area, name).moments == 2


def test_a_note_for_a_stage_goes_into_its_empty_step_or_to_its_end() -> None:
    before, after = stage("Before"), stage("After")
    one, two = step("Looks", under=before, rank=1), step(under=before, rank=2)
    last = step("Leaves", under=after, rank=3)
    store = store_with(wall(), before, after, one, two, last, moment("Waves", at=last))
    make = new_ids()
    do(store, add_covering(store, ["Searches"], part(store, Area.STAGE, "Before"), make))
    assert [each.text for each in store.referring(Moment, "step_id", one.id)] == ["Searches"]
    do(store, add_covering(store, ["Rings", "Asks"], part(store, Area.STAGE, "Before"), make))
    steps = steps_in_order(store)
    texts = [[m.text for m in store.referring(Moment, "step_id", each.id)] for each in steps]
    assert [each for each in texts if each] == [["Searches"], ["Rings"], ["Asks"], ["Waves"]]
    assert [run.stage for run in runs(store)] == [before, after]


def test_a_note_for_a_stage_that_is_gone_is_unsorted() -> None:
    gone = Covered(Area.STAGE, "Gone", "f" * 32, 0, ())
    store = store_with(wall(), step("Rings"))
    do(store, add_covering(store, ["Asks"], gone, new_ids()))
    assert [one.text for one in unsorted_moments(store)] == ["Asks"]
