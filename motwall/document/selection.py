"""What is selected in one window, shared by the wall and the panel."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from motwall.document.document import Document
from motwall.model.patch import Patch


class Selection(QObject):
    """Ids of selected moments, in the order they were selected; the current one is the last.

    It follows the document and drops ids whose records are gone.
    """

    #: The ids or the current id changed.
    changed = Signal()
    #: Some were selected, also if they were before.
    asked = Signal()

    def __init__(self, document: Document) -> None:
        """Follow a document; one selection per window."""
        super().__init__()
        self._ids: dict[str, None] = {}
        document.changed.connect(self._on_changed)

    @property
    def ids(self) -> tuple[str, ...]:
        """The selected ids, earliest first."""
        return tuple(self._ids)

    @property
    def current_id(self) -> str | None:
        """The id selected last, or None."""
        return next(reversed(self._ids), None)

    def set(self, ids: Iterable[str]) -> None:
        """Select these and nothing else."""
        wanted = dict.fromkeys(ids)
        if tuple(wanted) != tuple(self._ids):
            self._ids = wanted
            self.changed.emit()
        self.asked.emit()

    def toggle(self, moment_id: str) -> None:
        """Add to the selection, or take out of it."""
        if moment_id in self._ids:
            self.set(one for one in self._ids if one != moment_id)
        else:
            self.set([*self._ids, moment_id])

    def clear(self) -> None:
        """Select nothing."""
        self.set(())

    def __contains__(self, moment_id: str) -> bool:
        """Whether the moment is selected."""
        return moment_id in self._ids

    def _on_changed(self, patch: Patch) -> None:
        gone = {one.record.id for one in patch if one.after is None}
        if not gone.isdisjoint(self._ids):
            self.set(one for one in self._ids if one not in gone)
