"""What the command line understands."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from motwall import __version__
from motwall.cli import COMMANDS
from motwall.i18n import translate

#: Repeated here from `export.options`, which is imported when something is exported.
PAPERS = ("a4", "letter", "a3")
PAGES = ("form", "wall", "actions", "ladders")
ROWS = ("all", "filled")
EXPORT_ENDINGS = (".pdf", ".png", ".json")


class WrongUsage(Exception):
    """The command was not called as it has to be; carries the sentence."""


class Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing its whole usage and leaving."""

    @override
    def error(self, message: str) -> NoReturn:
        """Raise what is wrong, and where help is.

        Raises:
            WrongUsage: Always.
        """
        raise WrongUsage(
            translate("Cli", "{message} ({program} --help tells more)").format(
                message=message.removesuffix("."), program=self.prog
            )
        )


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; `command` in the result is one of `COMMANDS`.

    Raises:
        WrongUsage: They make no sense.
        SystemExit: With 0, after --help or --version.
    """
    parser = _parser()
    found = parser.parse_args(arguments)
    if found.command is None:
        parser.error(translate("Cli", "a command is missing"))
    if found.command == "export":
        _check_export(found)
    return found


def _parser() -> Parser:
    parser = Parser(
        prog="motwall",
        usage="motwall [FILE] | motwall COMMAND ... | motwall --help | motwall --version",
        description=translate("Cli", "Without a command, motwall opens FILE in its window."),
        epilog=translate("Cli", "A name that begins with - comes after --, as in: motwall -- -x"),
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"motwall {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", prog="motwall")
    helps = {
        "new": translate("Cli", "make a wall"),
        "templates": translate("Cli", "list the templates"),
        "info": translate("Cli", "tell what is in a wall"),
        "export": translate("Cli", "write a wall as PDF, PNG or JSON"),
        "import": translate("Cli", "add a JSON, CSV or text file to a wall, or make one of it"),
        "check": translate("Cli", "tell whether a wall is sound; never changes it"),
    }
    made = {
        name: commands.add_parser(
            name, help=helps[name], description=helps[name], allow_abbrev=False
        )
        for name in COMMANDS
    }
    for name in ("new", "info", "export", "import", "check"):
        made[name].add_argument("file", metavar="FILE", type=Path)
    made["new"].add_argument("--template", metavar="NAME", default="blank")
    made["info"].add_argument("--json", action="store_true", dest="is_json")
    made["import"].add_argument("source", metavar="SOURCE", type=Path)
    _add_export_options(made["export"])
    return parser


def _add_export_options(parser: Parser) -> None:
    parser.add_argument("-o", "--output", metavar="OUT", type=Path, required=True)
    parser.add_argument("--force", action="store_true", help=translate("Cli", "replace OUT"))
    parser.add_argument("--paper", choices=PAPERS, help=translate("Cli", "PDF only; default a4"))
    parser.add_argument(
        "--pages",
        type=_pages,
        metavar=",".join(PAGES),
        help=translate("Cli", "PDF only; default all of them"),
    )
    parser.add_argument("--rows", choices=ROWS, help=translate("Cli", "PDF only; default all"))


def _pages(text: str) -> tuple[str, ...]:
    """The parts of a PDF, from names with commas between."""
    names = tuple(dict.fromkeys(text.split(",")))
    if not set(names) <= set(PAGES):
        problem = translate("Cli", "{pages} is not made of {known}")
        raise argparse.ArgumentTypeError(problem.format(pages=repr(text), known=", ".join(PAGES)))
    return names


def _check_export(found: argparse.Namespace) -> None:
    ending = found.output.suffix.lower()
    if ending not in EXPORT_ENDINGS:
        problem = translate("Cli", "{name} must end in .pdf, .png or .json")
        raise WrongUsage(problem.format(name=found.output.name))
    options = {"--paper": found.paper, "--pages": found.pages, "--rows": found.rows}
    given = [name for name, value in options.items() if value is not None]
    if ending != ".pdf" and given:
        problem = translate("Cli", "{option} is for a PDF only")
        raise WrongUsage(problem.format(option=given[0]))
