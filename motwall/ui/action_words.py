"""What is said of actions beside their fields: what is doubted, what proves them, how long since.

All of it is a word beside what was typed: nothing is refused because of it.
"""

from collections.abc import Collection
from datetime import date

from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.doubts import ActionDoubt, DateDoubt
from motwall.model.figures import figure_words
from motwall.model.proofs import has_reached_target, proof_of
from motwall.model.records import ActionSize, Measure, PlannedAction, Rating, Reading
from motwall.model.store import Store
from motwall.model.words import rating_word

#: What is worth a word while an action is only looked at; the rest waits until it is opened.
SEEN_AT_ONCE = (
    ActionDoubt.OVERDUE,
    ActionDoubt.BEFORE_FIRST_SESSION,
    ActionDoubt.NOT_UPWARD,
    ActionDoubt.UNPROVED,
)


def doubt_sentence(doubt: ActionDoubt) -> str:
    """What is missing or odd about an action, in a sentence."""
    sentences = {
        ActionDoubt.NO_OWNER: translate("Action", "Who will do it? Nobody has taken it yet."),
        ActionDoubt.NO_DUE: translate("Action", "By when? A day makes it more likely to happen."),
        ActionDoubt.NO_TARGET: translate("Action", "Which rating should it lead to?"),
        ActionDoubt.NOT_UPWARD: translate("Action", "It does not lead to a better rating."),
        ActionDoubt.LARGE: translate("Action", "Could a smaller step come first?"),
        ActionDoubt.OVERDUE: translate("Action", "Its day has passed."),
        ActionDoubt.BEFORE_FIRST_SESSION: translate(
            "Action", "Its day is before the first session."
        ),
        ActionDoubt.UNPROVED: translate("Action", "Checked, but without proof so far."),
    }
    return sentences[doubt]


def date_sentences(doubts: Collection[DateDoubt]) -> str:
    """What is odd about a day that was typed, in sentences; "" if nothing is."""
    sentences = {
        DateDoubt.PAST: translate("Action", "That day has passed."),
        DateDoubt.FUTURE: translate("Action", "That day is still to come."),
        DateDoubt.BEFORE_FIRST_SESSION: translate(
            "Action", "That day is before the first session."
        ),
    }
    return " ".join(words for doubt, words in sentences.items() if doubt in doubts)


def doubt_sentences(doubts: Collection[ActionDoubt], wanted: Collection[ActionDoubt]) -> str:
    """Those of the doubts that are wanted, in sentences."""
    said = [one for one in ActionDoubt if one in doubts and one in wanted]
    return " ".join(doubt_sentence(one) for one in said)


def size_word(size: ActionSize) -> str:
    """Such as "Small"."""
    words = {
        ActionSize.S: translate("Action", "Small"),
        ActionSize.M: translate("Action", "Medium"),
        ActionSize.L: translate("Action", "Large"),
    }
    return words[size]


def size_letter(size: ActionSize) -> str:
    """Such as "S"."""
    return size.value.upper()


def aim_sentence(rating: Rating | None) -> str:
    """What an action can aim at from a rating, where the three faces do not say it."""
    if rating is None:
        return translate("Action", "Not rated yet, so it needs no aim.")
    if rating is Rating.MAGICAL:
        return translate("Action", "Keeping it magical is an aim, too.")
    return ""


def reading_words(store: Store, reading: Reading, today: date) -> str:
    """Such as "Complaints: 3 a week, Fri 27 Nov"."""
    measure = store.get(Measure, reading.measure_id)
    words = translate("Action", "{measure}: {value}, {day}")
    return words.format(
        measure=measure.name or translate("Action", "A measure"),
        value=figure_words(reading.value, measure.unit),
        day=date_words(reading.taken_on, today),
    )


def proof_words(store: Store, action: PlannedAction, today: date) -> str:
    """What shows that a checked action worked; "" while nothing does."""
    proof = proof_of(store, action)
    if proof is None:
        return ""
    if proof.reading is not None:
        words = translate("Action", "Shown by a reading. {reading}.")
        return words.format(reading=reading_words(store, proof.reading, today))
    if proof.assessment is None or proof.assessment.rating is None:
        return ""
    words = translate("Action", "Shown by a rating: {rating}, {day}.").format(
        rating=rating_word(proof.assessment.rating),
        day=date_words(proof.assessment.rated_on, today),
    )
    is_reached = has_reached_target(store, action)
    if is_reached is None:
        return words
    more = translate("Action", "That was the aim.")
    if not is_reached:
        more = translate("Action", "The aim is not reached yet.")
    return f"{words} {more}"
