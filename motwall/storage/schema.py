"""The tables of a wall file: derived from the records, and frozen in `ddl/` for each format.

A file is made from the frozen text and must match it to the letter when opened. The derived text
is what the records of today ask for; a test keeps the two equal.
"""

import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from motwall.model.fields import FieldRule, rules_of
from motwall.model.records import RECORD_TYPES, Record

#: "MOTW", where `file` and desktops look for it: bytes 68 to 71.
APPLICATION_ID = 0x4D4F5457

#: One row of `sqlite_schema`: type, name, table, and the text that made it.
SchemaRow = tuple[str, str, str, str | None]

_COLUMN_TYPES: dict[type, str] = {int: "INTEGER", bool: "INTEGER", float: "REAL"}

# Every commit, newest last; `changes` comes last so that reading the rest skips its pages.
_JOURNAL = """\
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY NOT NULL,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    undoes TEXT,
    merge_key TEXT NOT NULL,
    label TEXT NOT NULL,
    count INTEGER NOT NULL,
    session_id TEXT,
    origin TEXT NOT NULL,
    format INTEGER NOT NULL,
    selection_before TEXT NOT NULL,
    selection_after TEXT NOT NULL,
    changes TEXT NOT NULL
) STRICT;
"""

# The bytes of pictures by their SHA-256, in hex: written before the record that names them, never
# changed, never in the journal.
_PICTURES = """\
CREATE TABLE picture_bytes (
    digest TEXT PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
"""

# wall_id (the same in all copies), origin (of this copy), app_version, created_at.
_META = """\
CREATE TABLE meta (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
"""


class Formats(NamedTuple):
    """The file formats this program knows.

    Attributes:
        ddl: The frozen tables by format number; the highest is the one written.
        steps: The statements that lead from the format below to the one they stand under.
    """

    ddl: Mapping[int, str]
    steps: Mapping[int, tuple[str, ...]]

    @property
    def current(self) -> int:
        """The format that is written."""
        return max(self.ddl)


def frozen_ddl(format_number: int) -> str:
    """The text of a format's tables as it was released."""
    path = Path(__file__).parent / "ddl" / f"{format_number}.sql"
    return path.read_text(encoding="utf-8")


#: What this program knows. A new format adds `ddl/<n>.sql` here and its statements to `steps`;
#: `migrations.py` says how to write those.
FORMATS = Formats(
    ddl=MappingProxyType({1: frozen_ddl(1)}),
    steps=MappingProxyType({}),
)


def statements_of(ddl: str) -> list[str]:
    """The single statements of a text that ends each with a semicolon and a line end."""
    return [one.strip() for one in ddl.split(";\n") if one.strip()]


@cache
def schema_rows(ddl: str) -> frozenset[SchemaRow]:
    """What `sqlite_schema` holds in a file made from that text; SQLite itself is asked."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(ddl)
        return frozenset(connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema"))


def table_name(record_type_name: str) -> str:
    """The table of a record type: "PlannedAction" is kept in "planned_action"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", record_type_name).lower()


def derived_ddl() -> str:
    """The tables and indexes that the record types of today ask for."""
    parts = [_record_ddl(record_type) for record_type in RECORD_TYPES.values()]
    return "\n".join([*parts, _JOURNAL, _META, _PICTURES])


def _record_ddl(record_type: type[Record]) -> str:
    table = table_name(record_type.__name__)
    rules = rules_of(record_type)
    columns = ",\n".join(f"    {_column(rule)}" for rule in rules.values())
    # SQLite looks through the referring table whenever a record that is referred to goes.
    indexes = "".join(
        f"\nCREATE INDEX {table}_{rule.name} ON {table} ({rule.name});\n"
        for rule in rules.values()
        if rule.refers_to
    )
    return f"CREATE TABLE {table} (\n{columns}\n) STRICT;\n{indexes}"


def _column(rule: FieldRule) -> str:
    if rule.name == "id":
        return "id TEXT PRIMARY KEY NOT NULL"
    words = [rule.name, _COLUMN_TYPES.get(rule.kind, "TEXT")]
    if not rule.is_optional:
        words.append("NOT NULL")
    if rule.refers_to:
        target = table_name(rule.refers_to)
        words.append(f"REFERENCES {target} (id) DEFERRABLE INITIALLY DEFERRED")
    return " ".join(words)
