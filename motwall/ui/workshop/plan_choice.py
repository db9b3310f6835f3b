"""Which plan to begin with: two that come along and those that somebody saved."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.clean_text import LINE_LIMIT
from motwall.model.edits.agenda import Planned
from motwall.model.errors import WallFileError
from motwall.model.workshop import load
from motwall.model.workshop_plans import OwnPlan, OwnPlansRead, steps_of
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.small import label
from motwall.ui.workshop.shelf import PlanShelf

#: Before the names of own plans, so that none is taken for one that comes along.
_OWN = "own/"


class PlanChoice(QWidget):
    """The plans as buttons, and a line to save one.

    Attributes:
        buttons: By name; own ones after "own/".
        line: The name for a plan to save.
        save: Saves it.
        delete: Deletes the plan that is chosen, if it is an own one.
        said: What is wrong with own plans.
    """

    #: A plan was chosen. Carries its steps.
    chosen = Signal(object)

    def __init__(
        self,
        find: Callable[[], PlanShelf] | None,
        steps: Callable[[], tuple[Planned, ...]],
    ) -> None:
        """Take where own plans are kept, if anywhere, and what tells the steps to save."""
        super().__init__()
        self._find = find
        self._steps = steps
        self._own: dict[str, OwnPlan] = {}
        self.name = ""
        self.buttons: dict[str, QPushButton] = {}
        self._flow = FlowBox(spacing=8)
        self.line = QLineEdit()
        self.line.setMaxLength(LINE_LIMIT)
        self.line.setAccessibleName(translate("Workshop", "Name for this plan"))
        self.line.setPlaceholderText(translate("Workshop", "Name for this plan"))
        self.save = word_button(translate("Workshop", "Save"), "")
        self.delete = word_button(translate("Workshop", "Delete this plan"), "link")
        self.said = label("", "bad", is_wrapped=True)
        self.saving = QWidget()
        self._arrange()
        self.line.textChanged.connect(self._show_save)
        self.line.returnPressed.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.delete.clicked.connect(self._on_delete)

    def read(self) -> None:
        """Look for own plans again; files may have come meanwhile."""
        own = self._find().read() if self._find is not None else OwnPlansRead()
        self._own = {_OWN + one.name: one for one in own.plans}
        names = {one.name: one.title for one in load().plans}
        names |= {key: one.title for key, one in self._own.items()}
        self.buttons = {name: self._button(name, title) for name, title in names.items()}
        self._flow.set_widgets(list(self.buttons.values()))
        self._say("\n".join(message_for(one) for one in own.unread))
        self._show_chosen()

    def choose(self, name: str) -> None:
        """Turn to a plan."""
        self.name = name
        own = self._own.get(name)
        self._show_chosen()
        self.chosen.emit(own.steps if own is not None else steps_of(load().plan(name)))

    def _arrange(self) -> None:
        row = QHBoxLayout(self.saving)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.save)
        if self._find is None:
            self.saving.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._flow)
        column.addWidget(self.delete)
        column.addWidget(self.said)
        self._show_save()
        self._say("")

    def _button(self, name: str, title: str) -> QPushButton:
        button = word_button(title, "chip")
        button.setCheckable(True)
        button.clicked.connect(partial(self._on_chosen, name))
        return button

    def _on_chosen(self, name: str, _is_checked: bool = False) -> None:
        self.choose(name)

    def _show_chosen(self) -> None:
        for name, button in self.buttons.items():
            button.setChecked(name == self.name)
        self.delete.setVisible(self.name in self._own)

    def _show_save(self) -> None:
        self.save.setEnabled(bool(self.line.text().strip()) and bool(self._steps()))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _on_save(self) -> None:
        title = " ".join(self.line.text().split())
        if self._find is None or not title or not self._steps():
            return
        try:
            kept = self._find().keep(OwnPlan("", title, self._steps()))
        except WallFileError as error:
            self._say(message_for(error))
            return
        self.line.clear()
        self.name = _OWN + kept.name
        self.read()

    def _on_delete(self) -> None:
        own = self._own.get(self.name)
        if self._find is None or own is None:
            return
        try:
            self._find().delete(own.name)
        except WallFileError as error:
            self._say(message_for(error))
            return
        self.name = ""
        self.read()
