"""The words for the values of records, the same on screen and on paper."""

from motwall.i18n import translate
from motwall.model.records import ActionState, Rating


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


def rating_definition(rating: Rating) -> str:
    """The rating with what it means, as a legend says it."""
    words = {
        Rating.MISERABLE: translate("Rating", "Miserable: falls short of what they expect"),
        Rating.NEUTRAL: translate("Rating", "Neutral: meets what they expect"),
        Rating.MAGICAL: translate("Rating", "Magical: exceeds what they expect"),
    }
    return words[rating]


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
