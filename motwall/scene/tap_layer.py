"""The boards of buttons over a view: each beside its anchor, inside the view, apart from others."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, QRectF, Signal

from motwall.model.beside import place_beside, shrink_to_fit
from motwall.model.layout import Rect
from motwall.model.patch import Patch
from motwall.scene.tap_panel import Z_PANEL, TapPanel
from motwall.scene.tap_sizes import TapSizes
from motwall.scene.view_watch import ViewWatch

Panel = TypeVar("Panel", bound=TapPanel)
#: So that a day of taps stays below the bin.
_Z_STEP = 1e-3


class TapLayer(QObject):
    """Holds the boards of one view and keeps them in place as notes move and the view changes.

    Attributes:
        sizes: How large things to tap are.
        out_of_reach: At the top of the view, px: nobody reaches a board there.
        obstacles: What lies over the wall by itself, px in the viewport; boards keep off it.
    """

    #: A board was taken away. Carries the TapPanel.
    panel_removed = Signal(object)

    def __init__(self, watch: ViewWatch, sizes: TapSizes) -> None:
        """Be empty."""
        super().__init__(watch)
        self.sizes = sizes
        self.out_of_reach = 0.0
        self.obstacles: Callable[[], Sequence[Rect]] = tuple
        self.watch = watch
        self.scene = watch.view.wall_scene
        self._panels: list[TapPanel] = []
        self._raised = 0
        watch.changed.connect(self.arrange_all)
        self.scene.layout_changed.connect(self.arrange_all)
        self.scene.document.changed.connect(self._on_changed)

    @property
    def room(self) -> Rect:
        """What of the view boards may cover, px in the viewport."""
        gap = float(self.sizes.gap)
        port = self.watch.port
        top = max(gap, self.out_of_reach)
        return Rect(gap, top, port.width() - 2 * gap, port.height() - top - gap)

    @property
    def panels(self) -> Sequence[TapPanel]:
        """All boards, in the order they were opened."""
        return tuple(self._panels)

    def of(self, kind: type[Panel]) -> list[Panel]:
        """The boards of one kind."""
        return [one for one in self._panels if isinstance(one, kind)]

    def find(self, kind: type[Panel], key: Hashable) -> Panel | None:
        """The board of one kind at the anchor with a key; a note's is the moment's id."""
        return next((one for one in self.of(kind) if one.anchor.key == key), None)

    def add(self, panel: TapPanel) -> None:
        """Show a board at its anchor."""
        if not panel.anchor.is_there or panel in self._panels:
            return
        self.scene.add_overlay(panel)
        self._panels.append(panel)
        self.raise_(panel)
        panel.anchor.tie(lambda: self.arrange(panel))
        panel.refresh()

    def remove(self, panel: TapPanel) -> None:
        """Take a board away; one that is gone already does no harm."""
        if panel in self._panels:
            self._panels.remove(panel)
            panel.anchor.untie()
            self.scene.remove_overlay(panel)
            for button in panel.buttons:
                # Whoever still has a finger on it would never let it go.
                button.set_down(False)
            self.panel_removed.emit(panel)

    def raise_(self, panel: TapPanel) -> None:
        """Lay a board over the others, where there is no room for all."""
        self._raised += 1
        panel.setZValue(Z_PANEL + self._raised * _Z_STEP)

    def set_sizes(self, sizes: TapSizes) -> None:
        """Change between Room and Desk, or to another panel."""
        self.sizes = sizes
        for panel in self._panels:
            panel.refresh()
        self.watch.changed.emit()

    def arrange(self, panel: TapPanel) -> None:
        """Put one board where it belongs; the others stay where they are."""
        if panel in self._panels:
            others = [one for one in self._panels if one is not panel]
            self._place(panel, others)

    def arrange_all(self) -> None:
        """Put all boards where they belong, the one opened first before the others."""
        for number, panel in enumerate(self._panels):
            self._place(panel, self._panels[:number])

    def _place(self, panel: TapPanel, others: Sequence[TapPanel]) -> None:
        anchor = panel.anchor
        box, is_in_hand = anchor.box(self.watch.shown), anchor.is_in_hand
        if box is None:
            panel.setVisible(False)
            return
        at = Rect(box.x(), box.y(), box.width(), box.height())
        room = self.room
        shrink = shrink_to_fit(panel.size, room)
        size = (panel.size[0] * shrink, panel.size[1] * shrink)
        is_kept = is_in_hand and not panel.hides_with_note and not _covers(panel, box)
        if panel.is_pressed or is_kept:
            # It must not slip from under a finger, nor be dragged away from the one who types.
            panel.is_misplaced = True
            panel.setVisible(True)
            panel.lie(panel.spot if panel.is_pressed else _resized(panel.spot, size, room))
            return
        panel.is_misplaced = False
        taken = [*(one.spot for one in others if one.isVisible()), *self.obstacles()]
        is_away = is_in_hand or not box.intersects(self.watch.port)
        panel.setVisible(not (panel.hides_with_note and is_away))
        panel.lie(place_beside(size, at, room, taken, float(self.sizes.gap)), at)

    def _on_changed(self, patch: Patch) -> None:
        for panel in self.panels:
            if panel.anchor.is_there:
                panel.follow(patch)
            else:
                panel.anchor_gone()


def _covers(panel: TapPanel, box: QRectF) -> bool:
    """Whether a board lies over the very thing that it moves."""
    return panel.moves_anchor and QRectF(*panel.spot).intersects(box)


def _resized(spot: Rect, size: tuple[float, float], room: Rect) -> Rect:
    """The place of a board that has become larger or smaller: its corner stays if it can."""
    width, height = size
    x = max(room.x, min(spot.x, room.right - width))
    y = max(room.y, min(spot.y, room.bottom - height))
    return Rect(x, y, width, height)
