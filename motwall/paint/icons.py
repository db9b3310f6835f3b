"""Icons in any colour: SVG files drawn with `currentColor`, made into pictures once."""

from functools import cache, lru_cache
from threading import Lock

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from motwall.resources import resource

#: Stands in for a name no icon has: walls from elsewhere may name any.
FALLBACK = "tag"
#: Pictures of the wall are made in threads of their own, and a renderer serves one at a time.
_drawing = Lock()
_MENU_SIZES = (16, 20, 24)
_MENU_RATIOS = (1.0, 2.0)


@cache
def icon_names() -> frozenset[str]:
    """The names that have an icon."""
    return frozenset(path.stem for path in resource("icons").glob("*.svg"))


def draw_icon(painter: QPainter, name: str, rect: QRectF, ink: QColor) -> None:
    """Draw an icon into a square; an unknown name draws a tag, an empty one nothing.

    Args:
        painter: Any units.
        name: Of a file in `resources/icons`, without its ending.
        rect: Where; the drawing keeps its own small margin.
        ink: With its alpha.
    """
    if not name:
        return
    opacity = painter.opacity()
    painter.setOpacity(opacity * ink.alphaF())
    with _drawing:
        _renderer(name, ink.name()).render(painter, rect)
    painter.setOpacity(opacity)


@lru_cache(maxsize=512)
def icon_pixmap(name: str, size: int, colour_name: str, device_ratio: float = 1.0) -> QPixmap:
    """An icon as a picture for buttons and lists; for the GUI thread, like `qicon`.

    Args:
        name: See `draw_icon`.
        size: Of a side, in logical pixels.
        colour_name: As "#RRGGBB".
        device_ratio: Device pixels per logical pixel.
    """
    side = max(1, round(size * device_ratio))
    pixmap = QPixmap(QSize(side, side))
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_icon(painter, name, QRectF(0.0, 0.0, side, side), QColor(colour_name))
    pixmap.setDevicePixelRatio(device_ratio)
    return pixmap


@lru_cache(maxsize=256)
def qicon(name: str, colour_name: str, largest: int = 0) -> QIcon:
    """An icon for an action, in the sizes menus and buttons ask for.

    Args:
        name: See `draw_icon`.
        colour_name: As "#RRGGBB".
        largest: A larger size that is wanted too, as in Room: Qt never makes icons larger.
    """
    icon = QIcon()
    for size in dict.fromkeys((*_MENU_SIZES, max(largest, _MENU_SIZES[-1]))):
        for ratio in _MENU_RATIOS:
            icon.addPixmap(icon_pixmap(name, size, colour_name, ratio))
    return icon


@lru_cache(maxsize=256)
def _renderer(name: str, colour_name: str) -> QSvgRenderer:
    text = _source(name if name in icon_names() else FALLBACK)
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour_name).encode()))


def read_all() -> None:
    """Read the files of all icons; in any thread, before they are needed."""
    for name in icon_names():
        _source(name)


@cache
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
