"""Photos from other programs, by the clipboard or dropped: as a file, its bytes, or a picture."""

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage

#: Of files with photos, whose paper notes become notes.
PHOTOS = (".jpg", ".jpeg", ".png")
#: What can be read as it is, the finer first; other formats the system has made a picture of.
_FORMATS = ("image/png", "image/jpeg")


def has_photo(mime: QMimeData) -> bool:
    """Whether `photo_in` would find one; quick, for it is asked at every move of a drag."""
    if _photo_files(mime):
        return True
    return mime.hasImage() or any(mime.hasFormat(one) for one in _FORMATS)


def photo_in(mime: QMimeData) -> Path | bytes | QImage | None:
    """The photo that another program hands over; None if there is none."""
    files = _photo_files(mime)
    if files:
        return files[0]
    for one in _FORMATS:
        data = bytes(mime.data(one).data()) if mime.hasFormat(one) else b""
        if data:
            return data
    if not mime.hasImage():
        return None
    image = mime.imageData()
    return image if isinstance(image, QImage) else None


def has_own_text(mime: QMimeData) -> bool:
    """Whether there is text that is more than the address of a file.

    Spreadsheets and word processors offer a picture of what was copied, too: the text is meant.
    """
    return mime.hasText() and not mime.hasUrls() and bool(mime.text().strip())


def _photo_files(mime: QMimeData) -> list[Path]:
    paths = [Path(one.toLocalFile()) for one in mime.urls() if one.isLocalFile()]
    return [one for one in paths if one.suffix.lower() in PHOTOS]
