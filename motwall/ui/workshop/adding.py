"""More parts for a plan: those of the workshop that it leaves out, and one of somebody's own."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.clean_text import LINE_LIMIT
from motwall.model.edits.agenda import Planned
from motwall.model.workshop import WorkshopPart
from motwall.ui.choices import word_button
from motwall.ui.flow import FlowBox
from motwall.ui.small import label
from motwall.ui.workshop.draft import usual_minutes
from motwall.ui.workshop.stepper import Stepper

#: A part of one's own, minutes.
_USUAL = 10


class Adding(QWidget):
    """A line with minutes and a button, and a button for each part that is left out.

    Attributes:
        line: The title of a part of somebody's own.
        stepper: Its minutes.
        button: Adds it.
        left_out: The others, by name.
    """

    #: A part is wanted. Carries it as Planned.
    added = Signal(object)

    def __init__(self) -> None:
        """Offer nothing yet but a part of somebody's own."""
        super().__init__()
        name = translate("Workshop", "A part of your own")
        self.line = QLineEdit()
        self.line.setMaxLength(LINE_LIMIT)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(translate("Workshop", "Its title"))
        self.stepper = Stepper(name)
        self.stepper.show_minutes(_USUAL)
        self.button = word_button(translate("Workshop", "Add"), "")
        self.left_out: dict[str, QPushButton] = {}
        self._parts: Sequence[WorkshopPart] = ()
        self._flow = FlowBox(spacing=8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.stepper)
        row.addStretch(1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(name, "strong"))
        column.addWidget(self.line)
        column.addLayout(row)
        column.addWidget(self._flow)
        self.line.returnPressed.connect(self._add)
        self.button.clicked.connect(self._add)
        self.line.textChanged.connect(self._show_button)
        self._show_button()

    def show_left_out(self, parts: Sequence[WorkshopPart]) -> None:
        """Offer these parts."""
        if list(parts) == list(self._parts):
            return
        self._parts = list(parts)
        self.left_out = {}
        for one in parts:
            words = translate("Workshop", "+ {part}").format(part=one.title)
            button = word_button(words, "chip")
            planned = Planned(one.name, one.title, usual_minutes(one))
            button.clicked.connect(partial(self._offer, planned))
            self.left_out[one.name] = button
        self._flow.set_widgets(list(self.left_out.values()))
        self._flow.setVisible(bool(parts))

    def _offer(self, planned: Planned, _is_checked: bool = False) -> None:
        self.added.emit(planned)

    def _show_button(self) -> None:
        self.button.setEnabled(bool(self.line.text().strip()))

    def _add(self) -> None:
        title = self.line.text().strip()
        if title:
            self.stepper.take()
            self.line.clear()
            self.added.emit(Planned("", title, self.stepper.minutes))
