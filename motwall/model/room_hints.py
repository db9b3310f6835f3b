"""What hands do now in Room, in one short line: there everybody taps, and no field is below."""

from motwall.i18n import translate
from motwall.model.hints import hint, number_word
from motwall.model.phases import Phase
from motwall.model.priorities import MOST, must_choose, priorities, shortlisted, ticked
from motwall.model.records import Moment
from motwall.model.store import Store


def room_hint(store: Store, phase: Phase) -> str:
    """How the phase is worked on at the panel, or where the wall stands if that says more."""
    if store.count(Moment) == 0:
        return _write(store)
    special = {
        Phase.POST_ITS: _write,
        Phase.COLOUR: _colour,
        Phase.PRIORITIES: _choose,
        Phase.ASSESS: _assess,
        Phase.IDEAS_AND_ACTIONS: _improve,
    }
    return special[phase](store) or hint(store, phase)


def _write(store: Store) -> str:
    if store.count(Moment) == 0:
        return translate("Hints", "Tap Add note at your side and write the first one.")
    return translate("Hints", "Tap Add note at your side. Drag notes into the order of time.")


def _colour(store: Store) -> str:
    if not store.referring(Moment, "contact_type_id", None):
        return translate("Hints", "Every note has its colour.")
    return translate("Hints", "Pick a colour below, then tap the notes it fits.")


def _choose(store: Store) -> str:
    count = len(ticked(store))
    if must_choose(store):
        words = translate("Hints", "{count} ticks. Tap the 3 to 5 to start with.")
        return words.format(count=number_word(count))
    if count == 0:
        return translate("Hints", "Tap a note to tick it. 3 to 5 is enough.")
    if shortlisted(store) or count > MOST:
        return ""
    words = translate("Hints", "{count} ticked. Tap a note to tick it, or to take its tick away.")
    return words.format(count=number_word(count))


def _assess(store: Store) -> str:
    first = priorities(store)
    if not first:
        return translate("Hints", "Tick a priority first, or tap the face on any note.")
    if all(moment.rating for moment in first):
        return translate("Hints", "Every priority is judged. Tap a face to change it.")
    return translate("Hints", "Tap the face on a priority: miserable, neutral or magical?")


def _improve(_store: Store) -> str:
    return translate("Hints", "Tap a note, then Form: ideas first, then who does what and when.")
