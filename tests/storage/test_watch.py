"""What only goes wrong when looking itself fails."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from motwall.model.errors import WallFileReplaced
from motwall.storage.connection import connect
from motwall.storage.limits import LIMITS
from motwall.storage.wall_file import WallFile
from motwall.storage.watch import Watch
from tests.factories import an_id
from tests.storage.walls import made, raw, retitled


@pytest.fixture
def watch(path: Path) -> Iterator[Watch]:
    with closing(connect(path, "rw", LIMITS)) as connection:
        yield Watch(path, connection)


def _look_in_vain(watch: Watch, path: Path, *, after_commit: bool = False) -> None:
    """The file cannot be seen while we look."""
    away = path.with_name("away")
    path.rename(away)
    if after_commit:
        watch.committed(an_id(1))
    else:
        watch.failed()
    away.rename(path)


def test_after_looking_in_vain_the_same_commits_will_do(watch: Watch, path: Path) -> None:
    _look_in_vain(watch, path)
    path.touch()  # as rolling back does
    watch.check()
    path.touch()
    with pytest.raises(WallFileReplaced):
        watch.check()


def test_after_looking_in_vain_another_commit_will_not_do(watch: Watch, path: Path) -> None:
    _look_in_vain(watch, path)
    with closing(WallFile.open(path)) as other:
        retitled(other, "theirs")
    with pytest.raises(WallFileReplaced):
        watch.check()


def test_after_looking_in_vain_another_file_will_not_do(watch: Watch, path: Path) -> None:
    _look_in_vain(watch, path)
    path.rename(path.with_name("kept"))
    made(path)
    with pytest.raises(WallFileReplaced):
        watch.check()


def test_commit_after_which_one_looks_in_vain_is_remembered(watch: Watch, path: Path) -> None:
    _look_in_vain(watch, path, after_commit=True)
    with raw(path) as other:
        other.execute("UPDATE journal SET id = ?", (an_id(1),))
    watch.check()


def test_journal_without_a_row(path: Path) -> None:
    with raw(path) as other:
        other.execute("DELETE FROM journal")
    with closing(WallFile.open(path)) as wall:
        assert wall.headers() == []
        retitled(wall, "first")
        assert len(wall.headers()) == 1
