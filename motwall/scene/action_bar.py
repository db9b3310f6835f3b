"""A bar of actions at a note: words under icons, for fingers; it acts on that note only."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from typing_extensions import override

from motwall.document.note_verbs import NoteVerbs
from motwall.model.order import steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment, Step
from motwall.paint.labels import SEMIBOLD, label_width
from motwall.scene.bar_pages import BarWork, Cell, Page, cells_of, first_shown
from motwall.scene.tap_button import Look, TapButton
from motwall.scene.tap_panel import Content, TapPanel
from motwall.scene.tap_style import TapStyle, bar_style

if TYPE_CHECKING:
    from motwall.scene.tap_layer import TapLayer

#: Buttons beside each other on a page, where there is room for so many.
_COLUMNS = {Page.MAIN: 8, Page.TYPE: 5, Page.FACE: 5, Page.MOVE: 5, Page.STEPS: 10}
#: The pages whose buttons are all of one width.
_GRIDS = frozenset({Page.TYPE, Page.STEPS})
#: Free on both sides of words together, and the widest a button in a grid gets; shares of the
#: words' size.
_WORD_ROOM = 1.0
_WIDEST = 8.6
#: A sheet of paper has a strip over its words.
_PAPER_HEIGHT = 1.2


class ActionBar(TapPanel):
    """A bar at one note. Attribute `page`: what it shows."""

    def __init__(
        self,
        layer: "TapLayer",
        moment_id: str,
        verbs: NoteVerbs,
        edit: Callable[[], object],
        is_used: Callable[[], object],
    ) -> None:
        """Offer what can be done to a note.

        Args:
            layer: Holds the bar.
            moment_id: Of the note.
            verbs: What the buttons do.
            edit: Write on the note.
            is_used: Told at every tap.
        """
        super().__init__(layer, moment_id)
        self.page = Page.MAIN
        self._first_number = 0
        self._is_used = is_used
        self._work = BarWork(
            layer.scene.store,
            verbs,
            moment_id,
            edit=edit,
            close=self.close,
            go=self.go,
            leaf=self._leaf,
            is_fixed=lambda: layer.scene.document.wall_lock.is_fixed,
        )

    def go(self, page: Page) -> None:
        """Show a page; nothing happens to a bar that has been taken away."""
        if self.scene() is not self._layer.scene:
            return
        self.page = page
        if page is Page.STEPS:
            steps = [one.id for one in steps_in_order(self._work.store)]
            own = self._work.moment.step_id
            self._first_number = first_shown(len(steps), steps.index(own) if own else 0)
        self.refresh()

    def close(self) -> None:
        """Take it away."""
        self._layer.remove(self)

    def button(self, words: str) -> TapButton:
        """The button with these words or this number."""
        return next(one for one in self.buttons if words in {one.look.words, one.look.letters})

    @override
    def style(self) -> TapStyle:
        """Dark on a light wall, light on a dark one."""
        return bar_style(self.tokens)

    @override
    def content(self) -> Content:
        """The buttons of the page, in as many rows as they need."""
        cells = cells_of(self.page, self._work, self._first_number)
        sizes = self.sizes
        widths = [self._width_of(one.look) for one in cells]
        if self.page in _GRIDS:
            widths = [min(max(widths), round(_WIDEST * sizes.text))] * len(cells)
        rows = _rows(cells, widths, _COLUMNS[self.page], self._layer.room.width, sizes.gap)
        height = round(sizes.button * (_PAPER_HEIGHT if self.page is Page.TYPE else 1.0))
        buttons = []
        for number, row in enumerate(rows):
            left, top = float(sizes.gap), sizes.gap + number * (height + sizes.gap)
            for cell, width in row:
                rect = QRectF(left, top, width, height)
                buttons.append(TapButton(self, rect, cell.look, cell.act))
                left += width + sizes.gap
        right = max(one.rect.right() for one in buttons)
        return Content(buttons, right + sizes.gap, buttons[-1].rect.bottom() + sizes.gap)

    @override
    def follow(self, patch: Patch) -> None:
        """Show the note's own marks, and where it can go, as they are by now."""
        is_concerned = self.moment_id in patch.changes or patch.touches(Moment, "step_id")
        if is_concerned or patch.touches(Step) or patch.touches(ContactType):
            self.refresh()

    @override
    def used(self) -> None:
        """Somebody is at it."""
        self._is_used()

    def _leaf(self, by: int) -> None:
        count = len(steps_in_order(self._work.store))
        self._first_number = first_shown(count, self._first_number + by)
        self.refresh()

    def _width_of(self, look: Look) -> int:
        sizes = self.sizes
        words = label_width(look.words, sizes.text, SEMIBOLD) + _WORD_ROOM * sizes.text
        return max(sizes.button, round(words))


def _rows(
    cells: Sequence[Cell], widths: Sequence[int], columns: int, room: float, gap: int
) -> list[list[tuple[Cell, int]]]:
    """The cells row by row: at most so many in a row, and no row wider than there is room."""
    rows: list[list[tuple[Cell, int]]] = [[]]
    taken = gap
    for cell, width in zip(cells, widths, strict=True):
        is_full = len(rows[-1]) == columns or (rows[-1] and taken + width + gap > room)
        if is_full:
            rows.append([])
            taken = gap
        rows[-1].append((cell, width))
        taken += width + gap
    return rows
