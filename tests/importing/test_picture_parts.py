"""The bytes of pictures in a JSON file: in and out the same, or a sentence."""

import json
from base64 import b64encode
from typing import Any

import pytest

from motwall.export.json_file import json_text
from motwall.importing import json_plan
from motwall.importing.apart import contents_of, read_apart
from motwall.importing.sources import addition
from motwall.model.agenda import agenda
from motwall.model.errors import ImportRefused
from motwall.model.pictures import MOST_BYTES, digest_of, picture_of
from motwall.model.records import Picture, Record, VoteRound
from motwall.model.store import Store
from motwall.model.voting import open_round_now
from tests.factories import (
    NOON,
    FakeClock,
    agenda_item,
    an_id,
    moment,
    picture,
    session,
    store_with,
    vote_round,
)
from tests.machine.laws import broken_laws

PHOTO = bytes(range(256)) * 3
DIGEST = digest_of(PHOTO)
NOTE = moment("Waits", id=an_id(5))
ON_NOTE = picture(NOTE, id=an_id(6), digest=DIGEST)


def a_wall(*records: Record) -> Store:
    return store_with(NOTE, *records)


def with_part(store: Store, pictures: object) -> bytes:
    file: dict[str, Any] = json.loads(json_text(store))
    return json.dumps({**file, "pictures": pictures}).encode()


def test_bytes_come_back_as_they_were() -> None:
    store = a_wall(ON_NOTE)
    text = json_text(store, {DIGEST: PHOTO, digest_of(b"stray"): b"stray"})
    assert list(json.loads(text)["pictures"]) == [DIGEST]
    plan = json_plan.parse(text.encode())
    assert (plan.pictures, plan.warnings) == ({DIGEST: PHOTO}, ())
    assert json_text(Store(plan.records), plan.pictures) == text


def test_the_child_tells_them_too() -> None:
    raw = json_text(a_wall(ON_NOTE), {DIGEST: PHOTO}).encode()
    assert read_apart("json", raw) == contents_of("json", raw)
    assert contents_of("json", raw).pictures == {DIGEST: PHOTO}


def test_a_wall_without_photos_is_written_as_ever() -> None:
    assert "pictures" not in json.loads(json_text(a_wall(), {DIGEST: PHOTO}))


def test_a_photo_without_its_bytes_is_left_out_and_told() -> None:
    plan = json_plan.parse(json_text(a_wall(ON_NOTE)).encode())
    assert not [one for one in plan.records if isinstance(one, Picture)]
    assert plan.warnings == ("1 photo left out: their bytes are not in the file.",)


def test_bytes_that_nothing_names_are_left_out() -> None:
    plan = json_plan.parse(with_part(a_wall(), {DIGEST: b64encode(PHOTO).decode()}))
    assert (plan.pictures, plan.warnings) == ({}, ())


@pytest.mark.parametrize(
    ("pictures", "words"),
    [
        ([], "no object"),
        ("text", "no object"),
        ({DIGEST: 7}, "not in base64"),
        ({DIGEST: None}, "not in base64"),
        ({DIGEST: "no base64!"}, "not in base64"),
        ({DIGEST: "ä"}, "not in base64"),
        ({DIGEST: b64encode(b"another").decode()}, "not the one of that digest"),
        ({"": b64encode(PHOTO).decode()}, "not the one of that digest"),
        ({DIGEST: b64encode(bytes(MOST_BYTES + 1)).decode()}, "more than 500 kB"),
        ({DIGEST: "A" * 4 * MOST_BYTES}, "more than 500 kB"),
    ],
)
def test_what_is_wrong_with_them_is_told(pictures: object, words: str) -> None:
    with pytest.raises(ImportRefused) as caught:
        json_plan.parse(with_part(a_wall(ON_NOTE), pictures))
    assert words in caught.value.problems[0][1]


def test_the_largest_picture_comes_in() -> None:
    data = bytes(MOST_BYTES)
    store = a_wall(picture(NOTE, digest=digest_of(data)))
    found = json_plan.parse(json_text(store, {digest_of(data): data}).encode())
    assert found.pictures == {digest_of(data): data}


def added(here: Store, there: Store, pictures: dict[str, bytes]) -> tuple[Store, object]:
    done = addition(".json", json_text(there, pictures).encode(), here, FakeClock())
    here.apply(done.patch)
    assert broken_laws(here) == []
    return here, done.pictures


def test_a_wall_takes_a_photo_with_its_bytes() -> None:
    made, pictures = added(a_wall(), a_wall(ON_NOTE), {DIGEST: PHOTO})
    assert picture_of(made, NOTE.id) == ON_NOTE
    assert pictures == {DIGEST: PHOTO}


def test_a_note_that_has_a_photo_keeps_it() -> None:
    own = picture(NOTE, digest=digest_of(b"own"))
    made, pictures = added(a_wall(own), a_wall(ON_NOTE), {DIGEST: PHOTO})
    assert (picture_of(made, NOTE.id), pictures) == (own, {})
    twice = a_wall(ON_NOTE, picture(NOTE, id=an_id(7), digest=DIGEST))
    assert added(a_wall(), twice, {DIGEST: PHOTO})[0].count(Picture) == 1


def test_one_vote_round_stays_open() -> None:
    own, other = vote_round(id=an_id(8)), vote_round(id=an_id(9))
    made, _ = added(a_wall(own), a_wall(other), {})
    assert open_round_now(made) == own
    assert made.get(VoteRound, other.id).closed_at == NOON
    assert open_round_now(added(a_wall(), a_wall(other), {})[0]) == other


def test_parts_come_after_those_of_the_workshop() -> None:
    met = session(id=an_id(10))
    own = agenda_item(met, "Now", id=an_id(11), rank=1024, started_at=NOON)
    over = agenda_item(met, "Over", id=an_id(12), rank=512, is_over=True, spent_s=9)
    made, _ = added(a_wall(met, own), a_wall(met, over), {})
    assert [one.title for one in agenda(made, met.id)] == ["Now", "Over"]
    assert not agenda(made, met.id)[1].is_over
    fresh, _ = added(a_wall(met), a_wall(met, over), {})
    assert agenda(fresh, met.id)[0].is_over
