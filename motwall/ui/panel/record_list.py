"""Rows of widgets, one for each record; rows are kept and used again."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

Row = TypeVar("Row", bound=QWidget)


class RecordList(QWidget, Generic[Row]):
    """Keeps a row for each id, in the order of the ids."""

    def __init__(
        self, make: Callable[[], Row], show: Callable[[Row, str], None], spacing: int
    ) -> None:
        """Start empty.

        Args:
            make: Makes a row for no record yet.
            show: Turns a row to a record, or to none ("").
            spacing: Between rows, pixels.
        """
        super().__init__()
        self._make = make
        self._show = show
        self._rows: dict[str, Row] = {}
        self._spare: list[Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(spacing)

    @property
    def rows(self) -> dict[str, Row]:
        """The rows by id, in their order."""
        return self._rows

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these records. A row stays with its record, so that a caret stays in its text."""
        if list(ids) == list(self._rows):
            return
        wanted = set(ids)
        for gone in [one for one in self._rows if one not in wanted]:
            row = self._rows.pop(gone)
            self._show(row, "")
            row.hide()
            self._spare.append(row)
        kept = self._rows
        self._rows = {one: kept[one] if one in kept else self._fresh(one) for one in ids}
        for place, row in enumerate(self._rows.values()):
            # Asking for the items of the layout would leave wrappers of what Qt deletes.
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show()
        self.setVisible(bool(self._rows))

    def _fresh(self, record_id: str) -> Row:
        row = self._spare.pop() if self._spare else self._make()
        self._show(row, record_id)
        return row
