"""The way from an older format, tried on one made up: format 0, in which stages have no titles."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from types import MappingProxyType

import pytest

from motwall.model.errors import (
    WallFileAltered,
    WallFileDamaged,
    WallFileError,
    WallFileReadOnly,
    WallFileTooLarge,
)
from motwall.model.journal import EntryKind
from motwall.model.records import Stage
from motwall.storage.limits import LIMITS, Limits
from motwall.storage.migrations import migrate
from motwall.storage.reading import check
from motwall.storage.schema import FORMATS, Formats, frozen_ddl, schema_rows
from motwall.storage.wall_file import WallFile
from tests.storage.walls import (
    RECORDS,
    STAGE,
    by_id,
    folder_state,
    in_child,
    leave_hot_journal,
    names,
    raw,
    retitled,
)

_STAGE = (
    "CREATE TABLE stage (\n    id TEXT PRIMARY KEY NOT NULL,\n    title TEXT NOT NULL\n) STRICT"
)
_OLD_STAGE = "CREATE TABLE stage (\n    id TEXT PRIMARY KEY NOT NULL\n) STRICT"
STEPS = (
    "CREATE TEMP TABLE old_stage AS SELECT * FROM stage",
    "DROP TABLE stage",
    _STAGE,
    "INSERT INTO stage SELECT id, 'Arrive' FROM old_stage",
    "DROP TABLE old_stage",
)


def formats_with(*steps: str) -> Formats:
    old = frozen_ddl(1).replace(_STAGE, _OLD_STAGE)
    assert old != frozen_ddl(1)
    return Formats(
        ddl=MappingProxyType({0: old, 1: frozen_ddl(1)}), steps=MappingProxyType({1: steps})
    )


WITH_OLD = formats_with(*STEPS)
COPY = "wall (before update from format 0).motwall"


@pytest.fixture
def old_path(path: Path) -> Path:
    """A wall of the made-up format, with two entries of that time."""
    with closing(WallFile.open(path)) as wall:
        retitled(wall, "long ago")
    with raw(path) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DROP TABLE stage")
        connection.execute(_OLD_STAGE)
        connection.execute("INSERT INTO stage VALUES (?)", (STAGE.id,))
        connection.execute("UPDATE journal SET format = 0")
        connection.execute("UPDATE meta SET value = '0.0.1' WHERE key = 'app_version'")
        connection.execute("PRAGMA user_version = 0")
    return path


def test_old_wall_is_opened_and_a_copy_kept(old_path: Path) -> None:
    before = old_path.read_bytes()
    with closing(WallFile.open(old_path, formats=WITH_OLD)) as wall:
        records = by_id(wall.load())
        assert records[STAGE.id] == Stage(id=STAGE.id, title="Arrive")
        assert len(records) == len(RECORDS)
        assert wall.old_copy == old_path.with_name(COPY)
        assert wall.format_version == 1
        last_old, *others = wall.headers()
        assert (last_old.kind, others) == (EntryKind.EDIT, [])
        new = retitled(wall, "today")
        assert wall.headers() == [last_old, new]
    check(old_path)
    with raw(old_path) as connection, raw(old_path.with_name(COPY)) as copy:
        for one, version in ((connection, 1), (copy, 0)):
            assert one.execute("PRAGMA user_version").fetchone() == (version,)
        assert copy.execute("SELECT count(*) FROM journal").fetchone() == (2,)
        (app_version,) = connection.execute(
            "SELECT value FROM meta WHERE key = 'app_version'"
        ).fetchone()
        assert app_version != "0.0.1"
    assert before != old_path.read_bytes()
    with closing(WallFile.open(old_path, formats=WITH_OLD)) as again:
        assert again.old_copy is None
    assert names(old_path.parent) == [COPY, old_path.name]


def test_copy_is_an_old_wall_itself(old_path: Path) -> None:
    WallFile.open(old_path, formats=WITH_OLD).close()
    with closing(
        WallFile.open(old_path.with_name(COPY), formats=WITH_OLD, is_read_only=True)
    ) as copy:
        assert len(copy.load()) == len(RECORDS)


@pytest.mark.parametrize("is_hot", [False, True])
def test_read_only_leaves_an_old_wall_alone(old_path: Path, *, is_hot: bool) -> None:
    if is_hot:
        leave_hot_journal(old_path)
    before = folder_state(old_path.parent)
    with closing(WallFile.open(old_path, formats=WITH_OLD, is_read_only=True)) as wall:
        assert by_id(wall.load())[STAGE.id] == STAGE
        assert len(wall.headers()) == 1
        assert wall.format_version == 0
        with pytest.raises(WallFileReadOnly):
            retitled(wall, "no")
    assert folder_state(old_path.parent) == before


def test_unknown_old_format_is_refused(old_path: Path) -> None:
    before = folder_state(old_path.parent)
    with pytest.raises(WallFileAltered):
        WallFile.open(old_path)
    assert folder_state(old_path.parent) == before


def test_altered_old_wall_is_refused_before_a_copy_is_made(old_path: Path) -> None:
    with raw(old_path) as connection:
        connection.execute("CREATE TABLE mine (x)")
    before = folder_state(old_path.parent)
    with pytest.raises(WallFileAltered):
        WallFile.open(old_path, formats=WITH_OLD)
    assert folder_state(old_path.parent) == before


BROKEN: dict[str, tuple[Formats, type[Exception]]] = {
    **{
        f"fails at {number}": (
            formats_with(*STEPS[:number], "SELECT * FROM nowhere", *STEPS[number:]),
            sqlite3.OperationalError,
        )
        for number in range(len(STEPS) + 1)
    },
    "loses a table": (formats_with(*STEPS, "DROP TABLE assessment"), WallFileAltered),
    "leaves a table": (formats_with(*STEPS, "CREATE TABLE mine (x)"), WallFileAltered),
    "loses stages": (formats_with(*STEPS, "DELETE FROM stage"), WallFileDamaged),
    "loses the wall": (formats_with(*STEPS, "DELETE FROM wall"), WallFileDamaged),
    "does nothing": (formats_with(), WallFileAltered),
}


@pytest.mark.parametrize("case", BROKEN)
def test_migration_that_fails_leaves_the_old_wall_whole(old_path: Path, case: str) -> None:
    formats, error = BROKEN[case]
    before = folder_state(old_path.parent)
    with pytest.raises(error):
        WallFile.open(old_path, formats=formats)
    after = folder_state(old_path.parent)
    assert set(after) == {old_path.name, COPY}
    assert after[old_path.name] == before[old_path.name]
    WallFile.open(old_path, formats=WITH_OLD).close()


def test_bound_on_size_holds_while_migrating(old_path: Path) -> None:
    before = folder_state(old_path.parent)
    many = "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n LIMIT 50)"
    more = formats_with(
        *STEPS, f"INSERT INTO stage SELECT printf('%032x', i), '' FROM ({many} SELECT i FROM n)"
    )
    with pytest.raises(WallFileTooLarge):
        WallFile.open(old_path, formats=more, limits=Limits(records=30))
    assert folder_state(old_path.parent)[old_path.name] == before[old_path.name]


def test_no_room_for_the_copy_means_no_migration(old_path: Path) -> None:
    names = [COPY, *(f"{COPY.removesuffix(').motwall')} {n}).motwall" for n in range(2, 100))]
    for name in names:
        old_path.with_name(name).touch()
    before = folder_state(old_path.parent)
    with pytest.raises(WallFileError):
        WallFile.open(old_path, formats=WITH_OLD)
    assert folder_state(old_path.parent) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process to kill")
def test_dying_at_each_statement_leaves_old_or_new(old_path: Path) -> None:
    content = old_path.read_bytes()
    outcomes = []
    for fatal in range(100):
        old_path.write_bytes(content)
        code = in_child(_migrate_and_die, old_path, fatal)
        with closing(WallFile.open(old_path, formats=WITH_OLD)) as wall:
            outcomes.append("old" if wall.old_copy else "new")
            assert by_id(wall.load())[STAGE.id] == STAGE
            assert len(wall.load()) == len(RECORDS)
        for one in old_path.parent.iterdir():
            one.unlink()
        if code == 0:
            break
    assert outcomes == sorted(outcomes, reverse=True)  # old up to the commit, new from there
    assert outcomes.count("old") > len(STEPS)


def _migrate_and_die(path: Path, fatal: int) -> None:
    numbers = iter(range(1000))

    def die(_statement: str) -> None:
        if next(numbers) == fatal:
            os._exit(9)

    connection = sqlite3.connect(path, isolation_level=None)
    connection.set_trace_callback(die)
    migrate(connection, path, WITH_OLD, LIMITS, 0)


def test_every_released_format_has_its_tables_and_steps() -> None:
    assert min(FORMATS.ddl) == 1
    assert set(FORMATS.steps) == set(FORMATS.ddl) - {1}
    for number in FORMATS.ddl:
        assert schema_rows(frozen_ddl(number))
