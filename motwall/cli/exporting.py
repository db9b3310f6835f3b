"""The command `export`: a wall as PDF, PNG or JSON."""

import argparse
import os
from pathlib import Path

from motwall.cli.usage import WrongUsage
from motwall.export.json_file import write_json
from motwall.i18n import translate
from motwall.messages import shown_path
from motwall.model.clock import SystemClock
from motwall.model.store import Store
from motwall.storage.reading import read_records


def export(arguments: argparse.Namespace) -> str:
    """Write a wall to a file of the format its ending names; returns what was done.

    Raises:
        WrongUsage: The output is the wall itself.
        MotwallError: The wall cannot be read, or the output not written; an old output is kept.
    """
    path, output, is_forced = arguments.file, arguments.output, arguments.force
    if _is_same(path, output):
        raise WrongUsage(translate("Cli", "the wall itself cannot be the output"))
    store = Store(read_records(path))
    match output.suffix.lower():
        case ".json":
            write_json(store, output, is_forced=is_forced)
        case ".png":
            _write_png(store, output, is_forced=is_forced)
        case _:
            _write_pdf(store, arguments)
    return translate("Cli", "Made {path}.\n").format(path=shown_path(output))


def _write_pdf(store: Store, arguments: argparse.Namespace) -> None:
    # reportlab takes a while, and the other formats do without.
    from motwall.export.pdf import Pages, Paper, PdfOptions, Rows, write_pdf  # noqa: PLC0415 -- see above

    options = PdfOptions(
        made_on=SystemClock().today(),
        pages=tuple(Pages(name) for name in arguments.pages or Pages),
        paper=Paper(arguments.paper or Paper.A4),
        rows=Rows(arguments.rows or Rows.ALL),
    )
    write_pdf(store, arguments.output, options, is_forced=arguments.force)


def _write_png(store: Store, output: Path, *, is_forced: bool) -> None:
    # Read when the application is made. No screen is needed, so none is looked for: where one is
    # announced but out of reach, Qt would end the process.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 -- only a picture needs it

    from motwall.paint.wall_picture import write_png  # noqa: PLC0415 -- as above

    application = QGuiApplication.instance() or QGuiApplication([])
    write_png(store, output, is_forced=is_forced)
    del application  # it had to live until here


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False  # one of them is not there, or no name of a file at all
