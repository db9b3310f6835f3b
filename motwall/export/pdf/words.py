"""The words motwall itself prints."""

from datetime import date

from motwall.i18n import translate
from motwall.model.dates import long_date_words
from motwall.model.order import steps_in_order
from motwall.model.records import Moment, Stage, Wall
from motwall.model.sessions import last_session_held, next_session_day
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


def form_hints() -> tuple[str, str, str, str, str]:
    """What to write below each of these headings."""
    return (
        translate("Form", "Where do they meet us?"),
        translate("Form", "What happens there?"),
        translate("Form", "What goes wrong, or might?"),
        translate("Form", "Ring one rating"),
        translate("Form", "What will we do, who, by when?"),
    )


def subtitle(wall: Wall) -> str:
    """The wall's name, and whose journey it shows."""
    return DOT.join([wall_name(wall), *wall_about(wall)])


def session_words(store: Store, made_on: date) -> str:
    """Such as "Session of 19 November 2026": of the last one held; "" before the first."""
    session = last_session_held(store, made_on)
    if session is None or session.held_on is None:
        return ""
    return translate("Handout", "Session of {0}").format(long_date_words(session.held_on))


def next_session_words(store: Store, made_on: date) -> str:
    """Such as "next session 17 December 2026"; "" if there is none to come."""
    day = next_session_day(store, made_on)
    if day is None:
        return ""
    return translate("Handout", "next session {0}").format(long_date_words(day))


def moment_name(store: Store, moment: Moment) -> str:
    """What a moment is called in a list; one without words by its place on the wall."""
    words = moment.text or moment.prompt
    if words:
        return words
    return DOT.join((translate("Handout", "No words yet"), place_words(store)[moment.step_id]))


def place_words(store: Store) -> dict[str | None, str]:
    """Where each step stands, by id: its number, its title, its stage; None is the unsorted."""
    found: dict[str | None, str] = {None: translate("Handout", "unsorted")}
    for number, step in enumerate(steps_in_order(store), start=1):
        stage = store.find(Stage, step.stage_id)
        words = translate("Handout", "step {0}").format(number)
        parts = (words, step.title, stage.title if stage else "")
        found[step.id] = DOT.join(part for part in parts if part)
    return found
