"""What a crash leaves: a journal that must be rolled back before the wall makes sense."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from motwall.model.errors import WallFileAltered, WallFileDamaged, WallFileReadOnly
from motwall.storage.reading import check, read_records
from motwall.storage.wall_file import WallFile
from tests.storage.spoilt import WAYS_IN, just_records, open_to_read, sql
from tests.storage.walls import (
    DOOR,
    RECORDS,
    by_id,
    folder_state,
    leave_hot_journal,
    made,
    names,
    raw,
)


@pytest.mark.parametrize("way_in", [open_to_read, just_records, check])
def test_reading_after_a_crash_sees_the_last_commit(
    path: Path, way_in: Callable[[Path], None]
) -> None:
    leave_hot_journal(path)
    before = folder_state(path.parent)
    assert set(before) == {path.name, path.name + "-journal"}
    way_in(path)
    assert by_id(read_records(path)) == by_id(list(RECORDS))
    assert folder_state(path.parent) == before


def test_opening_after_a_crash_rolls_back(path: Path) -> None:
    leave_hot_journal(path)
    with closing(WallFile.open(path)) as wall:
        assert by_id(wall.load()) == by_id(list(RECORDS))
    assert names(path.parent) == [path.name]


def test_bad_wall_with_a_hot_journal_is_not_rolled_back(path: Path) -> None:
    sql("CREATE TABLE mine (x)")(path)
    leave_hot_journal(path)
    before = folder_state(path.parent)
    for way_in in WAYS_IN:
        with pytest.raises(WallFileAltered):
            way_in(path)
    assert folder_state(path.parent) == before


def test_hot_journal_of_a_wall_one_may_only_read(their_folder: Path) -> None:
    path = made(their_folder / "w.motwall")
    leave_hot_journal(path)
    path.chmod(0o400)
    before = folder_state(their_folder)
    with pytest.raises(WallFileReadOnly):
        WallFile.open(path)
    assert by_id(read_records(path)) == by_id(list(RECORDS))
    assert folder_state(their_folder) == before


def test_journal_that_names_another_file_is_refused(path: Path, tmp_path: Path) -> None:
    # SQLite deletes the file a journal names as that of a transaction over several databases.
    victim = tmp_path / "victim.txt"
    victim.write_text("precious")
    leave_hot_journal(path)
    name = os.fsencode(victim)
    trailer = (
        len(name).to_bytes(4, "big")
        + sum(name).to_bytes(4, "big")
        + bytes.fromhex("d9d505f920a163d7")
    )
    with path.with_name(path.name + "-journal").open("ab") as journal:
        journal.write((1).to_bytes(4, "big") + name + trailer)
    before = folder_state(tmp_path)
    for way_in in WAYS_IN:
        with pytest.raises(WallFileDamaged):
            way_in(path)
    assert folder_state(tmp_path) == before


def test_reading_while_somebody_is_writing(path: Path) -> None:
    with raw(path) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE moment SET text = 'unfinished'")
        assert path.with_name(path.name + "-journal").exists()
        assert by_id(read_records(path))[DOOR.id] == DOOR
        check(path)
        other.execute("ROLLBACK")


def test_sqlite_itself_would_have_left_files_beside_a_write_ahead_wall(path: Path) -> None:
    # Why such a wall is refused before it is read.
    sql("PRAGMA journal_mode = WAL")(path)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        connection.execute("SELECT * FROM wall").fetchall()
    assert len(names(path.parent)) > 1
