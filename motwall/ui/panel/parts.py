"""The parts of "This moment": which the phase opens, and what a closed one says about itself."""

from enum import StrEnum

from motwall.i18n import translate
from motwall.model.order import actions_of, ideas_of
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Moment, Verdict
from motwall.model.store import Store
from motwall.model.words import rating_word


class Part(StrEnum):
    """What can be opened and closed, in the order of the method."""

    DESCRIPTION = "description"
    CONTACT_TYPE = "contact_type"
    TICK = "tick"
    EXPECTATION = "expectation"
    TODAY = "today"
    RANKING = "ranking"
    ISSUE = "issue"
    IDEAS = "ideas"
    ACTIONS = "actions"
    MORE = "more"


_OPENED = {
    Phase.POST_ITS: (Part.DESCRIPTION,),
    Phase.COLOUR: (Part.CONTACT_TYPE, Part.DESCRIPTION),
    Phase.PRIORITIES: (Part.TICK, Part.DESCRIPTION),
    Phase.ASSESS: (
        Part.EXPECTATION,
        Part.TODAY,
        Part.RANKING,
        Part.ISSUE,
        Part.IDEAS,
        Part.ACTIONS,
    ),
    Phase.IDEAS_AND_ACTIONS: (Part.IDEAS, Part.ACTIONS),
}
#: What can be set for several moments at once.
FOR_MANY = (Part.CONTACT_TYPE, Part.TICK, Part.RANKING, Part.MORE)


def opened(phase: Phase) -> tuple[Part, ...]:
    """The parts that a phase opens, the first on top."""
    return _OPENED[phase]


def arranged(phase: Phase) -> list[Part]:
    """All parts from top to bottom: those of the phase, then the others."""
    first = opened(phase)
    return [*first, *(one for one in Part if one not in first)]


def part_titles() -> dict[Part, str]:
    """The names of the parts."""
    return {
        Part.DESCRIPTION: translate("Panel", "Description"),
        Part.CONTACT_TYPE: translate("Panel", "Colour"),
        Part.TICK: translate("Panel", "Matters most"),
        Part.EXPECTATION: translate("Panel", "They expect"),
        Part.TODAY: translate("Panel", "They get today"),
        Part.RANKING: translate("Panel", "Rating"),
        Part.ISSUE: translate("Panel", "Issue"),
        Part.IDEAS: translate("Panel", "Ideas"),
        Part.ACTIONS: translate("Panel", "Actions"),
        Part.MORE: translate("Panel", "More"),
    }


def part_hints() -> dict[Part, str]:
    """What stands at the right of an open part."""
    return {
        Part.RANKING: translate("Panel", "against what they expect"),
        Part.IDEAS: translate("Panel", "every idea counts"),
        Part.ACTIONS: translate("Panel", "small steps first"),
    }


def previews(store: Store, moment: Moment) -> dict[Part, str]:
    """What each closed part says: the beginning of what is in it."""
    contact_type = store.find(ContactType, moment.contact_type_id)
    return {
        Part.DESCRIPTION: moment.description,
        Part.CONTACT_TYPE: contact_type.name if contact_type else "",
        Part.TICK: translate("Panel", "ticked") if moment.is_ticked else "",
        Part.EXPECTATION: moment.expectation,
        Part.TODAY: moment.today,
        Part.RANKING: rating_word(moment.rating) if moment.rating else "",
        Part.ISSUE: moment.issue,
        Part.IDEAS: _ideas_preview(store, moment.id),
        Part.ACTIONS: _actions_preview(store, moment.id),
        Part.MORE: translate("Panel", "ultimate, evidence, who delivers"),
    }


def _ideas_preview(store: Store, moment_id: str) -> str:
    ideas = ideas_of(store, moment_id)
    if not ideas:
        return ""
    words = translate("Panel", "%n idea(s)", count=len(ideas))
    merits = sum(1 for one in ideas if one.verdict is Verdict.MERIT)
    return f"{words}, {translate('Panel', '%n with merit', count=merits)}" if merits else words


def _actions_preview(store: Store, moment_id: str) -> str:
    actions = actions_of(store, moment_id)
    return translate("Panel", "%n action(s)", count=len(actions)) if actions else ""
