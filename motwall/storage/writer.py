"""Patches into tables, through SQLAlchemy Core.

Importing this module takes 0.3 to 0.4 s, so it is imported at the first write or by
`WallFile.warm_up`, never before the first painted window.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import (
    URL,
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
from motwall.model.patch import Patch
from motwall.model.records import RECORD_TYPES, Record
from motwall.model.store import PatchMismatch
from motwall.storage.journal_rows import ENTRY_COLUMNS
from motwall.storage.rows import column_values
from motwall.storage.schema import table_name

# Prefixes keep these names apart from every column's.
_ID = "id of"
_NEW = "new "

_TABLES: dict[type[Record], TableClause] = {
    one: table(table_name(name), *[column(field) for field in rules_of(one)])
    for name, one in RECORD_TYPES.items()
}
_JOURNAL_INSERT = insert(table("journal", *[column(name) for name in ENTRY_COLUMNS]))

_Parameters = dict[str, object]
_Statement = Insert | Update | Delete


class Writer:
    """Writes to the one connection that was checked when the wall was opened."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Build the engine; the connection is not touched, so another thread may do this."""
        self._engine = create_engine(
            URL.create("sqlite", database=str(path)), creator=lambda: connection, poolclass=StaticPool
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

    def run(self, statements: Sequence[str]) -> None:
        """Run statements that make tables."""
        for statement in statements:
            self._connection.exec_driver_sql(statement)

    def apply(self, patch: Patch) -> None:
        """Bring the tables from what the patch starts from to what it leads to.

        Raises:
            PatchMismatch: They are not as the patch expects.
        """
        inserts, updates, deletes = _grouped(patch)
        for record_type, rows in deletes.items():
            self._execute(_delete(record_type), rows)
        for record_type, rows in inserts.items():
            self._execute(insert(_TABLES[record_type]), rows)
        for (record_type, names), rows in updates.items():
            self._execute(_update(record_type, names), rows)

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


def _grouped(
    patch: Patch,
) -> tuple[
    dict[type[Record], list[_Parameters]],
    dict[tuple[type[Record], tuple[str, ...]], list[_Parameters]],
    dict[type[Record], list[_Parameters]],
]:
    """Rows to insert by type, to update by type and fields, and to delete by type."""
    inserts, updates, deletes = defaultdict(list), defaultdict(list), defaultdict(list)
    for change in patch:
        record = change.record
        record_type = type(record)
        if change.after is None:
            deletes[record_type].append({_ID: record.id})
        elif change.before is None:
            inserts[record_type].append(column_values(record, rules_of(record_type)))
        else:
            # Only what changed: setting an indexed column rewrites its index.
            names = tuple(sorted(change.changed_fields()))
            values = {_NEW + name: value for name, value in column_values(record, names).items()}
            updates[record_type, names].append({_ID: record.id, **values})
    return inserts, updates, deletes


# The same statement objects each time, so that SQLAlchemy finds them compiled.
@cache
def _update(record_type: type[Record], names: tuple[str, ...]) -> Update:
    one = _TABLES[record_type]
    values = {name: bindparam(_NEW + name) for name in names}
    return update(one).where(one.c.id == bindparam(_ID)).values(values)


@cache
def _delete(record_type: type[Record]) -> Delete:
    one = _TABLES[record_type]
    return delete(one).where(one.c.id == bindparam(_ID))
