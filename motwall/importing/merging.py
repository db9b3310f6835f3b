"""Adding the records of a JSON file to a wall that is there.

- The wall's own Wall record stays; the file's is left out.
- A contact type is the wall's type of the same code, else of the same name, else it is added; with
  more than 16 the import is refused.
- A row is the wall's row of the same title in any case of letters, else it is added; with more than
  12 the import is refused. What is in the file's first row is in the wall's first row.
- A record that the wall has under the same id with the same content is left alone. The place it has
  in a stack or loose (its rank, its spot, its number on the shortlist) does not count as content,
  so a file can be imported again after this very import.
- A record whose id the wall has with other content gets a new id, and so does, in turn, every
  record of the file that refers to it: what belongs together comes together.
- A note of the wall that has a photo keeps it: one in the file is left out.
- Of vote rounds one is open at most: that of the wall, else the latest of the file.
- Added steps come after the wall's steps, moments at the bottom of a stack, unsorted notes below
  the unsorted ones, ideas, actions, questions, ladders, rungs and measures after the others, all
  in the order of the file. Steps that
  would tear a stage apart get a stage of the same title. The wall's shortlist goes first; what is
  more than 5 then keeps its tick only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from motwall.i18n import translate
from motwall.importing.arranging import arranged
from motwall.importing.json_plan import sources_first
from motwall.importing.plan import patch_of, refused
from motwall.model.clock import NewId
from motwall.model.palette import MAX_TYPES
from motwall.model.patch import Patch
from motwall.model.pictures import picture_of
from motwall.model.records import RECORD_TYPES, ContactType, Idea, Picture, Record, Row, Wall
from motwall.model.rows import MAX_ROWS
from motwall.model.store import Store
from motwall.model.twins import twin_of, with_references

_PLACE = frozenset({"rank", "x", "y", "shortlist_rank"})


@dataclass(frozen=True, slots=True)
class Merged:
    """What merging comes to.

    Attributes:
        patch: Adds what is new; empty when the wall has everything.
        left_alone: How many records the wall had already (contact types that were mapped too).
        renamed: How many of the added records got a new id.
    """

    patch: Patch
    left_alone: int
    renamed: int


def merge(store: Store, records: Iterable[Record], new_id: NewId) -> Merged:
    """Plan how the records of a file (checked by `json_plan.parse`) are added to a wall.

    Raises:
        ImportRefused: The wall would have more than 16 contact types, or more than 12 further rows.
    """
    merger = _Merger(store, new_id)
    for record in _referred_first(records):
        merger.take(record)
    added = arranged(store, merger.added, new_id)
    if _count(store, added, ContactType) > MAX_TYPES:
        problem = translate(
            "Import", "the wall would have more than %n contact types", "", MAX_TYPES
        )
        raise refused(problem)
    if _count(store, added, Row) > MAX_ROWS:
        problem = translate("Import", "the wall would have more than %n further rows", "", MAX_ROWS)
        raise refused(problem)
    return Merged(patch_of(added), merger.left_alone, merger.renamed)


def _count(store: Store, added: Iterable[Record], kind: type[Record]) -> int:
    return store.count(kind) + sum(isinstance(one, kind) for one in added)


class _Merger:
    """Takes records one after the other, those referred to first."""

    def __init__(self, store: Store, new_id: NewId) -> None:
        self.added: list[Record] = []
        self.left_alone = 0
        self.renamed = 0
        self._store = store
        self._new_id = new_id
        self._ids: dict[str, str] = {}
        self._photos: dict[str, Picture] = {}

    def take(self, record: Record) -> None:
        """Find the record on the wall, or add it."""
        meant = with_references(record, self._ids.__getitem__)
        twin = self._photo(meant) if isinstance(meant, Picture) else self._twin(meant)
        if twin is not None:
            self._ids[record.id] = twin.id
            self.left_alone += 1
            return
        if self._store.find_any(record.id) is not None:
            meant = replace(meant, id=self._new_id())
            self.renamed += 1
        self._ids[record.id] = meant.id
        self.added.append(meant)
        if isinstance(meant, Picture):
            self._photos[meant.moment_id] = meant

    def _photo(self, picture: Picture) -> Record | None:
        """The photo that the note has already, be it another one."""
        before = picture_of(self._store, picture.moment_id)
        return before or self._photos.get(picture.moment_id)

    def _twin(self, record: Record) -> Record | None:
        """The wall's record that this one is."""
        known = self._store.find_any(record.id)
        if known is not None and _content(known) == _content(record):
            return known
        return twin_of(self._store, record)


def _content(record: Record) -> tuple[object, ...]:
    names = (one.name for one in fields(record) if one.name not in _PLACE)
    return (type(record), *(getattr(record, name) for name in names))


def _referred_first(records: Iterable[Record]) -> list[Record]:
    order = list(RECORD_TYPES.values())
    found = sorted(records, key=lambda record: order.index(type(record)))
    ideas = sources_first(record for record in found if isinstance(record, Idea))
    before = [one for one in found if order.index(type(one)) < order.index(Idea)]
    after = [one for one in found if order.index(type(one)) > order.index(Idea)]
    return [one for one in (*before, *ideas, *after) if not isinstance(one, Wall)]
