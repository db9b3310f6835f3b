"""The columns of the list of actions, and the words in their cells."""

from datetime import date
from enum import IntEnum

from motwall.i18n import translate
from motwall.model.action_list import is_overdue
from motwall.model.dates import date_words
from motwall.model.proofs import is_proved
from motwall.model.records import ActionState, Moment, PlannedAction
from motwall.model.store import Store
from motwall.model.words import rating_word, state_word
from motwall.ui.action_words import size_letter


class ActionColumn(IntEnum):
    """From left to right."""

    WHAT = 0
    NOTE = 1
    WHO = 2
    WHEN = 3
    SIZE = 4
    AIM = 5
    STATE = 6


#: Ended, without a day, the day.
DayKey = tuple[bool, bool, date]

#: The fields behind the columns that are typed in.
TYPED = {ActionColumn.WHAT: "text", ActionColumn.WHO: "owner", ActionColumn.WHEN: "due"}


def column_titles() -> list[str]:
    """The headings."""
    return [
        translate("Actions", "WHAT"),
        translate("Actions", "NOTE"),
        translate("Actions", "WHO"),
        translate("Actions", "WHEN"),
        translate("Actions", "SIZE"),
        translate("Actions", "FROM, TO"),
        translate("Actions", "PROGRESS"),
    ]


def cell_words(store: Store, action: PlannedAction, column: ActionColumn, today: date) -> str:
    """What a cell says; "" if there is nothing."""
    if column is ActionColumn.NOTE:
        moment = store.get(Moment, action.moment_id)
        return moment.text or moment.prompt or translate("Actions", "An empty note")
    if column is ActionColumn.AIM:
        return aim_words(action)
    if column is ActionColumn.STATE:
        return state_words(store, action)
    words = {
        ActionColumn.WHAT: action.text,
        ActionColumn.WHO: action.owner,
        ActionColumn.WHEN: date_words(action.due, today) if action.due else "",
        ActionColumn.SIZE: size_letter(action.size),
    }
    return words[column]


def aim_words(action: PlannedAction) -> str:
    """From which rating to which, as far as it was said."""
    if action.to_rating is None:
        return rating_word(action.from_rating) if action.from_rating else ""
    if action.from_rating is None:
        words = translate("Actions", "to {after}")
        return words.format(after=rating_word(action.to_rating))
    words = translate("Actions", "{before} to {after}")
    before, after = rating_word(action.from_rating), rating_word(action.to_rating)
    return words.format(before=before, after=after)


def state_words(store: Store, action: PlannedAction) -> str:
    """How far it is, and whether proof is missing."""
    if action.state is ActionState.CHECKED and not is_proved(store, action):
        return translate("Actions", "Checked, no proof")
    return state_word(action.state)


def heading_words(key: DayKey, today: date) -> str:
    """What stands above the actions of a day, in the order of the calendar."""
    is_ended, is_dayless, day = key
    if is_ended:
        return translate("Actions", "Done or dropped")
    if is_dayless:
        return translate("Actions", "No day yet")
    words = date_words(day, today)
    return translate("Actions", "Today, {day}").format(day=words) if day == today else words


def late_words(action: PlannedAction, today: date) -> str:
    """How long an overdue action is overdue; "" for one that is not."""
    if action.due is None or not is_overdue(action, today):
        return ""
    return translate("Actions", "%n day(s) late", count=(today - action.due).days)
