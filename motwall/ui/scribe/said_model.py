"""The notes of a wall as a list that grows at its top."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.model.order import all_moments
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_NOTHING: object = None
_ITEM = Qt.ItemDataRole


class SaidModel(QAbstractListModel):
    """A row for each note that says something, the newest first.

    Of notes that were there before nobody knows when they came: the last of the wall is the newest.
    It does not listen by itself: its card hands on what changes while it can be seen.
    """

    def __init__(self, document: Document, parent: QObject) -> None:
        """Be empty; `look_again` reads the wall."""
        super().__init__(parent)
        self._document = document
        self._ids: list[str] = []

    @property
    def ids(self) -> tuple[str, ...]:
        """The notes, from the top."""
        return tuple(self._ids)

    def moment_at(self, row: int) -> Moment | None:
        """The note of a row; None for one that is just going."""
        return self._document.store.find(Moment, self._ids[row])

    def look_again(self) -> None:
        """Follow whatever happened while nobody looked; those known keep their order."""
        there = [one.id for one in all_moments(self._document.store) if one.text]
        known = set(self._ids)
        new = [one for one in reversed(there) if one not in known]
        stayed = set(there)
        self.beginResetModel()
        self._ids = new + [one for one in self._ids if one in stayed]
        self.endResetModel()

    def follow(self, patch: Patch) -> None:
        """Show what a patch did to the notes."""
        if patch.touches(ContactType) and self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))
        known = set(self._ids)
        for change in patch:
            before, after = change.before, change.after
            if isinstance(after, Moment) and after.text and after.id not in known:
                self.beginInsertRows(_NOWHERE, 0, 0)
                self._ids.insert(0, after.id)
                self.endInsertRows()
            elif isinstance(after, Moment) and after.text:
                index = self.index(self._ids.index(after.id))
                self.dataChanged.emit(index, index)
            elif isinstance(before, Moment) and before.id in known:
                row = self._ids.index(before.id)
                self.beginRemoveRows(_NOWHERE, row, row)
                del self._ids[row]
                self.endRemoveRows()

    @override
    @guarded(0)
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    @guarded(_NOTHING)
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        if not index.isValid() or role != _ITEM.DisplayRole:
            return None
        moment = self.moment_at(index.row())
        return moment.text if moment else None
