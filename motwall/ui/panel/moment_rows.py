"""A table model with a row for every moment, in an order of its own; the rows follow the wall."""

from bisect import bisect_left
from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.model.records import Moment
from motwall.ui.panel.titled_table import NOWHERE, Index, TitledTable

__all__ = ["NOWHERE", "Index", "MomentRows"]


class MomentRows(TitledTable):
    """What the planning form and the list view share: which moment is in which row."""

    def __init__(self, document: Document, ids: Sequence[str], parent: QObject | None) -> None:
        """Begin with these moments."""
        super().__init__(parent)
        self.document = document
        self._ids = list(ids)
        #: By id; made anew when it is asked for after rows came, went or moved.
        self._rows: dict[str, int] | None = None

    def moment_id(self, row: int) -> str:
        """The moment of a row."""
        return self._ids[row]

    def row_of(self, moment_id: str | None) -> int:
        """The row of a moment, -1 if it has none."""
        return -1 if moment_id is None else self._row_map().get(moment_id, -1)

    def moment(self, row: int) -> Moment:
        """The record of a row."""
        return self.document.store.get(Moment, self._ids[row])

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def announce(self, moment_id: str) -> None:
        """All of a moment's cells may say something else now."""
        row = self.row_of(moment_id)
        if row >= 0:
            last = self.index(row, self.columnCount() - 1)
            self.dataChanged.emit(self.index(row, 0), last)

    def reorder(self, wanted: Sequence[str]) -> None:
        """Bring the rows into another order by removing, moving and inserting a few."""
        self._remove_all_but(set(wanted))
        known = dict(self._row_map())
        resting = _resting(wanted, known)
        last = -1  # the row of the one before
        for moment_id in wanted:
            if moment_id not in known:
                last += 1
                self.beginInsertRows(NOWHERE, last, last)
                self._ids.insert(last, moment_id)
                self._rows = None
                self.endInsertRows()
            elif moment_id in resting:
                # In between are rows that move away when their turn comes.
                last = self._ids.index(moment_id, last + 1)
            else:
                last = self._move(self._ids.index(moment_id), last + 1)

    def _remove_all_but(self, kept: set[str]) -> None:
        last = len(self._ids) - 1
        while last >= 0:
            first = last
            while first >= 0 and self._ids[first] not in kept:
                first -= 1
            if first < last:
                self.beginRemoveRows(NOWHERE, first + 1, last)
                del self._ids[first + 1 : last + 1]
                self._rows = None
                self.endRemoveRows()
            last = first - 1

    def _move(self, row: int, goal: int) -> int:
        """Move a row to stand before the one that is at `goal` now; its row from then on."""
        final = goal - 1 if row < goal else goal
        if final != row:
            self.beginMoveRows(NOWHERE, row, row, NOWHERE, goal)
            self._ids.insert(final, self._ids.pop(row))
            self._rows = None
            self.endMoveRows()
        return final

    def _row_map(self) -> dict[str, int]:
        if self._rows is None:
            self._rows = {one: row for row, one in enumerate(self._ids)}
        return self._rows


def _resting(wanted: Sequence[str], rows: dict[str, int]) -> set[str]:
    """As many as possible of the known rows that are in the wanted order already: they stay."""
    tails: list[int] = []
    tail_ids: list[str] = []
    before: dict[str, str | None] = {}
    for one in wanted:
        if one not in rows:
            continue
        place = bisect_left(tails, rows[one])
        before[one] = tail_ids[place - 1] if place else None
        tails[place : place + 1] = [rows[one]]
        tail_ids[place : place + 1] = [one]
    resting: set[str] = set()
    last = tail_ids[-1] if tail_ids else None
    while last is not None:
        resting.add(last)
        last = before[last]
    return resting
