"""The words motwall itself prints."""

from datetime import date

from motwall.i18n import translate
from motwall.model.dates import long_date_words
from motwall.model.records import Session, Wall
from motwall.model.store import Store
from motwall.model.words import wall_about, wall_name

#: Between the parts of a line of small print.
DOT = " \u00b7 "


def form_headings() -> tuple[str, str, str, str, str]:
    """The five headings of the planning form."""
    return (
        translate("Form", "MOMENT OF TRUTH"),
        translate("Form", "DESCRIPTION"),
        translate("Form", "ISSUE/PROBLEM"),
        translate("Form", "RANKING"),
        translate("Form", "ACTION"),
    )


def subtitle(wall: Wall) -> str:
    """The wall's name, and whose journey it shows."""
    return DOT.join([wall_name(wall), *wall_about(wall)])


def session_words(store: Store, made_on: date) -> str:
    """Such as "Session of 19 November 2026": of the last one held; "" before the first."""
    session = _last_session(store, made_on)
    if session is None or session.held_on is None:
        return ""
    return translate("Handout", "Session of {0}").format(long_date_words(session.held_on))


def next_session_words(store: Store, made_on: date) -> str:
    """Such as "next session 17 December 2026"; "" if there is none to come."""
    session = _last_session(store, made_on)
    days = [one.held_on for one in store.all(Session) if one.held_on and one.held_on > made_on]
    if session is not None and session.next_on and not session.is_next_declined:
        days += [session.next_on] if session.next_on >= made_on else []
    if not days:
        return ""
    return translate("Handout", "next session {0}").format(long_date_words(min(days)))


def _last_session(store: Store, made_on: date) -> Session | None:
    held = [
        (one.held_on, one.id, one)
        for one in store.all(Session)
        if one.held_on and one.held_on <= made_on
    ]
    return max(held, key=lambda each: each[:2])[2] if held else None
