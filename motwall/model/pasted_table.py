"""A block pasted into the list view: which cells it changes, which notes it adds, what it cannot.

The block lies with its first cell on a cell of the list and goes right and down from there. A first
row of headings says itself which column is which.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from motwall.i18n import translate
from motwall.model.finding import folded
from motwall.model.list_columns import ListColumn, ListWords, column_titles
from motwall.model.list_values import NotTaken, shortened, value_of
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.tsv import MOST_ROWS


@dataclass(frozen=True, slots=True)
class CellValue:
    """A value for a cell."""

    moment_id: str
    column: ListColumn
    value: object


@dataclass(frozen=True, slots=True)
class PastedTable:
    """What a block comes to.

    Attributes:
        changed: Cells of notes that are there, only those that become another.
        added: For each note to come its cells by column.
        refused: A sentence for each cell that cannot hold what was pasted for it; the clipboard
            still has it.
    """

    changed: tuple[CellValue, ...] = ()
    added: tuple[dict[ListColumn, object], ...] = ()
    refused: tuple[str, ...] = ()

    @property
    def is_plain(self) -> bool:
        """It only changes what is there, and nothing is refused: no preview is needed."""
        return not self.added and not self.refused


def read_table(
    store: Store,
    rows: Sequence[Sequence[str]],
    moment_ids: Sequence[str],
    columns: Sequence[ListColumn],
    today: date,
) -> PastedTable:
    """Read a block of words.

    Args:
        store: The wall.
        rows: As `tsv.cells_of` has them.
        moment_ids: The notes of the list from the first row of the block on.
        columns: The columns shown, from the first cell of the block on.
        today: For the words of dates.
    """
    titles = {folded(title): column for column, title in column_titles().items()}
    # What the paper form calls it.
    titles.setdefault(folded(translate("List", "Ranking")), ListColumn.RATING)
    named = [titles.get(folded(one)) for one in rows[0]] if rows else []
    if len(named) > 1 and all(named):
        rows, columns = rows[1:], [one for one in named if one]
    reader = _Reader(store, columns, today)
    for place, row in enumerate(rows[:MOST_ROWS]):
        reader.read(row, moment_ids[place] if place < len(moment_ids) else None)
    if len(rows) > MOST_ROWS:
        words = translate("List", "More than %n rows are too many at once.", count=MOST_ROWS)
        reader.refused.append(words)
    return PastedTable(tuple(reader.changed), tuple(reader.added), tuple(reader.refused))


class _Reader:
    """Takes row by row."""

    def __init__(self, store: Store, columns: Sequence[ListColumn], today: date) -> None:
        self._store = store
        self._columns = columns
        self._today = today
        self._words = ListWords(store)
        self.changed: list[CellValue] = []
        self.added: list[dict[ListColumn, object]] = []
        self.refused: list[str] = []
        self._number = 0

    def read(self, row: Sequence[str], moment_id: str | None) -> None:
        """Take a row of the block, for a note that is there or (None) for one to come."""
        self._number += 1
        beyond = [one for one in row[len(self._columns) :] if one.strip()]
        if beyond:
            words = translate("List", "there is no column for “{words}”.")
            self._refuse(words.format(words=shortened(beyond[0])))
        moment = self._store.find(Moment, moment_id)
        values: dict[ListColumn, object] = {}
        for column, words in zip(self._columns, row, strict=False):
            is_there = moment is None and not words.strip()
            if is_there or (moment is not None and self._says(moment, column, words)):
                continue
            try:
                values[column] = value_of(self._store, column, words, moment_id)
            except NotTaken as refusal:
                self._refuse(str(refusal))
        if moment is None:
            self.added += [values] if values else []
        else:
            self.changed += [CellValue(moment.id, *each) for each in values.items()]

    def _says(self, moment: Moment, column: ListColumn, words: str) -> bool:
        """Whether the cell says so already: what was copied here comes back unharmed."""
        return self._words.words(moment, column, self._today) == words

    def _refuse(self, sentence: str) -> None:
        words = translate("List", "Row {number}: {sentence}")
        self.refused.append(words.format(number=self._number, sentence=sentence))
