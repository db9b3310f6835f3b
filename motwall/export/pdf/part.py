"""What every part of a PDF is once it is laid out: pages that know how to draw themselves."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from motwall.export.pdf.frame import Frame
from motwall.export.pdf.sheet import Sheet
from motwall.export.pdf.table import Column, PlacedRow, draw_table


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a PDF.

    Attributes:
        frame: Around each of its pages.
        pages: Each draws what is inside the frame.
        marks: Bookmarks below that of the part: the place of a page, and its name.
        cover: Around the first page, if that is unlike the others.
    """

    frame: Frame
    pages: tuple[Callable[[Sheet], None], ...]
    marks: tuple[tuple[int, str], ...] = ()
    cover: Frame | None = None

    def frame_of(self, place: int) -> Frame:
        """The frame of a page; that of the first names the whole part."""
        return self.cover if place == 0 and self.cover is not None else self.frame


def table_part(frame: Frame, columns: tuple[Column, ...], pages: list[list[PlacedRow]]) -> Part:
    """A part whose pages are those of a table."""
    drawings = (partial(_draw_page, frame, columns, rows) for rows in pages)
    return Part(frame, tuple(drawings))


def _draw_page(
    frame: Frame, columns: tuple[Column, ...], rows: list[PlacedRow], sheet: Sheet
) -> None:
    draw_table(sheet, frame.body, columns, rows)
