"""Photos through `export`, `import` and `merge`: the bytes are where the records are."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from motwall.model.patch import Change, Patch
from motwall.model.pictures import digest_of
from motwall.model.records import Picture
from motwall.storage.reading import check, read_pictures, read_records
from motwall.storage.wall_file import WallFile
from tests.cli.running import here
from tests.export.pdf.test_photos import photo
from tests.factories import picture
from tests.storage.walls import DOOR, QUEUE, entry, made

BYTES = b"taken at the queue" * 1000
NEW = picture(QUEUE, digest=digest_of(BYTES))


def add_photo(path: Path, photo: Picture, data: bytes) -> None:
    file = WallFile.open(path)
    assert file.keep_picture(data) == photo.digest
    file.write(Patch.of([Change(None, photo)]), entry())
    file.close()


def bytes_in(path: Path) -> dict[str, bytes]:
    check(path)
    records = read_records(path)
    return read_pictures(path, [one.digest for one in records if isinstance(one, Picture)])


@pytest.fixture
def wall(tmp_path: Path) -> Path:
    path = made(tmp_path / "a.motwall")
    add_photo(path, NEW, BYTES)
    return path


def test_a_wall_is_the_same_after_json(wall: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, back, again = (wall.with_name(one) for one in ("a.json", "b.motwall", "b.json"))
    assert here(capsys, "export", wall, "-o", out).code == 0
    result = here(capsys, "import", back, out)
    assert (result.code, result.err) == (0, "")
    assert bytes_in(back) == bytes_in(wall)
    assert bytes_in(back)[NEW.digest] == BYTES
    assert here(capsys, "export", back, "-o", again).code == 0
    assert again.read_bytes() == out.read_bytes()


def test_a_wall_that_is_there_takes_them(wall: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, other = wall.with_name("a.json"), made(wall.with_name("other.motwall"))
    assert here(capsys, "export", wall, "-o", out).code == 0
    result = here(capsys, "import", other, out)
    assert (result.code, result.err) == (0, "")
    assert bytes_in(other)[NEW.digest] == BYTES


def test_a_damaged_picture_makes_no_wall(wall: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, back = wall.with_name("a.json"), wall.with_name("b.motwall")
    assert here(capsys, "export", wall, "-o", out).code == 0
    file = json.loads(out.read_text())
    file["pictures"][NEW.digest] = "AAAA"
    out.write_text(json.dumps(file))
    result = here(capsys, "import", back, out)
    assert result.code == 1
    assert "digest" in result.err
    assert not back.exists()


def test_a_workbook_leaves_them_out_and_says_so(
    wall: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, back = wall.with_name("a.xlsx"), wall.with_name("b.motwall")
    assert here(capsys, "export", wall, "-o", out).code == 0
    result = here(capsys, "import", back, out)
    assert result.code == 0
    assert "2 photos left out" in result.err
    assert bytes_in(back) == {}
    assert len(read_records(back)) == len(read_records(wall)) - 2


def test_what_is_printed_or_drawn_shows_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, data = made(tmp_path / "a.motwall"), photo()
    add_photo(path, replace(NEW, digest=digest_of(data)), data)
    plain = made(tmp_path / "plain.motwall")
    for ending, choices in (("pdf", ("--pages", "wall")), ("png", ()), ("svg", ())):
        out, without = tmp_path / f"a.{ending}", tmp_path / f"plain.{ending}"
        assert here(capsys, "export", path, "-o", out, *choices).code == 0
        assert here(capsys, "export", plain, "-o", without, *choices).code == 0
        assert out.stat().st_size > without.stat().st_size + 2000


def test_a_merge_brings_the_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = made(tmp_path / "a.motwall"), tmp_path / "b.motwall"
    file = WallFile.open(one)
    file.write(Patch.of([Change(DOOR, replace(DOOR, text="From a"))]), entry())
    file.save_copy(other)
    file.close()
    add_photo(other, NEW, BYTES)
    result = here(capsys, "merge", one, other, "-o", tmp_path / "c.motwall")
    assert (result.code, result.err) == (0, "")
    assert bytes_in(tmp_path / "c.motwall") == bytes_in(other)
    assert NEW.digest not in bytes_in(one)
