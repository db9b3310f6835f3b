"""New notes in Room: at the side of the one who adds, with a key pad to write on it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF

from motwall.document.document import Selected
from motwall.i18n import translate
from motwall.model.edits.moments import add_moments, delete_moments
from motwall.model.layout import NOTE_HEIGHT, Rect
from motwall.model.near_side import Boards, Side, spot_near
from motwall.model.records import Moment
from motwall.model.targets import Target, UnsortedTarget
from motwall.model.wrapping import NOTE_WIDTH
from motwall.scene.key_pad import KeyPad
from motwall.scene.key_tray import tray_size
from motwall.scene.tap_panel import TapPanel

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class Adding(QObject):
    """Makes notes; one that is left without a word goes again."""

    def __init__(self, page: "WallPage") -> None:
        """Add to the wall of a page."""
        super().__init__(page)
        self._page = page
        #: Made here and not written on yet, with the merge key of their making.
        self._fresh: dict[str, str] = {}
        page.on_wall.layer.panel_removed.connect(self._on_panel_removed)

    def add_near(self, side: Side) -> str | None:
        """Make an unsorted note in reach of a side; returns its id, None if it cannot be."""
        return self._add(self._spot(side))

    def add_at(self, scene_pos: QPointF) -> str | None:
        """Make a note at a point of the wall: in a step, in a gap, or unsorted right there."""
        x, y = scene_pos.x(), scene_pos.y()
        corner = (x - NOTE_WIDTH / 2, y - NOTE_HEIGHT / 2)
        return self._add(self._page.scene.layout_.target_at(x, y, corner))

    def write(self) -> None:
        """A key pad on the note selected last; on a new one if none is selected."""
        current = self._page.selection.current_id
        if current is None:
            self.add_near(Side.LEFT)
        elif self._page.on_wall.pads.open_at(current) is not None:
            self._page.view.show_note(current)

    def type_letters(self, letters: str) -> None:
        """Somebody types on a keyboard with nothing selected: write on a new note right there."""
        page = self._page
        page.in_place.write(self._spot(Side.LEFT))
        editor = page.view.editor()
        if editor is not None and letters:
            editor.begin(letters)

    # --- inside ---

    def _add(self, target: Target) -> str | None:
        page = self._page
        document = page.document
        if not document.wall_lock.permits():
            return None
        moment_id = document.clock.new_id()
        ids = iter((moment_id,))

        def new_id() -> str:
            return next(ids, None) or document.clock.new_id()

        key = f"adding:{moment_id}"
        selected = page.selection.ids
        patch = add_moments(document.store, [""], target, new_id)
        if not document.push(patch, merge_key=key, selected=Selected(selected, selected)):
            return None
        self._fresh[moment_id] = key
        page.view.show_note(moment_id)
        page.on_wall.pads.open_at(moment_id)
        return moment_id

    def _spot(self, side: Side) -> UnsortedTarget:
        return spot_near(self._page.document.store, side, self._seen(), self._boards())

    def _seen(self) -> Rect:
        """What is seen of the unsorted area and can be reached, mm from its origin."""
        port = self._page.view.viewport().rect()
        port.setTop(round(self._page.on_wall.layer.out_of_reach))
        return self._unsorted(Rect(port.x(), port.y(), port.width(), port.height()))

    def _boards(self) -> Boards:
        """What others tap and write now, and what the pad of a new note needs."""
        layer = self._page.on_wall.layer
        open_boards = [one for one in layer.panels if one.isVisible()]
        taken = [*(one.spot for one in open_boards), *layer.obstacles()]
        boxes = [one.anchor.box(layer.watch.shown) for one in open_boards if one.moment_id]
        written = [
            Rect(box.x(), box.y(), box.width(), box.height()) for box in boxes if box is not None
        ]
        mm = 1 / self._page.view.pixels_per_mm
        wide, tall = tray_size(layer.sizes)
        return Boards(
            taken=[self._unsorted(one) for one in taken],
            written=[self._unsorted(one) for one in written],
            pad=(wide * mm, tall * mm),
            room=self._unsorted(layer.room),
            gap=layer.sizes.gap * mm,
        )

    def _unsorted(self, rect: Rect) -> Rect:
        """A rectangle of the view, px, in mm from the origin of the unsorted area."""
        seen = self._page.view.mapToScene(QRectF(*rect).toAlignedRect()).boundingRect()
        left, top = self._page.scene.layout_.unsorted_origin()
        return Rect(seen.x() - left, seen.y() - top, seen.width(), seen.height())

    def _on_panel_removed(self, panel: TapPanel) -> None:
        key = self._fresh.pop(panel.moment_id, None) if isinstance(panel, KeyPad) else None
        document = self._page.document
        moment = document.store.find(Moment, panel.moment_id)
        if key is None or moment is None or moment.text.strip():
            return
        words = translate("Room", "A note without words is no note: it is off the wall again.")
        patch = delete_moments(document.store, [moment.id])
        ids = self._page.selection.ids
        if document.push(patch, merge_key=key, selected=Selected(ids, ids)):
            self._page.toast.say(words, None)
