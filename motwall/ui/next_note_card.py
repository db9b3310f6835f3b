"""What the next notes are like: where they go and in which colour, until it is changed again."""

from functools import partial

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.order import contact_types
from motwall.ui.add_place import AddPlace, place_words
from motwall.ui.floating_card import FloatingCard
from motwall.ui.quick_add import QuickAdd
from motwall.ui.small import label
from motwall.ui.type_chips import TypeChips

WIDTH = 560
_GAP = 6
_MARGINS = (16, 12, 16, 14)


class NextNoteCard(FloatingCard):
    """Chips for the place and for the colour, over the field for new notes."""

    def __init__(self, page: QWidget, document: Document, quick_add: QuickAdd) -> None:
        """Float over a page, hidden."""
        super().__init__(page)
        self._document = document
        self._quick_add = quick_add
        self.places = {one: self._place_chip(one) for one in AddPlace}
        self.chips = TypeChips()
        self.chips.picked.connect(self._pick)
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for chip in self.places.values():
            row.addWidget(chip)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(8)
        column.addWidget(label(translate("Wall", "The next notes go"), "label"))
        column.addLayout(row)
        column.addWidget(label(translate("Wall", "and are"), "label"))
        column.addWidget(self.chips)
        keys = translate("Wall", "Shift+Enter puts a note into the same step as the one before.")
        column.addWidget(label(keys, "small"))

    def ask(self) -> None:
        """Show the card over the field."""
        types = contact_types(self._document.store)
        self.chips.show_types(types, self._quick_add.contact_type_id)
        self._show_place()
        self.open(self.places[self._quick_add.place])

    @override
    def wanted_size(self) -> QSize:
        left, _, right, _ = _MARGINS
        self.chips.fit(WIDTH - left - right)
        return QSize(WIDTH, self.sizeHint().height())

    @override
    def arrange(self) -> None:
        super().arrange()
        button = self._quick_add.choice_button
        right = button.mapTo(self.page, QPoint(button.width() - self.width(), -_GAP))
        self.move_near(right)

    def _place_chip(self, place: AddPlace) -> QPushButton:
        chip = QPushButton(place_words(place))
        chip.setCheckable(True)
        chip.setProperty("kind", "chip")
        chip.clicked.connect(partial(self._set_place, place))
        return chip

    def _set_place(self, place: AddPlace, _is_checked: bool = True) -> None:
        self._quick_add.set_place(place)
        self._show_place()

    def _show_place(self) -> None:
        for one, chip in self.places.items():
            chip.setChecked(one is self._quick_add.place)

    def _pick(self, contact_type_id: str | None) -> None:
        self._quick_add.set_contact_type(contact_type_id)
