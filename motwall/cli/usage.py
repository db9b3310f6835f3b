"""What the command line understands."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from typing_extensions import override

from motwall import __version__
from motwall.cli import COMMANDS
from motwall.cli.export_usage import add_export_options, export_problem
from motwall.i18n import translate

#: Repeated here from `export.options`, which is imported when something is exported.
PAGES = (
    "cover", "wall", "form", "priorities", "actions", "staff", "ladders",
    "shop", "grid", "notes", "cutouts", "guide", "pack",
)  # fmt: skip
PREFERRED = ("a", "b")


class WrongUsage(Exception):
    """The command was not called as it has to be; carries the sentence."""


class Undecided(Exception):
    """A command that cannot go on until somebody chooses; carries what, for stdout, and why."""

    def __init__(self, text: str, sentence: str) -> None:
        """Take whole lines, and one sentence."""
        super().__init__(text, sentence)
        self.text = text
        self.sentence = sentence


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
    problem = export_problem(found) if found.command == "export" else ""
    if problem:
        raise WrongUsage(problem)
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
        "export": translate(
            "Cli", "write a wall as a handout, a picture, a table, a report or data"
        ),
        "import": translate(
            "Cli", "add a JSON, CSV, XLSX or text file to a wall, or make one of it"
        ),
        "merge": translate("Cli", "make one wall of two copies, each changed in its own way"),
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
    add_export_options(made["export"], PAGES)
    _add_merge_options(made["merge"])
    return parser


def _add_merge_options(parser: Parser) -> None:
    parser.add_argument("one", metavar="A", type=Path)
    parser.add_argument("other", metavar="B", type=Path)
    parser.add_argument("-o", "--output", metavar="C", type=Path, required=True)
    parser.add_argument(
        "--prefer",
        choices=PREFERRED,
        help=translate("Cli", "whose version counts where both changed the same thing"),
    )
