"""Photos on paper: wherever a note is shown that carries one, and nowhere if it cannot be read."""

import subprocess
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from motwall.export.options import Edition, Pages, PdfOptions, Rows, WallAs
from motwall.export.pdf.photos import LONGEST, Photos
from motwall.model.note_look import look_of
from motwall.model.pictures import digest_of
from motwall.model.records import Moment
from motwall.model.store import Store
from tests.export.pdf.reading import (
    collisions,
    made,
    made_anew,
    made_bytes,
    pages_of,
    reader,
    text_of,
)
from tests.factories import TODAY, moment, picture, step, store_with, wall

YELLOW, INK = (246, 226, 122), (30, 40, 60)
#: The kinds of pages that show notes, and how many photos of `walled` each shows.
SHOWN = {Pages.WALL: 3, Pages.FORM: 1, Pages.PRIORITIES: 3, Pages.CUTOUTS: 3}


def photo(number: int = 0, size: tuple[int, int] = (800, 600), kind: str = "JPEG") -> bytes:
    """A paper note with some writing."""
    random = Random(number)
    image = Image.new("RGB", size, YELLOW)
    pen = ImageDraw.Draw(image)
    for _ in range(6):
        ends = [(random.randrange(size[0]), random.randrange(size[1])) for _ in range(2)]
        pen.line(ends, fill=INK, width=9)
    file = BytesIO()
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "whoever took it")
    more = {"pnginfo": words} if kind == "PNG" else {"comment": b"whoever took it"}
    image.save(file, kind, **more)
    return file.getvalue()


def walled(photos: list[bytes]) -> tuple[Store, dict[str, bytes]]:
    """A wall whose first note has a photo and no words; the others have both; all are ticked."""
    here = step()
    texts = ["", *(f"Waits at door {place}" for place in range(1, len(photos)))]
    notes = [moment(text, at=here, is_ticked=True) for text in texts]
    bytes_ = {digest_of(one): one for one in photos}
    taken = [picture(note, digest=digest_of(one)) for note, one in zip(notes, photos, strict=True)]
    return store_with(wall(title="Photos"), here, *notes, *taken), bytes_


@pytest.fixture
def three() -> tuple[Store, dict[str, bytes]]:
    return walled([photo(0), photo(1), photo(2, kind="PNG")])


def images_of(data: bytes) -> list[Image.Image]:
    """All photos on all pages, also of notes that are drawn by reference."""
    found = []
    for page in reader(data).pages:
        resources = page["/Resources"].get("/XObject", {})
        for form in resources.values():
            inner = form.get_object().get("/Resources", {}).get("/XObject", {})
            found += [one.get_object() for one in inner.values()]
    kept = [one for one in found if one["/Subtype"] == "/Image"]
    return [Image.open(BytesIO(one._data)) for one in kept]


@pytest.mark.parametrize("kind", SHOWN)
@pytest.mark.parametrize("is_ink_saver", [True, False])
def test_every_page_that_shows_notes_shows_their_photos(
    three: tuple[Store, dict[str, bytes]], kind: Pages, is_ink_saver: bool
) -> None:
    store, pictures = three
    given = {"pages": (kind,), "is_ink_saver": is_ink_saver}
    shown = images_of(made_bytes(store, pictures=pictures, **given))
    assert len(shown) == SHOWN[kind]
    assert {one.mode for one in shown} == {"L" if is_ink_saver else "RGB"}
    assert images_of(made_bytes(store, **given)) == []


@pytest.mark.parametrize("way", WallAs)
def test_the_wall_shows_them_however_it_comes_onto_paper(
    three: tuple[Store, dict[str, bytes]], way: WallAs
) -> None:
    store, pictures = three
    data = made_bytes(store, pictures=pictures, pages=(Pages.WALL,), wall_as=way)
    assert len(images_of(data)) == 3


def test_participants_see_them_too(three: tuple[Store, dict[str, bytes]]) -> None:
    store, pictures = three
    for choices in ({"edition": Edition.PARTICIPANT}, {"rows": Rows.ALL}):
        data = made_bytes(store, pictures=pictures, pages=(Pages.FORM,), **choices)
        assert len(images_of(data)) == 1


def test_a_photo_is_in_the_file_once(tmp_path: Path) -> None:
    store, pictures = walled([photo(1)] * 3)
    pages = tuple(SHOWN)
    path = made(store, tmp_path, pictures=pictures, pages=pages)
    listed = subprocess.run(["pdfimages", "-list", path], capture_output=True, check=True)
    rows = [line.split() for line in listed.stdout.decode().splitlines()[2:]]
    assert len(rows) > len(pages)
    assert len({row[10] for row in rows}) == 1
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, check=True)
    assert b"No syntax" in checked.stdout


def test_equal_walls_with_photos_give_equal_bytes(
    three: tuple[Store, dict[str, bytes]],
) -> None:
    store, pictures = three
    backwards = dict(reversed(pictures.items()))
    assert made_anew(store, pictures=pictures) == made_anew(store, pictures=backwards)


def test_no_words_are_below_a_photo_or_lost(
    three: tuple[Store, dict[str, bytes]], tmp_path: Path
) -> None:
    store, pictures = three
    for kind in SHOWN:
        path = made(store, tmp_path, pictures=pictures, pages=(kind,))
        text = text_of(path)
        assert all(one.text in text for one in store.all(Moment))
        assert all(collisions(page) == [] for page in pages_of(path))


def damaged() -> dict[str, bytes]:
    whole, spoilt = photo(1), bytearray(photo(2, kind="PNG"))
    spoilt[60:90] = bytes(30)
    return {
        "cut short": whole[: len(whole) // 3],
        "PNG with holes": bytes(spoilt),
        "no picture": b"\xff\xd8\xff nothing",
        "empty": b"",
        "vast": photo(3, size=(1, 1), kind="PNG").replace(
            b"\x00\x00\x00\x01\x00\x00\x00\x01", b"\x00\x00\x80\x00\x00\x00\x40\x00"
        ),
        "another format": b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\x00\x00\x00;",
    }


@pytest.mark.parametrize("how", damaged())
def test_a_damaged_photo_leaves_the_note_as_if_it_had_none(how: str) -> None:
    store, pictures = walled([damaged()[how]])
    pages = tuple(SHOWN)
    assert made_anew(store, pictures=pictures, pages=pages) == made_anew(store, pages=pages)


def test_bytes_that_are_not_those_named_are_not_shown() -> None:
    store, _ = walled([photo(4)])
    (note,) = store.all(Moment)
    digest = look_of(store, note, {}).photo
    options = PdfOptions(made_on=TODAY, pictures={digest: photo(5)})
    assert Photos(options).find(digest) is None
    assert Photos(options).find("") is None


def test_a_photo_is_small_and_says_nothing_of_who_took_it() -> None:
    for kind in ("JPEG", "PNG"):
        data = photo(6, size=(3000, 1000), kind=kind)
        options = PdfOptions(made_on=TODAY, pictures={digest_of(data): data})
        found = Photos(options).find(digest_of(data))
        assert found is not None
        assert found.size[0] == LONGEST
        assert b"whoever" in data
        assert b"whoever" not in found.jpeg


def test_to_save_ink_the_paper_of_a_photo_is_white() -> None:
    data = photo(7)
    options = PdfOptions(made_on=TODAY, pictures={digest_of(data): data})
    found = Photos(options).find(digest_of(data))
    assert found is not None
    levels = Image.open(BytesIO(found.jpeg)).histogram()
    assert sum(levels[250:]) > 0.8 * sum(levels)
    assert sum(levels[:30]) > 0.005 * sum(levels)


def test_light_writing_on_dark_paper_stays_readable() -> None:
    image = Image.new("RGB", (200, 200), (40, 40, 60))
    ImageDraw.Draw(image).line([(20, 20), (180, 180)], fill=(250, 250, 250), width=6)
    file = BytesIO()
    image.save(file, "PNG")
    data = file.getvalue()
    options = PdfOptions(made_on=TODAY, pictures={digest_of(data): data})
    found = Photos(options).find(digest_of(data))
    assert found is not None
    printed = Image.open(BytesIO(found.jpeg))
    assert printed.getpixel((100, 100)) > printed.getpixel((20, 180)) + 100
