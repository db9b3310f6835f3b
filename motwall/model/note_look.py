"""What one sticky note shows: screen, picture and PDF draw the same facts."""

from collections.abc import Mapping
from dataclasses import dataclass

from motwall.model.priorities import must_choose, priorities
from motwall.model.records import ContactType, Moment, Rating
from motwall.model.store import Store


@dataclass(frozen=True, slots=True)
class NoteLook:
    """The facts a note painter needs.

    Attributes:
        text: The words, or the prompt while there are none.
        is_prompt: The text is a prompt: shown quiet, the note dashed.
        contact_type: Colour, icon, name, code and pattern; None is plain paper.
        is_ticked: A tick at bottom left.
        rating: A face at bottom right.
        priority: 1 to 5 for a disc "P1" at top right, else None.
        merged_count: How many other notes meant the same (shown as "+2").
        is_faded: Set back because others are to be chosen from.
    """

    text: str
    is_prompt: bool = False
    contact_type: ContactType | None = None
    is_ticked: bool = False
    rating: Rating | None = None
    priority: int | None = None
    merged_count: int = 0
    is_faded: bool = False


def priority_numbers(store: Store) -> dict[str, int]:
    """The number 1 to 5 of each priority by moment id."""
    return {moment.id: number for number, moment in enumerate(priorities(store), start=1)}


def look_of(
    store: Store, moment: Moment, numbers: Mapping[str, int], *, is_faded: bool = False
) -> NoteLook:
    """What the note of a moment shows.

    Args:
        store: The wall.
        moment: The moment.
        numbers: From `priority_numbers`, made once for all notes.
        is_faded: See `NoteLook`.
    """
    return NoteLook(
        text=moment.text or moment.prompt,
        is_prompt=not moment.text and bool(moment.prompt),
        contact_type=store.find(ContactType, moment.contact_type_id),
        is_ticked=moment.is_ticked,
        rating=moment.rating,
        priority=numbers.get(moment.id),
        merged_count=len(moment.merged),
        is_faded=is_faded,
    )


def fades_unticked(store: Store) -> bool:
    """Whether notes without a tick step back, because 3 to 5 of the ticked are to be chosen."""
    return must_choose(store)
