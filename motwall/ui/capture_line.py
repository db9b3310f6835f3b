"""A line for a note that takes a pasted list apart: one text a line, not one note of many lines."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.clean_text import FIELD_LIMIT
from motwall.model.lines import has_columns, note_lines

#: Fewer lines than this are no list.
LEAST_LINES = 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STANDARD = QKeySequence.StandardKey


class CaptureLine(QLineEdit):
    """A QLineEdit without a frame; Enter is for its owner to handle."""

    #: A list was pasted. Carries the texts.
    lines_pasted = Signal(list)
    #: Cells of a spreadsheet were pasted. Carries the whole text.
    table_pasted = Signal(str)
    #: Shift+Enter: as Enter, and belonging to the note before.
    entered_below = Signal()
    #: The keyboard came (True) or left.
    focused = Signal(bool)

    def __init__(self) -> None:
        """Be empty."""
        super().__init__()
        self.setFrame(False)
        self.setMaxLength(FIELD_LIMIT)

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the page where nothing of what is typed is left for them."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_of_wall(event):
            event.ignore()
            return False
        return super().event(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(_STANDARD.Paste):
            text = QGuiApplication.clipboard().text()
            lines = note_lines(text)
            if len(lines) >= LEAST_LINES:
                if has_columns(text):
                    self.table_pasted.emit(text)
                else:
                    self.lines_pasted.emit(lines)
                event.accept()
                return
        if event.key() in _ENTER and is_shifted:
            self.entered_below.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _is_of_wall(self, event: QKeyEvent) -> bool:
        is_undo = event.matches(_STANDARD.Undo) and not self.isUndoAvailable()
        return is_undo or (event.matches(_STANDARD.Redo) and not self.isRedoAvailable())

    @override
    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    @override
    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)
