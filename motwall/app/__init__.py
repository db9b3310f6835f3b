"""The window's composition root: the only place beside the command line that knows everybody."""

from pathlib import Path


def run(path: Path | None = None) -> int:
    """Show the window, with a wall if one is given; returns the exit code of the program."""
    from motwall.app.application import run as run_application  # noqa: PLC0415 -- Qt takes its time

    return run_application(path)
