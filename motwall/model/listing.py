"""A list about to become notes: what each line makes, and which lines are on the wall already."""

from collections.abc import Sequence
from dataclasses import dataclass

from motwall.model.finding import folded
from motwall.model.records import Moment
from motwall.model.store import Store

#: A note says one thing: longer lines are marked, not cut. In letters.
LONG = 120
#: More lines than this are no list of contacts.
MOST_LINES = 500


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line of a list, without its bullet or number.

    Attributes:
        text: What the note would say.
        is_on_wall: A note says so already, or said so before it was merged.
        is_repeated: A line above says the same.
        is_long: It is longer than a note should be.
    """

    text: str
    is_on_wall: bool = False
    is_repeated: bool = False
    is_long: bool = False

    @property
    def is_new(self) -> bool:
        """Nothing else says the same."""
        return not (self.is_on_wall or self.is_repeated)


@dataclass(frozen=True, slots=True)
class Listing:
    """The lines of a list, blank ones left out.

    Attributes:
        lines: At most `MOST_LINES`.
        left_out: How many more there were.
    """

    lines: tuple[NoteLine, ...]
    left_out: int = 0

    @property
    def is_list(self) -> bool:
        """There are several lines; one alone is no list."""
        return len(self.lines) > 1


def listing_of(store: Store, texts: Sequence[str]) -> Listing:
    """Look at the lines of a list; the same is what differs only in case, accents and spaces."""
    said = {
        folded(words) for one in store.all(Moment) for words in (one.text, *one.merged) if words
    }
    seen: set[str] = set()
    lines = []
    for each in texts[:MOST_LINES]:
        key = folded(each)
        lines.append(NoteLine(each, key in said, key in seen, len(each) > LONG))
        seen.add(key)
    return Listing(tuple(lines), max(0, len(texts) - MOST_LINES))
