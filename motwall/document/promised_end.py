"""When a workshop should be over: as its plan said, whatever the clock did since then."""

from collections.abc import Sequence
from datetime import datetime

from motwall.model.agenda import MINUTE, current, ends_at
from motwall.model.records import AgendaItem


class PromisedEnd:
    """Holds the end that was planned when the clock first went, or when the rest was planned anew.

    More time for the part where the room is, a pause and a part that runs over all move the end; a
    change of what is still to come is a new plan, and with it a new promise.
    """

    def __init__(self) -> None:
        """Nothing is promised yet."""
        self.at: datetime | None = None
        self._to_come: dict[str, int] = {}

    def follow(self, items: Sequence[AgendaItem], now: datetime) -> None:
        """Look at the agenda as it is now."""
        here = current(items)
        to_come = {one.id: one.minutes for one in items if not one.is_over and one is not here}
        is_planned_anew = not to_come.items() <= self._to_come.items()
        self._to_come = to_come
        if here is None:
            self.at = None
        elif (self.at is None and here.started_at is not None) or (
            self.at is not None and is_planned_anew
        ):
            self.at = ends_at(items, now)

    def late(self, items: Sequence[AgendaItem], now: datetime) -> int:
        """How much later all ends than promised, whole minutes; 0 if it does not."""
        if self.at is None:
            return 0
        return max(0, int((ends_at(items, now) - self.at).total_seconds() // MINUTE))
