"""The words motwall itself prints."""

from datetime import date

from motwall.i18n import translate
from motwall.model.dates import long_date_words
from motwall.model.records import Session, Wall
from motwall.model.store import Store

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


def wall_name(wall: Wall) -> str:
    """What the wall is called."""
    return wall.title or wall.business or translate("Handout", "Untitled wall")


def subtitle(wall: Wall) -> str:
    """Whose journey the wall shows, from where to where."""
    parts = [wall_name(wall)]
    if wall.business and wall.business != parts[0]:
        parts.append(wall.business)
    if wall.customer:
        parts.append(wall.customer)
    if wall.starts_with:
        parts.append(translate("Handout", "starts with {0}").format(wall.starts_with))
    if wall.ends_with:
        parts.append(translate("Handout", "ends with {0}").format(wall.ends_with))
    return DOT.join(parts)


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
