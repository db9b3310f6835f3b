"""The words for the values of records, the same on screen and on paper."""

from motwall.i18n import translate
from motwall.model.journey import way_words
from motwall.model.records import (
    ActionState,
    Assessment,
    Choice,
    Cost,
    Evidence,
    Lift,
    MomentKind,
    ObservationKind,
    Pattern,
    Rating,
    Verdict,
    Wall,
)


def rating_word(rating: Rating) -> str:
    """Such as "Miserable"."""
    words = {
        Rating.MISERABLE: translate("Rating", "Miserable"),
        Rating.NEUTRAL: translate("Rating", "Neutral"),
        Rating.MAGICAL: translate("Rating", "Magical"),
    }
    return words[rating]


def rating_verdict(rating: Rating) -> str:
    """How the moment compares with the expectation, in two words."""
    words = {
        Rating.MISERABLE: translate("Rating", "falls short"),
        Rating.NEUTRAL: translate("Rating", "meets it"),
        Rating.MAGICAL: translate("Rating", "beats it"),
    }
    return words[rating]


def rating_meaning(rating: Rating) -> str:
    """What a rating says, without its name."""
    words = {
        Rating.MISERABLE: translate("Rating", "It falls short of what they expect"),
        Rating.NEUTRAL: translate("Rating", "It meets what they expect"),
        Rating.MAGICAL: translate("Rating", "It exceeds what they expect"),
    }
    return words[rating]


def rating_definition(rating: Rating) -> str:
    """The rating with what it means, as a legend says it."""
    words = {
        Rating.MISERABLE: translate("Rating", "Miserable: falls short of what they expect"),
        Rating.NEUTRAL: translate("Rating", "Neutral: meets what they expect"),
        Rating.MAGICAL: translate("Rating", "Magical: exceeds what they expect"),
    }
    return words[rating]


def hands_words(said: Assessment) -> str:
    """How many hands went up for each face, such as "Miserable 3, Neutral 2"; "" if none did."""
    hands = (
        (Rating.MISERABLE, said.hands_miserable),
        (Rating.NEUTRAL, said.hands_neutral),
        (Rating.MAGICAL, said.hands_magical),
    )
    return ", ".join(f"{rating_word(rating)} {count}" for rating, count in hands if count)


def state_word(state: ActionState) -> str:
    """Such as "Agreed"."""
    words = {
        ActionState.AGREED: translate("Action", "Agreed"),
        ActionState.DOING: translate("Action", "Doing"),
        ActionState.DONE: translate("Action", "Done"),
        ActionState.CHECKED: translate("Action", "Checked"),
        ActionState.DROPPED: translate("Action", "Dropped"),
    }
    return words[state]


def choice_word(choice: Choice) -> str:
    """Such as "Don't know"."""
    words = {
        Choice.YES: translate("Answer", "Yes"),
        Choice.NO: translate("Answer", "No"),
        Choice.DONT_KNOW: translate("Answer", "Don't know"),
    }
    return words[choice]


def observation_word(kind: ObservationKind) -> str:
    """How somebody came to see it, such as "Mystery shop"."""
    words = {
        ObservationKind.MYSTERY_SHOP: translate("Observation", "Mystery shop"),
        ObservationKind.STAFF: translate("Observation", "Staff saw it"),
        ObservationKind.CUSTOMER_SAID: translate("Observation", "A customer said"),
    }
    return words[kind]


def cost_word(cost: Cost) -> str:
    """A cost band, such as "Low"."""
    words = {
        Cost.FREE: translate("Idea", "Free"),
        Cost.LOW: translate("Idea", "Low"),
        Cost.SOME: translate("Idea", "Some"),
        Cost.HIGH: translate("Idea", "High"),
    }
    return words[cost]


def lift_word(lift: Lift) -> str:
    """How much an idea would do for the customer, such as "Big"."""
    words = {
        Lift.SMALL: translate("Idea", "Small"),
        Lift.SOME: translate("Idea", "Some"),
        Lift.BIG: translate("Idea", "Big"),
    }
    return words[lift]


def verdict_word(verdict: Verdict) -> str:
    """What became of an idea; nothing is said of those that are still open."""
    words = {
        Verdict.OPEN: "",
        Verdict.MERIT: translate("Idea", "has merit"),
        Verdict.PARKED: translate("Idea", "parked"),
    }
    return words[verdict]


def verdict_meaning(verdict: Verdict) -> str:
    """What giving merit or parking means, in a sentence."""
    words = {
        Verdict.OPEN: translate("Idea", "Not sifted yet."),
        Verdict.MERIT: translate(
            "Idea", "Has merit: worth doing something about. It can become an action."
        ),
        Verdict.PARKED: translate(
            "Idea", "Parked: not now. It is kept and comes back in the next session."
        ),
    }
    return words[verdict]


def evidence_word(evidence: Evidence) -> str:
    """What a judgement rests on, such as "Customer said"."""
    words = {
        Evidence.ASSUMED: translate("Panel", "Assumed"),
        Evidence.SEEN: translate("Panel", "Seen"),
        Evidence.CUSTOMER_SAID: translate("Panel", "Customer said"),
        Evidence.SHOPPED: translate("Panel", "Mystery shopped"),
        Evidence.MEASURED: translate("Panel", "Measured"),
    }
    return words[evidence]


def kind_word(kind: MomentKind) -> str:
    """What the customer meets, such as "Product"."""
    words = {
        MomentKind.CONTACT: translate("Panel", "Contact"),
        MomentKind.PRODUCT: translate("Panel", "Product"),
        MomentKind.POLICY: translate("Panel", "Policy"),
        MomentKind.SURROUNDINGS: translate("Panel", "Surroundings"),
    }
    return words[kind]


def pattern_word(pattern: Pattern) -> str:
    """What the strip of a note looks like, in words."""
    words = {
        Pattern.PLAIN: translate("Pens", "plain"),
        Pattern.HATCH: translate("Pens", "hatch"),
        Pattern.BACK_HATCH: translate("Pens", "back hatch"),
        Pattern.CROSS_HATCH: translate("Pens", "cross hatch"),
        Pattern.LINES: translate("Pens", "lines"),
        Pattern.BARS: translate("Pens", "bars"),
        Pattern.GRID: translate("Pens", "grid"),
        Pattern.SPARSE_DOTS: translate("Pens", "sparse dots"),
        Pattern.LIGHT_DOTS: translate("Pens", "light dots"),
        Pattern.MID_DOTS: translate("Pens", "mid dots"),
        Pattern.DARK_DOTS: translate("Pens", "dark dots"),
        Pattern.DARKEST_DOTS: translate("Pens", "darkest dots"),
    }
    return words[pattern]


def wall_name(wall: Wall) -> str:
    """What the wall is called."""
    return wall.title or wall.business or translate("Wall", "Moments of truth")


def journey(wall: Wall) -> str:
    """Whose journey it is, from where to where, such as "Regulars, from smell to crumbs"."""
    parts = [wall.customer] if wall.customer else []
    if wall.starts_with and wall.ends_with:
        parts.append(way_words().format(start=wall.starts_with, end=wall.ends_with))
    elif wall.starts_with or wall.ends_with:
        parts.append(wall.starts_with or wall.ends_with)
    return ", ".join(parts)


def wall_about(wall: Wall) -> list[str]:
    """What is said of a wall under its name: the business if the name is another, the journey."""
    business = wall.business if wall.business != wall_name(wall) else ""
    return [words for words in (business, journey(wall)) if words]
