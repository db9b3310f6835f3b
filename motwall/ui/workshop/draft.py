"""A plan before it begins: in memory alone, to be changed freely."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from motwall.model.edits.agenda import Planned
from motwall.model.workshop import WorkshopPart, load
from motwall.model.workshop_plans import total

_CLOSE = "close"
#: Of a part that no plan has, minutes.
_USUAL = 5


class DraftPart(NamedTuple):
    """A part in the draft; `key` tells it from others."""

    key: str
    planned: Planned


class Draft:
    """The parts in their order.

    Attributes:
        parts: In the order of time.
        is_changed: Since it was taken from a plan.
    """

    def __init__(self) -> None:
        """Have no parts."""
        self.parts: list[DraftPart] = []
        self.is_changed = False
        self._count = 0

    @property
    def steps(self) -> tuple[Planned, ...]:
        """As a workshop begins with them."""
        return tuple(one.planned for one in self.parts)

    @property
    def minutes(self) -> int:
        """Of all parts together."""
        return total(self.steps)

    def take(self, steps: Iterable[Planned]) -> None:
        """Begin anew with a plan."""
        self.parts = [self._part(one) for one in steps]
        self.is_changed = False

    def give(self, key: str, minutes: int) -> None:
        """Let a part take so long."""
        place = self._place(key)
        planned = self.parts[place].planned._replace(minutes=minutes)
        self.parts[place] = DraftPart(key, planned)
        self.is_changed = True

    def move(self, key: str, way: int) -> None:
        """Let a part change places with the one before (-1) or after (1) it."""
        place = self._place(key)
        there = place + way
        if 0 <= there < len(self.parts):
            parts = self.parts
            parts[place], parts[there] = parts[there], parts[place]
            self.is_changed = True

    def leave_out(self, key: str) -> None:
        """Do without a part."""
        del self.parts[self._place(key)]
        self.is_changed = True

    def add(self, planned: Planned) -> None:
        """Add a part, before the close."""
        self.parts.insert(place_for(planned, self.steps), self._part(planned))
        self.is_changed = True

    def _part(self, planned: Planned) -> DraftPart:
        self._count += 1
        return DraftPart(str(self._count), planned)

    def _place(self, key: str) -> int:
        return next(place for place, one in enumerate(self.parts) if one.key == key)


def left_out(names: Iterable[str]) -> list[WorkshopPart]:
    """The parts of the workshop that are none of these, in its order."""
    known = set(names)
    return [one for one in load().parts if one.name not in known]


def usual_minutes(part: WorkshopPart) -> int:
    """What a part takes in the shortest plan that has it."""
    steps = [plan.step_of(part.name) for plan in load().plans]
    return min((one.minutes for one in steps if one is not None), default=_USUAL)


def place_for(planned: Planned, steps: Sequence[Planned]) -> int:
    """Where a part belongs: in the order of the workshop, one's own before the close."""
    order = {one.name: place for place, one in enumerate(load().parts)}
    if planned.part not in order:
        is_closed = bool(steps) and steps[-1].part == _CLOSE
        return len(steps) - is_closed
    wanted = order[planned.part]
    before = [place for place, one in enumerate(steps) if order.get(one.part, wanted) < wanted]
    return before[-1] + 1 if before else 0
