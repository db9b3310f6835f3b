"""Copying moments out of a wall and pasting them into this or another one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from motwall.model.belongings import TRAVELLING, travelling_with
from motwall.model.clock import NewId
from motwall.model.edits.contact_types import add_contact_type
from motwall.model.edits.placing import place_moments
from motwall.model.edits.timeline import tidied
from motwall.model.fields import rules_of
from motwall.model.order import in_wall_order
from motwall.model.palette import MAX_TYPES
from motwall.model.patch import Change, Patch
from motwall.model.records import ContactType, Moment, Record
from motwall.model.store import Store
from motwall.model.targets import Target


@dataclass(frozen=True, slots=True)
class Clip:
    """Moments in the order of the wall with what belongs to them, cut loose from their wall.

    Attributes:
        moments: In the order of the wall.
        contact_types: Those of the moments.
        belongings: Ideas, actions and so on, those referred to first (`belongings.TRAVELLING`).
    """

    moments: tuple[Moment, ...] = ()
    contact_types: tuple[ContactType, ...] = ()
    belongings: tuple[Record, ...] = ()

    def records(self) -> list[Record]:
        """All records, referred-to ones first."""
        return [*self.contact_types, *self.moments, *self.belongings]


def clip(store: Store, moment_ids: Iterable[str]) -> Clip:
    """Copy moments with their types and all that hangs on them but the history of sessions."""
    moments = in_wall_order(store, moment_ids)
    types = {one.contact_type_id for one in moments}
    belongings = travelling_with(store, (one.id for one in moments))
    ids = {one.id: one.id for one in (*moments, *belongings)}
    return Clip(
        tuple(replace(one, step_id=None, row_id=None, shortlist_rank=None) for one in moments),
        tuple(one for one in store.all(ContactType) if one.id in types),
        tuple(_under(one, ids) for one in belongings),
    )


def clip_of(records: Sequence[Record]) -> Clip:
    """A clip from records that came back from the clipboard; other record types are left out."""
    return Clip(
        tuple(one for one in records if isinstance(one, Moment)),
        tuple(one for one in records if isinstance(one, ContactType)),
        tuple(one for one in records if type(one) in TRAVELLING),
    )


def paste(store: Store, content: Clip, target: Target, new_id: NewId) -> Patch:
    """Paste a clip under fresh ids.

    Contact types map by id, then code and name; unknown ones are added as long as there is room,
    else the note is plain paper. Ticks and ratings come along; a place on the shortlist does not,
    since it is a choice among the notes of one wall.
    """
    patch, types = _mapped_types(store, content, new_id)
    belongings = _owned(content)
    ids = {record.id: new_id() for record in (*content.moments, *belongings)}
    moments = [
        replace(
            one,
            id=ids[one.id],
            step_id=None,
            row_id=None,
            shortlist_rank=None,
            contact_type_id=types.get(one.contact_type_id or ""),
        )
        for one in content.moments
    ]
    changes = [Change(None, moment) for moment in moments]
    changes += place_moments(store, moments, target, new_id)
    changes += [Change(None, _under(one, ids)) for one in belongings]
    return Patch.of([*patch, *tidied(store, changes)], "pasting %n note(s)", len(moments))


def _owned(content: Clip) -> list[Record]:
    """The belongings whose owner came along: another program may have made up the clip."""
    homes = {one.id for one in content.moments}
    owned: list[Record] = []
    for record_type, field in TRAVELLING.items():
        several = [one for one in content.belongings if type(one) is record_type]
        several = [one for one in several if getattr(one, field) in homes]
        homes.update(one.id for one in several)
        owned += several
    return owned


def _under(record: Record, ids: Mapping[str, str]) -> Record:
    """A record with other ids, forgetting what did not come along (its owner did)."""
    values: dict[str, Any] = {"id": ids[record.id]}
    for rule in rules_of(type(record)).values():
        if rule.refers_to:
            values[rule.name] = ids.get(getattr(record, rule.name) or "")
    return replace(record, **values)


def _mapped_types(store: Store, content: Clip, new_id: NewId) -> tuple[Patch, dict[str, str]]:
    known = store.all(ContactType)
    mapped: dict[str, str] = {}
    changes: list[Change] = []
    for wanted in content.contact_types:
        same = [one for one in known if one.id == wanted.id]
        same += [one for one in known if (one.code, one.name) == (wanted.code, wanted.name)]
        same += [
            one for one in known if wanted.name and one.name.casefold() == wanted.name.casefold()
        ]
        if same:
            mapped[wanted.id] = same[0].id
        elif len(known) < MAX_TYPES:
            with_new = Store([*store.everything(), *(one.record for one in changes)])
            added = add_contact_type(with_new, replace(wanted, id=new_id()))
            changes += added
            mapped[wanted.id] = next(iter(added)).record.id
            known = [*known, *(one.record for one in added)]  # type: ignore[list-item] # a ContactType
    return Patch.of(changes), mapped
