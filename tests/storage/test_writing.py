"""A large patch goes into the file a little at a time, and is there as a whole or not at all."""

from pathlib import Path

import pytest

from motwall.model.errors import WallFileReadOnly, WallFileReplaced
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment
from motwall.storage.reading import check, read_records
from motwall.storage.wall_file import WallFile
from tests.factories import an_id
from tests.storage.walls import by_id, entry, names, raw, retitled

LARGE = Patch.of(
    [Change(None, Moment(id=an_id(9000 + n), text="x" * 600, merged=("y",))) for n in range(900)]
)


def dump(path: Path) -> list[str]:
    """Everything the file says, to the byte."""
    with raw(path) as connection:
        return list(connection.iterdump())


def test_it_is_one_commit_in_the_end(wall: WallFile, path: Path) -> None:
    before = by_id(wall.load())
    header = entry()
    shares = list(wall.writing(LARGE, header))
    assert shares == sorted(shares)
    assert len(shares) > 4
    assert shares[-1] == 1.0
    assert wall.headers()[-1] == header
    assert len(wall.changes_of(header.id)) == 900
    after = before | {key: change.record for key, change in LARGE.changes.items()}
    assert by_id(wall.load()) == by_id(read_records(path)) == after
    check(path)


@pytest.mark.parametrize("steps", [0, 1, 3, 6])
def test_given_up_it_leaves_no_trace(wall: WallFile, path: Path, steps: int) -> None:
    before = dump(path)
    writing = wall.writing(LARGE, entry())
    for _ in range(steps):
        next(writing)
    writing.close()
    assert dump(path) == before
    assert names(path.parent) == [path.name]
    retitled(wall, "goes on")
    list(wall.writing(LARGE, entry()))
    check(path)


def test_the_journal_and_pictures_can_be_read_meanwhile(wall: WallFile) -> None:
    writing = wall.writing(LARGE, entry())
    before = wall.journal_before(None, 10)
    next(writing)
    assert wall.journal_before(None, 10) == before
    assert wall.picture("0" * 64) is None
    writing.close()


@pytest.mark.parametrize("is_gone", [True, False])
def test_a_file_that_goes_in_the_middle_takes_nothing(path: Path, is_gone: bool) -> None:
    wall = WallFile.open(path)
    writing = wall.writing(LARGE, entry())
    next(writing)
    away = path.with_name("away")
    path.rename(away)
    if not is_gone:
        path.write_bytes(b"of somebody else")
    with pytest.raises(WallFileReplaced):
        list(writing)
    wall.close()
    assert len(read_records(away)) < 900


def test_a_wall_open_for_reading_takes_nothing(path: Path) -> None:
    wall = WallFile.open(path, is_read_only=True)
    with pytest.raises(WallFileReadOnly):
        next(wall.writing(LARGE, entry()))
    wall.close()
