"""The text editor of panel and form: plain text, as tall as its content, no undo of its own."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.paint.fonts import load_fonts_for

_STANDARD = QKeySequence.StandardKey
#: Above and below the caret, pixels.
_CARET_MARGIN = 24
#: Kept free behind the words where the editor is as wide as they are.
CARET_ROOM = 4
#: Without a pixel more than the text needs, Qt's editor thinks that it must scroll.
_SPARE = 1
#: Until it is shown, pixels.
_LINE_HEIGHT = 32
#: As Qt names them in its menu.
_HISTORY_ACTIONS = ("edit-undo", "edit-redo")
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)
_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
#: The keyboard left for a moment (a menu, another window) and comes back to the same visit.
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class TextEditor(QPlainTextEdit):
    """An editor without scroll bars, saving or an undo of its own.

    Ctrl+Z and Ctrl+Y pass to the window, after what is typed was asked to be committed. Tab goes to
    the next control.
    """

    #: The user changed the text (not `show_text`).
    edited = Signal()
    #: What is typed should be committed now: the keyboard leaves, Enter, Esc, undo.
    commit_wanted = Signal()
    #: Text was pasted or dropped.
    pasted = Signal()
    #: The keyboard came; what is typed from now on is one step of undo.
    visited = Signal()
    #: The keyboard left.
    left = Signal()
    #: Enter in an editor where Enter means "done".
    entered = Signal()

    def __init__(self, name: str, *, is_line: bool = False, is_left_by_enter: bool = False) -> None:
        """Make an empty editor.

        Args:
            name: What it is for, for those who cannot see its label.
            is_line: The field takes one line: no line ends, Enter means "done".
            is_left_by_enter: Enter means "done", Shift+Enter makes a line end.
        """
        super().__init__()
        #: At least this tall, pixels; a table's cell may be taller than its text.
        self.least_height = 0
        #: The words stand in the middle of that height, as the cell shows them.
        self.is_centred = False
        self._above = 0
        #: If not 0: as wide as its words, up to this, pixels.
        self.most_width = 0
        self._is_line = is_line
        self._is_left_by_enter = is_line or is_left_by_enter
        self._shown = ""
        self._is_showing = False
        #: What lies around the text: borders and distances, pixels.
        self._around = QSize(0, 0)
        self.setAccessibleName(name)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setFixedHeight(_LINE_HEIGHT)
        # The panel is laid out anew after the text has grown, so look for the caret after that.
        self._reveal = self._at_once(self._show_caret)
        self._fit_soon = self._at_once(self.fit)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._reveal.start)

    def text(self) -> str:
        """What the editor holds."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Replace the text; not an edit. The caret keeps its place as far as it can."""
        self._shown = text
        if text == self.text():
            return
        load_fonts_for(text)
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        self._is_showing = True
        try:
            self.setPlainText(text)
        finally:
            self._is_showing = False
        last = max(0, self.document().characterCount() - 1)
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def fit(self) -> None:
        """Be as tall as the text, and as wide if `most_width` asks for it."""
        if not self.isVisible():
            return  # not laid out yet; being shown brings it here again
        self._fit_width()
        self.fit_height()

    def _fit_width(self) -> None:
        if self.most_width:
            words = self.text() or self.placeholderText()
            around = self._around.width() + CARET_ROOM
            wanted = QFontMetrics(self.font()).horizontalAdvance(words) + around
            self.setFixedWidth(min(wanted, self.most_width))

    def fit_height(self) -> None:
        """Be as tall as the text, one line at least."""
        height = 0.0
        block = self.document().firstBlock()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        line = QFontMetrics(self.font()).lineSpacing()
        wanted = math.ceil(max(height, line)) + _SPARE + self._around.height()
        if self.is_centred:
            self._keep_above(max(0, self.least_height - wanted) // 2)
        wanted = max(wanted, self.least_height)
        if wanted != self.minimumHeight():
            self.setFixedHeight(wanted)

    def _keep_above(self, above: int) -> None:
        if above != self._above:
            self._above = above
            self.setViewportMargins(0, above, 0, 0)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow with the height, after the layout is done: it does not see changes before."""
        super().resizeEvent(event)
        # The event is the viewport's. (Asking for the viewport itself makes PySide look for its
        # class among all there are, which takes ten milliseconds the first time.)
        self._around = self.size() - event.size() - QSize(0, self._above)
        self._fit_soon.start()

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed out of sight."""
        super().showEvent(event)
        self._fit_soon.start()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Another font, another height."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._fit_soon.start()

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's shortcuts."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and _is_history_key(event)
        ):
            self.commit_wanted.emit()
            event.ignore()
            return False
        return super().event(event)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter as the field wants it; undo, redo and Esc belong to the window."""
        if _is_history_key(event) or event.key() == Qt.Key.Key_Escape:
            self.commit_wanted.emit()
            event.ignore()
        elif event.key() in _ENTER_KEYS:
            is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if self._is_left_by_enter and (self._is_line or not is_shifted):
                self.commit_wanted.emit()
                self.entered.emit()
            elif not self.isReadOnly():
                self.insertPlainText("\n")
                self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    @override
    @guarded(None)
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu without undo and redo: those are the window's."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in _HISTORY_ACTIONS:
                menu.removeAction(action)
        first = next(iter(menu.actions()), None)
        if first is not None and first.isSeparator():
            menu.removeAction(first)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    @override
    @guarded(None)
    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as plain text."""
        if not self.isReadOnly():
            self.insertPlainText(source.text())
            self.pasted.emit()

    @override
    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """A new visit, unless only a menu or another window came between."""
        super().focusInEvent(event)
        if event.reason() not in _PASSING:
            self.visited.emit()

    @override
    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Have what is typed committed, unless a menu of the editor itself came up."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit_wanted.emit()
        if event.reason() not in _PASSING:
            self.left.emit()

    def _show_caret(self) -> None:
        """Scroll the panel so that the caret can be seen."""
        if not self.hasFocus():
            return
        area: QWidget | None = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        page = area.widget() if area is not None else None
        if area is not None and page is not None:
            caret = self.mapTo(page, self.cursorRect().center())
            area.ensureVisible(caret.x(), caret.y(), 0, _CARET_MARGIN)

    def _at_once(self, act: Callable[[], None]) -> QTimer:
        """A timer for the moment when Qt is done with what it is at."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(act)
        return timer

    def _on_text_changed(self) -> None:
        self.fit()
        # Qt says "changed" for fonts and half-typed input methods too.
        if not self._is_showing and self.text() != self._shown:
            self._shown = self.text()
            load_fonts_for(self._shown)
            self.edited.emit()


def add_below(editor: TextEditor, other: QWidget) -> None:
    """Enter in the editor goes on in the other control."""
    editor.entered.connect(lambda: other.setFocus(Qt.FocusReason.TabFocusReason))


def _is_history_key(event: QKeyEvent) -> bool:
    return event.matches(_STANDARD.Undo) or event.matches(_STANDARD.Redo)
