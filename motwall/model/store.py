"""The records of one wall in memory, with the look-ups that edits, views and exporters share.

The store is changed by `apply` alone, and `apply` is called by the document alone, after the patch
is on disk.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from motwall.model.fields import rules_of
from motwall.model.patch import Change, Patch
from motwall.model.records import RECORD_TYPES, Record, Wall

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class PatchMismatch(Exception):
    """A patch starts from records the store does not hold: a bug of whoever made the patch."""


class Store:
    """Records by type and id."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        """Fill the store; references are checked by `storage` (foreign keys) and `importing`."""
        self._by_type: dict[type[Record], dict[str, Record]] = {
            one: {} for one in RECORD_TYPES.values()
        }
        for record in records:
            self._by_type[type(record)][record.id] = record
        # (type, field) -> id referred to -> ids of those that refer; built on first use, then kept
        # by apply.
        self._referring: dict[tuple[type[Record], str], dict[object, dict[str, None]]] = {}
        self.version = 0
        self._worked_out: dict[str, Any] = {}

    def get(self, record_type: type[R], record_id: str) -> R:
        """The record of that id.

        Raises:
            KeyError: There is none.
        """
        return self._of(record_type)[record_id]

    def find(self, record_type: type[R], record_id: str | None) -> R | None:
        """The record of that id, or None; also for the id None."""
        return None if record_id is None else self._of(record_type).get(record_id)

    def find_any(self, record_id: str) -> Record | None:
        """The record of that id whatever its type, or None."""
        return next(
            (table[record_id] for table in self._by_type.values() if record_id in table), None
        )

    def all(self, record_type: type[R]) -> list[R]:
        """All records of a type, in no promised order."""
        return list(self._of(record_type).values())

    def count(self, record_type: type[Record]) -> int:
        """How many records of a type there are."""
        return len(self._by_type[record_type])

    def everything(self) -> list[Record]:
        """All records, referred-to types before those that refer to them."""
        return [record for table in self._by_type.values() for record in table.values()]

    @property
    def wall(self) -> Wall:
        """The one wall record."""
        return next(iter(self._of(Wall).values()))

    def referring(self, record_type: type[R], field: str, value: object) -> list[R]:
        """The records of a type whose field holds that value, from an index made on first use."""
        index = self._referring.get((record_type, field))
        if index is None:
            index = self._index(record_type, field)
        found = index.get(value)
        if not found:
            return []
        table = self._of(record_type)
        return [table[one] for one in found]

    def referrers(self, record_id: str) -> list[tuple[Record, str]]:
        """Every record that refers to that id, with the name of the field that does."""
        found: list[tuple[Record, str]] = []
        for record_type in RECORD_TYPES.values():
            for rule in rules_of(record_type).values():
                if rule.refers_to:
                    found += [
                        (one, rule.name)
                        for one in self.referring(record_type, rule.name, record_id)
                    ]
        return found

    def check(self, patch: Patch) -> None:
        """Check that the patch starts from what the store holds.

        Raises:
            PatchMismatch: It does not.
        """
        for key, change in patch.changes.items():
            if self._by_type[type(change.record)].get(key) != change.before:
                raise PatchMismatch(
                    f"{type(change.record).__name__} {key} is not as the patch expects"
                )

    def apply(self, patch: Patch) -> None:
        """Make the patch's changes; call `check` before."""
        for change in patch:
            self._apply(change)
        self.version += 1
        self._worked_out.clear()

    def worked_out(self, name: str, make: Callable[[], T]) -> T:
        """What is worked out of the records, once until they change; nobody writes to it.

        A drag asks for the order of thousands of steps with every move of the hand.

        Args:
            name: Of what is worked out; always the same for the same `make`.
            make: Works it out.
        """
        found: T
        if name in self._worked_out:
            found = self._worked_out[name]
        else:
            found = self._worked_out[name] = make()
        return found

    def _apply(self, change: Change) -> None:
        record_type = type(change.record)
        key = change.record.id
        for (indexed_type, field), index in self._referring.items():
            if indexed_type is record_type:
                if change.before is not None:
                    index.get(getattr(change.before, field), {}).pop(key, None)
                if change.after is not None:
                    index.setdefault(getattr(change.after, field), {})[key] = None
        if change.after is None:
            del self._by_type[record_type][key]
        else:
            self._by_type[record_type][key] = change.after

    def _of(self, record_type: type[R]) -> dict[str, R]:
        return self._by_type[record_type]  # type: ignore[return-value] # each table holds its own type: see __init__

    def _index(self, record_type: type[Record], field: str) -> dict[object, dict[str, None]]:
        index: dict[object, dict[str, None]] = {}
        for record in self._by_type[record_type].values():
            index.setdefault(getattr(record, field), {})[record.id] = None
        self._referring[record_type, field] = index
        return index
