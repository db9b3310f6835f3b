import json
from typing import Any

import pytest

from motwall.export import json_file
from motwall.export.json_file import json_text
from motwall.importing import json_plan
from motwall.model.errors import ImportRefused
from motwall.model.palette import MAX_TYPES
from motwall.model.records import Idea, Moment, Record, Session, Wall
from motwall.model.rows import MAX_ROWS
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from motwall.storage.limits import LIMITS
from tests.factories import TODAY, an_id, moment, new_ids, row, step, store_with
from tests.importing.samples import json_file as file_of

WALL = {"type": "Wall", "id": an_id(1)}
MOMENT = {"type": "Moment", "id": an_id(2), "text": "Greet"}
IDEA = {"type": "Idea", "id": an_id(3), "moment_id": an_id(2)}


def refusal(raw: bytes) -> list[tuple[int, str]]:
    with pytest.raises(ImportRefused) as caught:
        json_plan.parse(raw)
    return caught.value.problems


def test_it_reads_what_the_export_writes() -> None:
    assert (json_plan.FORMAT, json_plan.VERSION) == (json_file.FORMAT, json_file.VERSION)


@pytest.mark.parametrize("name", ["blank", "planning-form", "airline", "shop"])
def test_an_export_comes_back_as_it_was(name: str) -> None:
    store = Store(instantiate(load(name), new_ids(), TODAY))
    text = json_text(store)
    plan = json_plan.parse(text.encode())
    assert set(plan.records) == set(store.everything())
    assert json_text(Store(plan.records)) == text
    assert plan.warnings == ()


def test_a_missing_key_is_the_default() -> None:
    records = json_plan.parse(b"\xef\xbb\xbf" + file_of([WALL, {**MOMENT, "rank": 3}])).records
    assert records == (Wall(id=an_id(1)), Moment(id=an_id(2), text="Greet", rank=3))


def test_texts_are_cleaned_and_cutting_is_told() -> None:
    rough = {
        **MOMENT,
        "text": "a\r\nb\ud800\u202e\x07\u0065\u0301",
        "description": "d" * 4001,
        "who_delivers": "x\ny",
        "merged": ["one\ttwo", "m" * 5000],
    }
    plan = json_plan.parse(file_of([WALL, rough]))
    moment = plan.records[1]
    assert isinstance(moment, Moment)
    assert (moment.text, moment.who_delivers) == ("a\nb\u00e9", "x y")
    assert moment.description == "d" * 4000
    assert moment.merged == ("one two", "m" * 4000)
    assert [one.split(":")[0] for one in plan.warnings] == [
        "Record 2 (Moment), description",
        "Record 2 (Moment), merged",
    ]


@pytest.mark.parametrize("time", ["2026-03-14T09:26:53Z", "2026-03-14T09:26:53.000000Z"])
def test_times_with_and_without_fractions(time: str) -> None:
    session = {"type": "Session", "id": an_id(5), "opened_at": time}
    found = json_plan.parse(file_of([WALL, session])).records[1]
    assert isinstance(found, Session)
    assert found.opened_at is not None
    assert found.opened_at.isoformat() == "2026-03-14T09:26:53+00:00"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe",
        b'{"format": "motwall"}',
        b'{"format": "motwall", "version": 1}',
        b'{"format": "motwall", "version": 1, "records": {}}',
        b'{"format": "motwall", "version": true, "records": []}',
        b'{"format": "motwall", "version": 0, "records": []}',
        b'{"format": "motwall", "version": "1", "records": []}',
        b'{"format": "motwall-template", "version": 1, "records": []}',
        b'{"format": "motwall", "version": 1, "records": [], "journal": []}',
        b'{"format": "motwall", "version": 1, "version": 1, "records": []}',
        b'{"format": "motwall", "version": 1, "records": [NaN]}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format": "motwall", "version": ' + b"9" * 5000 + b"}",
    ],
)
def test_what_is_no_wall_is_refused(raw: bytes) -> None:
    ((row, problem),) = refusal(raw)
    assert row == 0
    assert problem


def test_a_file_of_a_newer_version_is_named_so() -> None:
    ((_, problem),) = refusal(file_of([WALL], version=2))
    assert "newer" in problem


@pytest.mark.parametrize(
    ("changed", "word"),
    [
        ({"type": "Foo"}, "Foo"),
        ({"type": 1}, "type"),
        ({"colour": "red"}, "colour"),
        ({"id": "x"}, "id"),
        ({"id": None}, "id"),
        ({"text": 5}, "text"),
        ({"rank": 1.5}, "rank"),
        ({"rank": True}, "rank"),
        ({"rank": 10**400}, "rank"),
        ({"x": 10**400}, "x"),
        ({"x": "1"}, "x"),
        ({"rating": "great"}, "rating"),
        ({"rated_on": "2026-2-1"}, "rated_on"),
        ({"is_ticked": 1}, "is_ticked"),
        ({"shortlist_rank": 0}, "shortlist_rank"),
        ({"merged": "x"}, "merged"),
        ({"merged": [1]}, "merged"),
        ({"step_id": an_id(99)}, "step_id"),
        ({"step_id": an_id(1)}, "step_id"),
    ],
)
def test_a_value_that_cannot_be_is_refused(changed: dict[str, Any], word: str) -> None:
    ((_, problem),) = refusal(file_of([WALL, MOMENT | changed]))
    assert word in problem


def test_records_that_are_none_are_refused_all_at_once() -> None:
    records: list[Any] = [WALL, 7, [], {"id": an_id(4)}, {"type": "Idea", "id": an_id(3)}]
    problems = refusal(file_of(records))
    assert [problem.split()[1].rstrip(":") for _, problem in problems] == ["2", "3", "4", "5"]
    assert "moment_id" in problems[-1][1]


@pytest.mark.parametrize(
    "records",
    [
        [],
        [MOMENT],
        [WALL, {**WALL, "id": an_id(9)}],
        [WALL, MOMENT, MOMENT],
        [WALL, {**MOMENT, "id": an_id(1)}],
        [WALL, {**IDEA, "moment_id": an_id(1)}],
        [WALL, MOMENT, {**IDEA, "from_idea_id": an_id(3)}],
        [
            WALL,
            MOMENT,
            {**IDEA, "from_idea_id": an_id(4)},
            {**IDEA, "id": an_id(4), "from_idea_id": an_id(3)},
        ],
        [
            WALL,
            *({"type": "ContactType", "id": an_id(9 + n)} for n in range(MAX_TYPES + 1)),
        ],
    ],
)
def test_records_that_do_not_fit_together_are_refused(records: list[dict[str, Any]]) -> None:
    assert len(refusal(file_of(records))) == 1


def test_a_key_that_stands_twice_is_refused() -> None:
    raw = file_of([WALL, MOMENT]).replace(b'"text":', b'"text": "lost", "text":')
    assert len(refusal(raw)) == 1


def test_a_file_that_is_too_large_is_refused() -> None:
    assert "50 MB" in refusal(b" " * (json_plan.SIZE_LIMIT + 1))[0][1]


def test_more_records_than_a_wall_takes_are_refused() -> None:
    assert LIMITS.records == json_plan.RECORD_LIMIT
    raw = b'{"records": [' + b"{}," * (json_plan.RECORD_LIMIT + 1) + b"{}]}"
    assert "100,000" in refusal(raw)[0][1]


def test_sources_come_first() -> None:
    ideas = [
        Idea(id=an_id(n), moment_id=an_id(1), from_idea_id=an_id(n + 1) if n < 500 else None)
        for n in range(2, 501)
    ]
    ordered = json_plan.sources_first(ideas)
    assert [one.id for one in ordered] == [one.id for one in reversed(ideas)]


def test_the_order_of_the_file_is_kept() -> None:
    records: tuple[Record, ...] = json_plan.parse(file_of([IDEA, MOMENT, WALL])).records
    assert [type(one).__name__ for one in records] == ["Idea", "Moment", "Wall"]
    assert json.loads(json_text(Store(records)))["records"][0]["type"] == "Wall"


def test_rows_come_back_as_they_were_and_there_are_at_most_twelve() -> None:
    online = row("Online", customer="Students")
    place = step()
    store = store_with(place, online, moment("site", at=place, into=online))
    assert set(json_plan.parse(json_text(store).encode()).records) == set(store.everything())
    rows = [{"type": "Row", "id": an_id(9 + n)} for n in range(MAX_ROWS + 1)]
    assert refusal(file_of([WALL, *rows])) == [(0, "there are more than 12 further rows")]
    assert len(json_plan.parse(file_of([WALL, *rows[1:]])).records) == MAX_ROWS + 1
