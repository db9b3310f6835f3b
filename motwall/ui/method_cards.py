"""The full cards there are, and the ways to them. Whoever makes a card adds a line here."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from motwall.model.phases import Phase
from motwall.ui.commands import Command, Commands
from motwall.ui.full_cards import CardKind

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


def card_kinds() -> list[CardKind]:
    """All cards, in the order of the method."""
    return []


def card_commands(page: "WallPage") -> list[Command]:
    """A command for each card."""
    return [
        Command(
            one.name,
            one.text,
            list(one.keys),
            partial(page.cards.open, one),
            is_editing=False,
            is_live_on_cards=True,
        )
        for one in card_kinds()
    ]


def add_cards_to_menu(menu: QMenu, commands: Commands) -> None:
    """List the cards in a menu."""
    menu.addSeparator()
    for one in card_kinds():
        menu.addAction(commands.action(one.name))


class PhaseTools(QWidget):
    """Buttons beside the hint: the cards that belong to the phase."""

    def __init__(self, page: "WallPage") -> None:
        """Have a button for each card that belongs to a phase; `show_phase` chooses."""
        super().__init__()
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 16, 0)
        row.setSpacing(8)
        for one in card_kinds():
            if one.phases:
                button = QPushButton(one.button_text or one.text)
                button.clicked.connect(page.commands.action(one.name).trigger)
                row.addWidget(button)
                self._buttons[one.name] = button

    def show_phase(self, phase: Phase) -> None:
        """Show those of a phase."""
        for one in card_kinds():
            if one.phases:
                self._buttons[one.name].setVisible(phase in one.phases)
        self.setVisible(any(phase in one.phases for one in card_kinds()))
