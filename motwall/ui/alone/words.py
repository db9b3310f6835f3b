"""The questions of the way, and the names of its four steps."""

from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.alone import Ask
from motwall.model.records import MomentKind


class ListQuestion(NamedTuple):
    """What is asked for a list: the question, and what else to think of."""

    words: str
    hint: str


def step_names() -> tuple[str, ...]:
    """The four steps."""
    return (
        translate("Alone", "List every contact"),
        translate("Alone", "What they do receive"),
        translate("Alone", "The ultimate"),
        translate("Alone", "Close the gap"),
    )


def list_question(ask: Ask) -> ListQuestion:
    """The question of a screen that lists."""
    questions = {
        Ask.CONTACTS: ListQuestion(
            translate("Alone", "What does a customer see or hear of you first? And then?"),
            translate("Alone", "One line for each contact, in the order of time. Enter adds it."),
        ),
        Ask.PEOPLE: ListQuestion(
            translate("Alone", "Who else do they meet or hear from?"),
            translate("Alone", "Not only those who serve: who delivers, repairs, sends the bill?"),
        ),
        Ask.PRODUCT: ListQuestion(
            translate("Alone", "Where do they meet what you sell, without you?"),
            translate("Alone", "Opening the box, the first use, a year later, the day it breaks."),
        ),
        Ask.POLICY: ListQuestion(
            translate("Alone", "Which rules and papers do they run into?"),
            translate("Alone", "Opening hours, deposits, forms, returns, small print."),
        ),
        Ask.SURROUNDINGS: ListQuestion(
            translate("Alone", "What is around them?"),
            translate("Alone", "Parking, signs, light, smell, chairs, your website."),
        ),
    }
    return questions[ask]


def kind_words(kind: MomentKind) -> str:
    """Several of a kind."""
    words = {
        MomentKind.CONTACT: translate("Alone", "people and calls"),
        MomentKind.PRODUCT: translate("Alone", "the product"),
        MomentKind.POLICY: translate("Alone", "rules and papers"),
        MomentKind.SURROUNDINGS: translate("Alone", "surroundings"),
    }
    return words[kind]
