"""A field with few values, shown as a button for each: no list to open, nothing to confirm."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.fields import write
from motwall.model.patch import Patch
from motwall.model.store import Store
from motwall.ui.fields import FieldRef, selected_with
from motwall.ui.flow import FlowBox


@dataclass(frozen=True, slots=True)
class Choice:
    """One value and its name."""

    value: object
    words: str
    #: Said of the button when it is pointed at.
    hint: str = ""


class _Kept:
    """The one value that stands for "a click on the chosen one changes nothing"."""


KEPT: Final = _Kept()

Edit = Callable[[Store, Sequence[str], object], Patch]


def word_button(words: str, kind: str) -> QPushButton:
    """A button that shows words as they are and takes the keyboard by Tab alone."""
    button = QPushButton(words.replace("&", "&&"))
    button.setProperty("kind", kind)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return button


class ChoiceField(QWidget):
    """Buttons for the values of one field of one or several records."""

    #: The user made a choice, and the wall has it.
    chosen = Signal()

    def __init__(
        self,
        document: Document,
        ref: FieldRef,
        name: str,
        choices: Sequence[Choice],
        *,
        cleared: object = KEPT,
        edit: Edit | None = None,
    ) -> None:
        """Offer the choices; `show_records` says of which records.

        Args:
            document: The wall.
            ref: The field.
            name: What is chosen, for those who cannot see the label.
            choices: In their order.
            cleared: What a click on the chosen one sets; by default it changes nothing.
            edit: Makes the patch, where a rule ties the field to others.
        """
        super().__init__()
        self.document = document
        self._ref = ref
        self._name = name
        self._cleared = cleared
        self._edit = edit or self._write
        self._ids: tuple[str, ...] = ()
        #: A button for each place, for the field's whole life: dressed anew, never deleted.
        self._buttons: list[QAbstractButton] = []
        self._choices: tuple[Choice, ...] = ()
        self._flow: FlowBox | None = None
        self.setAccessibleName(name)
        self.arrange()
        self.set_choices(choices)
        document.changed.connect(self._on_changed)
        document.wall_lock.changed.connect(self.show_now)

    def arrange(self) -> None:
        """Make the layout; a subclass may lay its buttons out in another way."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._flow = FlowBox(spacing=6)
        column.addWidget(self._flow)

    def make_button(self) -> QAbstractButton:
        """A button for any choice; a subclass may paint its own."""
        return word_button("", "chip")

    def dress_button(self, button: QAbstractButton, choice: Choice) -> None:
        """Have a button show a choice; it may have shown another before."""
        button.setText(choice.words.replace("&", "&&"))
        button.setToolTip(choice.hint)

    def place_button(self, button: QAbstractButton) -> None:
        """Put a button behind the others."""
        layout = self.layout()
        if self._flow is not None:
            self._flow.set_widgets([*self._buttons, button])
        elif layout is not None:
            layout.addWidget(button)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices, or the same with other words."""
        self._choices = tuple(choices)
        while len(self._buttons) < len(self._choices):
            self._add_button()
        for place, button in enumerate(self._buttons):
            if place < len(self._choices):
                choice = self._choices[place]
                self.dress_button(button, choice)
                words = translate("Fields", "{field}: {value}")
                button.setAccessibleName(words.format(field=self._name, value=choice.words))
            button.setHidden(place >= len(self._choices))
        self.show_now()

    def _add_button(self) -> None:
        button = self.make_button()
        button.setCheckable(True)
        button.clicked.connect(partial(self._on_clicked, len(self._buttons)))
        self.place_button(button)
        self._buttons.append(button)

    def button(self, value: object) -> QAbstractButton:
        """The button of a value.

        Raises:
            KeyError: It is not offered.
        """
        for choice, button in zip(self._choices, self._buttons, strict=False):
            if choice.value == value:
                return button
        raise KeyError(value)

    @property
    def has_choices(self) -> bool:
        """Whether anything is offered: a wall may have no contact types."""
        return bool(self._choices)

    def first_button(self, value: object) -> QAbstractButton:
        """Where the keyboard begins: the button of a value, or the first if it is not offered."""
        known = [one.value for one in self._choices]
        return self._buttons[known.index(value) if value in known else 0]

    def show_records(self, ids: Iterable[str]) -> None:
        """Turn to other records."""
        self._ids = tuple(ids)
        self.show_now()

    def values(self) -> set[object]:
        """The values the records have now."""
        found = [self.document.store.find(self._ref.record_type, one) for one in self._ids]
        return {getattr(one, self._ref.name) for one in found if one is not None}

    def show_now(self) -> None:
        """Mark the value that all records share; none if they differ."""
        values = self.values()
        lock, ref = self.document.wall_lock, self._ref
        is_usable = bool(self._ids) and not lock.fixes(ref.record_type, ref.name)
        for choice, button in zip(self._choices, self._buttons, strict=False):
            button.setChecked(values == {choice.value})
            button.setEnabled(is_usable)

    def _on_clicked(self, place: int, _is_checked: bool = False) -> None:
        value = self._choices[place].value
        is_again = self.values() == {value}
        if not (is_again and self._cleared is KEPT):
            ids = [one for one in self._ids if self.document.store.find_any(one)]
            wanted = self._cleared if is_again else value
            patch = self._edit(self.document.store, ids, wanted)
            selected = selected_with(self.document.store, self._ref.record_type, ids)
            if self.document.push(patch, selected=selected):
                self.chosen.emit()
        self.show_now()

    def _write(self, store: Store, ids: Sequence[str], value: object) -> Patch:
        return write(store, self._ref.record_type, ids, self._ref.name, value)

    def _on_changed(self, patch: Patch) -> None:
        if any(one in patch.changes for one in self._ids):
            self.show_now()
