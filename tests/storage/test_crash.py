"""A process that dies while writing leaves the wall as before, or as after, never between."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from motwall.model.errors import WallFileError, WallFileReplaced
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Record
from motwall.storage.reading import check, read_records
from motwall.storage.wall_file import WallFile
from tests.factories import an_id
from tests.storage.walls import RECORDS, by_id, entry, in_child, made, names, retitled

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")

# Spread over many pages, so that there is a middle to die in.
NOTES = [Moment(id=an_id(1000 + n), text=f"note {n}", description="x" * 4000) for n in range(12)]
PATCH = Patch.of(
    [
        *(Change(one, replace(one, text="changed")) for one in NOTES[::3]),
        *(Change(one, None) for one in NOTES[1::3]),
        *(Change(None, Moment(id=an_id(5000 + n), text="y" * 4000)) for n in range(6)),
    ]
)
ENTRY = entry()
OLD: dict[str, Record] = by_id([*RECORDS, *NOTES])
NEW: dict[str, Record] = {
    key: one
    for key, one in {**OLD, **{change.record.id: change.after for change in PATCH}}.items()
    if one is not None
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wall before the write, to be copied; SQLAlchemy is imported for the children as well."""
    return made(tmp_path_factory.mktemp("whole") / "wall.motwall", (*RECORDS, *NOTES))


@pytest.fixture
def fresh(whole: Path, tmp_path: Path) -> Callable[[], Path]:
    """Copies of it, each in a folder of its own."""
    numbers = iter(range(10_000))

    def copy() -> Path:
        folder = tmp_path / str(next(numbers))
        folder.mkdir()
        path = folder / "wall.motwall"
        path.write_bytes(whole.read_bytes())
        return path

    return copy


def write(path: Path, prepare: Callable[[WallFile], None]) -> None:
    wall = WallFile.open(path)
    prepare(wall)
    wall.write(PATCH, ENTRY)


def _as_it_is(_wall: WallFile) -> None:
    """Nothing to prepare."""


def outcome(path: Path) -> str:
    """Look at what is left, first without touching it, then by opening it for work."""
    seen = by_id(read_records(path))
    with closing(WallFile.open(path)) as wall:
        assert by_id(wall.load()) == seen
        entries = len(wall.headers())
    check(path)
    if seen == OLD and entries == 1:
        return "old"
    assert seen == NEW
    assert entries == 2
    return "new"


def test_dying_at_each_statement(fresh: Callable[[], Path]) -> None:
    outcomes = []
    for fatal in range(100):
        path = fresh()
        if in_child(write, path, partial(_die_at, fatal=fatal)) == 0:
            assert outcome(path) == "new"
            break
        outcomes.append(outcome(path))
    assert set(outcomes) == {"old"}
    assert len(outcomes) > 5


def _die_at(wall: WallFile, fatal: int) -> None:
    numbers = iter(range(10_000))

    def die(_statement: str) -> None:
        if next(numbers) == fatal:
            os._exit(9)

    wall._opened.connection.set_trace_callback(die)


def _sizes(path: Path) -> Iterator[int]:
    """Every size at which a file could stop growing: after the header, within and between pages."""
    yield 0
    yield 512
    yield from range(2000, path.stat().st_size * 2, 24_000)


def _die_beyond(_wall: WallFile | None, size: int) -> None:
    """From now on, writing beyond that place of any file kills the process."""
    import resource  # noqa: PLC0415 -- there is none on Windows

    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


def test_dying_at_each_place_of_each_file(fresh: Callable[[], Path]) -> None:
    left_journals = 0
    outcomes = set()
    for size in _sizes(fresh()):
        path = fresh()
        code = in_child(write, path, partial(_die_beyond, size=size))
        assert code in {0, -signal.SIGXFSZ}
        left_journals += len(names(path.parent)) - 1
        outcomes.add((code, outcome(path)))
        if code == 0:
            break  # with more room nothing else happens
    assert outcomes == {(0, "new"), (-signal.SIGXFSZ, "old")}
    # Not all died before the file itself was touched.
    assert left_journals > 5


def test_this_test_can_see_a_mode_that_loses(fresh: Callable[[], Path]) -> None:
    half = 0
    for size in _sizes(fresh()):
        path = fresh()
        if in_child(write, path, partial(_forget_and_die, size=size)) == 0:
            break
        try:
            outcome(path)
        except (AssertionError, WallFileError):
            half += 1
    assert half > 5


def _forget_and_die(wall: WallFile, size: int) -> None:
    wall._opened.connection.execute("PRAGMA journal_mode = MEMORY")
    _die_beyond(wall, size)


def test_commit_after_a_crash_clears_up(fresh: Callable[[], Path]) -> None:
    path = fresh()
    size = path.stat().st_size
    assert in_child(write, path, partial(_die_beyond, size=size)) == -signal.SIGXFSZ
    assert names(path.parent) == ["wall.motwall", "wall.motwall-journal"]
    with closing(WallFile.open(path)) as wall:
        retitled(wall, "goes on")
    assert names(path.parent) == ["wall.motwall"]


def test_dying_while_a_wall_is_made(whole: Path, tmp_path: Path) -> None:
    outcomes = []
    for size in range(0, whole.stat().st_size * 2, 60_000):
        folder = tmp_path / str(size)
        folder.mkdir()
        path = folder / "w.motwall"

        code = in_child(_create_and_die, path, size)
        if code == 0:
            assert by_id(read_records(path)) == OLD
        else:
            assert not path.exists()
            assert all(one.startswith(".motwall-") for one in names(folder))
        outcomes.append(code)
        if code == 0:
            break
    assert set(outcomes) == {0, -signal.SIGXFSZ}


def _create_and_die(path: Path, size: int) -> None:
    _die_beyond(None, size)
    WallFile.create(path, (*RECORDS, *NOTES), entry())


def test_two_processes_never_overwrite_each_other(fresh: Callable[[], Path]) -> None:
    path = fresh()
    with closing(WallFile.open(path)) as mine:
        assert in_child(write, path, _as_it_is) == 0
        with pytest.raises(WallFileReplaced):
            mine.write(PATCH, entry())
    assert outcome(path) == "new"


def test_dying_in_the_middle_of_a_large_write(fresh: Callable[[], Path]) -> None:
    for steps in (1, 3, 6):
        path = fresh()
        assert in_child(_write_and_die, path, steps) == 9
        assert outcome(path) == "old"


def _write_and_die(path: Path, steps: int) -> None:
    notes = [Moment(id=an_id(20_000 + n), text="z" * 3000) for n in range(900)]
    writing = WallFile.open(path).writing(Patch.of([Change(None, one) for one in notes]), entry())
    for _ in range(steps):
        next(writing)
    os._exit(9)
