"""A list becomes a wall: paste it, look at the count, go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from motwall.i18n import translate
from motwall.model.lines import has_columns, note_lines
from motwall.ui.overlay import Overlay

SIZE = (620, 460)
#: A clipboard with fewer lines is probably not the list.
LEAST_LINES = 2


class PasteSheet(QFrame):
    """A field for the list and a button that says how many notes it makes."""

    #: Carries the texts of the notes.
    entered = Signal(list)
    #: What was pasted has columns. Carries the whole text.
    table_entered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        """Be a card of an overlay over a parent, hidden."""
        self._overlay = Overlay(parent)
        super().__init__(self._overlay)
        self._overlay.set_card(self)
        self.setObjectName("sheet")
        self.resize(*SIZE)
        title = QLabel(translate("Start", "Paste your list"))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("role", "title")
        hint = QLabel(
            translate(
                "Start",
                "Every line becomes a note. Bullets and numbers are left out. "
                "Cells of a spreadsheet are shown first.",
            )
        )
        hint.setTextFormat(Qt.TextFormat.PlainText)
        hint.setWordWrap(True)
        hint.setProperty("role", "quiet")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(translate("Start", "Your list"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._count)
        back = QPushButton(translate("Start", "Back"))
        back.clicked.connect(self._overlay.hide)
        self.button = QPushButton()
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self._enter)
        self.file_button = QPushButton(translate("Start", "Choose a file…"))
        self.file_button.setToolTip(
            translate("Start", "Excel, CSV, text, or a board exported from Miro or Mural")
        )
        self.file_button.clicked.connect(self._overlay.hide)
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for widget in (title, hint, self.text):
            column.addWidget(widget)
        column.addLayout(row)
        self._count()

    def open(self) -> None:
        """Show the sheet, with the list from the clipboard if there seems to be one."""
        words = QGuiApplication.clipboard().text()
        has_list = len(note_lines(words)) >= LEAST_LINES
        self.text.setPlainText(words if has_list else "")
        self._overlay.open()
        self.text.setFocus()

    def _count(self) -> None:
        text = self.text.toPlainText()
        count = len(note_lines(text))
        self.button.setEnabled(count > 0)
        if has_columns(text):
            self.button.setText(translate("Start", "Go on with the columns"))
        else:
            self.button.setText(translate("Start", "Make %n note(s)", count=count))

    def _enter(self) -> None:
        text = self.text.toPlainText()
        lines = note_lines(text)
        if has_columns(text):
            self._overlay.hide()
            self.table_entered.emit(text)
        elif lines:
            self._overlay.hide()
            self.entered.emit(lines)
