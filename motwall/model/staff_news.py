"""What people who were not in the room are told: what has changed, how it stands, what is next."""

from dataclasses import dataclass
from datetime import date

from motwall.model.action_list import all_actions, in_calendar_order
from motwall.model.comparing import RatingMove, compare_with_now
from motwall.model.edits.actions import is_open
from motwall.model.order import all_moments, moment_by_moment
from motwall.model.records import Ladder, Measure, PlannedAction, Session
from motwall.model.sessions import measures_in_order, session_day, sessions_in_order
from motwall.model.store import Store


@dataclass(frozen=True, slots=True)
class StaffNews:
    """What a staff report tells.

    Attributes:
        since: The session that all of it is compared with; None on a wall that had none, and
            where there is nothing to compare with it.
        first: The only session so far, if all ratings are still those it gave.
        moved: The moments whose rating is another one now, the most improved first; without a
            session all that are rated.
        kept: How many others are rated as they were.
        done: The actions done since, or (without a session) all done ones.
        ladders: Every ladder, in the order of the wall.
        measures: Those of the whole wall first.
        following: The actions still to be done, in the order of the calendar.
    """

    since: Session | None
    first: Session | None
    moved: tuple[RatingMove, ...]
    kept: int
    done: tuple[PlannedAction, ...]
    ladders: tuple[Ladder, ...]
    measures: tuple[Measure, ...]
    following: tuple[PlannedAction, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        told = (self.moved, self.done, self.ladders, self.measures, self.following)
        return self.since is None and not any(told)


def staff_news(store: Store, today: date) -> StaffNews:
    """Gather what a staff report of a day tells."""
    first = _first(store, today)
    since = None if first else compared_with(store, today)
    actions = all_actions(store)
    if since is None:
        ratings = tuple(RatingMove(one, None, one.rating) for one in all_moments(store))
        moved = tuple(one for one in ratings if one.now)
        kept = 0
        done = tuple(one for one in actions if one.done_on)
    else:
        found = compare_with_now(store, since.id)
        moved = tuple(sorted(found.moved, key=lambda one: -one.steps))
        kept = sum(one.now is not None for one in found.ratings if one.now is one.then)
        done = found.done
    return StaffNews(
        since=since,
        first=first,
        moved=moved,
        kept=kept,
        done=done,
        ladders=tuple(moment_by_moment(store, store.all(Ladder))),
        measures=tuple(measures_in_order(store)),
        following=tuple(in_calendar_order(one for one in actions if is_open(one))),
    )


def compared_with(store: Store, today: date) -> Session | None:
    """The session a report of a day starts from: the one before the latest, or the only one.

    The report is about the latest session, which people were not at: what it rated anew and what
    was done for it has moved since the one before. None if none was held yet.
    """
    held = _held(store, today)
    return held[-2:][0] if held else None


def _held(store: Store, today: date) -> list[Session]:
    return [one for one in sessions_in_order(store) if session_day(one) <= today]


def _first(store: Store, today: date) -> Session | None:
    """The only session held, if nothing was rated anew since: nothing is "as before" yet."""
    held = _held(store, today)
    if len(held) != 1:
        return None
    ratings = compare_with_now(store, held[0].id).ratings
    is_first = ratings and all(one.now is one.then for one in ratings)
    return held[0] if is_first else None
