"""Notes moved by the arrows of a bar: what the arrow keys do for one, for everybody at a panel."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal

from motwall.model.directions import Direction
from motwall.model.patch import Patch
from motwall.scene.carry import Carry

if TYPE_CHECKING:
    from motwall.scene.tap_layer import TapLayer


class BarCarry(QObject):
    """The hand of one bar: empty, or holding notes at a place that arrows lead on."""

    #: Notes were taken up, or are in it no longer.
    changed = Signal()

    def __init__(self, layer: "TapLayer", look: Callable[[QRectF], object]) -> None:
        """Be empty; `look` brings a part of the wall into view, mm."""
        super().__init__(layer)
        self._scene = layer.scene
        self._look = look
        self._carry: Carry | None = None
        self._scene.layout_changed.connect(self._on_layout_changed)
        self._scene.document.changed.connect(self._on_changed)
        self._scene.document.wall_lock.changed.connect(self.cancel)

    @property
    def is_active(self) -> bool:
        """It holds notes."""
        return self._carry is not None

    def step(self, moment_ids: Sequence[str], direction: Direction) -> None:
        """Take notes up, if that is still to be done, and lead them to the next place."""
        if self._carry is None and not self._take(moment_ids):
            return
        if self._carry is not None:
            self._carry.step(direction)
            self._look(self._carry.reach())

    def drop(self) -> None:
        """Put the notes down."""
        carry, self._carry = self._carry, None
        if carry is not None:
            # What the drop does to the wall must not count as another hand's doing.
            carry.drop()
            self.changed.emit()

    def cancel(self) -> None:
        """Put the notes back."""
        carry, self._carry = self._carry, None
        if carry is not None:
            carry.cancel()
            self.changed.emit()

    def _take(self, moment_ids: Sequence[str]) -> bool:
        items = [self._scene.note(one) for one in moment_ids]
        held = [one for one in items if one is None or one.is_lifted]
        # What is in another hand stays there.
        if not items or held or not self._scene.document.wall_lock.permits():
            return False
        self._carry = Carry(self._scene, list(moment_ids))
        self.changed.emit()
        return True

    def _on_layout_changed(self) -> None:
        if self._carry is not None:
            self._carry.show()

    def _on_changed(self, patch: Patch) -> None:
        if self._carry is not None and not self._carry.follow(patch):
            self.cancel()
