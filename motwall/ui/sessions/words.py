"""What sessions and actions are called here."""

from datetime import MAXYEAR, date

from motwall.i18n import translate
from motwall.model.action_list import is_overdue
from motwall.model.dates import date_words
from motwall.model.records import Moment, PlannedAction, Session
from motwall.model.sessions import session_day, session_number
from motwall.model.store import Store


def session_name(store: Store, session: Session) -> str:
    """Such as "Session 2"."""
    words = translate("Sessions", "Session {number}")
    return words.format(number=session_number(store, session.id))


def point_words() -> str:
    """What the one line is called that everybody leaves with, wherever it can be written."""
    return translate("Sessions", "The point is: what everybody takes away")


def session_title(store: Store, session: Session, today: date) -> str:
    """Such as "Session 2, Mon 30 Nov"; without a day while it has none."""
    day, name = session_day(session), session_name(store, session)
    return name if day.year == MAXYEAR else f"{name}, {date_words(day, today)}"


def begin_words(number: int) -> str:
    """The button that begins the session of that number."""
    words = (
        translate("Sessions", "Begin the first session"),
        translate("Sessions", "Begin the second session"),
        translate("Sessions", "Begin the third session"),
        translate("Sessions", "Begin the fourth session"),
        translate("Sessions", "Begin the fifth session"),
    )
    if number <= len(words):
        return words[number - 1]
    return translate("Sessions", "Begin session {number}").format(number=number)


def moment_words(store: Store, moment_id: str | None) -> str:
    """The first line of a moment's text."""
    moment = store.find(Moment, moment_id)
    if moment is None:
        return translate("Sessions", "The whole wall")
    first = moment.text.strip().split("\n")[0]
    return first or translate("Sessions", "A note without words")


def action_words(action: PlannedAction) -> str:
    """What is to be done."""
    return action.text or translate("Sessions", "An action without words")


def about_action(store: Store, action: PlannedAction, today: date) -> str:
    """What it is for, who does it and when, such as "Phone call · Ben · Fri 27 Nov, overdue"."""
    parts = [moment_words(store, action.moment_id)]
    parts.append(action.owner or translate("Sessions", "nobody yet"))
    if action.due is not None:
        day = date_words(action.due, today)
        late = translate("Sessions", "{day}, overdue").format(day=day)
        parts.append(late if is_overdue(action, today) else day)
    return " \N{MIDDLE DOT} ".join(parts)
