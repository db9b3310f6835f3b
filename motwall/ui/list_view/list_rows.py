"""Rows of moments that come, go and move a few at a time, or all at once."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from motwall.model.order import row_places
from motwall.model.records import Moment, Step
from motwall.ui.panel.moment_rows import NOWHERE, MomentRows

#: Notes moved by one edit; of more the whole order is looked at.
_FEW = 60


class ListRows(MomentRows):
    """How the rows of the list view change; the row behind the last one is the empty one."""

    def settle(self, coming: Sequence[str], moved: Sequence[str]) -> None:
        """Put each into its place among the others, whose order is as it was."""
        if not (coming or moved):
            return
        rows = row_places(self.document.store)
        movers = {*coming, *moved}
        wanted = [one for one in self._ids if one not in movers]

        def place(moment_id: str) -> tuple[int | str, ...]:
            moment = self.document.store.get(Moment, moment_id)
            step = self.document.store.find(Step, moment.step_id)
            if step is None:
                return (1,)
            return (0, step.rank, step.id, rows[moment.row_id], moment.rank, moment.id)

        for moment_id in movers:
            wanted.insert(bisect_left(wanted, place(moment_id), key=place), moment_id)
        if len(movers) > _FEW:
            self.reorder(wanted)
            return
        for final, moment_id in enumerate(wanted):
            if moment_id in movers:
                # The one above has its place already, so behind it is right.
                goal = self._ids.index(wanted[final - 1]) + 1 if final else 0
                self.put_row(moment_id, goal)

    def remove_row(self, moment_id: str) -> None:
        """Take the row of a moment away, if it has one."""
        row = self.row_of(moment_id)
        if row >= 0:
            self.beginRemoveRows(NOWHERE, row, row)
            del self._ids[row]
            self._rows = None
            self.endRemoveRows()

    def put_row(self, moment_id: str, goal: int) -> None:
        """Have the row of a moment before the one that is at `goal` now."""
        row = self.row_of(moment_id)
        if row < 0:
            self.insert_row(goal, moment_id)
        else:
            self._move(row, goal)

    def insert_row(self, row: int, moment_id: str) -> None:
        """A row for a moment that has none."""
        self.beginInsertRows(NOWHERE, row, row)
        self._ids.insert(row, moment_id)
        self._rows = None
        self.endInsertRows()

    def show_rows(self, wanted: list[str]) -> None:
        """Have these rows, at once: one by one each would cost what all of them do."""
        if wanted == self._ids:
            return
        if set(wanted) != set(self._ids):
            self.beginResetModel()
            self._ids, self._rows = wanted, None
            self.endResetModel()
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        known = [None if one.row() == len(self._ids) else self._ids[one.row()] for one in before]
        self._ids, self._rows = wanted, None
        after = [
            self.index(len(wanted) if moment_id is None else self.row_of(moment_id), one.column())
            for moment_id, one in zip(known, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def append_rows(self, coming: Iterable[str]) -> None:
        """Rows for moments that have none, below the others."""
        for moment_id in coming:
            self.insert_row(len(self._ids), moment_id)
