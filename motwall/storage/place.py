"""Where a wall lies: what its path names, and how a new file comes into being all at once."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from motwall.model.clock import fresh_id
from motwall.model.errors import (
    WallFileDamaged,
    WallFileEmpty,
    WallFileExists,
    WallFileIsFolder,
    WallFileLocked,
    WallFileMissing,
    WallFileNotSqlite,
    WallFileReadOnly,
    WallFileTooLarge,
    WallFileUnreachable,
    WallFolderMissing,
    WallNameTooLong,
)
from motwall.storage.limits import Limits

_HEADER_BYTES = 100  # of every SQLite file
# SQLite on Unix refuses longer paths, its journal's name included.
_PATH_BYTES = 512
_JOURNAL_ENDING = "-journal"
# The last bytes of a journal that names another file, which SQLite might delete in passing.
_SUPER_JOURNAL_MAGIC = bytes.fromhex("d9d505f920a163d7")


def beside(path: Path, ending: str) -> Path:
    """The side file SQLite keeps under the file's own name and an ending."""
    real = path.resolve()
    return real.with_name(real.name + ending)


def check_place(path: Path, limits: Limits) -> None:
    """Check everything that can be told without reading a byte.

    Raises:
        WallFileError: One class for each thing that can be wrong.
        OSError: For `faults_of` to translate.
    """
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        missing = WallFileMissing if path.absolute().parent.is_dir() else WallFolderMissing
        raise missing(path) from error
    if stat.S_ISDIR(found.st_mode):
        raise WallFileIsFolder(path)
    if not stat.S_ISREG(found.st_mode):
        # Opening a pipe or a device could wait for ever.
        raise WallFileUnreachable(path, "not a regular file")
    if found.st_size == 0:
        raise WallFileEmpty(path)
    if found.st_size < _HEADER_BYTES:
        raise WallFileNotSqlite(path)
    if found.st_size > limits.file_bytes:
        raise WallFileTooLarge(path, f"{found.st_size} bytes")
    _check_name(path)


def check_writable(path: Path) -> None:
    """Check that the file and its folder, where the journal goes, may be written.

    Raises:
        WallFileReadOnly: One of them may not.
    """
    real = path.resolve()
    for one in (real, real.parent):
        if not os.access(one, os.W_OK):
            raise WallFileReadOnly(path, one.name)


@contextmanager
def made_beside(path: Path, link: Callable[[Path, Path], None] = os.link) -> Iterator[Path]:
    """Give a temporary name beside a new file; what is made there takes its place at the end.

    Nothing is left behind if anything fails, and nothing is ever overwritten.

    Args:
        path: The new file.
        link: Gives a file a second name; fails where there are no hard links (FAT).

    Raises:
        WallFileExists: There is something at the path, or a side file of a wall that was there:
            SQLite would roll it back into the new one.
        WallFolderMissing: There is no folder to put it in.
        WallFileReadOnly: Nothing may be made in that folder.
        WallNameTooLong: Longer than SQLite or the file system takes.
        OSError: For `faults_of` to translate.
    """
    temporary = path.absolute().with_name(f".motwall-{fresh_id()[:12]}.tmp")
    _check_new(path, temporary)
    try:
        yield temporary
        _into_place(temporary, path, link)
    finally:
        for one in (temporary, beside(temporary, _JOURNAL_ENDING)):
            one.unlink(missing_ok=True)
    _sync_folder(path.absolute().parent)


def copied_with_journal(
    path: Path, folder: Path, copy: Callable[[Path, Path], object] = shutil.copyfile
) -> Path:
    """Copy a wall a crash has left, and its journal, to where SQLite can roll it back.

    Only for a journal nobody is writing: reading a wall that is being written, by other means than
    SQLite, drops its locks.

    Args:
        path: The wall.
        folder: Where the copies go.
        copy: Copies one file.

    Raises:
        WallFileLocked: The files changed meanwhile: somebody else is rolling them back.
        WallFileDamaged: The journal is none of motwall's: it names other files.
        OSError: For `faults_of` to translate.
    """
    journal = beside(path, _JOURNAL_ENDING)
    target = folder / "wall"
    target_journal = folder / ("wall" + _JOURNAL_ENDING)
    before = _stamp(path), _stamp(journal)
    for source, to in ((path, target), (journal, target_journal)):
        with suppress(FileNotFoundError):  # rolled back and gone: the stamps tell
            copy(source, to)
    if (_stamp(path), _stamp(journal)) != before or None in before:
        raise WallFileLocked(path, "being rolled back by somebody else")
    if target_journal.read_bytes().endswith(_SUPER_JOURNAL_MAGIC):
        raise WallFileDamaged(path, "its journal names another file")
    return target


def _check_new(path: Path, temporary: Path) -> None:
    if not path.absolute().parent.is_dir():
        raise WallFolderMissing(path)
    _check_name(path)
    if _is_too_deep(temporary):
        raise WallNameTooLong(path)
    for one in (path, beside(path, _JOURNAL_ENDING), beside(path, "-wal")):
        if os.path.lexists(one):
            raise WallFileExists(path, one.name)
    if not os.access(path.absolute().parent, os.W_OK):
        raise WallFileReadOnly(path)


def _check_name(path: Path) -> None:
    if _is_too_deep(path):
        raise WallNameTooLong(path)
    with suppress(FileNotFoundError):
        # Only the file system knows how long a name may be: ENAMETOOLONG.
        beside(path, _JOURNAL_ENDING).lstat()


def _is_too_deep(path: Path) -> bool:
    return len(os.fsencode(beside(path, _JOURNAL_ENDING))) > _PATH_BYTES


def _into_place(temporary: Path, path: Path, link: Callable[[Path, Path], None]) -> None:
    try:
        link(temporary, path)
    except FileExistsError as error:
        raise WallFileExists(path) from error
    except OSError:
        _move_into_place(temporary, path)


def _move_into_place(temporary: Path, path: Path) -> None:
    """Take the name with an empty file first, so that moving over it replaces nobody's work."""
    try:
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise WallFileExists(path) from error
    try:
        temporary.replace(path)
    except BaseException:
        path.unlink()  # the empty one just made
        raise


def _sync_folder(folder: Path) -> None:
    """Make the new name survive a power cut, where the system lets a folder be synced."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
