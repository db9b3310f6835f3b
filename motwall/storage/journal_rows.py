"""Journal entries to table rows and back."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from motwall.model.codec import plain_value
from motwall.model.errors import WallFileDamaged
from motwall.model.journal import EntryHeader, EntryKind, JournalRow, PlainChange
from motwall.model.patch import Label
from motwall.model.records import RECORD_TYPES
from motwall.storage.rows import compact_json

_HEADER_COLUMNS = (
    "id, at, kind, undoes, merge_key, label, count, session_id, selection_before, selection_after"
)
#: No entry has so high a number.
_BEHIND_ALL = 2**63 - 1
_TIME_LENGTH = len("2026-11-23T12:00:00.000000Z")
#: Every column of the journal but `seq`, which SQLite counts.
ENTRY_COLUMNS = (*_HEADER_COLUMNS.split(", "), "origin", "format", "changes")


def entry_values(
    changes: str, header: EntryHeader, origin: str, format_number: int
) -> dict[str, object]:
    """What the columns of a new entry hold; `changes` as they are kept, from `changes_text`."""
    return {
        "id": header.id,
        "at": plain_value(header.at),
        "kind": header.kind.value,
        "undoes": header.undoes,
        "merge_key": header.merge_key,
        "label": header.label.text,
        "count": header.label.count,
        "session_id": header.session_id,
        "selection_before": compact_json(header.selection_before),
        "selection_after": compact_json(header.selection_after),
        "origin": origin,
        "format": format_number,
        "changes": changes,
    }


def changes_text(parts: Iterable[str]) -> str:
    """The changes of an entry as they are kept, of its parts as JSON lists."""
    return f"[{','.join(part[1:-1] for part in parts)}]"


def undoable_headers(
    connection: sqlite3.Connection, path: Path, format_number: int
) -> Iterator[EntryHeader]:
    """The entries undo may look at: from where it stops, at a creation or an older format, on.

    Raises:
        WallFileDamaged: A row holds what no entry can hold.
    """
    return _headers(connection, path, first_in_reach(connection, format_number))


def first_in_reach(connection: sqlite3.Connection, format_number: int) -> int:
    """The number of the entry undo stops at: a creation, or one of an older format."""
    (first,) = connection.execute(
        "SELECT coalesce((SELECT seq FROM journal WHERE kind = 'create' OR format < ?"
        " ORDER BY seq DESC LIMIT 1), 0)",
        (format_number,),
    ).fetchone()
    return int(first)


def rows_before(
    connection: sqlite3.Connection, path: Path, first: int, before_id: str | None, count: int
) -> list[JournalRow]:
    """So many entries before another one (None: from the latest), the latest first.

    Args:
        connection: To the wall.
        path: Of the wall, for errors.
        first: See `first_in_reach`.
        before_id: The entry that the last answer ended with.
        count: At the most.

    Raises:
        WallFileDamaged: A row holds what no entry can hold.
    """
    rows = connection.execute(
        f"SELECT {_HEADER_COLUMNS}, seq >= ? FROM journal"
        " WHERE seq < coalesce((SELECT seq FROM journal WHERE id = ?), ?)"
        " ORDER BY seq DESC LIMIT ?",
        (first, before_id, _BEHIND_ALL, count),
    ).fetchall()
    return [JournalRow(_sound(path, row[:-1]), bool(row[-1])) for row in rows]


def end_of_session(
    connection: sqlite3.Connection, first: int, session_id: str, closed_at: datetime | None
) -> str | None:
    """The entry after which the wall was as a session left it; None if it is out of reach.

    That is the last one made in it; of a session without any, the last before it was closed.
    """
    found = connection.execute(
        "SELECT id, seq FROM journal WHERE session_id = ? ORDER BY seq DESC LIMIT 1",
        (session_id,),
    ).fetchone()
    if found is None and closed_at is not None:
        found = connection.execute(
            "SELECT id, seq FROM journal WHERE at <= ? ORDER BY seq DESC LIMIT 1",
            (plain_value(closed_at),),
        ).fetchone()
    return None if found is None or found[1] < first else str(found[0])


def all_headers(connection: sqlite3.Connection, path: Path) -> Iterator[EntryHeader]:
    """Every entry there is.

    Raises:
        WallFileDamaged: A row holds what no entry can hold.
    """
    return _headers(connection, path, 0)


def changes_of(connection: sqlite3.Connection, path: Path, entry_id: str) -> list[PlainChange]:
    """What an entry changed.

    Raises:
        KeyError: There is no such entry.
        WallFileDamaged: It holds what no patch can have written.
    """
    row = connection.execute("SELECT changes FROM journal WHERE id = ?", (entry_id,)).fetchone()
    if row is None:
        raise KeyError(entry_id)
    try:
        return _changes(json.loads(row[0]))
    except (ValueError, RecursionError) as error:
        raise WallFileDamaged(path, f"changes of entry {entry_id}") from error


def last_entry_id(connection: sqlite3.Connection) -> str | None:
    """The id of the latest entry; None in a journal without any."""
    row = connection.execute("SELECT id FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return row and str(row[0])


def _headers(connection: sqlite3.Connection, path: Path, first: int) -> Iterator[EntryHeader]:
    query = f"SELECT {_HEADER_COLUMNS} FROM journal WHERE seq >= ? ORDER BY seq"
    # Closed at once also when a row is bad: a cursor left open keeps the file locked.
    with closing(connection.execute(query, (first,))) as rows:
        for row in rows:
            yield _sound(path, row)


def _sound(path: Path, row: tuple[Any, ...]) -> EntryHeader:
    try:
        return _header(*row)
    except (ValueError, RecursionError) as error:
        raise WallFileDamaged(path, f"journal entry {row[0]}") from error


def _header(*row: Any) -> EntryHeader:  # noqa: ANN401 -- column values
    entry_id, at, kind, undoes, merge_key, label, count, session_id, before, after = row
    return EntryHeader(
        id=entry_id,
        at=_time(at),
        kind=EntryKind(kind),
        undoes=undoes,
        merge_key=merge_key,
        label=Label(label, count),
        session_id=session_id,
        selection_before=_ids(before),
        selection_after=_ids(after),
    )


def _time(text: str) -> datetime:
    time = datetime.fromisoformat(text)
    # fromisoformat also reads other ways of writing; one is enough.
    if len(text) != _TIME_LENGTH or time.tzinfo is not UTC:
        raise ValueError(text)
    return time


def _ids(text: str) -> tuple[str, ...]:
    if text == "[]":
        return ()
    ids = json.loads(text)
    if not (isinstance(ids, list) and all(isinstance(one, str) for one in ids)):
        raise ValueError(text)
    return tuple(ids)


def _changes(plain: object) -> list[PlainChange]:
    """Check an entry's form; whether the values fit, replaying finds out."""
    if not isinstance(plain, list) or not all(_is_change(one) for one in plain):
        raise ValueError("no list of changes")
    return plain


def _is_change(plain: object) -> bool:
    if not isinstance(plain, dict) or set(plain) != {"type", "id", "before", "after"}:
        return False
    sides = plain["before"], plain["after"]
    return (
        isinstance(plain["type"], str)
        and plain["type"] in RECORD_TYPES
        and isinstance(plain["id"], str)
        and all(side is None or isinstance(side, dict) for side in sides)
        and sides != (None, None)
    )
