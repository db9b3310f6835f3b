"""A line that keeps the caret: Enter adds what is typed, a pasted list adds an idea for each line.

What is typed and left there is kept too, as in the panel; what could not be written stays in the
line, and is made only once however often it is tried.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, Signal
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.guard import guarded
from motwall.model.edits.ideas import add_ideas
from motwall.model.lines import note_lines
from motwall.model.records import Idea, IdeaKind, Moment
from motwall.ui.panel.quick_line import QuickLine

#: Fewer lines than this are no list.
_LEAST_LINES = 2


class IdeasDraft:
    """Ideas about to be added. They keep their ids until they are written."""

    def __init__(self, document: Document, kind: IdeaKind = IdeaKind.IDEA) -> None:
        """None yet."""
        self._document = document
        self._kind = kind
        self._ids: list[str] = []

    def push(self, moment_id: str, texts: Sequence[str]) -> tuple[str, ...]:
        """Add them to a moment; the ids of what was added, none if it could not be written."""
        document = self._document
        while len(self._ids) < len(texts):
            self._ids.append(document.clock.new_id())
        ids = tuple(self._ids[: len(texts)])
        patch = add_ideas(
            document.store, moment_id, texts, ids, document.session_id, kind=self._kind
        )
        selected = Selected((moment_id,), (moment_id,))
        if not document.push(patch, f"add.{ids[0]}", selected):
            return ()
        self._ids.clear()
        return ids

    def has_come(self) -> bool:
        """Whether they were written after all, by the document's own second try."""
        if not self._ids or self._document.store.find(Idea, self._ids[0]) is None:
            return False
        self._ids.clear()
        return True


class IdeaLine(QuickLine):
    """The line of one moment."""

    #: Ideas were added. Carries their ids.
    added = Signal(list)

    def __init__(
        self, document: Document, name: str, kind: IdeaKind, moment_id: Callable[[], str]
    ) -> None:
        """Add ideas of a kind to the moment that `moment_id` tells."""
        super().__init__(name, "", self._add)
        self._document = document
        self._kind = kind
        self._moment_id = moment_id
        self._draft = IdeasDraft(document, kind)
        self.setProperty("kind", "")

    def start_over(self) -> None:
        """Be empty, for another moment; what was typed for the one before was flushed."""
        self.show_text("")
        self._draft = IdeasDraft(self._document, self._kind)

    def forget_written(self) -> None:
        """The wall changed: if what waits here was written after all, let go of it."""
        if self._draft.has_come():
            self.show_text("")

    def _add(self) -> bool:
        moment_id, text = self._moment_id(), self.text().strip()
        if self._document.store.find(Moment, moment_id) is None:
            return True
        lines = note_lines(text)
        texts = lines if len(lines) >= _LEAST_LINES else [text]
        ids = self._draft.push(moment_id, texts)
        if ids:
            self.show_text("")
            self.added.emit(list(ids))
        return bool(ids)

    @override
    @guarded(None)
    def insertFromMimeData(self, source: QMimeData) -> None:
        """A list is added at once; anything else waits for Enter."""
        super().insertFromMimeData(source)
        if not self.isReadOnly() and len(note_lines(source.text())) >= _LEAST_LINES:
            self.flush()
