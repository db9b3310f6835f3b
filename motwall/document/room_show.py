"""What the people in the room are shown while somebody leads them from another window.

It belongs to the visit and is not kept in the file; what a vote or the quiz has revealed is.
"""

from PySide6.QtCore import QObject, Signal


class RoomShow(QObject):
    """What the facilitator brings to the room: a card, one moment, what was covered until now.

    Nothing is covered while `is_hiding` is off: at rest there is nobody to hide anything from.
    """

    #: Another moment is in the light, or something else is covered.
    changed = Signal()
    #: The room should see a full card. Carries its name (`ui.method_cards`); "" for the wall.
    card_wanted = Signal(str)

    def __init__(self) -> None:
        """Cover nothing."""
        super().__init__()
        self._is_hiding = False
        self._spotlit: str | None = None
        self._revealed: set[str] = set()
        self._voter = 0

    @property
    def is_hiding(self) -> bool:
        """What comes later is covered until it is revealed."""
        return self._is_hiding

    @property
    def spotlit(self) -> str | None:
        """The moment that everybody should look at; all others step back."""
        return self._spotlit

    def set_hiding(self, *, is_hiding: bool) -> None:
        """Cover what comes later, or nothing; what was revealed stays so."""
        if is_hiding != self._is_hiding:
            self._is_hiding = is_hiding
            self.changed.emit()

    def spotlight(self, moment_id: str | None) -> None:
        """Turn everybody's eyes to one moment; None lets go of it."""
        if moment_id != self._spotlit:
            self._spotlit = moment_id
            self.changed.emit()

    @property
    def voter(self) -> int:
        """Whose turn it is to vote, from 1; 0 while nobody said so."""
        return self._voter

    def set_voter(self, person: int) -> None:
        """Pass the vote on to a person, in all windows; 0 forgets whose turn it was."""
        if person != self._voter:
            self._voter = person
            self.changed.emit()

    def is_covered(self, part: str) -> bool:
        """Whether a part is not to be seen yet; its name is its owner's, such as "ultimate"."""
        return self._is_hiding and part not in self._revealed

    def was_revealed(self, part: str) -> bool:
        """Whether somebody revealed a part, also where nothing is hidden by itself."""
        return part in self._revealed

    def reveal(self, part: str) -> None:
        """Let a part be seen."""
        if part not in self._revealed:
            self._revealed.add(part)
            self.changed.emit()

    def cover(self, part: str) -> None:
        """Hide a part again."""
        if part in self._revealed:
            self._revealed.discard(part)
            self.changed.emit()

    def show_card(self, name: str) -> None:
        """Bring a full card to the room's screen; "" brings the wall."""
        self.card_wanted.emit(name)
