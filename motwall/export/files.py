"""The one way a file goes out: under a temporary name beside its place, then moved there whole."""

import errno
import os
import secrets
import time
from collections.abc import Callable
from pathlib import Path

from motwall.model.errors import (
    DiskFull,
    OutputExists,
    WallFileError,
    WallFileIsFolder,
    WallFileLocked,
    WallFileReadOnly,
    WallFileUnreachable,
    WallFolderMissing,
    WallNameTooLong,
)

#: On Windows a virus scanner or a viewer holds a file for a moment after it was closed.
_TRIES = 6 if os.name == "nt" else 1
_PAUSE = 0.1

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}
_GONE = {errno.ENOENT, errno.ENOTDIR}
#: Windows: another program has the file open, or a part of it.
_HELD = {32, 33}


def write_whole(path: Path, write: Callable[[Path], None], *, is_forced: bool = False) -> None:
    """Let `write` fill a file and move it to `path`; whatever fails, an old file stays as it was.

    Args:
        path: Where the file is wanted.
        write: Writes a file at the path it is given: one in the same folder, with the same ending.
        is_forced: An existing file is replaced.

    Raises:
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The folder is gone, the disk full, the place read-only or out of reach.
        Cancelled: If `write` raises it.
    """
    _refuse_existing(path, is_forced=is_forced)
    temporary = path.with_name(f".motwall-{secrets.token_hex(6)}{path.suffix}")
    try:
        write(temporary)
        _flush(temporary)
        _refuse_existing(path, is_forced=is_forced)
        _move(temporary, path)
    except OSError as error:
        raise _sorted_out(path, error) from error
    finally:
        _discard(temporary)


def _refuse_existing(path: Path, *, is_forced: bool) -> None:
    try:
        if path.is_dir():
            raise WallFileIsFolder(path)
        if not is_forced and path.exists():
            raise OutputExists(path)
    except OSError as error:
        raise _sorted_out(path, error) from error


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _move(temporary: Path, path: Path) -> None:
    for remaining in reversed(range(_TRIES)):
        try:
            temporary.replace(path)
        except PermissionError:
            if not remaining:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _discard(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:
        # The folder is out of reach, and that is what the user is being told already.
        return


def _sorted_out(path: Path, error: OSError) -> WallFileError:
    if error.errno in _FULL:
        return DiskFull(path, str(error))
    if getattr(error, "winerror", None) in _HELD:
        return WallFileLocked(path, str(error))
    if error.errno in _FORBIDDEN:
        return WallFileReadOnly(path, str(error))
    if error.errno == errno.ENAMETOOLONG:
        return WallNameTooLong(path, str(error))
    if error.errno in _GONE:
        return WallFolderMissing(path, str(error))
    return WallFileUnreachable(path, str(error))
