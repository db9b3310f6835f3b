"""The step/question grid as a table model that follows the wall row by row."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.answering import own_answer
from motwall.model.belongings import questions_of
from motwall.model.edits.fields import write
from motwall.model.order import step_moments, steps_in_order
from motwall.model.patch import Change, Patch
from motwall.model.records import Answer, Moment, Question, Record, Row, Stage, Step
from motwall.model.step_grid import GridRow, grid_rows, rows_of_moment
from motwall.model.words import choice_word
from motwall.ui.panel.moment_rows import NOWHERE, Index, MomentRows

_NOTHING: object = None
_ITEM = Qt.ItemDataRole
#: The fields of a moment that its place in the grid hangs on.
_PLACING = ("step_id", "row_id", "rank", "x", "y")


class GridColumn(IntEnum):
    """What stands beside each other."""

    STEP = 0
    MOMENT = 1
    QUESTION = 2
    ANSWER = 3
    NOTE = 4


class Place(NamedTuple):
    """The records of a row; each may be missing."""

    step: Step | None = None
    moment: Moment | None = None
    question: Question | None = None


def column_titles() -> list[str]:
    """The headings."""
    return [
        translate("Grid", "PROCESS STEP"),
        translate("Grid", "MOMENT OF TRUTH"),
        translate("Grid", "QUESTION"),
        translate("Grid", "ANSWER"),
        translate("Grid", "NOTE"),
    ]


def _key(row: GridRow) -> str:
    """What tells a row from all others: the id of the innermost of its records."""
    return row.question_id or row.moment_id or row.step_id or ""


class GridModel(MomentRows):
    """A row for every question, moment without one, and step without a moment.

    The ids of `MomentRows` are those of the innermost record of each row.
    """

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Fill it once and follow the document from then on."""
        super().__init__(document, [_key(one) for one in grid_rows(document.store)], parent)
        #: By step; made anew when it is asked for after steps came, went or moved.
        self._numbers: dict[str, int] | None = None
        self._is_asleep = False
        self._is_stale = False
        document.changed.connect(self._on_changed)

    def place(self, row: int) -> Place:
        """The records of a row; none in a row that is just going."""
        if not 0 <= row < len(self._ids):
            return Place()
        store, key = self.document.store, self._ids[row]
        question = store.find(Question, key)
        moment = store.find(Moment, question.moment_id if question else key)
        step = store.find(Step, moment.step_id if moment else key)
        return Place(step, moment, question)

    @override
    def moment_id(self, row: int) -> str:
        """The moment of a row; "" for a step without one."""
        moment = self.place(row).moment
        return moment.id if moment else ""

    @override
    def row_of(self, moment_id: str | None) -> int:
        """The first row of a moment, -1 if it has none."""
        if moment_id is None:
            return -1
        asked = questions_of(self.document.store, moment_id)
        return super().row_of(asked[0].id if asked else moment_id)

    def row_of_record(self, record_id: str) -> int:
        """The row whose innermost record it is, -1 if there is none."""
        return super().row_of(record_id)

    def key(self, row: int) -> str:
        """What a row keeps when it moves."""
        return self._ids[row]

    def begins(self, row: int, column: GridColumn) -> bool:
        """Whether a step or a moment begins in a row; a question always does."""
        if column > GridColumn.MOMENT or row == 0:
            return True
        here, above = self.place(row), self.place(row - 1)
        is_same_step = here.step == above.step
        is_same = is_same_step and (column is GridColumn.STEP or here.moment == above.moment)
        return not is_same

    def number(self, step_id: str) -> int:
        """The number of a step, from 1."""
        if self._numbers is None:
            ordered = steps_in_order(self.document.store)
            self._numbers = {one.id: place for place, one in enumerate(ordered, start=1)}
        return self._numbers.get(step_id, 0)

    def step_words(self, step: Step | None) -> str:
        """A step as it is shown: its number, and its title or its stage's."""
        if step is None:
            return translate("Grid", "Unsorted")
        stage = self.document.store.find(Stage, step.stage_id)
        title = step.title or (stage.title if stage else "")
        return f"{self.number(step.id)}  {title}".rstrip()

    def words(self, row: int, column: GridColumn) -> str:
        """What a cell says, also where it is shown only once for several rows."""
        step, moment, question = self.place(row)
        if column is GridColumn.STEP:
            return self.step_words(step)
        if column is GridColumn.MOMENT:
            return (moment.text or moment.prompt) if moment else ""
        return self._question_words(question, column) if question else ""

    def _question_words(self, question: Question, column: GridColumn) -> str:
        if column is GridColumn.QUESTION:
            return question.text
        answer = own_answer(self.document.store, question.id)
        if column is GridColumn.NOTE:
            return answer.note if answer else ""
        return choice_word(answer.choice) if answer and answer.choice else ""

    @override
    @guarded(_NOTHING)
    def data(self, index: Index, role: int = _ITEM.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = index.row(), GridColumn(index.column())
        if role == _ITEM.DisplayRole:
            return self.words(row, column) if self.begins(row, column) else ""
        if role == _ITEM.EditRole:
            record, field = self.written(row, column)
            return str(getattr(record, field)) if record else self.words(row, column)
        if role == _ITEM.AccessibleTextRole:
            return f"{column_titles()[column]}: {self.words(row, column)}"
        return None

    @override
    def titles(self) -> Sequence[str]:
        return column_titles()

    @override
    def is_written(self, row: int, column: int) -> bool:
        return self.is_open(row, GridColumn(column))

    def is_open(self, row: int, column: GridColumn) -> bool:
        """Whether a cell can be written in."""
        step, moment, question = self.place(row)
        lock = self.document.wall_lock
        if column is GridColumn.STEP:
            return step is not None and not lock.fixes(Step, "title")
        if column is GridColumn.MOMENT:
            return moment is not None and not lock.fixes(Moment, "text")
        if column is GridColumn.QUESTION:
            return moment is not None and not lock.fixes(Question, "text")
        return question is not None and not lock.fixes(Answer, "choice")

    def written(self, row: int, column: GridColumn) -> tuple[Record | None, str]:
        """The record and the field a cell is the text of; no record where it is none, yet."""
        step, moment, question = self.place(row)
        fields: dict[GridColumn, tuple[Record | None, str]] = {
            GridColumn.STEP: (step, "title"),
            GridColumn.MOMENT: (moment, "text"),
            GridColumn.QUESTION: (question, "text"),
        }
        return fields.get(column, (None, ""))

    @override
    @guarded(False)
    def setData(self, index: Index, value: object, role: int = _ITEM.EditRole) -> bool:
        """Write a text cell; the editors of the grid do not come this way (they commit alone)."""
        if role != _ITEM.EditRole or not index.isValid():
            return False
        record, field = self.written(index.row(), GridColumn(index.column()))
        if record is None:
            return False
        store = self.document.store
        return self.document.push(write(store, type(record), [record.id], field, str(value)))

    # --- following ---

    def sleep(self) -> None:
        """Follow nothing while nobody looks."""
        self._is_asleep = True

    def wake(self) -> None:
        """Follow again, and make up for what was missed."""
        self._is_asleep = False
        if not self._is_stale:
            return
        self._is_stale = False
        self._numbers = None
        self.reorder([_key(one) for one in grid_rows(self.document.store)])
        if self._ids:
            last = self.index(len(self._ids) - 1, len(GridColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _on_changed(self, patch: Patch) -> None:
        if self._is_asleep:
            self._is_stale = True
            return
        is_restepped = patch.touches(Step, "rank", "stage_id") or patch.touches(Stage)
        if is_restepped:
            self._numbers = None
        is_moved = patch.touches(Step, "rank") or patch.touches(Row, "rank")
        is_moved = is_moved or patch.touches(Moment, *_PLACING)
        if is_moved or not self._has_asked_in_place(patch):
            self.reorder([_key(one) for one in grid_rows(self.document.store)])
        if is_restepped and self._ids:
            last = self.index(len(self._ids) - 1, GridColumn.STEP)
            self.dataChanged.emit(self.index(0, GridColumn.STEP), last)
        for row in sorted({row for one in patch for row in self._touched(one)}):
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(GridColumn) - 1))

    def _has_asked_in_place(self, patch: Patch) -> bool:
        """Have questions come and go among the rows of their moments; whether that was enough."""
        moments: dict[str, set[str]] = {}
        for change in patch:
            for side in (change.before, change.after):
                if isinstance(side, Question) and {"rank", "moment_id"} & change.changed_fields():
                    moments.setdefault(side.moment_id, {side.moment_id}).add(side.id)
        return all(self._refresh(one, keys) for one, keys in moments.items())

    def _refresh(self, moment_id: str, keys: set[str]) -> bool:
        """Bring the rows of one moment up to date; False where that takes more than a few steps.

        Args:
            moment_id: The moment.
            keys: What may have had a row of it before, besides the questions it has now.
        """
        store = self.document.store
        moment = store.find(Moment, moment_id)
        if moment is None:
            return False
        wanted = [_key(one) for one in rows_of_moment(store, moment)]
        known = self._row_map()
        rows = sorted(known[one] for one in {*wanted, *keys} if one in known)
        if not rows or rows[-1] - rows[0] != len(rows) - 1:
            return False
        first = rows[0]
        now = [self._ids[row] for row in rows]
        if [one for one in now if one in wanted] != [one for one in wanted if one in now]:
            return False
        if set(now).isdisjoint(wanted):
            # Its empty row becomes that of its first question, or the other way round: the same
            # row, so that whoever is in it stays there.
            self._ids[first] = wanted[0]
            self._rows = None
        for row in reversed(rows):
            if self._ids[row] not in wanted:
                self._drop(row)
        for row, key in enumerate(wanted, start=first):
            if row == len(self._ids) or self._ids[row] != key:
                self._put(row, key)
        return True

    def _drop(self, row: int) -> None:
        self.beginRemoveRows(NOWHERE, row, row)
        del self._ids[row]
        self._rows = None
        self.endRemoveRows()

    def _put(self, row: int, key: str) -> None:
        self.beginInsertRows(NOWHERE, row, row)
        self._ids.insert(row, key)
        self._rows = None
        self.endInsertRows()

    def _touched(self, change: Change) -> list[int]:
        """The rows that a change of one record shows in."""
        record = change.record
        store = self.document.store
        rows: list[int] = []
        if isinstance(record, Answer):
            rows = [self.row_of_record(record.question_id)]
        elif isinstance(record, Question):
            rows = [self.row_of_record(record.id), self.row_of_record(record.moment_id)]
        elif isinstance(record, Moment):
            rows = [self.row_of(record.id)]
        elif isinstance(record, Step):
            moments = step_moments(store, record.id)
            rows = [self.row_of(moments[0].id) if moments else self.row_of_record(record.id)]
        return [row for row in rows if row >= 0]
