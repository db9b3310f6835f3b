"""What people tap on the wall itself, put together for a page: action bars, key pads, the bin.

None of it is seen before somebody reaches for it, so each part is imported and made then.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from motwall.document.note_verbs import NoteVerbs
from motwall.model.records import Record, Row, Stage, Step, Wall
from motwall.model.rows import row_names
from motwall.scene.tap_sizes import DESK_SIZES, TapSizes
from motwall.scene.wall_view import WallView
from motwall.ui.in_place import InPlaceEditing

if TYPE_CHECKING:
    from motwall.scene.action_bars import ActionBars
    from motwall.scene.anchors import TitleAnchor
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
        if self._is_made("layer"):
            for panel in self.layer.panels:
                self.layer.remove(panel)

    def edit(self, moment_id: str) -> None:
        """Write on a note."""
        if self.is_room:
            self.pads.open_at(moment_id)
        else:
            self._in_place.edit_note(moment_id)

    def edit_step(self, step_id: str) -> None:
        """Write a step's title."""
        if self.is_room:
            self.pads.open_title(self.title(Step, step_id))
        else:
            self._in_place.edit_step(step_id)

    def edit_stage(self, stage_id: str) -> None:
        """Write a stage's title."""
        if self.is_room:
            self.pads.open_title(self.title(Stage, stage_id))
        else:
            self._in_place.edit_stage(stage_id)

    def edit_row(self, row_id: str, field: str = "title") -> None:
        """Write a row's title, or its customer; "" is the first row."""
        if not self.is_room:
            self._in_place.edit_row(row_id, field)
            return
        store = self._view.wall_scene.store
        name = next((one.name for one in row_names(store) if (one.row_id or "") == row_id), "")
        prompt = name if field == "title" else ""
        if row_id:
            self.pads.open_title(self.title(Row, row_id), field, prompt)
        else:
            own = "row_title" if field == "title" else field
            self.pads.open_title(self.title(Wall, store.wall.id), own, prompt)

    def edit_wall(self, field: str, near: QPointF | None = None) -> None:
        """Write what the wall is about, in Room; on Desk the strip over the wall is for that."""
        self.pads.open_title(self.title(Wall, self._view.wall_scene.store.wall.id, near), field)

    def title(
        self, record_type: type[Record], record_id: str, near: QPointF | None = None
    ) -> "TitleAnchor":
        """A title to put a board at: the nearest to a point of the wall, or to what is seen."""
        from motwall.scene.anchors import TitleAnchor  # noqa: PLC0415 -- see the module

        scene, view = self._view.wall_scene, self._view
        middle = view.mapToScene(view.viewport().rect().center())
        return TitleAnchor(scene, record_type, record_id, near or middle)

    def show_actions(self, moment_id: str | None, _scene_pos: QPointF | None = None) -> None:
        """Open a bar at a note; elsewhere (None) it is for Room to offer something."""
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
