"""How much of what a wall says rests on assumption, and what was believed but not seen."""

from typing import NamedTuple

from motwall.model.belongings import observations_of
from motwall.model.order import all_moments
from motwall.model.patch import Patch
from motwall.model.records import Evidence, Moment, Observation, Viewpoint
from motwall.model.store import Store


class EvidenceShare(NamedTuple):
    """How many of the rated moments rest on assumption only."""

    assumed: int
    rated: int

    @property
    def percent(self) -> int:
        """A whole number from 0 to 100, rounded so that "some" is never 0 nor "not all" 100."""
        if self.assumed in {0, self.rated}:
            return 100 if self.assumed else 0
        return min(99, max(1, round(100 * self.assumed / self.rated)))


def assumption_share(store: Store) -> EvidenceShare:
    """The share of ratings that nobody has looked into yet; of an unrated wall 0 of 0."""
    rated = [one for one in store.all(Moment) if one.rating]
    return EvidenceShare(sum(one.evidence is Evidence.ASSUMED for one in rated), len(rated))


def share_after(share: EvidenceShare, patch: Patch) -> EvidenceShare:
    """The share once a patch is applied: a wall may have thousands of moments, a patch has few."""
    assumed, rated = share
    for change in patch:
        for side, sign in ((change.before, -1), (change.after, 1)):
            if isinstance(side, Moment) and side.rating:
                rated += sign
                assumed += sign * (side.evidence is Evidence.ASSUMED)
    return EvidenceShare(assumed, rated)


def differing_observations(store: Store) -> list[Observation]:
    """The observations that contradict what was believed on that day, in the order of the wall."""
    return [
        seen
        for moment in all_moments(store)
        for seen in observations_of(store, moment.id)
        if None not in {seen.believed_rating, seen.observed_rating}
        and seen.believed_rating is not seen.observed_rating
    ]


def untested_moments(store: Store) -> list[Moment]:
    """What one owner wrote alone, to be tested with the team, in the order of the wall."""
    return [one for one in all_moments(store) if one.viewpoint is Viewpoint.OWNER]
