"""The memory of a wall from one session to the next: their order, what comes back, what is due."""

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta

from motwall.model.belongings import readings_of, reviews_of
from motwall.model.order import by_rank, in_wall_order, moment_by_moment
from motwall.model.records import (
    ActionState,
    Idea,
    Measure,
    Moment,
    PlannedAction,
    Session,
    Verdict,
)
from motwall.model.store import Store

_WEEK = 7


def session_day(session: Session) -> date:
    """The day a session was held on, else the day it was opened; one without either is to come."""
    if session.held_on is not None:
        return session.held_on
    return session.opened_at.date() if session.opened_at else date(MAXYEAR, 12, 31)


def sessions_in_order(store: Store) -> list[Session]:
    """The sessions in the order of time."""
    return sorted(
        store.all(Session),
        key=lambda one: (session_day(one), str(one.opened_at or ""), one.id),
    )


def open_session_now(store: Store) -> Session | None:
    """The session that is going on, or None."""
    going_on = (one for one in sessions_in_order(store) if one.opened_at and not one.closed_at)
    return next(going_on, None)


def last_session(store: Store, before_id: str | None = None) -> Session | None:
    """The session before another one, or (None) the latest; None if there is none."""
    ordered = sessions_in_order(store)
    ids = [one.id for one in ordered]
    earlier = ordered[: ids.index(before_id)] if before_id in ids else ordered
    return earlier[-1] if earlier else None


def session_number(store: Store, session_id: str) -> int:
    """The how-manieth session it is, from 1."""
    return [one.id for one in sessions_in_order(store)].index(session_id) + 1


def agreed_next(store: Store) -> Session | None:
    """The latest session if it agreed on the day of a next one, else None."""
    last = last_session(store)
    return last if last is not None and last.next_on is not None else None


def is_session_due(store: Store, today: date) -> bool:
    """Whether it is time for another session: on the agreed day, else a week after the last.

    Not on a wall that had none, nor while one is open; where the last said "not now", when as many
    weeks have gone by as should lie between two.
    """
    last = last_session(store)
    if last is None or open_session_now(store) is not None:
        return False
    if last.next_on is not None and last.next_on > session_day(last):
        return last.next_on <= today
    least = store.wall.review_weeks if last.is_next_declined else 1
    return (weeks_since_last(store, today) or 0) >= least


def last_session_held(store: Store, today: date) -> Session | None:
    """The last session held up to a day; None before the first."""
    held = [
        (one.held_on, one.id, one)
        for one in store.all(Session)
        if one.held_on and one.held_on <= today
    ]
    return max(held, key=lambda each: each[:2])[2] if held else None


def next_session_day(store: Store, today: date) -> date | None:
    """The day of the next session as it was agreed or planned; None if there is none to come."""
    session = last_session_held(store, today)
    days = [one.held_on for one in store.all(Session) if one.held_on and one.held_on > today]
    if session is not None and session.next_on and not session.is_next_declined:
        days += [session.next_on] if session.next_on >= today else []
    return min(days, default=None)


def first_session_day(store: Store) -> date | None:
    """The day of the first session, or None."""
    ordered = sessions_in_order(store)
    return session_day(ordered[0]) if ordered else None


def proposed_next(store: Store, held_on: date) -> date:
    """The day of the next session when nobody says another: four weeks on, or as the wall says."""
    try:
        return held_on + timedelta(weeks=store.wall.review_weeks)
    except OverflowError:
        return held_on


def weeks_since_last(store: Store, today: date) -> int | None:
    """How many whole weeks ago the latest session was; None if none was, or none yet."""
    days = [session_day(one) for one in store.all(Session)]
    past = [one for one in days if one <= today]
    return (today - max(past)).days // _WEEK if past else None


@dataclass(frozen=True, slots=True)
class Opening:
    """What a session begins with.

    Attributes:
        last: The session before it, or None.
        actions: Agreed earlier, not checked nor dropped, and not looked at in this session yet.
        parked: Ideas parked earlier.
        due: Measures that should be read again.
    """

    last: Session | None
    actions: tuple[PlannedAction, ...]
    parked: tuple[Idea, ...]
    due: tuple[Measure, ...]


def opening_of(store: Store, session_id: str, today: date) -> Opening:
    """What was agreed last time, and what else comes back, in the order of the wall."""
    return Opening(
        last_session(store, session_id),
        tuple(actions_to_review(store, session_id)),
        tuple(parked_ideas(store, session_id)),
        tuple(due_measures(store, today)),
    )


def actions_to_review(store: Store, session_id: str) -> list[PlannedAction]:
    """The actions a session should look back at: of other sessions, and still without an end."""
    return [
        one
        for one in actions_looked_back_at(store, session_id)
        if not _is_reviewed_in(store, one, session_id)
    ]


def actions_looked_back_at(store: Store, session_id: str) -> list[PlannedAction]:
    """The actions a session should look back at, and those it has looked back at already."""
    settled = {ActionState.CHECKED, ActionState.DROPPED}
    found = (
        one
        for one in store.all(PlannedAction)
        if one.session_id != session_id
        and (one.state not in settled or _is_reviewed_in(store, one, session_id))
    )
    return moment_by_moment(store, found)


def _is_reviewed_in(store: Store, action: PlannedAction, session_id: str) -> bool:
    return any(one.session_id == session_id for one in reviews_of(store, action.id))


def parked_ideas(store: Store, session_id: str | None = None) -> list[Idea]:
    """The ideas left for another time; without those that came up in this very session."""
    found = (
        one
        for one in store.all(Idea)
        if one.verdict is Verdict.PARKED and (session_id is None or one.session_id != session_id)
    )
    return moment_by_moment(store, found)


def due_measures(store: Store, today: date) -> list[Measure]:
    """The measures whose latest reading is older than it should be, or that have none."""
    due = []
    for measure in measures_in_order(store):
        readings = readings_of(store, measure.id)
        if not readings or (today - readings[-1].taken_on).days >= measure.every_days:
            due.append(measure)
    return due


def measures_in_order(store: Store) -> list[Measure]:
    """All measures: those of the whole wall, then moment by moment."""
    of_wall = by_rank(store.referring(Measure, "moment_id", None))
    others = (one for one in store.all(Measure) if one.moment_id is not None)
    return of_wall + moment_by_moment(store, others)


def stale_moments(store: Store, today: date) -> list[Moment]:
    """Rated moments nobody has rated anew for longer than sessions should be apart.

    Expectations keep changing, so a rating wears out.
    """
    most = store.wall.review_weeks * _WEEK
    worn = (
        one.id
        for one in store.all(Moment)
        if one.rated_on is not None and (today - one.rated_on).days > most
    )
    return in_wall_order(store, worn)
