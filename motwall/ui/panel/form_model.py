"""The planning form as a table model that follows the wall row by row."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from motwall.document.document import Document, Selected
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.edits.fields import write
from motwall.model.list_columns import action_words
from motwall.model.note_look import priority_numbers
from motwall.model.order import actions_of
from motwall.model.patch import Patch
from motwall.model.priorities import in_form_order
from motwall.model.records import Moment, PlannedAction, Row, Step
from motwall.model.words import rating_word
from motwall.ui.panel.moment_rows import Index, MomentRows

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


def small_titles() -> list[str]:
    """The same for narrow columns: capitals of a size to read would not go in."""
    return [
        translate("Form", "Moment of truth"),
        translate("Form", "Description"),
        translate("Form", "Issue/ problem"),
        translate("Form", "Ranking"),
        translate("Form", "Action"),
    ]


class FormModel(MomentRows):
    """A row for every moment, priorities first; changes come from the document alone."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Fill it once and follow the document from then on."""
        super().__init__(document, [one.id for one in in_form_order(document.store)], parent)
        self._numbers = priority_numbers(document.store)
        document.changed.connect(self._on_changed)

    def priority(self, row: int) -> int | None:
        """1 to 5, or None for what is no priority."""
        return self._numbers.get(self._ids[row])

    def neighbour(self, moment_id: str, distance: int) -> str | None:
        """The moment so many rows further on (or back); the first follows the last."""
        row = self.row_of(moment_id)
        return None if row < 0 else self._ids[(row + distance) % len(self._ids)]

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
    def titles(self) -> Sequence[str]:
        return column_titles()

    @override
    def is_written(self, row: int, column: int) -> bool:
        field = FIELDS.get(FormColumn(column), "")
        return not self.document.wall_lock.fixes(Moment, field)

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
            today = self.document.clock.today()
            return "\n".join(action_words(one, today) for one in actions)
        return str(getattr(moment, FIELDS[column]))

    def _on_changed(self, patch: Patch) -> None:
        is_moved = patch.touches(Step, "rank") or patch.touches(Row, "rank")
        if is_moved or patch.touches(Moment, *_PLACING):
            self.reorder([one.id for one in in_form_order(self.document.store)])
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
            self.announce(moment_id)

    def _renumber(self) -> None:
        before, self._numbers = self._numbers, priority_numbers(self.document.store)
        for moment_id in before.keys() | self._numbers.keys():
            if before.get(moment_id) != self._numbers.get(moment_id):
                self.announce(moment_id)
