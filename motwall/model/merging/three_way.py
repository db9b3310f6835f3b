"""Two copies of a wall laid over what both began as: what is new, what is gone, what is disputed.

- What one copy changed and the other did not is taken; what both changed to the same is the same.
- A field (or fields that only make sense together, `units`) that both changed, each in its own way,
  is a conflict; so is a record that one deleted, and that the other changed or added something to.
- Photos that both copies put on one note are one, so that somebody chooses.
- A contact type or a row made in both under two ids is one, if its code, name or title says so.
- Of copies without a common past, records are the same that have the same id. A field that one of
  them left as it is on a new record gives way to what the other one says.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from motwall.model.fields import rules_of
from motwall.model.merging.owners import owner_id, with_belongings
from motwall.model.merging.units import Unit, merged_values, past_values, units_of, values
from motwall.model.pictures import picture_of
from motwall.model.records import ContactType, Picture, Record, Row, Stage, Wall
from motwall.model.store import Store
from motwall.model.twins import twin_of, with_references


class Side(StrEnum):
    """Whose version is chosen."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


#: The id of the record, and the first field of the unit; "" for the record as a whole.
ConflictKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What somebody has to choose.

    Attributes:
        mine: The record as this wall has it, None if it was deleted here.
        theirs: The record as the other copy has it, None if it was deleted there.
        unit: The fields that differ; empty when one copy deleted what the other changed.
    """

    mine: Record | None
    theirs: Record | None
    unit: Unit = ()

    @property
    def record(self) -> Record:
        """The record, from wherever it is."""
        record = self.mine or self.theirs
        assert record is not None
        return record

    @property
    def key(self) -> ConflictKey:
        """Tells it from all others, also after the wall has changed."""
        return self.record.id, self.unit[0] if self.unit else ""

    @property
    def can_keep_both(self) -> bool:
        """Both are texts that can stand one below the other."""
        rule = rules_of(type(self.record))[self.unit[0]] if len(self.unit) == 1 else None
        if rule is None or rule.kind is not str or rule.refers_to or rule.check is not None:
            return False
        both = (self.mine, self.theirs)
        return all(one is not None and getattr(one, rule.name) for one in both)


@dataclass(frozen=True, slots=True)
class Merge:
    """Two copies and what they began as; `settling.resolved` makes a patch of it.

    Attributes:
        base: The wall as it was when both were one; empty if they never were.
        mine: This wall.
        theirs: The other copy, its records under the ids they have here.
        records: By id, what the merge comes to where nothing has to be chosen; mine where it has.
        conflicts: What has to be chosen.
    """

    base: Store
    mine: Store
    theirs: Store
    records: dict[str, Record]
    conflicts: tuple[Conflict, ...]


def merge(base: Store | None, mine: Store, theirs: Store) -> Merge:
    """Lay two copies over each other.

    Args:
        base: What both began as; None if they have no common past.
        mine: This wall; not changed.
        theirs: The other copy.
    """
    began = base if base is not None else Store()
    theirs = _translated(began, mine, theirs)
    records: dict[str, Record] = {}
    conflicts: list[Conflict] = []
    past, here = _by_id(began), _by_id(mine)
    for key, record in here.items():
        other = theirs.find(type(record), key)
        if other is not None:
            records[key], disputed = _merged(began.find(type(record), key), record, other)
            conflicts += disputed
        elif key not in past:
            records[key] = record
    known = here.keys() | past.keys()
    records |= {key: one for key, one in _by_id(theirs).items() if key not in known}
    for record in _deleted(began, theirs, mine):
        conflicts.append(Conflict(record, None))
        kept = with_belongings(mine, record)
        records |= {one.id: records.get(one.id, one) for one in kept}
    for record in _deleted(began, mine, theirs):
        conflicts.append(Conflict(None, record))
        for one in with_belongings(theirs, record):
            if mine.find_any(one.id) is None:
                records.pop(one.id, None)
    return Merge(began, mine, theirs, records, tuple(conflicts))


def _merged(past: Record | None, mine: Record, theirs: Record) -> tuple[Record, list[Conflict]]:
    """What a record of both copies becomes, and what of it has to be chosen."""
    if theirs in (mine, past):
        return mine, []
    taken: dict[str, object] = {}
    conflicts = []
    for unit in units_of(type(mine)):
        began = past_values(past, type(mine), unit)
        merged = merged_values(unit, began, values(mine, unit), values(theirs, unit))
        if merged is None:
            conflicts.append(Conflict(mine, theirs, unit))
        else:
            taken |= zip(unit, merged, strict=True)
    return replace(mine, **taken), conflicts  # type: ignore[arg-type] # each from its own field


def _deleted(base: Store, without: Store, keeping: Store) -> Iterator[Record]:
    """What one copy deleted, and the other changed or added something to; owners speak for all.

    A stage is nothing to ask about: it lives while it has a step.
    """
    past, left = _by_id(base), _by_id(without)
    kept = _by_id(keeping)
    gone = {key: one for key, one in kept.items() if key in past and key not in left}
    for record in gone.values():
        is_owned = owner_id(record) in gone
        if is_owned or isinstance(record, Stage):
            continue
        if any(_is_news(base, without, one) for one in with_belongings(keeping, record)):
            yield record


def _is_news(base: Store, without: Store, record: Record) -> bool:
    """Whether a record tells something that went unheard where its owner was deleted."""
    past = base.find(type(record), record.id)
    if past is None:
        return True
    if without.find_any(record.id) is not None:
        # It found another owner there; here it counts only if it came to this one anew.
        return owner_id(past) != owner_id(record)
    return any(values(past, unit) != values(record, unit) for unit in units_of(type(record)))


def _by_id(store: Store) -> dict[str, Record]:
    return {one.id: one for one in store.everything()}


def _translated(base: Store, mine: Store, theirs: Store) -> Store:
    """The other copy with the ids that the same things have here."""
    ids = {theirs.wall.id: mine.wall.id}
    photos = _same_photos(base, mine, theirs)
    twins: set[str] = set()
    for record_type in (ContactType, Row):
        for record in theirs.all(record_type):
            if mine.find_any(record.id) is None and base.find_any(record.id) is None:
                twin = twin_of(mine, record)
                # What both began with was two things from the start.
                if twin is not None and base.find_any(twin.id) is None:
                    ids[record.id] = twin.id
                    twins.add(record.id)
    found: list[Record] = []
    there = _by_id(base) | _by_id(mine)
    for record in theirs.everything():
        known = there.get(record.id)
        if record.id in twins or (known is not None and type(known) is not type(record)):
            continue
        meant = record if len(ids) == 1 else with_references(record, lambda one: ids.get(one, one))
        if isinstance(meant, Wall) or meant.id in photos:
            meant = replace(meant, id=photos.get(meant.id, mine.wall.id))
        found.append(meant)
    return Store(found)


def _same_photos(base: Store, mine: Store, theirs: Store) -> dict[str, str]:
    """The ids that new photos of the other copy have here, where the same note has a new one.

    Nothing refers to a photo, so that only they themselves change.
    """
    found: dict[str, str] = {}
    for there in theirs.all(Picture):
        here = picture_of(mine, there.moment_id)
        if here is None or any(base.find_any(one.id) for one in (here, there)):
            continue
        if mine.find_any(there.id) is None and theirs.find_any(here.id) is None:
            found[there.id] = here.id
    return found
