"""What record types, their fields and the values of these are called, for people."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from motwall.i18n import translate
from motwall.model.records import (
    ActionReview,
    ActionSize,
    ActionState,
    AgendaItem,
    Answer,
    AnswerKind,
    Assessment,
    Audience,
    Better,
    Choice,
    ContactType,
    Cost,
    Evidence,
    Idea,
    IdeaKind,
    Ladder,
    Lift,
    Measure,
    Moment,
    MomentKind,
    Observation,
    ObservationKind,
    Pattern,
    Picture,
    PictureKind,
    PlannedAction,
    Question,
    QuizGuess,
    Rating,
    Reading,
    Record,
    Row,
    Rung,
    Session,
    Stage,
    Step,
    Verdict,
    Viewpoint,
    Vote,
    VoteRound,
    VoteWay,
    Wall,
)
from motwall.model.words import (
    choice_word,
    cost_word,
    evidence_word,
    kind_word,
    lift_word,
    observation_word,
    pattern_word,
    rating_word,
    state_word,
    verdict_word,
)


def type_word(record_type: type[Record]) -> str:
    """Such as "Note"."""
    words: dict[type[Record], str] = {
        Wall: translate("Merge", "The wall"),
        Stage: translate("Merge", "Stage"),
        ContactType: translate("Merge", "Contact type"),
        Step: translate("Merge", "Step"),
        Row: translate("Merge", "Row"),
        Moment: translate("Merge", "Note"),
        Session: translate("Merge", "Session"),
        Idea: translate("Merge", "Idea"),
        PlannedAction: translate("Merge", "Action"),
        Assessment: translate("Merge", "Judgement"),
        Question: translate("Merge", "Question"),
        Observation: translate("Merge", "Observation"),
        Answer: translate("Merge", "Answer"),
        Ladder: translate("Merge", "Ladder"),
        Rung: translate("Merge", "Rung"),
        Measure: translate("Merge", "Measure"),
        Reading: translate("Merge", "Reading"),
        ActionReview: translate("Merge", "Look back at an action"),
        Picture: translate("Merge", "Photo"),
        AgendaItem: translate("Merge", "Part of the workshop"),
        VoteRound: translate("Merge", "Vote round"),
        Vote: translate("Merge", "Vote"),
        QuizGuess: translate("Merge", "Guess of the quiz"),
    }
    return words.get(record_type) or record_type.__name__


def field_words(record_type: type[Record], name: str) -> str:
    """Such as "they get today"; a field named by nobody is called as in the data."""
    own = _own_words().get((record_type, name))
    return own or _common_words().get(name) or name.replace("_id", "").replace("_", " ")


def _own_words() -> dict[tuple[type[Record], str], str]:
    """Where a field is called otherwise than those of the same name."""
    return {
        (Wall, "customer"): translate("Merge", "whose journey"),
        (Row, "customer"): translate("Merge", "whose journey"),
        (Moment, "kind"): translate("Merge", "what the customer meets"),
        (Moment, "step_id"): translate("Merge", "place on the wall"),
        (Step, "stage_id"): translate("Merge", "stage"),
        (Session, "next_on"): translate("Merge", "day of the next session"),
        (Question, "kind"): translate("Merge", "how it is answered"),
        (Idea, "moment_id"): translate("Merge", "the note it belongs to"),
        (Reading, "note"): translate("Merge", "remark"),
        (Answer, "choice"): translate("Merge", "what was answered"),
        (PlannedAction, "state"): translate("Merge", "how far it is"),
        (ActionReview, "state"): translate("Merge", "how it was left"),
        (AgendaItem, "is_over"): translate("Merge", "how far it is"),
        (QuizGuess, "share"): translate("Merge", "the share told"),
        (QuizGuess, "guess"): translate("Merge", "what the room thinks"),
    }


def _common_words() -> dict[str, str]:
    return (
        _words_of_walls()
        | _words_of_notes()
        | _words_of_work()
        | _words_of_knowledge()
        | _words_of_workshops()
    )


def _words_of_walls() -> dict[str, str]:
    return {
        "title": translate("Merge", "title"),
        "business": translate("Merge", "business"),
        "row_title": translate("Merge", "name of the first row"),
        "starts_with": translate("Merge", "where it begins"),
        "ends_with": translate("Merge", "where it ends"),
        "review_weeks": translate("Merge", "weeks until a rating is worn out"),
        "name": translate("Merge", "name"),
        "code": translate("Merge", "code"),
        "colour": translate("Merge", "colour"),
        "icon": translate("Merge", "icon"),
        "pattern": translate("Merge", "pattern of the strip"),
        "audience": translate("Merge", "whom it reaches"),
        "facilitator": translate("Merge", "who led it"),
        "attendees": translate("Merge", "who was there"),
        "notes": translate("Merge", "notes"),
        "agreement": translate("Merge", "what was agreed"),
        "take_away": translate("Merge", "what the point is"),
        "held_on": translate("Merge", "day"),
        "opened_at": translate("Merge", "when it was open"),
    }


def _words_of_notes() -> dict[str, str]:
    return {
        "text": translate("Merge", "words"),
        "prompt": translate("Merge", "printed hint"),
        "contact_type_id": translate("Merge", "contact type"),
        "description": translate("Merge", "description"),
        "is_ticked": translate("Merge", "tick"),
        "rating": translate("Merge", "rating"),
        "expectation": translate("Merge", "they expect"),
        "today": translate("Merge", "they get today"),
        "ultimate": translate("Merge", "the ultimate"),
        "issue": translate("Merge", "issue"),
        "good_looks_like": translate("Merge", "what good looks like"),
        "who_delivers": translate("Merge", "who delivers"),
        "evidence": translate("Merge", "what it rests on"),
        "viewpoint": translate("Merge", "whose view it is"),
        "is_make_or_break": translate("Merge", "make or break"),
        "merged": translate("Merge", "also called"),
        "moment_id": translate("Merge", "the note it belongs to"),
        "digest": translate("Merge", "photo"),
    }


def _words_of_work() -> dict[str, str]:
    return {
        "kind": translate("Merge", "kind"),
        "from_idea_id": translate("Merge", "the idea it came from"),
        "author": translate("Merge", "who had it"),
        "verdict": translate("Merge", "merit or parked"),
        "cost": translate("Merge", "cost"),
        "lift": translate("Merge", "lift"),
        "session_id": translate("Merge", "session"),
        "idea_id": translate("Merge", "the idea it came from"),
        "owner": translate("Merge", "who does it"),
        "due": translate("Merge", "due day"),
        "from_rating": translate("Merge", "rating it starts from"),
        "to_rating": translate("Merge", "rating it should lead to"),
        "size": translate("Merge", "size"),
        "action_id": translate("Merge", "the action"),
        "reviewed_on": translate("Merge", "day"),
        "reason": translate("Merge", "reason"),
        "assessment_id": translate("Merge", "proof by a rating"),
        "reading_id": translate("Merge", "proof by a reading"),
    }


def _words_of_knowledge() -> dict[str, str]:
    return {
        "rated_on": translate("Merge", "day"),
        "hands_miserable": translate("Merge", "hands for miserable"),
        "hands_neutral": translate("Merge", "hands for neutral"),
        "hands_magical": translate("Merge", "hands for magical"),
        "remark": translate("Merge", "remark"),
        "area": translate("Merge", "where the question is from"),
        "observed_on": translate("Merge", "day"),
        "observer": translate("Merge", "who saw it"),
        "attitude": translate("Merge", "attitude"),
        "knowledge": translate("Merge", "knowledge"),
        "approach": translate("Merge", "approach"),
        "believed_rating": translate("Merge", "rating believed"),
        "observed_rating": translate("Merge", "rating seen"),
        "note": translate("Merge", "note"),
        "question_id": translate("Merge", "the question"),
        "observation_id": translate("Merge", "the observation"),
        "answered_on": translate("Merge", "day"),
        "unit": translate("Merge", "unit"),
        "start_value": translate("Merge", "where it starts"),
        "starts_on": translate("Merge", "day it starts"),
        "better": translate("Merge", "which way is better"),
        "ladder_id": translate("Merge", "the ladder"),
        "value": translate("Merge", "value"),
        "promise": translate("Merge", "promise"),
        "expected_rating": translate("Merge", "rating expected"),
        "reached_on": translate("Merge", "day it was reached"),
        "target": translate("Merge", "target"),
        "every_days": translate("Merge", "days between readings"),
        "measure_id": translate("Merge", "the measure"),
        "taken_on": translate("Merge", "day"),
    }


def _words_of_workshops() -> dict[str, str]:
    return {
        "part": translate("Merge", "which part it is"),
        "minutes": translate("Merge", "minutes"),
        "way": translate("Merge", "how it is voted"),
        "budget": translate("Merge", "dots for each person"),
        "people": translate("Merge", "how many people"),
        "may_stack": translate("Merge", "several dots on one note"),
        "is_on_ticked": translate("Merge", "only ticked notes"),
        "is_revealed": translate("Merge", "shown to the room"),
        "round_id": translate("Merge", "the round"),
        "person": translate("Merge", "whose dots"),
        "dots": translate("Merge", "dots"),
    }


#: Where the words of a value are known already.
_WORDS: dict[type[StrEnum], Callable[[Any], str]] = {
    Rating: rating_word,
    ActionState: state_word,
    Choice: choice_word,
    ObservationKind: observation_word,
    Cost: cost_word,
    Lift: lift_word,
    Evidence: evidence_word,
    MomentKind: kind_word,
    Pattern: pattern_word,
    Verdict: verdict_word,
}


def option_word(value: StrEnum) -> str:
    """Such as "Miserable"."""
    words = _WORDS.get(type(value))
    known = words(value) if words is not None else ""
    return known or _further_words().get(value, value.value)


def _further_words() -> dict[StrEnum, str]:
    return {
        Verdict.OPEN: translate("Merge", "not sifted yet"),
        Audience.ONE_TO_ONE: translate("Merge", "one to one"),
        Audience.GROUP: translate("Merge", "a group"),
        Audience.BROADCAST: translate("Merge", "everybody at once"),
        Audience.ANY: translate("Merge", "any number"),
        IdeaKind.IDEA: translate("Merge", "idea"),
        IdeaKind.BLOCKER: translate("Merge", "reason why not"),
        IdeaKind.HOW_MIGHT_WE: translate("Merge", "how might we"),
        ActionSize.S: translate("Merge", "small"),
        ActionSize.M: translate("Merge", "middle"),
        ActionSize.L: translate("Merge", "large"),
        Viewpoint.TEAM: translate("Merge", "the team"),
        Viewpoint.OWNER: translate("Merge", "the owner"),
        Viewpoint.SHOPPER: translate("Merge", "a mystery shopper"),
        Viewpoint.CUSTOMER: translate("Merge", "a customer"),
        Better.UP: translate("Merge", "more is better"),
        Better.DOWN: translate("Merge", "less is better"),
        AnswerKind.YES_NO: translate("Merge", "yes or no"),
        AnswerKind.WORDS: translate("Merge", "in words"),
        PictureKind.JPEG: "JPEG",
        PictureKind.PNG: "PNG",
        VoteWay.DOTS: translate("Merge", "by dots"),
        VoteWay.HANDS: translate("Merge", "by hands"),
    }
