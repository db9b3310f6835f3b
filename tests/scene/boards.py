"""Boards over the wall of a test: bars, pads and the bin, and how to point at what is on them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsItem

from motwall.document.note_verbs import NoteVerbs
from motwall.model.patch import Change, Patch
from motwall.scene.action_bar import ActionBar
from motwall.scene.action_bars import ActionBars
from motwall.scene.bin import Bin
from motwall.scene.key_pad import KeyPad
from motwall.scene.key_pads import KeyPads
from motwall.scene.tap_button import TapButton
from motwall.scene.tap_layer import TapLayer
from motwall.scene.tap_panel import TapPanel
from motwall.scene.tap_sizes import TapSizes, room_sizes
from motwall.scene.view_watch import ViewWatch
from tests.driving import click
from tests.scene.conftest import Stand

#: Of an 86-inch panel of 3840 x 2160.
PX_PER_MM = 2.02
ROOM = room_sizes(PX_PER_MM)
#: Half a pixel: places are whole pixels, sizes are not.
CLOSE = 0.51


@dataclass
class Boards:
    """Everything that can be tapped on the wall of a stand."""

    stand: Stand
    layer: TapLayer
    bars: ActionBars
    pads: KeyPads
    bin: Bin
    #: What toasts said, and what their buttons do.
    said: list[str] = field(default_factory=list)
    offers: list[Callable[[], object]] = field(default_factory=list)

    def bar(self, text: str) -> ActionBar:
        """Open the bar at a note."""
        bar = self.bars.open_at(self.stand.moment(text).id)
        assert bar is not None
        return bar

    def pad(self, text: str) -> KeyPad:
        """Open the pad at a note."""
        pad = self.pads.open_at(self.stand.moment(text).id)
        assert pad is not None
        return pad

    def on_view(self, item: QGraphicsItem, rect: QRectF) -> QRectF:
        """Where a part of an item is in the viewport, px."""
        return item.deviceTransform(self.stand.view.viewportTransform()).mapRect(rect)

    def box(self, panel: TapPanel) -> QRectF:
        """Where a board is in the viewport, px."""
        width, height = panel.size
        return self.on_view(panel, QRectF(0.0, 0.0, width, height))

    def at(self, button: TapButton) -> QPointF:
        """The middle of a button in the viewport."""
        return self.on_view(button, button.rect).center()

    def tap(self, button: TapButton) -> None:
        """Click a button."""
        click(self.stand.view.viewport(), self.at(button))

    def tap_on(self, bar: ActionBar, *words: str) -> None:
        """Click buttons of a bar, one after the other."""
        for one in words:
            self.tap(bar.button(one))

    def type_on(self, pad: KeyPad, *keys: str) -> None:
        """Click keys of a pad, one after the other."""
        for one in keys:
            self.tap(pad.key(one))

    def is_inside(self, panel: TapPanel) -> bool:
        """The whole board is in the visible part."""
        port = QRectF(self.stand.view.viewport().rect()).adjusted(-CLOSE, -CLOSE, CLOSE, CLOSE)
        return port.contains(self.box(panel))


def boards(stand: Stand, sizes: TapSizes = ROOM) -> Boards:
    """Boards over a stand's view."""
    layer = TapLayer(ViewWatch(stand.view), sizes)
    said: list[str] = []
    offers: list[Callable[[], object]] = []

    def say(words: str, choice: tuple[str, Callable[[], object]] | None) -> None:
        said.append(words)
        if choice is not None:
            offers.append(choice[1])

    verbs = NoteVerbs(stand.document, stand.selection, say)
    bars, pads = ActionBars(layer, verbs), KeyPads(layer)
    return Boards(stand, layer, bars, pads, Bin(layer, verbs.delete), said, offers)


def spread(stand: Stand, **places: tuple[float, float]) -> None:
    """Lay loose notes elsewhere: their texts and where they lie, mm."""
    for text, (x, y) in places.items():
        moment = stand.moment(text)
        moved = replace(moment, step_id=None, rank=0, x=x, y=y)
        assert stand.document.push(Patch.of([Change(moment, moved)]))
