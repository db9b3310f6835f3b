"""One writer per wall: a lock file beside it while it is open."""

import os
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLockFile

from motwall.model.errors import (
    WallFileReadOnly,
    WallFileUnreachable,
    WallFolderMissing,
    WallInUse,
    WallLockUnreadable,
)

_PREFIX = ".~lock."
# Most file systems take 255 bytes; Qt adds ".rmlock" while it takes over a dead process's lock.
_NAME_BYTES = 255 - len(".rmlock")
_DIGITS = 16


class WallLock:
    """The right to write a wall, kept in a file `.~lock.NAME` beside it.

    A dead process's lock is taken over; that of a living one, or of another computer, never on its
    own, however old it is: a wall may stay open for days.
    """

    def __init__(self, path: Path) -> None:
        """Make the lock of a wall, which need not exist; nothing is written before `acquire`."""
        self.path = path
        self._file = QLockFile(str(lock_path(path)))
        # The default would take the lock of another computer, silently, after half a minute.
        self._file.setStaleLockTime(0)

    @property
    def is_held(self) -> bool:
        """Whether it is ours."""
        return self._file.isLocked()

    def acquire(self) -> None:
        """Take the lock; taking it twice is fine.

        Raises:
            WallInUse: Another motwall has the wall.
            WallLockUnreadable: The lock file makes no sense (`override` takes it all the same).
            WallFileReadOnly: No file may be made in the wall's folder.
            WallFolderMissing: The folder is gone.
            WallFileUnreachable: Anything else the system says.
        """
        if self.is_held or self._file.tryLock(0):
            return
        error = self._file.error()
        if error == QLockFile.LockError.LockFailedError:
            pid, holder, _ = self._file.getLockInfo()
            raise WallInUse(self.path, holder) if pid else WallLockUnreadable(self.path)
        if error == QLockFile.LockError.PermissionError:
            raise WallFileReadOnly(self.path)
        if not self.path.absolute().parent.is_dir():
            raise WallFolderMissing(self.path)
        raise WallFileUnreachable(self.path, "its lock file cannot be made")

    def override(self) -> None:
        """Take a lock that makes no sense, or another computer's: only after asking the user.

        Raises:
            WallInUse: A living process of this computer has it, which the system knows for sure.
            WallFileError: As `acquire`.
        """
        self._file.removeStaleLockFile()
        self.acquire()

    def release(self) -> None:
        """Give the lock back and remove its file; releasing twice is fine."""
        self._file.unlock()

    def __enter__(self) -> "WallLock":
        """Acquire for the length of a `with` block."""
        self.acquire()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Release."""
        self.release()


def lock_path(path: Path) -> Path:
    """The lock file of a wall: beside the real file, so that a link to it meets the same lock."""
    real = Path(os.path.realpath(path))  # Path.resolve raises where links go in a circle
    name = _PREFIX + real.name
    try:
        is_fit = len(name.encode()) <= _NAME_BYTES
    except UnicodeEncodeError:
        is_fit = False  # a name in another encoding, which Qt would not find again
    if not is_fit:
        # Hardly any name is so long.
        import hashlib  # noqa: PLC0415

        digest = hashlib.sha256(os.fsencode(real.name)).hexdigest()[:_DIGITS]
        name = _PREFIX + digest
    return real.with_name(name)
