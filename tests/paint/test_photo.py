"""Photos are read with limits, cut out and made small; what is no photo is refused."""

from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize
from PySide6.QtGui import QColor, QImage, QImageIOHandler, QImageReader, QImageWriter

from motwall.model.errors import MotwallError, PhotoRefused, PhotoTooWide
from motwall.model.pictures import MOST_BYTES
from motwall.paint.photo import LONGEST_SIDE, crop_of, levels_of, opened_photo, small_photo
from tests.photos import photo, write_photo

SMALL = (480, 360)


def encoded(image: QImage, kind: bytes, rotation: int = 0) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    if rotation:
        writer.setTransformation(QImageIOHandler.Transformation.TransformationRotate90)
    assert writer.write(image)
    return bytes(buffer.data().data())


@pytest.mark.parametrize("name", ["wall.jpg", "wall.png"])
def test_a_photo_is_read_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    path = write_photo(tmp_path / name, 3, SMALL)
    assert opened_photo(path.rename(tmp_path / "wall.gif").read_bytes()).size() == QSize(*SMALL)


def test_a_photo_is_turned_as_it_was_taken() -> None:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#FF0000"))
    assert opened_photo(encoded(image, b"jpeg", rotation=90)).size() == QSize(40, 60)


@pytest.mark.parametrize("kind", [b"bmp", b"ppm"])
def test_other_pictures_are_refused(kind: bytes) -> None:
    with pytest.raises(PhotoRefused):
        opened_photo(encoded(photo(1, (64, 48)), kind))


@pytest.mark.qt_log_ignore(".")  # libjpeg says what it misses
@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"<svg/>" * 40])
def test_what_only_begins_like_a_photo_is_refused(data: bytes) -> None:
    with pytest.raises(PhotoRefused):
        opened_photo(data)


def test_too_many_pixels_are_refused_before_they_are_read() -> None:
    flat = QImage(8001, 5001, QImage.Format.Format_Mono)
    flat.fill(0)
    with pytest.raises(PhotoTooWide):
        opened_photo(encoded(flat, b"png"))


def test_a_crop_is_a_jpeg_within_the_bounds() -> None:
    whole = photo()
    crop = crop_of(whole, whole.rect())
    assert max(crop.size) == LONGEST_SIDE
    assert len(crop.data) <= MOST_BYTES
    assert small_photo(crop.data, 5000).size() == QSize(*crop.size)
    assert max(small_photo(crop.data, 200).size().toTuple()) == 200


def test_a_crop_of_nothing_but_noise_is_small_as_well() -> None:
    random = Random(3)
    noise = QImage(random.randbytes(1400 * 1400 * 4), 1400, 1400, QImage.Format.Format_RGB32)
    crop = crop_of(noise, noise.rect())
    assert len(crop.data) <= MOST_BYTES


def test_nothing_goes_with_a_crop_but_the_picture() -> None:
    image = photo(1, SMALL).convertToFormat(QImage.Format.Format_ARGB32)
    image.setText("Where", "51.5 north")
    read = opened_photo(encoded(image, b"png"))
    crop = crop_of(read, QRect(20, 20, 200, 120))
    assert b"51.5" not in crop.data
    assert not QImage.fromData(crop.data).textKeys()


def test_a_box_over_the_edge_takes_what_is_on_the_photo() -> None:
    crop = crop_of(photo(1, SMALL), QRect(400, 300, 200, 200))
    assert crop.size == (80, 60)


def test_levels_are_halves_of_halves() -> None:
    widths = [one.width() for one in levels_of(photo(1, (4000, 3000)))]
    assert widths == [4000, 2000, 1000]


def test_a_photo_of_forty_megapixels_fits_the_memory_allowed() -> None:
    assert QImageReader.allocationLimit() * 1024 * 1024 >= 40_000_000 * 4


@pytest.mark.qt_log_ignore(".")  # libjpeg and libpng say what they find
@pytest.mark.parametrize("name", ["wall.jpg", "wall.png"])
def test_damaged_photos_are_a_picture_or_a_sentence(tmp_path: Path, name: str) -> None:
    whole = write_photo(tmp_path / name, 2, (200, 150)).read_bytes()
    random = Random(11)
    outcomes = set()
    for number in range(100):
        data = bytearray(whole)
        if number % 2:
            del data[random.randrange(len(data)) :]
        else:
            for _ in range(random.randrange(1, 40)):
                data[random.randrange(len(data))] = random.randrange(256)
        try:
            image = opened_photo(bytes(data))
        except MotwallError:
            outcomes.add("refused")
        else:
            outcomes.add("read")
            assert not image.isNull()
            assert len(crop_of(image, image.rect()).data) <= MOST_BYTES
    assert "refused" in outcomes
