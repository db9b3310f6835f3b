"""A line for a note that takes a pasted list apart: one text a line, not one note of many lines."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.clean_text import FIELD_LIMIT
from motwall.model.lines import note_lines

#: Fewer lines than this are no list.
LEAST_LINES = 2


class CaptureLine(QLineEdit):
    """A QLineEdit without a frame; Enter is for its owner to handle."""

    #: A list was pasted. Carries the texts.
    lines_pasted = Signal(list)

    def __init__(self) -> None:
        """Be empty."""
        super().__init__()
        self.setFrame(False)
        self.setMaxLength(FIELD_LIMIT)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            lines = note_lines(QGuiApplication.clipboard().text())
            if len(lines) >= LEAST_LINES:
                self.lines_pasted.emit(lines)
                event.accept()
                return
        super().keyPressEvent(event)
