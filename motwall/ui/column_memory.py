"""Which columns people want in lists, from one day to the next; the program keeps it."""

from collections.abc import Sequence
from typing import Protocol


class ColumnMemory(Protocol):
    """Keeps the columns of a list by their names."""

    def columns(self, of_list: str) -> tuple[str, ...]:
        """The columns chosen for a list; none if nobody chose."""

    def set_columns(self, of_list: str, names: Sequence[str]) -> None:
        """Somebody chose these columns for a list."""


class ForgottenColumns:
    """Remembers until the program ends."""

    def __init__(self) -> None:
        """Know no list."""
        self._columns: dict[str, tuple[str, ...]] = {}

    def columns(self, of_list: str) -> tuple[str, ...]:
        """See `ColumnMemory`."""
        return self._columns.get(of_list, ())

    def set_columns(self, of_list: str, names: Sequence[str]) -> None:
        """See `ColumnMemory`."""
        self._columns[of_list] = tuple(names)
