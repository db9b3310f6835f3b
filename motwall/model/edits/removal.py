"""What goes, and what changes, when records are removed: one place for every reference."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from motwall.model.fields import rules_of
from motwall.model.patch import Change
from motwall.model.records import Measure, Record
from motwall.model.store import Store


def removal(
    store: Store, record_ids: Iterable[str], except_for: Collection[str] = ()
) -> list[Change]:
    """The changes that remove records: who cannot be without them goes too, others forget them.

    Args:
        store: The wall.
        record_ids: Which records; ids that are not there are passed over.
        except_for: Records that the caller has taken care of already.
    """
    gone: dict[str, Record] = {}
    waiting = list(record_ids)
    while waiting:
        record = store.find_any(waiting.pop())
        if record is None or record.id in gone:
            continue
        gone[record.id] = record
        waiting += [
            one.id
            for one, field in store.referrers(record.id)
            if not rules_of(type(one))[field].is_optional and one.id not in except_for
        ]
    changes = {record.id: Change(record, None) for record in gone.values()}
    for record in gone.values():
        for one, field in store.referrers(record.id):
            if one.id not in gone and one.id not in except_for:
                after = changes[one.id].after if one.id in changes else one
                forgotten: dict[str, Any] = {field: None}
                changes[one.id] = Change(one, replace(after or one, **forgotten))
    return list(changes.values())


def moments_removal(
    store: Store, moment_ids: Iterable[str], also: Iterable[str] = ()
) -> list[Change]:
    """The changes that remove moments with all that hangs on them, and other records as well.

    Measures could do without a moment, as those of the whole wall do; but they are about the moment
    and go with it, or cutting and pasting a note would double them.
    """
    ids = list(moment_ids)
    measures = [measure.id for one in ids for measure in store.referring(Measure, "moment_id", one)]
    return removal(store, [*also, *ids, *measures])
