"""Writing on the wall itself: a text editor that lies where the text is shown."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QGraphicsSceneContextMenuEvent,
    QGraphicsTextItem,
    QStyle,
    QStyleOptionGraphicsItem,
    QWidget,
)
from typing_extensions import override

from motwall.document.document import Document
from motwall.document.typing import Typing, shows_same
from motwall.guard import guarded
from motwall.model.clean_text import clean_text
from motwall.model.fields import rules_of
from motwall.model.records import Record
from motwall.paint.fonts import note_font
from motwall.paint.tokens import INK

Z_EDITOR = 110_000.0
#: Text is laid out in tenths of a millimetre, because Qt's font sizes are whole numbers.
TENTHS = 0.1
TEXT_SIZE = 11.0
#: While a note is edited its text is at least this large on screen, px.
LEAST_PIXELS = 14.0
_PADDING = 4.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Onward(Enum):
    """Where to write next, as the keys that end a visit to a note say it."""

    NEXT = auto()
    PREVIOUS = auto()
    NEXT_OR_NEW = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What is edited, and where it lies.

    Attributes:
        record_type: Of the record.
        record_id: Its id.
        field: The text field.
        rect: In scene mm.
        paper: Colour behind the text.
        prompt: Shown while there is no text.
    """

    record_type: type[Record]
    record_id: str
    field: str
    rect: QRectF
    paper: str
    prompt: str = ""


class InlineEditor(QGraphicsTextItem):
    """Plain text edited in place; what is typed is kept, also on Esc. Enter is done."""

    #: The visit is over; the editor can be taken away.
    closed = Signal()
    #: Write on another note next. Carries an Onward; this visit is over already.
    moved_on = Signal(object)

    def __init__(
        self, document: Document, place: Place, pixels_per_mm: float, typing: Typing | None = None
    ) -> None:
        """Take the text of a field for editing; `typing` is for a record that is yet to come."""
        super().__init__()
        self.place = place
        self._document = document
        self._rule = rules_of(place.record_type)[place.field]
        self._is_closed = False
        self._typing = typing or Typing(
            document, place.record_type, place.record_id, place.field, self
        )
        self._typing.setParent(self)
        self._typing.text_changed.connect(self._show_text)
        self._typing.record_gone.connect(self._close)
        size = max(TEXT_SIZE, LEAST_PIXELS / pixels_per_mm)
        self._box = QRectF(0, 0, place.rect.width(), place.rect.height())
        self._box.setWidth(place.rect.width() * max(1.0, size / TEXT_SIZE))
        font = note_font()
        font.setPixelSize(round(size / TENTHS))
        self.setFont(font)
        self.setDefaultTextColor(QColor(INK))
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(_PADDING / TENTHS)
        self.setTextWidth(self._box.width() / TENTHS)
        self.setScale(TENTHS)
        self.setPos(place.rect.topLeft())
        self.setZValue(Z_EDITOR)
        self.setAcceptDrops(False)
        self.setPlainText(self._typing.stored_text)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.document().contentsChanged.connect(self._on_typed)

    def begin(self, typed: str = "") -> None:
        """Take the focus with the caret at the end, after letters already typed elsewhere."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.textCursor()
        if self._rule.is_line:
            # A title is replaced more often than gone on with.
            cursor.select(QTextCursor.SelectionType.Document)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.End)
        if typed:
            cursor.insertText(typed)
        self.setTextCursor(cursor)

    def finish(self) -> None:
        """Commit and close; a commit that fails keeps the editor open with its text."""
        if not self._is_closed and self._typing.finish():
            self._close()

    def flush(self) -> bool:
        """Commit what is typed so far."""
        return self._typing.flush()

    def put_caret(self, scene_pos: QPointF) -> None:
        """Set the caret where a finger tapped."""
        layout = self.document().documentLayout()
        place = layout.hitTest(self.mapFromScene(scene_pos), Qt.HitTestAccuracy.FuzzyHit)
        cursor = self.textCursor()
        cursor.setPosition(max(0, place))
        self.setTextCursor(cursor)

    def insert_plain(self, text: str) -> None:
        """Insert pasted text: cleaned, and no more of it than the field has room for.

        Qt takes seconds to lay out a word of 100,000 letters, so cutting comes first.
        """
        cursor = self.textCursor()
        selected = len(cursor.selectedText())
        room = self._rule.limit - len(self.toPlainText()) + selected
        cleaned, is_cut = clean_text(text, max(0, room), one_line=self._rule.is_line)
        cursor.insertText(cleaned)
        if is_cut:
            self._document.text_cut.emit()

    def _go_on(self, onward: Onward) -> None:
        self.finish()
        if self._is_closed:
            self.moved_on.emit(onward)

    def _close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self.closed.emit()

    def _on_typed(self) -> None:
        self._typing.typed(self.toPlainText())
        self.update()

    def _show_text(self, text: str) -> None:
        if shows_same(self.place.record_type, self.place.field, self.toPlainText(), text):
            return
        position = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(position, len(text)))
        self.setTextCursor(cursor)

    @override
    @guarded(None)
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in _ENTER
        is_break = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        onward = _onward(event)
        if onward is not None:
            self._go_on(onward)
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F2}:
            self.finish()
        elif is_enter and is_break and not self._rule.is_line:
            # Qt would insert U+2028 here.
            self.textCursor().insertText("\n")
        elif is_enter:
            self.finish()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.insert_plain(QGuiApplication.clipboard().text())
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._typing.finish()
            self._document.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self._typing.finish()
            self._document.redo()
        else:
            super().keyPressEvent(event)
        event.accept()

    @override
    @guarded(None)
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = {
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        }
        if event.reason() in stays:
            self.flush()
        else:
            self.finish()

    @override
    @guarded(None)
    def contextMenuEvent(self, event: QGraphicsSceneContextMenuEvent) -> None:
        # Qt's own menu pastes rich text.
        event.accept()

    @override
    @guarded(False)
    def sceneEvent(self, event: QEvent) -> bool:
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and _onward(event) is not None:
            # Here it is no command of the wall's.
            event.accept()
            return True
        # Tab would move the focus to the next item before keyPressEvent sees it.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
            return True
        return super().sceneEvent(event)

    @override
    @guarded(QRectF())
    def boundingRect(self) -> QRectF:
        return self._paper().adjusted(-20, -20, 20, 20)

    @override
    @guarded(QPainterPath())
    def shape(self) -> QPainterPath:
        # All of the paper: a press below the last line is still a press on the text.
        path = QPainterPath()
        path.addRect(self._paper())
        return path

    @override
    @guarded(False)
    def contains(self, point: QPointF | QPoint | QPainterPath.Element) -> bool:
        return self.shape().contains(point)

    @override
    @guarded(None)
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        paper = self._paper()
        pen = QPen(QColor("#3146B8"), 2.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(QColor(self.place.paper))
        painter.drawRoundedRect(paper, 20, 20)
        if self.place.prompt and not self.toPlainText():
            painter.setPen(QColor(26, 26, 26, 130))
            painter.setFont(self.font())
            inner = paper.adjusted(40, 40, -40, -40)
            painter.drawText(inner, Qt.TextFlag.TextWordWrap, self.place.prompt)
        if widget is not None:
            # The paper's own outline is the ring; Qt's dotted one would be a second.
            option.state &= ~QStyle.StateFlag.State_HasFocus
            super().paint(painter, option, widget)

    def _paper(self) -> QRectF:
        return super().boundingRect().united(self._tenths())

    def _tenths(self) -> QRectF:
        return QRectF(QPointF(), self._box.size() / TENTHS)


def _onward(event: QKeyEvent) -> Onward | None:
    """What a key says about where to write next, if anything."""
    is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if event.key() in _ENTER and is_control:
        return Onward.NEXT_OR_NEW
    if event.key() == Qt.Key.Key_Backtab:
        return Onward.PREVIOUS
    if event.key() == Qt.Key.Key_Tab and not is_control:
        return Onward.NEXT
    return None
