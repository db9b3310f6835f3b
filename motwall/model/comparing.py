"""Then and now: what has changed on a wall between two of its sessions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from motwall.model.action_list import all_actions
from motwall.model.belongings import assessments_of, readings_of, rungs_of
from motwall.model.order import in_wall_order, moment_by_moment
from motwall.model.records import (
    ActionState,
    Assessment,
    Ladder,
    Measure,
    Moment,
    PlannedAction,
    Rating,
    Reading,
    Rung,
    Session,
)
from motwall.model.sessions import measures_in_order, session_day, sessions_in_order
from motwall.model.store import Store

_WORTH = list(Rating)


@dataclass(frozen=True, slots=True)
class RatingMove:
    """The rating of a moment then and now; None is not yet rated."""

    moment: Moment
    then: Rating | None
    now: Rating | None

    @property
    def steps(self) -> int:
        """How many ratings better (more than 0) or worse it has become."""
        if self.then is None or self.now is None:
            return 0
        return _WORTH.index(self.now) - _WORTH.index(self.then)


@dataclass(frozen=True, slots=True)
class ReadingMove:
    """The latest reading of a measure then and now; None where there was none yet."""

    measure: Measure
    then: Reading | None
    now: Reading | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What has changed since a session, each list in the order of the wall.

    Attributes:
        then: The earlier session.
        now: The later one; None is today.
        ratings: Every moment that was rated at either.
        done: Actions done after the earlier up to the later.
        checked: Actions checked after the earlier up to the later.
        agreed: Actions agreed in the later one, or (today) in any after the earlier.
        rungs: Rungs reached in between.
        readings: Every measure that had a reading at either.
    """

    then: Session
    now: Session | None
    ratings: tuple[RatingMove, ...]
    done: tuple[PlannedAction, ...]
    checked: tuple[PlannedAction, ...]
    agreed: tuple[PlannedAction, ...]
    rungs: tuple[Rung, ...]
    readings: tuple[ReadingMove, ...]

    @property
    def moved(self) -> tuple[RatingMove, ...]:
        """The moments whose rating is another one now, or that have one now."""
        return tuple(one for one in self.ratings if one.then is not one.now)


def compare(store: Store, one_id: str, other_id: str) -> Comparison:
    """Compare two sessions, whichever is named first."""
    ordered = sessions_in_order(store)
    chosen = [one for one in ordered if one.id in {one_id, other_id}]
    then, now = chosen[0], chosen[-1]
    places, end = _up_to(ordered, now), session_day(now)
    judged = {one.moment_id for one in store.all(Assessment)}
    ratings = [
        (one, _rating_at(store, one.id, places, end)) for one in in_wall_order(store, judged)
    ]
    agreed = [one for one in all_actions(store) if one.session_id == now.id]
    return _compared(store, (then, now), end, ratings, agreed)


def compare_with_now(store: Store, session_id: str) -> Comparison:
    """Compare a session with the wall as it is."""
    ordered = sessions_in_order(store)
    then = store.get(Session, session_id)
    later = {one.id for one in ordered[ordered.index(then) + 1 :]}
    known = {one.moment_id for one in store.all(Assessment)}
    known |= {one.id for one in store.all(Moment) if one.rating}
    ratings = [(one, one.rating) for one in in_wall_order(store, known)]
    agreed = [one for one in all_actions(store) if one.session_id in later]
    return _compared(store, (then, None), date.max, ratings, agreed)


def _compared(
    store: Store,
    sessions: tuple[Session, Session | None],
    end: date,
    ratings: list[tuple[Moment, Rating | None]],
    agreed: list[PlannedAction],
) -> Comparison:
    then, now = sessions
    before, start = _up_to(sessions_in_order(store), then), session_day(then)
    moves = [
        RatingMove(one, _rating_at(store, one.id, before, start), rating) for one, rating in ratings
    ]
    readings = [
        ReadingMove(one, _reading_at(store, one.id, start), _reading_at(store, one.id, end))
        for one in measures_in_order(store)
    ]
    actions = all_actions(store)
    return Comparison(
        then=then,
        now=now,
        ratings=tuple(one for one in moves if one.then or one.now),
        done=tuple(one for one in actions if _is_between(one.done_on, start, end)),
        checked=tuple(one for one in actions if _was_checked(one, start, end)),
        agreed=tuple(agreed),
        rungs=tuple(_reached(store, start, end)),
        readings=tuple(one for one in readings if one.then or one.now),
    )


def _reached(store: Store, start: date, end: date) -> list[Rung]:
    found = [one for one in store.all(Rung) if _is_between(one.reached_on, start, end)]
    ladders = {one.ladder_id: store.get(Ladder, one.ladder_id) for one in found}
    return [
        rung
        for ladder in moment_by_moment(store, ladders.values())
        for rung in rungs_of(store, ladder.id)
        if rung in found
    ]


def rating_at(store: Store, moment_id: str, session_id: str) -> Rating | None:
    """The rating a moment had at the end of a session."""
    ordered = sessions_in_order(store)
    session = store.get(Session, session_id)
    return _rating_at(store, moment_id, _up_to(ordered, session), session_day(session))


def _up_to(ordered: list[Session], session: Session) -> dict[str | None, int]:
    """The sessions up to one, by place; what was said outside of sessions comes before them."""
    known: dict[str | None, int] = {None: -1}
    return known | {
        one.id: place for place, one in enumerate(ordered[: ordered.index(session) + 1])
    }


def _rating_at(
    store: Store, moment_id: str, places: Mapping[str | None, int], day: date
) -> Rating | None:
    """By the latest judgement up to a day, and of that day by that of the latest session.

    So two sessions of one day can be told apart.
    """
    known = [
        one
        for one in assessments_of(store, moment_id)
        if one.rating and one.rated_on <= day and one.session_id in places
    ]
    known.sort(key=lambda one: (one.rated_on, places[one.session_id]))
    return known[-1].rating if known else None


def _reading_at(store: Store, measure_id: str, day: date) -> Reading | None:
    known = [one for one in readings_of(store, measure_id) if one.taken_on <= day]
    return known[-1] if known else None


def _was_checked(action: PlannedAction, start: date, end: date) -> bool:
    return action.state is ActionState.CHECKED and _is_between(action.checked_on, start, end)


def _is_between(day: date | None, start: date, end: date) -> bool:
    return day is not None and start < day <= end
