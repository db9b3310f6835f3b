"""Keys on the wall that are no commands: walking, selecting on the way, carrying, writing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from typing_extensions import override

from motwall.guard import guarded
from motwall.scene.cursor_ring import CursorRing

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_WALKS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_BY_KEY = QContextMenuEvent.Reason.Keyboard
#: The keyboard comes back from there.
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class WallKeys(QObject):
    """Sees the view's keys before the view does.

    The note that is looked at is the one selected last; Ctrl with an arrow key looks on without
    selecting, and a dashed ring shows where.
    """

    #: The menu key, or Shift+F10.
    menu_wanted = Signal()

    def __init__(self, page: "WallPage") -> None:
        """Watch the view of a page."""
        super().__init__(page)
        self._page = page
        self._carrying = page.keyboard.carrying
        self._selection = page.selection
        self.ring = CursorRing(page.scene)
        page.view.installEventFilter(self)
        page.view.walked.connect(self.walk)
        page.selection.changed.connect(self._on_selected)
        page.scene.layout_changed.connect(self._on_layout_changed)

    @property
    def looked_at(self) -> str | None:
        """The note that the next key starts from."""
        return self.ring.moment_id or self._selection.current_id

    def walk(self, key: int) -> None:
        """Select the note an arrow key, Home or End leads to, and nothing else."""
        found = self._page.in_place.walk(Qt.Key(key), self.looked_at)
        if found is not None:
            self._selection.set([found])

    def toggle(self) -> None:
        """Select the note that is looked at, or take it out of the selection."""
        moment_id = self.looked_at
        if moment_id is not None:
            self._selection.toggle(moment_id)
            self.ring.show_at(moment_id)

    # --- inside ---

    def _look(self, key: int) -> None:
        found = self._page.in_place.walk(Qt.Key(key), self.looked_at)
        self.ring.show_at(found)
        if found is not None:
            self._page.view.show_note(found)

    def _extend(self, key: int) -> None:
        """Take the next note into the selection; going back lets go of the last one again."""
        here = self.looked_at
        found = self._page.in_place.walk(Qt.Key(key), here)
        if found is None or found == here:
            return
        ids = [one for one in self._selection.ids if one != found]
        if here is not None and here not in self._selection:
            ids.append(here)
        if found in self._selection.ids[-2:-1] and here == self._selection.current_id:
            ids = [one for one in ids if one != here]
        self._selection.set([*ids, found])

    def _press(self, event: QKeyEvent) -> bool:
        page, key = self._page, event.key()
        if page.view.editor() is not None:
            return False
        if self._carrying.is_active:
            return self._carrying.press(event)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _WALKS and modifiers == _SHIFT:
            self._extend(key)
        elif key in _WALKS and modifiers == _CONTROL:
            self._look(key)
        elif key in _ENTER and modifiers == _NONE:
            self._write()
        else:
            return False
        return True

    def _write(self) -> None:
        """Enter: write on the note that is looked at; on none, begin a new one."""
        page, moment_id = self._page, self.looked_at
        if moment_id is None:
            page.begin_adding()
        else:
            self._selection.set([moment_id])
            page.in_place.edit_note(moment_id)

    def _leave(self, event: QFocusEvent) -> None:
        if event.reason() not in _PASSING:
            self._carrying.cancel()
            self.ring.show_at(None)

    def _on_selected(self) -> None:
        self.ring.show_at(None)

    def _on_layout_changed(self) -> None:
        self.ring.show_at(self.ring.moment_id)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Comes before every key, also before those that are commands, as Esc is.
            if self._carrying.takes(event):
                event.accept()
                return True
            self._carrying.let_go_for(event)
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        elif isinstance(event, QFocusEvent) and event.lostFocus():
            self._leave(event)
        elif isinstance(event, QContextMenuEvent) and event.reason() == _BY_KEY:
            # Qt would say where the middle of the wall is.
            self.menu_wanted.emit()
            return True
        return super().eventFilter(watched, event)
