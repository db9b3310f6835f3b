"""The way from priority to priority, and across: the foot of both cards of possibilities."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton

from motwall.i18n import translate
from motwall.model.diverging import moments_to_improve
from motwall.model.note_look import priority_numbers
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.ui.full_card import FullCard
from motwall.ui.small import label

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Fields of moments that say which moments are shown, and in which order.
_CHOOSING = ("is_ticked", "shortlist_rank", "step_id", "row_id", "rank", "x", "y")


class MomentWalk(QObject):
    """Knows the moment that is shown; its buttons stand in the foot of a card.

    The moment shown is selected, so that the wall, the panel and the other cards show it too.

    Attributes:
        across: The button to the other card of possibilities, for the same moment.
    """

    #: Another moment is about to be shown: commit what is typed for this one.
    leaving = Signal()
    #: Another moment is shown now, or none.
    moved = Signal()

    def __init__(self, card: FullCard, page: "WallPage", across: tuple[str, str]) -> None:
        """Put the buttons into the foot of a card.

        Args:
            card: Whose foot.
            page: Whose wall, and whose command leads across.
            across: The command's name, and what its button says.
        """
        super().__init__(card)
        self._document = page.document
        self._selection = page.selection
        self._ids: list[str] = []
        self._is_all = False
        self.moment_id = ""
        self.before = QPushButton(translate("Possibilities", "Previous"))
        self.after = QPushButton(translate("Possibilities", "Next"))
        self._place = label("", "quiet")
        self.before.clicked.connect(lambda: self.go(-1))
        self.after.clicked.connect(lambda: self.go(1))
        command, words = across
        self.across = QPushButton(words)
        self.across.clicked.connect(lambda: page.commands.action(command).trigger())
        for one in (self.before, self._place, self.after, self.across):
            card.add_to_foot(one)

    @property
    def moment(self) -> Moment | None:
        """The moment that is shown."""
        return self._document.store.find(Moment, self.moment_id)

    @property
    def ids(self) -> tuple[str, ...]:
        """All the moments that the way leads to."""
        return tuple(self._ids)

    def begin(self) -> None:
        """Show the selected moment, or the first priority."""
        self.begin_at(self._selection.current_id or self.moment_id)

    def begin_at(self, asked: str) -> None:
        """Show a moment; the first priority if it is none."""
        self._ids = [one.id for one in moments_to_improve(self._document.store, asked)]
        self._show(asked if asked in self._ids else self._first())

    def show_all(self, *, is_all: bool) -> None:
        """All the moments are shown together: there is none to go to; or one of them again."""
        self._is_all = is_all
        self._show_place()

    def go(self, way: int) -> None:
        """Show the next moment (1) or the one before (-1)."""
        if self.moment_id in self._ids:
            place = self._ids.index(self.moment_id) + way
            if 0 <= place < len(self._ids):
                self._show(self._ids[place])

    def follow(self, patch: Patch) -> None:
        """Priorities or the moment itself may have changed."""
        if not patch.touches(Moment, *_CHOOSING):
            return
        place = self._ids.index(self.moment_id) if self.moment_id in self._ids else 0
        moments = moments_to_improve(self._document.store, self.moment_id)
        self._ids = [one.id for one in moments]
        if self.moment_id in self._ids:
            self._show_place()
        else:
            last = len(self._ids) - 1
            self._show(self._ids[min(place, last)] if self._ids else "")

    def number_of(self, moment_id: str) -> str:
        """Such as "P2"; "" for what is no priority."""
        number = priority_numbers(self._document.store).get(moment_id)
        return f"P{number}" if number else ""

    def _first(self) -> str:
        return self._ids[0] if self._ids else ""

    def _show(self, moment_id: str) -> None:
        self.leaving.emit()
        self.moment_id = moment_id
        if moment_id and self._selection.current_id != moment_id:
            self._selection.set([moment_id])
        self._show_place()
        self.moved.emit()

    def _show_place(self) -> None:
        place = self._ids.index(self.moment_id) if self.moment_id in self._ids else -1
        self.before.setEnabled(place > 0)
        self.after.setEnabled(0 <= place < len(self._ids) - 1)
        for button in (self.before, self.after):
            button.setVisible(not self._is_all)
        self._place.setText(self._place_words())

    def _place_words(self) -> str:
        numbers = priority_numbers(self._document.store)
        number = numbers.get(self.moment_id)
        if self._is_all and numbers:
            return translate("Possibilities", "All %n priorit(y|ies)", count=len(numbers))
        if number:
            words = translate("Possibilities", "Priority {number} of {count}")
            return words.format(number=number, count=len(numbers))
        return translate("Possibilities", "No priority") if self.moment_id else ""
