"""What the room is shown: a card or the wall, what was hidden until now, one moment of all."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.records import Moment
from motwall.ui.choices import word_button
from motwall.ui.facilitator.covering import parts_of
from motwall.ui.flow import FlowBox
from motwall.ui.method_cards import card_kinds
from motwall.ui.small import ElidedLabel, label

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: The card of the house rules is always at hand, and the wall, which has no name.
RULES, WALL = "rules", ""


class ShowPart(QWidget):
    """The bottom of the facilitator's pane.

    Attributes:
        cards: A button for each card to show, by its name; "" is the wall.
        parts: A button for each part that can be revealed, by its name.
    """

    def __init__(self, page: "WallPage", room_page: "WallPage") -> None:
        """Lead the room's page; the note to look at is the one selected on the own page."""
        super().__init__()
        self._page = page
        self._room_page = room_page
        self._show = page.document.room_show
        self._run = page.document.workshop
        self.cards: dict[str, QPushButton] = {}
        self.parts: dict[str, QPushButton] = {}
        self._card_row = FlowBox(spacing=6)
        self._part_row = FlowBox(spacing=6)
        self._parts_now: list[tuple[str, str]] = []
        self.hides = QCheckBox(translate("Facilitator", "Hide what comes later"))
        self.spotlit = ElidedLabel("quiet")
        self.light = QPushButton()
        self._arrange()
        self._connect()
        self.show_now()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(translate("Facilitator", "Show in the room"), "label"))
        column.addWidget(self._card_row)
        column.addWidget(self._part_row)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.spotlit, 1)
        row.addWidget(self.light)
        column.addLayout(row)
        column.addWidget(self.hides)
        column.addStretch(1)

    def _connect(self) -> None:
        self.light.clicked.connect(self._turn_light)
        self.hides.toggled.connect(self._on_hides)
        self._show.changed.connect(self.show_now)
        self._run.changed.connect(self.show_now)
        # Nobody tells when the card goes on to its next page.
        self._run.ticked.connect(self.show_parts)
        self._room_page.cards.changed.connect(self.show_now)
        self._page.selection.changed.connect(self._show_light)
        self._page.document.changed.connect(self._show_light)

    def show_now(self) -> None:
        """Show what there is to show, and what is shown."""
        self._show_cards()
        self.show_parts()
        self._show_light()
        self.hides.setChecked(self._show.is_hiding)

    # --- cards ---

    def _wanted(self) -> list[str]:
        """The names of the cards to offer: of the part, and those that are always of use."""
        here = self._run.current
        part = self._run.part_of(here) if here is not None else None
        names = part.cards if part is not None else ()
        known = {one.name for one in card_kinds()}
        return [WALL, *(one for one in names if one in known and one != RULES), RULES]

    def _show_cards(self) -> None:
        wanted = self._wanted()
        if wanted != list(self.cards):
            words = {one.name: one.button_text or one.text for one in card_kinds()}
            words[WALL] = translate("Facilitator", "The wall")
            self.cards = {}
            for name in wanted:
                button = word_button(words[name], "chip")
                button.setCheckable(True)
                button.clicked.connect(partial(self._show_card, name))
                self.cards[name] = button
            self._card_row.set_widgets(list(self.cards.values()))
        shown = self._room_page.cards.current_name
        for name, button in self.cards.items():
            button.setChecked(name == shown)

    def _show_card(self, name: str, _is_checked: bool = False) -> None:
        self._show.show_card(name)
        self._show_cards()

    # --- what is hidden ---

    def show_parts(self) -> None:
        """Offer what the card in the room can reveal now."""
        parts = parts_of(self._room_page) if self._show.is_hiding else []
        if parts != self._parts_now:
            self._parts_now = parts
            self.parts = {}
            for name, _words in parts:
                self.parts[name] = word_button("", "chip")
                self.parts[name].setCheckable(True)
                self.parts[name].clicked.connect(partial(self._turn_part, name))
            self._part_row.set_widgets(list(self.parts.values()))
        for name, words in parts:
            is_covered = self._show.is_covered(name)
            say = (
                translate("Facilitator", "Reveal: {part}")
                if is_covered
                else translate("Facilitator", "Revealed: {part}")
            )
            self.parts[name].setText(say.format(part=words).replace("&", "&&"))
            self.parts[name].setChecked(not is_covered)
        self._part_row.setVisible(bool(parts))
        self._part_row.arrange()

    def _turn_part(self, name: str, _is_checked: bool = False) -> None:
        if self._show.is_covered(name):
            self._show.reveal(name)
        else:
            self._show.cover(name)

    def _on_hides(self, is_on: bool) -> None:
        self._show.set_hiding(is_hiding=is_on)

    # --- one moment ---

    def _show_light(self) -> None:
        store = self._page.document.store
        lit = store.find(Moment, self._show.spotlit)
        chosen = store.find(Moment, self._chosen)
        self.light.setEnabled(lit is not None or chosen is not None)
        if lit is not None:
            words = translate("Facilitator", "All look at: {note}").format(note=_words_of(lit))
            self.light.setText(translate("Facilitator", "Let go"))
        else:
            words = (
                _words_of(chosen)
                if chosen is not None
                else translate("Facilitator", "Select a note for all to look at")
            )
            self.light.setText(translate("Facilitator", "Spotlight"))
        self.spotlit.setText(words)

    @property
    def _chosen(self) -> str | None:
        ids = self._page.selection.ids
        return ids[0] if len(ids) == 1 else None

    def _turn_light(self) -> None:
        self._show.spotlight(self._chosen if self._show.spotlit is None else None)


def _words_of(moment: Moment) -> str:
    return moment.text or moment.prompt or translate("Facilitator", "A note without words")
