"""The colours of a wall as chips to pick one from, by click, by arrow keys or by its letters."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.finding import folded
from motwall.model.records import ContactType
from motwall.ui.flow import FlowBox
from motwall.ui.swatches import SWATCH, swatch_icon

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CODE_LENGTH = 2
#: There is one digit for a number.
_NUMBERED = 10


class TypeChips(QWidget):
    """A chip for each contact type, and one for plain paper."""

    #: One was picked. Carries the id of a contact type, or None for plain paper.
    picked = Signal(object)

    def __init__(self, *, is_numbered: bool = False) -> None:
        """Have no chips before `show_types`; their numbers are for whoever has keys for them."""
        super().__init__()
        self.is_numbered = is_numbered
        self._types: list[ContactType] = []
        #: One for each place, kept: dressed anew, never deleted. The first is plain paper.
        self._chips: list[QPushButton] = []
        self._typed = ""
        self._flow = FlowBox(spacing=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)

    def show_types(self, types: Sequence[ContactType], current: str | None) -> None:
        """Offer these types; `current` is marked (None: plain paper)."""
        self._types = list(types)
        self._typed = ""
        while len(self._chips) < len(self._types) + 1:
            self._add_chip()
        for place, chip in enumerate(self._chips):
            chip.setHidden(place > len(self._types))
            if place <= len(self._types):
                number = f"{place}  " if self.is_numbered and place < _NUMBERED else ""
                chip.setText(number + self._name(place).replace("&", "&&"))
                chip.setIcon(self._icon(place))
                chip.setChecked(self._value(place) == current)
        self._flow.arrange()

    def fit(self, width: int) -> None:
        """Be as tall as the chips need in that width, also before being shown."""
        self._flow.resize(width, self._flow.height())
        self._flow.arrange()

    def chip(self, contact_type_id: str | None) -> QPushButton:
        """The chip of a contact type, or of plain paper.

        Raises:
            KeyError: It is not offered.
        """
        for place in range(len(self._types) + 1):
            if self._value(place) == contact_type_id:
                return self._chips[place]
        raise KeyError(contact_type_id)

    def chosen(self) -> QPushButton:
        """The chip that is marked, else the first: where the keyboard begins."""
        return next((one for one in self._chips if one.isChecked()), self._chips[0])

    # --- inside ---

    def _add_chip(self) -> None:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setIconSize(SWATCH)
        chip.setProperty("kind", "pen")
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(partial(self._on_clicked, len(self._chips)))
        chip.installEventFilter(self)
        self._chips.append(chip)
        self._flow.set_widgets(self._chips)

    def _value(self, place: int) -> str | None:
        return self._types[place - 1].id if place else None

    def _name(self, place: int) -> str:
        if not place:
            return translate("Pens", "No colour")
        one = self._types[place - 1]
        return f"{one.name or one.code}"

    def _icon(self, place: int) -> QIcon:
        return swatch_icon(self._types[place - 1], self.devicePixelRatioF()) if place else QIcon()

    def _on_clicked(self, place: int, _is_checked: bool = False) -> None:
        for other, chip in enumerate(self._chips):
            chip.setChecked(other == place)
        self._typed = ""
        self.picked.emit(self._value(place))

    def _walk(self, chip: QPushButton, way: int) -> None:
        here = self._chips.index(chip)
        self._chips[(here + way) % (len(self._types) + 1)].setFocus(Qt.FocusReason.TabFocusReason)

    def _type(self, letter: str) -> None:
        """Go to the chip of a code or name; a whole code picks it at once."""
        typed = folded(self._typed + letter)
        names = {
            place: (folded(self._types[place - 1].code), folded(self._name(place)))
            for place in range(1, len(self._types) + 1)
        }
        hits = [place for place, said in names.items() if any(x.startswith(typed) for x in said)]
        if not hits and self._typed:
            self._typed = ""
            self._type(letter)
            return
        self._typed = typed if hits else ""
        exact = [place for place in hits if names[place][0] == typed]
        if len(typed) == _CODE_LENGTH and exact:
            self._on_clicked(exact[0])
        elif hits:
            self._chips[hits[0]].setFocus(Qt.FocusReason.TabFocusReason)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and isinstance(watched, QPushButton):
            key, letter = event.key(), event.text()
            if key in _BACK or key in _ON:
                self._walk(watched, 1 if key in _ON else -1)
                return True
            if key in _ENTER:
                watched.click()
                return True
            if letter.isalnum():
                self._type(letter)
                return True
        return super().eventFilter(watched, event)
