"""The sheets of a poster: a tile each with its name, marks to cut along and edges to glue."""

from dataclasses import dataclass

from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame
from motwall.export.pdf.legend import Legend
from motwall.export.pdf.part import Part
from motwall.export.pdf.sheet import FAINT, INK, QUIET, Pen, Sheet, TextStyle
from motwall.export.pdf.wall_draw import NoteMaker, StripDrawer
from motwall.export.pdf.wall_fit import PlacedStrip
from motwall.export.pdf.wall_map import PosterMap
from motwall.export.pdf.wall_poster import Poster, Tile, holds, holds_note, meets, tile_name
from motwall.export.pdf.words import DOT
from motwall.i18n import translate
from motwall.model.layout import Rect

#: The edge that lies below the next sheet: 10 mm on paper, in points.
OVERLAP = 28.35
_NAME = TextStyle(Face.BOLD, 10.0, 13.0)
_JOINS = TextStyle(Face.REGULAR, 8.0, 10.0, QUIET)
_LABEL = TextStyle(Face.SEMIBOLD, 8.0, 10.0, QUIET)
#: Above and left of a tile: for the marks to cut along, and how long and how far off they are.
_MARGIN = 11.0
_MARK, _OFF = 7.0, 3.0
_CUT = Pen(INK, 0.5)
_FLAP = Pen(FAINT, 0.5, (2.0, 2.0))
_LEGEND_GAP = 5.0


@dataclass(frozen=True, slots=True)
class TileRoom:
    """Where a tile is on its sheet, at most as wide and high as this, in drawing units."""

    area: Rect
    overlap: float

    @classmethod
    def of(cls, frame: Frame, legend_height: float) -> "TileRoom":
        """Between a sheet's name and the legend."""
        body = frame.body
        overlap = OVERLAP / frame.page.zoom
        left, top = body.x + _MARGIN, body.y + _NAME.leading + _MARGIN
        bottom = body.bottom - legend_height - _LEGEND_GAP - overlap
        return cls(Rect(left, top, body.right - overlap - left, bottom - top), overlap)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        return self.area.width, self.area.height


def poster_part(
    frame: Frame, legend: Legend, maker: NoteMaker, room: TileRoom, poster: Poster
) -> Part:
    """A sheet for each tile, behind a map of them all; a single one needs no map."""
    names = frozenset(tile.name for tile in poster.tiles)
    sheets = [_TileSheet(frame, legend, maker, room, poster, tile, names) for tile in poster.tiles]
    pages = tuple(one.draw for one in sheets)
    if len(sheets) == 1:
        return Part(frame, pages)
    marks = tuple((place, one.tile.name) for place, one in enumerate(sheets, start=1))
    return Part(frame, (PosterMap(frame, poster).draw, *pages), marks)


@dataclass(frozen=True, slots=True)
class _TileSheet:
    """One sheet of a poster; `names` are those of all sheets."""

    frame: Frame
    legend: Legend
    maker: NoteMaker
    room: TileRoom
    poster: Poster
    tile: Tile
    names: frozenset[str]

    def draw(self, sheet: Sheet) -> None:
        """Draw the tile, what helps to put it in its place, and the legend."""
        body = self.frame.body
        part, scale = self.tile.part, self.poster.scale
        area = Rect(self.room.area.x, self.room.area.y, part.width * scale, part.height * scale)
        if len(self.names) > 1:
            self._draw_name(sheet)
            self._draw_edges(sheet, area)
        self._draw_tile(sheet, area)
        self.legend.draw(sheet, body.x, body.bottom - self.legend.height)

    def _draw_tile(self, sheet: Sheet, area: Rect) -> None:
        part, scale = self.tile.part, self.poster.scale
        drawer = StripDrawer(self.maker, scale)
        left = area.x - part.x * scale
        with sheet.clipped(area):
            for placed in self.poster.grid.strips:
                top = area.y + (placed.y - part.y) * scale
                for title in placed.strip.titles:
                    if meets(part, title.rect, placed):
                        is_dashed = placed.strip.is_unsorted
                        drawer.draw_band(sheet, title, left, top, is_dashed=is_dashed)
                for row in placed.strip.rows:
                    if meets(part, row.rect, placed):
                        drawer.draw_rule(sheet, row, left, top)
        for placed in self.poster.grid.strips:
            top = area.y + (placed.y - part.y) * scale
            self._draw_words(sheet, drawer, placed, left, top)

    def _draw_words(
        self, sheet: Sheet, drawer: StripDrawer, placed: PlacedStrip, left: float, top: float
    ) -> None:
        """Draw the words and notes of a strip that are in the tile."""
        part = self.tile.part
        strip, start = placed
        for title in strip.titles:
            if holds(part, title.rect.x, start + title.rect.y):
                drawer.draw_title(sheet, strip, title, left, top, min(title.rect.right, part.right))
        for row in strip.rows:
            if holds(part, row.rect.x, start + row.rect.y):
                drawer.draw_row_title(sheet, strip, row, left, top, min(row.rect.right, part.right))
        for number in strip.numbers:
            if holds(part, number.x, start + number.y):
                drawer.draw_number(sheet, number, left, top)
        for note in strip.notes:
            if holds_note(part, note.x, start + note.y):
                x, y = left + note.x * self.poster.scale, top + note.y * self.poster.scale
                drawer.draw_note(sheet, note.moment, x, y)

    def _neighbour(self, down: int, across: int) -> str:
        """The name of the sheet beside this one, "" if there is none."""
        row, column = self.tile.row + down, self.tile.column + across
        name = tile_name(row, column) if row >= 0 and column >= 0 else ""
        return name if name in self.names else ""

    def _draw_name(self, sheet: Sheet) -> None:
        body = self.frame.body
        baseline = body.y + _NAME.size * 0.8
        name = translate("Handout", "Sheet {0} of {1} x {2}").format(
            self.tile.name, self.poster.rows, self.poster.columns
        )
        sheet.text(body.x, baseline, name, _NAME)
        joins = []
        if left := self._neighbour(0, -1):
            joins.append(translate("Handout", "cut the left edge, it joins {0}").format(left))
        if above := self._neighbour(-1, 0):
            joins.append(translate("Handout", "cut the upper edge, it joins {0}").format(above))
        sheet.text_right(body.right, baseline, DOT.join(joins), _JOINS)

    def _draw_edges(self, sheet: Sheet, area: Rect) -> None:
        """Marks at the corners, and the edges that come to lie below the next sheets."""
        self._draw_marks(sheet, area)
        overlap = self.room.overlap
        if right := self._neighbour(0, 1):
            flap = Rect(area.right, area.y, overlap, area.height)
            sheet.box(flap, pen=_FLAP)
            middle = flap.x + flap.width / 2
            baseline = flap.y + flap.height / 2
            sheet.text_centred(middle, baseline - 1.0, translate("Handout", "joins"), _LABEL)
            sheet.text_centred(middle, baseline + 9.0, right, _LABEL)
        if below := self._neighbour(1, 0):
            flap = Rect(area.x, area.bottom, area.width, overlap)
            sheet.box(flap, pen=_FLAP)
            words = translate("Handout", "joins {0}").format(below)
            middle = flap.x + flap.width / 2
            sheet.text_centred(middle, flap.y + flap.height / 2 + 3.0, words, _LABEL)

    def _draw_marks(self, sheet: Sheet, area: Rect) -> None:
        for x, outwards in ((area.x, -1), (area.right, 1)):
            start = x + outwards * _OFF
            for y in (area.y, area.bottom):
                sheet.rule(start, start + outwards * _MARK, y, _CUT)
        for y, outwards in ((area.y, -1), (area.bottom, 1)):
            start = y + outwards * _OFF
            for x in (area.x, area.right):
                sheet.path([("M", x, start), ("L", x, start + outwards * _MARK)], pen=_CUT)
