"""Another copy of a wall, read for a merge: what both began as, and when each changed what."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from motwall.document.past import Past
from motwall.document.writer import Writer
from motwall.model.errors import WallFileDamaged
from motwall.model.journal import EntryHeader, EntryKind, JournalRow
from motwall.model.pictures import digests_of
from motwall.model.store import Store

_ENTRIES = 64
#: Begins the merge key of a merge; then comes the id of the other copy's last entry, and whatever
#: follows an "@" is the history's.
_MERGED = "merge "

#: Who changed a field last, by record id and name; the name is "" for the record as a whole.
Touches = dict[tuple[str, str], EntryHeader]


def key_of_merge(other_last_id: str) -> str:
    """The merge key that says which entry of the other copy was the last one merged in."""
    return f"{_MERGED}{other_last_id}" if other_last_id else ""


@dataclass(frozen=True, slots=True)
class OtherCopy:
    """What has to be known of another copy.

    Attributes:
        base: The wall as it was when both were one, or were merged last; None without such a time.
        theirs: The other copy as it is.
        last_id: The id of its last journal entry.
        mine_touched: What was changed last by which entry in this wall since then.
        theirs_touched: The same for the other copy.
        pictures: The bytes of its pictures that this wall does not have, by digest.
    """

    base: Store | None
    theirs: Store
    last_id: str = ""
    mine_touched: Touches = field(default_factory=dict)
    theirs_touched: Touches = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def read_other(mine: Past, theirs: Past, store: Store) -> Generator[None, None, OtherCopy]:
    """Read both journals, a little with each step; neither file is written.

    Args:
        mine: Of this wall.
        theirs: Of the other copy.
        store: The other copy's records.

    Raises:
        WallFileDamaged: A journal does not lead to where both were one.
        WallFileError: A journal cannot be read.
    """
    my_rows = yield from _rows(mine)
    their_rows = yield from _rows(theirs)
    my_headers, their_headers = ([row.header for row in rows] for rows in (my_rows, their_rows))
    last_id = their_headers[-1].id if their_headers else ""
    ground = _last_merged(my_headers, their_headers)
    reach = {row.header.id for row in (*my_rows, *their_rows) if row.is_in_reach}
    if ground is None or ground.entry_id not in reach:
        return OtherCopy(None, store, last_id)
    base = yield from (theirs if ground.is_theirs else mine).as_of(ground.entry_id)
    my_touches = yield from _touches(mine, my_headers[ground.mine :])
    their_touches = yield from _touches(theirs, their_headers[ground.theirs :])
    return OtherCopy(base, store, last_id, my_touches, their_touches)


def with_pictures(other: OtherCopy, file: Writer, store: Store) -> Generator[None, None, OtherCopy]:
    """The same with the bytes that this wall has to keep before a merge; one with each step.

    Args:
        other: The copy as it was read.
        file: Of the other copy.
        store: This wall.

    Raises:
        WallFileDamaged: The other copy names a picture that it does not have.
        WallFileError: It cannot be read.
    """
    found: dict[str, bytes] = {}
    known = digests_of(store.everything())
    for digest in sorted(digests_of(other.theirs.everything()) - known):
        data = file.picture(digest)
        if data is None:
            raise WallFileDamaged(file.path, f"picture {digest[:16]}")
        found[digest] = data
        yield
    return replace(other, pictures=found)


@dataclass(frozen=True, slots=True)
class _Ground:
    """The entry after which both were the same, or one had merged the other.

    Attributes:
        entry_id: The entry.
        is_theirs: It is in the other copy's journal (if it is in both, in the shorter one).
        mine: How many entries of this wall's journal are older news.
        theirs: The same for the other copy.
    """

    entry_id: str
    is_theirs: bool
    mine: int
    theirs: int


def _last_merged(mine: Sequence[EntryHeader], theirs: Sequence[EntryHeader]) -> _Ground | None:
    """Where both were the same last: at a merge of one into the other, else where they parted."""
    places = {one.id: place for place, one in enumerate(mine, 1)}
    other_places = {one.id: place for place, one in enumerate(theirs, 1)}
    found: list[tuple[EntryHeader, _Ground]] = []
    for merge, merged_id in _merges(mine):
        if merged_id in other_places:
            ground = _Ground(merged_id, True, places[merge.id], other_places[merged_id])
            found.append((merge, ground))
    for merge, merged_id in _merges(theirs):
        if merged_id in places:
            ground = _Ground(merged_id, False, places[merged_id], other_places[merge.id])
            found.append((merge, ground))
    shared = 0
    for one, other in zip(mine, theirs, strict=False):
        if one.id != other.id:
            break
        shared += 1
    # A merge that both know of is older than their parting.
    found = [one for one in found if max(one[1].mine, one[1].theirs) > shared]
    if found:
        return max(found, key=lambda one: one[0].at)[1]
    if not shared:
        return None
    return _Ground(mine[shared - 1].id, len(theirs) < len(mine), shared, shared)


def _merges(entries: Sequence[EntryHeader]) -> Iterator[tuple[EntryHeader, str]]:
    """The merges that were not undone, each with the last entry it took in."""
    undone: set[str] = set()
    for one in entries:
        if one.undoes and one.kind is EntryKind.UNDO:
            undone.add(one.undoes)
        elif one.undoes and one.kind is EntryKind.REDO:
            undone.discard(one.undoes)
    for one in entries:
        if one.kind is EntryKind.MERGE and one.id not in undone:
            yield one, one.merge_key.removeprefix(_MERGED).partition("@")[0]


def _rows(past: Past) -> Generator[None, None, list[JournalRow]]:
    """The journal, the earliest entry first."""
    found: list[JournalRow] = []
    before: str | None = None
    while rows := past.rows(before, _ENTRIES):
        found += rows
        before = rows[-1].header.id
        yield
    return found[::-1]


def _touches(past: Past, entries: Sequence[EntryHeader]) -> Generator[None, None, Touches]:
    found: Touches = {}
    for entry in entries:
        for plain in past.changes_of(entry.id):
            for name in ("", *(plain["after"] or ())):
                found[plain["id"], name] = entry
        yield
    return found
