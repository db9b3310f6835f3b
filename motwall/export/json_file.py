"""A wall as JSON: every record, every field by its name (docs/format.md)."""

import json
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path

from motwall.export.files import write_whole
from motwall.model.codec import to_plain
from motwall.model.pictures import NO_PICTURES, digests_of
from motwall.model.records import RECORD_TYPES, Record
from motwall.model.store import Store

#: Of the JSON, and of the records in it.
FORMAT = "motwall"
VERSION = 1


def json_text(store: Store, pictures: Mapping[str, bytes] = NO_PICTURES) -> str:
    """The wall as JSON text: a record a line, so that two exports can be compared by eye.

    Records come by type (those referred to before those that refer), then by rank where they have
    one, then by id: equal walls give equal texts. Last come the bytes of pictures, in base64, if
    there are any.

    Args:
        store: The wall.
        pictures: Bytes by digest; those that no record names are left out.
    """
    lines = [_line(record) for kind in RECORD_TYPES.values() for record in _in_order(store, kind)]
    head = f'{{"format": {json.dumps(FORMAT)}, "version": {VERSION}, "records": [\n'
    named = sorted(digests_of(store.everything()) & pictures.keys())
    photos = [f'"{one}": "{b64encode(pictures[one]).decode()}"' for one in named]
    tail = "\n]" + (', "pictures": {\n' + ",\n".join(photos) + "\n}" if photos else "") + "}\n"
    return head + ",\n".join(lines) + tail


def write_json(
    store: Store,
    path: Path,
    pictures: Mapping[str, bytes] = NO_PICTURES,
    *,
    is_forced: bool = False,
) -> None:
    """Write the wall as JSON in UTF-8, with the bytes of its pictures by their digests.

    Raises:
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The place cannot be written to.
    """
    data = json_text(store, pictures).encode()
    write_whole(path, lambda temporary: _write(temporary, data), is_forced=is_forced)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _in_order(store: Store, kind: type[Record]) -> list[Record]:
    return sorted(store.all(kind), key=lambda one: (getattr(one, "rank", 0), one.id))


def _line(record: Record) -> str:
    plain = {"type": type(record).__name__, **to_plain(record)}
    return json.dumps(plain, ensure_ascii=False, allow_nan=False)
