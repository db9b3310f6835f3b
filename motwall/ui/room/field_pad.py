"""A key pad for the fields beside the wall: whoever fills in the form at a panel has no keyboard.

There is one keyboard, and so one field at a time has it; the pad is its keys. Pads at notes need no
keyboard, so others write on the wall meanwhile.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from motwall.paint.faces import WHITE
from motwall.scene.key_tray import KeyTray
from motwall.scene.pad_text import PadText
from motwall.ui.full_cards import reveal
from motwall.ui.room.anchors import WidgetAnchor
from motwall.ui.room.pointer import Pointer

if TYPE_CHECKING:
    from motwall.scene.tap_layer import TapLayer
    from motwall.ui.wall_page import WallPage

#: What can be written in with a pad.
Field = QPlainTextEdit | QLineEdit
_KEY = "field"


class FieldPad(KeyTray):
    """Sends to a field what a keyboard would: it commits and limits what is typed by itself."""

    def __init__(self, layer: "TapLayer", field: Field, owner: "FieldPads") -> None:
        """Be the keys of a field."""
        anchor = WidgetAnchor(_KEY, field, layer.watch.view)
        super().__init__(layer, anchor, PadText(_text_of(field)))
        self.written = field
        self._owner = owner
        field.textChanged.connect(self.mirror)
        field.cursorPositionChanged.connect(self.mirror)
        self.mirror()

    def mirror(self) -> None:
        """Show what the field holds."""
        if isValid(self.written):
            text = _text_of(self.written)
            if text != self.writing.text:
                self.writing.show(text)
            self.writing.put_caret(_caret_of(self.written))
            self.show_text()

    def forget(self) -> None:
        """Leave the field alone."""
        if isValid(self.written):
            self.written.textChanged.disconnect(self.mirror)
            self.written.cursorPositionChanged.disconnect(self.mirror)
            if not self.written.isActiveWindow():
                # While the facilitator's window is in front Qt tells this one of no change of
                # focus: the caret would stay in every field that was written in.
                reason = Qt.FocusReason.OtherFocusReason
                QApplication.sendEvent(self.written, QFocusEvent(QEvent.Type.FocusOut, reason))

    @property
    @override
    def paper(self) -> str:
        return WHITE

    @property
    @override
    def prompt(self) -> str:
        if not isValid(self.written):
            return ""
        return self.written.placeholderText() or self.written.accessibleName()

    @override
    def write(self, text: str) -> bool:
        self._owner.send(Qt.Key.Key_unknown, text)
        return True

    @override
    def erase(self) -> None:
        self._owner.send(Qt.Key.Key_Backspace)

    @override
    def step(self, way: int) -> None:
        self._owner.send(Qt.Key.Key_Left if way < 0 else Qt.Key.Key_Right)

    @override
    def break_line(self) -> None:
        """What Enter does there: a line end, the next field, one more idea."""
        self._owner.send(Qt.Key.Key_Return, "\r")

    @override
    def done(self) -> bool:
        """Keep what is written; the keyboard goes back to the wall."""
        return self._owner.leave()

    @override
    def anchor_gone(self) -> None:
        self._owner.close()


class FieldPads(QObject):
    """Opens the pad when a field is tapped, and keeps it at the field that has the keyboard.

    Many panels say that a finger is a mouse: a click is a tap here. So is a command that is tapped
    and gives a field the keyboard, and what opens the editor of a cell.
    """

    def __init__(self, page: "WallPage") -> None:
        """Serve the fields of a page in Room."""
        super().__init__(page)
        self._page = page
        page.touch_bridges.field_tapped.connect(self.open_at)
        # Of the application itself Qt tells only while its window is in front.
        window: QWindow | None = page.window().windowHandle()  # None before it is first shown
        application = QGuiApplication.instance()
        self._told_by = window if window is not None else application
        if isinstance(self._told_by, QWindow | QGuiApplication):
            self._told_by.focusObjectChanged.connect(self._on_focus)
        self._pointer = Pointer(self)
        self._pointer.hear(window)
        self._pointer.clicked.connect(self._on_clicked)
        self._had: QWidget | None = page.window().focusWidget()
        #: The field that was given the keyboard by the click that goes on.
        self._given: Field | None = None

    @property
    def pad(self) -> FieldPad | None:
        """The pad, if it is open."""
        found = self._page.on_wall.layer.of(FieldPad)
        return found[0] if found else None

    @property
    def field(self) -> Field | None:
        """The field that has the keyboard, if it is one of the page and can be written in."""
        focus = self._page.window().focusWidget()
        if not isinstance(focus, Field) or not self._page.isAncestorOf(focus):
            return None
        return None if focus.isReadOnly() or not focus.isVisible() else focus

    def open_at(self, _field: object = None) -> bool:
        """Open the pad at the field that has the keyboard; returns whether there is one."""
        field, pad = self.field, self.pad
        if field is None:
            return False
        if pad is None or pad.written is not field:
            self.close()
            layer = self._page.on_wall.layer
            made = FieldPad(layer, field, self)
            layer.add(made)
            if self._page.cards.leave_free(field, made.size[1] + 2 * layer.sizes.gap):
                layer.arrange(made)
            else:
                QTimer.singleShot(0, field, partial(reveal, field))
        return True

    def close(self) -> None:
        """Take the pad away; what is written stays in the field."""
        pad = self.pad
        if pad is not None:
            pad.forget()
            self._page.on_wall.layer.remove(pad)
            self._page.cards.leave_free(None, 0.0)

    def take_down(self) -> None:
        """Room is over."""
        self.close()
        self._page.touch_bridges.field_tapped.disconnect(self.open_at)
        if isinstance(self._told_by, QWindow | QGuiApplication) and isValid(self._told_by):
            self._told_by.focusObjectChanged.disconnect(self._on_focus)
        self._pointer.stop()
        self.deleteLater()

    def leave(self) -> bool:
        """Have what is written kept and leave the field; whether all of it is kept."""
        is_kept = self._page.flush()
        card = self._page.cards.current
        rest = self._page.view if card is None else card.back
        rest.setFocus(Qt.FocusReason.OtherFocusReason)
        self.close()
        return is_kept

    def send(self, key: Qt.Key, text: str = "") -> None:
        """Press a key in the field; then the keyboard may be in another one."""
        pad = self.pad
        if pad is None or not isValid(pad.written):
            self.close()
            return
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text)
            if isValid(pad.written):
                QApplication.sendEvent(pad.written, event)
        self.follow()

    def follow(self) -> None:
        """Be at the field that has the keyboard now, or go if there is none."""
        if self.pad is not None and not self.open_at():
            self.close()

    def _on_focus(self, _now: QObject | None) -> None:
        # A window that is not in front any more keeps its field, and the field its pad. While a
        # page goes, its fields lose the keyboard one by one.
        if not isValid(self._page):
            return
        self._pointer.hear(self._page.window().windowHandle())
        had, self._had = self._had, self._page.window().focusWidget()
        # Qt hands the keyboard on as Tab does when who has it is hidden: nobody asked for keys.
        is_handed_on = had is not None and not (isValid(had) and had.isVisible())
        given = None if is_handed_on else self.field
        self._given = given if self._pointer.is_clicking else None
        if self._pointer.is_down:
            # What moves now is not where it was when the button goes up: see `_on_clicked`.
            return
        self.follow()
        if given is not None and self._is_called_for(given):
            # Afterwards, for all to be where it is to be.
            QTimer.singleShot(0, self, self._open_later)

    def _is_called_for(self, field: Field) -> bool:
        """Whether a finger or a mouse has given a field the keyboard that it has now."""
        if self._pointer.is_clicking or self._page.view.router.is_acting:
            return True
        return self._pointer.was_last and _is_in_cell(field)

    def _open_later(self) -> None:
        # Room may be over.
        if self._pointer.is_hearing:
            self.open_at()

    def _on_clicked(self, at: QPointF) -> None:
        field, given = self.field, self._given
        self._given = None
        self.follow()
        if field is not None and (field is given or _is_on(field, at)):
            self.open_at()


def _text_of(field: Field) -> str:
    return field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()


def _caret_of(field: Field) -> int:
    if isinstance(field, QPlainTextEdit):
        return field.textCursor().position()
    return field.cursorPosition()


def _is_on(field: Field, at: QPointF) -> bool:
    """Whether a point of the screen is on a field."""
    return field.rect().contains(field.mapFromGlobal(at).toPoint())


def _is_in_cell(field: Field) -> bool:
    """Whether a field is the editor of a cell of a table, or in it."""
    parent: QWidget | None = field.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractItemView):
        parent = parent.parentWidget()
    return parent is not None
