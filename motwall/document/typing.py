"""Typing into one field of one record: when it is committed, how it becomes one step of undo."""

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from motwall.document.document import NO_PATCH, NOTHING_SELECTED, Document, Selected
from motwall.model.clean_text import clean_text
from motwall.model.edits.fields import settled, write
from motwall.model.fields import rules_of
from motwall.model.patch import Patch
from motwall.model.records import Record

#: Committed this long after the last key, and at least this often while typing (design.md, 4.6).
PAUSE_MS = 500
LONGEST_MS = 1000


class Pauses(QObject):
    """When typing is to be committed, in any editor: after a pause, and at least every second.

    Also when the application goes to the background.
    """

    #: Commit now.
    due = Signal()

    def __init__(self, parent: QObject) -> None:
        """Be at rest until `typed`."""
        super().__init__(parent)
        self.pause = self._timer(PAUSE_MS)
        self.longest = self._timer(LONGEST_MS)
        # QtGui's signal, asked for by name so that the document needs QtCore only.
        state_changed = getattr(QCoreApplication.instance(), "applicationStateChanged", None)
        if state_changed is not None:
            state_changed.connect(self._on_application_state)

    def typed(self) -> None:
        """A key was pressed."""
        self.pause.start()
        if not self.longest.isActive():
            self.longest.start()

    def stop(self) -> None:
        """It was committed, or given up."""
        self.pause.stop()
        self.longest.stop()

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.due)
        return timer

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.due.emit()


class Typing(QObject):
    """One visit of a person to one text field; any editor, widget or scene item, reports to it.

    Committed: 500 ms after the last key, at least every second, when the application goes to the
    background, and on `flush`, which editors call when they lose the focus or close. A commit that
    fails leaves the text here and in the editor; the next key or `flush` tries again.
    """

    #: The field was changed by somebody else (undo, another view) while nothing typed is waiting.
    #: Carries the text to show.
    text_changed = Signal(str)
    #: The record is gone; the editor has to close.
    record_gone = Signal()

    def __init__(
        self,
        document: Document,
        record_type: type[Record],
        record_id: str,
        field: str,
        parent: QObject | None = None,
    ) -> None:
        """Begin a visit: its commits merge into one step of undo."""
        super().__init__(parent)
        self._document = document
        self._record_type = record_type
        self._record_id = record_id
        self._field = field
        self._waiting: str | None = None
        #: Something was committed in this visit.
        self._is_written = False
        self._key = f"typing:{document.clock.new_id()}"
        self._pauses = Pauses(self)
        self._pauses.due.connect(self.flush)
        document.changed.connect(self._on_changed)

    @property
    def stored_text(self) -> str:
        """The text as the store has it; "" when the record is gone."""
        record = self._document.store.find(self._record_type, self._record_id)
        return str(getattr(record, self._field)) if record else ""

    @property
    def selected(self) -> Selected:
        """What undo and redo select."""
        return NOTHING_SELECTED

    def patch_for(self, text: str) -> Patch:
        """What typing this text does to the wall."""
        return write(self._document.store, self._record_type, [self._record_id], self._field, text)

    @property
    def is_waiting(self) -> bool:
        """Something typed is not committed yet."""
        return self._waiting is not None

    def typed(self, text: str) -> None:
        """The editor holds this text now."""
        if text == self.stored_text:
            self._waiting = None
            self._pauses.stop()
            # What could not be written before must not come back by trying again.
            self._document.push(NO_PATCH, merge_key=self._key)
            return
        self._waiting = text
        self._pauses.typed()

    def flush(self) -> bool:
        """Commit what is waiting; returns whether the wall holds what was typed."""
        self._pauses.stop()
        text = self._waiting
        if text is None:
            return True
        self._waiting = None
        if self._document.push(self.patch_for(text), self._key, self.selected):
            self._is_written = True
            return True
        self._waiting = text
        return False

    def finish(self) -> bool:
        """Flush and end the visit: the next one is a step of undo of its own."""
        is_kept = self.flush()
        if is_kept and self._is_written:
            store, ids = self._document.store, [self._record_id]
            patch = settled(store, self._record_type, ids, self._field)
            if patch:
                self._document.push(patch, self._key)
        self._is_written = False
        self._key = f"typing:{self._document.clock.new_id()}"
        return is_kept

    def _on_changed(self, patch: Patch) -> None:
        change = patch.changes.get(self._record_id)
        if change is None:
            return
        if change.after is None:
            self._waiting = None
            self._pauses.stop()
            self.record_gone.emit()
        elif self._waiting is None and self._field in change.changed_fields():
            self.text_changed.emit(self.stored_text)


def shows_same(record_type: type[Record], field: str, typed: str, stored: str) -> bool:
    """Whether a typed text differs from the stored one only by what cleaning takes out.

    An editor leaves such a text alone, so that a space being typed does not vanish under the caret.
    """
    rule = rules_of(record_type)[field]
    return clean_text(typed, rule.limit, one_line=rule.is_line).text == stored
