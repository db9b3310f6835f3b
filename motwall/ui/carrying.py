"""Grab, move, drop with the keyboard: begins and ends a `Carry`, and says which keys there are."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.directions import Direction
from motwall.model.patch import Patch
from motwall.scene.carry import Carry
from motwall.scene.wall_view import WallView

ARROWS = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
#: Around the place of the notes, px, when it is scrolled into view.
_MARGIN = 24


class Carrying(QObject):
    """At most one carry in a view. Any other key, a click, or leaving the wall puts it back."""

    #: It began or ended.
    changed = Signal()

    def __init__(self, view: WallView, selection: Selection) -> None:
        """Carry the selected notes of a view."""
        super().__init__(view)
        self._view = view
        self._selection = selection
        self._carry: Carry | None = None
        scene = view.wall_scene
        scene.layout_changed.connect(self._on_layout_changed)
        scene.document.changed.connect(self._on_changed)
        scene.document.wall_lock.changed.connect(self.cancel)
        view.pressed.connect(self.cancel)

    @property
    def is_active(self) -> bool:
        """Notes are in the hand."""
        return self._carry is not None

    @property
    def carry(self) -> Carry | None:
        """What is in the hand."""
        return self._carry

    def words(self) -> str:
        """What goes on and which keys there are; "" while nothing is carried."""
        if self._carry is None:
            return ""
        return translate(
            "Wall",
            "Carrying %n note(s). Arrows choose the place, Enter drops, Esc puts back.",
            count=len(self._carry.moment_ids),
        )

    def begin(self) -> bool:
        """Grab the selected notes; False if there are none, or nothing may be changed."""
        scene = self._view.wall_scene
        ids = [one for one in self._selection.ids if scene.note(one) is not None]
        if self.is_active or self._view.hands.is_busy or not ids:
            return False
        if not scene.document.wall_lock.permits():
            return False
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._carry = Carry(scene, ids)
        self._look()
        self.changed.emit()
        return True

    def cancel(self) -> bool:
        """Put the notes back; returns whether there were any in the hand."""
        carry = self._carry
        self._carry = None
        if carry is None:
            return False
        carry.cancel()
        self.changed.emit()
        return True

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key is for the notes in the hand, whatever else it may mean."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        own = event.key() in ARROWS or event.key() in _ENTER or event.key() == Qt.Key.Key_Escape
        return self.is_active and is_plain and own

    def let_go_for(self, event: QKeyEvent) -> None:
        """Put the notes back before a key does something else."""
        if event.key() not in _MODIFIERS:
            self.cancel()

    def press(self, event: QKeyEvent) -> bool:
        """A key went down; returns whether it was for the notes in the hand."""
        carry = self._carry
        if carry is None or not self.takes(event):
            return False
        if event.key() in ARROWS:
            carry.step(ARROWS[Qt.Key(event.key())])
            self._look()
        elif event.key() in _ENTER:
            self._drop(carry)
        else:
            self.cancel()
        return True

    def _drop(self, carry: Carry) -> None:
        # What the drop does to the wall must not count as another hand's doing.
        self._carry = None
        carry.drop()
        for moment_id in carry.moment_ids[:1]:
            self._view.show_note(moment_id)
        self.changed.emit()

    def _look(self) -> None:
        if self._carry is not None:
            self._view.ensureVisible(self._carry.reach(), _MARGIN, _MARGIN)

    def _on_layout_changed(self) -> None:
        if self._carry is not None:
            self._carry.show()

    def _on_changed(self, patch: Patch) -> None:
        if self._carry is not None and not self._carry.follow(patch):
            self.cancel()
