from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage

from motwall.model.palette import PALETTE
from motwall.paint.icons import FALLBACK, draw_icon, icon_names, icon_pixmap, qicon
from tests.paint.pictures import drawn


def icon(name: str, ink: str = "#1A1A1A") -> QImage:
    return drawn(lambda p: draw_icon(p, name, QRectF(2, 2, 24, 24), QColor(ink)), 28, 28)


BLANK = drawn(lambda _painter: None, 28, 28)


def test_every_type_of_the_palette_has_an_icon_of_its_own() -> None:
    assert {one.icon for one in PALETTE} <= icon_names()
    pictures = [icon(one.icon) for one in PALETTE]
    assert all(pictures.count(one) == 1 for one in pictures)
    assert BLANK not in pictures


def test_an_unknown_icon_is_a_tag_and_none_is_nothing() -> None:
    assert icon("no-such-icon") == icon(FALLBACK)
    assert icon("") == BLANK


def test_an_icon_is_drawn_in_its_colour() -> None:
    red = icon("phone", "#FF0000")
    colours = {red.pixelColor(x, y).name() for x in range(28) for y in range(28)}
    assert "#ff0000" in colours
    assert all(QColor(name).red() == 255 for name in colours)


def test_a_faint_colour_draws_a_faint_icon() -> None:
    faint = QColor("#000000")
    faint.setAlpha(60)
    picture = drawn(lambda p: draw_icon(p, "phone", QRectF(2, 2, 24, 24), faint), 28, 28)
    darkest = min(picture.pixelColor(x, y).lightness() for x in range(28) for y in range(28))
    assert 180 < darkest < 210


def test_a_pixmap_is_made_once_and_sharp() -> None:
    pixmap = icon_pixmap("phone", 20, "#1A1A1A", 2.0)
    assert pixmap.size() == QSize(40, 40)
    assert pixmap.deviceIndependentSize().toSize() == QSize(20, 20)
    assert icon_pixmap("phone", 20, "#1A1A1A", 2.0) is pixmap


def test_a_menu_icon_has_the_sizes_menus_ask_for() -> None:
    found = qicon("phone", "#1A1A1A")
    assert not found.isNull()
    assert {size.width() for size in found.availableSizes()} >= {16, 20, 24}
