"""The wall as it was, brought back: one patch, and one step of undo."""

from motwall.model.patch import Change, Patch
from motwall.model.records import AgendaItem, Record, Session
from motwall.model.store import Store


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
        if now is not record and not _stays(store, record):
            changes.append(Change(now, record))
    for record in store.everything():
        is_newer = then.find(type(record), record.id) is None
        if is_newer and not _stays(store, record):
            changes.append(Change(record, None))
    return Patch.of(changes, "bringing the wall back as it was")


def _stays(store: Store, record: Record) -> bool:
    """Whether it is left behind by a meeting that is known now, or was taken off its agenda."""
    if isinstance(record, AgendaItem):
        return store.find(Session, record.session_id) is not None
    return isinstance(record, Session) and store.find(Session, record.id) is not None
