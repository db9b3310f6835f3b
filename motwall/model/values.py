"""The words from fixed lists that fields of records hold; `records` hands them on."""

from enum import StrEnum


class Rating(StrEnum):
    """How a moment compares with what the customer expects; shown under the heading RANKING."""

    MISERABLE = "miserable"
    NEUTRAL = "neutral"
    MAGICAL = "magical"


class Audience(StrEnum):
    """Whom a contact type reaches at once."""

    ONE_TO_ONE = "one_to_one"
    GROUP = "group"
    BROADCAST = "broadcast"
    ANY = "any"


class Pattern(StrEnum):
    """The pattern on a note's strip: tells contact types apart in black and white too."""

    PLAIN = "plain"
    HATCH = "hatch"
    BACK_HATCH = "back_hatch"
    CROSS_HATCH = "cross_hatch"
    LINES = "lines"
    BARS = "bars"
    GRID = "grid"
    SPARSE_DOTS = "sparse_dots"
    LIGHT_DOTS = "light_dots"
    MID_DOTS = "mid_dots"
    DARK_DOTS = "dark_dots"
    DARKEST_DOTS = "darkest_dots"


class Evidence(StrEnum):
    """What a rating or a description rests on."""

    ASSUMED = "assumed"
    SEEN = "seen"
    CUSTOMER_SAID = "customer_said"
    SHOPPED = "shopped"
    MEASURED = "measured"


class MomentKind(StrEnum):
    """What the customer meets: not every moment of truth is a contact with a person."""

    CONTACT = "contact"
    PRODUCT = "product"
    POLICY = "policy"
    SURROUNDINGS = "surroundings"


class IdeaKind(StrEnum):
    """A possibility, a reason why not, or the question a reason why not was turned into."""

    IDEA = "idea"
    BLOCKER = "blocker"
    HOW_MIGHT_WE = "how_might_we"


class Verdict(StrEnum):
    """What became of an idea when the possibilities were sifted."""

    OPEN = "open"
    MERIT = "merit"
    PARKED = "parked"


class Cost(StrEnum):
    """A rough cost band for an idea."""

    FREE = "free"
    LOW = "low"
    SOME = "some"
    HIGH = "high"


class ActionState(StrEnum):
    """How far a planned action has come; agreed and doing are open."""

    AGREED = "agreed"
    DOING = "doing"
    DONE = "done"
    CHECKED = "checked"
    DROPPED = "dropped"


#: Of actions that are still to be done.
OPEN_STATES = frozenset({ActionState.AGREED, ActionState.DOING})


class ActionSize(StrEnum):
    """How big a step an action is; small is wanted."""

    S = "s"
    M = "m"
    L = "l"


class Viewpoint(StrEnum):
    """Whose judgement an assessment is."""

    TEAM = "team"
    OWNER = "owner"
    SHOPPER = "shopper"
    CUSTOMER = "customer"


class Lift(StrEnum):
    """How much an idea would do for the customer; with its cost it says where to begin."""

    SMALL = "small"
    SOME = "some"
    BIG = "big"


class Better(StrEnum):
    """Which way a number has to go to be better."""

    UP = "up"
    DOWN = "down"


class AnswerKind(StrEnum):
    """How a question is answered: yes, no or don't know, or in words only."""

    YES_NO = "yes_no"
    WORDS = "words"


class Choice(StrEnum):
    """The answer to a question."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"


class ObservationKind(StrEnum):
    """How somebody came to see what customers really get."""

    MYSTERY_SHOP = "mystery_shop"
    STAFF = "staff"
    CUSTOMER_SAID = "customer_said"


class VoteWay(StrEnum):
    """How a room votes on one screen."""

    DOTS = "dots"  # each person in turn, with so many dots to give
    HANDS = "hands"  # hands are counted for each moment


class PictureKind(StrEnum):
    """How the bytes of a picture are to be read."""

    JPEG = "jpeg"
    PNG = "png"
