"""What ties an editor to one field of records: nothing is ever "saved" or "applied".

What is typed is committed half a second after the last key, every second while typing goes on, when
the keyboard leaves, when the program is left, and on `flush`. A commit that fails leaves the text
where it is and is tried again with the next key.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal

from motwall.document.document import Document, Selected
from motwall.document.typing import Pauses
from motwall.i18n import translate
from motwall.model.edits.fields import settled, write
from motwall.model.fields import rules_of
from motwall.model.patch import Patch
from motwall.model.records import Moment, Record
from motwall.model.store import Store
from motwall.ui.editors import TextEditor
from motwall.ui.theme import restyle


class FieldRef(NamedTuple):
    """One field of a record type."""

    record_type: type[Record]
    name: str


class NotUnderstood(Exception):
    """The typed words do not say what the field can hold (yet)."""


class Words(Protocol):
    """How a field's value is written for people."""

    @property
    def is_shown_while_typing(self) -> bool:
        """Whether the editor may be set to `shown` while the keyboard is in it."""

    def shown(self, value: object) -> str:
        """The value in words."""

    def read(self, text: str) -> object:
        """The value of the words.

        Raises:
            NotUnderstood: They have none.
        """


class PlainWords:
    """Texts are their own words."""

    is_shown_while_typing = True

    def shown(self, value: object) -> str:
        """The text itself."""
        return str(value)

    def read(self, text: str) -> object:
        """The text itself; `fields.write` cleans it."""
        return text


def selected_with(store: Store, record_type: type[Record], ids: Iterable[str]) -> Selected:
    """What undo selects after a change of these records: their moments, where they have one."""
    records = [store.find(record_type, one) for one in ids]
    moments = [
        one.id if isinstance(one, Moment) else getattr(one, "moment_id", "") for one in records
    ]
    chosen = tuple(dict.fromkeys(filter(None, moments)))
    return Selected(chosen, chosen)


#: Makes the patch of what was typed, as `write` does.
Edit = Callable[[Store, type[Record], Iterable[str], str, object], Patch]


class TextBinding(QObject):
    """Keeps an editor and one field of one or several records the same.

    Attributes:
        edit: Makes the patches; another one than `write` where more changes with the field.
    """

    #: Whether what is typed was left, or ended by Enter, without being understood.
    marked = Signal(bool)

    def __init__(
        self, document: Document, editor: TextEditor, ref: FieldRef, words: Words | None = None
    ) -> None:
        """Tie the editor to the field; `show_records` says of which records."""
        super().__init__(editor)
        self._document = document
        self._editor = editor
        self._ref = ref
        self._words = words or PlainWords()
        self.edit: Edit = write
        self._placeholder = ""
        self._ids: tuple[str, ...] = ()
        self._is_uncommitted = False
        self._merge_key = ""
        self._pauses = Pauses(self)
        self._pauses.due.connect(self.flush)
        editor.edited.connect(self._on_edited)
        editor.commit_wanted.connect(self.flush)
        editor.pasted.connect(self.flush)  # it may be long and be cut: that is to be seen at once
        editor.visited.connect(self._on_visited)
        editor.left.connect(self._on_left)
        editor.entered.connect(self._on_left)
        document.changed.connect(self._on_changed)
        document.wall_lock.changed.connect(self._show_lock)

    @property
    def is_uncommitted(self) -> bool:
        """Whether the editor holds what the wall does not."""
        return self._is_uncommitted

    @property
    def ids(self) -> tuple[str, ...]:
        """The records shown."""
        return self._ids

    def set_placeholder(self, text: str) -> None:
        """What stands in the empty editor."""
        self._placeholder = text
        self._show()

    def show_records(self, ids: Iterable[str]) -> None:
        """Turn to other records; what was typed for the ones before is committed first."""
        wanted = tuple(ids)
        if wanted == self._ids:
            return
        self.flush()
        self._ids = wanted
        self._is_uncommitted = False
        self._merge_key = ""
        self._show_lock()
        self._show()
        self._show_pending()

    def _show_lock(self) -> None:
        lock, ref = self._document.wall_lock, self._ref
        is_fixed = lock.fixes(ref.record_type, ref.name)
        if is_fixed:
            self.flush()
        self._editor.setReadOnly(is_fixed)

    def take_over(self, text: str) -> None:
        """Go on with words typed elsewhere that could not be read there."""
        self._editor.show_text(text)
        self._is_uncommitted = True
        self._mark_understood(has_left=True)

    def flush(self) -> bool:
        """Commit what is typed; False if that failed.

        Words that mean nothing to the field cannot be committed; they stay, and nothing failed.
        """
        self._pauses.stop()
        if not self._is_uncommitted or not self._ids:
            return True
        if self._is_mixed() and not self._editor.text():
            # Typed and erased again; nobody meant to empty several different texts by that.
            self._is_uncommitted = False
            self._show()
            return True
        try:
            value = self._words.read(self._editor.text())
        except NotUnderstood:
            return True
        store, ref = self._document.store, self._ref
        patch = self.edit(store, ref.record_type, self._ids, ref.name, value)
        selected = selected_with(store, ref.record_type, self._ids)
        if not self._document.push(patch, self._visit_key(), selected):
            return False
        self._is_uncommitted = False
        if self._words.is_shown_while_typing or not self._editor.hasFocus():
            self._show()
        return True

    def _visit_key(self) -> str:
        if not self._merge_key:
            new_id = self._document.clock.new_id()
            self._merge_key = f"{self._ref.record_type.__name__}.{self._ref.name}.{new_id}"
        return self._merge_key

    def _on_edited(self) -> None:
        self._is_uncommitted = True
        self._mark_understood()
        self._pauses.typed()

    def _on_visited(self) -> None:
        # A commit that failed waits in the document under its key; it must not be passed by.
        if not self._is_uncommitted:
            self._merge_key = ""

    def _on_left(self) -> None:
        if self._is_uncommitted:
            self._mark_understood(has_left=True)
            return
        if self._merge_key:
            self._settle()
        self._show()

    def _settle(self) -> None:
        """What the words become now that they are finished is the same step of undo."""
        patch = settled(self._document.store, self._ref.record_type, self._ids, self._ref.name)
        if patch:
            self._document.push(patch, self._merge_key)

    def _on_changed(self, patch: Patch) -> None:
        changes = [patch.changes[one] for one in self._ids if one in patch.changes]
        if not any(self._ref.name in change.changed_fields() for change in changes):
            return
        gone = {change.record.id for change in changes if change.after is None}
        self._ids = tuple(one for one in self._ids if one not in gone)
        if self._is_uncommitted and not self._is_as_typed():
            return
        self._is_uncommitted = False
        if self._words.is_shown_while_typing or not self._editor.hasFocus():
            self._show()

    def _is_as_typed(self) -> bool:
        """Whether the wall came to hold what is typed by another way: the failed commit again."""
        try:
            typed = self._words.read(self._editor.text())
        except NotUnderstood:
            return False
        return all(value == typed for value in self._values())

    def _values(self) -> list[object]:
        found = [self._document.store.find(self._ref.record_type, one) for one in self._ids]
        return [getattr(one, self._ref.name) for one in found if one is not None]

    def _is_mixed(self) -> bool:
        return len(set(self._values())) > 1

    def _show(self) -> None:
        if self._is_uncommitted:
            return
        values = self._values()
        is_mixed = self._is_mixed()
        mixed = translate("Fields", "Different; type to set all")
        self._editor.setPlaceholderText(mixed if is_mixed else self._placeholder)
        self._editor.show_text(self._words.shown(values[0]) if values and not is_mixed else "")
        self._mark_understood()

    def _show_pending(self) -> None:
        """Take up again what was typed here and could not be written yet."""
        for waiting in reversed(self._document.pending):
            changes = [waiting.patch.changes.get(one) for one in self._ids]
            first = next((one for one in changes if one and one.before and one.after), None)
            if first is not None and self._ref.name in first.changed_fields():
                self._editor.show_text(self._words.shown(getattr(first.after, self._ref.name)))
                self._is_uncommitted = True
                self._merge_key = waiting.merge_key
                return

    def _mark_understood(self, *, has_left: bool = False) -> None:
        is_marked = has_left and self._is_unread()
        restyle(self._editor, "invalid", is_marked)
        self.marked.emit(is_marked)

    def _is_unread(self) -> bool:
        try:
            self._words.read(self._editor.text())
        except NotUnderstood:
            return True
        return False


@runtime_checkable
class Flushable(Protocol):
    """Whatever can hold typed text that is not committed yet."""

    def flush(self) -> bool:
        """Commit it; False if that failed."""


def flush_all(fields: Iterable[Flushable]) -> bool:
    """Flush every one, also after one could not be committed; whether all could."""
    is_kept = True
    for field in fields:
        is_kept = field.flush() and is_kept
    return is_kept


class TextField(TextEditor):
    """A text of several lines, or of one, of one field."""

    def __init__(
        self,
        document: Document,
        ref: FieldRef,
        name: str,
        placeholder: str = "",
        *,
        is_left_by_enter: bool = False,
        words: Words | None = None,
    ) -> None:
        """Make an editor for a field; the record type says whether it takes one line.

        Args:
            document: The wall.
            ref: The field.
            name: What it is for.
            placeholder: What stands in it while it is empty.
            is_left_by_enter: See `TextEditor`.
            words: How the value is written, unless it is a text.
        """
        rule = rules_of(ref.record_type)[ref.name]
        is_line = rule.is_line or rule.kind is not str
        super().__init__(name, is_line=is_line, is_left_by_enter=is_left_by_enter)
        self.binding = TextBinding(document, self, ref, words)
        self.binding.set_placeholder(placeholder)

    def show_records(self, ids: Iterable[str]) -> None:
        """See `TextBinding.show_records`."""
        self.binding.show_records(ids)

    def flush(self) -> bool:
        """See `TextBinding.flush`."""
        return self.binding.flush()
