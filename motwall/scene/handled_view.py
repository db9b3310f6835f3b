"""A view of the wall with hands: what answers to mouse and fingers there."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal

from motwall.scene.tiled_view import TiledView
from motwall.scene.wall_scene import WallScene

if TYPE_CHECKING:
    from motwall.scene.edge_scroll import EdgeScroll
    from motwall.scene.editor import InlineEditor
    from motwall.scene.hands import Hands
    from motwall.scene.touch import TouchRouter


class HandledView(TiledView):
    """The hands are imported and made when the first comes: a wall is painted sooner without.

    Attributes:
        is_fitting: The whole wall stays in view as it grows, until a hand wants another part.
    """

    #: A mouse button or a finger went down on the wall.
    pressed = Signal()
    #: The scale or the visible part changed.
    view_changed = Signal()

    def __init__(self, scene: WallScene) -> None:
        """Show a scene; the caller keeps it alive."""
        super().__init__(scene, scene)
        self.wall_scene = scene
        self.is_fitting = True
        self._editor: InlineEditor | None = None

    @cached_property
    def hands(self) -> "Hands":
        """The mouse on the wall."""
        from motwall.scene.hands import Hands  # noqa: PLC0415 -- see the class

        return Hands(self.wall_scene)

    @cached_property
    def router(self) -> "TouchRouter":
        """The fingers on the wall."""
        from motwall.scene.touch import TouchRouter  # noqa: PLC0415 -- see the class

        return TouchRouter(self)

    @cached_property
    def edges(self) -> "EdgeScroll":
        """What takes the view along with a hand at its edge."""
        from motwall.scene.edge_scroll import EdgeScroll  # noqa: PLC0415 -- see the class

        return EdgeScroll(self)

    @property
    def is_dragging(self) -> bool:
        """The mouse drags something."""
        return "hands" in vars(self) and self.hands.is_busy

    @property
    def is_touched(self) -> bool:
        """A finger is on the wall."""
        return "router" in vars(self) and self.router.is_busy

    # --- writing on the wall ---

    def edit(self, editor: "InlineEditor", typed: str = "") -> None:
        """Put an editor on the wall, inside the visible part, and type there."""
        scene = self.wall_scene
        scene.add_overlay(editor)
        visible = self.mapToScene(self.viewport().rect()).boundingRect()
        box = editor.sceneBoundingRect()
        left = min(editor.x(), visible.right() - box.width())
        top = min(editor.y(), visible.bottom() - box.height())
        editor.setPos(max(left, visible.left()), max(top, visible.top()))
        self._editor = editor
        editor.closed.connect(lambda: self._take_away(editor))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        editor.begin(typed)

    def editor(self) -> "InlineEditor | None":
        """The editor that is open, if any; a menu may have the keyboard meanwhile."""
        return self._editor

    def _take_away(self, editor: "InlineEditor") -> None:
        if self._editor is editor:
            self._editor = None
        if editor.scene() is self.wall_scene:
            self.wall_scene.remove_overlay(editor)
            editor.deleteLater()

    def _leave_editor(self) -> None:
        """A press beside it ends the writing, whichever button it was."""
        if self._editor is not None:
            self._editor.finish()
        self.wall_scene.clearFocus()

    def _is_on_editor(self, scene_pos: QPointF) -> bool:
        return self._editor is not None and self._editor in self.wall_scene.items(scene_pos)

    def _is_editing_by_mouse(self) -> bool:
        grabber = self.wall_scene.mouseGrabberItem()
        return self._editor is not None and grabber is self._editor
