"""Tracks: the strips of cells that lie below each other on the timeline.

Usually a track is a row. The same notes can also be arranged by contact type: then a track is a
lane, the notes of one type of all rows. A wall without rows has a single track without a title.
"""

from collections.abc import Mapping, Sequence
from enum import Enum, auto
from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.order import by_place, contact_types, row_places, stack, step_moments
from motwall.model.records import Moment
from motwall.model.rows import has_rows, row_names
from motwall.model.store import Store
from motwall.model.targets import Lane, StackTarget

#: A file from elsewhere may have thousands of rows or types. What is beyond this shares the last
#: track, so that laying out never takes long.
MOST_TRACKS = 40


class Arrangement(Enum):
    """What lies below each other on the timeline."""

    ROWS = auto()
    LANES = auto()


class Track(NamedTuple):
    """A row or a lane.

    Attributes:
        title: "" for the only row of a wall, which needs none.
        detail: More about it, "" for nothing: whose journey is in the row.
        row_id: Of a row; None is the first.
        lane: Of a lane.
        colour: Of a lane's notes, "" where there is none.
    """

    title: str = ""
    detail: str = ""
    row_id: str | None = None
    lane: Lane | None = None
    colour: str = ""


#: The moments of each cell that has some, from the top: by step id, then place of the track.
#: Steps without moments are left out.
Cells = Mapping[str, Mapping[int, list[Moment]]]


def tracks_of(store: Store, arrangement: Arrangement) -> list[Track]:
    """The tracks from the top; at least one.

    Lanes are those of the types that any note has, also an unsorted one, as the legend lists them,
    and last the one of notes without a type.
    """
    if arrangement is Arrangement.LANES:
        used = [
            one
            for one in contact_types(store)
            if store.referring(Moment, "contact_type_id", one.id)
        ]
        lanes = [
            Track(one.name or one.code, lane=Lane(one.id), colour=one.colour)
            for one in used[: MOST_TRACKS - 1]
        ]
        return [*lanes, Track(translate("Wall", "No type"), lane=Lane(None))]
    if not has_rows(store):
        return [Track()]
    names = row_names(store)[:MOST_TRACKS]
    return [Track(one.name, one.customer, row_id=one.row_id) for one in names]


def cells_of(store: Store, tracks: Sequence[Track]) -> Cells:
    """The moments of the timeline by the cell they lie in, of tracks made by `tracks_of`."""
    name = "cells of lanes" if tracks[0].lane is not None else "cells of rows"
    return store.worked_out(name, lambda: _cells_of(store, tracks))


def _cells_of(store: Store, tracks: Sequence[Track]) -> Cells:
    is_by_type = tracks[0].lane is not None
    places: dict[str | None, int] = {
        track.lane.contact_type_id if track.lane else track.row_id: place
        for place, track in enumerate(tracks)
    }
    last = len(tracks) - 1
    rows = row_places(store)
    cells: dict[str, dict[int, list[Moment]]] = {}
    for step_id, moments in _by_step(store).items():
        if last == 0:
            cells[step_id] = {0: by_place(moments, rows)}
            continue
        own = cells[step_id] = {}
        for moment in by_place(moments, rows):
            key = moment.contact_type_id if is_by_type else moment.row_id
            own.setdefault(places.get(key, last), []).append(moment)
    return cells


def _by_step(store: Store) -> dict[str, list[Moment]]:
    # One walk over thousands of notes is faster than a question for each of thousands of steps.
    found: dict[str, list[Moment]] = {}
    for moment in store.all(Moment):
        if moment.step_id is not None:
            found.setdefault(moment.step_id, []).append(moment)
    return found


def cell_moments(store: Store, target: StackTarget) -> list[Moment]:
    """The moments of the cell that a target is in, from the top."""
    if target.lane is None:
        return stack(store, target.step_id, target.row_id)
    wanted = target.lane.contact_type_id
    return [one for one in step_moments(store, target.step_id) if one.contact_type_id == wanted]
