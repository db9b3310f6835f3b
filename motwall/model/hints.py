"""What to do now, in one sentence, from the phase and the state of the wall."""

from motwall.i18n import translate
from motwall.model.phases import Phase
from motwall.model.priorities import FEWEST, MOST, must_choose, priorities, shortlisted, ticked
from motwall.model.records import Idea, Moment, PlannedAction
from motwall.model.store import Store


def hint(store: Store, phase: Phase) -> str:
    """The phase's sentence, or a better one for where the wall stands."""
    if phase is Phase.POST_ITS or store.count(Moment) == 0:
        return _capture(store, phase)
    special = {
        Phase.COLOUR: _colour,
        Phase.PRIORITIES: _choose,
        Phase.ASSESS: _assess,
        Phase.IDEAS_AND_ACTIONS: _improve,
    }
    return special[phase](store) or phase.sentence


def choice_words(store: Store) -> str:
    """What a click means from now on, said once when a tick brings more than 5."""
    words = translate(
        "Hints",
        "{count} are ticked. Choose the 3 to 5 to start with. The small circle takes a tick away.",
    )
    return words.format(count=number_word(len(ticked(store))))


def suggested_phase(store: Store) -> Phase:
    """The phase a wall is in, to open it there: the latest one that has been begun."""
    moments = store.all(Moment)
    if store.count(PlannedAction) or store.count(Idea):
        return Phase.IDEAS_AND_ACTIONS
    if any(moment.rating for moment in moments):
        return Phase.ASSESS
    if any(moment.is_ticked for moment in moments):
        return Phase.PRIORITIES
    if any(moment.contact_type_id and moment.text for moment in moments):
        return Phase.COLOUR
    return Phase.POST_ITS


def _capture(store: Store, phase: Phase) -> str:
    if store.count(Moment) == 0 and phase is Phase.COLOUR:
        return translate("Hints", "Nothing to colour yet. Go to A.")
    if store.count(Moment) == 0 and phase is not Phase.POST_ITS:
        return translate("Hints", "No notes yet. Write the first one in the field below.")
    return phase.sentence


def _colour(store: Store) -> str:
    plain = len(store.referring(Moment, "contact_type_id", None))
    if plain == 0:
        return translate("Hints", "Every note has its colour. Go on to C when you like.")
    if plain == store.count(Moment):
        return translate("Hints", "Pick a colour below, then click the notes of that kind.")
    return translate("Hints", "%n note(s) without a type.", count=plain)


def _choose(store: Store) -> str:
    count = len(ticked(store))
    chosen = len(shortlisted(store))
    if must_choose(store):
        words = translate(
            "Hints", "{count} ticks. Choose 3 to 5 to start with: click the ones to keep."
        )
        return words.format(count=number_word(count))
    if chosen and chosen < FEWEST:
        words = translate("Hints", "{count} chosen of {ticks} ticks. Choose 3 to 5.")
        return words.format(count=number_word(chosen), ticks=count)
    if chosen:
        words = translate("Hints", "{count} priorities chosen. The other ticks stay.")
        return words.format(count=number_word(chosen))
    if count == 0:
        return translate("Hints", "Click the notes that matter most. 3 to 5 is enough.")
    if count < FEWEST:
        words = translate("Hints", "{count} ticked. 3 to 5 is enough.")
        return words.format(count=number_word(count))
    words = translate(
        "Hints",
        "{count} priorities, numbered in the order of time. "
        "Go on to D, or tick more and choose among them.",
    )
    return words.format(count=number_word(count)) if count <= MOST else ""


def _assess(store: Store) -> str:
    first = priorities(store)
    if not first:
        return translate("Hints", "Tick a priority first (go back to C), or judge any note here.")
    left = sum(1 for moment in first if moment.rating is None)
    if left == 0:
        return translate("Hints", "Every priority is judged. Go on to E.")
    return ""


def _improve(store: Store) -> str:
    if store.count(Idea) == 0 and store.count(PlannedAction) == 0:
        return translate("Hints", "Every idea counts. What could make this moment better?")
    if store.count(PlannedAction) == 0:
        return translate("Hints", "No action yet. Which small change could you make by Friday?")
    return ""


def number_word(count: int) -> str:
    """A number as a sentence begins with it: a word as long as people would write one."""
    words = (
        translate("Hints", "No"),
        translate("Hints", "One"),
        translate("Hints", "Two"),
        translate("Hints", "Three"),
        translate("Hints", "Four"),
        translate("Hints", "Five"),
        translate("Hints", "Six"),
        translate("Hints", "Seven"),
        translate("Hints", "Eight"),
        translate("Hints", "Nine"),
        translate("Hints", "Ten"),
        translate("Hints", "Eleven"),
        translate("Hints", "Twelve"),
    )
    return words[count] if count < len(words) else str(count)
