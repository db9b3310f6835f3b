"""The bytes of pictures: kept beside the records, durable, checked, copied."""

from pathlib import Path

import pytest

from motwall.model.errors import (
    PhotoTooLarge,
    WallFileDamaged,
    WallFileReadOnly,
    WallFileTooLarge,
)
from motwall.model.pictures import MOST_BYTES, digest_of
from motwall.model.records import Wall
from motwall.storage.limits import LIMITS
from motwall.storage.reading import check, read_pictures
from motwall.storage.wall_file import WallFile
from tests.factories import an_id
from tests.storage.walls import PHOTO, entry, made, raw, retitled


def test_bytes_are_found_again_after_reopening(wall: WallFile, path: Path) -> None:
    digest = wall.keep_picture(b"another")
    # Kept twice is kept once; and writing goes on as if nothing had been.
    assert wall.keep_picture(b"another") == digest == digest_of(b"another")
    retitled(wall, "After that")
    wall.close()
    with_bytes = WallFile.open(path)
    assert with_bytes.picture(digest) == b"another"
    assert with_bytes.picture(digest_of(PHOTO)) == PHOTO
    assert with_bytes.picture("0" * 64) is None
    with_bytes.close()
    assert read_pictures(path, [digest, "0" * 64]) == {digest: b"another"}


def test_a_copy_has_them_too(wall: WallFile, tmp_path: Path) -> None:
    digest = wall.keep_picture(b"another")
    wall.save_copy(tmp_path / "copy.motwall")
    assert read_pictures(tmp_path / "copy.motwall", [digest]) == {digest: b"another"}


def test_too_many_bytes_are_refused_and_nothing_is_written(wall: WallFile, path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(PhotoTooLarge):
        wall.keep_picture(b"x" * (MOST_BYTES + 1))
    assert path.read_bytes() == before


def test_a_file_may_not_grow_beyond_what_opens_again(path: Path) -> None:
    wall = WallFile.open(path, limits=LIMITS._replace(file_bytes=path.stat().st_size + 4096))
    with pytest.raises(WallFileTooLarge):
        wall.keep_picture(b"x" * 400_000)
    retitled(wall, "Still works")
    wall.close()
    check(path)


def test_a_wall_opened_read_only_takes_none(path: Path) -> None:
    wall = WallFile.open(path, is_read_only=True)
    with pytest.raises(WallFileReadOnly):
        wall.keep_picture(b"x")
    assert wall.picture(digest_of(PHOTO)) == PHOTO
    wall.close()


@pytest.mark.parametrize(
    "harm",
    ["DELETE FROM picture_bytes", "UPDATE picture_bytes SET bytes = x'00'"],
)
def test_checking_a_wall_looks_at_its_pictures(tmp_path: Path, harm: str) -> None:
    path = made(tmp_path / "wall.motwall")
    check(path)
    with raw(path) as connection:
        connection.execute(harm)
    with pytest.raises(WallFileDamaged):
        check(path)


def test_a_new_wall_has_none(tmp_path: Path) -> None:

    wall = WallFile.create(tmp_path / "new.motwall", [Wall(id=an_id(1))], entry())
    assert wall.picture("0" * 64) is None
    wall.close()
