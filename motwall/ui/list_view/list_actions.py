"""What is done to the cells of the list view at once: each is one edit, and one step of undo."""

from collections.abc import Sequence
from dataclasses import dataclass

from motwall.document.document import Selected
from motwall.document.note_verbs import NoteVerbs, Say
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.edits.list_cells import paste_table, write_cells
from motwall.model.edits.moments import add_moments, move_moments
from motwall.model.list_columns import (
    CHOICE_FIELDS,
    EMPTIED,
    FILLED,
    TEXT_FIELDS,
    YES_FIELDS,
    ListColumn,
    column_titles,
)
from motwall.model.list_values import NotTaken, empty_value, value_of
from motwall.model.note_look import priority_numbers
from motwall.model.pasted_table import CellValue, PastedTable, read_table
from motwall.model.patch import Patch
from motwall.model.records import Moment, Step
from motwall.model.stepping import place_in_stack
from motwall.model.tsv import cells_of, tsv_of
from motwall.ui.add_place import target_of
from motwall.ui.list_view.list_model import ListModel
from motwall.ui.note_actions import full_words
from motwall.ui.quick_add import QuickAdd

_FIELDS = {**TEXT_FIELDS, **CHOICE_FIELDS, **YES_FIELDS, ListColumn.STEP: "step_id"}


@dataclass(frozen=True, slots=True)
class Block:
    """Selected cells: their rows and columns by number, each in order, and which cells they are."""

    rows: tuple[int, ...] = ()
    columns: tuple[int, ...] = ()
    cells: frozenset[tuple[int, int]] = frozenset()


class ListActions:
    """The verbs of the list; `say` tells what happened where that helps."""

    def __init__(
        self, model: ListModel, selection: Selection, quick_add: QuickAdd, say: Say
    ) -> None:
        """Act on the wall of a model; new notes go where `quick_add` would put them."""
        self._model = model
        self._document = model.document
        self._selection = selection
        self._quick_add = quick_add
        self._say = say
        self.verbs = NoteVerbs(model.document, selection, say)

    # --- one cell ---

    def add(self, text: str) -> bool:
        """Make a note of a text; whether the wall has it, or there is nothing to make."""
        if not text.strip() or not self._document.wall_lock.permits():
            return True
        store, new_id = self._document.store, self._document.clock.new_id
        place = target_of(store, self._quick_add.place, self._selection.current_id)
        patch = add_moments(store, [text], place, new_id, self._quick_add.contact_type_id)
        return self._push_added(patch)

    def take(self, moment_id: str, column: ListColumn, words: str) -> bool:
        """Write what words mean into a cell; words that mean nothing there are refused."""
        try:
            value = value_of(self._document.store, column, words, moment_id)
        except NotTaken as refusal:
            self._say(str(refusal), None)
            return True
        return self.write([CellValue(moment_id, column, value)])

    def say_full(self) -> None:
        """Tell that five priorities are chosen."""
        self._say(full_words(), None)

    def toggle(self, moment_id: str, column: ListColumn) -> None:
        """Turn a yes into a no and back."""
        if not self._model.fixes(column):
            moment = self._document.store.get(Moment, moment_id)
            is_so = bool(getattr(moment, YES_FIELDS[column]))
            self.write([CellValue(moment_id, column, not is_so)])

    # --- many cells ---

    def write(self, cells: Sequence[CellValue]) -> bool:
        """Write into cells; those that the lock fixes stay, and whoever tries hears why."""
        free = [one for one in cells if not self._model.fixes(one.column)]
        if len(free) < len(cells):
            self._document.wall_lock.permits()
        clock = self._document.clock
        session_id = self._document.session_id
        store = self._document.store
        if not free:
            return True
        patch = write_cells(store, free, clock.today(), clock.new_id, session_id)
        ids = tuple(dict.fromkeys(one.moment_id for one in free))
        is_written = self._document.push(patch, selected=Selected(ids, ids))
        self._tell_full(free)
        return is_written

    def fill_down(self, block: Block) -> None:
        """Copy the topmost selected cell of each column into those below it.

        Of a single row it is the row above that is copied, as spreadsheets have it.
        """
        rows = [one for one in block.rows if not self._model.is_tail(one)]
        if len(rows) == 1 and rows[0] > 0:
            rows = [rows[0] - 1, *rows]
        cells = []
        for number in block.columns:
            column = self._model.columns[number]
            if column in FILLED and len(rows) > 1:
                value = self._value(rows[0], column)
                cells += [
                    CellValue(self._model.moment_id(row), column, _filled(value, column, further))
                    for further, row in enumerate(rows[1:], start=1)
                ]
        if cells:
            self.write(cells)
        elif rows:
            self._say_fixed(block, translate("List", "{column} cannot be filled down."))

    def clear(self, block: Block) -> None:
        """Empty the selected cells; the notes stay."""
        cells = [
            CellValue(self._model.moment_id(row), column, empty_value(column))
            for row, number in sorted(block.cells)
            if not self._model.is_tail(row) and (column := self._model.columns[number]) in EMPTIED
        ]
        if not cells:
            self._say_fixed(block, translate("List", "{column} cannot be emptied here."))
        elif self.write(cells):
            words = translate(
                "List", "%n cell(s) emptied; the notes are still there.", count=len(cells)
            )
            self.verbs.offer_undo(words)

    def copy(self, block: Block, *, has_titles: bool = False) -> str:
        """The selected cells as a spreadsheet takes them."""
        rows = [one for one in block.rows if not self._model.is_tail(one)]
        columns = [self._model.columns[one] for one in block.columns]
        lines = [
            [
                self._model.words(row, column) if (row, number) in block.cells else ""
                for number, column in zip(block.columns, columns, strict=True)
            ]
            for row in rows
        ]
        if has_titles:
            lines.insert(0, [column_titles()[one] for one in columns])
        return tsv_of(lines)

    def read(self, text: str, block: Block) -> PastedTable:
        """What a text comes to, pasted onto the selected cells; one cell fills all of them."""
        rows = cells_of(text)
        first, column = (block.rows or (0,))[0], (block.columns or (0,))[0]
        ids, columns = self._model.ids[first:], self._model.columns[column:]
        is_single = len(rows) == 1 and len(rows[0]) == 1 and len(block.cells) > 1
        if is_single:
            whole = [one for one in block.rows if not self._model.is_tail(one)]
            rows = [rows[0] * len(block.columns)] * len(whole)
            ids = tuple(self._model.moment_id(one) for one in whole)
        return read_table(self._document.store, rows, ids, columns, self._document.clock.today())

    def paste(self, table: PastedTable) -> bool:
        """Write a pasted block, in one step of undo; whether the wall has it."""
        fixed = [one for one in table.changed if self._model.fixes(one.column)]
        if (fixed or table.added) and not self._document.wall_lock.permits():
            return False
        document, clock = self._document, self._document.clock
        patch = paste_table(
            document.store,
            table,
            target_of(document.store, self._quick_add.place, self._selection.current_id),
            clock.today(),
            clock.new_id,
            document.session_id,
        )
        if not self._push_added(patch):
            return False
        self._tell_full(table.changed)
        rows = {one.moment_id for one in table.changed}
        words = translate("List", "%n row(s) pasted", count=len(rows) + len(table.added))
        if patch:
            self.verbs.offer_undo(words)
        return True

    # --- notes ---

    def move_row(self, ids: Sequence[str], way: int) -> None:
        """Move notes one place up (-1) or down (1): in their stack, else along the timeline."""
        store = self._document.store
        target = place_in_stack(store, ids, way) if ids else None
        if not ids or not self._document.wall_lock.permits():
            return
        if target is None:
            self.verbs.move_along(ids, way)
        else:
            self.verbs.push(move_moments(store, ids, target, self._document.clock.new_id))
        if self._model.sorting is not None:
            title = column_titles()[self._model.sorting.column]
            words = translate("List", "Moved on the timeline. The list is sorted by {column}.")
            self._say(words.format(column=title), None)

    # --- inside ---

    def _push_added(self, patch: Patch) -> bool:
        added = tuple(
            one.record.id for one in patch if one.before is None and isinstance(one.after, Moment)
        )
        before = self._selection.ids
        if not self._document.push(patch, selected=Selected(before, added or before)):
            return False
        if added:
            self._selection.set(added)
        return True

    def _value(self, row: int, column: ListColumn) -> object:
        moment = self._model.moment(row)
        if column is ListColumn.STAGE:
            step = self._document.store.find(Step, moment.step_id)
            return step.stage_id if step is not None else None
        if column is ListColumn.PRIORITY:
            return priority_numbers(self._document.store).get(moment.id)
        return getattr(moment, _FIELDS[column])

    def _tell_full(self, cells: Sequence[CellValue]) -> None:
        """Say so where a priority was not taken, because five are chosen already."""
        wanted = {one.moment_id for one in cells if one.column is ListColumn.PRIORITY and one.value}
        if wanted and not wanted <= priority_numbers(self._document.store).keys():
            self.say_full()

    def _say_fixed(self, block: Block, words: str) -> None:
        if block.columns:
            title = column_titles()[self._model.columns[block.columns[0]]]
            self._say(words.format(column=title), None)


def _filled(value: object, column: ListColumn, further: int) -> object:
    """What a cell so many below gets: a copy, or of a priority the next number."""
    is_counted = column is ListColumn.PRIORITY and isinstance(value, int)
    return int(str(value)) + further if is_counted else value
