"""What observations say: whose view they are, and how they compare with what was believed."""

from motwall.model.belongings import observations_of, questions_of
from motwall.model.priorities import in_form_order
from motwall.model.records import Evidence, Moment, Observation, ObservationKind, Rating, Viewpoint
from motwall.model.store import Store

_WORTH = (Rating.MISERABLE, Rating.NEUTRAL, Rating.MAGICAL)
_VIEWPOINTS = {
    ObservationKind.MYSTERY_SHOP: Viewpoint.SHOPPER,
    ObservationKind.STAFF: Viewpoint.TEAM,
    ObservationKind.CUSTOMER_SAID: Viewpoint.CUSTOMER,
}
_EVIDENCE = {
    ObservationKind.MYSTERY_SHOP: Evidence.SHOPPED,
    ObservationKind.STAFF: Evidence.SEEN,
    ObservationKind.CUSTOMER_SAID: Evidence.CUSTOMER_SAID,
}


def viewpoint_of(kind: ObservationKind) -> Viewpoint:
    """Whose view such an observation is."""
    return _VIEWPOINTS[kind]


def evidence_of(kind: ObservationKind) -> Evidence:
    """What a rating rests on that was taken from such an observation."""
    return _EVIDENCE[kind]


def latest_rated(store: Store, moment_id: str) -> Observation | None:
    """The latest observation of a moment that says how it would be rated, or None."""
    seen = observations_of(store, moment_id)
    return next((one for one in reversed(seen) if one.observed_rating), None)


def ratings_above(observed: Rating | None, believed: Rating | None) -> int | None:
    """How many ratings what was seen is above (or, less than 0, below) what was believed.

    None if either of them is open.
    """
    if observed is None or believed is None:
        return None
    return _WORTH.index(observed) - _WORTH.index(believed)


def to_shop(store: Store) -> list[Moment]:
    """The moments worth a mystery shop: those with questions, the priorities first."""
    return [one for one in in_form_order(store) if questions_of(store, one.id)]
