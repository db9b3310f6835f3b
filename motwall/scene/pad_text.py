"""The text on a key pad: written without the keyboard's focus, shown with its own caret."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from motwall.paint.colours import colour
from motwall.paint.fonts import load_fonts_for, sized_font
from motwall.paint.labels import MEDIUM
from motwall.paint.tokens import INK

#: Of words that wait for the first letter.
_PROMPT_ALPHA = 130
#: Behind what the next letter takes the place of.
_SELECTION_ALPHA = 60
#: Shares of the font size.
_CARET_WIDTH = 0.12


class PadText:
    """A text with a caret. Qt's text cursor knows where one letter ends, accents and emoji too."""

    def __init__(self, text: str) -> None:
        """Begin with the caret at the end."""
        self._document = QTextDocument()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0.0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._document.setDefaultTextOption(option)
        self._cursor = QTextCursor(self._document)
        self.show(text)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    @property
    def text(self) -> str:
        """All of it. `toPlainText` would make a plain space of one that may not be broken."""
        return self._document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    @property
    def caret(self) -> int:
        """How many characters are before the caret."""
        before = QTextCursor(self._document)
        before.setPosition(self._cursor.position(), QTextCursor.MoveMode.KeepAnchor)
        return len(before.selectedText())

    @property
    def unselected(self) -> str:
        """What stays if something is written now."""
        selected = self._cursor.selectedText()
        return self.text if not selected else self.text.replace(selected, "", 1)

    def select_all(self) -> None:
        """Have the next letter take the place of all there is."""
        self._cursor.select(QTextCursor.SelectionType.Document)

    def put_caret(self, position: int) -> None:
        """Put the caret to where another cursor of the same text is."""
        last = self._document.characterCount() - 1
        self._cursor.setPosition(max(0, min(position, last)))

    def show(self, text: str) -> None:
        """Hold another text; the caret stays where it was, or at the end if there is less now."""
        position = self._cursor.position()
        self._document.setPlainText(text)
        last = self._document.characterCount() - 1
        self._cursor.setPosition(min(position, last))

    def insert(self, text: str) -> None:
        """Write at the caret."""
        self._cursor.insertText(text)

    def backspace(self) -> None:
        """Take the letter before the caret away."""
        self._cursor.deletePreviousChar()

    def step(self, way: int) -> None:
        """Move the caret one letter to the left (-1) or right (1)."""
        operation = QTextCursor.MoveOperation
        self._cursor.movePosition(operation.Left if way < 0 else operation.Right)

    def draw(self, painter: QPainter, box: QRectF, size: float, prompt: str) -> None:
        """Paint as many lines as fit, those around the caret.

        Args:
            painter: Screen pixels.
            box: Where.
            size: Of the font, px.
            prompt: Shown while there is no text.
        """
        self._lay_out(box.width(), size)
        caret = self._caret_rect(size)
        # Whole lines: half a line at the top would look like a fault.
        lines_above = ceil(max(0.0, caret.bottom() - box.height()) / caret.height())
        above = lines_above * caret.height()
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.x(), box.y() - above)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, colour(INK))
        if self._cursor.hasSelection():
            context.selections = [self._marked()]
        self._document.documentLayout().draw(painter, context)
        if prompt and not self.text:
            painter.setFont(self._document.defaultFont())
            painter.setPen(colour(INK, _PROMPT_ALPHA))
            painter.drawText(QPointF(caret.right() + size / 4, caret.bottom() - size / 4), prompt)
        painter.fillRect(caret, colour(INK))
        painter.restore()

    def _marked(self) -> QAbstractTextDocumentLayout.Selection:
        """The selection as Qt paints it."""
        marked = QAbstractTextDocumentLayout.Selection()
        marked.cursor = self._cursor
        form = QTextCharFormat()
        form.setBackground(colour(INK, _SELECTION_ALPHA))
        marked.format = form
        return marked

    def _lay_out(self, width: float, size: float) -> None:
        load_fonts_for(self.text)
        font = sized_font(MEDIUM, round(size))
        if self._document.defaultFont() != font:
            self._document.setDefaultFont(font)
        if self._document.textWidth() != width:
            self._document.setTextWidth(width)

    def _caret_rect(self, size: float) -> QRectF:
        block = self._cursor.block()
        top = self._document.documentLayout().blockBoundingRect(block).top()
        line = block.layout().lineForTextPosition(self._cursor.positionInBlock())
        # The stubs say object.
        found: tuple[float, int] = line.cursorToX(self._cursor.positionInBlock())  # type: ignore[assignment]
        width = max(2.0, size * _CARET_WIDTH)
        return QRectF(found[0], top + line.y(), width, line.height())
