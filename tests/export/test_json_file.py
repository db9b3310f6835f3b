"""JSON out: every record, every field, in an order that only the records decide."""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings

from motwall.export.json_file import json_text, write_json
from motwall.model.codec import from_plain
from motwall.model.errors import OutputExists
from motwall.model.fields import rules_of
from motwall.model.records import RECORD_TYPES
from motwall.model.store import Store
from tests.factories import TODAY, action, an_id, moment, step, store_with, wall
from tests.strategies import walls


def test_the_head_and_every_field_of_a_record() -> None:
    first = step("Phone", rank=1)
    called = moment("Rings\n\u201cnow\u201d", at=first, is_ticked=True, merged=("Calls",))
    found = json.loads(json_text(store_with(first, called)))
    assert list(found) == ["format", "version", "records"]
    assert (found["format"], found["version"]) == ("motwall", 1)
    plain = found["records"][2]
    assert list(plain) == ["type", *rules_of(type(called))]
    assert plain["type"] == "Moment"
    assert plain["text"] == "Rings\n\u201cnow\u201d"
    assert plain["merged"] == ["Calls"]
    assert plain["shortlist_rank"] is None


def test_a_record_is_a_line_and_text_stays_readable() -> None:
    text = json_text(store_with(moment("\u4fbf\u5229\u8d34 \U0001f389"), moment("b")))
    assert "\u4fbf\u5229\u8d34 \U0001f389" in text
    assert len(text.splitlines()) == 1 + 3 + 1
    assert text.endswith("]}\n")


def test_the_order_is_by_type_then_rank_then_id() -> None:
    late, early = step("late", rank=2), step("early", rank=1)
    twin_b, twin_a = moment("b", id=an_id(7), rank=5), moment("a", id=an_id(6), rank=5)
    found = json.loads(json_text(store_with(twin_b, twin_a, late, early)))["records"]
    assert [one["type"] for one in found] == ["Wall", "Step", "Step", "Moment", "Moment"]
    assert [one["id"] for one in found[1:]] == [early.id, late.id, twin_a.id, twin_b.id]


@given(store=walls())
@settings(max_examples=50)
def test_records_come_back_as_they_were(store: Store) -> None:
    text = json_text(store)
    found = json.loads(text)["records"]
    again = [
        from_plain(one["type"], {key: one[key] for key in one if key != "type"}) for one in found
    ]
    assert sorted(again, key=lambda one: one.id) == sorted(
        store.everything(), key=lambda one: one.id
    )
    shuffled = store.everything()
    Random(1).shuffle(shuffled)
    assert json_text(Store(shuffled)) == text
    places = [list(RECORD_TYPES).index(one["type"]) for one in found]
    assert places == sorted(places)


def test_the_file_is_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    asked = moment("\u00dcber")
    store = store_with(asked, action(asked, "Gr\u00fc\u00dfen", due=TODAY))
    out = tmp_path / "wall.json"
    write_json(store, out)
    assert out.read_bytes() == json_text(store).encode("utf-8")
    assert b"\r" not in out.read_bytes()


def test_an_existing_file_needs_force(tmp_path: Path) -> None:
    out = tmp_path / "wall.json"
    out.write_text("old", encoding="utf-8")
    store = store_with(wall(title="New"))
    with pytest.raises(OutputExists):
        write_json(store, out)
    assert out.read_text(encoding="utf-8") == "old"
    write_json(store, out, is_forced=True)
    assert json.loads(out.read_text(encoding="utf-8"))["records"][0]["title"] == "New"
