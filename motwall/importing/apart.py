"""A file is read by a process of its own, with bounds on its time and memory.

The child is our own program (`child`). It takes the bytes on its standard input and answers in
JSON, a line at a time, of plain tables or records: nothing that the answer holds is ever run. What
arrives is put together by `Answer`, for a window that reads it as it comes (`ui.import_sheet`) and
for the command line, which waits (`read_apart`). Small files of kinds that cannot unfold are read
in this process (`read_here`).
"""

import json
import subprocess
import sys
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from motwall.i18n import translate
from motwall.importing import HIDDEN, json_plan, text_plan, xlsx_plan
from motwall.importing.plan import Plan, refused
from motwall.importing.source_table import SourceTable, csv_table
from motwall.importing.workbook import sheets_of, table_of_sheet
from motwall.model.codec import from_plain
from motwall.model.errors import BadRecord, ExtraMissing, ImportRefused, MotwallError
from motwall.model.pictures import digest_of
from motwall.model.records import Record

#: The kinds of files, by their endings.
KINDS = {
    ".json": "json", ".csv": "csv", ".tsv": "csv", ".tab": "csv", ".xlsx": "xlsx", ".txt": "txt",
}  # fmt: skip
#: Seconds and mebibytes that reading a file may take.
SECONDS, MEGABYTES = 10.0, 512
# What reading a line brings on that is no line of ours.
_ODD = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
#: An answer is never longer, bytes.
ANSWER_LIMIT = 400 * 1024 * 1024
#: Files up to this many bytes are read in this process, but for workbooks.
SMALL = 256 * 1024


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds: tables of whatever columns, or records with their ids.

    Attributes:
        tables: Those with rows in them.
        records: Of a whole wall; None for tables.
        warnings: Sentences to be said.
        pictures: The bytes of pictures among the records, by digest.
    """

    tables: tuple[SourceTable, ...] = ()
    records: tuple[Record, ...] | None = None
    warnings: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def command(kind: str) -> list[str]:
    """The program and its arguments that read a kind of file from standard input."""
    if getattr(sys, "frozen", False):
        return [sys.executable, HIDDEN, kind]
    # -P: a file of that name in the folder we happen to be in is not our program.
    return [sys.executable, "-P", "-m", "motwall", HIDDEN, kind]


def contents_of(kind: str, raw: bytes) -> Contents:
    """What the bytes of a file hold, read here and now.

    Raises:
        ImportRefused: Nothing that could be imported.
        ExtraMissing: For a workbook, while openpyxl is not installed.
    """
    if kind == "json":
        return _of_wall(json_plan.parse(raw))
    if kind == "xlsx":
        sheets = sheets_of(raw)
        if xlsx_plan.is_own(sheets):
            return _of_wall(xlsx_plan.plan_of(sheets))
        tables = [table_of_sheet(one) for one in sheets]
    elif kind == "txt":
        tables = [text_plan.table_of_lines(raw)]
    else:
        tables = [csv_table(raw)]
    kept = tuple(one for one in tables if one.rows)
    if not kept:
        raise refused(translate("Import", "there is nothing in the file"))
    return Contents(kept)


def _of_wall(plan: Plan) -> Contents:
    return Contents((), plan.records, plan.warnings, plan.pictures)


def is_small(kind: str, raw: bytes) -> bool:
    """Whether a file needs no process of its own: there is no way for it to take long."""
    return kind != "xlsx" and len(raw) <= SMALL


def read(kind: str, raw: bytes) -> Contents:
    """What a file holds, read in a process of its own if it is not small; waits for it.

    Raises:
        ImportRefused: Nothing that could be imported, or it takes too much time or memory.
        ExtraMissing: As for `contents_of`.
    """
    return contents_of(kind, raw) if is_small(kind, raw) else read_apart(kind, raw)


def read_apart(
    kind: str, raw: bytes, seconds: float = SECONDS, megabytes: int = MEGABYTES
) -> Contents:
    """The same, always in a process of its own.

    Raises:
        ImportRefused: As for `read`.
        ExtraMissing: As for `read`.
    """
    answer = Answer()
    try:
        done = subprocess.run(
            [*command(kind), str(megabytes)],
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise took_too_long() from error
    except OSError as error:
        raise gave_up() from error
    answer.take(done.stdout)
    return answer.contents()


def took_too_long() -> ImportRefused:
    """The error of a file that is not read in time."""
    return refused(translate("Import", "reading the file takes too long"))


def gave_up() -> ImportRefused:
    """The error of a process that ended before its answer did."""
    return refused(translate("Import", "the file could not be read in full"))


@dataclass(slots=True)
class Answer:
    """Puts together what the child says, as it comes.

    Attributes:
        count: How many rows or records have come.
    """

    count: int = 0
    _rest: bytes = b""
    _size: int = 0
    _tables: list[tuple[str, list[tuple[int, tuple[str, ...]]]]] = field(default_factory=list)
    _records: list[Record] | None = None
    _warnings: list[str] = field(default_factory=list)
    _pictures: dict[str, bytes] = field(default_factory=dict)
    _error: MotwallError | None = None
    _is_whole: bool = False

    def take(self, some: bytes) -> None:
        """Read a piece of the answer.

        Raises:
            ImportRefused: It is no answer of ours.
        """
        self._size += len(some)
        *lines, self._rest = (self._rest + some).split(b"\n")
        if self._size > ANSWER_LIMIT:
            raise gave_up()
        for line in lines:
            try:
                self._take_line(json.loads(line))
            except (*_ODD, BadRecord) as error:
                raise gave_up() from error

    def contents(self) -> Contents:
        """What the whole answer says.

        Raises:
            ImportRefused: The file makes no sense, or the answer is not whole.
            ExtraMissing: Workbooks cannot be read here.
        """
        if self._error is not None:
            raise self._error
        if not self._is_whole:
            raise gave_up()
        tables = tuple(SourceTable(name, tuple(rows)) for name, rows in self._tables)
        records = None if self._records is None else tuple(self._records)
        return Contents(tables, records, tuple(self._warnings), self._pictures)

    def _take_line(self, said: dict[str, Any]) -> None:
        if "table" in said:
            self._tables.append((str(said["table"]), []))
        elif "rows" in said:
            rows = [(int(number), tuple(map(str, cells))) for number, cells in said["rows"]]
            self._tables[-1][1].extend(rows)
            self.count += len(rows)
        elif "records" in said:
            made = [from_plain(one.pop("type"), one) for one in said["records"]]
            self._records = self._records or []
            self._records += made
            self.count += len(made)
        elif "warnings" in said:
            self._warnings += map(str, said["warnings"])
        elif "picture" in said:
            data = b64decode(said["picture"], validate=True)
            self._pictures[digest_of(data)] = data
        elif "problems" in said:
            problems = [(int(row), str(problem)) for row, problem in said["problems"]]
            self._error = ImportRefused(problems)
        elif "missing" in said:
            self._error = ExtraMissing()
        else:
            self._is_whole = bool(said["done"])
