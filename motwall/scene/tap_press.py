"""A finger, or the mouse, on something that can be tapped."""

from PySide6.QtCore import QPointF, QRectF
from shiboken6 import isValid
from typing_extensions import override

from motwall.scene.gestures import Gesture
from motwall.scene.tap_item import TapItem
from motwall.scene.wall_scene import WallScene


class TapPress(Gesture):
    """Holds one item down while the pointer is on it; let go there, it does what it is for."""

    def __init__(self, scene: WallScene, item: TapItem, slack: float = 0.0) -> None:
        """Press an item.

        Args:
            scene: Where it is.
            item: What is pressed.
            slack: How far beside it still counts, mm of the wall: a finger is no arrow.
        """
        super().__init__(scene)
        self.item = item
        self._slack = slack
        item.set_down(True)

    @override
    def move(self, scene_pos: QPointF) -> None:
        """Look pressed only while the pointer is there."""
        if self._is_there:
            self.item.set_down(self._is_inside(scene_pos))

    @override
    def finish(self, scene_pos: QPointF) -> None:
        """Let go; inside that is a tap."""
        if self._is_there:
            is_tap = self._is_inside(scene_pos)
            self.item.set_down(False)
            if is_tap:
                self.item.tap()

    @override
    def cancel(self) -> None:
        """Let go without a tap."""
        if self._is_there:
            self.item.set_down(False)

    @property
    def _is_there(self) -> bool:
        # Somebody else may have closed what it is on; then Qt may have deleted it, too.
        return isValid(self.item) and self.item.scene() is self.scene

    def _is_inside(self, scene_pos: QPointF) -> bool:
        if self.item.contains(self.item.mapFromScene(scene_pos)):
            return True
        slack = self._slack
        reach = self.item.sceneBoundingRect().adjusted(-slack, -slack, slack, slack)
        return slack > 0.0 and reach.contains(scene_pos)


def tap_item_at(scene: WallScene, scene_pos: QPointF, slack: float = 0.0) -> TapItem | None:
    """The topmost item at a point that can be tapped, or the topmost within `slack` mm of it."""
    for item in scene.items(scene_pos):
        if isinstance(item, TapItem) and item.contains(item.mapFromScene(scene_pos)):
            return item
    if slack <= 0.0:
        return None
    around = QRectF(scene_pos, scene_pos).adjusted(-slack, -slack, slack, slack)
    return next((one for one in scene.items(around) if isinstance(one, TapItem)), None)
