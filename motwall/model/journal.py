"""What the file remembers of every commit, and how a patch is made again from it.

The journal holds changed fields only (whole records when they come or go), so undo, the history
view and a later merge read one form.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from motwall.model.codec import field_value, from_plain, plain_value, to_plain
from motwall.model.fields import rules_of
from motwall.model.patch import NO_LABEL, Change, Label, Patch
from motwall.model.records import Record
from motwall.model.store import Store

#: One change as plain values: {"type", "id", "before", "after"}; before or after is None when the
#: record comes or goes, else it holds the changed fields only.
PlainChange = dict[str, Any]


class EntryKind(StrEnum):
    """What sort of commit an entry is. Undo stops at `create` and passes over `clock`."""

    CREATE = "create"
    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    RESTORE = "restore"
    IMPORT = "import"
    MERGE = "merge"
    CLOCK = "clock"


class EntryHeader(NamedTuple):
    """A journal entry without its changes: all that undo and redo need to know until they run.

    Attributes:
        id: Of the entry, a uuid4 in hex.
        at: When it was committed, UTC.
        kind: What sort of commit.
        undoes: For undo and redo: the id of the entry taken back or done again, else None.
        merge_key: Neighbouring edits with the same key that is not "" are one step of undo.
        label: What it did.
        session_id: The session it happened in, or None.
        selection_before: Ids of the records selected before it.
        selection_after: Ids of the records selected after it.
    """

    id: str
    at: datetime
    kind: EntryKind
    undoes: str | None = None
    merge_key: str = ""
    label: Label = NO_LABEL
    session_id: str | None = None
    selection_before: tuple[str, ...] = ()
    selection_after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class JournalRow:
    """An entry as the history lists it.

    Attributes:
        header: Of the entry.
        is_in_reach: The wall as of this entry can be made from the journal.
    """

    header: EntryHeader
    is_in_reach: bool


def encode(changes: Iterable[Change]) -> list[PlainChange]:
    """Changes, such as a patch's, as plain values."""
    return [_encode(change) for change in changes]


def replayed(store: Store, entries: Iterable[Sequence[PlainChange]], *, is_inverted: bool) -> Patch:
    """The patch that does entries again on top of the store, or takes them back.

    Args:
        store: The records as they are now; not changed.
        entries: The changes of each entry, in the order they are to be applied (latest first to
            take back).
        is_inverted: Take them back.

    Raises:
        BadRecord: The journal holds what no record can hold.
        KeyError: The journal speaks of a record or field that is not there, or is of another type;
            the file was altered.
    """
    started: dict[str, Record | None] = {}
    reached: dict[str, Record | None] = {}
    for changes in entries:
        for plain in changes:
            key = plain["id"]
            if key not in started:
                started[key] = reached[key] = store.find_any(key)
            before, after = plain["before"], plain["after"]
            if is_inverted:
                before, after = after, before
            reached[key] = _decode(plain, reached[key], before, after)
    return Patch({key: Change(started[key], after) for key, after in reached.items()})


def _encode(change: Change) -> PlainChange:
    plain: PlainChange = {"type": type(change.record).__name__, "id": change.record.id}
    if change.before is not None and change.after is not None:
        names = sorted(change.changed_fields())
        plain["before"] = {name: plain_value(getattr(change.before, name)) for name in names}
        plain["after"] = {name: plain_value(getattr(change.after, name)) for name in names}
    else:
        plain["before"] = to_plain(change.before) if change.before is not None else None
        plain["after"] = to_plain(change.after) if change.after is not None else None
    return plain


def _decode(
    plain: PlainChange,
    now: Record | None,
    before: dict[str, Any] | None,
    after: dict[str, Any] | None,
) -> Record | None:
    type_name = plain["type"]
    if now is not None and type(now).__name__ != type_name:
        raise KeyError(type_name)
    if after is None:
        return None
    if before is None:
        return from_plain(type_name, {**after, "id": plain["id"]})
    if now is None or "id" in after:
        raise KeyError(plain["id"])
    rules = rules_of(type(now))
    values: dict[str, Any] = {
        name: field_value(type_name, rules[name], value) for name, value in after.items()
    }
    return replace(now, **values)
