"""What one person lists alone: a note at the end of the timeline, with the kind that was asked."""

from collections.abc import Sequence
from dataclasses import replace

from motwall.model.clock import NewId
from motwall.model.edits.moments import add_moments, end_of_timeline
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, MomentKind
from motwall.model.store import Store


def list_contacts(store: Store, texts: Sequence[str], kind: MomentKind, new_id: NewId) -> Patch:
    """Add a moment for each text as the last steps of the timeline, all of a kind."""
    added = add_moments(store, texts, end_of_timeline(store), new_id)
    changes = [
        Change(one.before, replace(one.after, kind=kind))
        if one.before is None and isinstance(one.after, Moment)
        else one
        for one in added
    ]
    return Patch.of(changes, added.label.text, added.label.count, is_cut=added.is_cut)
