"""A moment as the cards of possibilities show it: large, and in a line what it is measured by."""

from motwall.i18n import translate
from motwall.model.records import Idea, Moment
from motwall.model.store import Store
from motwall.model.words import rating_word

#: Longer texts are cut for the head of a card; the panel has all of them.
_LONGEST, _LONGEST_PART, _LONGEST_REASON = 140, 110, 50


def shortened(text: str, longest: int) -> str:
    """A text in one line, with an ellipsis where it is longer than so many characters."""
    flat = " ".join(text.split())
    return (
        flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    )


def moment_words(moment: Moment) -> str:
    """What the note says, or its prompt."""
    words = moment.text or moment.prompt or translate("Possibilities", "A note without words")
    return shortened(words, _LONGEST)


def gap_words(moment: Moment) -> str:
    """What they expect, what they get today, and the gap between, as far as it is known."""
    today = shortened(moment.today, _LONGEST_PART)
    if moment.rating:
        word = rating_word(moment.rating)
        today = f"{word} \N{EN DASH} {today}" if today else word
    parts = [
        (translate("Possibilities", "They expect:"), shortened(moment.expectation, _LONGEST_PART)),
        (translate("Possibilities", "Today:"), today),
        (translate("Possibilities", "Gap:"), shortened(moment.issue, _LONGEST_PART)),
    ]
    said = [f"{name} {words}" for name, words in parts if words]
    return "   \N{MIDDLE DOT}   ".join(said)


def turned_words(store: Store, question: Idea) -> str:
    """Which reason why not a question was made of."""
    blocker = store.find(Idea, question.from_idea_id)
    if blocker is None:
        return translate("Possibilities", "Turned round")
    words = translate("Possibilities", "Turned round from: {reason}")
    return words.format(reason=shortened(blocker.text, _LONGEST_REASON))
