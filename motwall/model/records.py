"""The records a wall is made of: immutable, checked when made, free of behaviour.

Adding a record type is three small steps, shown in CONTRIBUTING.md: the dataclass here, its table
in the DDL, its edits.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from motwall.model.fields import (
    formed,
    number,
    one_line,
    optional_reference,
    plain_text,
    reference,
)
from motwall.model.record import Record
from motwall.model.values import (
    ActionSize,
    ActionState,
    AnswerKind,
    Audience,
    Better,
    Choice,
    Cost,
    Evidence,
    IdeaKind,
    Lift,
    MomentKind,
    ObservationKind,
    Pattern,
    PictureKind,
    Rating,
    Verdict,
    Viewpoint,
    VoteWay,
)
from motwall.model.workshop_records import AgendaItem, Picture, QuizGuess, Vote, VoteRound

__all__ = [
    "RECORD_TYPES", "ActionReview", "ActionSize", "ActionState", "AgendaItem", "Answer",
    "AnswerKind", "Assessment", "Audience", "Better", "Choice", "ContactType", "Cost", "Evidence",
    "Idea", "IdeaKind", "Ladder", "Lift", "Measure", "Moment", "MomentKind", "Observation",
    "ObservationKind", "Pattern", "Picture", "PictureKind", "PlannedAction", "Question",
    "QuizGuess", "Rating", "Reading", "Record", "Row", "Rung", "Session", "Stage", "Step",
    "Verdict", "Viewpoint", "Vote", "VoteRound", "VoteWay", "Wall",
]  # fmt: skip


def _is_colour(value: str) -> bool:
    return re.fullmatch(r"#[0-9A-F]{6}", value) is not None


def _is_code(value: str) -> bool:
    return re.fullmatch(r"[A-Z][A-Z0-9]", value) is not None


def _is_icon(value: str) -> bool:
    return re.fullmatch(r"[a-z0-9-]{0,40}", value) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall(Record):
    """The wall itself; there is one in every file."""

    title: str = one_line()
    business: str = one_line()
    customer: str = one_line()  # whose journey
    row_title: str = one_line()  # of the first row, which has no Row record
    starts_with: str = one_line()
    ends_with: str = one_line()
    review_weeks: int = number(4, minimum=1, maximum=520)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage(Record):
    """A name over a run of neighbouring steps; it lives while it has a step."""

    title: str = one_line()


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactType(Record):
    """A way of contact, shown as a colour with icon, code and pattern."""

    name: str = one_line()
    code: str = formed(_is_code, "XX")
    colour: str = formed(_is_colour, "#FFFFFF")
    icon: str = formed(_is_icon, "")
    pattern: Pattern = Pattern.PLAIN
    audience: Audience = Audience.ANY
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Record):
    """A column of the timeline; the order of time is the order of its rank."""

    stage_id: str | None = optional_reference("Stage")
    title: str = one_line()
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Record):
    """A further row of the timeline, below the first: another kind of customer, or a branch.

    The first row has no record, so that a wall with one row needs none.
    """

    title: str = one_line()
    customer: str = one_line()  # whose journey is in this row
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment(Record):
    """A contact at which a customer forms an opinion: one sticky note.

    On the timeline `step_id`, `row_id` (None is the first row) and `rank` (within the stack of that
    step and row) say where it is; unsorted (`step_id` None) it is in no row and lies at `x`, `y`,
    in millimetres from the top left corner of the unsorted area.
    """

    text: str = plain_text()
    prompt: str = one_line()  # a printed hint, shown while the text is empty
    step_id: str | None = optional_reference("Step")
    row_id: str | None = optional_reference("Row")
    rank: int = 0
    x: float = 0.0
    y: float = 0.0
    contact_type_id: str | None = optional_reference("ContactType")
    description: str = plain_text()
    is_ticked: bool = False
    shortlist_rank: int | None = number(minimum=1)
    rating: Rating | None = None
    rated_on: date | None = None
    expectation: str = plain_text()
    today: str = plain_text()
    ultimate: str = plain_text()
    issue: str = plain_text()
    good_looks_like: str = plain_text()
    who_delivers: str = one_line()
    evidence: Evidence = Evidence.ASSUMED
    viewpoint: Viewpoint = Viewpoint.TEAM  # whose view its texts are; an owner's is to be tested
    is_make_or_break: bool = False
    kind: MomentKind = MomentKind.CONTACT
    merged: tuple[str, ...] = ()  # the words of notes that meant the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Session(Record):
    """A meeting at the wall."""

    held_on: date | None = None
    facilitator: str = one_line()
    attendees: str = plain_text()
    notes: str = plain_text()
    agreement: str = plain_text()
    take_away: str = plain_text()
    next_on: date | None = None
    is_next_declined: bool = False
    opened_at: datetime | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea(Record):
    """A possibility for a moment."""

    moment_id: str = reference("Moment")
    text: str = plain_text()
    kind: IdeaKind = IdeaKind.IDEA
    from_idea_id: str | None = optional_reference("Idea")
    author: str = one_line()
    verdict: Verdict = Verdict.OPEN
    cost: Cost | None = None
    lift: Lift | None = None
    session_id: str | None = optional_reference("Session")
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedAction(Record):
    """A small step agreed for a moment: what, who, when, and the rating it should lead to."""

    moment_id: str = reference("Moment")
    idea_id: str | None = optional_reference("Idea")
    text: str = plain_text()
    owner: str = one_line()
    due: date | None = None
    state: ActionState = ActionState.AGREED
    from_rating: Rating | None = None
    to_rating: Rating | None = None
    size: ActionSize = ActionSize.S
    done_on: date | None = None
    checked_on: date | None = None
    session_id: str | None = optional_reference("Session")
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Record):
    """One judgement of a moment on one day; the moment itself shows the latest.

    Hands are counted before the room agrees, so there may be no rating yet.
    """

    moment_id: str = reference("Moment")
    session_id: str | None = optional_reference("Session")
    rated_on: date
    rating: Rating | None = None
    viewpoint: Viewpoint = Viewpoint.TEAM
    hands_miserable: int = number(0)
    hands_neutral: int = number(0)
    hands_magical: int = number(0)
    evidence: Evidence = Evidence.ASSUMED
    remark: str = plain_text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """What to ask of a moment to find out whether it goes well."""

    moment_id: str = reference("Moment")
    text: str = plain_text()
    area: str = one_line()  # the name of the question bank it is from; "" for one's own
    kind: AnswerKind = AnswerKind.YES_NO
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Record):
    """What somebody saw of a moment at first hand, with the three marks of a mystery shop.

    Roles, not names, and `observer` is never printed.
    """

    moment_id: str = reference("Moment")
    kind: ObservationKind = ObservationKind.MYSTERY_SHOP
    observed_on: date
    observer: str = one_line()
    attitude: Rating | None = None
    knowledge: Rating | None = None
    approach: Rating | None = None
    believed_rating: Rating | None = None  # the moment's rating when it was observed
    observed_rating: Rating | None = None
    note: str = plain_text()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """What was answered to a question on one day, by the team or from an observation."""

    question_id: str = reference("Question")
    observation_id: str | None = optional_reference("Observation")
    session_id: str | None = optional_reference("Session")
    answered_on: date
    choice: Choice | None = None  # None: in words only
    note: str = plain_text()
    viewpoint: Viewpoint = Viewpoint.TEAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder(Record):
    """Small steps towards the ultimate of a moment, from what it is today.

    `better` says which way its numbers should go; None is told by the first of them.
    """

    moment_id: str = reference("Moment")
    title: str = one_line()
    unit: str = one_line()
    start_value: float | None = None
    starts_on: date | None = None
    better: Better | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung(Record):
    """One small step of a ladder: a number, a promise, or a number with a promise."""

    ladder_id: str = reference("Ladder")
    value: float | None = None
    promise: str = plain_text()
    due: date | None = None
    expected_rating: Rating | None = None
    reached_on: date | None = None
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Record):
    """A number that shows whether a moment, or the whole wall, gets better."""

    moment_id: str | None = optional_reference("Moment")
    name: str = one_line()
    unit: str = one_line()
    better: Better = Better.UP
    target: float | None = None
    every_days: int = number(7, minimum=1, maximum=3660)  # how often it should be read
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Record):
    """The value of a measure on one day."""

    measure_id: str = reference("Measure")
    taken_on: date
    value: float
    note: str = one_line()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionReview(Record):
    """What a session said of an action agreed earlier, with the proof if it was checked.

    Proof is a rating anew or a reading. An action may be checked without; then there is neither,
    and everybody can see it.
    """

    action_id: str = reference("PlannedAction")
    session_id: str | None = optional_reference("Session")
    reviewed_on: date
    state: ActionState = ActionState.AGREED  # as the review left it
    reason: str = plain_text()
    assessment_id: str | None = optional_reference("Assessment")
    reading_id: str | None = optional_reference("Reading")


#: Every record type by name, referred-to types before those that refer to them.
RECORD_TYPES: dict[str, type[Record]] = {
    one.__name__: one
    for one in (
        Wall, Stage, ContactType, Step, Row, Moment, Session, Idea, PlannedAction, Assessment,
        Question, Observation, Answer, Ladder, Rung, Measure, Reading, ActionReview, Picture,
        AgendaItem, VoteRound, Vote, QuizGuess,
    )
}  # fmt: skip
