"""A patch that had to wait, made to fit the wall as it is by now."""

from dataclasses import replace
from typing import Any

from motwall.model.fields import rules_of
from motwall.model.patch import Change, Patch
from motwall.model.records import Record
from motwall.model.store import Store


def rebased(store: Store, patch: Patch) -> Patch:
    """The same field changes on top of the records as they are now.

    What was done in between wins: a change vanishes if its record is gone, or if one of its fields
    holds by now what the patch did not start from. References to what is gone are forgotten; what
    cannot be without them vanishes as well.
    """
    changes: dict[str, Change] = {}
    for key, change in patch.changes.items():
        now = store.find_any(key)
        if change.before is None or change.after is None:
            if now == change.before:
                changes[key] = change
        elif now is not None:
            values = _values(change, change.after)
            if _values(change, now) == _values(change, change.before):
                changes[key] = Change(now, replace(now, **values))
    return replace(patch, changes=_resolved(store, changes))


def _values(change: Change, record: Record) -> dict[str, Any]:
    """What a record holds in the fields that a change changes."""
    return {name: getattr(record, name) for name in change.changed_fields()}


def _resolved(store: Store, changes: dict[str, Change]) -> dict[str, Change]:
    mended = {key: _mended(store, changes, change) for key, change in changes.items()}
    kept = {key: change for key, change in mended.items() if change is not None}
    # What vanished may have been what something else refers to.
    return kept if kept == changes else _resolved(store, kept)


def _mended(store: Store, changes: dict[str, Change], change: Change) -> Change | None:
    if change.after is None:
        return None if _is_needed(store, changes, change.record.id) else change
    forgotten: dict[str, Any] = {}
    for rule in rules_of(type(change.after)).values():
        goal = getattr(change.after, rule.name) if rule.refers_to else None
        if goal is not None and not _will_be_there(store, changes, goal):
            if not rule.is_optional:
                return None
            forgotten[rule.name] = None
    return replace(change, after=replace(change.after, **forgotten)) if forgotten else change


def _will_be_there(store: Store, changes: dict[str, Change], record_id: str) -> bool:
    if record_id in changes:
        return changes[record_id].after is not None
    return store.find_any(record_id) is not None


def _is_needed(store: Store, changes: dict[str, Change], record_id: str) -> bool:
    """Whether a record that stays refers to it."""
    for referrer, field in store.referrers(record_id):
        after = changes[referrer.id].after if referrer.id in changes else referrer
        if after is not None and getattr(after, field) == record_id:
            return True
    return False
