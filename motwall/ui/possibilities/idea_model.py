"""Ideas as a list model: whoever shows it says which ideas and in which order."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.patch import Patch
from motwall.model.records import Idea, PlannedAction

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_NOTHING: object = None
_ITEM = Qt.ItemDataRole


class IdeaModel(QAbstractListModel):
    """A row for each idea; changes come from the document alone.

    It does not listen by itself: its card hands on what concerns it, while it can be seen.
    """

    def __init__(self, wanted: Callable[[], Sequence[Idea]], parent: QObject | None) -> None:
        """Be empty; `wanted` tells the ideas to show, in their order."""
        super().__init__(parent)
        self._wanted = wanted
        self._ids: list[str] = []
        #: As they were last seen: while rows go, views still ask for ideas that are gone.
        self._seen: dict[str, Idea] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """The ideas shown, from the top."""
        return tuple(self._ids)

    def idea_at(self, row: int) -> Idea:
        """The idea of a row."""
        return self._seen[self._ids[row]]

    def row_of(self, idea_id: str) -> int:
        """The row of an idea, -1 if it is not shown."""
        return self._ids.index(idea_id) if idea_id in self._ids else -1

    def show_others(self) -> None:
        """Show what is wanted now, of another moment or in another way."""
        self.beginResetModel()
        self._seen = {one.id: one for one in self._wanted()}
        self._ids = list(self._seen)
        self.endResetModel()

    def follow(self, patch: Patch) -> None:
        """Show what is wanted after a patch, changing no more rows than it did."""
        now = {one.id: one for one in self._wanted()}
        self._seen.update(now)
        self._arrange(list(now))
        self._seen = now
        for one in patch:
            record = one.record
            idea_id = record.idea_id if isinstance(record, PlannedAction) else record.id
            if idea_id in now:
                index = self.index(self._ids.index(idea_id))
                self.dataChanged.emit(index, index)

    @override
    @guarded(0)
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    @guarded(_NOTHING)
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        if not index.isValid() or role not in {_ITEM.DisplayRole, _ITEM.UserRole}:
            return None
        idea = self.idea_at(index.row())
        return idea.id if role == _ITEM.UserRole else idea.text

    def _arrange(self, wanted: Sequence[str]) -> None:
        if list(wanted) == self._ids:
            return
        self._drop_all_but(set(wanted))
        known = set(self._ids)
        self._reorder([one for one in wanted if one in known])
        row = 0
        while row < len(wanted):
            last = row
            while last < len(wanted) and wanted[last] not in known:
                last += 1
            if last > row:
                self.beginInsertRows(_NOWHERE, row, last - 1)
                self._ids[row:row] = wanted[row:last]
                self.endInsertRows()
            row = last + 1

    def _drop_all_but(self, kept: set[str]) -> None:
        for row in reversed(range(len(self._ids))):
            if self._ids[row] not in kept:
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._ids[row]
                self.endRemoveRows()

    def _reorder(self, wanted: list[str]) -> None:
        if wanted == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._ids[one.row()] for one in before]
        self._ids = wanted
        rows = {one: row for row, one in enumerate(wanted)}
        self.changePersistentIndexList(before, [self.index(rows[one]) for one in ids])
        self.layoutChanged.emit()
