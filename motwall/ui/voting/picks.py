"""What the room chooses by hand: how many, and which of several that share the last place."""

from motwall.model.priorities import shortlisted
from motwall.model.records import VoteRound
from motwall.model.store import Store
from motwall.model.voting import chosen, offered_numbers, tied, usual_number, winners
from motwall.ui.voting.head import tie_words


class Picks:
    """No record before it is taken over; from then on the shortlist tells it.

    Attributes:
        ids: Of the moments chosen by hand.
        number: How many become priorities.
    """

    def __init__(self) -> None:
        """Nothing is chosen."""
        self.ids: list[str] = []
        self.number = 0
        self._round_id = ""
        self._of = ""
        self._is_said = False

    def recall(self, store: Store, shown: VoteRound) -> None:
        """Be about a round as it is now; of one that made the priorities, know what was chosen."""
        if shown.id != self._round_id:
            self._round_id, self._is_said = shown.id, False
        if not self._is_said or self.number not in offered_numbers(store, shown.id):
            self.number = usual_number(store, shown.id)
        key = f"{shown.id}.{shown.closed_at}"
        if key != self._of:
            self._of = key
            if shown.closed_at is not None:
                self._recall_made(store, shown.id)
        even = {one.id for one in tied(store, shown.id, self.number)}
        self.ids = [one for one in self.ids if one in even]

    def _recall_made(self, store: Store, round_id: str) -> None:
        """What was chosen, if the shortlist is what the round made of it."""
        listed = [one.id for one in shortlisted(store)]
        for number in offered_numbers(store, round_id):
            if {one.id for one in chosen(store, round_id, listed, number)} == set(listed):
                self.say_number(number)
                break
        has_made = {one.id for one in winners(store, round_id, self.number)} <= set(listed)
        self.ids = listed if has_made else []

    def standing(self, store: Store, shown: VoteRound) -> str:
        """That a place is shared and some are still to be chosen by hand; "" if not so."""
        sure, even = (len(one(store, shown.id, self.number)) for one in (winners, tied))
        if even and sure + len(self.ids) < self.number:
            return tie_words(even, self.number - sure, sure + 1)
        return ""

    def say_number(self, number: int) -> None:
        """Let so many become priorities."""
        self.number, self._is_said = number, True

    def toggle(self, store: Store, shown: VoteRound, moment_id: str) -> None:
        """Choose one of them, or not any more; the first one chosen makes room if need be."""
        if moment_id in self.ids:
            self.ids.remove(moment_id)
        else:
            free = self.number - len(winners(store, shown.id, self.number))
            self.ids = [*self.ids, moment_id][-free:]
