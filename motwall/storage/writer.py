"""Changes into tables, through SQLAlchemy Core.

Importing this module takes 0.3 to 0.4 s, so it is imported at the first write or by
`WallFile.warm_up`, never before the first painted window.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import (
    URL,
    BindParameter,
    Connection,
    Delete,
    Insert,
    StaticPool,
    TableClause,
    Update,
    bindparam,
    column,
    create_engine,
    delete,
    event,
    insert,
    table,
    update,
)
from sqlalchemy.dialects.sqlite import pysqlite  # noqa: F401 -- else the first write imports it
from sqlalchemy.exc import DBAPIError

from motwall.model.fields import rules_of
from motwall.model.journal import PlainChange
from motwall.model.records import RECORD_TYPES, Record
from motwall.model.store import PatchMismatch
from motwall.storage.journal_rows import ENTRY_COLUMNS
from motwall.storage.rows import row_values
from motwall.storage.schema import table_name

# SQLAlchemy keeps the names of columns to itself; these are no column's.
_ID = "id__"
_NEW = "new__"

_TABLES: dict[type[Record], TableClause] = {
    one: table(table_name(name), *[column(field) for field in rules_of(one)])
    for name, one in RECORD_TYPES.items()
}
_INSERTS = {one: insert(place) for one, place in _TABLES.items()}
_DELETES = {
    one: delete(place).where(place.c.id == bindparam(_ID)) for one, place in _TABLES.items()
}
_UPDATES: dict[tuple[type[Record], tuple[str, ...]], Update] = {}
_JOURNAL_INSERT = insert(table("journal", *[column(name) for name in ENTRY_COLUMNS]))
_META_INSERT = insert(table("meta", column("key"), column("value")))
_PICTURE_INSERT = insert(table("picture_bytes", column("digest"), column("bytes")))

_Parameters = dict[str, object]
_Statement = Insert | Update | Delete


class Writer:
    """Writes to the one connection that was checked when the wall was opened."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Build the engine; the connection is not touched, so another thread may do this."""
        self._raw = connection
        self._engine = create_engine(
            URL.create("sqlite", database=str(path)),
            creator=lambda: connection,
            poolclass=StaticPool,
            pool_reset_on_return=None,
            hide_parameters=True,  # the words on notes stay out of the log
        )
        event.listen(self._engine, "begin", _begin)
        self._connection: Connection | None = None

    @contextmanager
    def transaction(self) -> Iterator["Transaction"]:
        """A transaction that holds the right to write from its beginning; all of it or nothing.

        Raises:
            sqlite3.Error: For `faults_of` to translate.
        """
        # Kept from write to write: fetching it from the pool costs as much as a statement.
        connection = self._connection or self._engine.connect()
        self._connection = None
        try:
            with connection.begin():
                yield Transaction(connection)
        except BaseException as error:
            # A COMMIT that failed leaves the transaction open, and SQLAlchemy thinks it is over.
            with suppress(sqlite3.Error):
                self._raw.rollback()
            connection.close()
            if isinstance(error, DBAPIError) and isinstance(error.orig, sqlite3.Error):
                raise error.orig from error
            raise
        self._connection = connection

    def close(self) -> None:
        """Let go of the connection, and close it."""
        if self._connection is not None:
            self._connection.close()
        self._engine.dispose()


class Transaction:
    """What may be written within one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Take the connection inside its transaction."""
        self._connection = connection

    def run(self, statement: str) -> None:
        """Run a statement that makes a table."""
        self._connection.exec_driver_sql(statement)

    def describe(self, meta: Mapping[str, object]) -> None:
        """Write what the file says about itself."""
        rows = [{"key": key, "value": value} for key, value in meta.items()]
        self._connection.execute(_META_INSERT, rows)

    def apply(self, changes: Iterable[PlainChange]) -> None:
        """Bring the tables from what the changes start from to what they lead to.

        Raises:
            PatchMismatch: They are not as the changes expect.
        """
        all_rows = _rows_of(changes)
        for record_type, rows in all_rows.deleted.items():
            self._execute(_DELETES[record_type], rows)
        for record_type, rows in all_rows.inserted.items():
            self._execute(_INSERTS[record_type], rows)
        for (record_type, names), rows in all_rows.updated.items():
            self._execute(_update(record_type, names), rows)

    def keep_picture(self, digest: str, data: bytes) -> None:
        """Add the bytes of a picture, unless they are there."""
        row = {"digest": digest, "bytes": data}
        self._connection.execute(_PICTURE_INSERT.prefix_with("OR IGNORE"), row)

    def append_entry(self, values: Mapping[str, object]) -> None:
        """Add the journal's row for what was applied."""
        self._connection.execute(_JOURNAL_INSERT, dict(values))

    def _execute(self, statement: _Statement, rows: list[_Parameters]) -> None:
        # A single row goes a shorter way through SQLAlchemy than a list of one.
        result = self._connection.execute(statement, rows if len(rows) > 1 else rows[0])
        # Inserting says itself what does not fit.
        if not isinstance(statement, Insert) and result.rowcount != len(rows):
            raise PatchMismatch(f"{result.rowcount} of {len(rows)} records found: {statement}")


def _begin(connection: Connection) -> None:
    # Not deferred: two writers would both read, then one could not go on.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


class _Rows(NamedTuple):
    """The rows of changes by what is done to them, so that many go in one call."""

    inserted: dict[type[Record], list[_Parameters]]
    updated: dict[tuple[type[Record], tuple[str, ...]], list[_Parameters]]
    deleted: dict[type[Record], list[_Parameters]]


def _rows_of(changes: Iterable[PlainChange]) -> _Rows:
    rows = _Rows(defaultdict(list), defaultdict(list), defaultdict(list))
    for change in changes:
        record_type, after = RECORD_TYPES[change["type"]], change["after"]
        if after is None:
            rows.deleted[record_type].append({_ID: change["id"]})
            continue
        values = row_values(record_type, after)
        if change["before"] is None:
            rows.inserted[record_type].append(values)
        else:
            # Only what changed: setting an indexed column rewrites its index.
            news = {_NEW + name: value for name, value in values.items()}
            rows.updated[record_type, tuple(after)].append({_ID: change["id"], **news})
    return rows


def _update(record_type: type[Record], names: tuple[str, ...]) -> Update:
    """The statement for those fields: the same object each time, so that it is compiled once."""
    statement = _UPDATES.get((record_type, names))
    if statement is None:
        one = _TABLES[record_type]
        values: dict[str, BindParameter[object]] = {name: bindparam(_NEW + name) for name in names}
        statement = update(one).where(one.c.id == bindparam(_ID)).values(values)
        _UPDATES[record_type, names] = statement
    return statement
