"""What somebody saw at first hand: a mystery shop, staff, or a customer who said so."""

from dataclasses import dataclass
from datetime import date

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.assessing import Judgement, assess
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.observing import evidence_of, viewpoint_of
from motwall.model.patch import Change, Patch
from motwall.model.records import Answer, Moment, Observation, ObservationKind, Rating
from motwall.model.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The three marks of a mystery shop; each may be left open."""

    attitude: Rating | None = None
    knowledge: Rating | None = None
    approach: Rating | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What somebody saw.

    Attributes:
        observed_on: The day.
        kind: How it came about.
        observer: Who, never printed.
        marks: Attitude, knowledge, approach.
        rating: What the moment would be rated by this.
        note: Anything to add.
    """

    observed_on: date
    kind: ObservationKind = ObservationKind.MYSTERY_SHOP
    observer: str = ""
    marks: Marks = Marks()
    rating: Rating | None = None
    note: str = ""


def add_observation(store: Store, moment_id: str, seen: Seen, observation_id: str) -> Patch:
    """Add an observation; the moment's rating of today is kept with it as what was believed."""
    observer, is_name_cut = clean_text(
        seen.observer, rules_of(Observation)["observer"].limit, one_line=True
    )
    note, is_cut = clean_text(seen.note)
    made = Observation(
        id=observation_id,
        moment_id=moment_id,
        kind=seen.kind,
        observed_on=seen.observed_on,
        observer=observer,
        attitude=seen.marks.attitude,
        knowledge=seen.marks.knowledge,
        approach=seen.marks.approach,
        believed_rating=store.get(Moment, moment_id).rating,
        observed_rating=seen.rating,
        note=note,
    )
    return Patch.of([Change(None, made)], "adding an observation", is_cut=is_cut or is_name_cut)


def rate_as_seen(
    store: Store,
    observation_id: str,
    today: date,
    new_id: NewId,
    session_id: str | None = None,
) -> Patch:
    """Take what was seen as the moment's rating, and as what the rating rests on.

    Returns:
        An empty patch when the observation says nothing of a rating.
    """
    seen = store.get(Observation, observation_id)
    if seen.observed_rating is None:
        return Patch()
    judgement = Judgement(
        rating=seen.observed_rating,
        viewpoint=viewpoint_of(seen.kind),
        evidence=evidence_of(seen.kind),
    )
    return assess(store, seen.moment_id, judgement, today, new_id, session_id)


def delete_observation(store: Store, observation_id: str) -> Patch:
    """Delete an observation with the answers that are part of it."""
    answers = store.referring(Answer, "observation_id", observation_id)
    gone = removal(store, [observation_id, *(one.id for one in answers)])
    return Patch.of(gone, "deleting an observation")
