"""The handout sheet: what to print, on which paper; it floats over the wall, blocking nothing."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.export.options import Pages, Paper, Rows
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.floating_card import REACH_TOP
from motwall.ui.theme import BODY

WIDTH = 320
#: Between the sheet and its button, and kept free at the edges of the page, pixels.
_APART, _EDGE = 6, 8


class Output(StrEnum):
    """What to make of a wall."""

    PDF = "pdf"
    PNG = "png"
    JSON = "json"
    PRINT = "print"


@dataclass(frozen=True, slots=True)
class HandoutChoice:
    """What was chosen."""

    output: Output
    pages: tuple[Pages, ...]
    paper: Paper
    rows: Rows
    is_ink_saver: bool


class HandoutSheet(QFrame):
    """Check boxes for the parts, buttons for the ways out."""

    #: Something is to be made. Carries a HandoutChoice.
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        """Float over a parent, hidden."""
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setFixedWidth(WIDTH)
        self.parts = {
            Pages.FORM: QCheckBox(translate("Handouts", "Planning form")),
            Pages.WALL: QCheckBox(translate("Handouts", "The wall, with its legend")),
            Pages.ACTIONS: QCheckBox(translate("Handouts", "Action plan, by owner")),
            Pages.LADDERS: QCheckBox(translate("Handouts", "Ladders and measures, if any")),
        }
        self.is_filled_only = QCheckBox(
            translate("Handouts", "Leave out moments with nothing filled in")
        )
        self.is_ink_saver = QCheckBox(
            translate("Handouts", "Save ink: white notes, coloured strips")
        )
        self.papers: dict[Paper, QPushButton] = {}
        self.buttons: dict[Output, QPushButton] = {}
        self._build()
        self.hide()

    def open_below(self, anchor: QWidget) -> None:
        """Show the sheet under a button, or hide it when it is shown."""
        self._open(anchor, has_dialogs=True)

    def open_above(self, anchor: QWidget) -> None:
        """The same in Room, over a post, with nothing on it that asks in a dialog."""
        self._open(anchor, has_dialogs=False)

    def _open(self, anchor: QWidget, *, has_dialogs: bool) -> None:
        if not self.isHidden():
            self.hide()
            return
        self.buttons[Output.PRINT].setVisible(has_dialogs)
        self.setFixedWidth(round(WIDTH * self.font().pixelSize() / BODY))
        self.adjustSize()
        parent = self.parentWidget()
        if parent is not None:
            corner = anchor.mapTo(parent, anchor.rect().bottomRight())
            top = corner.y() + _APART
            if top + self.height() > parent.height() - _EDGE:
                above = anchor.mapTo(parent, anchor.rect().topLeft()).y() - self.height() - _APART
                least = int(parent.property(REACH_TOP) or _EDGE)
                top = min(max(above, least), parent.height() - self.height() - _EDGE)
            self.move(max(_EDGE, corner.x() - self.width()), top)
        self.show()
        self.raise_()
        self.buttons[Output.PDF].setFocus(Qt.FocusReason.PopupFocusReason)

    def choice(self, output: Output) -> HandoutChoice:
        """What is chosen now, for one way out."""
        pages = tuple(part for part, box in self.parts.items() if box.isChecked())
        paper = next(one for one, button in self.papers.items() if button.isChecked())
        rows = Rows.FILLED if self.is_filled_only.isChecked() else Rows.ALL
        return HandoutChoice(output, pages, paper, rows, self.is_ink_saver.isChecked())

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(6)
        column.addWidget(_label(translate("Handouts", "Handouts"), "title"))
        for box in self.parts.values():
            box.setChecked(True)
            box.toggled.connect(self._check)
            column.addWidget(box)
        column.addSpacing(8)
        column.addWidget(_label(translate("Handouts", "Paper"), "label"))
        column.addLayout(self._paper_row())
        column.addSpacing(4)
        column.addWidget(self.is_filled_only)
        self.is_ink_saver.setChecked(True)
        column.addWidget(self.is_ink_saver)
        column.addSpacing(10)
        self._add_button(column, Output.PDF, translate("Handouts", "Save as PDF…"), "primary")
        self._add_button(column, Output.PRINT, translate("Handouts", "Print…"))
        column.addSpacing(8)
        column.addWidget(_label(translate("Handouts", "Other ways out"), "label"))
        row = QHBoxLayout()
        self._add_button(row, Output.PNG, translate("Handouts", "Picture (PNG)…"))
        self._add_button(row, Output.JSON, translate("Handouts", "All data (JSON)…"))
        column.addLayout(row)

    def _paper_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        group = QButtonGroup(self)
        names = {Paper.A4: "A4", Paper.LETTER: "Letter", Paper.A3: "A3"}
        for paper, name in names.items():
            button = QPushButton(name)
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            group.addButton(button)
            row.addWidget(button)
            self.papers[paper] = button
        row.addStretch(1)
        self.papers[Paper.A4].setChecked(True)
        return row

    def _add_button(
        self, layout: QVBoxLayout | QHBoxLayout, output: Output, words: str, kind: str = ""
    ) -> None:
        button = QPushButton(words)
        button.setMinimumHeight(34)
        if kind:
            button.setProperty("kind", kind)
        button.clicked.connect(lambda: self._choose(output))
        layout.addWidget(button)
        self.buttons[output] = button

    def _choose(self, output: Output) -> None:
        self.hide()
        self.chosen.emit(self.choice(output))

    def _check(self) -> None:
        has_pages = any(box.isChecked() for box in self.parts.values())
        self.buttons[Output.PDF].setEnabled(has_pages)
        self.buttons[Output.PRINT].setEnabled(has_pages)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
