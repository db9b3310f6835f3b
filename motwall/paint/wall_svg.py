"""The whole wall as an SVG: lines and words that stay sharp at any size and can be searched.

Words stay words: whoever looks at them needs the font Inter. The PDF carries its fonts.
"""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from motwall.export.files import write_whole
from motwall.model.errors import PictureTooLarge
from motwall.model.layout import LayoutOptions
from motwall.model.pictures import NO_PICTURES
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.paint.colours import colour
from motwall.paint.tokens import LIGHT, Tokens
from motwall.paint.wall_picture import PIXELS_PER_MM, Poster, picture_options

#: Drawn so many units to the mm: notes of this size are drawn as lines, not stamped as pictures.
_UNITS = 20.0
#: A note takes about 16 kB; no program opens much more than this.
_MOST_NOTES = 5_000
#: Beyond this its size says nothing to anybody.
_MOST_SCALE = 100.0


def wall_svg(
    store: Store,
    options: LayoutOptions | None = None,
    tokens: Tokens = LIGHT,
    scale: float = 1.0,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> bytes:
    """The wall as an SVG; needs a QGuiApplication, of whatever platform.

    Args:
        store: The wall.
        options: How to wrap it; `picture_options` says what suits.
        tokens: The theme.
        scale: The size it opens in: 1 is the wall as the screen shows it at 100 %.
        pictures: See `paint_wall`.
    """
    poster = Poster.of(store, options or picture_options(store), tokens, pictures)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    # Of CSS: 96 pixels an inch.
    generator.setResolution(96)
    unit = scale * PIXELS_PER_MM
    generator.setSize(
        QSize(max(1, round(poster.width * unit)), max(1, round(poster.height * unit)))
    )
    area = QRectF(0.0, 0.0, poster.width * _UNITS, poster.height * _UNITS)
    generator.setViewBox(area)
    generator.setTitle(poster.title)
    generator.setDescription("motwall")
    with QPainter(generator) as painter:
        painter.fillRect(area, colour(tokens.wall))
        painter.scale(_UNITS, _UNITS)
        poster.draw(painter)
    return bytes(buffer.data().data())


def write_svg(
    store: Store,
    path: Path,
    *,
    options: LayoutOptions | None = None,
    tokens: Tokens = LIGHT,
    scale: float = 1.0,
    is_forced: bool = False,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> None:
    """Write the wall as an SVG file; an old file stays until the new one is whole.

    Args:
        store: The wall.
        path: Where the file is wanted.
        options: How to wrap it.
        tokens: The theme.
        scale: See `wall_svg`.
        is_forced: An existing file is replaced.
        pictures: See `paint_wall`.

    Raises:
        PictureTooLarge: More notes than a program that shows pictures can take, or such a scale.
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The folder is gone, the disk full, the place read-only or out of reach.
    """
    if store.count(Moment) > _MOST_NOTES or not 0.0 < scale <= _MOST_SCALE:
        raise PictureTooLarge(path, f"{store.count(Moment)} notes, scale {scale}")
    data = wall_svg(store, options, tokens, scale, pictures)

    def write(temporary: Path) -> None:
        temporary.write_bytes(data)

    write_whole(path, write, is_forced=is_forced)
