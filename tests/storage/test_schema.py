from pathlib import Path

from motwall.model.records import RECORD_TYPES
from motwall.storage.schema import (
    FORMATS,
    derived_ddl,
    frozen_ddl,
    schema_rows,
    statements_of,
    table_name,
)
from tests.storage.walls import raw

#: What holds no records.
OWN_TABLES = {"journal", "meta", "picture_bytes"}


def test_frozen_tables_are_those_the_records_ask_for() -> None:
    # Changed a record? Before the first release write derived_ddl() into the frozen file; after it,
    # add a format (motwall/storage/migrations.py).
    assert frozen_ddl(FORMATS.current) == derived_ddl()


def test_every_record_type_has_a_table_named_after_it() -> None:
    tables = {name for kind, name, _, _ in schema_rows(frozen_ddl(1)) if kind == "table"}
    assert tables == {table_name(name) for name in RECORD_TYPES} | OWN_TABLES
    assert table_name("PlannedAction") == "planned_action"


def test_every_reference_is_indexed_and_checked_at_the_commit() -> None:
    rows = schema_rows(derived_ddl())
    indexes = {name for kind, name, _, _ in rows if kind == "index"}
    assert {"moment_step_id", "idea_from_idea_id", "planned_action_idea_id"} <= indexes
    moment = next(sql for kind, name, _, sql in rows if (kind, name) == ("table", "moment"))
    assert moment is not None
    assert "step_id TEXT REFERENCES step (id) DEFERRABLE INITIALLY DEFERRED" in moment


def test_single_statements_add_up_to_the_whole() -> None:
    statements = statements_of(frozen_ddl(1))
    assert all(one.startswith("CREATE ") for one in statements)
    assert ";\n".join(statements) + ";" == frozen_ddl(1).replace("\n\nCREATE", "\nCREATE").strip()


def test_file_says_what_it_is(path: Path) -> None:
    head = path.read_bytes()[:100]
    assert head.startswith(b"SQLite format 3\0")
    assert head[68:72] == b"MOTW"
    assert head[60:64] == (1).to_bytes(4, "big")
    with raw(path) as connection:
        keys = [key for (key,) in connection.execute("SELECT key FROM meta ORDER BY key")]
    assert keys == ["app_version", "created_at", "origin", "wall_id"]
