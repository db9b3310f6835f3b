"""Where notes can be dropped: what a gesture, a key or an import names, and an edit understands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class StackTarget:
    """Into the stack of a step, at a place from the top (0 is topmost)."""

    step_id: str
    index: int


@dataclass(frozen=True, slots=True)
class GapTarget:
    """Between two steps: a new step for every note, from that place of the timeline on.

    `stage_id` is the stage the new steps are meant for; between two steps of one stage they join it
    in any case, since a stage is a run of neighbours.
    """

    index: int
    stage_id: str | None = None


@dataclass(frozen=True, slots=True)
class UnsortedTarget:
    """In the unsorted area: the top left corner of the first note, in mm from the area's own."""

    x: float
    y: float


Target = StackTarget | GapTarget | UnsortedTarget
