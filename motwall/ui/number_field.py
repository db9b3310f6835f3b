"""A number of one field of a record, typed as people write numbers, with its unit or without."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.figures import figure_words, is_same_unit, read_figure
from motwall.ui.fields import FieldRef, NotUnderstood, TextField
from motwall.ui.small import label


class NumberWords:
    """Numbers in words; another unit than the field's is not understood."""

    is_shown_while_typing = False

    def __init__(self, unit: Callable[[], str], *, is_needed: bool) -> None:
        """Ask for the unit when something is read; a number that is needed cannot be taken away."""
        self._unit = unit
        self._is_needed = is_needed

    def shown(self, value: object) -> str:
        """The number, "" for none."""
        return figure_words(value) if isinstance(value, float) else ""

    def read(self, text: str) -> object:
        """The number the text means; None if it is blank.

        Raises:
            NotUnderstood: It is none, or of another unit.
        """
        if not text.strip():
            if self._is_needed:
                raise NotUnderstood
            return None
        figure = read_figure(text)
        if figure is None or self.is_other_unit(text):
            raise NotUnderstood
        return figure.value

    def is_other_unit(self, text: str) -> bool:
        """Whether a number is there, but of another unit."""
        figure = read_figure(text)
        return figure is not None and bool(figure.unit) and not self._is_own(figure.unit)

    def _is_own(self, unit: str) -> bool:
        return is_same_unit(unit, self._unit())


class NumberField(QWidget):
    """The editor, and below it what is wrong with the words in it."""

    def __init__(
        self,
        document: Document,
        ref: FieldRef,
        name: str,
        placeholder: str,
        unit: Callable[[], str],
        *,
        is_needed: bool = False,
    ) -> None:
        """Tie an editor to a field.

        Args:
            document: The wall.
            ref: The field.
            name: What it is for.
            placeholder: What stands in it while it is empty.
            unit: Tells the unit its numbers have now.
            is_needed: The field cannot be empty.
        """
        super().__init__()
        self._words = NumberWords(unit, is_needed=is_needed)
        self._unit = unit
        self.editor = TextField(document, ref, name, placeholder, words=self._words)
        self.hint = label("", "bad", is_wrapped=True)
        self.hint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.editor)
        column.addWidget(self.hint)
        self.setFocusProxy(self.editor)
        self.editor.binding.marked.connect(self._on_marked)

    def show_records(self, ids: Iterable[str]) -> None:
        """See `TextBinding.show_records`."""
        self.editor.show_records(ids)

    def flush(self) -> bool:
        """See `TextBinding.flush`."""
        return self.editor.flush()

    def _on_marked(self, is_marked: bool) -> None:
        unit = self._unit()
        words = translate("Number", "Only a number here, such as 12.5")
        if self._words.is_other_unit(self.editor.text()) and unit:
            words = translate("Number", "The unit here is \u201c{0}\u201d").format(unit)
        elif self._words.is_other_unit(self.editor.text()):
            words = translate("Number", "The number alone; the unit has a field of its own")
        self.hint.setText(words)
        self.hint.setVisible(is_marked)
