"""The wall as it was, brought back: one patch, and one step of undo."""

from motwall.model.patch import Change, Patch
from motwall.model.records import AgendaItem, Session
from motwall.model.store import Store

#: What a meeting leaves behind.
_KEPT = (Session, AgendaItem)


def restore(store: Store, then: Store) -> Patch:
    """Make everything on the wall as it was.

    Sessions stay as they are with their agendas, also those held since: what was said and agreed in
    a meeting remains true when the wall goes back. One that was deleted since comes back, for
    others refer to it.

    Args:
        store: The wall as it is.
        then: The same wall as it was.
    """
    changes = []
    for record in then.everything():
        now = store.find(type(record), record.id)
        is_kept = now is not None and isinstance(record, _KEPT)
        if now is not record and not is_kept:
            changes.append(Change(now, record))
    for record in store.everything():
        is_newer = then.find(type(record), record.id) is None
        if is_newer and not isinstance(record, _KEPT):
            changes.append(Change(record, None))
    return Patch.of(changes, "bringing the wall back as it was")
