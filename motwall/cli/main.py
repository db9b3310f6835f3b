"""Runs a command and turns whatever happens into an exit code and a sentence."""

import argparse
import os
import traceback
from collections.abc import Sequence

from motwall.cli import streams
from motwall.cli.usage import Undecided, WrongUsage, parse
from motwall.i18n import translate
from motwall.model.errors import MotwallError, UnknownTemplate

DONE, TROUBLE, WRONG_USAGE = 0, 1, 2
#: Set to anything, a fault of motwall shows where it happened.
DEBUG_VARIABLE = "MOTWALL_DEBUG"


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit code."""
    streams.use_utf8()
    try:
        text = _perform(parse(arguments))
    except SystemExit:  # argparse has written --help or --version
        text = ""
    except Undecided as reason:
        streams.deliver(reason.text)
        streams.complain(reason.sentence)
        return TROUBLE
    except (WrongUsage, MotwallError, KeyboardInterrupt) as reason:
        return _refused(reason)
    except Exception:  # noqa: BLE001 -- the contract: never a traceback on stderr
        return _own_up()
    if not streams.deliver(text):
        streams.complain(translate("Cli", "The output could not be written."))
        return TROUBLE
    return DONE


def _perform(arguments: argparse.Namespace) -> str:
    """Do what is asked; returns what is to be said on stdout."""
    # Imported here, each its own, so that --version and --help stay quick.
    match arguments.command:
        case "export":
            from motwall.cli.exporting import export  # noqa: PLC0415 -- see above

            return export(arguments)
        case "import":
            from motwall.cli.adding import import_source  # noqa: PLC0415 -- see above

            return import_source(arguments.file, arguments.source)
        case "merge":
            from motwall.cli.merging import merge_walls  # noqa: PLC0415 -- see above

            return merge_walls(arguments)
    return _about_one_wall(arguments)


def _about_one_wall(arguments: argparse.Namespace) -> str:
    from motwall.cli import walls  # noqa: PLC0415 -- as in _perform

    match arguments.command:
        case "new":
            return walls.new(arguments.file, arguments.template)
        case "templates":
            return walls.templates()
        case "info":
            return walls.info(arguments.file, is_json=arguments.is_json)
    return walls.check(arguments.file)


def _refused(reason: WrongUsage | MotwallError | KeyboardInterrupt) -> int:
    """Say why a command was not done; returns the exit code."""
    if isinstance(reason, MotwallError):
        from motwall.messages import message_for  # noqa: PLC0415 -- as in _perform

        streams.complain(message_for(reason))
        return WRONG_USAGE if isinstance(reason, UnknownTemplate) else TROUBLE
    if isinstance(reason, WrongUsage):
        streams.complain(str(reason))
        return WRONG_USAGE
    streams.complain(translate("Cli", "Stopped."))
    return TROUBLE


def _own_up() -> int:
    """Say that the fault is ours; returns the exit code."""
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exc()
    sentence = translate("Cli", "That is a fault of motwall, not yours; {variable}=1 shows where.")
    streams.complain(sentence.format(variable=DEBUG_VARIABLE))
    return TROUBLE
