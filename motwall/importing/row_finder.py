"""Finds the row of the wall that a cell means, or makes it."""

from motwall.i18n import translate
from motwall.importing.plan import Findings, quoted
from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.fields import rules_of
from motwall.model.order import RANK_STEP, rows_in_order
from motwall.model.records import Row
from motwall.model.rows import MAX_ROWS, row_names
from motwall.model.store import Store

_TITLE = rules_of(Row)["title"]


class RowFinder:
    """The rows of a wall by what they are called, in any case of letters, and those made."""

    def __init__(self, store: Store, new_id: NewId, findings: Findings) -> None:
        """Begin with a wall's rows."""
        rows = rows_in_order(store)
        self._rank = rows[-1].rank if rows else 0
        # Of two rows with one name the upper one is meant.
        self._by_name = {one.name.casefold(): one.row_id for one in reversed(row_names(store))}
        self._count = len(rows)
        self._new_id = new_id
        self._findings = findings
        self.made: list[Row] = []

    def find(self, cell: str, number: int) -> str | None:
        """The id of the row that a cell means; None for the first one, or after a problem.

        Args:
            cell: A title; blank means the first row.
            number: Of the row of the file.
        """
        title, is_cut = clean_text(cell.strip(), _TITLE.limit, one_line=True)
        wanted = title.casefold()
        if not wanted or wanted in self._by_name:
            return self._by_name.get(wanted)
        if self._count + len(self.made) >= MAX_ROWS:
            problem = translate("Import", "{name} would be more than %n further rows", "", MAX_ROWS)
            self._findings.refuse(number, problem.format(name=quoted(title)))
            return None
        if is_cut:
            sentence = translate("Import", "Row {row}: the title in column row was cut.")
            self._findings.warn(sentence.format(row=number))
        self._rank += RANK_STEP
        row = Row(id=self._new_id(), title=title, rank=self._rank)
        self._by_name[wanted] = row.id
        self.made.append(row)
        return row.id
