"""A facilitator's own plans: written, read again, and refused in a sentence when damaged."""

import json
from typing import Any

import pytest

from motwall.model.edits.agenda import Planned
from motwall.model.errors import BadRecord
from motwall.model.workshop import ONE_HOUR, load
from motwall.model.workshop_plans import OwnPlan, file_stem, parse, steps_of, total, written

PLAN = OwnPlan(
    "lunch", "Over lunch", (Planned("welcome", "Welcome", 3), Planned("", "Sandwiches", 20))
)


def test_a_plan_is_read_as_it_was_written() -> None:
    assert parse(written(PLAN), "lunch") == PLAN
    assert total(PLAN.steps) == 23


def test_texts_are_cleaned() -> None:
    messy = PLAN._replace(title=" Over\nlunch\x07 ")
    assert parse(written(messy)).title == "Over lunch"


def test_a_plan_that_comes_along_becomes_steps() -> None:
    steps = steps_of(load().plan(ONE_HOUR))
    assert total(steps) == 60
    assert steps[0] == Planned("welcome", "Welcome", 3)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Over lunch", "over lunch"), (" A/B: c ", "a b c"), ("///", "plan"), ("x" * 99, "x" * 60)],
)
def test_a_title_makes_a_file_s_name(title: str, name: str) -> None:
    assert file_stem(title) == name


def changed(**values: Any) -> str:  # noqa: ANN401 -- damaged on purpose
    return json.dumps(json.loads(written(PLAN)) | values)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        changed(more=1),
        changed(version=2),
        changed(title=""),
        changed(title=7),
        changed(parts=[]),
        changed(parts={}),
        changed(parts=[{"part": "", "title": "Tea", "minutes": 1}] * 61),
        changed(parts=["Tea"]),
        changed(parts=[{"title": "Tea", "minutes": 1}]),
        changed(parts=[{"part": 1, "title": "Tea", "minutes": 1}]),
        changed(parts=[{"part": "", "title": " ", "minutes": 1}]),
        changed(parts=[{"part": "", "title": "Tea", "minutes": -1}]),
        changed(parts=[{"part": "", "title": "Tea", "minutes": True}]),
        changed(parts=[{"part": "", "title": "Tea", "minutes": 1441}]),
        changed(parts=[{"part": "", "title": "Tea", "minutes": "9"}]),
    ],
)
def test_what_is_no_plan_is_refused(text: str) -> None:
    with pytest.raises(BadRecord):
        parse(text)
