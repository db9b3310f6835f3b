"""The rating that is aimed at for a moment, as its planned actions and its ladders say."""

from motwall.model.belongings import ladders_of, rungs_of
from motwall.model.order import actions_of
from motwall.model.records import ActionState, Rating
from motwall.model.store import Store

_WORTH = list(Rating)


def aimed_rating(store: Store, moment_id: str) -> Rating | None:
    """The best rating that anything planned for a moment should lead to; None if nobody said.

    That is what its actions aim at, dropped ones aside; only where none of them says so, the steps
    of its ladders.
    """
    aims = [
        one.to_rating
        for one in actions_of(store, moment_id)
        if one.to_rating and one.state is not ActionState.DROPPED
    ]
    aims = aims or [
        one.expected_rating
        for ladder in ladders_of(store, moment_id)
        for one in rungs_of(store, ladder.id)
        if one.expected_rating
    ]
    return max(aims, key=_WORTH.index, default=None)
