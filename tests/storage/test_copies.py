from contextlib import closing
from pathlib import Path

import pytest

from motwall.model.errors import (
    WallFileDamaged,
    WallFileError,
    WallFileExists,
    WallFileLocked,
    WallFolderMissing,
)
from motwall.storage.connection import connect
from motwall.storage.copies import check_equal, save_old_format
from motwall.storage.limits import LIMITS
from motwall.storage.reading import check, read_records
from motwall.storage.wall_file import WallFile
from tests.storage.walls import by_id, folder_state, made, names, raw, retitled


def test_copy_is_whole_with_its_history(wall: WallFile, tmp_path: Path) -> None:
    header = retitled(wall, "copied")
    wall.save_copy(tmp_path / "copy.motwall")
    check(tmp_path / "copy.motwall")
    with closing(WallFile.open(tmp_path / "copy.motwall")) as copy:
        assert by_id(copy.load()) == by_id(wall.load())
        assert copy.headers() == wall.headers()
        assert copy.changes_of(header.id) == wall.changes_of(header.id)
        retitled(copy, "goes its own way")
    retitled(wall, "goes its own way too")
    with raw(tmp_path / "copy.motwall") as connection:
        origins = connection.execute("SELECT origin FROM journal ORDER BY seq").fetchall()
    assert origins == [(wall.origin,), (wall.origin,), (copy.origin,)]


def test_copy_holds_nothing_that_was_deleted(wall: WallFile, tmp_path: Path) -> None:
    with raw(wall.path) as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("CREATE TABLE secret AS SELECT 'a secret word' AS word")
        connection.execute("DROP TABLE secret")
    assert b"a secret word" in wall.path.read_bytes()
    with closing(WallFile.open(wall.path, is_read_only=True)) as again:
        again.save_copy(tmp_path / "copy.motwall")
    assert b"a secret word" not in (tmp_path / "copy.motwall").read_bytes()


def test_copy_overwrites_nothing(wall: WallFile, tmp_path: Path) -> None:
    before = folder_state(tmp_path)
    with pytest.raises(WallFileExists):
        wall.save_copy(wall.path)
    with pytest.raises(WallFolderMissing):
        wall.save_copy(tmp_path / "gone" / "copy.motwall")
    assert folder_state(tmp_path) == before


def test_copy_that_fails_leaves_nothing(wall: WallFile, tmp_path: Path) -> None:
    with raw(wall.path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WallFileLocked) as caught:
            wall.save_copy(tmp_path / "copy.motwall")
    assert caught.value.path == wall.path
    assert names(tmp_path) == [wall.path.name]


def test_copy_of_a_damaged_wall_is_not_kept(wall: WallFile, tmp_path: Path) -> None:
    size = wall.path.stat().st_size
    content = bytearray(wall.path.read_bytes())
    content[4096:] = b"\xa5" * (size - 4096)
    wall.path.write_bytes(content)
    with raw(wall.path) as other:  # so that the open wall reads afresh
        other.execute("PRAGMA application_id = 1")
    with pytest.raises(WallFileError):
        wall.save_copy(tmp_path / "copy.motwall")
    assert names(tmp_path) == [wall.path.name]


def test_copies_from_before_an_update_find_free_names(path: Path) -> None:
    with closing(connect(path, "ro", LIMITS)) as connection:
        first = save_old_format(connection, path, 1, LIMITS)
        second = save_old_format(connection, path, 1, LIMITS)
        assert first.name == "wall (before update from format 1).motwall"
        assert second.name == "wall (before update from format 1 2).motwall"
        assert (
            by_id(read_records(first)) == by_id(read_records(second)) == by_id(read_records(path))
        )
        for number in range(3, 100):
            path.with_name(f"wall (before update from format 1 {number}).motwall").touch()
        with pytest.raises(WallFileExists):
            save_old_format(connection, path, 1, LIMITS)


def test_copy_from_before_an_update_of_a_long_name(tmp_path: Path) -> None:
    path = made(tmp_path / f"{'é' * 119}.motwall")
    with closing(connect(path, "ro", LIMITS)) as connection:
        copy = save_old_format(connection, path, 1, LIMITS)
    assert copy.name.startswith("é" * 90)
    assert copy.name.endswith(" (before update from format 1).motwall")
    check(copy)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE moment SET text = 'other'", "DELETE FROM journal", "DELETE FROM action_review"],
)
def test_copies_that_differ_are_told_apart(path: Path, tmp_path: Path, statement: str) -> None:
    other = made(tmp_path / "other.motwall")
    other.write_bytes(path.read_bytes())
    with closing(connect(path, "ro", LIMITS)) as one, closing(connect(other, "rw", LIMITS)) as two:
        check_equal(one, two, path)
        two.execute(statement)
        with pytest.raises(WallFileDamaged):
            check_equal(one, two, path)
        with pytest.raises(WallFileDamaged):
            check_equal(two, one, path)
