"""What the room chooses by hand where several moments share a place and not all of them fit in."""

from motwall.model.priorities import MOST, shortlisted
from motwall.model.records import VoteRound
from motwall.model.store import Store
from motwall.model.voting import tied, winners


class Picks:
    """No record before it is taken over; from then on the shortlist tells it.

    Attributes:
        ids: Of the moments chosen by hand.
    """

    def __init__(self) -> None:
        """Nothing is chosen."""
        self.ids: list[str] = []
        self._of = ""

    def recall(self, store: Store, shown: VoteRound) -> None:
        """Be about a round as it is now; of one that made the priorities, know what was chosen."""
        even = {one.id for one in tied(store, shown.id)}
        key = f"{shown.id}.{shown.closed_at}"
        if key != self._of:
            self._of = key
            if shown.closed_at is not None:
                listed = [one.id for one in shortlisted(store)]
                has_made = {one.id for one in winners(store, shown.id)} <= set(listed)
                self.ids = listed if has_made else []
        self.ids = [one for one in self.ids if one in even]

    def toggle(self, store: Store, shown: VoteRound, moment_id: str) -> None:
        """Choose one of them, or not any more; the first one chosen makes room if need be."""
        if moment_id in self.ids:
            self.ids.remove(moment_id)
        else:
            free = MOST - len(winners(store, shown.id))
            self.ids = [*self.ids, moment_id][-free:]
