"""Copying moments out of a wall and pasting them into this or another one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from motwall.model.clock import NewId
from motwall.model.edits.contact_types import add_contact_type
from motwall.model.edits.placing import place_moments
from motwall.model.edits.timeline import tidied
from motwall.model.order import actions_of, ideas_of, in_wall_order
from motwall.model.palette import MAX_TYPES
from motwall.model.patch import Change, Patch
from motwall.model.records import ContactType, Idea, Moment, PlannedAction, Record
from motwall.model.store import Store
from motwall.model.targets import Target


@dataclass(frozen=True, slots=True)
class Clip:
    """Moments in the order of the wall with what belongs to them, cut loose from their wall."""

    moments: tuple[Moment, ...] = ()
    contact_types: tuple[ContactType, ...] = ()
    ideas: tuple[Idea, ...] = ()
    actions: tuple[PlannedAction, ...] = ()

    def records(self) -> list[Record]:
        """All records, referred-to ones first."""
        return [*self.contact_types, *self.moments, *self.ideas, *self.actions]


def clip(store: Store, moment_ids: Iterable[str]) -> Clip:
    """Copy moments with their types, ideas and actions."""
    moments = in_wall_order(store, moment_ids)
    types = {one.contact_type_id for one in moments}
    return Clip(
        tuple(replace(one, step_id=None, row_id=None, shortlist_rank=None) for one in moments),
        tuple(one for one in store.all(ContactType) if one.id in types),
        tuple(
            replace(idea, session_id=None) for one in moments for idea in ideas_of(store, one.id)
        ),
        tuple(
            replace(action, session_id=None)
            for one in moments
            for action in actions_of(store, one.id)
        ),
    )


def clip_of(records: Sequence[Record]) -> Clip:
    """A clip from records that came back from the clipboard; other record types are left out."""
    return Clip(
        tuple(one for one in records if isinstance(one, Moment)),
        tuple(one for one in records if isinstance(one, ContactType)),
        tuple(one for one in records if isinstance(one, Idea)),
        tuple(one for one in records if isinstance(one, PlannedAction)),
    )


def paste(store: Store, content: Clip, target: Target, new_id: NewId) -> Patch:
    """Paste a clip under fresh ids.

    Contact types map by id, then code and name; unknown ones are added as long as there is room,
    else the note is plain paper. Ticks and ratings come along; a place on the shortlist does not,
    since it is a choice among the notes of one wall.
    """
    patch, types = _mapped_types(store, content, new_id)
    ids = {record.id: new_id() for record in (*content.moments, *content.ideas, *content.actions)}
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
    for idea in content.ideas:
        if idea.moment_id in ids:
            source = ids.get(idea.from_idea_id or "")
            moved = replace(
                idea, id=ids[idea.id], moment_id=ids[idea.moment_id], from_idea_id=source
            )
            changes.append(Change(None, replace(moved, session_id=None)))
    for action in content.actions:
        if action.moment_id in ids:
            source = ids.get(action.idea_id or "")
            planned = replace(
                action, id=ids[action.id], moment_id=ids[action.moment_id], idea_id=source
            )
            changes.append(Change(None, replace(planned, session_id=None)))
    return Patch.of([*patch, *tidied(store, changes)], "pasting %n note(s)", len(moments))


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
