"""A wall with a session behind it, opened when it is time for another: a calm offer, no dialog."""

from typing import TYPE_CHECKING

from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.records import Session
from motwall.model.sessions import (
    is_session_due,
    last_session,
    open_session_now,
    session_day,
)
from motwall.ui.sessions.words import begin_words

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


def offer_session(page: "WallPage") -> None:
    """Offer the next session, or the one that nobody ended, if nothing else has to be said."""
    document = page.document
    if document.is_read_only or not page.is_furnished or page.message_bar.text:
        return
    store, today = document.store, document.clock.today()
    going_on = open_session_now(store)
    if going_on is not None:
        if session_day(going_on) < today:
            _say_still_open(page, going_on)
    elif is_session_due(store, today):
        _say_due(page)


def _say_due(page: "WallPage") -> None:
    document = page.document
    last = last_session(document.store)
    if last is None:
        return
    day = date_words(session_day(last), document.clock.today())
    words = translate("Sessions", "The last session was on {day}. Time to look what became of it?")
    number = document.store.count(Session) + 1
    page.message_bar.say(
        words.format(day=day),
        (
            (begin_words(number), lambda: _begin(page)),
            (translate("Sessions", "Not now"), page.message_bar.clear),
        ),
    )


def _say_still_open(page: "WallPage", session: Session) -> None:
    day = date_words(session_day(session), page.document.clock.today())
    words = translate("Sessions", "The session of {day} was not closed.")
    page.message_bar.say(
        words.format(day=day), ((translate("Sessions", "Go to it"), lambda: _go(page)),)
    )


def _go(page: "WallPage") -> None:
    page.message_bar.clear()
    page.commands.action("sessions").trigger()


def _begin(page: "WallPage") -> None:
    from motwall.ui.sessions.card import SessionsCard  # noqa: PLC0415 -- only when it is wanted

    _go(page)
    card = page.cards.current
    if isinstance(card, SessionsCard):
        card.meetings.begin_session()
