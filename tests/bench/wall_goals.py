"""What the wall promises, and whether a run of `wall.py` kept it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Row = dict[str, object]
#: The goals are for this window, painted by the software renderer.
SIZE = "1920x1080"
#: The wall whose frames, memory and opening have goals of their own.
LARGE = 5_000
#: A frame at 60 a second, ms.
SMOOTH_MS = 16.7
PAN_AT_FIT = {1_000: 2.5, LARGE: 3.0, 20_000: 3.0}
PAN_FULL, ZOOM, OPEN = 2.0, 2.5, 2.5
DRAG_MS, SILENCE_MS, MEMORY_MB = 2.0, 100.0, 440.0


@dataclass(frozen=True)
class Goal:
    """One promise: a column of a row is at most so much."""

    words: str
    notes: int
    what: str
    column: str
    most: float


def goals(counts: Sequence[int]) -> Iterator[Goal]:
    """All goals that can be told from walls with so many notes."""
    for count in counts:
        if count in PAN_AT_FIT:
            yield Goal("pan at fit, x tiles", count, "pan-fit", "x tiles", PAN_AT_FIT[count])
    for count in counts:
        yield Goal("pan at 100 %, x tiles", count, "pan-100", "x tiles", PAN_FULL)
    for count in counts:
        yield Goal("zoom, x tiles", count, "zoom", "x tiles", ZOOM)
    for count in counts:
        yield Goal("drag at 100 %, median ms", count, "drag", "ms", DRAG_MS)
        yield Goal("drag at fit, median ms", count, "drag-fit", "ms", DRAG_MS)
    if LARGE in counts:
        for what in ("pan-fit", "pan-100", "drag", "drag-fit"):
            yield Goal(f"{what}, p95 ms", LARGE, what, "p95", SMOOTH_MS)
        yield Goal("memory after use, MB", LARGE, "memory MB", "ms", MEMORY_MB)
        yield Goal("open, x rects", LARGE, "open", "x rects", OPEN)
        yield Goal("no answer while it loads, ms", LARGE, "no answer", "p95", SILENCE_MS)
        yield Goal("no answer right after, ms", LARGE, "no answer after", "p95", SILENCE_MS)


def verdicts(rows: Sequence[Row], counts: Sequence[int]) -> list[Row]:
    """Each goal with its figure, and "met", "missed" or "not measured"."""
    known = {(row["notes"], row["what"]): row for row in rows if row["size"] == SIZE}
    found = []
    for goal in goals(counts):
        figure = known.get((goal.notes, goal.what), {}).get(goal.column)
        verdict = "not measured"
        if isinstance(figure, float):
            verdict = "met" if figure <= goal.most else "missed"
        found.append(
            {
                "goal": goal.words,
                "notes": goal.notes,
                "at most": goal.most,
                "found": figure,
                "verdict": verdict,
            }
        )
    return found
