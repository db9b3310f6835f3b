"""The full cards there are, and the ways to them. Whoever makes a card adds a line here."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from motwall.i18n import translate
from motwall.model.phases import Phase
from motwall.ui.commands import Command, Commands
from motwall.ui.full_cards import CardKind

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


#: Which of the cards of a workshop have a button beside the hint, and in which phases.
_LED_IN = {
    "scribe": (Phase.POST_ITS,),
    "coverage": (Phase.POST_ITS,),
    "vote": (Phase.PRIORITIES,),
}


def card_kinds() -> list[CardKind]:
    """All cards, in the order of the method."""
    return [*_leading(), *_judging(), *_improving(), *_following()]


def _leading() -> list[CardKind]:
    """From the welcome to the next date: what a facilitator needs beside the wall."""
    cards = (
        ("plan", "workshop.plan_card", translate("Commands", "Run a workshop"), "Ctrl+Alt+W"),
        (
            "teach",
            "teaching.teach_card",
            translate("Commands", "What is a moment of truth?"),
            "Ctrl+Alt+T",
        ),
        (
            "quiz",
            "teaching.quiz_card",
            translate("Commands", "Quiz: why customers leave"),
            "Ctrl+Alt+Q",
        ),
        ("scribe", "scribe.card", translate("Commands", "One of us types"), "Ctrl+Alt+N"),
        ("coverage", "coverage.card", translate("Commands", "What have we missed?"), "Ctrl+Alt+M"),
        ("vote", "voting.card", translate("Commands", "Vote on what matters most"), "Alt+V"),
        ("present", "present.card", translate("Commands", "Present"), "F5"),
        ("closing", "closing.card", translate("Commands", "Close the session"), "Ctrl+Alt+E"),
        ("rules", "facilitator.rules_card", translate("Commands", "House rules"), "Ctrl+Alt+R"),
    )
    icons = (
        "clock",
        "message",
        "help",
        "keyboard",
        "eye",
        "check",
        "maximize",
        "calendar",
        "users",
    )
    return [
        CardKind(
            name=name,
            module=f"motwall.ui.{module}",
            text=text,
            keys=(keys,),
            icon=icon,
            phases=_LED_IN.get(name, ()),
            is_of_workshop=True,
        )
        for (name, module, text, keys), icon in zip(cards, icons, strict=True)
    ]


def _judging() -> list[CardKind]:
    """What customers expect, what they get, and who saw it."""
    return [
        CardKind(
            name="alone",
            module="motwall.ui.alone.card",
            text=translate("Commands", "On my own: one question a screen"),
            keys=("Shift+F4",),
            icon="message",
        ),
        CardKind(
            name="assess",
            module="motwall.ui.assess.card",
            text=translate("Commands", "Assess the priorities"),
            keys=("F4",),
            phases=(Phase.ASSESS,),
            button_text=translate("Cards", "Assess one by one"),
            icon="face",
        ),
        CardKind(
            name="questions",
            module="motwall.ui.questions.card",
            text=translate("Commands", "Questions to ask"),
            keys=("Alt+Q",),
            phases=(Phase.ASSESS,),
            button_text=translate("Cards", "Questions"),
            is_of_moment=True,
            icon="help",
        ),
        CardKind(
            name="observations",
            module="motwall.ui.observations.card",
            text=translate("Commands", "Observations"),
            keys=("Alt+O",),
            is_of_moment=True,
            icon="eye",
        ),
    ]


def _improving() -> list[CardKind]:
    """From meeting to meeting: ideas and actions."""
    return [
        CardKind(
            name="sessions",
            module="motwall.ui.sessions.card",
            text=translate("Commands", "Sessions"),
            keys=("Ctrl+Shift+M",),
            icon="calendar",
        ),
        CardKind(
            name="collect_ideas",
            module="motwall.ui.possibilities.collect_card",
            text=translate("Commands", "Collect ideas"),
            keys=("F7",),
            phases=(Phase.IDEAS_AND_ACTIONS,),
            icon="plus",
        ),
        CardKind(
            name="sift_ideas",
            module="motwall.ui.possibilities.sift_card",
            text=translate("Commands", "Sift ideas: merit or park, cost and lift"),
            keys=("Shift+F7",),
            phases=(Phase.IDEAS_AND_ACTIONS,),
            button_text=translate("Cards", "Sift ideas"),
            icon="layout-grid",
        ),
        CardKind(
            name="action_list",
            module="motwall.ui.action_list.card",
            text=translate("Commands", "All actions"),
            keys=("Ctrl+F7",),
            phases=(Phase.IDEAS_AND_ACTIONS,),
            icon="check",
        ),
    ]


def _following() -> list[CardKind]:
    """Other views of the wall, and whether it gets better."""
    return [
        CardKind(
            name="list_view",
            module="motwall.ui.list_view.card",
            text=translate("Commands", "List of all moments"),
            keys=("Ctrl+L",),
            is_view=True,
            icon="list-details",
        ),
        CardKind(
            name="grid",
            module="motwall.ui.grid.card",
            text=translate("Commands", "Grid of steps and questions"),
            keys=("Ctrl+Alt+G",),
            is_view=True,
            icon="layout-rows",
        ),
        CardKind(
            name="ladder",
            module="motwall.ui.ladder.card",
            text=translate("Commands", "Small steps: the ladder"),
            keys=("Alt+L",),
            button_text=translate("Cards", "Small steps"),
            is_of_moment=True,
            icon="stairs",
        ),
        CardKind(
            name="measures",
            module="motwall.ui.measures.card",
            text=translate("Commands", "Measures and readings"),
            keys=("Alt+M",),
            button_text=translate("Cards", "Measures"),
            is_of_moment=True,
            icon="chart-line",
        ),
    ]


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
    """List the cards in a menu: other views of the wall, and a menu of the others."""
    menu.addSeparator()
    method = menu.addMenu(translate("Commands", "The method"))
    workshop = menu.addMenu(translate("Commands", "Workshop"))
    for one in card_kinds():
        place = workshop if one.is_of_workshop else method
        (menu if one.is_view else place).addAction(commands.action(one.name))
    workshop.addSeparator()
    workshop.addAction(commands.action("facilitator"))


class PhaseTools(QWidget):
    """Buttons beside the hint: the cards that belong to the phase.

    Those for a meeting that somebody leads are there while a workshop goes on: at rest the window
    stays as calm as it is.
    """

    def __init__(self, page: "WallPage") -> None:
        """Have a button for each card that belongs to a phase; `show_phase` chooses."""
        super().__init__()
        self._workshop = page.document.workshop
        self._phase = page.phase
        self._kinds = [one for one in card_kinds() if one.phases]
        self._buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        for one in self._kinds:
            button = QPushButton(one.button_text or one.text)
            button.clicked.connect(page.commands.action(one.name).trigger)
            row.addWidget(button)
            self._buttons[one.name] = button
        self._workshop.changed.connect(self._show)

    def show_phase(self, phase: Phase) -> None:
        """Show those of a phase."""
        self._phase = phase
        self._show()

    def _show(self) -> None:
        shown = [one for one in self._kinds if self._belongs(one)]
        for one in self._kinds:
            self._buttons[one.name].setVisible(one in shown)
        self.setVisible(bool(shown))

    def _belongs(self, one: CardKind) -> bool:
        return self._phase in one.phases and (not one.is_of_workshop or self._workshop.is_begun)
