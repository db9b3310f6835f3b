"""Files that are refused: each for its own reason, by every way in, and with their bytes kept."""

import random
import traceback
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from motwall.model.errors import (
    WallFileDamaged,
    WallFileError,
    WallFileLocked,
    WallFileReadOnly,
    WallFileTooLarge,
    WallFileTooNew,
    WallFileUnreachable,
    WallFolderMissing,
    WallNameTooLong,
)
from motwall.storage.limits import Limits
from motwall.storage.reading import check, read_records
from motwall.storage.wall_file import WallFile
from tests.storage.spoilt import BAD_JOURNALS, NO_WALLS, WAYS_IN, open_to_read, open_to_write, sql
from tests.storage.walls import DOOR, RECORDS, by_id, folder_state, made, names, raw


def _state(folder: Path) -> tuple[list[str], dict[str, tuple[bytes, int]]]:
    """Names of everything, bytes and times of all files of ordinary size."""
    small = [one for one in folder.iterdir() if one.is_symlink() or one.stat().st_size < 10**7]
    files = {one.name for one in small if one.is_file()}
    state = {
        name: (folder.joinpath(name).read_bytes(), folder.joinpath(name).stat().st_mtime_ns)
        for name in files
    }
    return names(folder), state


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize("case", NO_WALLS)
def test_each_has_its_own_error_and_keeps_its_bytes(
    path: Path, case: str, way_in: Callable[[Path], None]
) -> None:
    spoil, expected = NO_WALLS[case]
    spoil(path)
    before = _state(path.parent)
    with pytest.raises(WallFileError) as caught:
        way_in(path)
    assert type(caught.value) is expected
    assert caught.value.path == path
    assert _state(path.parent) == before


@pytest.mark.parametrize("way_in", [open_to_write, open_to_read, check])
@pytest.mark.parametrize("case", BAD_JOURNALS)
def test_bad_journals_are_damage_and_keep_their_bytes(
    path: Path, case: str, way_in: Callable[[Path], None]
) -> None:
    sql(f"UPDATE journal SET {BAD_JOURNALS[case]}")(path)
    before = folder_state(path.parent)
    with pytest.raises(WallFileDamaged):
        way_in(path)
    assert folder_state(path.parent) == before


@pytest.mark.parametrize("text", ["CAST(X'5365637265742EFF' AS TEXT)", "'Secret.' || char(7)"])
def test_words_on_a_note_stay_out_of_the_log(path: Path, text: str) -> None:
    sql(f"UPDATE moment SET text = {text}")(path)
    with pytest.raises(WallFileDamaged) as caught:
        read_records(path)
    logged = "".join(traceback.format_exception(caught.value))
    assert "WallFileDamaged" in logged
    assert "Secret" not in logged


def test_damaged_row_is_told(path: Path) -> None:
    sql("UPDATE moment SET text = char(7) WHERE rowid = 1")(path)
    with pytest.raises(WallFileDamaged) as caught:
        read_records(path)
    assert caught.value.detail == f"Moment.text of {DOOR.id}"


def test_newer_format_is_told(path: Path) -> None:
    sql("PRAGMA user_version = 7")(path)
    with pytest.raises(WallFileTooNew) as caught:
        WallFile.open(path)
    assert (caught.value.found, caught.value.known) == (7, 1)


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_folder_gone(path: Path, way_in: Callable[[Path], None]) -> None:
    with pytest.raises(WallFolderMissing):
        way_in(path.parent / "gone" / path.name)
    with pytest.raises(WallFolderMissing):
        way_in(path / path.name)


@pytest.mark.parametrize("way_in", WAYS_IN)
@pytest.mark.parametrize("length", [248, 256])
def test_name_that_leaves_no_room_for_a_journal(
    path: Path, length: int, way_in: Callable[[Path], None]
) -> None:
    long = path.with_name("x" * length)
    if length < 256:
        path.rename(long)
    with pytest.raises(WallNameTooLong):
        way_in(long)


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_held_by_another_program(path: Path, way_in: Callable[[Path], None]) -> None:
    with raw(path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(WallFileLocked):
            way_in(path)
    way_in(path)


@pytest.mark.parametrize("way_in", WAYS_IN)
def test_file_one_may_not_read(their_folder: Path, way_in: Callable[[Path], None]) -> None:
    path = made(their_folder / "w.motwall")
    path.chmod(0o000)
    for mode in (0o700, 0o500):
        their_folder.chmod(mode)
        with pytest.raises(WallFileUnreachable):
            way_in(path)
    their_folder.chmod(0o000)
    with pytest.raises(WallFileUnreachable):
        way_in(path)


@pytest.mark.parametrize("what", ["file", "folder"])
def test_read_only_file_or_folder(their_folder: Path, what: str) -> None:
    path = made(their_folder / "w.motwall")
    if what == "file":
        path.chmod(0o400)
    else:
        their_folder.chmod(0o500)
    with pytest.raises(WallFileReadOnly):
        WallFile.open(path)
    assert by_id(read_records(path)) == by_id(list(RECORDS))
    open_to_read(path)
    check(path)
    assert names(their_folder) == ["w.motwall"]


@pytest.mark.parametrize(
    "limits",
    [
        Limits(file_bytes=10_000),
        Limits(records=len(RECORDS) - 1),
        Limits(entries=0),
        Limits(text_bytes=1_000),
    ],
)
def test_bounds(path: Path, limits: Limits) -> None:
    sql("UPDATE moment SET description = replace(hex(zeroblob(900)), '0', 'x')")(path)
    WallFile.open(path).close()
    before = folder_state(path.parent)
    for is_read_only in (True, False):
        # The length of a row shows at the latest when it is read.
        with (
            pytest.raises(WallFileTooLarge),
            closing(WallFile.open(path, limits=limits, is_read_only=is_read_only)) as wall,
        ):
            wall.load()
    assert folder_state(path.parent) == before


def test_checks_that_take_too_long_are_stopped(path: Path) -> None:
    sql(
        "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n LIMIT 3000)"
        " INSERT INTO stage SELECT printf('%032x', i), '' FROM n"
    )(path)
    with pytest.raises(WallFileTooLarge):
        WallFile.open(path, limits=Limits(cpu_seconds=0.0))
    with closing(WallFile.open(path)) as wall:
        assert len(wall.load()) == len(RECORDS) + 3000


def test_any_flipped_bytes_open_or_are_refused(path: Path) -> None:
    good = path.read_bytes()
    for seed in range(120):
        chance = random.Random(seed)
        content = bytearray(good)
        for _ in range(chance.choice([1, 4, 40])):
            content[chance.randrange(len(good))] = chance.choice([0, 0xFF, chance.randrange(256)])
        path.write_bytes(content)
        before = folder_state(path.parent)
        outcomes = set()
        for way_in in WAYS_IN:
            try:
                way_in(path)
            except WallFileError as error:
                outcomes.add(type(error))
        assert not outcomes & {WallFileUnreachable, WallFileLocked, WallFileReadOnly}, seed
        assert folder_state(path.parent) == before, seed
