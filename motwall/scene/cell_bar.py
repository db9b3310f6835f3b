"""A bar of actions: words under icons, for fingers; as many rows of them as they need."""

from collections.abc import Callable, Sequence
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF
from typing_extensions import override

from motwall.model.patch import Patch
from motwall.paint.labels import SEMIBOLD, label_width
from motwall.scene.anchors import Anchor
from motwall.scene.key_button import KeyButton
from motwall.scene.tap_button import Look, TapButton
from motwall.scene.tap_panel import Content, TapPanel
from motwall.scene.tap_sizes import TapSizes
from motwall.scene.tap_style import TapStyle, bar_style

if TYPE_CHECKING:
    from motwall.scene.tap_layer import TapLayer

#: Buttons beside each other, where there is room for so many.
COLUMNS = 9
#: Free on both sides of words together, and the widest a button in a grid gets; shares of the
#: words' size.
_WORD_ROOM = 1.0
_WIDEST = 8.6
#: A sheet of paper has a strip over its words.
_PAPER_HEIGHT = 1.2


class Cell(NamedTuple):
    """A button to be.

    Attributes:
        look: What it shows.
        act: What a tap does.
        repeats: It goes on as long as it is held.
    """

    look: Look
    act: Callable[[], object]
    repeats: bool = False


class CellBar(TapPanel):
    """Buttons in rows; what they are is for each kind of bar to say."""

    def __init__(self, layer: "TapLayer", anchor: Anchor, is_used: Callable[[], object]) -> None:
        """Offer something at an anchor; `is_used` is told at every tap."""
        super().__init__(layer, anchor)
        self._is_used = is_used

    # Abstract; Qt's metaclass leaves no room for ABC to say so.
    def cells(self) -> Sequence[Cell]:
        """What it offers now, one cell at least."""
        raise NotImplementedError

    @property
    def columns(self) -> int:
        """Buttons beside each other at most."""
        return COLUMNS

    @property
    def is_grid(self) -> bool:
        """All buttons are of one width."""
        return False

    @property
    def has_papers(self) -> bool:
        """Buttons look like sheets of paper."""
        return False

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
        """The buttons, in as many rows as they need."""
        cells = self.cells()
        sizes = self.sizes
        widths = [self._width_of(one.look) for one in cells]
        if self.is_grid:
            widths = [min(max(widths), round(_WIDEST * sizes.text))] * len(cells)
        rows = _rows(cells, widths, self.columns, self._layer.room.width, sizes.gap)
        height = round(sizes.button * (_PAPER_HEIGHT if self.has_papers else 1.0))
        buttons = []
        for number, row in enumerate(rows):
            left, top = float(sizes.gap), sizes.gap + number * (height + sizes.gap)
            for cell, width in row:
                buttons.append(self._button(QRectF(left, top, width, height), cell))
                left += width + sizes.gap
        right = max(one.rect.right() for one in buttons)
        return Content(buttons, right + sizes.gap, buttons[-1].rect.bottom() + sizes.gap)

    @override
    def used(self) -> None:
        """Somebody is at it."""
        self._is_used()

    def _button(self, rect: QRectF, cell: Cell) -> TapButton:
        if cell.repeats:
            return KeyButton(self, rect, cell.look, cell.act, cell.act, repeats=True)
        return TapButton(self, rect, cell.look, cell.act)

    def _width_of(self, look: Look) -> int:
        sizes = self.sizes
        words = label_width(look.words, sizes.text, SEMIBOLD) + _WORD_ROOM * sizes.text
        return max(sizes.button, round(words))


class MenuBar(CellBar):
    """A bar at a title, at empty wall, or over a post."""

    def __init__(
        self,
        layer: "TapLayer",
        anchor: Anchor,
        offer: Callable[["MenuBar"], Sequence[Cell]],
        is_used: Callable[[], object],
        *,
        hides_out_of_view: bool = True,
    ) -> None:
        """Offer what `offer` says, asked again whenever the wall has changed.

        Args:
            layer: Holds the bar.
            anchor: What it is for.
            offer: The cells, for the bar they will be on.
            is_used: Told at every tap.
            hides_out_of_view: It is not shown while its anchor is out of view.
        """
        super().__init__(layer, anchor, is_used)
        self.hides_with_note = hides_out_of_view
        self._offer = offer

    def turn(self, offer: Callable[["MenuBar"], Sequence[Cell]]) -> None:
        """Offer something else: another page."""
        self._offer = offer
        self.refresh()

    @override
    def cells(self) -> Sequence[Cell]:
        return self._offer(self)

    @override
    def follow(self, patch: Patch) -> None:
        """Show what can be done by now."""
        self.refresh()


class PostBar(MenuBar):
    """A bar over a post: it belongs to the posts and has words as large as theirs."""

    def __init__(
        self,
        layer: "TapLayer",
        anchor: Anchor,
        offer: Callable[["MenuBar"], Sequence[Cell]],
        is_used: Callable[[], object],
        sizes: TapSizes,
    ) -> None:
        """Offer what `offer` says, as a `MenuBar` does."""
        super().__init__(layer, anchor, offer, is_used, hides_out_of_view=False)
        self._sizes = sizes

    @property
    @override
    def sizes(self) -> TapSizes:
        return self._sizes

    @property
    @override
    def has_papers(self) -> bool:
        return any(one.look.paper for one in self.cells())


def _rows(
    cells: Sequence[Cell], widths: Sequence[int], columns: int, room: float, gap: int
) -> list[list[tuple[Cell, int]]]:
    """The cells row by row: at most so many in a row, and no row wider than there is room.

    Rows are about as long as each other: one button alone below a full row would look forgotten.
    """
    needed = len(_filled(cells, widths, columns, room, gap))
    even = ceil(len(cells) / needed)
    rows = _filled(cells, widths, even, room, gap)
    return rows if len(rows) == needed else _filled(cells, widths, columns, room, gap)


def _filled(
    cells: Sequence[Cell], widths: Sequence[int], columns: int, room: float, gap: int
) -> list[list[tuple[Cell, int]]]:
    """The same, each row as full as it can be."""
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
