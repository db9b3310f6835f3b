"""What one sticky note shows: screen, picture and PDF draw the same facts."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from motwall.model.patch import Patch
from motwall.model.pictures import picture_of
from motwall.model.priorities import must_choose, priorities
from motwall.model.records import (
    ContactType,
    Measure,
    Moment,
    Picture,
    PlannedAction,
    Rating,
    Reading,
)
from motwall.model.store import Store
from motwall.model.values import OPEN_STATES

if TYPE_CHECKING:
    from motwall.model.trend_line import Trend


class NoteLook(NamedTuple):
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
        open_actions: How many actions are still to be done, before the face (shown as "> 2").
        is_overdue: One of them should have been done by now (shown as "!2").
        trend: The latest readings of its first measure that has any: a small line, and an arrow.
        photo: The digest of the photo it carries, "" for none.
    """

    text: str
    is_prompt: bool = False
    contact_type: ContactType | None = None
    is_ticked: bool = False
    rating: Rating | None = None
    priority: int | None = None
    merged_count: int = 0
    is_faded: bool = False
    open_actions: int = 0
    is_overdue: bool = False
    trend: "Trend | None" = None
    photo: str = ""

    @property
    def has_words(self) -> bool:
        """Somebody wrote on it; a prompt is not counted."""
        return bool(self.text) and not self.is_prompt


def priority_numbers(store: Store) -> dict[str, int]:
    """The number 1 to 5 of each priority by moment id."""
    return {moment.id: number for number, moment in enumerate(priorities(store), start=1)}


def look_of(
    store: Store,
    moment: Moment,
    numbers: Mapping[str, int],
    *,
    is_faded: bool = False,
    today: date | None = None,
) -> NoteLook:
    """What the note of a moment shows.

    Args:
        store: The wall.
        moment: The moment.
        numbers: From `priority_numbers`, made once for all notes.
        is_faded: See `NoteLook`.
        today: The day that tells what is overdue. Without it nothing is said of actions: a picture
            or a print lasts longer than that would be true.
    """
    open_actions, is_overdue = _actions(store, moment.id, today) if today else (0, False)
    return NoteLook(
        text=moment.text or moment.prompt,
        is_prompt=not moment.text and bool(moment.prompt),
        contact_type=store.find(ContactType, moment.contact_type_id),
        is_ticked=moment.is_ticked,
        rating=moment.rating,
        priority=numbers.get(moment.id),
        merged_count=len(moment.merged),
        is_faded=is_faded,
        open_actions=open_actions,
        is_overdue=is_overdue,
        trend=_trend(store, moment.id),
        photo=_photo(store, moment.id),
    )


def _actions(store: Store, moment_id: str, today: date) -> tuple[int, bool]:
    """How many actions are open, and whether one is overdue."""
    actions = store.referring(PlannedAction, "moment_id", moment_id)
    if not actions:
        # As of most notes, and a wall may show thousands at once.
        return 0, False
    dues = [one.due for one in actions if one.state in OPEN_STATES]
    return len(dues), any(due is not None and due < today for due in dues)


def _trend(store: Store, moment_id: str) -> "Trend | None":
    if not store.referring(Measure, "moment_id", moment_id):
        return None
    # Not before the first paint: few walls have measures.
    from motwall.model.trend_line import note_trend  # noqa: PLC0415

    return note_trend(store, moment_id)


def _photo(store: Store, moment_id: str) -> str:
    found = picture_of(store, moment_id)
    return "" if found is None else found.digest


def pictured_moments(patch: Patch) -> set[str]:
    """The ids of moments whose photo a patch changes."""
    return {one.record.moment_id for one in patch if isinstance(one.record, Picture)}


def measured_moments(store: Store, patch: Patch) -> set[str]:
    """The ids of moments whose trend a patch may have changed."""
    found: set[str | None] = set()
    for change in patch:
        for record in (change.before, change.after):
            # A reading whose measure is gone went with it, in the same patch.
            key = record.measure_id if isinstance(record, Reading) else None
            measure = record if isinstance(record, Measure) else store.find(Measure, key)
            found.add(measure.moment_id if measure is not None else None)
    return {one for one in found if one is not None}


def fades_unticked(store: Store) -> bool:
    """Whether notes without a tick step back, because 3 to 5 of the ticked are to be chosen."""
    return must_choose(store)
