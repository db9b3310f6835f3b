"""What to ask the room next: the parts of a customer's way, one after the other."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.coverage import WayPart, way_parts
from motwall.ui.choices import word_button
from motwall.ui.small import label


class WayChips(QWidget):
    """A chip for each part; one is asked about.

    Attributes:
        keys: Which keys go from one to the next.
    """

    #: Another part. Carries its question.
    asked = Signal(str)

    def __init__(self) -> None:
        """Begin with the first."""
        super().__init__()
        self._parts = way_parts()
        self._place = 0
        self.chips = [word_button(one.title, "chip") for one in self._parts]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for place, chip in enumerate(self.chips):
            chip.setCheckable(True)
            chip.clicked.connect(partial(self._on_clicked, place))
            row.addWidget(chip)
        self.keys = label(translate("Scribe", "PgUp, PgDn"), "small")
        row.addWidget(self.keys)
        row.addStretch(1)
        self._mark()

    @property
    def part(self) -> WayPart:
        """What is asked about now."""
        return self._parts[self._place]

    def turn(self, way: int) -> None:
        """Go to the next part (1) or the one before (-1), round and round."""
        self._go((self._place + way) % len(self._parts))

    def _go(self, place: int) -> None:
        self._place = place
        self._mark()
        self.asked.emit(self.part.question)

    def _mark(self) -> None:
        for place, chip in enumerate(self.chips):
            chip.setChecked(place == self._place)

    def _on_clicked(self, place: int, _is_checked: bool = False) -> None:
        self._go(place)
