"""What people tap on the wall itself, put together for a page: action bars, key pads, the bin.

None of it is seen before somebody reaches for it, so each part is imported and made then.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from motwall.document.note_verbs import NoteVerbs
from motwall.scene.tap_sizes import DESK_SIZES, TapSizes
from motwall.scene.wall_view import WallView
from motwall.ui.in_place import InPlaceEditing

if TYPE_CHECKING:
    from motwall.scene.action_bars import ActionBars
    from motwall.scene.bin import Bin
    from motwall.scene.key_pads import KeyPads
    from motwall.scene.tap_layer import TapLayer


class OnWall:
    """Bars, pads and bin of one view. On Desk notes are written on in place, in Room on pads."""

    def __init__(self, view: WallView, in_place: InPlaceEditing, verbs: NoteVerbs) -> None:
        """Be for a mouse until `set_sizes` says otherwise."""
        self._view = view
        self._verbs = verbs
        self._in_place = in_place
        self._sizes = DESK_SIZES
        self._lock = view.wall_scene.document.wall_lock
        self._lock.changed.connect(self._on_lock)
        view.wall_scene.make_bin = lambda: self.bin
        view.wall_scene.notes_dropped.connect(verbs.say_moved)
        in_place.may_open = self._close_pad_at
        view.hands.clicks.wall_hit.connect(self._close_idle)
        view.router.actions_requested.connect(self.show_actions)

    @cached_property
    def layer(self) -> "TapLayer":
        """Holds bars and pads."""
        from motwall.scene.tap_layer import TapLayer  # noqa: PLC0415 -- see the module
        from motwall.scene.view_watch import ViewWatch  # noqa: PLC0415

        return TapLayer(ViewWatch(self._view), self._sizes)

    @cached_property
    def bars(self) -> "ActionBars":
        """Actions at notes."""
        from motwall.scene.action_bars import ActionBars  # noqa: PLC0415 -- see the module

        bars = ActionBars(self.layer, self._verbs)
        bars.edit_requested.connect(self.edit)
        return bars

    @cached_property
    def pads(self) -> "KeyPads":
        """Key pads at notes."""
        from motwall.scene.key_pads import KeyPads  # noqa: PLC0415 -- see the module

        return KeyPads(self.layer)

    @cached_property
    def bin(self) -> "Bin":
        """Notes are dropped into it."""
        from motwall.scene.bin import Bin  # noqa: PLC0415 -- see the module

        return Bin(self.layer, self._verbs.delete)

    @property
    def is_room(self) -> bool:
        """Several people at a panel, with nothing modal."""
        return self._sizes.is_room

    def set_sizes(self, sizes: TapSizes) -> None:
        """Change to another panel, or between Room and Desk."""
        self._sizes = sizes
        if self._is_made("layer"):
            self.layer.set_sizes(sizes)

    def flush(self) -> bool:
        """Commit what is typed on pads; whether all of it is kept."""
        return not self._is_made("pads") or self.pads.flush()

    def close(self) -> None:
        """Take bars and pads away, before the wall goes; what is typed is kept."""
        if self._is_made("bars"):
            self.bars.close_all()
        if self._is_made("pads"):
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

    def _on_lock(self) -> None:
        """What bars offer is another now; what is typed on pads is kept."""
        if self._is_made("bars"):
            self.bars.close_all()
        if self._is_made("pads") and self._lock.is_locked:
            self.pads.close_all()

    def _close_pad_at(self, moment_id: str) -> bool:
        return not self._is_made("pads") or self.pads.close_at(moment_id)

    def _close_idle(self) -> None:
        if self._is_made("bars"):
            self.bars.close_idle()

    def _is_made(self, part: str) -> bool:
        return part in vars(self)
