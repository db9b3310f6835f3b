"""The data a facilitator needs: read, checked, and worth reading."""

import copy
import json
from itertools import pairwise
from typing import Any

import pytest

from motwall.model.errors import BadRecord
from motwall.model.phases import Phase
from motwall.model.workshop import ONE_HOUR, TWO_HOURS, load, parse
from motwall.resources import resource


def plain() -> dict[str, Any]:
    """The file, to be spoilt."""
    found: dict[str, Any] = json.loads(
        resource("workshop/workshop.json").read_text(encoding="utf-8")
    )
    return found


@pytest.mark.parametrize(("name", "minutes"), [(TWO_HOURS, 120), (ONE_HOUR, 60)])
def test_a_plan_fills_its_time(name: str, minutes: int) -> None:
    plan = load().plan(name)
    assert plan.minutes == minutes
    for one, other in pairwise(plan.steps):
        assert other.starts_at == one.starts_at + one.minutes
    names = [step.part.name for step in plan.steps]
    assert (names[0], names[-1]) == ("welcome", "close")
    phases = [step.part.phase for step in plan.steps if step.part.phase]
    assert list(dict.fromkeys(phases)) == list(Phase)


def test_an_hour_has_no_break() -> None:
    assert load().plan(ONE_HOUR).step_of("break") is None
    step = load().plan(TWO_HOURS).step_of("break")
    assert step is not None
    assert step.starts_at == 70


def test_what_an_hour_has_no_time_for_is_left_out_of_its_parts() -> None:
    for step in load().plan(ONE_HOUR).steps:
        assert step.part.brief_for(step.minutes) is step.part.brief is not None, step.part.name
    for step in load().plan(TWO_HOURS).steps:
        assert step.part.brief_for(step.minutes) is None, step.part.name
    (welcome, *_) = load().parts
    assert (welcome.opens_for(3), welcome.opens_for(8)) == ("rules", "teach")


def test_no_plan_of_that_name() -> None:
    with pytest.raises(KeyError):
        load().plan("two-days")


def test_every_phase_has_words_for_facilitator_and_room() -> None:
    for part in load().parts:
        assert part.purpose.endswith(".")
        assert part.say
        if part.name != "break":
            assert part.prompt.endswith("?")
            assert len(part.prompt) <= 140  # it is read from four metres
            assert len(part.stuck) >= 3
        brief = part.brief.lines if part.brief is not None else ()
        for line in (*part.say, *part.stuck, *brief):
            assert line[-1] in ".?!"
            assert len(line) <= 200


def test_definitions_have_blanks_and_the_quiz_gives_nothing_away() -> None:
    workshop = load()
    assert len(workshop.definitions) >= 4
    for one in workshop.definitions:
        assert any(piece.is_blank for piece in one.pieces)
        assert not any("[" in piece.text or "]" in piece.text for piece in one.pieces)
    shares = [one.percent for one in workshop.quiz.reasons]
    assert sorted(shares) == [1, 3, 4, 5, 9, 10, 68]
    assert shares not in (sorted(shares), sorted(shares, reverse=True))


def test_a_definition_is_cut_at_its_blanks() -> None:
    file = plain()
    file["definitions"] = [{"term": "T", "text": "[A] b [c] d."}]
    (found,) = parse(json.dumps(file)).definitions
    assert found.pieces == (("A", True), (" b ", False), ("c", True), (" d.", False))


def test_texts_are_cleaned() -> None:
    file = plain()
    file["rules"] = [" Be\nkind\x07. "]
    assert parse(json.dumps(file)).rules == ("Be kind.",)


def spoilt() -> list[tuple[tuple[str | int, ...], object]]:
    """Where in the file, and what is put there instead."""
    return [
        (("format",), "motwall-questions"),
        (("version",), 2),
        (("why",), []),
        (("why", "stop"), " "),
        (("rules",), "Be kind"),
        (("rules", 0), 7),
        (("room",), ["x"] * 61),
        (("parts",), []),
        (("parts", 0), "welcome"),
        (("parts", 0, "phase"), "lunch"),
        (("parts", 1, "name"), "welcome"),
        (("parts", 1, "prompt"), None),
        (("parts", 1, "brief"), "Be quick."),
        (("parts", 1, "brief", "up_to"), 0),
        (("plans", 0, "minutes"), {}),
        (("plans", 0, "minutes"), {"lunch": 5}),
        (("plans", 0, "minutes", "colour"), 0),
        (("plans", 0, "minutes", "colour"), True),
        (("plans", 0, "minutes", "colour"), 1.5),
        (("plans", 0, "minutes", "colour"), 100_000),
        (("definitions", 0, "term"), ""),
        (("quiz",), None),
        (("quiz", "reasons", 0, "percent"), 6),
        (("examples",), {}),
        (("two_things",), []),
        (("worked_example", "template"), ""),
        (("worked_example", "prompts"), "How?"),
    ]


@pytest.mark.parametrize(("where", "value"), spoilt())
def test_what_is_wrong_is_refused(where: tuple[str | int, ...], value: object) -> None:
    file = copy.deepcopy(plain())
    place: Any = file
    for key in where[:-1]:
        place = place[key]
    place[where[-1]] = value
    with pytest.raises(BadRecord):
        parse(json.dumps(file))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "[" * 100_000])
def test_what_is_no_workshop_at_all(text: str) -> None:
    with pytest.raises(BadRecord):
        parse(text)
