"""The photos on notes, read when they are first seen, and kept as long as there is room."""

from collections import OrderedDict, deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from motwall.document.document import Document
from motwall.model.errors import MotwallError
from motwall.model.patch import Patch
from motwall.model.records import Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

#: Widths a photo is read in, pixels: a wall has few zooms, and a tile is painted many times.
_WIDTHS = (96, 192, 384, 768, 1200)
_BYTES_KEPT = 64 * 1024 * 1024
#: More are not waited for: by the time they come, other notes are in view.
_MOST_WAITING = 200
#: Before the first of them is read, ms: the wall is painted before.
_SOON = 20

_Key = tuple[str, int]


class Photos(QObject):
    """Knows the photos of a document; never reads one while something is painted."""

    #: A photo can be painted now. Carries the ids of the moments that carry it.
    came = Signal(list)

    def __init__(self, document: Document, parent: QObject, bytes_kept: int = _BYTES_KEPT) -> None:
        """Have none yet."""
        super().__init__(parent)
        self._document = document
        self._bytes_kept = bytes_kept
        self._bytes = 0
        self._images: OrderedDict[_Key, QImage] = OrderedDict()
        #: Those that cannot be read are not tried again.
        self._lost: set[str] = set()
        self._waiting: deque[_Key] = deque(maxlen=_MOST_WAITING)
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._read_next)
        document.changed.connect(self._on_changed)

    @property
    def bytes_used(self) -> int:
        """By all photos together."""
        return self._bytes

    def image(self, digest: str, pixels: float) -> "QImage | None":
        """A photo about so many pixels wide, or a coarser one for now, or None."""
        key = (digest, next((one for one in _WIDTHS if one >= pixels), _WIDTHS[-1]))
        found = self._images.get(key)
        if found is not None:
            self._images.move_to_end(key)
            return found
        if digest in self._lost or self._is_over:
            return None
        if key not in self._waiting:
            self._waiting.append(key)
            if not self._timer.isActive():
                self._timer.start(_SOON)
        others = ((digest, width) for width in reversed(_WIDTHS))
        return next((self._images[one] for one in others if one in self._images), None)

    def stop(self) -> None:
        """Read none any more: the wall is about to be closed."""
        self._is_over = True
        self._timer.stop()
        self._waiting.clear()

    def _on_changed(self, patch: Patch) -> None:
        if self._lost and patch.touches(Picture):
            self._lost.clear()

    def _read_next(self) -> None:
        """Read one, then let the window have its turn: the latest asked for is in view."""
        if not self._waiting:
            return
        digest, width = self._waiting.pop()
        image = self._read(digest, width)
        if image is None:
            self._lost.add(digest)
        else:
            self._keep((digest, width), image)
            found = self._document.store.referring(Picture, "digest", digest)
            self.came.emit([one.moment_id for one in found])
        if self._waiting:
            self._timer.start(0)

    def _read(self, digest: str, width: int) -> "QImage | None":
        # Few walls have photos, and none before it is painted.
        from motwall.paint.photo import small_photo  # noqa: PLC0415

        try:
            data = self._document.picture(digest)
            return None if data is None else small_photo(data, width)
        except MotwallError:
            # The patch that stands for it stays; what is wrong with the file is said elsewhere.
            return None

    def _keep(self, key: _Key, image: "QImage") -> None:
        self._images[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._bytes_kept and len(self._images) > 1:
            _, oldest = self._images.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()
