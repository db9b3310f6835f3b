from dataclasses import replace
from datetime import timedelta

import pytest

from motwall.model.belongings import measures_of, readings_of
from motwall.model.edits.fields import write
from motwall.model.edits.measures import (
    Taken,
    add_measure,
    add_readings,
    assign_measure,
    correct_latest,
    delete_measure,
    delete_readings,
)
from motwall.model.edits.moments import delete_moments
from motwall.model.errors import BadRecord
from motwall.model.patch import Patch
from motwall.model.records import ActionReview, Better, Measure, Reading
from motwall.model.store import Store
from tests.factories import (
    TODAY,
    action,
    an_id,
    measure,
    moment,
    new_ids,
    reading,
    review,
    store_with,
)

NOTE = moment("a")
YESTERDAY = TODAY - timedelta(days=1)


def do(store: Store, patch: Patch) -> str:
    store.check(patch)
    store.apply(patch)
    return str(patch.label)


def test_measures_of_a_moment_and_of_the_wall() -> None:
    store = store_with(NOTE)
    do(store, add_measure(store, "Rings\t", an_id(1), NOTE.id, unit="s\n", target=5))
    do(store, add_measure(store, "Sales", an_id(2), better=Better.UP, every_days=30))
    do(store, add_measure(store, "Talk", an_id(3), NOTE.id, better=Better.DOWN))
    first, second = measures_of(store, NOTE.id)
    assert (first.name, first.unit, first.target, second.name) == ("Rings ", "s ", 5.0, "Talk")
    assert [one.every_days for one in measures_of(store, None)] == [30]
    assert add_measure(store, "x" * 201, an_id(4)).is_cut
    assert add_measure(store, "", an_id(4), unit="x" * 201).is_cut


def test_a_measure_is_given_to_another_moment() -> None:
    own, other = measure(NOTE, rank=5), measure(rank=7)
    store = store_with(NOTE, own, other)
    assert not assign_measure(store, own.id, NOTE.id)
    assert do(store, assign_measure(store, own.id, None)) == "what a measure is about"
    assert [one.id for one in measures_of(store, None)] == [other.id, own.id]


def test_readings_of_one_day_correct_each_other() -> None:
    own = measure(NOTE)
    there = reading(own, 9.0, taken_on=YESTERDAY, note="by hand")
    store = store_with(NOTE, own, there)
    taken = [Taken(TODAY, 1), Taken(YESTERDAY, 2.5), Taken(TODAY, 3, "again\t")]
    assert do(store, add_readings(store, own.id, taken, new_ids())) == "adding 2 readings"
    assert [(one.taken_on, one.value, one.note) for one in readings_of(store, own.id)] == [
        (YESTERDAY, 2.5, "by hand"),
        (TODAY, 3.0, "again "),
    ]
    assert store.get(Reading, there.id).value == 2.5
    assert add_readings(store, own.id, [Taken(TODAY, 1, "x" * 201)], new_ids()).is_cut


def test_the_latest_reading_is_corrected_and_the_first_is_todays() -> None:
    wait = measure(NOTE)
    store = store_with(NOTE, wait)
    assert do(store, correct_latest(store, wait.id, 4, YESTERDAY, new_ids())) == "adding 1 reading"
    do(store, add_readings(store, wait.id, [Taken(TODAY, 7.0, "rain")], new_ids(9)))
    assert do(store, correct_latest(store, wait.id, 8, TODAY, new_ids())) == "correcting a reading"
    found = [(one.taken_on, one.value, one.note) for one in readings_of(store, wait.id)]
    assert found == [(YESTERDAY, 4.0, ""), (TODAY, 8.0, "rain")]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 2.0**60])
def test_what_is_no_number_of_a_wall_is_refused(value: float) -> None:
    own = measure()
    with pytest.raises(BadRecord):
        add_readings(store_with(own), own.id, [Taken(TODAY, value)], new_ids())


def test_a_renamed_measure_keeps_its_readings_and_a_deleted_one_takes_them_along() -> None:
    own = measure(NOTE, name="Rings")
    value = reading(own, 3.0)
    store = store_with(NOTE, own, value)
    do(store, write(store, Measure, [own.id], "name", "Seconds"))
    assert readings_of(store, own.id) == [value]
    patch = delete_measure(store, own.id)
    do(store, patch)
    assert store.all(Measure) == store.all(Reading) == []
    do(store, patch.inverted())
    assert readings_of(store, own.id) == [value]


def test_a_reading_that_goes_is_no_proof_any_more() -> None:
    own, planned = measure(NOTE), action(NOTE)
    value = reading(own, 3.0)
    said = review(planned, reading_id=value.id)
    store = store_with(NOTE, own, planned, value, said)
    assert do(store, delete_readings(store, [value.id, value.id])) == "deleting 1 reading"
    assert store.all(ActionReview) == [replace(said, reading_id=None)]


def test_measures_go_with_their_moment_and_those_of_the_wall_stay() -> None:
    own, whole = measure(NOTE), measure(name="Sales")
    store = store_with(NOTE, own, whole, reading(own, 1.0), reading(whole, 2.0))
    do(store, delete_moments(store, [NOTE.id]))
    assert store.all(Measure) == [whole]
    assert [one.value for one in store.all(Reading)] == [2.0]
