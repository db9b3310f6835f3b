"""The first page of a poster: how its sheets come together, and where each of them goes."""

from dataclasses import dataclass

from motwall.export.pdf.fonts import Face, unit_width
from motwall.export.pdf.frame import Frame
from motwall.export.pdf.sheet import FAINT, INK, WHITE, Pen, Sheet, TextStyle
from motwall.export.pdf.wall_poster import Poster
from motwall.i18n import translate
from motwall.model.layout import NOTE_HEIGHT, Rect
from motwall.model.textfit import wrap_text
from motwall.model.wrapping import NOTE_WIDTH

_HEADING = TextStyle(Face.BOLD, 13.0, 18.0)
_STEP = TextStyle(Face.REGULAR, 10.0, 14.0)
_LARGEST_NAME, _LEAST_NAME = 22.0, 6.5
#: Of the smaller side of a tile, for its name.
_NAME_SHARE = 0.3
_NOTE = Pen(FAINT, 0.4)
_BAND = Pen(FAINT, 0.5)
_TILE = Pen(INK, 0.8)
_GAP = 10.0
_NUMBER = 16.0
#: Beyond this notes would be specks.
_MOST_NOTES = 600
#: A map is smaller than what it shows.
_LARGEST_SCALE = 0.5


@dataclass(frozen=True, slots=True)
class PosterMap:
    """The page."""

    frame: Frame
    poster: Poster

    def draw(self, sheet: Sheet) -> None:
        """Draw what to do, and the map below it."""
        body = self.frame.body
        poster = self.poster
        heading = translate("Handout", "A poster of {0} x {1} sheets").format(
            poster.rows, poster.columns
        )
        sheet.text(body.x, body.y + _HEADING.size * 0.8, heading, _HEADING)
        top = body.y + _HEADING.leading + 4.0
        for place, step in enumerate(_steps(), start=1):
            lines = wrap_text(step, body.width - _NUMBER, _STEP.size, unit_width(_STEP.face))
            sheet.text(body.x, top + _STEP.size, f"{place}.", _STEP)
            sheet.lines(body.x + _NUMBER, top + _STEP.size, lines, _STEP)
            top += _STEP.leading * len(lines)
        self._draw_map(sheet, Rect(body.x, top + _GAP, body.width, body.bottom - top - _GAP))

    def _draw_map(self, sheet: Sheet, room: Rect) -> None:
        shown = _MapRoom.of(self.poster, room)
        notes = [(note, y) for strip, y in self.poster.grid.strips for note in strip.notes]
        for strip, y in self.poster.grid.strips:
            for title in strip.titles:
                sheet.box(shown.placed(title.rect, y), pen=_BAND)
        for note, y in notes[:_MOST_NOTES]:
            sheet.box(shown.placed(Rect(note.x, note.y, NOTE_WIDTH, NOTE_HEIGHT), y), pen=_NOTE)
        for tile in self.poster.tiles:
            area = shown.placed(tile.part, 0.0)
            size = min(_LARGEST_NAME, min(area.width, area.height) * _NAME_SHARE)
            style = TextStyle(Face.BOLD, max(_LEAST_NAME, size), 0.0)
            sheet.box(area, pen=_TILE)
            tag = Rect(
                area.x + (area.width - style.width(tile.name)) / 2 - style.size * 0.3,
                area.y + area.height / 2 - style.size * 0.65,
                style.width(tile.name) + style.size * 0.6,
                style.size * 1.3,
            )
            sheet.box(tag, fill=WHITE, radius=2.0)
            baseline = area.y + area.height / 2 + style.size * 0.36
            sheet.text_centred(area.x + area.width / 2, baseline, tile.name, style)


@dataclass(frozen=True, slots=True)
class _MapRoom:
    """The poster shown in a room of the page, the wall's millimetres as parts of points."""

    x: float
    y: float
    scale: float

    @classmethod
    def of(cls, poster: Poster, room: Rect) -> "_MapRoom":
        """As large as it goes."""
        parts = [tile.part for tile in poster.tiles]
        left, top = min(one.x for one in parts), min(one.y for one in parts)
        width = max(one.right for one in parts) - left
        height = max(one.bottom for one in parts) - top
        scale = min(room.width / width, room.height / height, _LARGEST_SCALE)
        return cls(room.x - left * scale, room.y - top * scale, scale)

    def placed(self, rect: Rect, below: float) -> Rect:
        """A rectangle of the wall, so far below its own top, on the page."""
        return Rect(
            self.x + rect.x * self.scale,
            self.y + (rect.y + below) * self.scale,
            rect.width * self.scale,
            rect.height * self.scale,
        )


def _steps() -> tuple[str, str, str]:
    return (
        translate("Handout", "Print all sheets at 100 % (actual size), not fitted to the page."),
        translate(
            "Handout",
            "Where a sheet joins another at its left or upper edge, cut it there along the marks.",
        ),
        translate(
            "Handout",
            "Row by row, lay it on the 10 mm edge of the sheet before it, and glue or tape it.",
        ),
    )
