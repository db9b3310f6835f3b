"""What passes between `wall.py` and its child processes: a job, what was done, what was found."""

import pickle
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

#: The zoom (100 % is 1.0), and what lies at the top left corner of the viewport, px at 100 %.
Camera = tuple[float, float, float]
Point = tuple[float, float]
#: What is timed frame by frame, in this order.
PHASES = ("pan-fit", "zoom", "pan-100", "drag", "drag-fit")


@dataclass
class Series:
    """Frames of one kind, ms: until something was painted, and until all of it was."""

    first: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    #: Steps after which nothing was painted: there must be none, or nearly so.
    idle: int = 0


@dataclass
class DragPlan:
    """How a note was dragged: from where, and where the pointer went, px in the viewport."""

    camera: Camera
    note_id: str
    start: Point
    ways: list[Point] = field(default_factory=list)


@dataclass
class Plan:
    """What the program did, for the references to do the same.

    Attributes:
        viewport: Of the wall in its window: x, y, width, height.
        fit: The camera that has the whole wall in view.
        cameras: Of each frame of a phase, the first being where it began.
        drags: By phase.
    """

    viewport: tuple[int, int, int, int] = (0, 0, 0, 0)
    fit: Camera = (1.0, 0.0, 0.0)
    cameras: dict[str, list[Camera]] = field(default_factory=dict)
    drags: dict[str, DragPlan] = field(default_factory=dict)


@dataclass
class Job:
    """What a child process is to do.

    Attributes:
        who: "ours", "tiles" or "rects".
        kind: "frames": all phases named in `only`. "whole": open the wall with all of it in view.
        notes: How many the wall has.
        size: Of the window, px.
        folder: Where the child may write.
        wall: The wall's file; it will be changed.
        geometry: The database the references read; "ours" writes it.
        only: The phases.
        plan: For the references.
        is_profiled: Say where the time goes.
        is_in_cpu_time: Frames count the time of the processor, not that of the clock.
    """

    who: str
    kind: str
    notes: int
    size: tuple[int, int]
    folder: str
    wall: str
    geometry: str
    only: tuple[str, ...]
    plan: Plan = field(default_factory=Plan)
    is_profiled: bool = False
    is_in_cpu_time: bool = False


@dataclass
class Findings:
    """What a child process found; times in ms.

    Attributes:
        opening: Until something was painted, and until all was.
        silence: The longest the window did not answer, while it opened the wall and right after.
        memory: MB at the end.
        zooms: In words: how large the wall was shown "at fit".
        series: The frames, by phase; a phase that made no sense on this wall is missing.
        plan: What was done.
    """

    opening: tuple[float, float] = (0.0, 0.0)
    silence: tuple[float, float] = (0.0, 0.0)
    memory: float = 0.0
    zooms: str = ""
    series: dict[str, Series] = field(default_factory=dict)
    plan: Plan = field(default_factory=Plan)

    def add(self, name: str, series: Series | None) -> None:
        """Keep the frames of a phase, if there were any."""
        if series is not None:
            self.series[name] = series


def save(thing: Any, path: Path) -> None:  # noqa: ANN401 -- a Job or Findings, as `load` gives back
    """Write a job or findings for another process of ours."""
    path.write_bytes(pickle.dumps(thing))


def load(path: Path) -> Any:  # noqa: ANN401 -- see `save`
    """Read what another process of ours wrote."""
    return pickle.loads(path.read_bytes())


def median_and_p95(values: Sequence[float]) -> tuple[float, float]:
    """The median, and what 95 of 100 values stay under."""
    ordered = sorted(values)
    return statistics.median(ordered), ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
