"""The cover: whose wall, why and how, who and when; and who hands it out, on every page."""

import struct
import zlib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from motwall.export.options import Branding, Edition
from motwall.export.pdf import Pages, Paper
from motwall.model.phases import Phase
from motwall.model.store import Store
from motwall.model.workshop import load
from tests.export.pdf.reading import (
    collisions,
    made,
    made_bytes,
    outside,
    page_texts,
    pages_of,
    reader,
    text_of,
    text_sizes,
)
from tests.export.pdf.samples import crowded, endless, shop
from tests.factories import session, store_with, wall

COVER = (Pages.COVER,)
BRANDING = Branding(
    logo=b"", strapline="Growth by <b>care</b> & numbers", contact="Hart & Lowe, 01234 567890"
)


def png(width: int, height: int) -> bytes:
    """A plain picture, as Qt might have written it."""
    rows = b"".join(b"\0" + b"\x22\x55\xaa\xff" * width for _ in range(height))

    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def met(**values: object) -> Store:
    """A wall with a session held and one agreed."""
    given = {"held_on": date(2026, 11, 19), "next_on": date(2026, 12, 17), **values}
    return store_with(wall(title="Bakery", business="Crumb & Sons"), session(**given))


def images(page: Any) -> list[int]:  # noqa: ANN401 -- pypdf's
    """The objects that are pictures on a page."""
    found = page["/Resources"].get("/XObject", {})
    return [found.raw_get(name).idnum for name in found if found[name]["/Subtype"] == "/Image"]


def test_it_says_whose_why_how_who_and_when(tmp_path: Path) -> None:
    store = met(attendees="Anna, Ben\nCarla", facilitator="Gwen")
    found = text_of(made(store, tmp_path, pages=COVER))
    why = load().why
    for words in ("Bakery", "Crumb & Sons", why.promise, why.stop, why.start, "Stop assuming"):
        assert words in found
    for phase in Phase:
        assert phase.label in found
        assert phase.sentence in found
    assert "Anna, Ben, Carla, Gwen (led the session)" in found
    store = met(attendees="Anna Gwen, Gwen; Ben", facilitator="Gwen")
    assert "Anna Gwen, Gwen (led the session); Ben" in text_of(made(store, tmp_path, pages=COVER))
    assert "Session of 19 November 2026" in found
    assert "Next session 17 December 2026" in found


def test_names_stay_out_where_they_are_not_wanted(tmp_path: Path) -> None:
    store = met(attendees="Anna, Ben", facilitator="Gwen")
    found = text_of(made(store, tmp_path, pages=COVER, has_names=False, is_fillable=True))
    assert not {"Anna", "Ben", "Gwen"} & set(found.replace(",", " ").split())
    assert "WHO TOOK PART" in found


def test_the_latest_session_counts_and_none_to_come(tmp_path: Path) -> None:
    old, coming = (
        session(held_on=date(2025, 1, 9), attendees="Olga"),
        session(held_on=date(2027, 3, 4), attendees="Zoe"),
    )
    store = Store([*met(attendees="Anna").everything(), old, coming])
    found = text_of(made(store, tmp_path, pages=COVER))
    assert "Anna" in found
    assert "Olga" not in found
    assert "Zoe" not in found


def test_what_is_not_known_can_be_filled_in() -> None:
    found = reader(made_bytes(store_with(), pages=COVER, is_fillable=True))
    assert set(found.get_fields() or {}) == {"cover-who", "cover-held", "cover-next"}


def test_a_crowd_gets_a_page_of_its_own_and_nobody_is_lost(tmp_path: Path) -> None:
    names = [f"Person{number}" for number in range(350)]
    path = made(met(attendees=", ".join(names)), tmp_path, pages=COVER)
    first, *others = page_texts(path)
    assert "See the next page." in first
    assert [one for one in names if one not in " ".join(others).replace(",", " ").split()] == []


def test_what_a_session_brought_stands_behind_the_cover_in_full(tmp_path: Path) -> None:
    said = {
        "agreement": ("We greet within three seconds. " * 125).strip(),
        "take_away": "Indifference costs most",
        "notes": "<b>Try</b> the sign\nnext week",
    }
    store = met(attendees="Anna", **said)
    path = made(store, tmp_path, pages=COVER)
    first, *behind = page_texts(path)
    read = "".join("".join(behind).split())
    for words in said.values():
        assert "".join(words.split())[:1000] in read
        assert words[:20] not in first
    assert read.count("seconds.") == 125
    for page in pages_of(path):
        assert outside(page, 36.0) == []
    participant = made(store, tmp_path, pages=COVER, edition=Edition.PARTICIPANT)
    assert len(page_texts(participant)) == 1


def test_the_editions_are_told_apart(tmp_path: Path) -> None:
    for edition, words in (
        (Edition.FACILITATOR, "With results"),
        (Edition.PARTICIPANT, "Without results"),
    ):
        assert words in text_of(made(shop(), tmp_path, pages=COVER, edition=edition))
        assert words not in text_of(made(store_with(), tmp_path, pages=COVER, edition=edition))


@pytest.mark.parametrize("paper", [Paper.LETTER, Paper.A3])
def test_everything_has_its_place(tmp_path: Path, paper: Paper) -> None:
    """Nothing is out of it on the other papers, either: `test_document.py` looks at the shop's."""
    arabic = endless()
    for store in (shop(), arabic, store_with(), crowded(200, deep=5), met(attendees="A " * 90)):
        path = made(store, tmp_path, pages=COVER, paper=paper, branding=BRANDING)
        for page in pages_of(path):
            assert outside(page, 36.0) == []
            # Of Arabic, poppler's boxes are far higher than its letters.
            assert store is arabic or collisions(page) == []
        assert min(size for size, _ in text_sizes(path.read_bytes())) >= 6.0


def test_a_long_name_is_there_in_full(tmp_path: Path) -> None:
    title, business = "Wide words " * 18, "W" * 200
    store = store_with(wall(title=title, business=business, customer="c" * 200))
    found = "".join(text_of(made(store, tmp_path, pages=COVER)).split())
    assert found.count("".join(title.split())) == 1
    assert business in found
    assert "c" * 200 in found


def test_whose_handout_it_is_stands_on_every_page(tmp_path: Path) -> None:
    path = made(shop(), tmp_path, pages=(Pages.COVER, Pages.FORM, Pages.PACK), branding=BRANDING)
    for number, text in enumerate(page_texts(path)):
        words = " ".join(text.split())
        assert BRANDING.contact in words, number
        assert BRANDING.strapline in words, number
    for page in pages_of(path):
        assert outside(page, 36.0) == []
        assert collisions(page) == []


def test_a_logo_is_in_the_file_once(tmp_path: Path) -> None:
    branding = Branding(logo=png(300, 100))
    pages = (Pages.COVER, Pages.FORM, Pages.ACTIONS)
    data = made(shop(), tmp_path, pages=pages, branding=branding).read_bytes()
    found = [images(page) for page in reader(data).pages]
    assert len(found) > 3
    assert all(len(one) == 1 for one in found)
    assert len({number for one in found for number in one}) == 1
    assert data == made_bytes(shop(), pages=pages, branding=branding)
    plain = reader(made_bytes(shop(), pages=pages))
    assert not any(images(page) for page in plain.pages)


@pytest.mark.parametrize(("width", "height"), [(1200, 10), (10, 600), (1, 1)])
def test_a_logo_of_any_shape_leaves_room_for_the_words(
    tmp_path: Path, width: int, height: int
) -> None:
    branding = Branding(logo=png(width, height))
    path = made(shop(), tmp_path, pages=(Pages.COVER, Pages.ACTIONS), branding=branding)
    for page in pages_of(path):
        assert outside(page, 36.0) == []
        assert collisions(page) == []


def test_the_longest_of_everything_at_once(tmp_path: Path) -> None:
    about = wall(title="W" * 200, business="W" * 200, customer="W" * 200, ends_with="W" * 200)
    held = session(held_on=date(2026, 11, 19), attendees="W" * 60, facilitator="W" * 40)
    branding = Branding(logo=png(300, 300), strapline="W" * 200, contact="W" * 200)
    path = made(
        store_with(about, held), tmp_path, pages=COVER, paper=Paper.LETTER, branding=branding
    )
    for page in pages_of(path):
        assert outside(page, 36.0) == []
        assert collisions(page) == []


def test_a_wall_of_many_notes_costs_a_picture_not_a_book() -> None:
    few, many = (made_bytes(crowded(count), pages=COVER) for count in (100, 1000))
    assert len(many) < 2 * len(few)
