"""A photo is read in a thread of its own, while the window goes on.

It is in a file, or comes from another program: as the bytes of a file, or as a picture.
"""

import stat
import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from motwall.model.errors import MotwallError, PhotoTooWide, SourceMissing, SourceUnreadable
from motwall.paint.photo import MOST_FILE_BYTES, levels_of, opened_photo, plain_photo

#: Where a photo is.
PhotoSource = Path | bytes | QImage

#: How often is looked whether it is read, ms.
_LOOK_EVERY = 25


class PhotoReading(QObject):
    """One photo being read."""

    #: It is read. Carries the photo in full, and in halves of halves.
    done = Signal(list)
    #: It cannot be read. Carries the MotwallError.
    failed = Signal(object)

    def __init__(self, source: PhotoSource, parent: QObject) -> None:
        """Begin at once."""
        super().__init__(parent)
        self._result = _Result()
        # The thread knows nothing of this object, which may be gone before it ends.
        threading.Thread(target=_read, args=(source, self._result), name="photo").start()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def cancel(self) -> None:
        """Give it up; no signal comes any more."""
        self._timer.stop()

    def _look(self) -> None:
        result = self._result
        if not result.is_over.is_set():
            return
        self._timer.stop()
        if result.error is not None:
            self.failed.emit(result.error)
        else:
            self.done.emit(result.levels)


class _Result:
    """What the thread leaves."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.levels: list[QImage] = []
        self.error: MotwallError | None = None
        self.is_over = threading.Event()


def _read(source: PhotoSource, result: _Result) -> None:
    try:
        result.levels = levels_of(_photo_of(source))
    except MotwallError as error:
        result.error = error
    finally:
        result.is_over.set()


def _photo_of(source: PhotoSource) -> QImage:
    """The photo.

    Raises:
        MotwallError: There is none, or it is too large.
    """
    if isinstance(source, QImage):
        return plain_photo(source)
    return opened_photo(_bytes_of(source) if isinstance(source, Path) else source)


def _bytes_of(path: Path) -> bytes:
    """The bytes of a photo.

    Raises:
        SourceMissing: There is no such file.
        SourceUnreadable: It is no ordinary file, or the system does not let it be read.
        PhotoTooWide: It is too large.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            # A pipe or a device could keep us waiting for ever.
            raise SourceUnreadable(path, "not a regular file")
        if about.st_size > MOST_FILE_BYTES:
            raise PhotoTooWide(f"{about.st_size} bytes")
        with path.open("rb") as file:
            return file.read(MOST_FILE_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise SourceMissing(path) from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise SourceUnreadable(path, str(error)) from error
