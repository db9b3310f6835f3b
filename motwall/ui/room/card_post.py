"""The card that what goes on in the room is done on: once closed, a post brings it back."""

from typing import NamedTuple

from motwall.document.workshop_run import WorkshopRun
from motwall.i18n import translate
from motwall.model.phases import Phase

_OF_PHASE = {
    Phase.POST_ITS: "scribe",
    Phase.COLOUR: "coverage",
    Phase.PRIORITIES: "vote",
    Phase.ASSESS: "assess",
    Phase.IDEAS_AND_ACTIONS: "collect_ideas",
}


class CardWords(NamedTuple):
    """What a post says that opens a card; the detail is the line below, in small."""

    words: str
    detail: str
    icon: str


def card_at(run: WorkshopRun, phase: Phase) -> str:
    """The name of the card for what goes on: for the workshop's part, else for the phase.

    Returns:
        "" where there is none, as in the break.
    """
    here = run.current
    part = run.part_of(here) if here is not None else None
    if here is None or part is None or part.phase not in {None, phase}:
        return _OF_PHASE[phase]
    cards = (part.opens_for(here.minutes), *part.cards)
    if part.phase is not None:
        cards = (*cards, _OF_PHASE[phase])
    return next(filter(None, cards), "")


def card_words(name: str) -> CardWords | None:
    """What the post for a card says; None for a card that has no post."""
    return {
        "teach": CardWords(
            translate("Room", "Learn"), translate("Room", "moments of truth"), "message"
        ),
        "rules": CardWords(
            translate("Room", "House rules"), translate("Room", "for all to see"), "users"
        ),
        "scribe": CardWords(
            translate("Room", "One types"), translate("Room", "for all of us"), "keyboard"
        ),
        "coverage": CardWords(
            translate("Room", "Check"), translate("Room", "what is missing"), "eye"
        ),
        "vote": CardWords(translate("Room", "Vote"), translate("Room", "dots or hands"), "check"),
        "assess": CardWords(translate("Room", "Assess"), translate("Room", "one by one"), "face"),
        "collect_ideas": CardWords(
            translate("Room", "Collect"), translate("Room", "ideas"), "plus"
        ),
        "action_list": CardWords(
            translate("Room", "Actions"), translate("Room", "all of them"), "check"
        ),
        "closing": CardWords(
            translate("Room", "Agree"), translate("Room", "and meet again"), "calendar"
        ),
    }.get(name)
