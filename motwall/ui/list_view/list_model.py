"""The list view as a table model: any columns, in the order of the wall or of a column."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.edits.fields import write
from motwall.model.filtering import Filter
from motwall.model.finding import find_moments
from motwall.model.list_columns import (
    CHOICE_FIELDS,
    RULED,
    TEXT_FIELDS,
    YES_FIELDS,
    ListColumn,
    ListWords,
    column_titles,
    only_measure,
)
from motwall.model.order import all_moments
from motwall.model.patch import Change, Patch
from motwall.model.records import (
    ContactType,
    Measure,
    Moment,
    Reading,
    Row,
    Stage,
    Step,
)
from motwall.model.store import Store
from motwall.ui.list_view.list_rows import ListRows
from motwall.ui.panel.moment_rows import NOWHERE, Index

_NOTHING: object = None
_ITEM = Qt.ItemDataRole
_PLACING = frozenset({"step_id", "row_id", "rank", "x", "y"})
#: What many rows show a word of.
_SHARED = (Step, Stage, Row, ContactType)
#: Notes that come to match are looked for this long after the last change, ms.
_AGAIN_MS = 200
_UP, _DOWN = "\N{UPWARDS ARROW}", "\N{DOWNWARDS ARROW}"
#: Columns with an editor; what is yes or no is turned without one.
_WITH_EDITOR: Final = frozenset(
    {*TEXT_FIELDS, *CHOICE_FIELDS, *RULED, ListColumn.ACTIONS, ListColumn.IDEAS}
)


class Sorting(NamedTuple):
    """By which column, and which way."""

    column: ListColumn
    is_descending: bool = False


class ListModel(ListRows):
    """A row for every moment that is looked for, and at the end an empty one for a new note.

    Rows that are sorted or filtered stay where they are while they are worked on: sorting anew and
    looking again is for those who ask for it. What comes to match what is looked for does appear.

    Attributes:
        columns: Those shown, from the left.
        sorting: None is the order of the wall.
        covers: Tells whether a column is hidden for now: its cells say so in place of their words.
    """

    def __init__(
        self, document: Document, columns: Sequence[ListColumn], parent: QObject | None = None
    ) -> None:
        """Be empty until `begin`."""
        super().__init__(document, (), parent)
        self.reader = ListWords(document.store)
        self.columns = tuple(columns)
        self.sorting: Sorting | None = None
        self.covers: Callable[[ListColumn], bool] = _covers_nothing
        self._words = ""
        self._filter = Filter()
        self._is_following = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._bring_new_hits)
        document.changed.connect(self._on_changed)
        document.wall_lock.changed.connect(self._on_locked)

    # --- what it shows ---

    def begin(self) -> None:
        """Follow the wall from now on; what happened meanwhile is made up for."""
        if not self._is_following:
            self._is_following = True
            self.show_anew()

    def rest(self) -> None:
        """Nobody looks: no change is followed until `begin`."""
        self._is_following = False

    def show_anew(self) -> None:
        """Look at all notes again: sorted, filtered, in the order of the wall."""
        self.reader = ListWords(self.document.store)
        self.beginResetModel()
        self._ids = self._wanted()
        self._rows = None
        self.endResetModel()

    def set_columns(self, columns: Sequence[ListColumn]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.forget_titles()
        self.endResetModel()

    def cover_anew(self) -> None:
        """Other columns are hidden, or none."""
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def sort_by(self, sorting: Sorting | None) -> None:
        """Sort by a column, now; None brings the order of the wall back, which is kept up."""
        self.sorting = sorting
        self.forget_titles()
        self.show_rows(self._wanted())
        last = len(self.columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def look_for(self, words: str, wanted: Filter) -> None:
        """Show only notes that these words are said of, and that have the traits of a filter."""
        if (words, wanted) != (self._words, self._filter):
            self._words, self._filter = words, wanted
            self.show_rows(self._wanted())

    @property
    def is_filtered(self) -> bool:
        """Whether only some notes are looked for."""
        return bool(self._words.strip() or self._filter)

    @property
    def count(self) -> int:
        """How many notes are shown."""
        return len(self._ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """The notes shown, from the top."""
        return tuple(self._ids)

    def is_tail(self, row: int) -> bool:
        """Whether a row is the empty one at the end."""
        return row == len(self._ids)

    def column_of(self, column: ListColumn) -> int:
        """Where a column is shown, -1 if it is not."""
        return self.columns.index(column) if column in self.columns else -1

    def fixes(self, column: ListColumn) -> bool:
        """Whether cells of a column stay as they are, now."""
        lock = self.document.wall_lock
        if self.covers(column):
            return True
        if column in {ListColumn.STEP, ListColumn.STAGE}:
            return lock.is_fixed
        if column is ListColumn.MEASURE:
            return lock.fixes(Reading, "value")
        field = {**TEXT_FIELDS, **CHOICE_FIELDS, **YES_FIELDS}.get(column, "")
        return lock.fixes(Moment, field)

    def leads(self, row: int, column: ListColumn) -> bool:
        """Whether a cell leads to the measures: none, or several, cannot be written in one cell."""
        if column is not ListColumn.MEASURE or self.is_tail(row):
            return False
        return only_measure(self.document.store, self._ids[row]) is None

    # --- for Qt ---

    @override
    @guarded(0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        if parent.isValid():
            return 0
        return len(self._ids) + (0 if self.document.wall_lock.is_fixed else 1)

    @override
    @guarded(_NOTHING)
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        if not index.isValid() or role not in {
            _ITEM.DisplayRole,
            _ITEM.EditRole,
            _ITEM.AccessibleTextRole,
        }:
            return None
        column = self.columns[index.column()]
        words = self.words(index.row(), column)
        if role != _ITEM.AccessibleTextRole:
            return words
        if self.is_tail(index.row()):
            words = translate("List", "a new note")
        return f"{column_titles()[column]}: {words}"

    def words(self, row: int, column: ListColumn) -> str:
        """What a cell says."""
        if self.is_tail(row):
            return ""
        if self.covers(column):
            return translate("Facilitator", "Later")
        return self.reader.words(self.moment(row), column, self.document.clock.today())

    @override
    @guarded(_NOTHING)
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _ITEM.DisplayRole
    ) -> object:
        if role == _ITEM.DisplayRole and orientation is Qt.Orientation.Vertical:
            return "+" if self.is_tail(section) else str(section + 1)
        return super().headerData(section, orientation, role)

    @override
    def titles(self) -> Sequence[str]:
        known, sorting = column_titles(), self.sorting
        mark = _DOWN if sorting is not None and sorting.is_descending else _UP
        by = sorting.column if sorting is not None else None
        return [f"{known[one]} {mark}" if one is by else known[one] for one in self.columns]

    @override
    def is_written(self, row: int, column: int) -> bool:
        shown = self.columns[column]
        if self.is_tail(row):
            return shown is ListColumn.TEXT
        is_open = shown in _WITH_EDITOR and not self.fixes(shown)
        return is_open and not self.leads(row, shown)

    @override
    @guarded(False)
    def setData(self, index: Index, value: object, role: int = _ITEM.EditRole) -> bool:
        """Write a text cell; the editors of the list do not come this way (they commit alone)."""
        if role != _ITEM.EditRole or not index.isValid() or self.is_tail(index.row()):
            return False
        field = TEXT_FIELDS.get(self.columns[index.column()])
        if field is None:
            return False
        moment_id = self._ids[index.row()]
        patch = write(self.document.store, Moment, [moment_id], field, str(value))
        return self.document.push(patch, selected=Selected((moment_id,), (moment_id,)))

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if not self._is_following:
            return
        renumbered = self.reader.follow(patch)
        moments = [one for one in patch if isinstance(one.record, Moment)]
        self._place(patch, moments)
        for moment_id in {*renumbered, *_concerned(self.document.store, patch)}:
            self.announce(moment_id)
        if any(isinstance(one.record, _SHARED) for one in patch) and self._ids:
            last = self.index(len(self._ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        if self.is_filtered:
            self._again.start()

    def _place(self, patch: Patch, moments: Sequence[Change]) -> None:
        """Take rows away, bring new ones, and move those that have another place on the wall."""
        for change in moments:
            if change.after is None:
                self.remove_row(change.record.id)
        coming = [one.record.id for one in moments if one.before is None]
        known = self._row_map()
        moved = [
            one.record.id
            for one in moments
            if one.record.id in known
            and one.before is not None
            and not _PLACING.isdisjoint(one.changed_fields())
        ]
        if self.sorting is not None:
            self.append_rows(coming)
        elif self._is_reordered(patch, moments if moved or coming else ()):
            shown = {*self._ids, *coming}
            self.reorder([one.id for one in all_moments(self.document.store) if one.id in shown])
        else:
            self.settle(coming, moved)

    def _is_reordered(self, patch: Patch, moments: Iterable[Change]) -> bool:
        """Whether notes may have another place although they did not change themselves.

        The order of the unsorted is one of lines, so one of them can move others.
        """
        for change in patch:
            is_there = change.before is not None and change.after is not None
            is_ranked = isinstance(change.record, Step | Row)
            if is_there and is_ranked and "rank" in change.changed_fields():
                return True
        sides = (side for one in moments for side in (one.before, one.after))
        return any(isinstance(one, Moment) and one.step_id is None for one in sides)

    def _bring_new_hits(self) -> None:
        known = self._row_map()
        new = {one for one in self._wanted() if one not in known}
        if new:
            wanted = self._wanted()
            kept = {*known, *new}
            if self.sorting is None:
                wanted = [one.id for one in all_moments(self.document.store)]
                self.reorder([one for one in wanted if one in kept])
            else:
                self.append_rows(one for one in wanted if one in new)

    def _wanted(self) -> list[str]:
        """The ids of the notes looked for, in their order."""
        store = self.document.store
        hits = find_moments(store, self._words)
        numbers = self.reader.numbers
        shown = [
            one
            for one in all_moments(store)
            if (hits is None or one.id in hits) and not self._filter.fades(store, one, numbers)
        ]
        if self.sorting is not None:
            column, is_descending = self.sorting
            today = self.document.clock.today()
            shown.sort(key=lambda one: self.reader.key(one, column, today), reverse=is_descending)
        return [one.id for one in shown]

    def _on_locked(self) -> None:
        if self._is_following:
            self.show_anew()


def _concerned(store: Store, patch: Patch) -> set[str]:
    """The moments that a patch says something of."""
    found: set[str | None] = set()
    for change in patch:
        for side in (change.before, change.after):
            owner = store.find(Measure, side.measure_id) if isinstance(side, Reading) else side
            found.add(owner.id if isinstance(owner, Moment) else getattr(owner, "moment_id", None))
    return {one for one in found if one is not None}


def _covers_nothing(_column: ListColumn) -> bool:
    return False
