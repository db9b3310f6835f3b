"""The planning form as a table model that follows the wall row by row."""

from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.edits.fields import write
from motwall.model.note_look import priority_numbers
from motwall.model.order import actions_of
from motwall.model.patch import Patch
from motwall.model.priorities import in_form_order
from motwall.model.records import Moment, PlannedAction, Row, Step
from motwall.model.words import rating_word

Index = QModelIndex | QPersistentModelIndex

_NOWHERE = QModelIndex()
_NOTHING: object = None
_ITEM = Qt.ItemDataRole
#: Fields of a moment that its place in the form hangs on.
_PLACING = ("step_id", "row_id", "rank", "x", "y", "is_ticked", "shortlist_rank")
_MARKING = ("is_ticked", "shortlist_rank")


class FormColumn(IntEnum):
    """The five columns of the form."""

    MOMENT = 0
    DESCRIPTION = 1
    ISSUE = 2
    RANKING = 3
    ACTION = 4


#: The fields behind the columns; actions are records of their own.
FIELDS = {
    FormColumn.MOMENT: "text",
    FormColumn.DESCRIPTION: "description",
    FormColumn.ISSUE: "issue",
    FormColumn.RANKING: "rating",
}
#: The columns whose cells are text of the moment.
TEXT_COLUMNS = (FormColumn.MOMENT, FormColumn.DESCRIPTION, FormColumn.ISSUE)


def column_titles() -> list[str]:
    """The headings, as the method's paper form has them."""
    return [
        translate("Form", "MOMENT OF TRUTH"),
        translate("Form", "DESCRIPTION"),
        translate("Form", "ISSUE/PROBLEM"),
        translate("Form", "RANKING"),
        translate("Form", "ACTION"),
    ]


class FormModel(QAbstractTableModel):
    """A row for every moment, priorities first; changes come from the document alone."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Fill it once and follow the document from then on."""
        super().__init__(parent)
        self.document = document
        self._ids = [one.id for one in in_form_order(document.store)]
        #: By id; made anew when it is asked for after rows came, went or moved.
        self._rows: dict[str, int] | None = None
        self._numbers = priority_numbers(document.store)
        document.changed.connect(self._on_changed)

    def moment_id(self, row: int) -> str:
        """The moment of a row."""
        return self._ids[row]

    def row_of(self, moment_id: str | None) -> int:
        """The row of a moment, -1 if it has none."""
        return -1 if moment_id is None else self._row_map().get(moment_id, -1)

    def moment(self, row: int) -> Moment:
        """The record of a row."""
        return self.document.store.get(Moment, self._ids[row])

    def priority(self, row: int) -> int | None:
        """1 to 5, or None for what is no priority."""
        return self._numbers.get(self._ids[row])

    def neighbour(self, moment_id: str, distance: int) -> str | None:
        """The moment so many rows further on (or back); the first follows the last."""
        row = self.row_of(moment_id)
        return None if row < 0 else self._ids[(row + distance) % len(self._ids)]

    @override
    @guarded(0)
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    @guarded(0)
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(FormColumn)

    @override
    @guarded(_NOTHING)
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        if not index.isValid():
            return None
        moment, column = self.moment(index.row()), FormColumn(index.column())
        if role in {_ITEM.DisplayRole, _ITEM.EditRole}:
            return self._words(moment, column)
        if role == _ITEM.AccessibleTextRole:
            return f"{column_titles()[column]}: {self._words(moment, column)}"
        return None

    @override
    @guarded(_NOTHING)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ITEM.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Horizontal and role == _ITEM.DisplayRole:
            return column_titles()[section]
        return None

    @override
    @guarded(Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        field = FIELDS.get(FormColumn(index.column()), "")
        is_fixed = self.document.wall_lock.fixes(Moment, field)
        return flags if is_fixed else flags | Qt.ItemFlag.ItemIsEditable

    @override
    @guarded(False)
    def setData(self, index: Index, value: object, role: int = _ITEM.EditRole) -> bool:
        """Write a text cell; the editors of the form do not come this way (they commit alone)."""
        column = FormColumn(index.column())
        if role != _ITEM.EditRole or column not in TEXT_COLUMNS or not index.isValid():
            return False
        moment_id = self._ids[index.row()]
        patch = write(self.document.store, Moment, [moment_id], FIELDS[column], str(value))
        return self.document.push(patch, selected=Selected((moment_id,), (moment_id,)))

    def _words(self, moment: Moment, column: FormColumn) -> str:
        if column is FormColumn.MOMENT:
            return moment.text or moment.prompt
        if column is FormColumn.RANKING:
            return rating_word(moment.rating) if moment.rating else ""
        if column is FormColumn.ACTION:
            actions = actions_of(self.document.store, moment.id)
            return "\n".join(self.action_line(one) for one in actions)
        return str(getattr(moment, FIELDS[column]))

    def action_line(self, action: PlannedAction) -> str:
        """An action in one line: "what — who, date"."""
        due = date_words(action.due, self.document.clock.today()) if action.due else ""
        who_when = ", ".join(one for one in (action.owner, due) if one)
        words = " ".join(action.text.split())
        return " \N{EM DASH} ".join(one for one in (words, who_when) if one)

    def _on_changed(self, patch: Patch) -> None:
        is_moved = patch.touches(Step, "rank") or patch.touches(Row, "rank")
        if is_moved or patch.touches(Moment, *_PLACING):
            self._reorder([one.id for one in in_form_order(self.document.store)])
        if patch.touches(Moment, *_MARKING):
            self._renumber()
        touched: dict[str, None] = {}
        for change in patch:
            if isinstance(change.record, Moment):
                touched[change.record.id] = None
            for side in (change.before, change.after):
                if isinstance(side, PlannedAction):
                    touched[side.moment_id] = None
        for moment_id in touched:
            self._announce(moment_id)

    def _announce(self, moment_id: str) -> None:
        row = self.row_of(moment_id)
        if row >= 0:
            last = self.index(row, len(FormColumn) - 1)
            self.dataChanged.emit(self.index(row, 0), last)

    def _renumber(self) -> None:
        before, self._numbers = self._numbers, priority_numbers(self.document.store)
        for moment_id in before.keys() | self._numbers.keys():
            if before.get(moment_id) != self._numbers.get(moment_id):
                self._announce(moment_id)

    def _reorder(self, wanted: Sequence[str]) -> None:
        """Bring the rows into another order by removing, moving and inserting a few."""
        self._remove_all_but(set(wanted))
        known = dict(self._row_map())
        resting = _resting(wanted, known)
        last = -1  # the row of the one before
        for moment_id in wanted:
            if moment_id not in known:
                last += 1
                self.beginInsertRows(_NOWHERE, last, last)
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
                self.beginRemoveRows(_NOWHERE, first + 1, last)
                del self._ids[first + 1 : last + 1]
                self._rows = None
                self.endRemoveRows()
            last = first - 1

    def _move(self, row: int, goal: int) -> int:
        """Move a row to stand before the one that is at `goal` now; its row from then on."""
        final = goal - 1 if row < goal else goal
        if final != row:
            self.beginMoveRows(_NOWHERE, row, row, _NOWHERE, goal)
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
