"""The program: a command goes to `cli`, anything else opens the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from motwall.cli import COMMANDS
from motwall.importing import HIDDEN


def main(argv: Sequence[str] | None = None) -> int:
    """Run motwall; returns the exit code.

    Args:
        argv: The arguments without the program's name; those of the process by default.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == [HIDDEN]:
        # A process of our own, see the module: neither window nor parser.
        from motwall.importing.child import run as read_for_import  # noqa: PLC0415

        return read_for_import(arguments[1:])
    # Imported here, one or the other: commands need no display, the window no parser.
    if not is_for_window(arguments):
        from motwall.cli.main import run  # noqa: PLC0415 -- see above

        return run(arguments)
    from motwall.app import run as open_window  # noqa: PLC0415 -- see above

    return open_window(Path(arguments[-1]) if arguments not in ([], ["--"]) else None)


def is_for_window(arguments: Sequence[str]) -> bool:
    """Whether there is at most one argument, a wall: after -- it may have any name."""
    if arguments[:1] == ["--"]:
        return len(arguments) <= len(["--", "FILE"])
    if not arguments:
        return True
    return len(arguments) == 1 and not arguments[0].startswith("-") and arguments[0] not in COMMANDS


if __name__ == "__main__":
    sys.exit(main())
