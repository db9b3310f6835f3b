"""Where new notes go, as it is chosen in the field for them and in a pasted list."""

from enum import Enum, auto

from motwall.i18n import translate
from motwall.model.edits.moments import end_of_timeline, free_spot
from motwall.model.places import place_after
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.model.targets import Target


class AddPlace(Enum):
    """Where the next note goes."""

    TIMELINE = auto()
    AFTER = auto()
    UNSORTED = auto()


def place_words(place: AddPlace) -> str:
    """As one of a few to choose from."""
    words = {
        AddPlace.TIMELINE: translate("Wall", "Next on the timeline"),
        AddPlace.AFTER: translate("Wall", "After the selected note"),
        AddPlace.UNSORTED: translate("Wall", "Unsorted: line up later"),
    }
    return words[place]


def short_place_words(place: AddPlace) -> str:
    """As the button in the field says it."""
    words = {
        AddPlace.TIMELINE: translate("Wall", "next on the timeline"),
        AddPlace.AFTER: translate("Wall", "after the selected"),
        AddPlace.UNSORTED: translate("Wall", "unsorted"),
    }
    return words[place]


def target_of(store: Store, place: AddPlace, current_id: str | None) -> Target:
    """What a place means now; after no note is the end of the timeline."""
    current = store.find(Moment, current_id)
    if place is AddPlace.UNSORTED:
        return free_spot(store)
    if place is AddPlace.AFTER and current is not None:
        return place_after(store, current.id)
    return end_of_timeline(store)
