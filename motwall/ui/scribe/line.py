"""The field of the typist: all that it does is a key away, and no key of it is a command."""

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.paint.fonts import load_fonts_for
from motwall.ui.capture_line import CaptureLine

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_NONE = Qt.KeyboardModifier.NoModifier
#: Up and down the notes taken so far: 1 is one further back.
_STEPS: Final = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
#: Through the questions to the room.
_TURNS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_MOST_DIGIT = 9


class ScribeLine(CaptureLine):
    """A large field. Enter and lists are as in the field for new notes below the wall.

    Attributes:
        is_holding: Esc is its own even while it is empty: it changes a note.
    """

    #: Ctrl+Enter: what is written here was said before.
    same_wanted = Signal()
    #: An arrow key. Carries 1 to go back through the notes, -1 to come forth.
    stepped = Signal(int)
    #: A page key. Carries the way through the questions.
    turned = Signal(int)
    #: Ctrl with a digit. Carries the number of a contact type, 0 for plain paper.
    type_wanted = Signal(int)
    #: Esc, with words in the field or a note being changed.
    given_up = Signal()

    def __init__(self) -> None:
        """Be empty."""
        super().__init__()
        self.is_holding = False
        self.setObjectName("scribeLine")
        self.setFrame(True)
        self.setAccessibleName(translate("Scribe", "What is called out"))
        self.textEdited.connect(load_fonts_for)

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something here from being commands of the page."""
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._is_own(event):
            super().keyPressEvent(event)
            return
        event.accept()
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in _ENTER:
            self.same_wanted.emit()
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _TURNS:
            self.turned.emit(_TURNS[key])
        else:
            self.type_wanted.emit(key.value - Qt.Key.Key_0.value)

    def _is_own(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~_KEYPAD
        if modifiers == _CONTROL:
            digit = key - Qt.Key.Key_0.value
            return key in _ENTER or 0 <= digit <= _MOST_DIGIT
        if modifiers != _NONE:
            return False
        if key == Qt.Key.Key_Escape:
            return bool(self.text()) or self.is_holding
        return key in _STEPS or key in _TURNS
