from dataclasses import FrozenInstanceError, fields, replace

import pytest
from hypothesis import given

from motwall.model.errors import BadRecord
from motwall.model.fields import rules_of
from motwall.model.records import RECORD_TYPES, Idea, Moment, Record, Wall
from tests.factories import an_id, moment
from tests.strategies import any_record, few_examples


@few_examples
@given(any_record)
def test_a_record_equals_one_with_the_same_values(record: Record) -> None:
    twin = replace(record)
    assert twin == record
    assert hash(twin) == hash(record)


def test_records_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        moment("a").text = "b"


def test_records_take_no_stray_attributes() -> None:
    assert not hasattr(moment("a"), "__dict__")


def test_a_bad_value_is_named() -> None:
    with pytest.raises(BadRecord) as caught:
        moment("a", rank=2**60)
    assert (caught.value.record_type, caught.value.field) == ("Moment", "rank")
    assert caught.value.value == 2**60


@pytest.mark.parametrize("record_id", ["", "1", an_id(1).upper().replace("0", "A")])
def test_an_id_must_be_a_uuid_in_hex(record_id: str) -> None:
    with pytest.raises(BadRecord):
        Wall(id=record_id)


def test_replacing_checks_again() -> None:
    with pytest.raises(BadRecord):
        replace(moment("a"), text="tab\t")


def test_an_idea_needs_a_moment() -> None:
    with pytest.raises(TypeError, match="moment_id"):
        Idea(id=an_id(1))


def test_types_come_after_those_they_refer_to() -> None:
    seen: set[str] = set()
    for name, record_type in RECORD_TYPES.items():
        seen.add(name)
        goals = {rule.refers_to for rule in rules_of(record_type).values() if rule.refers_to}
        assert goals <= seen


def test_the_fields_are_those_of_the_design() -> None:
    assert [one.name for one in fields(Moment)] == [
        "id", "text", "prompt", "step_id", "row_id", "rank", "x", "y", "contact_type_id",
        "description", "is_ticked", "shortlist_rank", "rating", "rated_on", "expectation", "today",
        "ultimate", "issue", "good_looks_like", "who_delivers", "evidence", "viewpoint",
        "is_make_or_break", "kind", "merged",
    ]  # fmt: skip
