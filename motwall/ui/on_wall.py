"""What people tap on the wall itself, put together for a page: action bars, key pads, the bin."""

from PySide6.QtCore import QPointF

from motwall.document.note_verbs import NoteVerbs
from motwall.scene.action_bars import ActionBars
from motwall.scene.bin import Bin
from motwall.scene.key_pads import KeyPads
from motwall.scene.tap_layer import TapLayer
from motwall.scene.tap_sizes import DESK_SIZES, TapSizes
from motwall.scene.view_watch import ViewWatch
from motwall.scene.wall_view import WallView
from motwall.ui.in_place import InPlaceEditing


class OnWall:
    """Bars, pads and bin of one view. On Desk notes are written on in place, in Room on key pads.

    Attributes:
        layer: Holds bars and pads.
        bars: Actions at notes.
        pads: Key pads at notes.
        bin: Notes are dropped into it.
    """

    def __init__(self, view: WallView, in_place: InPlaceEditing, verbs: NoteVerbs) -> None:
        """Be for a mouse until `set_sizes` says otherwise."""
        self.layer = TapLayer(ViewWatch(view), DESK_SIZES)
        self.bars = ActionBars(self.layer, verbs)
        self.pads = KeyPads(self.layer)
        self.bin = Bin(self.layer, verbs.delete)
        view.wall_scene.bin = self.bin
        view.wall_scene.notes_dropped.connect(verbs.say_moved)
        self._in_place = in_place
        self._lock = view.wall_scene.document.wall_lock
        self._lock.changed.connect(self._on_lock)
        self.bars.edit_requested.connect(self.edit)
        in_place.may_open = self.pads.close_at
        view.hands.clicks.wall_hit.connect(self.bars.close_idle)
        view.router.actions_requested.connect(self.show_actions)

    @property
    def is_room(self) -> bool:
        """Several people at a panel, with nothing modal."""
        return self.layer.sizes.is_room

    def set_sizes(self, sizes: TapSizes) -> None:
        """Change to another panel, or between Room and Desk."""
        self.layer.set_sizes(sizes)

    def _on_lock(self) -> None:
        """What bars offer is another now; what is typed on pads is kept."""
        self.bars.close_all()
        if self._lock.is_locked:
            self.pads.close_all()

    def edit(self, moment_id: str) -> None:
        """Write on a note."""
        if self.is_room:
            self.pads.open_at(moment_id)
        else:
            self._in_place.edit_note(moment_id)

    def show_actions(self, moment_id: str | None, _scene_pos: QPointF | None = None) -> None:
        """Open a bar at a note; on empty wall (None) there is nothing to offer."""
        if moment_id is not None:
            self.bars.open_at(moment_id)
