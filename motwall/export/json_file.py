"""A wall as JSON: every record, every field by its name (docs/format.md)."""

import json
from pathlib import Path

from motwall.export.files import write_whole
from motwall.model.codec import to_plain
from motwall.model.records import RECORD_TYPES, Record
from motwall.model.store import Store

#: Of the JSON, and of the records in it.
FORMAT = "motwall"
VERSION = 1


def json_text(store: Store) -> str:
    """The wall as JSON text: a record a line, so that two exports can be compared by eye.

    Records come by type (those referred to before those that refer), then by rank where they have
    one, then by id: equal walls give equal texts.
    """
    lines = [_line(record) for kind in RECORD_TYPES.values() for record in _in_order(store, kind)]
    head = f'{{"format": {json.dumps(FORMAT)}, "version": {VERSION}, "records": [\n'
    return head + ",\n".join(lines) + "\n]}\n"


def write_json(store: Store, path: Path, *, is_forced: bool = False) -> None:
    """Write the wall as JSON in UTF-8.

    Raises:
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The place cannot be written to.
    """
    data = json_text(store).encode()
    write_whole(path, lambda temporary: _write(temporary, data), is_forced=is_forced)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _in_order(store: Store, kind: type[Record]) -> list[Record]:
    return sorted(store.all(kind), key=lambda one: (getattr(one, "rank", 0), one.id))


def _line(record: Record) -> str:
    plain = {"type": type(record).__name__, **to_plain(record)}
    return json.dumps(plain, ensure_ascii=False, allow_nan=False)
