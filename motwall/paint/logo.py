"""A logo for handouts: drawn anew, so that nothing of a file but its pixels goes on."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from motwall.model.errors import LogoUnreadable

#: The most bytes of a logo once it is re-encoded: it is in every handout.
MOST_BYTES = 500_000
#: The most pixels across and down: sharp at the size that the cover shows it in.
MOST_PIXELS = QSize(1200, 600)
#: What is read at all. SVG is not: it may name files, and Qt would open them.
FORMATS = ("png", "jpeg", "webp", "gif", "bmp")
_PNG_START = b"\x89PNG\r\n\x1a\n"
#: A chosen file that is larger is no logo, bytes; nor is a picture of more pixels.
_LARGEST_FILE = 20_000_000
_LARGEST_PICTURE = 50_000_000
_SHRINK = 0.8


def logo_from(path: Path) -> bytes:
    """A chosen picture as a PNG of our own making, see `Branding.logo`.

    It is drawn anew, so nothing of the file but its pixels goes on: no texts, no colour profile.

    Raises:
        LogoUnreadable: It is no picture, too large, or cannot be read.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise LogoUnreadable(path, "too large a file")
        raw = path.read_bytes()
    except (OSError, ValueError) as error:
        raise LogoUnreadable(path, str(error)) from error
    image = _image(raw)
    if image.isNull():
        raise LogoUnreadable(path, "no picture")
    encoded = _png(image)
    while len(encoded) > MOST_BYTES:
        # A photograph: fewer pixels rather than worse ones.
        image = _scaled(image, image.size() * _SHRINK)
        encoded = _png(image)
    return encoded


def is_logo(data: bytes) -> bool:
    """Whether these are the bytes of a logo as `logo_from` makes it, and it can be read."""
    return len(data) <= MOST_BYTES and data.startswith(_PNG_START) and not _image(data).isNull()


def _image(raw: bytes) -> QImage:
    """The picture in some bytes, upright, in sRGB and small; a null one if there is none."""
    data = QByteArray(raw)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    pixels = size.width() * size.height()
    if bytes(reader.format().data()).decode() not in FORMATS or not 0 < pixels <= _LARGEST_PICTURE:
        return QImage()
    image = reader.read()
    if image.isNull():
        return image
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    fits = image.width() <= MOST_PIXELS.width() and image.height() <= MOST_PIXELS.height()
    return image if fits else _scaled(image, MOST_PIXELS)


def _scaled(image: QImage, size: QSize) -> QImage:
    return image.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def _png(image: QImage) -> bytes:
    fresh = QImage(image.size(), QImage.Format.Format_ARGB32)
    fresh.fill(Qt.GlobalColor.transparent)
    with QPainter(fresh) as painter:
        painter.drawImage(0, 0, image)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(fresh)
    return bytes(data.data())
