"""The process that reads a file somebody brings in: bytes on standard input, JSON out.

`motwall --read-for-import KIND [MEGABYTES]`, a hidden command of the program, so that it is there
in a frozen one as well. Whatever happens to this process, the one that asked goes on: it bounds the
time, and takes an answer without an end for none. Each line of the answer is an object of one name:
`table` (a name), `rows` and `records` (some more of them), `picture` (its bytes in base64),
`warnings`, and at the end `done`, or instead `problems` or `missing`.
"""

import contextlib
import json
import sys
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

from motwall.i18n import translate
from motwall.importing.apart import KINDS, MEGABYTES, Contents, contents_of
from motwall.importing.json_plan import SIZE_LIMIT
from motwall.model.codec import to_plain
from motwall.model.errors import ExtraMissing, ImportRefused

#: Rows or records a line.
AT_A_TIME = 200
_MEGABYTE = 1024 * 1024
_WRONG_USAGE = 2


def main(kind: str, source: BinaryIO, target: BinaryIO) -> int:
    """Read a file and answer; returns the exit code, which is 0 for a refusal as well.

    Args:
        kind: Of the file.
        source: The file.
        target: For the answer.
    """
    for line in _answer(kind, source):
        target.write(json.dumps(line).encode() + b"\n")
        target.flush()
    return 0


def run(arguments: Sequence[str]) -> int:
    """The same with the streams of this process, which gets bounds.

    Args:
        arguments: The kind of the file, and how many megabytes of memory it may take.
    """
    if not arguments or arguments[0] not in KINDS.values():
        return _WRONG_USAGE
    kind, *bounds = arguments
    _bound_memory(int(bounds[0]) if bounds else MEGABYTES)
    return main(kind, sys.stdin.buffer, sys.stdout.buffer)


def _answer(kind: str, source: BinaryIO) -> Iterator[dict[str, Any]]:
    try:
        yield from _lines(contents_of(kind, source.read(SIZE_LIMIT + 1)))
    except ImportRefused as error:
        yield {"problems": error.problems}
    except ExtraMissing:
        yield {"missing": True}
    except MemoryError:
        yield {"problems": [(0, translate("Import", "reading the file takes too much memory"))]}
    else:
        yield {"done": True}


def _lines(contents: Contents) -> Iterator[dict[str, Any]]:
    for table in contents.tables:
        yield {"table": table.name}
        for place in range(0, len(table.rows), AT_A_TIME):
            yield {"rows": table.rows[place : place + AT_A_TIME]}
    if contents.records is not None:
        plain = [{"type": type(one).__name__, **to_plain(one)} for one in contents.records]
        for place in range(0, len(plain), AT_A_TIME):
            yield {"records": plain[place : place + AT_A_TIME]}
    for data in contents.pictures.values():
        yield {"picture": b64encode(data).decode()}
    if contents.warnings:
        yield {"warnings": contents.warnings}


def _bound_memory(megabytes: int) -> None:
    """Let this process have no more than that; there is no way to say so on Windows."""
    try:
        import resource  # noqa: PLC0415 -- not on Windows
    except ImportError:
        return
    # Some systems know the name but not the bound.
    with contextlib.suppress(OSError, ValueError):
        bytes_ = megabytes * _MEGABYTE
        resource.setrlimit(resource.RLIMIT_AS, (bytes_, bytes_))
