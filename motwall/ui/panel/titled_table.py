"""A table model with titled columns, whose cells can be written in, or not, one by one."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from typing_extensions import override

from motwall.guard import guarded

Index = QModelIndex | QPersistentModelIndex

NOWHERE = QModelIndex()
_NOTHING: object = None


class TitledTable(QAbstractTableModel):
    """What planning form, grid, list of moments and list of actions share."""

    #: The headings; a view asks for them a hundred times for every change.
    _known: Sequence[str] | None = None

    # Abstract; Qt's metaclass leaves no room for ABC to say so.
    def titles(self) -> Sequence[str]:
        """The headings, one for each column; for each subclass to say."""
        raise NotImplementedError

    def is_written(self, row: int, column: int) -> bool:
        """Whether a cell can be written in; for each subclass to say."""
        raise NotImplementedError

    def forget_titles(self) -> None:
        """There are other columns, or other headings."""
        self._known = None

    def _shown_titles(self) -> Sequence[str]:
        if self._known is None:
            self._known = tuple(self.titles())
        return self._known

    @override
    @guarded(0)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown_titles())

    @override
    @guarded(_NOTHING)
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        titles = self._shown_titles()
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return titles[section] if is_title and 0 <= section < len(titles) else None

    @override
    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        is_written = self.is_written(index.row(), index.column())
        return flags | Qt.ItemFlag.ItemIsEditable if is_written else flags
