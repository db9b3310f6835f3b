"""While hands hold notes nothing is laid out anew beneath them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from motwall.model.patch import Patch
from motwall.scene.gestures import DragNotes, Gesture
from motwall.scene.wall_scene import WallScene


class HeldLayout:
    """Holds the layout of a scene as long as anybody has a note in hand.

    What is dropped meanwhile is on the wall at once, as a patch of its own, but the note stays
    where it was dropped, and its neighbours do not make way, until the last hand is empty. With two
    or more hands neighbours do not even make way for a look: they might lie under the other hand.

    Attributes:
        is_held: It is held now.
    """

    def __init__(self, scene: WallScene) -> None:
        """Hold nothing yet."""
        self._scene = scene
        self.is_held = False
        self._missed = Patch()
        self._drags: Sequence[Gesture] = ()
        self._dropped: dict[str, None] = {}
        scene.document.changed.connect(self._on_changed)

    def watch(self, holders: int, drags: Sequence[Gesture]) -> None:
        """Say how many hands hold notes, and what is being dragged."""
        if holders and not self.is_held:
            self.is_held = True
            self._scene.hold_layout()
        elif self.is_held and not holders:
            self.is_held = False
            self._missed = Patch()
            dropped, self._dropped = self._dropped, {}
            self._scene.release_layout()
            self._scene.show_again(dropped)
        self._drags = drags
        for drag in drags:
            drag.missed = self._missed
            drag.set_making_way(makes_way=holders == 1)

    def drop(self, drag: DragNotes, scene_pos: QPointF) -> None:
        """Drop notes while the layout is held."""
        drag.stays = True
        drag.finish(scene_pos)
        self._dropped.update(dict.fromkeys(drag.moment_ids))

    def is_dropped(self, moment_id: str) -> bool:
        """Whether a note waits where it was dropped; it is in nobody's hand."""
        return moment_id in self._dropped

    def _on_changed(self, patch: Patch) -> None:
        if self.is_held:
            self._missed = self._missed.then(patch)
            for drag in self._drags:
                drag.missed = self._missed
