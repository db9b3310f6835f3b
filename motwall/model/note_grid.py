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
        #: By the cell that the top left corner lies in: a question looks so much further.
        self._cells: defaultdict[tuple[float, float], list[str]] = defaultdict(list)
        self._wide = max((rect.width for rect in rects.values()), default=0.0)
        self._tall = max((rect.height for rect in rects.values()), default=0.0)
        for key, rect in rects.items():
            self._cells[rect[0] // _CELL, rect[1] // _CELL].append(key)

    def touching(self, area: Rect) -> list[str]:
        """The ids of the notes that an area touches, in the order of their cells."""
        near = [key for cell in self._cells_near(area) for key in self._cells.get(cell, ())]
        rects, (left, top), (right, bottom) = self._rects, area[:2], (area.right, area.bottom)
        found = []
        for key in near:
            x, y, width, height = rects[key]
            if x <= right and left <= x + width and y <= bottom and top <= y + height:
                found.append(key)
        return found

    def _cells_near(self, area: Rect) -> Iterator[tuple[int, int]]:
        left, top = area.x - self._wide, area.y - self._tall
        for column in range(int(left // _CELL), int(area.right // _CELL) + 1):
            for row in range(int(top // _CELL), int(area.bottom // _CELL) + 1):
                yield column, row
