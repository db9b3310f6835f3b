"""Puts the parts together: layout first, so that every page knows how many there are."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from motwall.export.files import write_whole
from motwall.export.options import Pages, PdfOptions
from motwall.export.pdf.actions import actions_part
from motwall.export.pdf.blank_notes import notes_part
from motwall.export.pdf.cover import cover_part
from motwall.export.pdf.cutouts import cutouts_part
from motwall.export.pdf.fonts import Face, register
from motwall.export.pdf.form import form_part
from motwall.export.pdf.guide import guide_part
from motwall.export.pdf.ladders import ladders_part
from motwall.export.pdf.nothing import nothing_part
from motwall.export.pdf.one_at_a_time import one_at_a_time
from motwall.export.pdf.pack import pack_part
from motwall.export.pdf.part import Part
from motwall.export.pdf.priority import priorities_part
from motwall.export.pdf.sheet import Sheet
from motwall.export.pdf.shop import shop_part
from motwall.export.pdf.staff import staff_part
from motwall.export.pdf.wall import wall_part
from motwall.export.pdf.worksheet import grid_part
from motwall.model.records import Wall
from motwall.model.store import Store
from motwall.model.words import wall_name

#: Told how many pages are drawn, and of how many, 0 while that is not known; may raise `Cancelled`.
Progress = Callable[[int, int], None]

_MAKERS: dict[Pages, Callable[[Store, PdfOptions], Part]] = {
    Pages.COVER: cover_part,
    Pages.WALL: wall_part,
    Pages.FORM: form_part,
    Pages.PRIORITIES: priorities_part,
    Pages.ACTIONS: actions_part,
    Pages.STAFF: staff_part,
    Pages.LADDERS: ladders_part,
    Pages.SHOP: shop_part,
    Pages.GRID: grid_part,
    Pages.NOTES: notes_part,
    Pages.CUTOUTS: cutouts_part,
    Pages.GUIDE: guide_part,
    Pages.PACK: pack_part,
}


def write_pdf(
    store: Store,
    path: Path,
    options: PdfOptions,
    progress: Progress | None = None,
    *,
    is_forced: bool = False,
) -> int:
    """Write handouts as one PDF; an old file stays as it is until the new one is whole.

    Args:
        store: A wall that does not change meanwhile.
        path: Where the PDF is wanted.
        options: What it holds.
        progress: Told after each page; what it raises ends the export.
        is_forced: An existing file is replaced.

    Returns:
        The number of pages.

    Raises:
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The folder is gone, the disk full, the place read-only or out of reach.
        Cancelled: If `progress` raises it.
    """
    count = 0

    def write(temporary: Path) -> None:
        nonlocal count
        data, count = pdf_bytes(store, options, progress)
        temporary.write_bytes(data)

    write_whole(path, write, is_forced=is_forced)
    return count


def pdf_bytes(
    store: Store, options: PdfOptions, progress: Progress | None = None
) -> tuple[bytes, int]:
    """The PDF itself and its number of pages; equal input gives equal bytes.

    Any thread may ask; while another has a PDF made, `progress` is told that nothing is done yet.
    """
    ask = None if progress is None else partial(progress, 0, 0)
    with one_at_a_time(ask):
        return _made(store, options, progress)


def _made(store: Store, options: PdfOptions, progress: Progress | None) -> tuple[bytes, int]:
    parts = []
    for pages in dict.fromkeys(options.pages):
        if progress is not None:
            progress(0, 0)
        parts.append(_MAKERS[pages](store, options))
    if not any(part.pages for part in parts):
        parts = [nothing_part(store, options)]
    total = sum(len(part.pages) for part in parts)
    file = BytesIO()
    canvas = _canvas(file, store.wall, options)
    number = 0
    for part in parts:
        for place, draw in enumerate(part.pages):
            number += 1
            frame = part.frame_of(place)
            page = frame.page
            canvas.setPageSize(page.points)
            if place == 0:
                _bookmark(canvas, frame.title, f"part-{number}", 0)
            for order, (_, name) in enumerate(one for one in part.marks if one[0] == place):
                _bookmark(canvas, name, f"page-{number}-{order}", 1)
            sheet = Sheet(canvas, page.height, page.zoom)
            frame.draw_head(sheet)
            draw(sheet)
            frame.draw_foot(sheet, number, total)
            canvas.showPage()
            if progress is not None:
                progress(number, total)
    canvas.save()
    return file.getvalue(), total


def _bookmark(canvas: Canvas, name: str, key: str, level: int) -> None:
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(name, key, level)


def _canvas(file: BytesIO, wall: Wall, options: PdfOptions) -> Canvas:
    # ASCII armour would make the file a fifth larger and no better.
    rl_config.useA85 = 0
    settings: dict[str, Any] = {
        "pageCompression": 1,
        "pdfVersion": (1, 4),  # the first that knows the language of a file
        "invariant": 1,
        "lang": options.language,
        # Else reportlab names Helvetica on every page and embeds it on none.
        "initialFontName": register(Face.REGULAR),
    }
    canvas = Canvas(file, **settings)
    canvas.setTitle(wall_name(wall))
    canvas.setAuthor(wall.business)
    canvas.setSubject("")
    canvas.setCreator("motwall")
    canvas.setDateFormatter(lambda *_: f"D:{options.made_on:%Y%m%d}000000Z")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.showOutline()
    return canvas
