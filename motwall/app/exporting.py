"""What makes each kind of file: each is for a thread, with a snapshot of the wall of its own.

What a kind needs is imported when it is made: reportlab and others take their time.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from motwall.app.jobs import Progress, Work
from motwall.export.options import PdfOptions
from motwall.model.store import Store
from motwall.ui.handouts.choices import Output

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a file is to be like.

    Attributes:
        options: Of a PDF; whether people are named holds for tables and reports, too.
        picture_scale: Of a picture, see `write_png`.
        shows_curve: A picture has the rating curve, as the wall does on the screen.
        made_at: Of a calendar file, UTC.
        has_due_dates: A calendar file has them.
        pictures: The bytes of the wall's pictures by digest, where they are wanted.
    """

    options: PdfOptions
    picture_scale: int = 2
    shows_curve: bool = False
    made_at: datetime
    has_due_dates: bool = True
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def made_on(self) -> date:
        """The day of the last change."""
        return self.options.made_on


def work_for(output: Output, store: Store, path: Path, wanted: Wanted) -> Work:
    """The work of making a file of a wall as it is now; one that is there is replaced."""
    # The records never change; to file them anew is for the thread.
    records = tuple(store.everything())
    make = _MAKERS[output]
    return lambda progress: make(Store(records), path, wanted, progress)


def print_work(store: Store, printer: "QPrinter", options: PdfOptions) -> Work:
    """The work of printing a handout of a wall as it is now."""
    records = tuple(store.everything())

    def work(progress: Progress) -> None:
        from motwall.app.printing import print_pdf  # noqa: PLC0415 -- see above
        from motwall.export.pdf import pdf_bytes  # noqa: PLC0415 -- see above

        data, _ = pdf_bytes(Store(records), options, lambda _done, _total: progress(0, 0))
        print_pdf(data, printer, progress)

    return work


def _pdf(store: Store, path: Path, wanted: Wanted, progress: Progress) -> None:
    from motwall.export.pdf import write_pdf  # noqa: PLC0415 -- see above

    options = replace(wanted.options, pictures=wanted.pictures)
    write_pdf(store, path, options, progress, is_forced=True)


def _png(store: Store, path: Path, wanted: Wanted, _progress: Progress) -> None:
    from motwall.paint.wall_picture import picture_options, write_png  # noqa: PLC0415 -- see above

    options = picture_options(store, shows_curve=wanted.shows_curve)
    scale, pictures = wanted.picture_scale, wanted.pictures
    write_png(store, path, options=options, scale=scale, is_forced=True, pictures=pictures)


def _svg(store: Store, path: Path, wanted: Wanted, _progress: Progress) -> None:
    from motwall.paint.wall_picture import picture_options  # noqa: PLC0415 -- see above
    from motwall.paint.wall_svg import write_svg  # noqa: PLC0415 -- see above

    options = picture_options(store, shows_curve=wanted.shows_curve)
    scale, pictures = wanted.picture_scale, wanted.pictures
    write_svg(store, path, options=options, scale=scale, is_forced=True, pictures=pictures)


def _xlsx(store: Store, path: Path, _wanted: Wanted, _progress: Progress) -> None:
    from motwall.export.xlsx_file import write_xlsx  # noqa: PLC0415 -- see above

    write_xlsx(store, path, is_forced=True)


def _moments(store: Store, path: Path, wanted: Wanted, _progress: Progress) -> None:
    from motwall.export.csv_file import write_csv_moments  # noqa: PLC0415 -- see above

    write_csv_moments(store, path, has_names=wanted.options.has_names, is_forced=True)


def _actions(store: Store, path: Path, wanted: Wanted, _progress: Progress) -> None:
    from motwall.export.csv_file import write_csv_actions  # noqa: PLC0415 -- see above

    write_csv_actions(store, path, has_names=wanted.options.has_names, is_forced=True)


def _markdown(store: Store, path: Path, wanted: Wanted, _progress: Progress) -> None:
    from motwall.export.markdown_file import write_markdown  # noqa: PLC0415 -- see above

    write_markdown(store, path, has_names=wanted.options.has_names, is_forced=True)


def _json(store: Store, path: Path, wanted: Wanted, _progress: Progress) -> None:
    from motwall.export.json_file import write_json  # noqa: PLC0415 -- see above

    write_json(store, path, wanted.pictures, is_forced=True)


def _calendar(store: Store, path: Path, wanted: Wanted, _progress: Progress) -> None:
    from motwall.export.calendar_file import CalendarOptions, write_calendar  # noqa: PLC0415 -- same

    options = CalendarOptions(made_at=wanted.made_at, has_due_dates=wanted.has_due_dates)
    write_calendar(store, path, options, is_forced=True)


_MAKERS: dict[Output, Callable[[Store, Path, Wanted, Progress], None]] = {
    Output.PDF: _pdf,
    Output.PNG: _png,
    Output.SVG: _svg,
    Output.XLSX: _xlsx,
    Output.MOMENTS: _moments,
    Output.ACTIONS: _actions,
    Output.MARKDOWN: _markdown,
    Output.JSON: _json,
    Output.CALENDAR: _calendar,
}
