"""What is odd about a rung, as a quiet sentence; nothing of it is refused."""

from motwall.i18n import translate
from motwall.model.rungs import RungDoubt


def doubt_words(doubt: RungDoubt) -> str:
    """The sentence for a doubt."""
    words = {
        RungDoubt.WRONG_WAY: translate(
            "Ladder", "This number goes the other way than the rungs below it. On purpose?"
        ),
        RungDoubt.NO_CHANGE: translate("Ladder", "The same number as on the rung below."),
        RungDoubt.EMPTY: translate("Ladder", "A number, a promise, or both: what is this rung?"),
        RungDoubt.BEFORE_START: translate("Ladder", "This day is before the ladder starts."),
        RungDoubt.BEFORE_RUNG_BELOW: translate(
            "Ladder", "This day is before that of the rung below."
        ),
        RungDoubt.LOWER_RATING: translate(
            "Ladder", "A lower rating than is expected of the rung below."
        ),
        RungDoubt.OVERDUE: translate("Ladder", "Its day is over. Reached, or a new day?"),
    }
    return words[doubt]
