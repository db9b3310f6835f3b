"""The actions of the wall as a table model that follows the wall row by row."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.action_list import ActionFilter, all_actions
from motwall.model.doubts import ActionDoubt, action_doubts
from motwall.model.edits.actions import is_open
from motwall.model.edits.fields import write
from motwall.model.patch import Patch
from motwall.model.records import ActionReview, Moment, PlannedAction, Row, Step
from motwall.ui.action_list.columns import (
    TYPED,
    ActionColumn,
    DayKey,
    cell_words,
    column_titles,
    heading_words,
)
from motwall.ui.action_words import doubt_sentences
from motwall.ui.date_field import DateWords
from motwall.ui.fields import NotUnderstood
from motwall.ui.panel.titled_table import NOWHERE, Index, TitledTable

#: Ended, without a day, the day, the place on the wall.
_Key = tuple[bool, bool, date, int]

_NOTHING: object = None
_ITEM = Qt.ItemDataRole
#: Fields of a moment that the order of the wall hangs on.
_PLACING = ("step_id", "row_id", "rank", "x", "y")


class ActionListModel(TitledTable):
    """A row for every action that is looked for; changes come from the document alone.

    What is still to be done comes first. A row that is shown stays, and stays where it is, until
    something else is looked for, also when it is done now, has another day, or is no more like what
    is looked for: what somebody has just changed should not vanish under their hands.

    Attributes:
        wanted: What is looked for.
        is_by_date: In the order of the calendar, not of the wall.
    """

    #: Other rows begin a day than before.
    headings_changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Be empty until `catch_up`."""
        super().__init__(parent)
        self.document = document
        self.wanted = ActionFilter()
        self.is_by_date = True
        self._ids: list[str] = []
        #: Of each action in the order of the wall.
        self._places: dict[str, int] = {}
        #: What was not to be done any more when it was last looked for.
        self._ended: set[str] = set()
        #: By action, where its row belongs: as it was when the order was made.
        self._keys: dict[str, _Key] = {}
        self._is_following = False
        document.changed.connect(self._on_changed)

    # --- what is shown ---

    def action_id(self, row: int) -> str:
        """The action of a row."""
        return self._ids[row]

    def action(self, row: int) -> PlannedAction | None:
        """The record of a row; None if it went while nobody looked."""
        return self.document.store.find(PlannedAction, self._ids[row])

    def row_of(self, action_id: str) -> int:
        """The row of an action, -1 if it has none."""
        return self._ids.index(action_id) if action_id in self._ids else -1

    def today(self) -> date:
        """The day that tells what is overdue."""
        return self.document.clock.today()

    def heading(self, row: int) -> str:
        """The day that a row begins, in the order of the calendar; "" where it goes on.

        A row that was given another day stays where it is, with that day above it.
        """
        if not self.is_by_date:
            return ""
        here = self._day_of(row)
        if here is None or (row and self._day_of(row - 1) == here):
            return ""
        return heading_words(here, self.today())

    def catch_up(self) -> None:
        """Follow the document from now on, and whatever was not followed before."""
        self._is_following = True
        self._look_again()
        self._announce_all()

    def show_day(self) -> None:
        """It is another day: rows that are like what is looked for only now come, none goes."""
        found = self._found()
        self._show_in_order(dict.fromkeys([*self._ids, *found]), stays=self.is_by_date)
        self._announce_all()

    def rest(self) -> None:
        """Nobody looks: do not follow until `catch_up`."""
        self._is_following = False

    def look_for(self, wanted: ActionFilter) -> None:
        """Show the actions that are like that, and no others."""
        self.wanted = wanted
        self._look_again()

    def order(self, *, is_by_date: bool) -> None:
        """Have the order of the calendar, or of the wall."""
        self.is_by_date = is_by_date
        self._count_ended()
        self._show_in_order(self._ids)

    # --- Qt ---

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    @override
    @guarded(_NOTHING)
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        action = self.action(index.row()) if index.isValid() else None
        if action is None:
            return None
        column = ActionColumn(index.column())
        words = cell_words(self.document.store, action, column, self.today())
        if role in {_ITEM.DisplayRole, _ITEM.EditRole}:
            return words
        if role == _ITEM.ToolTipRole and column is ActionColumn.NOTE:
            is_fixed = self.document.is_read_only
            return None if is_fixed else translate("Actions", "Double click: another note")
        if role == _ITEM.AccessibleTextRole:
            said = f"{column_titles()[column]}: {words}. {self._doubts(action)}".strip()
            # Once in a row, where one comes to it.
            heading = "" if index.column() else self.heading(index.row())
            return f"{heading}. {said}" if heading else said
        return None

    @override
    def titles(self) -> Sequence[str]:
        return column_titles()

    @override
    def is_written(self, row: int, column: int) -> bool:
        return not self.document.is_read_only

    @override
    @guarded(False)
    def setData(self, index: Index, value: object, role: int = _ITEM.EditRole) -> bool:
        """Write a cell that is typed in (the editors of the list commit by themselves)."""
        action = self.action(index.row()) if index.isValid() else None
        field = TYPED.get(ActionColumn(index.column())) if action else None
        if role != _ITEM.EditRole or action is None or field is None:
            return False
        try:
            is_day = field == "due"
            read = DateWords(self.document.clock).read(str(value)) if is_day else str(value)
        except NotUnderstood:
            return False
        patch = write(self.document.store, PlannedAction, [action.id], field, read)
        selected = Selected((action.moment_id,), (action.moment_id,))
        return self.document.push(patch, selected=selected)

    def _day_of(self, row: int) -> DayKey | None:
        """What is headed together: what is ended, whatever its day; what has no day; a day.

        None is a row that is about to go.
        """
        key, action = self._keys.get(self._ids[row]), self.action(row)
        if key is None or action is None:
            return None
        is_ended, is_dayless = key[0], action.due is None
        return (is_ended, is_ended or is_dayless, (not is_ended and action.due) or date.min)

    def _doubts(self, action: PlannedAction) -> str:
        doubts = action_doubts(self.document.store, action, self.today())
        return doubt_sentences(doubts, (ActionDoubt.OVERDUE, ActionDoubt.NO_OWNER))

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if not self._is_following:
            return
        store = self.document.store
        concerned = [key for key, one in patch.changes.items() if _is_action(one.record)]
        shown = set(self._ids) if concerned else set()
        found = [store.find(PlannedAction, key) for key in concerned if key not in shown]
        new = [one.id for one in found if one and self.wanted.accepts(one, self.today())]
        is_moved = _moves(patch)
        if is_moved:
            self._count_places()
        if new or is_moved:
            kept = [one for one in self._ids if store.find(PlannedAction, one)]
            self._show_in_order([*kept, *new], stays=self.is_by_date)
        self._announce([*concerned, *self._beside(patch)])
        if self.is_by_date and patch.touches(PlannedAction, "due"):
            self.headings_changed.emit()

    def _beside(self, patch: Patch) -> list[str]:
        """The actions whose rows show something of other records that changed."""
        found: list[str] = []
        for change in patch:
            if isinstance(change.record, ActionReview):
                found.append(change.record.action_id)
            elif isinstance(change.record, Moment) and "text" in change.changed_fields():
                its = self.document.store.referring(PlannedAction, "moment_id", change.record.id)
                found += [one.id for one in its]
        return found

    def _announce(self, action_ids: Iterable[str]) -> None:
        for action_id in dict.fromkeys(action_ids):
            row = self.row_of(action_id)
            if row >= 0:
                last = self.index(row, len(ActionColumn) - 1)
                self.dataChanged.emit(self.index(row, 0), last)

    def _announce_all(self) -> None:
        if self._ids:
            last = self.index(len(self._ids) - 1, len(ActionColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _look_again(self) -> None:
        self._count_places()
        self._count_ended()
        self._show_in_order(self._found())

    def _found(self) -> list[str]:
        """The ids of what is looked for."""
        today, store = self.today(), self.document.store
        return [one.id for one in store.all(PlannedAction) if self.wanted.accepts(one, today)]

    def _count_places(self) -> None:
        actions = all_actions(self.document.store)
        self._places = {one.id: place for place, one in enumerate(actions)}

    def _count_ended(self) -> None:
        actions = self.document.store.all(PlannedAction)
        self._ended = {one.id for one in actions if not is_open(one)}

    def _show_in_order(self, ids: Iterable[str], *, stays: bool = False) -> None:
        """Have these rows, in order; if it stays, only those that are new look for their place."""
        known = self._keys if stays else {}
        self._keys = {one: known[one] if one in known else self._key(one) for one in ids}
        self._show(sorted(self._keys, key=lambda one: self._keys[one]))
        self.headings_changed.emit()

    def _key(self, action_id: str) -> _Key:
        """In the order of the calendar those without a day come last."""
        place = self._places[action_id]
        due = self.document.store.get(PlannedAction, action_id).due if self.is_by_date else date.min
        is_ended = self.is_by_date and action_id in self._ended
        return is_ended, due is None, due or date.min, place

    # --- rows ---

    def _show(self, wanted: Sequence[str]) -> None:
        """Have these rows: some go, some change places, some come; the others stay."""
        self._remove_all_but(set(wanted))
        shown = set(self._ids)
        self._permute([one for one in wanted if one in shown])
        row = 0
        while row < len(wanted):
            end = row
            while end < len(wanted) and wanted[end] not in shown:
                end += 1
            if end > row:
                self.beginInsertRows(NOWHERE, row, end - 1)
                self._ids[row:row] = wanted[row:end]
                self.endInsertRows()
            row = end + 1

    def _remove_all_but(self, kept: set[str]) -> None:
        last = len(self._ids) - 1
        while last >= 0:
            first = last
            while first >= 0 and self._ids[first] not in kept:
                first -= 1
            if first < last:
                self.beginRemoveRows(NOWHERE, first + 1, last)
                del self._ids[first + 1 : last + 1]
                self.endRemoveRows()
            last = first - 1

    def _permute(self, wanted: list[str]) -> None:
        if wanted == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        rows = {one: row for row, one in enumerate(wanted)}
        after = [self.index(rows[self._ids[one.row()]], one.column()) for one in before]
        self._ids = wanted
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()


def _is_action(record: object) -> bool:
    return isinstance(record, PlannedAction)


def _moves(patch: Patch) -> bool:
    """Whether actions have other places in the order of the wall, come or go."""
    return (
        patch.touches(PlannedAction, "moment_id", "rank")
        or patch.touches(Moment, *_PLACING)
        or patch.touches(Step, "rank")
        or patch.touches(Row, "rank")
    )
