"""The command `export`: a wall as a handout, a picture, a table, a report or data."""

import argparse
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from motwall.cli import streams
from motwall.cli.export_usage import is_on
from motwall.cli.usage import WrongUsage
from motwall.export.options import USUAL_PAGES, Edition, Pages, Paper, PdfOptions, Rows, WallAs
from motwall.i18n import translate
from motwall.messages import shown_path
from motwall.model.clock import SystemClock
from motwall.model.pictures import NO_PICTURES, digests_of
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.storage.reading import read_dated, read_pictures

#: Points: nobody reads smaller words on paper. Less than the other nobody sees.
_LEAST_TEXT, _HARDLY = 6.0, 0.05


def export(arguments: argparse.Namespace) -> str:
    """Write a wall to a file of the format its ending names; returns what was done.

    Raises:
        WrongUsage: The output is the wall itself.
        MotwallError: The wall cannot be read, or the output not written; an old output is kept.
    """
    path, output = arguments.file, arguments.output
    if _is_same(path, output):
        raise WrongUsage(translate("Cli", "the wall itself cannot be the output"))
    records, changed_on = read_dated(path)
    store = Store(records)
    match output.suffix.lower():
        case ".pdf":
            _write_pdf(store, arguments, changed_on)
        case ".png" | ".svg":
            _write_picture(store, arguments)
        case _:
            _write_data(store, arguments)
    return translate("Cli", "Made {path}.\n").format(path=shown_path(output))


def _write_pdf(store: Store, arguments: argparse.Namespace, changed_on: date) -> None:
    # reportlab takes a while, and the other formats do without.
    from motwall.export.pdf import write_pdf  # noqa: PLC0415 -- see above
    from motwall.export.pdf.wall import fitted_text_size  # noqa: PLC0415 -- see above

    is_ink_saver = arguments.is_ink_saver
    options = PdfOptions(
        made_on=changed_on,
        pages=tuple(Pages(name) for name in arguments.pages or USUAL_PAGES),
        edition=Edition(arguments.edition or Edition.FACILITATOR),
        paper=Paper(arguments.paper or Paper.A4),
        wall_as=WallAs(arguments.wall_as or WallAs.FIT),
        sheets_across=arguments.sheets or 0,
        rows=Rows(arguments.rows or Rows.ALL),
        is_ink_saver=True if is_ink_saver is None else is_ink_saver,
        is_fillable=bool(arguments.is_fillable),
        has_names=is_on(arguments.names),
    )
    write_pdf(store, arguments.output, options, is_forced=arguments.force)
    if Pages.WALL in options.pages and options.wall_as is WallAs.FIT and store.count(Moment):
        _warn_of_small_words(fitted_text_size(store, options))


def _warn_of_small_words(size: float) -> None:
    """Say that words come out too small, if they do; the size is in points."""
    if size < _LEAST_TEXT - _HARDLY:
        sentence = translate(
            "Cli",
            "On one page the smallest words of the wall have {size} points; try --wall-as poster, "
            "--wall-as lines or larger paper.",
        )
        streams.warn(sentence.format(size=f"{size:.1f}"))


def _write_picture(store: Store, arguments: argparse.Namespace) -> None:
    # Read when the application is made. No screen is needed, so none is looked for: where one is
    # announced but out of reach, Qt would end the process.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 -- only a picture needs it

    application = QGuiApplication.instance() or QGuiApplication([])
    output, scale, is_forced = arguments.output, arguments.scale, arguments.force
    pictures = _pictures(store, arguments)
    if output.suffix.lower() == ".svg":
        from motwall.paint.wall_svg import write_svg  # noqa: PLC0415 -- as above

        write_svg(store, output, scale=scale or 1.0, is_forced=is_forced, pictures=pictures)
    else:
        from motwall.paint.wall_picture import write_png  # noqa: PLC0415 -- as above

        write_png(store, output, scale=scale, is_forced=is_forced, pictures=pictures)
    del application  # it had to live until here


def _write_data(store: Store, arguments: argparse.Namespace) -> None:
    # Each its own, so that what one needs does not slow down the others.
    output, is_forced = arguments.output, arguments.force
    match output.suffix.lower():
        case ".csv":
            from motwall.export import csv_file  # noqa: PLC0415 -- see above

            is_of_actions = arguments.what == "actions"
            write = csv_file.write_csv_actions if is_of_actions else csv_file.write_csv_moments
            write(store, output, has_names=is_on(arguments.names), is_forced=is_forced)
        case ".xlsx":
            from motwall.export.xlsx_file import write_xlsx  # noqa: PLC0415 -- see above

            write_xlsx(store, output, is_forced=is_forced)
        case ".md":
            from motwall.export.markdown_file import write_markdown  # noqa: PLC0415 -- see above

            write_markdown(store, output, has_names=is_on(arguments.names), is_forced=is_forced)
        case ".ics":
            from motwall.export import calendar_file  # noqa: PLC0415 -- see above

            options = calendar_file.CalendarOptions(made_at=SystemClock().now(), has_due_dates=True)
            calendar_file.write_calendar(store, output, options, is_forced=is_forced)
        case _:
            from motwall.export.json_file import write_json  # noqa: PLC0415 -- see above

            write_json(store, output, _pictures(store, arguments), is_forced=is_forced)


def _pictures(store: Store, arguments: argparse.Namespace) -> Mapping[str, bytes]:
    """The bytes of the photos on the wall, by their digests."""
    digests = digests_of(store.everything())
    return read_pictures(arguments.file, digests) if digests else NO_PICTURES


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False  # one of them is not there, or no name of a file at all
