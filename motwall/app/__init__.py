"""The window's composition root: the only place beside the command line that knows everybody."""

from pathlib import Path

from motwall.app.collector import COLLECTOR


def hold_collector() -> None:
    """Collect no garbage until the first paint: the modules and items that are made all stay.

    `application.start` lets the collector go again; a sixth of the time to the first paint.
    """
    COLLECTOR.take_over()
    COLLECTOR.hold()


def run(path: Path | None = None) -> int:
    """Show the window, with a wall if one is given; returns the exit code of the program."""
    hold_collector()
    from motwall.app.application import run as run_application  # noqa: PLC0415 -- Qt takes its time

    return run_application(path)
