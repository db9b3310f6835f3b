"""Photos: read with limits, cut out, made small enough for a note. Any thread may do it."""

from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from motwall.model.errors import PhotoRefused, PhotoTooLarge, PhotoTooWide
from motwall.model.pictures import MOST_BYTES

#: Of a photo to cut notes out of.
MOST_PIXELS = 40_000_000
#: The same for its file.
MOST_FILE_BYTES = 64 * 1024 * 1024
#: Of a crop: as much as a note fills of a large panel.
LONGEST_SIDE = 1200
#: How the formats begin that are read; what a file is called means nothing.
_BEGINNINGS = {b"\xff\xd8\xff": b"jpeg", b"\x89PNG\r\n\x1a\n": b"png"}
#: Of JPEG, tried one after the other until a crop is small enough; then it is made smaller.
_QUALITIES = (82, 68, 52, 36)
_SHRINK, _LEAST_SIDE = 0.7, 64
#: Of the memory for one picture, MB: `MOST_PIXELS` of four bytes, and a little more.
_ALLOCATION_MB = 192
#: Photos are looked at in halves of halves, down to this width, pixels.
_LEAST_LEVEL = 640


class Crop(NamedTuple):
    """A part of a photo as it is kept.

    Attributes:
        data: A JPEG without anything but the picture.
        size: Width and height, pixels.
    """

    data: bytes
    size: tuple[int, int]


def opened_photo(data: bytes) -> QImage:
    """A photo, turned as it was taken.

    Raises:
        PhotoTooWide: It has too many pixels or bytes.
        PhotoRefused: It is no JPEG or PNG, or is damaged.
    """
    if len(data) > MOST_FILE_BYTES:
        raise PhotoTooWide(f"{len(data)} bytes")
    return _read(data, None)


def plain_photo(image: QImage) -> QImage:
    """A picture that another program handed over without a file, as `opened_photo` gives one.

    Raises:
        PhotoTooWide: It has too many pixels.
        PhotoRefused: There is nothing in it.
    """
    if image.isNull():
        raise PhotoRefused("empty")
    if image.width() * image.height() > MOST_PIXELS:
        raise PhotoTooWide(f"{image.width()} x {image.height()} pixels")
    return _on_white(image)


def small_photo(data: bytes, longest: int) -> QImage:
    """A crop as it was kept, no larger than `longest` pixels at any side.

    Raises:
        PhotoTooWide: It has too many pixels.
        PhotoRefused: It cannot be read.
    """
    return _read(data, longest)


def _read(data: bytes, longest: int | None) -> QImage:
    kind = next((kind for begin, kind in _BEGINNINGS.items() if data.startswith(begin)), None)
    if kind is None:
        raise PhotoRefused("neither JPEG nor PNG")
    QImageReader.setAllocationLimit(_ALLOCATION_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise PhotoRefused("no size")
    if size.width() * size.height() > MOST_PIXELS:
        raise PhotoTooWide(f"{size.width()} x {size.height()} pixels")
    if longest is not None and max(size.width(), size.height()) > longest:
        bound = QSize(longest, longest)
        reader.setScaledSize(
            size.scaled(bound, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        )
    image = reader.read()
    if image.isNull():
        raise PhotoRefused(reader.errorString())
    return _on_white(image) if image.hasAlphaChannel() else _plain(image)


def _plain(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _on_white(image: QImage) -> QImage:
    """The picture alone: without transparency, and without the texts that came with it."""
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    with QPainter(plain) as painter:
        painter.drawImage(0, 0, image)
    return plain


def levels_of(photo: QImage) -> list[QImage]:
    """The photo in full, then in halves of halves: for looking at it in any size at once."""
    levels = [photo]
    while levels[-1].width() > 2 * _LEAST_LEVEL:
        half = levels[-1].size() / 2
        levels.append(
            levels[-1].scaled(
                half,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )
    return levels


def crop_of(photo: QImage, area: QRect) -> Crop:
    """Cut a part out, in pixels of the photo, and encode it anew.

    Raises:
        PhotoTooLarge: It cannot be made small enough, which no photo of a note will be.
    """
    part = photo.copy(area.intersected(photo.rect()))
    longest = LONGEST_SIDE
    while longest >= _LEAST_SIDE:
        image = _on_white(_within(part, longest))
        for quality in _QUALITIES:
            data = _jpeg(image, quality)
            if 0 < len(data) <= MOST_BYTES:
                return Crop(data, (image.width(), image.height()))
        longest = int(longest * _SHRINK)
    raise PhotoTooLarge(f"{area.width()} x {area.height()} pixels")


def _within(image: QImage, longest: int) -> QImage:
    if max(image.width(), image.height()) <= longest:
        return image
    wanted = image.size().scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio)
    return image.scaled(
        wanted.expandedTo(QSize(1, 1)),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    return bytes(buffer.data().data()) if writer.write(image) else b""
