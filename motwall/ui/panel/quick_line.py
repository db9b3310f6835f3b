"""A line that makes a record of what is typed: type, Enter, next."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from motwall.document.document import Document, Selected
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.ui.editors import TextEditor

#: Makes the patch that adds a record of that id.
MakePatch = Callable[[Store, str], Patch]


class Draft:
    """A record about to be made. It keeps its id until it is written, so it is made only once."""

    def __init__(self, document: Document) -> None:
        """No record yet."""
        self._document = document
        self._id = ""

    def push(self, make_patch: MakePatch, moment_id: str) -> bool:
        """Make the record; False if that failed.

        For a moment that is gone there is nothing to be made.
        """
        if self._document.store.find(Moment, moment_id) is None:
            return True
        if not self._id:
            self._id = self._document.clock.new_id()
        patch = make_patch(self._document.store, self._id)
        selected = Selected((moment_id,), (moment_id,))
        if not self._document.push(patch, f"add.{self._id}", selected):
            return False
        self._id = ""
        return True

    def has_come(self) -> bool:
        """Whether the record was written after all, by the document's own second try."""
        if not self._id or self._document.store.find_any(self._id) is None:
            return False
        self._id = ""
        return True


class QuickLine(TextEditor):
    """A line for one more; it keeps the keyboard after Enter.

    What is typed and left there is kept too: it becomes a record when the keyboard leaves the
    `group` (by default the line alone), when the program is left, and on `flush`.
    """

    def __init__(self, name: str, placeholder: str, submit: Callable[[], bool]) -> None:
        """Take what to call when there is something to add; it clears the line if it could."""
        super().__init__(name, is_left_by_enter=True)
        self.group: QWidget = self
        self._submit = submit
        self.setProperty("kind", "flat")
        self.setPlaceholderText(placeholder)
        self.commit_wanted.connect(self._on_commit_wanted)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_application_state)

    def flush(self) -> bool:
        """Add what is typed; whether nothing waits any more."""
        return not self.text().strip() or self._submit()

    def _on_commit_wanted(self) -> None:
        now = QApplication.focusWidget()
        if self.hasFocus() or now is None or not self.group.isAncestorOf(now):
            self.flush()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.flush()
