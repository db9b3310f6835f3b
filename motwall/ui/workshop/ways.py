"""Buttons beside the hint in a workshop: the cards of the part, and the two ways to write notes."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from motwall.i18n import translate
from motwall.ui.choices import word_button
from motwall.ui.method_cards import card_kinds
from motwall.ui.workshop.words import is_writing

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Its card is what a typist writes on.
_SCRIBE = "scribe"


class PartWays(QWidget):
    """What the part where the room is, is done with.

    Attributes:
        here: Notes are written here.
        on_paper: They are written on paper.
        scribe: One of us types.
        photo: From a photo of the paper wall.
        cards: A button for each card of a part, by name.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be for a page."""
        super().__init__()
        self._page = page
        self.here = word_button(translate("Workshop", "Write here"), "")
        self.on_paper = word_button(translate("Workshop", "Write on paper"), "")
        self.scribe = word_button(translate("Workshop", "One of us types"), "")
        self.photo = word_button(translate("Workshop", "From a photo"), "")
        self.cards = {one.name: word_button(one.text, "") for one in card_kinds()}
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        for button in self._writing():
            row.addWidget(button)
        for name, button in self.cards.items():
            button.clicked.connect(page.commands.action(name).trigger)
            row.addWidget(button)
        self.here.setCheckable(True)
        self.on_paper.setCheckable(True)
        self.here.clicked.connect(self.write_here)
        self.on_paper.clicked.connect(self.write_on_paper)
        self.scribe.clicked.connect(page.commands.action(_SCRIBE).trigger)
        self.photo.clicked.connect(self._take_photo)

    def write_here(self) -> None:
        """Notes are written on the wall."""
        self._page.document.workshop.write_on_paper(is_wanted=False)
        self.follow()
        self._page.begin_adding()

    def write_on_paper(self) -> None:
        """Notes are written on paper, and taken down later."""
        self._page.document.workshop.write_on_paper(is_wanted=True)
        self.follow()

    def follow(self) -> None:
        """Show what belongs to the part where the room is."""
        run = self._page.document.workshop
        here = run.current
        part = run.part_of(here) if here is not None else None
        if part is not None and part.phase not in {None, self._page.phase}:
            # Somebody looks at another phase: that one's tools are enough.
            here = part = None
        is_first = here is not None and is_writing(run)
        self.here.setVisible(is_first)
        self.on_paper.setVisible(is_first)
        for button, is_on in ((self.here, not run.is_on_paper), (self.on_paper, run.is_on_paper)):
            button.setChecked(is_on)
        # Some have a button in their phase anyway.
        beside = {one.name for one in card_kinds() if self._page.phase in one.phases}
        self.scribe.setVisible(is_first and run.is_on_paper and _SCRIBE not in beside)
        self.photo.setVisible(is_first and run.is_on_paper)
        shown = () if part is None else part.cards
        if is_first:
            shown = tuple(one for one in shown if one != _SCRIBE)
        # Between the phases those of the phase that was last are not for now.
        is_between = here is not None and (part is None or part.phase is None)
        self._page.phase_tools.show_phase(self._page.phase)
        if is_between:
            self._page.phase_tools.hide()
            beside = set()
        for name, button in self.cards.items():
            button.setVisible(name in shown and name not in beside)
        is_any = any(not one.isHidden() for one in (*self._writing(), *self.cards.values()))
        self.setVisible(here is not None and is_any)

    def _writing(self) -> tuple[QPushButton, ...]:
        return self.here, self.on_paper, self.scribe, self.photo

    def _take_photo(self) -> None:
        self._page.bring_in_wanted.emit()
