"""What a write that fails leaves: the file as before, and a WallFile that works again."""

import errno
import os
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from motwall.model.errors import (
    DiskFull,
    WallFileDamaged,
    WallFileError,
    WallFileLocked,
    WallFileReadOnly,
    WallFileReplaced,
    WallFileTooLarge,
    WallFileUnreachable,
    WallNameTooLong,
)
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment
from motwall.model.store import PatchMismatch
from motwall.storage.faults import faults_of
from motwall.storage.limits import Limits
from motwall.storage.reading import check
from motwall.storage.wall_file import WallFile
from tests.factories import an_id
from tests.storage.walls import QUEUE, RECORDS, by_id, entry, folder_state, made, raw, retitled

LARGE = Patch.of([Change(None, Moment(id=an_id(500 + n), text="x" * 4000)) for n in range(20)])


def sqlite_connection(wall: WallFile) -> sqlite3.Connection:
    return wall._opened.connection


@contextmanager
def fails(wall: WallFile, patch: Patch, kind: type[WallFileError]) -> Iterator[None]:
    """The write fails on entering, nothing has changed, and after the block it works."""
    before = wall.load(), wall.headers(), folder_state(wall.path.parent)
    header = entry()
    with pytest.raises(WallFileError) as caught:
        wall.write(patch, header)
    assert type(caught.value) is kind
    assert caught.value.path == wall.path
    yield
    assert (wall.load(), wall.headers(), folder_state(wall.path.parent)) == before
    wall.write(patch, header)
    assert wall.headers()[-1] == header
    assert {change.after for change in patch} <= set(wall.load())
    check(wall.path)


def test_disk_full(wall: WallFile) -> None:
    # SQLite's own bound on pages gives the very error of a full disk, in the middle of a write.
    connection = sqlite_connection(wall)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with fails(wall, LARGE, DiskFull):
        connection.execute(f"PRAGMA max_page_count = {pages * 100}")


def test_disk_full_at_every_page(wall: WallFile) -> None:
    connection = sqlite_connection(wall)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    before = by_id(wall.load())
    failures = 0
    for more in range(60):
        connection.execute(f"PRAGMA max_page_count = {pages + more}")
        try:
            wall.write(LARGE, entry())
        except DiskFull:
            failures += 1
            assert by_id(wall.load()) == before
        else:
            break
    assert 10 < failures < 60
    assert len(wall.load()) == len(before) + len(LARGE.changes)


def test_locked_by_a_writer(wall: WallFile) -> None:
    with raw(wall.path) as other:
        other.execute("BEGIN IMMEDIATE")
        patch = Patch.of([Change(QUEUE, replace(QUEUE, text="later"))])
        with fails(wall, patch, WallFileLocked):
            other.execute("ROLLBACK")


def test_locked_by_a_reader(wall: WallFile) -> None:
    # The commit itself fails here, with everything already done.
    with raw(wall.path) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM wall").fetchall()
        patch = Patch.of([Change(QUEUE, replace(QUEUE, text="later"))])
        with fails(wall, patch, WallFileLocked):
            other.execute("ROLLBACK")


def test_folder_becomes_read_only(their_folder: Path) -> None:
    with closing(WallFile.open(made(their_folder / "w.motwall"))) as wall:
        their_folder.chmod(0o500)
        with fails(wall, LARGE, WallFileReadOnly):
            their_folder.chmod(0o700)


def test_write_that_would_make_the_wall_too_large_to_open(path: Path) -> None:
    limits = Limits(file_bytes=path.stat().st_size + 10_000)
    with closing(WallFile.open(path, limits=limits)) as wall:
        with pytest.raises(WallFileTooLarge):
            wall.write(LARGE, entry())
        retitled(wall, "small enough")
        assert len(wall.load()) == len(RECORDS)
    WallFile.open(path, limits=limits).close()


def test_more_records_than_can_be_opened(path: Path) -> None:
    limits = Limits(records=len(RECORDS) + 1)
    one = Change(None, Moment(id=an_id(600)))
    two = Change(None, Moment(id=an_id(601)))
    with closing(WallFile.open(path, limits=limits)) as wall:
        with pytest.raises(WallFileTooLarge):
            wall.write(Patch.of([one, two]), entry())
        wall.write(Patch.of([one]), entry())
        with pytest.raises(WallFileTooLarge):
            wall.write(Patch.of([two]), entry())
        wall.write(Patch.of([two, Change(one.after, None)]), entry())
    WallFile.open(path, limits=limits).close()


def test_row_longer_than_can_be_read(path: Path) -> None:
    with closing(WallFile.open(path, limits=Limits(text_bytes=30_000))) as wall:
        with pytest.raises(WallFileTooLarge):
            wall.write(LARGE, entry())
        assert by_id(wall.load()) == by_id(list(RECORDS))


# --- the file is not the one we last wrote ---


def _refused(wall: WallFile) -> None:
    at_disk = folder_state(wall.path.parent)
    with pytest.raises(WallFileReplaced):
        retitled(wall, "not to be written")
    assert folder_state(wall.path.parent) == at_disk


def test_deleted_file_is_noticed_and_can_still_be_saved(wall: WallFile) -> None:
    retitled(wall, "mine")
    wall.path.unlink()
    _refused(wall)
    copy = wall.path.with_name("rescued.motwall")
    wall.save_copy(copy)
    check(copy)
    with closing(WallFile.open(copy)) as rescued:
        assert by_id(rescued.load()) == by_id(wall.load())
        assert len(rescued.headers()) == 2


def test_moved_file_is_noticed_until_it_is_back(wall: WallFile) -> None:
    moved = wall.path.with_name("moved.motwall")
    wall.path.rename(moved)
    _refused(wall)
    moved.rename(wall.path)
    retitled(wall, "back again")


def test_renamed_folder_is_noticed(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with closing(WallFile.open(made(folder / "w.motwall"))) as wall:
        folder.rename(tmp_path / "renamed")
        with pytest.raises(WallFileReplaced):
            retitled(wall, "where?")
        (tmp_path / "renamed").rename(folder)
        (folder / "w.motwall").rename(tmp_path / "w.motwall")
        folder.rmdir()
        folder.touch()
        with pytest.raises(WallFileReplaced):
            retitled(wall, "where?")


def test_replaced_file_is_noticed_and_kept(wall: WallFile) -> None:
    retitled(wall, "mine")
    other = wall.path.with_name("other.motwall")
    made(other)
    other.replace(wall.path)
    _refused(wall)
    check(wall.path)


def test_file_overwritten_in_place_is_noticed(wall: WallFile) -> None:
    retitled(wall, "mine")
    content = wall.path.read_bytes()
    retitled(wall, "newer")
    wall.path.write_bytes(content)  # as some sync clients bring back another copy
    _refused(wall)


def test_commit_of_another_connection_is_noticed(wall: WallFile) -> None:
    retitled(wall, "mine")
    with closing(WallFile.open(wall.path)) as second:
        retitled(second, "theirs")
        _refused(wall)
        assert len(second.headers()) == 3


def test_commit_without_a_change_of_time_is_noticed(wall: WallFile) -> None:
    before = wall.path.stat()
    with raw(wall.path) as other:
        other.execute("UPDATE moment SET rank = rank + 1")
    os.utime(wall.path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert wall.path.stat().st_mtime_ns == before.st_mtime_ns
    _refused(wall)


# --- errors that cannot be had for the asking ---


def sqlite_error(
    code: int, name: str, kind: type[sqlite3.Error] = sqlite3.OperationalError
) -> Exception:
    error = kind("what SQLite says")
    error.sqlite_errorcode = code
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("SQLITE_FULL", DiskFull),
        ("SQLITE_BUSY_SNAPSHOT", WallFileLocked),
        ("SQLITE_LOCKED", WallFileLocked),
        ("SQLITE_PROTOCOL", WallFileLocked),
        ("SQLITE_READONLY_DIRECTORY", WallFileReadOnly),
        ("SQLITE_READONLY_DBMOVED", WallFileReplaced),
        ("SQLITE_CORRUPT_INDEX", WallFileDamaged),
        ("SQLITE_NOTADB", WallFileDamaged),
        ("SQLITE_IOERR_FSYNC", WallFileUnreachable),
        ("SQLITE_CANTOPEN_ISDIR", WallFileUnreachable),
        ("SQLITE_PERM", WallFileUnreachable),
        ("SQLITE_INTERRUPT", WallFileTooLarge),
        ("SQLITE_TOOBIG", WallFileTooLarge),
    ],
)
def test_every_code_has_its_error(path: Path, name: str, kind: type[WallFileError]) -> None:
    with pytest.raises(WallFileError) as caught, faults_of(path):
        raise sqlite_error(getattr(sqlite3, name), name)
    assert type(caught.value) is kind
    assert caught.value.path == path
    assert caught.value.detail == f"{name}: what SQLite says"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, WallFileReadOnly),
        (errno.ENAMETOOLONG, WallNameTooLong),
        (errno.EIO, WallFileUnreachable),
        (errno.EACCES, WallFileUnreachable),
        (None, WallFileUnreachable),
    ],
)
def test_every_system_error_has_its_error(
    path: Path, number: int | None, kind: type[WallFileError]
) -> None:
    with pytest.raises(WallFileError) as caught, faults_of(path):
        raise OSError(number, "what the system says")
    assert type(caught.value) is kind


def test_no_journal_can_be_made_in_a_folder_that_became_read_only(their_folder: Path) -> None:
    path = made(their_folder / "w.motwall")
    their_folder.chmod(0o500)
    with pytest.raises(WallFileReadOnly), faults_of(path):
        raise sqlite_error(sqlite3.SQLITE_CANTOPEN, "SQLITE_CANTOPEN")


def test_broken_constraint_is_our_own_mistake(path: Path) -> None:
    with pytest.raises(PatchMismatch), faults_of(path):
        raise sqlite_error(
            sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY, "SQLITE_CONSTRAINT", sqlite3.IntegrityError
        )


@pytest.mark.parametrize(
    "error",
    [
        sqlite3.ProgrammingError("Cannot operate on a closed database."),
        sqlite_error(sqlite3.SQLITE_ERROR, "SQLITE_ERROR"),
        sqlite_error(sqlite3.SQLITE_MISUSE, "SQLITE_MISUSE", sqlite3.DatabaseError),
        KeyError("mine"),
    ],
)
def test_bugs_stay_what_they_are(path: Path, error: Exception) -> None:
    with pytest.raises(type(error)) as caught, faults_of(path):
        raise error
    assert caught.value is error


def test_words_of_a_refused_write_stay_out_of_the_log(wall: WallFile) -> None:
    secret = Moment(id=QUEUE.id, text="Secret")
    with pytest.raises(PatchMismatch) as caught:
        wall.write(Patch.of([Change(None, secret)]), entry())
    assert "Secret" not in "".join(traceback.format_exception(caught.value))


def test_using_a_closed_wall_is_a_bug(path: Path) -> None:
    wall = WallFile.open(path)
    wall.close()
    with pytest.raises(sqlite3.ProgrammingError):
        wall.load()


def test_bug_in_the_middle_of_a_write_is_rolled_back(wall: WallFile) -> None:
    class Unknown(Moment):
        """No table is made for this one."""

    with pytest.raises(KeyError):
        wall.write(Patch.of([Change(None, Unknown(id=an_id(700)))]), entry())
    assert not sqlite_connection(wall).in_transaction
    retitled(wall, "goes on")
