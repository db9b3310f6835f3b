"""One wall opened from disk: lock, file and document, opened and closed together."""

import logging
import re
import shutil
import threading
from collections.abc import Generator, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from motwall.app.recovery import RecoveryFile
from motwall.document.document import Document
from motwall.document.lock import WallLock
from motwall.i18n import translate
from motwall.model.at_once import at_once
from motwall.model.clock import Clock
from motwall.model.errors import (
    WallFileError,
    WallFileExists,
    WallFileReadOnly,
    WallFileUnreachable,
    WallInUse,
)
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.patch import Label
from motwall.model.pictures import NO_PICTURES
from motwall.model.records import Record
from motwall.model.store import Store
from motwall.storage.wall_file import WallFile

_log = logging.getLogger(__name__)
SUFFIX = ".motwall"
#: Longer names leave no room for what the system and SQLite hang on to them.
LONGEST_NAME = 60
MOST_TRIES = 1000


#: Records read between two looks at the clock.
_AT_A_TIME = 64


class Progress(NamedTuple):
    """How many records are read, and of how many."""

    done: int
    total: int


class OpenWall:
    """A wall that is open in this window.

    Attributes:
        document: Its records and their history.
        recovery: What an earlier session could not write.
        why_read_only: Why nothing can be changed, or None.
    """

    def __init__(
        self,
        file: WallFile,
        lock: WallLock | None,
        clock: Clock,
        recovery_folder: Path,
        records: Iterable[Record],
        why_read_only: WallFileError | None = None,
    ) -> None:
        """Take an open file with all its records, and the lock that goes with it."""
        self._file = file
        self._lock = lock
        self.why_read_only = why_read_only
        self.recovery = RecoveryFile(recovery_folder, file.wall_id)
        self.document = Document(Store(records), file, clock, self.recovery)

    @property
    def path(self) -> Path:
        """Where it is."""
        return self._file.path

    def warm_up(self) -> None:
        """Load what the first commit needs, beside the first paint."""
        if not self._file.is_read_only:
            threading.Thread(target=self._file.warm_up, name="warm up", daemon=True).start()

    def save_copy(self, path: Path) -> None:
        """Write a whole copy to a new file, with what is just being written.

        Raises:
            WallFileError: Nothing was written.
        """
        self.document.slow.finish()
        self._file.save_copy(path)

    def move_to(self, path: Path) -> None:
        """Give the closed file another name or place.

        Raises:
            WallFileError: It is where it was.
        """
        if path.exists():
            raise WallFileExists(path)
        try:
            shutil.move(self.path, path)
        except OSError as error:
            raise WallFileUnreachable(path, str(error)) from error

    def close(self) -> None:
        """Close the file and give the lock back; what is just being written is given up."""
        self.document.slow.give_up()
        self._file.close()
        if self._lock is not None:
            self._lock.release()


def open_wall(
    path: Path, clock: Clock, recovery_folder: Path, *, is_lock_overridden: bool = False
) -> OpenWall:
    """Open a wall; one in use elsewhere, or on a read-only place, opens read-only.

    Args:
        path: The file.
        clock: For the document.
        recovery_folder: See `OpenWall`.
        is_lock_overridden: Take a lock file that makes no sense; only after asking the user.

    Raises:
        WallLockUnreadable: The lock file makes no sense.
        WallFileError: It cannot be opened at all.
    """
    return at_once(opening(path, clock, recovery_folder, is_lock_overridden=is_lock_overridden))


def opening(
    path: Path, clock: Clock, recovery_folder: Path, *, is_lock_overridden: bool = False
) -> "Generator[Progress, None, OpenWall]":
    """The same a little at a time: yields how far it is, returns the wall.

    Closed before its end, it leaves no trace: the file is closed, the lock is free.

    Args and errors as for `open_wall`.
    """
    file, lock, why_read_only = _opened(path, is_lock_overridden=is_lock_overridden)
    try:
        records = yield from _reading(file)
        return OpenWall(file, lock, clock, recovery_folder, records, why_read_only)
    except BaseException:
        file.close()
        if lock is not None:
            lock.release()
        raise


def _reading(file: WallFile) -> Generator[Progress, None, list[Record]]:
    records: list[Record] = []
    rows = file.records()
    try:
        for record in rows:
            records.append(record)
            if len(records) % _AT_A_TIME == 0:
                yield Progress(len(records), file.count)
    finally:
        rows.close()
    return records


def _opened(
    path: Path, *, is_lock_overridden: bool
) -> tuple[WallFile, WallLock | None, WallFileError | None]:
    """The file, the lock held on it, and why it can only be read, if so."""
    lock = WallLock(path)
    try:
        if is_lock_overridden:
            lock.override()
        else:
            lock.acquire()
    except (WallInUse, WallFileReadOnly) as why:
        return WallFile.open(path, is_read_only=True), None, why
    try:
        try:
            return WallFile.open(path), lock, None
        except WallFileReadOnly as why:
            lock.release()
            return WallFile.open(path, is_read_only=True), None, why
    except BaseException:
        lock.release()
        raise


def create_wall(
    folder: Path,
    name: str,
    records: Iterable[Record],
    clock: Clock,
    recovery_folder: Path,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> OpenWall:
    """Make a new wall, a real file at once, under a free name in a folder.

    The bytes of the pictures are in it from the start, by their digests.

    Raises:
        WallFileError: No file could be made.
    """
    steps = creating_wall(folder, name, records, clock, recovery_folder, pictures)
    return at_once(steps)


def creating_wall(
    folder: Path,
    name: str,
    records: Iterable[Record],
    clock: Clock,
    recovery_folder: Path,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> Generator[Progress, None, OpenWall]:
    """The same a little at a time: yields how far it is, returns the wall.

    Closed before its end, it leaves no trace. Errors as for `create_wall`.
    """
    kept = list(records)
    for path in _free_names(folder, name):
        header = EntryHeader(
            id=clock.new_id(), at=clock.now(), kind=EntryKind.CREATE, label=Label("new wall")
        )
        lock = WallLock(path)
        try:
            lock.acquire()
            for share in WallFile.creating(path, kept, header, pictures=pictures):
                yield Progress(round(share * len(kept)), len(kept))
            file = WallFile.open(path)
        except (WallFileExists, WallInUse):
            lock.release()
            continue
        except BaseException:
            lock.release()
            raise
        try:
            return OpenWall(file, lock, clock, recovery_folder, (yield from _reading(file)))
        except BaseException as why:
            file.close()
            if isinstance(why, GeneratorExit):
                # Nobody wants it any more.
                path.unlink(missing_ok=True)
            lock.release()
            raise
    raise WallFileExists(folder / (name + SUFFIX))


def file_name(title: str) -> str:
    """A file name from a title or a first note, without what some system does not allow."""
    kept = re.sub(r'[\\/:*?"<>|\x00-\x1f]+', " ", title)
    words = " ".join(kept.split())[:LONGEST_NAME].strip(" .")
    return words or translate("App", "Wall")


def free_path(folder: Path, name: str) -> Path:
    """The first path of that name, or with a number behind it, where nothing is.

    Raises:
        WallFileExists: There are too many.
    """
    for path in _free_names(folder, name):
        if not path.exists():
            return path
    raise WallFileExists(folder / (name + SUFFIX))


def _free_names(folder: Path, name: str) -> Iterable[Path]:
    yield folder / (name + SUFFIX)
    for number in range(2, MOST_TRIES):
        yield folder / f"{name} {number}{SUFFIX}"
