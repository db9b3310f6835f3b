"""Small controls of a vote: a number with less and more, and one of two ways."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from motwall.i18n import translate
from motwall.ui.choices import word_button
from motwall.ui.small import IconButton, label

_SIDE = 32


class Stepper(QWidget):
    """Less, a number, more. It shows what it is told to; the wall decides."""

    #: Less (-1) or more (1) was wanted.
    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        """Be for a number of that name."""
        super().__init__()
        fewer = translate("Vote", "{name}: one less").format(name=name)
        more = translate("Vote", "{name}: one more").format(name=name)
        self.fewer = IconButton("minus", fewer, partial(self.stepped.emit, -1), side=_SIDE)
        self.more = IconButton("plus", more, partial(self.stepped.emit, 1), side=_SIDE)
        for button in (self.fewer, self.more):
            button.setProperty("kind", "boxed")
        self.number = label("", "count")
        self.number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.fewer, self.number, self.more):
            row.addWidget(widget)

    def show_value(self, value: int, most: int, *, is_usable: bool) -> None:
        """Show a number between 1 and `most`."""
        self.number.setText(str(value))
        self.fewer.setEnabled(is_usable and value > 1)
        self.more.setEnabled(is_usable and value < most)


class Switch(QWidget):
    """A button for each of a few ways; one of them is chosen."""

    #: Another one was chosen. Carries its place.
    chosen = Signal(int)

    def __init__(self, words: Sequence[str]) -> None:
        """Offer them in this order."""
        super().__init__()
        self.buttons: list[QPushButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for place, one in enumerate(words):
            button = word_button(one, "")
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_clicked, place))
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)

    def show_chosen(self, place: int) -> None:
        """Mark one."""
        for number, button in enumerate(self.buttons):
            button.setChecked(number == place)

    def _on_clicked(self, place: int, _is_checked: bool = False) -> None:
        self.show_chosen(place)
        self.chosen.emit(place)
