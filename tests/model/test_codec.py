import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given

from motwall.model.codec import field_value, from_plain, plain_value, to_plain
from motwall.model.errors import BadRecord
from motwall.model.fields import rules_of
from motwall.model.records import (
    Assessment,
    Evidence,
    Moment,
    PlannedAction,
    Rating,
    Record,
    Session,
)
from tests.factories import an_id, moment
from tests.strategies import any_record


@given(any_record)
def test_a_record_comes_back_from_json(record: Record) -> None:
    plain = json.loads(json.dumps(to_plain(record)))
    assert from_plain(type(record).__name__, plain) == record


def test_plain_values_are_what_the_format_says() -> None:
    note = moment(
        "a", rating=Rating.MAGICAL, rated_on=date(2026, 1, 2), x=1.5, merged=("b", "c"), rank=3
    )
    plain = to_plain(note)
    assert plain["rating"] == "magical"
    assert type(plain["rating"]) is str
    assert plain["rated_on"] == "2026-01-02"
    assert plain["merged"] == ["b", "c"]
    assert plain["evidence"] == "assumed"
    assert plain["step_id"] is None
    assert (plain["x"], plain["rank"], plain["is_ticked"]) == (1.5, 3, False)
    assert list(plain) == list(rules_of(Moment))


@pytest.mark.parametrize(
    ("moment_in_time", "text"),
    [
        (datetime(2026, 11, 23, 9, 5, 0, 42, tzinfo=UTC), "2026-11-23T09:05:00.000042Z"),
        (datetime(999, 1, 1, tzinfo=UTC), "0999-01-01T00:00:00.000000Z"),
    ],
)
def test_times_are_utc_with_z(moment_in_time: datetime, text: str) -> None:
    assert plain_value(moment_in_time) == text
    assert field_value("Session", rules_of(Session)["opened_at"], text) == moment_in_time


def test_a_missing_key_is_the_default() -> None:
    assert from_plain("Moment", {"id": an_id(1)}) == Moment(id=an_id(1))


def test_whole_numbers_are_coordinates_too() -> None:
    made = from_plain("Moment", {"id": an_id(1), "x": 3})
    assert isinstance(made, Moment)
    assert type(made.x) is float


@pytest.mark.parametrize(
    ("type_name", "values", "field"),
    [
        ("Sticker", {}, ""),
        ("Record", {}, ""),
        ("Moment", {"colour": "red"}, "colour"),
        ("Moment", {}, "id"),
        ("Idea", {}, "moment_id"),
        ("Assessment", {"moment_id": an_id(2), "rating": "magical"}, "rated_on"),
        ("Moment", {"text": None}, "text"),
        ("Moment", {"text": 3}, "text"),
        ("Moment", {"text": "not\tclean"}, "text"),
        ("Moment", {"is_ticked": 1}, "is_ticked"),
        ("Moment", {"rank": True}, "rank"),
        ("Moment", {"rank": 1.0}, "rank"),
        ("Moment", {"rank": "1"}, "rank"),
        ("Moment", {"x": True}, "x"),
        ("Moment", {"x": "1"}, "x"),
        ("Moment", {"x": 10**400}, "x"),
        ("Moment", {"x": 1e300}, "x"),
        ("Moment", {"rating": "awful"}, "rating"),
        ("Moment", {"rating": ["magical"]}, "rating"),
        ("Moment", {"merged": "abc"}, "merged"),
        ("Moment", {"merged": [1]}, "merged"),
        ("Moment", {"rated_on": "20260102"}, "rated_on"),
        ("Moment", {"rated_on": "2026-W48-1"}, "rated_on"),
        ("Moment", {"rated_on": "2026-02-30"}, "rated_on"),
        ("Moment", {"rated_on": 20260102}, "rated_on"),
        ("Moment", {"rated_on": ["2026-01-02"]}, "rated_on"),
        ("Session", {"opened_at": "2026-01-02T03:04:05+01:00"}, "opened_at"),
        ("Session", {"opened_at": 5}, "opened_at"),
        ("ContactType", {"code": "ph"}, "code"),
    ],
)
def test_what_is_refused(type_name: str, values: dict[str, object], field: str) -> None:
    given_id = {} if field == "id" else {"id": an_id(1)}
    with pytest.raises(BadRecord) as caught:
        from_plain(type_name, {**given_id, **values})
    assert (caught.value.record_type, caught.value.field) == (type_name, field)


def test_enums_and_dates_become_what_records_hold() -> None:
    rule = rules_of(PlannedAction)["due"]
    assert field_value("PlannedAction", rule, "2026-12-01") == date(2026, 12, 1)
    rule = rules_of(Assessment)["evidence"]
    assert field_value("Assessment", rule, "customer_said") is Evidence.CUSTOMER_SAID
