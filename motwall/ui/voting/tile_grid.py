"""All moments that are voted on, as large as there is room for, in the order of the wall."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.theme import BODY
from motwall.ui.voting.tile import Painter, TileFacts, TileSize, VoteTile, tile_size

#: Pixels at a text scale of 1: the least and the most of a tile, between two of them.
_LEAST, _MOST, _GAP = 154, 260, 8
#: Where there is little height there are no more than so many times as many columns.
_SMALLEST = 2
#: Nothing is hidden behind the scroll bar.
_BAR = 12
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MORE = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Plus)
_LESS = (Qt.Key.Key_Backspace, Qt.Key.Key_Minus, Qt.Key.Key_Delete)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class TileGrid(QScrollArea):
    """Tiles that a finger scrolls and taps; arrows go through them, Space gives, Backspace takes.

    Attributes:
        tiles: By moment id.
    """

    #: One more (1) or one less (-1) for a moment. Carries its id and the way.
    asked = Signal(str, int)
    #: Another tile is the one that keys are for. Carries the moment's id.
    moved = Signal(str)
    #: N was pressed: the next, please.
    next_wanted = Signal()

    def __init__(self, painter: Painter) -> None:
        """Have no tiles yet; notes are drawn by the painter of the wall."""
        super().__init__()
        self._painter = painter
        self.tiles: dict[str, VoteTile] = {}
        self._current = ""
        #: Its ring is shown also while the keyboard is elsewhere.
        self._is_guiding = False
        self._columns = 1
        self._content = QWidget()
        self.setWidget(self._content)
        self._content.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Vote", "The notes to vote on"))

    # --- what is shown ---

    @property
    def current_id(self) -> str:
        """The moment that keys are for; "" if there is none."""
        return self._current

    def show_tiles(self, facts: Sequence[TileFacts], *, is_usable: bool) -> None:
        """Show these moments in this order; what is there already stays."""
        order = {one.moment_id: one for one in facts}
        before = [(key, tile.facts.caption) for key, tile in self.tiles.items()]
        is_other = before != [(one.moment_id, one.caption) for one in facts]
        for gone in [one for one in self.tiles if one not in order]:
            tile = self.tiles.pop(gone)
            tile.hide()
            tile.deleteLater()
        for one in facts:
            tile = self.tiles.get(one.moment_id) or self._made(one)
            tile.setEnabled(is_usable)
            if tile.facts != one:
                tile.show_facts(one)
        self.tiles = {key: self.tiles[key] for key in order}
        if self._current not in self.tiles:
            self._current = next(iter(self.tiles), "")
        if is_other:
            self._arrange()
        self._show_ring()

    def guide(self, *, is_guiding: bool) -> None:
        """Show the ring of the current tile always: the whole room looks at it."""
        self._is_guiding = is_guiding
        self._show_ring()

    def go_to(self, moment_id: str) -> None:
        """Be at a moment, and have it in sight."""
        if moment_id not in self.tiles:
            return
        is_other = moment_id != self._current
        self._current = moment_id
        self._show_ring()
        self.ensureWidgetVisible(self.tiles[moment_id], 0, round(_GAP * self._scale))
        if is_other:
            self.moved.emit(moment_id)

    def go(self, way: int) -> bool:
        """Be at the moment so many further on; whether there is one."""
        ids = list(self.tiles)
        place = ids.index(self._current) + way if self._current in ids else 0
        if not 0 <= place < len(ids):
            return False
        self.go_to(ids[place])
        return True

    def to_top(self) -> None:
        """Begin with the first."""
        self.verticalScrollBar().setValue(0)
        if self.tiles:
            self._current = next(iter(self.tiles))
        self._show_ring()

    def _made(self, facts: TileFacts) -> VoteTile:
        tile = VoteTile(facts, self._painter, self._content)
        tile.chosen.connect(partial(self._choose, facts.moment_id))
        tile.asked.connect(partial(self.asked.emit, facts.moment_id))
        self.tiles[facts.moment_id] = tile
        tile.show()
        return tile

    def _choose(self, moment_id: str) -> None:
        """Somebody touched it; where it is in sight already nothing is scrolled."""
        is_other = moment_id != self._current
        self._current = moment_id
        self._show_ring()
        if is_other:
            self.moved.emit(moment_id)

    def _show_ring(self) -> None:
        is_shown = self._is_guiding or self.hasFocus()
        for key, tile in self.tiles.items():
            tile.show_current(is_current=is_shown and key == self._current)

    # --- where things are ---

    @property
    def _scale(self) -> float:
        return self.font().pixelSize() / BODY

    @property
    def _content_width(self) -> int:
        return max(1, self.width() - round(_BAR * self._scale))

    def _fitting(self) -> tuple[int, TileSize]:
        """As few columns as show all without scrolling, else as many as can be read."""
        scale, gap = self._scale, round(_GAP * self._scale)
        width = self._content_width
        most = max(1, int((width + gap) / (_LEAST * scale + gap)))
        for columns in range(1, most + 1):
            wide = min((width - (columns - 1) * gap) // columns, round(_MOST * scale))
            size = tile_size(int(wide), scale)
            rows = -(-len(self.tiles) // columns)
            if rows * (size.height + gap) - gap <= self.height():
                return columns, size
        # All of a tile is seen at once, also on a low panel.
        columns = most
        size = tile_size((width - (columns - 1) * gap) // columns, scale)
        while size.height > self.height() and columns < _SMALLEST * most:
            columns += 1
            size = tile_size((width - (columns - 1) * gap) // columns, scale)
        return columns, size

    def _arrange(self) -> None:
        self._columns, size = self._fitting()
        gap = round(_GAP * self._scale)
        before = ""
        for place, tile in enumerate(self.tiles.values()):
            row, column = divmod(place, self._columns)
            x, y = column * (size.width + gap), row * (size.height + gap)
            tile.setGeometry(x, y, size.width, size.height)
            tile.show_caption(is_shown=not column or tile.facts.caption != before)
            before = tile.facts.caption
        rows = -(-len(self.tiles) // self._columns)
        height = max(0, rows * (size.height + gap) - gap)
        self._content.resize(self._content_width, height)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._arrange()

    # --- keys ---

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
        elif key in _WAYS:
            self.go(_WAYS[Qt.Key(key)])
        elif key in _ROWS:
            self.go(_ROWS[Qt.Key(key)] * self._columns)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.tiles:
            self.go_to(list(self.tiles)[0 if key == Qt.Key.Key_Home else -1])
        elif key in (*_MORE, *_LESS):
            self._ask(1 if key in _MORE else -1)
        elif key == Qt.Key.Key_N and not event.isAutoRepeat():
            self.next_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _ask(self, way: int) -> None:
        tile = self.tiles.get(self._current)
        if tile is not None and tile.isEnabled():
            self.asked.emit(self._current, way)

    @override
    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_ring()

    @override
    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_ring()
