"""Judging a moment: hands are counted, then the room agrees on a rating, with what it rests on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from motwall.model.belongings import assessments_of
from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.edits.fields import write
from motwall.model.edits.removal import removal
from motwall.model.patch import Change, Patch
from motwall.model.records import Assessment, Evidence, Moment, Rating, Viewpoint
from motwall.model.store import Store


class Hands(NamedTuple):
    """How many hands went up for each rating."""

    miserable: int = 0
    neutral: int = 0
    magical: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What is said of a moment at once.

    Attributes:
        rating: What was agreed on; None takes the rating away.
        hands: Hands counted before; None leaves those that are there.
        viewpoint: Whose judgement it is.
        evidence: What it rests on; None leaves the moment's.
        remark: Anything to add; None leaves the one that is there.
    """

    rating: Rating | None
    hands: Hands | None = None
    viewpoint: Viewpoint = Viewpoint.TEAM
    evidence: Evidence | None = None
    remark: str | None = None


def assess(
    store: Store,
    moment_id: str,
    judgement: Judgement,
    today: date,
    new_id: NewId,
    session_id: str | None = None,
) -> Patch:
    """Judge a moment, and write an Assessment in the same patch.

    Judging it again on the same day, in the same session and from the same viewpoint, corrects.
    """
    is_cut = clean_text(judgement.remark or "").is_cut
    moment = store.get(Moment, moment_id)
    changes = judged(store, moment, judgement, today, new_id, session_id)
    label = "rating %n note(s)" if judgement.rating else "taking %n rating(s) away"
    return Patch.of(changes, label, 1, is_cut=is_cut)


def write_view(
    store: Store, moment_ids: Iterable[str], field: str, text: object, viewpoint: Viewpoint
) -> Patch:
    """Write a text of moments (see `write`), and in the same patch whose view they show now.

    Words that are the same as before change nothing, and nobody's view either.
    """
    written = write(store, Moment, moment_ids, field, text)
    changes = [
        Change(one.before, replace(one.after, viewpoint=viewpoint))
        for one in written
        if isinstance(one.after, Moment)
    ]
    label = written.label
    return Patch.of(changes, label.text, label.count, is_cut=written.is_cut)


def count_hands(
    store: Store,
    moment_id: str,
    hands: Hands,
    today: date,
    new_id: NewId,
    session_id: str | None = None,
) -> Patch:
    """Keep the hands of the room before it agrees; the moment's rating stays as it is.

    No hands, and nothing else said, is no assessment.
    """
    moment = store.get(Moment, moment_id)
    known = assessment_on(store, moment_id, today, session_id, Viewpoint.TEAM)
    before = known or Assessment(
        id=new_id(),
        moment_id=moment_id,
        session_id=session_id,
        rated_on=today,
        evidence=moment.evidence,
    )
    after = _with_hands(before, hands)
    return Patch.of(_kept_if_it_says_anything(store, known, after), "counting hands")


def judged(
    store: Store,
    moment: Moment,
    judgement: Judgement,
    today: date,
    new_id: NewId,
    session_id: str | None,
) -> list[Change]:
    """The changes that judge a moment.

    What an owner judges alone is an owner's view from then on, to be tested with the team.
    """
    rating = judgement.rating
    evidence = judgement.evidence or moment.evidence
    rated_on = today if rating else None
    is_alone = rating is not None and judgement.viewpoint is Viewpoint.OWNER
    viewpoint = Viewpoint.OWNER if is_alone else moment.viewpoint
    rated = replace(
        moment, rating=rating, rated_on=rated_on, evidence=evidence, viewpoint=viewpoint
    )
    known = assessment_on(store, moment.id, today, session_id, judgement.viewpoint)
    if known is None and rating is None:
        return [Change(moment, rated)]
    before = known or Assessment(
        id=new_id(),
        moment_id=moment.id,
        session_id=session_id,
        rated_on=today,
        viewpoint=judgement.viewpoint,
    )
    said: dict[str, Any] = {"rating": rating, "evidence": evidence}
    if judgement.remark is not None:
        said["remark"] = clean_text(judgement.remark).text
    after = replace(before, **said)
    if judgement.hands is not None:
        after = _with_hands(after, judgement.hands)
    return [Change(moment, rated), *_kept_if_it_says_anything(store, known, after)]


def assessment_on(
    store: Store, moment_id: str, day: date, session_id: str | None, viewpoint: Viewpoint
) -> Assessment | None:
    """The assessment that judging on that day would correct, or None."""
    for one in store.referring(Assessment, "moment_id", moment_id):
        if (one.rated_on, one.session_id, one.viewpoint) == (day, session_id, viewpoint):
            return one
    return None


def hands_before(
    store: Store, moment_id: str, day: date, session_id: str | None
) -> Assessment | None:
    """The assessment with the latest hands raised on another day, or in another session."""
    found = [
        one
        for one in assessments_of(store, moment_id)
        if hands_raised(one) and (one.rated_on, one.session_id) != (day, session_id)
    ]
    return found[-1] if found else None


def hands_raised(said: Assessment) -> int:
    """How many hands were counted."""
    return said.hands_miserable + said.hands_neutral + said.hands_magical


def _with_hands(assessment: Assessment, hands: Hands) -> Assessment:
    return replace(
        assessment,
        hands_miserable=hands.miserable,
        hands_neutral=hands.neutral,
        hands_magical=hands.magical,
    )


def _kept_if_it_says_anything(
    store: Store, known: Assessment | None, after: Assessment
) -> Sequence[Change]:
    if after.rating or hands_raised(after) or after.remark:
        return [Change(known, after)]
    # What was proved by it is so no more.
    return removal(store, [known.id]) if known else []
