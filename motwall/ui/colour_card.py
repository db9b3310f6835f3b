"""Which colour? A card with the contact types, for the notes that are selected."""

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.order import contact_types
from motwall.model.records import Moment
from motwall.ui.floating_card import EDGE, FloatingCard
from motwall.ui.small import label
from motwall.ui.type_chips import TypeChips

WIDTH = 520
_MARGINS = (16, 12, 16, 14)
#: Between the card and the note, pixels.
_GAP = 10


class ColourCard(FloatingCard):
    """The chips, beside the notes they are for; picking one closes the card."""

    #: Carries the id of a contact type, or None for plain paper. The card is hidden already.
    chosen = Signal(object)

    def __init__(self, page: QWidget, document: Document) -> None:
        """Float over a page, hidden."""
        super().__init__(page)
        self._document = document
        self._beside = QRect()
        self.chips = TypeChips()
        self.chips.picked.connect(self._choose)
        self._title = label("", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.chips)
        column.addWidget(
            label(translate("Pens", "Arrows and Enter, or the two letters of a colour."), "small")
        )

    def ask(self, beside: QRect, moment_ids: tuple[str, ...]) -> None:
        """Ask for the colour of some notes, below a rectangle of the page or else above it."""
        self._beside = beside
        store = self._document.store
        now = {store.get(Moment, one).contact_type_id for one in moment_ids}
        self.chips.show_types(contact_types(store), next(iter(now)) if len(now) == 1 else "")
        words = translate("Pens", "Colour of %n note(s)", count=len(moment_ids))
        self._title.setText(words)
        self.open(self.chips.chosen())

    @override
    def wanted_size(self) -> QSize:
        left, _, right, _ = _MARGINS
        self.chips.fit(WIDTH - left - right)
        return QSize(WIDTH, self.sizeHint().height())

    @override
    def arrange(self) -> None:
        super().arrange()
        below = self._beside.bottom() + _GAP + self.height()
        is_room_below = below <= self.page.height() - EDGE
        bottom = below if is_room_below else self._beside.top() - _GAP
        self.move_near(QPoint(self._beside.left(), bottom))

    def _choose(self, contact_type_id: object) -> None:
        self.hide()
        self.chosen.emit(contact_type_id)
