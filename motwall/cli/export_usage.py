"""What `motwall export` understands, and which choices go with which ending."""

import argparse
import math
from collections.abc import Sequence
from pathlib import Path

from motwall.i18n import translate

#: Repeated here from `export.options`, which is imported when something is exported.
PAPERS = ("a4", "letter", "a3", "tabloid")
EDITIONS = ("facilitator", "participant")
WALL_AS = ("fit", "poster", "lines")
ROWS = ("all", "filled", "blank")
#: What a CSV holds.
WHATS = ("moments", "actions")
EXPORT_ENDINGS = (".pdf", ".png", ".svg", ".csv", ".xlsx", ".md", ".json", ".ics")
#: The most sheets that a poster can be asked to be wide.
MOST_SHEETS = 6

_ON, _OFF = "on", "off"
_PDF = (".pdf",)
#: The choices, by what argparse calls them, and the endings they mean something for.
_FOR = {
    "pages": ("--pages", _PDF),
    "edition": ("--edition", _PDF),
    "paper": ("--paper", _PDF),
    "is_ink_saver": ("--ink-saver or --colour", _PDF),
    "wall_as": ("--wall-as", _PDF),
    "sheets": ("--sheets", _PDF),
    "rows": ("--rows", _PDF),
    "is_fillable": ("--fillable", _PDF),
    "logo": ("--logo", _PDF),
    "strapline": ("--strapline", _PDF),
    "contact": ("--contact", _PDF),
    "names": ("--names", (".pdf", ".csv", ".md")),
    "what": ("--what", (".csv",)),
    "scale": ("--scale", (".png", ".svg")),
}


def add_export_options(parser: argparse.ArgumentParser, pages: Sequence[str]) -> None:
    """Add what can be chosen; nothing has a default here, so that `export_problem` sees it all."""
    parser.epilog = translate(
        "Cli",
        "The ending of OUT decides what is made: a handout (.pdf), a picture of the wall (.png, "
        ".svg), a table (.csv), a workbook of everything (.xlsx), a report (.md), all data "
        "(.json), the next session and due days for a calendar (.ics).",
    )
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    parser.add_argument("--force", action="store_true", help=translate("Cli", "replace OUT"))
    _add_pdf_options(parser.add_argument_group("PDF"), pages)
    others = parser.add_argument_group(translate("Cli", "PDF, CSV and Markdown"))
    others.add_argument(
        "--names", choices=(_ON, _OFF), help=translate("Cli", "name people; default on")
    )
    csv = parser.add_argument_group("CSV")
    csv.add_argument("--what", choices=WHATS, help=translate("Cli", "default moments"))
    pictures = parser.add_argument_group(translate("Cli", "PNG and SVG"))
    pictures.add_argument(
        "--scale", type=_scale, metavar="N", help=translate("Cli", "1 is the size on the screen")
    )


def export_problem(found: argparse.Namespace) -> str:
    """What does not go together among the choices, in a sentence; "" if all does."""
    ending = found.output.suffix.lower()
    if ending not in EXPORT_ENDINGS:
        *most, last = EXPORT_ENDINGS
        problem = translate("Cli", "{name} must end in {most} or {last}")
        return problem.format(name=found.output.name, most=", ".join(most), last=last)
    for name, (option, endings) in _FOR.items():
        if getattr(found, name) is not None and ending not in endings:
            problem = translate("Cli", "{option} is for {endings} only")
            return problem.format(option=option, endings=", ".join(endings))
    return _pages_problem(found)


def is_on(choice: str | None) -> bool:
    """Whether a choice of on and off is on; so it is if nothing was said."""
    return choice != _OFF


def _add_pdf_options(group: argparse._ArgumentGroup, pages: Sequence[str]) -> None:
    def known_pages(text: str) -> tuple[str, ...]:
        return _pages(text, pages)

    group.add_argument(
        "--pages",
        type=known_pages,
        metavar="A,B",
        help=translate("Cli", "of {pages}; default the usual ones").format(pages=", ".join(pages)),
    )
    group.add_argument(
        "--edition",
        choices=EDITIONS,
        help=translate("Cli", "facilitator: with results (so it is); participant: without results"),
    )
    group.add_argument("--paper", choices=PAPERS, help=translate("Cli", "default a4"))
    ink = group.add_mutually_exclusive_group()
    ink.add_argument(
        "--ink-saver",
        action="store_const",
        const=True,
        dest="is_ink_saver",
        help=translate("Cli", "white notes; so it is unless you choose --colour"),
    )
    ink.add_argument(
        "--colour",
        action="store_const",
        const=False,
        dest="is_ink_saver",
        help=translate("Cli", "notes in their colours"),
    )
    _add_page_options(group)


def _add_page_options(group: argparse._ArgumentGroup) -> None:
    """Add what concerns single kinds of pages."""
    group.add_argument(
        "--wall-as",
        choices=WALL_AS,
        help=translate("Cli", "on one page, on sheets to join, or line by line; default fit"),
    )
    group.add_argument(
        "--sheets",
        type=_sheets,
        metavar="N",
        help=translate("Cli", "how many sheets wide the poster is"),
    )
    group.add_argument("--rows", choices=ROWS, help=translate("Cli", "of the form; default all"))
    group.add_argument(
        "--fillable",
        action="store_const",
        const=True,
        dest="is_fillable",
        help=translate("Cli", "blanks can be filled in on a screen"),
    )
    _add_branding_options(group)


def _add_branding_options(group: argparse._ArgumentGroup) -> None:
    """Add whose handout it is."""
    group.add_argument(
        "--logo",
        type=Path,
        metavar="FILE",
        help=translate("Cli", "a picture for the cover and the foot of every page"),
    )
    group.add_argument(
        "--strapline", metavar="TEXT", help=translate("Cli", "a line below the logo")
    )
    group.add_argument("--contact", metavar="TEXT", help=translate("Cli", "how to reach you"))


def _pages_problem(found: argparse.Namespace) -> str:
    """What the pages that were chosen make pointless."""
    problem = translate("Cli", "{option} needs {other}")
    if found.sheets is not None and found.wall_as != "poster":
        return problem.format(option="--sheets", other="--wall-as poster")
    pages = found.pages
    if found.wall_as is not None and pages is not None and "wall" not in pages:
        return problem.format(option="--wall-as", other=translate("Cli", "the page wall"))
    if found.rows is not None and pages is not None and "form" not in pages:
        return problem.format(option="--rows", other=translate("Cli", "the page form"))
    return ""


def _pages(text: str, known: Sequence[str]) -> tuple[str, ...]:
    """The parts of a PDF, from names with commas between."""
    names = tuple(dict.fromkeys(text.split(",")))
    if not set(names) <= set(known):
        problem = translate("Cli", "{pages} is not made of {known}")
        raise argparse.ArgumentTypeError(problem.format(pages=repr(text), known=", ".join(known)))
    return names


def _sheets(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_SHEETS:
        problem = translate("Cli", "{text} is not a number from 1 to {most}")
        raise argparse.ArgumentTypeError(problem.format(text=repr(text), most=MOST_SHEETS))
    return int(text)


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = math.nan
    if not 0.0 < scale < math.inf:
        problem = translate("Cli", "{text} is not a number above 0").format(text=repr(text))
        raise argparse.ArgumentTypeError(problem)
    return scale
