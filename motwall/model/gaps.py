"""The gap between what customers get today and the ultimate, with its action button."""

from dataclasses import dataclass

from motwall.model.edits.actions import is_open
from motwall.model.note_look import priority_numbers
from motwall.model.order import actions_of, all_moments
from motwall.model.records import Moment, Rating
from motwall.model.store import Store

_STEPS_TO_MAGICAL = {Rating.MAGICAL: 0, Rating.NEUTRAL: 1, Rating.MISERABLE: 2}


@dataclass(frozen=True, slots=True)
class Gap:
    """One moment of the gap view; today, issue and ultimate are the moment's own texts.

    Attributes:
        moment: The moment.
        size: Ratings from today's up to magical, 0 to 2; None while it is unrated.
        open_actions: How many actions are at work in the gap.
    """

    moment: Moment
    size: int | None
    open_actions: int

    @property
    def is_unattended(self) -> bool:
        """There is a gap, and no action in it."""
        return bool(self.size) and not self.open_actions


def gap_of(store: Store, moment: Moment) -> Gap:
    """The gap of one moment."""
    size = _STEPS_TO_MAGICAL[moment.rating] if moment.rating else None
    return Gap(moment, size, sum(map(is_open, actions_of(store, moment.id))))


def gaps(store: Store) -> list[Gap]:
    """The gaps of all moments that somebody rated or described, the largest first.

    Of equal ones make-or-break moments come first, then priorities by number, then the order of the
    wall; those without a rating come last.
    """
    numbers = priority_numbers(store)
    spoken_of = [one for one in all_moments(store) if one.rating or one.today or one.ultimate]
    found = [gap_of(store, one) for one in spoken_of]

    def weight(gap: Gap) -> tuple[int, bool, int]:
        size = -1 if gap.size is None else gap.size
        number = numbers.get(gap.moment.id, len(numbers) + 1)
        return -size, not gap.moment.is_make_or_break, number

    return sorted(found, key=weight)
