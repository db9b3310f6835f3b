"""A chosen logo becomes a small picture of our own making; it is remembered for all walls."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QImageWriter

from motwall.app.branding import load_branding, save_branding
from motwall.app.settings import Settings
from motwall.export.options import Branding
from motwall.messages import message_for
from motwall.model.errors import LogoUnreadable
from motwall.paint.logo import MOST_BYTES, MOST_PIXELS, logo_from

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


def picture(width: int, height: int, colour: str = "#2255aa") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def noise(width: int, height: int) -> QImage:
    """Nothing that can be made smaller without loss."""
    state = 12345
    values = bytearray()
    for _ in range(width * height):
        state = (1103515245 * state + 12345) % 2**31
        values += (state >> 7 & 0xFFFFFF).to_bytes(4, "little")
    return QImage(bytes(values), width, height, QImage.Format.Format_RGB32).copy()


def saved(image: QImage, path: Path, *, words: str = "") -> Path:
    writer = QImageWriter(str(path))
    if words:
        writer.setText("Author", words)
    assert writer.write(image)
    return path


def decoded(png: bytes) -> QImage:
    return QImage.fromData(png)


@pytest.mark.parametrize("ending", ["png", "jpg", "webp", "bmp"])
def test_pictures_of_many_kinds_become_png(tmp_path: Path, ending: str) -> None:
    logo = decoded(logo_from(saved(picture(300, 120), tmp_path / f"logo.{ending}")))
    assert logo.size() == QSize(300, 120)
    found = logo.pixelColor(9, 9)
    assert abs(found.blue() - 0xAA) < 6


def test_nothing_but_the_pixels_goes_on(tmp_path: Path) -> None:
    told = logo_from(saved(picture(30, 12), tmp_path / "told.png", words="Secret Name"))
    plain = logo_from(saved(picture(30, 12), tmp_path / "plain.png"))
    assert b"Secret" not in told
    assert told == plain


def test_a_transparent_logo_stays_so(tmp_path: Path) -> None:
    image = QImage(20, 20, QImage.Format.Format_ARGB32)
    image.fill(QColor(255, 0, 0, 0))
    logo = decoded(logo_from(saved(image, tmp_path / "logo.png")))
    assert logo.pixelColor(5, 5).alpha() == 0


def test_a_large_one_is_made_smaller_and_keeps_its_shape(tmp_path: Path) -> None:
    logo = decoded(logo_from(saved(picture(4000, 1000), tmp_path / "logo.png")))
    assert logo.size() == QSize(MOST_PIXELS.width(), MOST_PIXELS.width() // 4)


def test_a_busy_one_ends_below_the_limit(tmp_path: Path) -> None:
    busy = saved(noise(700, 500), tmp_path / "noise.png")
    assert busy.stat().st_size > MOST_BYTES
    data = logo_from(busy)
    assert len(data) <= MOST_BYTES
    assert decoded(data).width() >= 300


@pytest.mark.parametrize("raw", [b"", b"no picture", SVG, b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_picture_is_told(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(raw)
    with pytest.raises(LogoUnreadable) as caught:
        logo_from(path)
    assert "logo.png" in message_for(caught.value)


def test_a_missing_one_and_a_huge_one_are_told(tmp_path: Path) -> None:
    huge = tmp_path / "huge.png"
    with huge.open("wb") as file:
        file.truncate(20_000_001)
    for path in (tmp_path / "none.png", tmp_path, huge, Path("a\0b")):
        with pytest.raises(LogoUnreadable):
            logo_from(path)


def test_a_picture_of_too_many_pixels_is_not_read(tmp_path: Path) -> None:
    image = QImage(10_001, 5_000, QImage.Format.Format_Mono)
    image.fill(0)
    with pytest.raises(LogoUnreadable):
        logo_from(saved(image, tmp_path / "wide.png"))


def test_it_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "settings.ini"
    assert load_branding(Settings(path)) == Branding()
    logo = logo_from(saved(picture(30, 12), tmp_path / "logo.png"))
    words = 'Reports, plans; "and" = growth @home \u2013 \u00e9'
    save_branding(Settings(path), Branding(logo=logo, strapline=words, contact=" 1 High St\n"))
    found = load_branding(Settings(path))
    assert found == Branding(logo=logo, strapline=words, contact="1 High St")
    save_branding(Settings(path), Branding(strapline="Shorter"))
    assert load_branding(Settings(path)) == Branding(strapline="Shorter")


def test_a_spoilt_logo_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    logo = logo_from(saved(picture(30, 12), tmp_path / "chosen.png"))
    save_branding(Settings(path), Branding(logo=logo, contact="Ask Ben"))
    (tmp_path / "logo.png").write_bytes(b"GIF89a" + logo[6:])
    assert load_branding(Settings(path)) == Branding(contact="Ask Ben")
