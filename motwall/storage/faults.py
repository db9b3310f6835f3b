"""What SQLite and the system say, as the situations of `model/errors.py`. Decided here alone.

What is not in these tables is a bug of ours and stays what it is, for the exception hook.
"""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from motwall.model.errors import (
    DiskFull,
    WallFileDamaged,
    WallFileError,
    WallFileLocked,
    WallFileReadOnly,
    WallFileReplaced,
    WallFileTooLarge,
    WallFileUnreachable,
    WallNameTooLong,
)
from motwall.model.store import PatchMismatch

# SQLite's primary result codes; the extended ones carry more in their upper bytes.
_PRIMARY = 0xFF
_NOT_UTF8 = "a text that is not UTF-8"
_BY_CODE: dict[int, type[WallFileError]] = {
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_BUSY: WallFileLocked,
    sqlite3.SQLITE_LOCKED: WallFileLocked,
    sqlite3.SQLITE_PROTOCOL: WallFileLocked,
    sqlite3.SQLITE_READONLY: WallFileReadOnly,
    sqlite3.SQLITE_CORRUPT: WallFileDamaged,
    sqlite3.SQLITE_NOTADB: WallFileDamaged,
    sqlite3.SQLITE_IOERR: WallFileUnreachable,
    sqlite3.SQLITE_CANTOPEN: WallFileUnreachable,
    sqlite3.SQLITE_PERM: WallFileUnreachable,
    # The checks on opening were stopped, or a row is beyond the bounds: see limits.py.
    sqlite3.SQLITE_INTERRUPT: WallFileTooLarge,
    sqlite3.SQLITE_TOOBIG: WallFileTooLarge,
}
_BY_ERRNO: dict[int, type[WallFileError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: WallFileReadOnly,
    errno.ENAMETOOLONG: WallNameTooLong,
}


@contextmanager
def faults_of(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system raise inside into the fitting error for that wall.

    Raises:
        WallFileError: The environment's fault.
        PatchMismatch: The database refused a patch that does not fit it: our fault.
    """
    try:
        yield
    except sqlite3.Error as error:
        known = _of_sqlite(error, path)
        if known is None:
            raise
        # Python's own complaint about a text quotes it: the words on a note stay out of the log.
        raise known from (error if hasattr(error, "sqlite_errorcode") else None)
    except UnicodeDecodeError as error:
        # Python cannot even read SQLite's complaint, which quotes a damaged name.
        raise WallFileDamaged(path, _NOT_UTF8) from error
    except OSError as error:
        kind = _BY_ERRNO.get(error.errno or 0, WallFileUnreachable)
        raise kind(path, str(error)) from error


def _of_sqlite(error: sqlite3.Error, path: Path) -> Exception | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        is_text = isinstance(error, sqlite3.OperationalError)
        return WallFileDamaged(path, _NOT_UTF8) if is_text else None
    primary = code & _PRIMARY
    if primary == sqlite3.SQLITE_CONSTRAINT:
        return PatchMismatch(str(error))
    kind = _BY_CODE.get(primary)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        kind = WallFileReplaced
    elif primary == sqlite3.SQLITE_CANTOPEN and _is_folder_closed(path):
        kind = WallFileReadOnly
    return None if kind is None else kind(path, f"{error.sqlite_errorname}: {error}")


def _is_folder_closed(path: Path) -> bool:
    """Whether the file can be read, but nothing made beside it: SQLite wants a journal there."""
    return os.access(path, os.R_OK) and not os.access(path.absolute().parent, os.W_OK)
