"""The command `export`: a wall as a handout, a picture, a table, a report or data."""

import argparse
import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from motwall.cli import streams
from motwall.cli.export_usage import is_on
from motwall.cli.usage import WrongUsage
from motwall.export.options import (
    USUAL_PAGES,
    Branding,
    Edition,
    Pages,
    Paper,
    PdfOptions,
    Rows,
    WallAs,
)
from motwall.i18n import translate
from motwall.messages import shown_path
from motwall.model.clock import SystemClock
from motwall.model.pictures import NO_PICTURES, digests_of
from motwall.model.store import Store
from motwall.storage.reading import read_dated, read_pictures

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QGuiApplication


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
    from motwall.export.handout_warnings import handout_warnings  # noqa: PLC0415 -- see above
    from motwall.export.pdf import write_pdf  # noqa: PLC0415 -- see above

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
        branding=_branding(arguments),
        pictures=_pictures(store, arguments),
    )
    write_pdf(store, arguments.output, options, is_forced=arguments.force)
    for sentence in handout_warnings(store, options):
        streams.warn(sentence)


def _branding(arguments: argparse.Namespace) -> Branding:
    """Whose handout it is.

    Raises:
        LogoUnreadable: The logo is no picture, too large, or cannot be read.
    """
    logo = b""
    if arguments.logo is not None:
        application = _drawing()
        from motwall.paint.logo import logo_from  # noqa: PLC0415 -- only a logo needs it

        logo = logo_from(arguments.logo)
        del application  # it had to live until here
    return Branding(
        logo=logo, strapline=arguments.strapline or "", contact=arguments.contact or ""
    ).cleaned()


def _drawing() -> "QGuiApplication | QCoreApplication":
    """What Qt needs to draw; it has to live as long as something is drawn."""
    # Read when the application is made. No screen is needed, so none is looked for: where one is
    # announced but out of reach, Qt would end the process.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 -- only a picture needs it

    return QGuiApplication.instance() or QGuiApplication([])


def _write_picture(store: Store, arguments: argparse.Namespace) -> None:
    application = _drawing()
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
