"""One more action, from the list of all: for which moment, what, who and when.

Ideas with merit that nobody has planned yet are there to be taken: a click makes one an action.

In Room a list with a key pad leaves no height for fields: there a tap on the moment leads to its
panel, which has them.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.action_list import ideas_to_plan, likely_moments
from motwall.model.edits.actions import add_action_from_idea
from motwall.model.order import all_moments
from motwall.model.patch import Patch
from motwall.model.records import Idea, Moment, PlannedAction
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.panel.actions import AddAction
from motwall.ui.possibilities.moment_words import moment_words, shortened
from motwall.ui.small import hairline, label, plain_tip

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: More moments than these would be a list to search; their panels have a line for actions, too.
_MOST = 8
#: Of a note on its chip.
_MOST_LETTERS = 32


def plan_idea(document: Document, idea_id: str) -> str:
    """Make an action of an idea; returns its id, "" if it was not made."""
    idea = document.store.find(Idea, idea_id)
    if idea is None:
        return ""
    new_id = document.clock.new_id()
    patch = add_action_from_idea(document.store, idea_id, new_id, document.session_id)
    selected = Selected((idea.moment_id,), (idea.moment_id,))
    return new_id if document.push(patch, f"action.{idea_id}", selected) else ""


class NewAction(QWidget):
    """Hidden until it is asked for. In Room it only asks for which moment.

    Attributes:
        add: What, who and when.
        moments: The chip of each moment that may be meant, by its id; one is chosen.
        ideas: The chip of each idea of that moment that an action can be made of, by its id.
    """

    #: An action was made of an idea. Carries the action's id.
    made = Signal(str)

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
        self.ideas: dict[str, QPushButton] = {}
        self._moment_id = ""
        self._chips, self._idea_chips = FlowBox(spacing=6), FlowBox(spacing=6)
        # Above the notes, which stay where they are while one after the other is chosen.
        self._idea_box = QWidget()
        self._ideas_for = label("", "small")
        # The keyboard may go there and back before the action is made.
        inside = self.add.layout()
        if isinstance(inside, QBoxLayout):
            inside.insertWidget(0, label(translate("Actions", "New action for"), "small"))
            inside.insertWidget(1, self._chips)
            inside.insertSpacing(2, 6)
        around = QVBoxLayout(self._idea_box)
        around.setContentsMargins(0, 0, 0, 4)
        around.setSpacing(4)
        around.addWidget(self._ideas_for)
        around.addWidget(self._idea_chips)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(hairline())
        column.addWidget(self._idea_box)
        column.addWidget(self.add)
        self._document.changed.connect(self._on_changed)
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
        self._moment_id = ""
        self._show_ideas()
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
        """The selected moment, and those that an action is likely for; else the first ones."""
        store = self._document.store
        chosen = [store.find(Moment, one) for one in self._page.selection.ids[:1]]
        found = [one for one in (*chosen, *likely_moments(store)) if one is not None]
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
            self._moment_id = moment_id
            self._show_ideas()

    def _show_ideas(self) -> None:
        found = ideas_to_plan(self._document.store, self._moment_id)[:_MOST]
        if [one.id for one in found] != list(self.ideas):
            self.ideas = {one.id: self._idea_chip(one) for one in found}
            self._idea_chips.set_widgets(list(self.ideas.values()))
        self._idea_box.setVisible(bool(found))
        moment = self._document.store.find(Moment, self._moment_id)
        if found and moment is not None:
            words = translate("Actions", "Ideas with merit for “{note}”: make one an action")
            note = shortened(moment_words(moment), _MOST_LETTERS)
            self._ideas_for.setText(words.format(note=note))

    def _idea_chip(self, idea: Idea) -> QPushButton:
        chip = word_button(shortened(idea.text, _MOST_LETTERS), "chip")
        chip.setToolTip(plain_tip(idea.text))
        chip.clicked.connect(partial(self._plan, idea.id))
        return chip

    def _plan(self, idea_id: str, _is_checked: bool = False) -> None:
        action_id = plan_idea(self._document, idea_id)
        if action_id:
            self.made.emit(action_id)

    def _on_changed(self, patch: Patch) -> None:
        is_ours = patch.touches(Idea) or patch.touches(PlannedAction)
        if is_ours and not self.isHidden():
            self._show_ideas()

    def _on_unread_left(self, _action_id: str, words: str) -> None:
        said = translate("Actions", "“{words}” is no day we can read; the action has none yet.")
        self._page.toast.say(said.format(words=words))
