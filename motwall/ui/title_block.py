"""What the wall is about: its title and one line, edited in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.records import Wall
from motwall.model.words import journey
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.small import IconButton

#: Beside the words of the line, both sides together, pixels.
_BESIDE = 16


class AboutButton(QPushButton):
    """A line that looks like text and opens fields; so Tab goes right into them."""

    #: The keyboard came by Tab.
    tabbed_into = Signal()

    @override
    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self.tabbed_into.emit()


class TitleBlock(QWidget):
    """The title, and below it a line that opens the rest."""

    #: The line was clicked: show or hide the fields behind it.
    about_wanted = Signal()
    #: Tab came here from the title: what is typed next belongs into those fields.
    about_open_wanted = Signal()

    def __init__(self, document: Document) -> None:
        """Follow the wall record."""
        super().__init__()
        self._document = document
        self.title = TextField(
            document,
            FieldRef(Wall, "title"),
            translate("Wall", "Title of the wall"),
            translate("Wall", "Give this wall a title"),
            is_left_by_enter=True,
        )
        self.title.setProperty("kind", "flat")
        self.title.setProperty("role", "walltitle")
        self.title.show_records([document.store.wall.id])
        self.line = AboutButton()
        self.line.tabbed_into.connect(self.about_open_wanted)
        self.line.setProperty("kind", "about")
        self.line.setCursor(Qt.CursorShape.PointingHandCursor)
        self.line.clicked.connect(self.about_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 1, 0, 1)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(self.line)
        document.changed.connect(self._on_changed)
        self._show()

    def _show(self) -> None:
        wall = self._document.store.wall
        said = journey(wall) or wall.business
        words = said or translate("Wall", "Whose journey is it?")
        metrics = self.line.fontMetrics()
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, self.width() - _BESIDE)
        self.line.setText(shown.replace("&", "&&"))
        self.line.setAccessibleName(words)

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(Wall):
            self._show()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """A wider block shows more of a long line."""
        super().resizeEvent(event)
        self._show()


class AboutStrip(QFrame):
    """The fields that say what the wall is about, in a row over the wall."""

    def __init__(self, document: Document) -> None:
        """Be hidden until asked for."""
        super().__init__()
        self.setObjectName("aboutStrip")
        self._fields: list[TextField] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 8, 16, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        wanted = (
            ("customer", translate("Wall", "Whose journey"), translate("Wall", "a new customer")),
            ("starts_with", translate("Wall", "From"), translate("Wall", "search")),
            ("ends_with", translate("Wall", "To"), translate("Wall", "receipt")),
            ("business", translate("Wall", "Business"), translate("Wall", "Corner Hardware")),
        )
        for column, (name, label, example) in enumerate(wanted):
            caption = QLabel(label)
            caption.setTextFormat(Qt.TextFormat.PlainText)
            caption.setProperty("role", "label")
            hint = translate("Wall", "such as: {example}").format(example=example)
            field = TextField(document, FieldRef(Wall, name), label, hint, is_left_by_enter=True)
            field.show_records([document.store.wall.id])
            grid.addWidget(caption, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1)
            self._fields.append(field)
        for field, following in zip(self._fields, self._fields[1:], strict=False):
            field.entered.connect(following.setFocus)
        self._fields[-1].entered.connect(self.hide)
        self.close_button = IconButton("x", translate("Wall", "Close"), self.hide)
        grid.addWidget(self.close_button, 1, len(wanted))
        self.hide()

    def toggle(self) -> None:
        """Show the fields with the caret in the first, or hide them."""
        if self.isHidden():
            self.open()
        else:
            self.hide()

    def open(self) -> None:
        """Show the fields with the caret in the first."""
        self.show()
        self._fields[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Commit what is typed."""
        kept = [field.flush() for field in self._fields]
        return all(kept)
