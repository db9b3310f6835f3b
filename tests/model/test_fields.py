from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from motwall.model.fields import NUMBER_LIMIT, is_id, number, one_line, plain_text, rules_of
from motwall.model.records import (
    RECORD_TYPES,
    Assessment,
    ContactType,
    Moment,
    Rating,
    Record,
    Session,
    Verdict,
    Wall,
)
from tests.factories import an_id

MOMENT = rules_of(Moment)


def test_rules_stand_in_the_order_of_the_definition() -> None:
    names = [rule.name for rule in rules_of(Wall).values()]
    assert names == [
        "id", "title", "business", "customer", "row_title", "starts_with", "ends_with",
        "review_weeks",
    ]  # fmt: skip


def test_rules_are_read_once() -> None:
    assert rules_of(Moment) is rules_of(Moment)


def test_what_a_rule_says() -> None:
    assert (MOMENT["text"].kind, MOMENT["text"].limit, MOMENT["text"].is_line) == (str, 4000, False)
    assert (MOMENT["prompt"].limit, MOMENT["prompt"].is_line) == (200, True)
    assert (MOMENT["step_id"].refers_to, MOMENT["step_id"].is_optional) == ("Step", True)
    assert (MOMENT["rating"].kind, MOMENT["rating"].default) == (Rating, None)
    assert MOMENT["merged"].kind is tuple
    assert rules_of(Assessment)["moment_id"].is_required
    assert not rules_of(Assessment)["moment_id"].is_optional


@pytest.mark.parametrize("record_type", RECORD_TYPES.values())
def test_every_default_is_allowed(record_type: type[Record]) -> None:
    for rule in rules_of(record_type).values():
        assert rule.is_required or rule.name == "id" or rule.allows(rule.default), rule.name


@pytest.mark.parametrize("record_type", RECORD_TYPES.values())
def test_every_reference_is_to_a_known_type(record_type: type[Record]) -> None:
    goals = {rule.refers_to for rule in rules_of(record_type).values() if rule.refers_to}
    assert goals <= set(RECORD_TYPES)


@pytest.mark.parametrize(
    ("field", "value", "is_allowed"),
    [
        ("text", "two\nlines", True),
        ("text", "not\tclean", False),
        ("text", "x" * 4001, False),
        ("text", None, False),
        ("text", 3, False),
        ("text", Verdict.OPEN, False),
        ("prompt", "two\nlines", False),
        ("step_id", None, True),
        ("step_id", an_id(1), True),
        ("step_id", "1", False),
        ("rank", -(2**53), True),
        ("rank", 2**53 + 1, False),
        ("rank", True, False),
        ("rank", 1.0, False),
        ("x", 1.5, True),
        ("x", 1, False),
        ("x", float("nan"), False),
        ("x", float("inf"), False),
        ("x", NUMBER_LIMIT * 2.0, False),
        ("is_ticked", True, True),
        ("is_ticked", 1, False),
        ("shortlist_rank", 1, True),
        ("shortlist_rank", 0, False),
        ("rating", Rating.MAGICAL, True),
        ("rating", "magical", False),
        ("rated_on", date(2026, 11, 23), True),
        ("rated_on", datetime(2026, 11, 23, tzinfo=UTC), False),
        ("merged", (), True),
        ("merged", ("one", "two\nlines"), True),
        ("merged", ("not\tclean",), False),
        ("merged", (1,), False),
        ("merged", ["a list"], False),
    ],
)
def test_what_a_moment_may_hold(field: str, value: object, is_allowed: bool) -> None:
    assert MOMENT[field].allows(value) is is_allowed


def test_times_are_utc() -> None:
    rule = rules_of(Session)["opened_at"]
    assert rule.allows(datetime(2026, 11, 23, tzinfo=UTC))
    assert not rule.allows(datetime(2026, 11, 23))
    assert not rule.allows(datetime(2026, 11, 23, tzinfo=timezone(timedelta(hours=1))))


@pytest.mark.parametrize(
    ("field", "good", "bad"),
    [
        ("code", ["PH", "P2"], ["ph", "P", "PHX", "2P", "P\n"]),
        ("colour", ["#00FFA9"], ["#00ffa9", "00FFA9", "#00FFA9\n", "#FFF"]),
        ("icon", ["", "phone-call", "x" * 40], ["Phone", "a b", "x" * 41, "../etc"]),
    ],
)
def test_fields_with_a_form_of_their_own(field: str, good: list[str], bad: list[str]) -> None:
    rule = rules_of(ContactType)[field]
    assert all(rule.allows(value) for value in good)
    assert not any(rule.allows(value) for value in bad)


@pytest.mark.parametrize("value", ["", "1" * 31, "g" * 32, "A" * 32, "1" * 33, "\u0661" * 32])
def test_what_is_no_id(value: str) -> None:
    assert not is_id(value)


def test_the_makers_keep_their_limits() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Sample:
        many: str = plain_text("many", limit=5)
        line: str = one_line("line", limit=4)
        count: int = number(2, minimum=1, maximum=3)

    rules = rules_of(Sample)
    assert (rules["many"].limit, rules["many"].default) == (5, "many")
    assert (rules["line"].limit, rules["line"].default) == (4, "line")
    assert [rules["count"].allows(value) for value in (0, 1, 3, 4)] == [False, True, True, False]
