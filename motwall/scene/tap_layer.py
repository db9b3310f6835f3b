"""The boards of buttons over a view: each beside its note, inside the view, apart from others."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.beside import place_beside, shrink_to_fit
from motwall.model.layout import Rect
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.scene.note_item import NOTE_RECT, NoteItem
from motwall.scene.tap_panel import Z_PANEL, TapPanel
from motwall.scene.tap_sizes import TapSizes
from motwall.scene.view_watch import ViewWatch
from motwall.scene.wall_scene import WallScene

Panel = TypeVar("Panel", bound=TapPanel)
#: So that a day of taps stays below the bin.
_Z_STEP = 1e-3


class Tether(QGraphicsItem):
    """Rides on a note, unseen, and tells when the note moves: a note itself tells nobody."""

    def __init__(self, note: NoteItem, moved: Callable[[], None]) -> None:
        """Be tied to a note until it goes, or `cut`."""
        super().__init__(note)
        self._moved = moved
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemSendsScenePositionChanges)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemHasNoContents)

    def cut(self, scene: WallScene) -> None:
        """Leave the note, which is in the scene only while it moves."""
        self.setParentItem(None)  # type: ignore[arg-type] # Qt allows it, the stubs forgot
        if self.scene() is scene:
            scene.removeItem(self)

    @override
    @guarded(None)
    def itemChange(self, change: QGraphicsItem.GraphicsItemChange, value: object) -> Any:
        if change == QGraphicsItem.GraphicsItemChange.ItemScenePositionHasChanged:
            self._moved()
        return super().itemChange(change, value)

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return QRectF()

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        """Nothing."""


class TapLayer(QObject):
    """Holds the boards of one view and keeps them in place as notes move and the view changes.

    Attributes:
        sizes: How large things to tap are.
        out_of_reach: At the top of the view, px: nobody reaches a board there.
    """

    #: A board was taken away. Carries the TapPanel.
    panel_removed = Signal(object)

    def __init__(self, watch: ViewWatch, sizes: TapSizes) -> None:
        """Be empty."""
        super().__init__(watch)
        self.sizes = sizes
        self.out_of_reach = 0.0
        self.watch = watch
        self.scene = watch.view.wall_scene
        self._panels: list[TapPanel] = []
        self._tethers: dict[TapPanel, Tether] = {}
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

    def find(self, kind: type[Panel], moment_id: str) -> Panel | None:
        """The board of one kind at a note."""
        return next((one for one in self.of(kind) if one.moment_id == moment_id), None)

    def add(self, panel: TapPanel) -> None:
        """Show a board at its note."""
        note = self.scene.note(panel.moment_id)
        if note is None or panel in self._panels:
            return
        self.scene.add_overlay(panel)
        self._panels.append(panel)
        self.raise_(panel)
        self._tethers[panel] = Tether(note, lambda: self.arrange(panel))
        panel.refresh()

    def remove(self, panel: TapPanel) -> None:
        """Take a board away; one that is gone already does no harm."""
        if panel in self._panels:
            self._panels.remove(panel)
            tether = self._tethers.pop(panel)
            if self.scene.note(panel.moment_id) is not None:
                tether.cut(self.scene)
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
        note = self.scene.note(panel.moment_id)
        if note is None:
            return
        is_in_hand = note.is_lifted and note.pos() != note.home
        if panel.is_pressed or (is_in_hand and not panel.hides_with_note):
            # It must not slip from under a finger, nor be dragged away from the one who types.
            panel.is_misplaced = True
            panel.lie(panel.spot)
            return
        panel.is_misplaced = False
        room = self.room
        shrink = shrink_to_fit(panel.size, room)
        size = (panel.size[0] * shrink, panel.size[1] * shrink)
        box = self.watch.shown.mapRect(NOTE_RECT.translated(note.pos()))
        at = Rect(box.x(), box.y(), box.width(), box.height())
        taken = [one.spot for one in others if one.isVisible()]
        is_away = is_in_hand or not box.intersects(self.watch.port)
        panel.setVisible(not (panel.hides_with_note and is_away))
        panel.lie(place_beside(size, at, room, taken, float(self.sizes.gap)), at)

    def _on_changed(self, patch: Patch) -> None:
        for panel in self.panels:
            if self.scene.store.find(Moment, panel.moment_id) is None:
                panel.note_gone()
            else:
                panel.follow(patch)
