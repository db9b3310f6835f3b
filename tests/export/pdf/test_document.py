"""The PDF as a file: fonts, language, title, bookmarks, margins, failure, force."""

import errno
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from motwall.export.options import USUAL_PAGES
from motwall.export.pdf import Pages, Paper, PdfOptions, document, pdf_bytes, write_pdf
from motwall.model.errors import Cancelled, DiskFull, OutputExists, WallFolderMissing
from motwall.model.store import Store
from tests.export.pdf.reading import (
    collisions,
    fonts_of,
    made,
    made_bytes,
    outside,
    pages_of,
    reader,
    text_of,
    texts_by_pdfium,
)
from tests.export.pdf.samples import crowded, endless, shop
from tests.factories import TODAY, action, moment, step, store_with, wall

OPTIONS = PdfOptions(made_on=TODAY, pages=(Pages.COVER, Pages.FORM, Pages.ACTIONS))
SCRIPTS = {
    "Greek": "\u0395\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03ac",
    "Cyrillic": "\u041a\u043b\u0438\u0435\u043d\u0442 \u0437\u0432\u043e\u043d\u0438\u0442",
    "Vietnamese": "Kh\u00e1ch h\u00e0ng g\u1ecdi \u0111i\u1ec7n",
    "Chinese": "\u5ba2\u6237\u6253\u7535\u8bdd",
    "Japanese": "\u4ed8\u7b8b\u30ab\u30ca",
    "Korean": "\ud3ec\uc2a4\ud2b8\uc787",
    "emoji": "\U0001f389\U0001f44d\u2764",
    "Arabic": "\u0645\u0631",
    "Hebrew": "\u05e9\u05dc\u05d5\u05dd",
    "markup": "R&D <b>bold</b> &amp; <img src='x'/>",
}


WALLS_TO_LOOK_AT: dict[str, Callable[[], Store]] = {
    "empty": store_with,
    "shop": shop,
    "crowded": lambda: crowded(45, deep=2, unsorted=6),
    "endless": endless,
}

#: The others are the same whatever stands on the wall, but for its name.
OF_THE_WALL = tuple(
    one for one in Pages if one not in {Pages.GRID, Pages.NOTES, Pages.GUIDE, Pages.PACK}
)


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_script_is_found_again(tmp_path: Path, name: str) -> None:
    words = SCRIPTS[name]
    here = step(words)
    rings = moment(words, at=here, description=words, issue=words)
    store = store_with(wall(title=words), here, rings, action(rings, words, owner=words))
    path = made(store, tmp_path, pages=USUAL_PAGES)
    found = text_of(path)
    # Title, foot and number, note, three cells of the form, action and owner; twice or more each.
    assert found.count(words) >= 10
    assert "\x00" not in found
    assert reader(path.read_bytes()).metadata.title == words


def test_all_fonts_are_embedded_subsets(tmp_path: Path) -> None:
    words = " ".join(SCRIPTS.values())
    path = made(store_with(moment(words), moment("Inter alone")), tmp_path)
    fonts = fonts_of(path)
    assert {name for name, *_ in fonts} >= {
        f"AAAAAA+{one}"
        for one in ("Inter-Regular", "Inter-Bold", "NotoEmoji-Regular", "NotoSansSC-Regular")
    }
    for name, *_, embedded, subset, searchable, _object, _generation in fonts:
        assert (embedded, subset, searchable) == ("yes", "yes", "yes"), name
    assert b"Helvetica" not in path.read_bytes()


def test_big_fonts_are_left_out_where_nothing_needs_them() -> None:
    assert len(made_bytes(shop(), pages=USUAL_PAGES)) < 200_000
    assert b"Noto" not in made_bytes(shop(), pages=tuple(Pages))


def test_language_title_and_bookmarks() -> None:
    data = made_bytes(shop(), language="de-CH")
    found, texts = reader(data), texts_by_pdfium(data)
    assert found.root_object["/Lang"] == "de-CH"
    assert found.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert found.metadata.title == "Corner Hardware"
    assert found.metadata.creator == "motwall"
    assert found.metadata.creation_date.date() == TODAY
    tops = [one for one in found.outline if not isinstance(one, list)]
    marks = [(one.title, found.get_destination_page_number(one)) for one in tops]
    titles = [title for title, _ in marks]
    # In the order of the kinds, whatever else there is by now.
    known = ["Cover", "The wall", "Planning form", "Action plan", "Ladders and measures"]
    assert [title for title in titles if title in known] == known
    for title, number in marks:
        if title != "Cover":
            assert texts[number].startswith(title)


def test_another_day_gives_other_bytes() -> None:
    # Whether the same day gives the same is in test_whole_document.py.
    cover = {"pages": (Pages.COVER,)}
    assert made_bytes(shop(), **cover) != made_bytes(shop(), **cover, made_on=date(2027, 1, 1))


def test_parts_come_in_the_order_wanted_and_once() -> None:
    pages = (Pages.ACTIONS, Pages.FORM, Pages.ACTIONS)
    found = reader(made_bytes(shop(), pages=pages))
    assert [one.title for one in found.outline] == ["Action plan", "Planning form"]


@pytest.mark.parametrize(
    ("paper", "short", "long"),
    [
        (Paper.A4, 595.28, 841.89),
        (Paper.LETTER, 612.0, 792.0),
        (Paper.A3, 841.89, 1190.55),
        (Paper.TABLOID, 792.0, 1224.0),
    ],
)
def test_form_and_wall_lie_the_plan_stands(paper: Paper, short: float, long: float) -> None:
    for part, wanted in (
        (Pages.FORM, (long, short)),
        (Pages.WALL, (long, short)),
        (Pages.ACTIONS, (short, long)),
    ):
        for page in reader(made_bytes(shop(), pages=(part,), paper=paper)).pages:
            box = page.mediabox
            assert (float(box.width), float(box.height)) == pytest.approx(wanted, abs=0.01)


@pytest.mark.parametrize(
    ("name", "kinds", "paper"),
    [
        *(("shop", tuple(Pages), paper) for paper in Paper),
        ("crowded", OF_THE_WALL, Paper.LETTER),
        ("crowded", OF_THE_WALL, Paper.A3),
    ],
)
def test_no_text_in_the_margins_or_on_text(
    tmp_path: Path, name: str, kinds: tuple[Pages, ...], paper: Paper
) -> None:
    pages = pages_of(made(WALLS_TO_LOOK_AT[name](), tmp_path, paper=paper, pages=kinds))
    assert [outside(page, 36.0) for page in pages] == [[]] * len(pages)
    assert [collisions(page) for page in pages] == [[]] * len(pages)


@pytest.mark.parametrize(
    ("name", "paper"),
    [("empty", Paper.LETTER), ("endless", Paper.A4), ("endless", Paper.TABLOID)],
)
def test_no_text_in_the_margins(tmp_path: Path, name: str, paper: Paper) -> None:
    pages = pages_of(made(WALLS_TO_LOOK_AT[name](), tmp_path, paper=paper, pages=OF_THE_WALL))
    assert [outside(page, 36.0) for page in pages] == [[]] * len(pages)


def test_pages_are_counted(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    out = tmp_path / "out.pdf"
    count = write_pdf(shop(), out, OPTIONS, lambda *step: told.append(step))
    assert count == len(reader(out.read_bytes()).pages)
    # Laying out comes first, kind by kind, and may be stopped as well.
    assert told[: len(OPTIONS.pages)] == [(0, 0)] * len(OPTIONS.pages)
    assert told[len(OPTIONS.pages) :] == [(number, count) for number in range(1, count + 1)]
    assert f"page {count} of {count}" in text_of(out)


def test_a_cancelled_export_leaves_the_old_file(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(shop(), out, OPTIONS, stop, is_forced=True)
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]
    # The next export starts afresh.
    write_pdf(shop(), out, OPTIONS, is_forced=True)
    assert out.read_bytes() == pdf_bytes(shop(), OPTIONS)[0]


def test_an_old_file_is_replaced_only_by_force(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    with pytest.raises(OutputExists):
        write_pdf(shop(), out, OPTIONS)
    assert out.read_bytes() == b"old"
    write_pdf(shop(), out, OPTIONS, is_forced=True)
    assert out.read_bytes().startswith(b"%PDF-1.4")


def test_a_full_disk_and_a_lost_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")

    def full(_self: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(document.Path, "write_bytes", full)
        with pytest.raises(DiskFull):
            write_pdf(shop(), out, OPTIONS, is_forced=True)
    assert out.read_bytes() == b"old"
    with pytest.raises(WallFolderMissing):
        write_pdf(shop(), tmp_path / "gone" / "out.pdf", OPTIONS)
