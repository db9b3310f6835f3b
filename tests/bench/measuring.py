"""What the benches share: medians, tables, JSON."""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence


def median_of(run: Callable[[], float], times: int, warm: int = 1) -> float:
    """The median of several measurements in ms, after warm-ups that do not count."""
    for _ in range(warm):
        run()
    return statistics.median(run() for _ in range(times))


def timed(work: Callable[[], object]) -> float:
    """How long a call takes, ms."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def arguments(about: str) -> argparse.Namespace:
    """The arguments every bench takes."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--json", action="store_true", help="the same figures as JSON")
    parser.add_argument("--times", type=int, default=7, help="measurements a row")
    return parser.parse_args()


def show(rows: Sequence[dict[str, object]], *, as_json: bool) -> None:
    """Print rows as a table, or as JSON."""
    if as_json:
        sys.stdout.write(json.dumps(rows, indent=1) + "\n")
        return
    names = list(rows[0])
    widths = [max(len(name), *(len(_cell(row[name])) for row in rows)) for name in names]
    for line in (dict(zip(names, names, strict=True)), *rows):
        cells = (_cell(line[name]).ljust(width) for name, width in zip(names, widths, strict=True))
        sys.stdout.write("  ".join(cells).rstrip() + "\n")


def _cell(value: object) -> str:
    return f"{value:.2f}" if isinstance(value, float) else str(value)
