"""Where notes can be dropped: what a gesture, a key or an import names, and an edit understands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lane:
    """The notes of one contact type, where the wall is arranged by types; None is plain paper."""

    contact_type_id: str | None


@dataclass(frozen=True, slots=True)
class StackTarget:
    """Into the stack of a step in one row, at a place from the top (0 is topmost).

    `row_id` None is the first row. With a `lane` rows do not matter: the note takes the lane's
    type, keeps its row, and the place is among the lane's notes of all rows.
    """

    step_id: str
    index: int
    row_id: str | None = None
    lane: Lane | None = None


@dataclass(frozen=True, slots=True)
class GapTarget:
    """Between two steps: a new step for every note, from that place of the timeline on.

    `stage_id` is the stage the new steps are meant for; between two steps of one stage they join it
    in any case, since a stage is a run of neighbours. The notes lie in the row `row_id` (None is
    the first), or each in the row it came from if `is_row_kept`, or with a `lane`, whose type they
    take.
    """

    index: int
    stage_id: str | None = None
    row_id: str | None = None
    lane: Lane | None = None
    is_row_kept: bool = False


@dataclass(frozen=True, slots=True)
class UnsortedTarget:
    """In the unsorted area: the top left corner of the first note, in mm from the area's own."""

    x: float
    y: float


Target = StackTarget | GapTarget | UnsortedTarget
