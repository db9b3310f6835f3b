"""The first step: a line for one more contact, and what is on the wall so far."""

from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.alone import KINDS, Ask
from motwall.model.coverage import Area, coverage
from motwall.model.edits.alone import list_contacts
from motwall.model.lines import note_lines
from motwall.model.order import step_moments, steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import Moment, MomentKind
from motwall.ui.alone.words import kind_words, list_question
from motwall.ui.panel.quick_line import QuickLine
from motwall.ui.small import label

#: So many of the latest are shown: the others are on the wall.
_SHOWN = 30


class ListPage(QWidget):
    """Type, Enter, next."""

    def __init__(self, document: Document) -> None:
        """For no question yet."""
        super().__init__()
        self._document = document
        self._ask = Ask.CONTACTS
        # Kept until the note is written, so that a second try does not make a second note.
        self._ids: list[str] = []
        self.hint = label("", "hint", is_wrapped=True)
        name = translate("Alone", "One more contact")
        self.line = QuickLine(name, translate("Alone", "Type it, press Enter"), self._add)
        self.line.setProperty("kind", "")
        self.line.setProperty("role", "answer")
        self.add_button = QPushButton(translate("Alone", "Add"))
        self.add_button.clicked.connect(self._on_button)
        self.count = label("", "strong")
        self.latest = label("", "recall", is_wrapped=True)
        self.missing = label("", "band", is_wrapped=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.hint)
        column.addLayout(row)
        column.addSpacing(8)
        for widget in (self.count, self.latest, self.missing):
            column.addWidget(widget)
        column.addStretch(1)
        document.changed.connect(self._on_changed)
        document.wall_lock.changed.connect(self._show_lock)

    def ask(self, ask: Ask) -> None:
        """Turn to a question; what stands in the line belongs to the one before."""
        self.flush()
        self._ask = ask
        self.hint.setText(list_question(ask).hint)
        self._show_lock()
        self.show_now()

    def flush(self) -> bool:
        """Add what is typed; whether nothing waits any more."""
        return self.line.flush()

    def show_now(self) -> None:
        """Follow the wall."""
        store = self._document.store
        # Not all of a large wall for the sake of the last few.
        last = steps_in_order(store)[-_SHOWN - 1 :]
        known = [one.text for step in last for one in step_moments(store, step.id) if one.text]
        self.count.setText(translate("Alone", "%n contact(s) so far", count=store.count(Moment)))
        shown = known[-_SHOWN:]
        flat = [" ".join(words.split()) for words in shown]
        more = ["\N{HORIZONTAL ELLIPSIS}"] if len(known) > _SHOWN else []
        self.latest.setText(" \N{MIDDLE DOT} ".join([*more, *flat]))
        self.missing.setVisible(self._ask is Ask.SURROUNDINGS and self._show_missing())

    def _show_missing(self) -> bool:
        kinds = [one for one in coverage(self._document.store) if one.area is Area.KIND]
        missing = [kind_words(MomentKind(one.key)) for one in kinds if not one.moments]
        words = translate("Alone", "Nothing on the wall yet about: {kinds}.")
        self.missing.setText(words.format(kinds=", ".join(missing)))
        return bool(missing)

    def _show_lock(self) -> None:
        is_fixed = self._document.wall_lock.is_fixed
        self.line.setReadOnly(is_fixed)
        self.add_button.setEnabled(not is_fixed)

    def _on_button(self) -> None:
        self.flush()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> bool:
        document = self._document
        if not document.wall_lock.permits():
            return False
        used = count()

        def kept_id() -> str:
            place = next(used)
            if place == len(self._ids):
                self._ids.append(document.clock.new_id())
            return self._ids[place]

        # A list that was pasted makes a note of each line.
        texts = note_lines(self.line.text())
        patch = list_contacts(document.store, texts, KINDS[self._ask], kept_id)
        if not patch:
            self._clear()
            return True
        added = tuple(one.record.id for one in patch if isinstance(one.after, Moment))
        if not document.push(patch, f"list.{self._ids[0]}", Selected((), added)):
            return False
        self._clear()
        return True

    def _clear(self) -> None:
        self._ids.clear()
        self.line.show_text("")

    def _on_changed(self, patch: Patch) -> None:
        if self._ids and any(one in patch.changes for one in self._ids):
            self._clear()  # the document's own second try, or ours
        if self.isVisible() and patch.touches(Moment):
            self.show_now()
