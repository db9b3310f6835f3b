"""A few choices side by side, one of them chosen: buttons, for popups stop everybody's fingers."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton

from motwall.ui.flow import FlowBox

T = TypeVar("T")


class Chips(FlowBox, Generic[T]):
    """As many in a row as fit.

    Attributes:
        buttons: By what they stand for.
    """

    #: Another one was chosen.
    chosen = Signal()

    def __init__(self, name: str, choices: Mapping[T, str]) -> None:
        """Take what the choice is about, for those who hear it, and its words; the first is on."""
        super().__init__(4)
        self.setAccessibleName(name)
        self.buttons: dict[T, QPushButton] = {}
        group = QButtonGroup(self)
        for value, words in choices.items():
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty("kind", "chip")
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(lambda _is_on=False: self.chosen.emit())
            group.addButton(button)
            self.buttons[value] = button
        next(iter(self.buttons.values())).setChecked(True)
        self.set_widgets(list(self.buttons.values()))

    @property
    def value(self) -> T:
        """What is chosen."""
        return next(value for value, one in self.buttons.items() if one.isChecked())

    def show_value(self, value: T) -> None:
        """Have another one chosen, without a word about it."""
        self.buttons[value].setChecked(True)
