"""What the pages say, in words."""

from datetime import date

from motwall.i18n import translate
from motwall.model.action_list import is_overdue
from motwall.model.dates import date_words
from motwall.model.presenting import (
    ActionsSlide,
    AgreedSlide,
    ClosingSlide,
    Missing,
    PrioritySlide,
)
from motwall.model.records import ActionState, PlannedAction
from motwall.model.store import Store
from motwall.model.words import state_word
from motwall.ui.present.blocks import Block
from motwall.ui.sessions.words import action_words, moment_words

_DOT = " \N{MIDDLE DOT} "


def missing_words(missing: Missing) -> str:
    """One sentence in place of the priorities."""
    words = {
        Missing.NOTES: translate("Present", "Nothing is on this wall yet."),
        Missing.PRIORITIES: translate(
            "Present",
            "No priorities yet: tick the 3 to 5 moments that matter most to your customers.",
        ),
        Missing.CHOICE: translate(
            "Present", "Many moments are ticked: choose the 3 to 5 to begin with."
        ),
    }
    return words[missing]


def priority_blocks(slide: PrioritySlide, today: date) -> list[Block]:
    """What stands beside a priority: expectation, today, the actions agreed."""
    moment = slide.moment
    blocks = []
    if moment.expectation:
        blocks.append(Block(moment.expectation, translate("Present", "What customers expect")))
    if moment.today:
        blocks.append(Block(moment.today, translate("Present", "What they get today")))
    heading = translate("Present", "The action agreed")
    if not slide.actions:
        blocks.append(Block(translate("Present", "None yet."), heading, is_quiet=True))
    elif len(slide.actions) > 1:
        heading = translate("Present", "The actions agreed")
    for place, action in enumerate(slide.actions):
        is_last = place == len(slide.actions) - 1
        more = translate("Present", "%n more", count=slide.more) if slide.more and is_last else ""
        about = _DOT.join(filter(None, (_who_and_when(action, today), _state(action), more)))
        blocks.append(Block(action_words(action), "" if place else heading, about))
    return blocks


def agreed_blocks(store: Store, slide: AgreedSlide, today: date) -> list[Block]:
    """What an earlier session agreed, each action with what became of it."""
    blocks = []
    if slide.is_first and slide.session.agreement:
        blocks.append(Block(slide.session.agreement))
    for action in slide.actions:
        parts = (
            state_word(action.state),
            moment_words(store, action.moment_id),
            _who_and_when(action, today),
        )
        blocks.append(Block(action_words(action), about=_DOT.join(parts), state=action.state))
    return blocks


def to_do_blocks(store: Store, slide: ActionsSlide, today: date) -> list[Block]:
    """Who does what by when."""
    blocks = []
    for action in slide.actions:
        who = action.owner or translate("Present", "Nobody yet")
        does = translate("Present", "{who}: {what}").format(who=who, what=action_words(action))
        by_when = _when(action, today) or translate("Present", "no day yet")
        parts = (by_when, moment_words(store, action.moment_id), _state(action))
        blocks.append(Block(does, about=_DOT.join(filter(None, parts))))
    return blocks


def closing_blocks(slide: ClosingSlide, today: date) -> list[Block]:
    """What everybody leaves with."""
    session = slide.session
    blocks = []
    if session.agreement:
        blocks.append(Block(session.agreement, translate("Present", "What we agreed")))
    if session.take_away:
        blocks.append(Block(session.take_away, translate("Present", "The point is")))
    if session.next_on is not None:
        day = date_words(session.next_on, today)
        blocks.append(Block(day, translate("Present", "We meet again")))
    return blocks


def _who_and_when(action: PlannedAction, today: date) -> str:
    who = action.owner or translate("Sessions", "nobody yet")
    return _DOT.join(filter(None, (who, _when(action, today))))


def _when(action: PlannedAction, today: date) -> str:
    if action.due is None:
        return ""
    day = date_words(action.due, today)
    late = translate("Sessions", "{day}, overdue").format(day=day)
    return late if is_overdue(action, today) else day


def _state(action: PlannedAction) -> str:
    return "" if action.state is ActionState.AGREED else state_word(action.state)
