"""The orders of a merged wall: what both copies put in has its place, and little is renumbered.

Of a list that one copy left alone the other copy's numbers are taken. Where both changed it, the
order is that of the copy that moved things about (this one, if both did); what only the other one
has comes after what it came after there.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from motwall.model.merging.three_way import Merge
from motwall.model.order import RANK_STEP
from motwall.model.priorities import MOST
from motwall.model.records import (
    AgendaItem,
    ContactType,
    Idea,
    Ladder,
    Measure,
    Moment,
    PlannedAction,
    Question,
    QuizGuess,
    Record,
    Row,
    Rung,
    Step,
)

#: The fields that records of one list have in common.
_LISTS: dict[type[Record], tuple[str, ...]] = {
    Step: (),
    Row: (),
    ContactType: (),
    Moment: ("step_id", "row_id"),
    Idea: ("moment_id",),
    PlannedAction: ("moment_id",),
    Question: ("moment_id",),
    Ladder: ("moment_id",),
    Measure: ("moment_id",),
    Rung: ("ladder_id",),
    AgendaItem: ("session_id",),
    QuizGuess: ("session_id",),
}
_RANK, _SHORTLIST_RANK = "rank", "shortlist_rank"
#: Ids and their numbers, in order.
Numbered = dict[str, int]
#: What the records of a list have in common.
Key = tuple[Any, ...]
KeyOf = Callable[[Record], Key]


def rank(merge: Merge, records: dict[str, Record]) -> None:
    """Give the records of a merge their ranks, in place."""
    copies = (merge.base, merge.mine, merge.theirs)
    for record_type, names in _LISTS.items():
        members = [one for one in records.values() if type(one) is record_type]
        key_of = _key_of(names)
        touched = _touched(merge, members, key_of)
        if not touched:
            continue
        groups = [_lists(one.all(record_type), key_of, touched) for one in copies]
        for key, found in _lists(members, key_of, touched).items():
            if record_type is Moment and key[0] is None:
                # Where an unsorted note lies says it all.
                _put(records, _loose_ranks(merge, found), _RANK)
                continue
            base, mine, theirs = (one.get(key, {}) for one in groups)
            ranks = _ranks(set(found), base, mine, theirs)
            if record_type is Step:
                ranks = _in_runs(ranks, records)
            _put(records, ranks, _RANK)
    _rank_agendas(records)
    _rank_shortlist(merge, records)


def _key_of(names: tuple[str, ...]) -> KeyOf:
    """What records of one list have in common, as a tuple."""
    if not names:
        return lambda _record: ()
    get = attrgetter(*names)
    return get if len(names) > 1 else lambda record: (get(record),)


def _touched(merge: Merge, members: Iterable[Record], key_of: KeyOf) -> set[Key]:
    """The lists that are not the same in both copies and in the merge; most are."""
    touched: set[Key] = set()
    for one in members:
        key = key_of(one)
        for copy in (merge.mine, merge.theirs):
            found = copy.find(type(one), one.id)
            is_same = found is not None and key_of(found) == key and _rank(found) == _rank(one)
            # A step that joins another stage may tear one apart.
            if not is_same or (isinstance(one, Step) and found is not one and found != one):
                touched.add(key)
    return touched


def _rank(record: Record) -> int:
    rank: int = getattr(record, _RANK)
    return rank


def _lists(
    records: Iterable[Record], key_of: KeyOf, wanted: Collection[Key], number: str = _RANK
) -> dict[Key, Numbered]:
    """The ids of each list that is wanted, in order, with their numbers."""
    found: dict[Key, list[tuple[int, str]]] = {}
    for one in records:
        key = key_of(one)
        if key in wanted:
            found.setdefault(key, []).append((getattr(one, number), one.id))
    return {key: {each: rank for rank, each in sorted(one)} for key, one in found.items()}


def _put(records: dict[str, Record], numbers: Mapping[str, int], name: str) -> None:
    for key, number in numbers.items():
        if getattr(records[key], name) != number:
            changed: dict[str, Any] = {name: number}
            records[key] = replace(records[key], **changed)


def _loose_ranks(merge: Merge, members: Iterable[str]) -> Numbered:
    """The numbers of notes that are in no list, as of any field nobody chooses."""
    found: Numbered = {}
    for one in members:
        began, here, there = (
            copy.find(Moment, one) for copy in (merge.base, merge.mine, merge.theirs)
        )
        if here is not None and there is not None:
            is_as_it_was = began is not None and here.rank == began.rank
            found[one] = there.rank if is_as_it_was else here.rank
    return found


def _ranks(members: set[str], base: Numbered, mine: Numbered, theirs: Numbered) -> Numbered:
    """The numbers of a list, in their order."""
    if members == mine.keys() and theirs in (base, mine):
        return mine
    if members == theirs.keys() and mine == base:
        return theirs
    return _numbered(_merged_order(members, base, mine, theirs), mine)


def _merged_order(members: set[str], base: Numbered, mine: Numbered, theirs: Numbered) -> list[str]:
    first, second = mine, theirs
    if _is_same_order(base, mine) and not _is_same_order(base, theirs):
        first, second = theirs, mine
    order = [one for one in first if one in members]
    known = set(order)
    last = -1
    for one in second:
        if one not in members:
            continue
        if one in known:
            last = order.index(one)
            continue
        last += 1
        # What the first copy put into the same gap stays together, and comes first.
        while last < len(order) and order[last] not in second:
            last += 1
        order.insert(last, one)
        known.add(one)
    return order + sorted(members - known)


def _is_same_order(base: Numbered, changed: Numbered) -> bool:
    """Whether what is in both has the same order in both."""
    return [one for one in base if one in changed] == [one for one in changed if one in base]


def _numbered(order: Sequence[str], numbers: Mapping[str, int]) -> Numbered:
    """Numbers for an order; what has one that fits keeps it."""
    kept = _longest_rise([one for one in order if one in numbers], numbers)
    found: Numbered = {}
    waiting: list[str] = []
    for one in (*order, ""):
        if one and one not in kept:
            waiting.append(one)
            continue
        above = next(reversed(found.values()), None)
        spaced = _between(above, numbers.get(one) if one else None, len(waiting))
        if spaced is None:
            return {each: RANK_STEP * place for place, each in enumerate(order, 1)}
        found |= zip(waiting, spaced, strict=True)
        waiting = []
        if one:
            found[one] = numbers[one]
    return found


def _between(low: int | None, high: int | None, count: int) -> list[int] | None:
    """So many numbers between two, or None if there is no room for them."""
    if high is None:
        start = low if low is not None else 0
        return [start + RANK_STEP * place for place in range(1, count + 1)]
    if low is None:
        low = high - RANK_STEP * (count + 1)
    spacing = (high - low) // (count + 1)
    if count and spacing < 1:
        return None
    return [low + spacing * place for place in range(1, count + 1)]


def _longest_rise(order: Sequence[str], numbers: Mapping[str, int]) -> set[str]:
    """The most ids of an order whose numbers rise."""
    ends: list[int] = []  # the least number that a rise of each length ends with
    holders: list[str] = []
    before: dict[str, str] = {}
    for one in order:
        place = bisect_left(ends, numbers[one])
        if place:
            before[one] = holders[place - 1]
        ends[place : place + 1] = [numbers[one]]
        holders[place : place + 1] = [one]
    rise: set[str] = set()
    one = holders[-1] if holders else ""
    while one:
        rise.add(one)
        one = before.get(one, "")
    return rise


def _in_runs(ranks: Numbered, records: Mapping[str, Record]) -> Numbered:
    """The steps of a stage side by side, from where the first of them is."""
    places: dict[str, int] = {}
    keys: dict[str, int] = {}
    for place, one in enumerate(ranks):
        step = records[one]
        assert isinstance(step, Step)
        keys[one] = places.setdefault(step.stage_id, place) if step.stage_id else place
    order = sorted(ranks, key=lambda one: keys[one])
    return ranks if order == list(ranks) else _numbered(order, ranks)


def _rank_agendas(records: dict[str, Record]) -> None:
    """Of each workshop first what is over, then what goes on, then what is to come."""
    items = [one for one in records.values() if isinstance(one, AgendaItem)]
    for session_id in dict.fromkeys(one.session_id for one in items):
        own = sorted(
            (one for one in items if one.session_id == session_id),
            key=lambda one: (one.rank, one.id),
        )
        order = sorted(own, key=lambda one: (not one.is_over, one.started_at is None))
        if order != own:
            numbers = {one.id: one.rank for one in own}
            _put(records, _numbered([one.id for one in order], numbers), _RANK)


def _rank_shortlist(merge: Merge, records: dict[str, Record]) -> None:
    """Up to five go on from both shortlists, those of this wall first; all keep their ticks."""
    # Tick and place on the shortlist are one unit: no note has a place without its tick.
    chosen = {
        one.id
        for one in records.values()
        if isinstance(one, Moment) and one.shortlist_rank is not None
    }
    key_of = _key_of(())
    base, mine, theirs = (
        _lists(
            (each for each in one.all(Moment) if each.shortlist_rank is not None),
            key_of,
            {()},
            _SHORTLIST_RANK,
        ).get((), {})
        for one in (merge.base, merge.mine, merge.theirs)
    )
    if chosen == mine.keys() and theirs in (base, mine):
        numbers = mine
    elif chosen == theirs.keys() and mine == base:
        numbers = theirs
    else:
        order = _merged_order(chosen, base, mine, theirs)
        first = sorted(order, key=lambda one: one not in mine)[:MOST]
        kept = [one for one in order if one in first]
        numbers = {one: place for place, one in enumerate(kept, 1)}
    _put(records, numbers, _SHORTLIST_RANK)
    for key in chosen - numbers.keys():
        moment = records[key]
        assert isinstance(moment, Moment)
        records[key] = replace(moment, shortlist_rank=None)
