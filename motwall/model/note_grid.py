"""Which notes lie where: found by looking into a few cells, however many notes there are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from motwall.model.layout import Rect

#: Of a cell, mm: a few notes fit into one, and a screenful of notes takes a few dozen cells.
_CELL = 240.0


class NoteGrid:
    """The rectangles of notes, sorted into square cells; made anew when the layout changes."""

    def __init__(self, rects: Mapping[str, Rect]) -> None:
        """Sort the rectangles, mm, by moment id."""
        self._rects = rects
        self._cells: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
        for key, rect in rects.items():
            for cell in _cells_under(rect):
                self._cells[cell].append(key)

    def touching(self, area: Rect) -> list[str]:
        """The ids of the notes that an area touches, in the order they were given."""
        found: dict[str, None] = {}
        for cell in _cells_under(area):
            for key in self._cells.get(cell, ()):
                if key not in found and _meet(self._rects[key], area):
                    found[key] = None
        return list(found)


def _cells_under(rect: Rect) -> Iterator[tuple[int, int]]:
    for column in range(int(rect.x // _CELL), int(rect.right // _CELL) + 1):
        for row in range(int(rect.y // _CELL), int(rect.bottom // _CELL) + 1):
            yield column, row


def _meet(one: Rect, other: Rect) -> bool:
    return (
        one.x <= other.right
        and other.x <= one.right
        and one.y <= other.bottom
        and other.y <= one.bottom
    )
