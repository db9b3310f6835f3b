"""Sifting ideas: small and cheap first, and the picture of cost against lift."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from motwall.model.order import ideas_of
from motwall.model.records import Cost, Idea, IdeaKind, Lift, Verdict
from motwall.model.store import Store

#: The columns of the picture from the left, its rows from the top.
COSTS: tuple[Cost, ...] = tuple(Cost)
LIFTS: tuple[Lift, ...] = tuple(reversed(Lift))


class IdeaSpot(NamedTuple):
    """Where an idea lies on the picture: parts of its width and height, from the top left."""

    idea_id: str
    x: float
    y: float


def cheap_first(ideas: Iterable[Idea]) -> list[Idea]:
    """Ideas from free to high; of one cost those with the biggest lift first; unknown ones last."""
    return sorted(
        ideas,
        key=lambda one: (
            _place_of(one.cost, COSTS),
            _place_of(one.lift, LIFTS),
            one.rank,
            one.id,
        ),
    )


def band_at(x: float, y: float) -> tuple[Cost, Lift]:
    """The bands at a spot of the picture; beyond its edges those at the edge."""
    return COSTS[_band(x, len(COSTS))], LIFTS[_band(y, len(LIFTS))]


def idea_spots(ideas: Sequence[Idea]) -> list[IdeaSpot]:
    """Where ideas lie: in rows and columns in the cell of their bands, so that none is hidden.

    An idea without cost or lift lies beside the picture and is left out.
    """
    spots = []
    for (cost, lift), several in in_cells(ideas).items():
        across = 1
        while across * across < len(several):
            across += 1
        for place, idea in enumerate(several):
            row, column = divmod(place, across)
            x = (COSTS.index(cost) + (column + 0.5) / across) / len(COSTS)
            y = (LIFTS.index(lift) + (row + 0.5) / across) / len(LIFTS)
            spots.append(IdeaSpot(idea.id, x, y))
    return spots


def in_cells(ideas: Iterable[Idea]) -> dict[tuple[Cost, Lift], list[Idea]]:
    """The ideas on the picture by their bands; an idea without cost or lift is left out."""
    cells: dict[tuple[Cost, Lift], list[Idea]] = {}
    for idea in ideas:
        if idea.cost is not None and idea.lift is not None:
            cells.setdefault((idea.cost, idea.lift), []).append(idea)
    return cells


def to_sift(store: Store, moment_ids: Iterable[str]) -> list[Idea]:
    """What there is to be sifted, moment by moment; a reason why not stays with its question."""
    return [
        idea
        for moment_id in moment_ids
        for idea in ideas_of(store, moment_id)
        if idea.kind is not IdeaKind.BLOCKER
    ]


def also_said(store: Store, moment_id: str) -> list[Idea]:
    """What was said and not kept, in the order of `cheap_first`; what was parked comes last."""
    said = (one for one in to_sift(store, [moment_id]) if one.verdict is not Verdict.MERIT)
    return sorted(cheap_first(said), key=lambda one: one.verdict is Verdict.PARKED)


def is_back(idea: Idea, session_id: str | None) -> bool:
    """Whether an idea comes back in this session: parked, and from before it.

    While no session goes on, parked ideas just stay parked.
    """
    is_earlier = session_id is not None and idea.session_id != session_id
    return is_earlier and idea.verdict is Verdict.PARKED


def unplaced_ideas(ideas: Iterable[Idea]) -> list[Idea]:
    """The ideas that lie beside the picture."""
    return [one for one in ideas if one.cost is None or one.lift is None]


def _band(part: float, count: int) -> int:
    return max(0, min(int(part * count), count - 1))


def _place_of(band: Cost | Lift | None, bands: Sequence[Cost | Lift]) -> int:
    return len(bands) if band is None else bands.index(band)
