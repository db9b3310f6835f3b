"""What is looked for on the wall, as chips: the other notes fade and stay as usable as before."""

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.filtering import (
    Filter,
    Trait,
    all_traits,
    filter_words,
    survey,
    trait_word,
)
from motwall.model.note_look import priority_numbers
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment, PlannedAction
from motwall.ui.flow import FlowBox
from motwall.ui.pens import PenButton
from motwall.ui.small import ElidedLabel, IconButton
from motwall.ui.trait_pictures import SIZE, trait_icon

#: The fields of a moment that decide what it is found by.
_FOUND_BY = ("contact_type_id", "rating", "is_ticked", "shortlist_rank")


class FilterBar(QFrame):
    """A chip for each trait that notes have, with their number.

    A hidden bar looks for nothing: notes never stay faded without a word why.
    """

    #: Something else is looked for. Carries the Filter.
    changed = Signal(object)
    #: The bar was closed by its own button.
    closed = Signal()

    def __init__(self, document: Document) -> None:
        """Follow a document; hidden at first."""
        super().__init__()
        self.setObjectName("filterBar")
        self._document = document
        self.filter = Filter()
        self._chips: dict[Trait, PenButton] = {}
        self._flow = FlowBox(spacing=5)
        self._words = ElidedLabel("strong")
        self.all_button = QPushButton(translate("Filter", "Show all"))
        self.all_button.setProperty("kind", "chip")
        self.all_button.clicked.connect(self.show_all)
        self.close_button = IconButton("x", translate("Filter", "Close the filter"), self._close)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._words, 1)
        head.addWidget(self.all_button)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._flow)
        document.changed.connect(self._on_changed)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown, in words."""
        return self._words.text()

    def chip(self, trait: Trait) -> PenButton:
        """The chip of a trait; hidden while no note has it."""
        return self._chips[trait]

    def open(self) -> None:
        """Show the bar and put the keyboard on its first chip."""
        self.show()
        self.first_control().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def first_control(self) -> QWidget:
        """Where the keyboard goes that comes to the bar: the first chip, if there is one."""
        shown = (chip for chip in self._chips.values() if not chip.isHidden())
        return next(shown, self.close_button)

    def close_and_show_all(self) -> None:
        """Look for nothing and be gone."""
        self.show_all()
        self.hide()

    def show_all(self) -> None:
        """Look for nothing."""
        self._look_for(Filter())

    def _close(self) -> None:
        self.close_and_show_all()
        self.closed.emit()

    def _toggle(self, trait: Trait, _is_on: bool = False) -> None:
        self._look_for(self.filter.toggled(trait))

    def _look_for(self, wanted: Filter) -> None:
        is_other = wanted != self.filter
        self.filter = wanted
        if is_other:
            self.changed.emit(wanted)
        if not self.isHidden():
            self._show_now()

    def _on_changed(self, patch: Patch) -> None:
        if self.isHidden():
            return
        is_concerned = patch.touches(Moment, *_FOUND_BY) or patch.touches(ContactType)
        if is_concerned or patch.touches(PlannedAction, "moment_id"):
            new = [
                one.record.id
                for one in patch
                if isinstance(one.record, Moment) and one.before is None
            ]
            wanted = self.filter.without_gone(self._document.store)
            self._look_for(wanted.sparing(*new) if new else wanted)

    # --- showing ---

    def _show_now(self) -> None:
        store = self._document.store
        traits = all_traits(store)
        if list(self._chips) != traits:
            self._fill(traits)
        seen = survey(store, self.filter, priority_numbers(store))
        for trait, chip in self._chips.items():
            self._dress(trait, chip, seen.counts[trait])
        self._flow.arrange()
        words = filter_words(store, self.filter, seen)
        self._words.setText(words)
        self._words.setToolTip(words)
        self.all_button.setEnabled(bool(self.filter))

    def _fill(self, traits: list[Trait]) -> None:
        """Have a chip for each trait; those that stay are kept, they may have the keyboard."""
        known = self._chips
        self._chips = {one: known.get(one) or self._make_chip(one) for one in traits}
        self._flow.set_widgets(list(self._chips.values()))

    def _make_chip(self, trait: Trait) -> PenButton:
        chip = PenButton()
        chip.setProperty("kind", "trait")
        chip.setIconSize(SIZE)
        chip.clicked.connect(partial(self._toggle, trait))
        return chip

    def _dress(self, trait: Trait, chip: PenButton, count: int) -> None:
        is_on = trait in self.filter.traits
        chip.show_count(trait_word(self._document.store, trait), count)
        chip.setIcon(trait_icon(self._document.store, trait, self.devicePixelRatioF()))
        chip.setChecked(is_on)
        chip.setVisible(is_on or count > 0)

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while the bar was hidden."""
        super().showEvent(event)
        self._show_now()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs for the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self.isHidden():
            self._show_now()
