"""What the room is not to see yet: asked by every card that has something to hide.

A card tells what it can hide by a method `covered_parts() -> Sequence[tuple[str, str]]`: the name
of each part, as `RoomShow` knows it, and words for people.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtWidgets import QLabel

from motwall.i18n import translate
from motwall.ui.small import label

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: The best there could be, which comes after what they get today.
ULTIMATE = "ultimate"
#: Its name, and words for people.
CoveredPart = tuple[str, str]


@runtime_checkable
class Covering(Protocol):
    """A card with parts that can be hidden."""

    def covered_parts(self) -> Sequence[CoveredPart]:
        """What can be hidden of it, as it is now."""


def covers(page: "WallPage", part: str) -> bool:
    """Whether a page hides a part; the facilitator's own never does."""
    return page.is_room_side and page.document.room_show.is_covered(part)


def parts_of(page: "WallPage") -> list[CoveredPart]:
    """What the card that is open on a page can hide; none while the wall is shown."""
    card: object = page.cards.current
    return list(card.covered_parts()) if isinstance(card, Covering) else []


def later_words(name: str) -> str:
    """What a part that is hidden is called."""
    return translate("Facilitator", "{part}, later").format(part=name)


def later_label(name: str) -> QLabel:
    """What stands in the place of a part that is hidden."""
    made = label(later_words(name), "later", is_wrapped=True)
    made.hide()
    return made
