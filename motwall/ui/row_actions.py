"""What can be done to the rows of a wall, and with notes between them: each is one edit."""

from motwall.document.document import Document
from motwall.document.note_verbs import NoteVerbs, Say
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.edits.rows import add_row, delete_row, move_row
from motwall.model.order import row_places, rows_in_order
from motwall.model.patch import Patch
from motwall.model.records import Moment, Row, Step
from motwall.model.rows import RowName, row_names


class RowActions:
    """The verbs of rows. The first row, which has no record, has the id None."""

    def __init__(
        self, document: Document, selection: Selection, verbs: NoteVerbs, say: Say
    ) -> None:
        """Act on a document; notes meant are the selected ones."""
        self._document = document
        self._selection = selection
        self._verbs = verbs
        self._say = say

    def names(self) -> list[RowName]:
        """All rows from the top."""
        return row_names(self._document.store)

    def others(self) -> list[RowName]:
        """The rows that a selected note of the timeline is not in."""
        moments = [self._document.store.get(Moment, one) for one in self._selection.ids]
        homes = {one.row_id for one in moments if one.step_id is not None}
        return [one for one in self.names() if homes - {one.row_id}]

    def add(self) -> str | None:
        """Add an empty row below the others; returns its id, to be given a name."""
        store = self._document.store
        if not store.count(Step):
            words = translate("Wall", "Put a note on the timeline first: rows share its steps.")
            self._say(words, None)
            return None
        row_id = self._document.clock.new_id()
        patch = add_row(store, "", row_id)
        if not patch:
            words = translate("Wall", "There are as many rows as a wall can have.")
            self._say(words, None)
        return row_id if patch and self._verbs.push(patch) else None

    def move(self, row_id: str, way: int) -> None:
        """Move a row one place up (-1) or down (1); the first row stays on top."""
        patch = self._moved(row_id, way)
        if patch:
            self._verbs.push(patch)

    def can_move(self, row_id: str, way: int) -> bool:
        """Whether there is anywhere to go that way."""
        return bool(self._moved(row_id, way))

    def _moved(self, row_id: str, way: int) -> Patch:
        store = self._document.store
        place = rows_in_order(store).index(store.get(Row, row_id))
        return move_row(store, row_id, place + way) if place + way >= 0 else Patch()

    def delete(self, row_id: str, *, is_with_moments: bool) -> None:
        """Delete a row; a toast offers it back."""
        patch = delete_row(self._document.store, row_id, is_with_moments=is_with_moments)
        if self._verbs.push(patch):
            self._verbs.offer_undo(translate("Wall", "Row deleted"))

    def move_notes(self, row_id: str | None) -> None:
        """Move the selected notes to a row."""
        self._verbs.to_row(self._selection.ids, row_id)

    def move_notes_beside(self, way: int) -> None:
        """Move the selected notes to the row above (-1) or below (1) that of the last of them."""
        current = self._document.store.find(Moment, self._selection.current_id)
        if current is None or current.step_id is None:
            self._say_first()
            return
        names = self.names()
        place = row_places(self._document.store)[current.row_id] + way
        if 0 <= place < len(names):
            self.move_notes(names[place].row_id)

    def copy_notes(self, row_id: str | None) -> None:
        """Copy the selected notes to a row, and select the copies."""
        added = self._verbs.copy_to_row(self._selection.ids, row_id, selects=True)
        if added:
            self._selection.set(added)

    def _say_first(self) -> None:
        words = translate("Wall", "Select a note on the timeline first: unsorted ones have no row.")
        self._say(words, None)
