"""The whole wall as one picture: title, timeline, unsorted notes, legend; a finished poster."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from motwall.export.files import write_whole
from motwall.model.errors import PictureTooLarge
from motwall.model.layout import LayoutOptions, WallLayout, best_width, lay_out
from motwall.model.note_look import look_of, priority_numbers
from motwall.model.pictures import NO_PICTURES
from motwall.model.rating_curve import rating_curves
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.words import wall_about, wall_name
from motwall.paint.bands import draw_timeline, draw_unsorted, to_qt
from motwall.paint.colours import colour
from motwall.paint.curve import draw_curves
from motwall.paint.labels import BOLD, CAP_HEIGHT, REGULAR, draw_label, elided
from motwall.paint.legend import LegendContent, draw_legend, legend_height, legend_of
from motwall.paint.note_painter import NotePainter
from motwall.paint.note_photo import GivenPhotos
from motwall.paint.tokens import LIGHT, Tokens

#: Of a PNG, pixels: sharp on a 4K panel and on an A3 page.
PICTURE_WIDTH = 3840
#: A very tall wall is drawn smaller, rather than filling the memory.
_MOST_PIXELS = 40_000_000
#: Whoever asks for a scale gets that or nothing: so many pixels are 320 MB while it is drawn.
_MOST_ASKED_FOR = 80_000_000
#: Qt draws on no wider or higher picture.
_LONGEST_SIDE = 32_000
#: Scale 1 is the wall as the screen shows it at 100 %.
PIXELS_PER_MM = 1.32
#: The shape a picture of a wall is laid out for, and the largest scale worth wrapping for: six
#: columns a line at least.
_SHAPE = (1600.0, 1000.0)
_LARGEST_SCALE = 2.3

_MARGIN = 16.0
_TITLE_SIZE = 19.0
_LINE_SIZE = 10.5
_LEAST_WIDTH = 560.0
_HEAD_GAP = 9.0
_HEAD_TO_WALL = 13.0
_WALL_TO_LEGEND = 8.0


def picture_options(store: Store, *, shows_curve: bool = False) -> LayoutOptions:
    """How the wall is wrapped for a picture: so that it comes out about as wide as a screen."""
    width = best_width(store, *_SHAPE, _LARGEST_SCALE, shows_curve=shows_curve)
    return LayoutOptions(width=width, shows_curve=shows_curve)


def paint_wall(
    painter: QPainter,
    store: Store,
    layout: WallLayout,
    tokens: Tokens,
    *,
    show_marks: bool = False,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> None:
    """Draw bands, notes, curves where there is room, the unsorted area (unless it is empty).

    Args:
        painter: Scene units (mm), the origin the timeline's top left corner.
        store: The wall.
        layout: Of the same store.
        tokens: The theme.
        show_marks: Also the places of ticks and faces that are not there yet.
        pictures: The bytes of photos by digest; notes whose photo is not among them show none.
    """
    draw_timeline(painter, layout, tokens)
    draw_curves(painter, rating_curves(store, layout), tokens)
    if _shows_unsorted(store, layout):
        count = len(store.referring(Moment, "step_id", None))
        draw_unsorted(painter, layout, tokens, count)
    numbers = priority_numbers(store)
    notes = NotePainter(tokens, GivenPhotos(pictures))
    zoom = abs(painter.worldTransform().m11())
    # Of overlapping notes the lower lies on top, as on the screen.
    ordered = sorted(layout.notes.items(), key=lambda each: (each[1].y, each[1].x, each[0]))
    for moment_id, rect in ordered:
        look = look_of(store, store.get(Moment, moment_id), numbers)
        if look.photo not in pictures:
            look = look._replace(photo="")
        notes.draw(painter, look, to_qt(rect), show_marks=show_marks, zoom=zoom)


def wall_image(
    store: Store,
    options: LayoutOptions,
    tokens: Tokens = LIGHT,
    width_px: int = PICTURE_WIDTH,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> QImage:
    """The wall as a picture; needs a QGuiApplication, of whatever platform.

    Args:
        store: The wall.
        options: How to wrap it; `picture_options` says what suits.
        tokens: The theme.
        width_px: Of the picture; less if the picture would be very tall.
        pictures: See `paint_wall`.
    """
    poster = Poster.of(store, options, tokens, pictures)
    scale = min(
        width_px / poster.width,
        (_MOST_PIXELS / (poster.width * poster.height)) ** 0.5,
        _LONGEST_SIDE / poster.height,
    )
    return _drawn(poster, scale)


def _scaled_image(poster: "Poster", scale: float, path: Path) -> QImage:
    """The picture in exactly the scale asked for."""
    unit = scale * PIXELS_PER_MM
    width, height = poster.width * unit, poster.height * unit
    if not 1.0 <= min(width, height) <= max(width, height) <= _LONGEST_SIDE:
        raise PictureTooLarge(path, f"{width:.0f} x {height:.0f}")
    if width * height > _MOST_ASKED_FOR:
        raise PictureTooLarge(path, f"{width:.0f} x {height:.0f}")
    return _drawn(poster, unit)


def _drawn(poster: "Poster", pixels_per_mm: float) -> QImage:
    size = QSize(round(poster.width * pixels_per_mm), round(poster.height * pixels_per_mm))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour(poster.tokens.wall))
    with QPainter(image) as painter:
        painter.scale(pixels_per_mm, pixels_per_mm)
        poster.draw(painter)
    image.setText("Title", poster.title)
    return image


def write_png(
    store: Store,
    path: Path,
    *,
    options: LayoutOptions | None = None,
    width_px: int = PICTURE_WIDTH,
    scale: float | None = None,
    is_forced: bool = False,
    pictures: Mapping[str, bytes] = NO_PICTURES,
) -> None:
    """Write the picture of the wall as a PNG file; an old file stays until the new one is whole.

    Args:
        store: The wall.
        path: Where the picture is wanted.
        options: How to wrap it.
        width_px: Of a picture without a scale; see `wall_image`.
        scale: How large: 1 is the wall as the screen shows it at 100 %.
        is_forced: An existing file is replaced.
        pictures: See `paint_wall`.

    Raises:
        PictureTooLarge: In that scale it would fill the memory.
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The folder is gone, the disk full, the place read-only or out of reach.
    """
    how = options or picture_options(store)
    if scale is None:
        image = wall_image(store, how, LIGHT, width_px, pictures)
    else:
        image = _scaled_image(Poster.of(store, how, LIGHT, pictures), scale, path)
    # Python writes the bytes: Qt would only say that it failed, not why.
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    data = bytes(buffer.data().data())

    def write(temporary: Path) -> None:
        temporary.write_bytes(data)

    write_whole(path, write, is_forced=is_forced)


@dataclass(frozen=True, slots=True)
class Poster:
    """Everything on a picture of a wall and where it goes, mm."""

    store: Store
    layout: WallLayout
    tokens: Tokens
    title: str
    about: str
    legend: LegendContent
    width: float
    height: float
    pictures: Mapping[str, bytes]

    @classmethod
    def of(
        cls,
        store: Store,
        options: LayoutOptions,
        tokens: Tokens,
        pictures: Mapping[str, bytes] = NO_PICTURES,
    ) -> "Poster":
        """Measure everything."""
        layout = lay_out(store, options)
        wall_width, wall_height = _extent(store, layout)
        width = max(wall_width, _LEAST_WIDTH)
        legend = legend_of(store)
        about = "  \u00b7  ".join(wall_about(store.wall))
        head = _head_height(about) + _HEAD_TO_WALL
        foot = _WALL_TO_LEGEND + legend_height(legend, width, tokens)
        return cls(
            store=store,
            layout=layout,
            tokens=tokens,
            title=wall_name(store.wall),
            about=about,
            legend=legend,
            width=width + 2 * _MARGIN,
            height=head + wall_height + foot + 2 * _MARGIN,
            pictures=pictures,
        )

    def draw(self, painter: QPainter) -> None:
        """Draw it, the painter scaled to mm."""
        room = self.width - 2 * _MARGIN
        painter.translate(_MARGIN, _MARGIN)
        title = elided(self.title, room, _TITLE_SIZE, BOLD)
        baseline = _TITLE_SIZE * CAP_HEIGHT
        text, quiet = colour(self.tokens.text), colour(self.tokens.quiet)
        draw_label(painter, title, QPointF(0.0, baseline), _TITLE_SIZE, BOLD, text)
        about = elided(self.about, room, _LINE_SIZE, REGULAR)
        baseline = _head_height(self.about)
        draw_label(painter, about, QPointF(0.0, baseline), _LINE_SIZE, REGULAR, quiet)
        painter.translate(0.0, baseline + _HEAD_TO_WALL)
        paint_wall(painter, self.store, self.layout, self.tokens, pictures=self.pictures)
        top = _extent(self.store, self.layout)[1] + _WALL_TO_LEGEND
        draw_legend(painter, self.legend, QPointF(0.0, top), room, self.tokens)


def _shows_unsorted(store: Store, layout: WallLayout) -> bool:
    return bool(store.referring(Moment, "step_id", None))


def _extent(store: Store, layout: WallLayout) -> tuple[float, float]:
    """Width and height of what `paint_wall` draws, mm."""
    if _shows_unsorted(store, layout):
        return layout.size
    if layout.ghost is not None:
        return layout.ghost.right, layout.ghost.bottom
    return max(band.rect.right for band in layout.bands), layout.lines[-1].bottom


def _head_height(about: str) -> float:
    """From the top of the title to the lowest baseline, mm."""
    title = _TITLE_SIZE * CAP_HEIGHT
    return title + _HEAD_GAP + _LINE_SIZE * CAP_HEIGHT if about else title
