"""One more action, from the list of all: for which moment, what, who and when.

In Room a list with a key pad leaves no height for fields: there a tap on the moment leads to its
panel, which has them.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.order import all_moments, in_wall_order
from motwall.model.priorities import to_assess
from motwall.model.records import Moment, PlannedAction
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.panel.actions import AddAction
from motwall.ui.possibilities.moment_words import moment_words, shortened
from motwall.ui.small import hairline, label

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: More moments than these would be a list to search; their panels have a line for actions, too.
_MOST = 8
#: Of a note on its chip.
_MOST_LETTERS = 32


class NewAction(QWidget):
    """Hidden until it is asked for. In Room it only asks for which moment.

    Attributes:
        add: What, who and when.
        moments: The chip of each moment that may be meant, by its id; one is chosen.
    """

    #: In Room: write it beside this moment. Carries its id.
    moment_wanted = Signal(str)

    def __init__(self, page: "WallPage") -> None:
        """For the wall of a page."""
        super().__init__()
        self._page = page
        self._document = page.document
        self.add = AddAction(page.document)
        self.add.unread_left.connect(self._on_unread_left)
        self.moments: dict[str, QPushButton] = {}
        self._chips = FlowBox(spacing=6)
        # The keyboard may go there and back before the action is made.
        inside = self.add.layout()
        if isinstance(inside, QBoxLayout):
            inside.insertWidget(0, label(translate("Actions", "New action for"), "small"))
            inside.insertWidget(1, self._chips)
            inside.insertSpacing(2, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(hairline())
        column.addWidget(self.add)
        self.hide()

    def open(self) -> None:
        """Offer the moments of now, with the keyboard in the line."""
        offered = self._offered()
        if not offered:
            return
        self.moments = {one.id: self._chip(one) for one in offered}
        self._chips.set_widgets(list(self.moments.values()))
        is_room = self._page.room_mode.is_room
        self.add.line.setHidden(is_room)
        self.show()
        self._chips.arrange()
        if not is_room:
            self.add.show_moment(offered[0].id)
            self._choose(offered[0].id)
            self.add.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_moments(self) -> bool:
        """There is something that an action can be for."""
        return self._document.store.count(Moment) > 0

    def flush(self) -> bool:
        """Make an action of what is typed, if there is anything; whether nothing waits."""
        return self.add.flush()

    def _offered(self) -> list[Moment]:
        """The selected moment, the priorities, and those that have actions; else the first ones."""
        store = self._document.store
        chosen = [store.find(Moment, one) for one in self._page.selection.ids[:1]]
        having = in_wall_order(store, {one.moment_id for one in store.all(PlannedAction)})
        found = [one for one in (*chosen, *to_assess(store), *having) if one is not None]
        known = {one.id: one for one in found} or {one.id: one for one in all_moments(store)}
        return list(known.values())[:_MOST]

    def _chip(self, moment: Moment) -> QPushButton:
        chip = word_button(shortened(moment_words(moment), _MOST_LETTERS), "chip")
        chip.setCheckable(True)
        chip.clicked.connect(partial(self._choose, moment.id))
        return chip

    def _choose(self, moment_id: str, _is_checked: bool = False) -> None:
        if self._document.store.find(Moment, moment_id) is None:
            # It went meanwhile.
            self.open()
            return
        for one, chip in self.moments.items():
            chip.setChecked(one == moment_id)
        if self._page.room_mode.is_room:
            self.moment_wanted.emit(moment_id)
        else:
            self.add.move_to(moment_id)

    def _on_unread_left(self, _action_id: str, words: str) -> None:
        said = translate("Actions", "“{words}” is no day we can read; the action has none yet.")
        self._page.toast.say(said.format(words=words))
