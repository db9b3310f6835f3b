"""From a merge and what was chosen to one patch; whatever was chosen, the wall stays whole."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from motwall.model.clean_text import CleanText, clean_text
from motwall.model.errors import MergeRefused
from motwall.model.fields import rules_of
from motwall.model.merging.owners import is_owner_field, owner_id, with_belongings
from motwall.model.merging.ranking import rank
from motwall.model.merging.three_way import Conflict, ConflictKey, Merge, Side
from motwall.model.merging.units import values
from motwall.model.merging.wholeness import make_whole
from motwall.model.palette import MAX_TYPES
from motwall.model.patch import Change, Patch
from motwall.model.records import ContactType, Record, Row
from motwall.model.rows import MAX_ROWS

#: What stands between two texts of one line.
_BETWEEN = " / "


def resolved(merge: Merge, choices: Mapping[ConflictKey, Side]) -> Patch:
    """The patch that makes this wall what both copies come to.

    Args:
        merge: The two copies.
        choices: For each conflict whose version counts; mine, where nothing is said.

    Raises:
        MergeRefused: The wall would have more than 16 contact types, or more than 12 further rows.
    """
    settling = _Settling(merge)
    for conflict in merge.conflicts:
        settling.choose(conflict, choices.get(conflict.key, Side.MINE))
    records = make_whole(merge, settling.records, settling.refused)
    if _count(records, ContactType) > MAX_TYPES or _count(records, Row) > MAX_ROWS:
        raise MergeRefused
    rank(merge, records)
    before = {one.id: one for one in merge.mine.everything()}
    # Most records are the very same.
    changed = (one for key, one in records.items() if before.get(key) is not one)
    changes = [Change(before.get(one.id), one) for one in changed]
    changes += [Change(one, None) for key, one in before.items() if key not in records]
    return Patch.of(changes, "merging with another copy", is_cut=settling.is_cut)


def _count(records: Mapping[str, Record], kind: type[Record]) -> int:
    return sum(isinstance(one, kind) for one in records.values())


class _Settling:
    """The records while one choice after the other is made.

    Attributes:
        records: By id.
        refused: Ids of what was deleted on purpose, so that nothing brings it back.
        is_cut: Two texts were too long for one field.
    """

    def __init__(self, merge: Merge) -> None:
        self.records = dict(merge.records)
        self.refused: set[str] = set()
        self.is_cut = False
        self._merge = merge

    def choose(self, conflict: Conflict, side: Side) -> None:
        """Let one side count."""
        if conflict.mine is not None and conflict.theirs is not None:
            self._fill(conflict, conflict.mine, conflict.theirs, side)
        elif conflict.mine is not None and side is Side.THEIRS:
            self._delete(conflict.mine)
        elif conflict.theirs is not None and side is Side.MINE:
            there = with_belongings(self._merge.theirs, conflict.theirs)
            self._refuse(there)
        elif conflict.theirs is not None:
            there = with_belongings(self._merge.theirs, conflict.theirs)
            self.records |= {one.id: self.records.get(one.id, one) for one in there}

    def _fill(self, conflict: Conflict, mine: Record, theirs: Record, side: Side) -> None:
        now = self.records.get(mine.id)
        if now is None or side is Side.MINE:
            return
        taken: dict[str, object] = dict(
            zip(conflict.unit, values(theirs, conflict.unit), strict=True)
        )
        if side is Side.BOTH and conflict.can_keep_both:
            name = conflict.unit[0]
            both = _joined(mine, theirs, name)
            taken = {name: both.text}
            self.is_cut = self.is_cut or both.is_cut
        self.records[mine.id] = replace(now, **taken)  # type: ignore[arg-type] # each from its own field

    def _delete(self, root: Record) -> None:
        """Take away what the other copy deleted; what it gave another owner goes to that one."""
        for one in with_belongings(self._merge.mine, root):
            elsewhere = self._merge.theirs.find_any(one.id)
            if elsewhere is None:
                self.records.pop(one.id, None)
                self.refused.add(one.id)
            else:
                self._give_to(elsewhere)

    def _refuse(self, there: Iterable[Record]) -> None:
        """Leave deleted what the other copy kept; what it took from another owner goes back."""
        for one in list(there):
            here = self._merge.mine.find_any(one.id)
            if here is None:
                self.refused.add(one.id)
            else:
                self._give_to(here)

    def _give_to(self, elsewhere: Record) -> None:
        """Let a record have the owner that it has in one of the copies."""
        record_type = type(elsewhere)
        names = [name for name in rules_of(record_type) if is_owner_field(record_type, name)]
        moved = {name: owner_id(elsewhere) for name in names}
        self.records[elsewhere.id] = replace(self.records[elsewhere.id], **moved)  # type: ignore[arg-type] # an id


def _joined(mine: Record, theirs: Record, name: str) -> CleanText:
    """Both texts, one below the other; on one line, one after the other."""
    rule = rules_of(type(mine))[name]
    between = _BETWEEN if rule.is_line else "\n"
    both = f"{getattr(mine, name)}{between}{getattr(theirs, name)}"
    return clean_text(both, rule.limit, one_line=rule.is_line)
