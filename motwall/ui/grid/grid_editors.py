"""The editors of the grid's cells: titles, notes, questions, answers."""

from PySide6.QtCore import QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.model.edits.questions import add_question
from motwall.model.records import AnswerKind, Moment, Question
from motwall.ui.editors import TextEditor
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.grid.grid_cells import GridArtist
from motwall.ui.grid.grid_model import GridColumn, GridModel, column_titles
from motwall.ui.panel.cell_editors import NO_EDITOR, CellDelegate, CellFrame, Index
from motwall.ui.panel.cells import CellState
from motwall.ui.panel.quick_line import Draft, QuickLine
from motwall.ui.questions.answers import AnswerChips, AnswerNote, TeamAnswers

#: Of the three answers beside each other, at a text scale of 1, pixels.
_CHIPS_WIDTH = 240


class GridDelegate(CellDelegate):
    """Draws the cells and makes their editors."""

    def __init__(self, document: Document, model: GridModel, parent: QObject) -> None:
        """For the cells of one model."""
        super().__init__(document, parent)
        self.artist = GridArtist(model)
        self._model = model

    @override
    def make_editor(self, parent: QWidget, index: Index) -> QWidget:
        row, column = index.row(), GridColumn(index.column())
        _, moment, question = self._model.place(row)
        record, field = self._model.written(row, column)
        if record is not None:
            ref = FieldRef(type(record), field)
            name = column_titles()[column]
            editor = TextField(self.document, ref, name, is_left_by_enter=True)
            editor.show_records([record.id])
            return self._over_cell(editor, parent, index)
        if question is not None:
            return self._answer_editor(parent, index, question)
        if column is GridColumn.QUESTION and moment is not None:
            return self._over_cell(NewQuestion(self.document, moment), parent, index)
        return NO_EDITOR

    def _answer_editor(self, parent: QWidget, index: Index, question: Question) -> QWidget:
        way = TeamAnswers(self.document)
        is_choice = GridColumn(index.column()) is GridColumn.ANSWER
        if is_choice and question.kind is AnswerKind.YES_NO:
            chips = AnswerChips(self.document)
            chips.show_question(way, question.id)
            frame = CellFrame(parent, chips, _CHIPS_WIDTH, self.finish)
            shown = way.shown(question.id)
            chips.setFocusProxy(chips.first_button(shown.choice if shown else None))
            chips.chosen.connect(frame.done, Qt.ConnectionType.QueuedConnection)
            return frame
        note = AnswerNote(self.document)
        note.setProperty("kind", "cell")
        note.show_question(way, question.id)
        return self._over_cell(note, parent, index)

    def _over_cell(self, editor: TextEditor, parent: QWidget, index: Index) -> QWidget:
        there = QPersistentModelIndex(index)
        editor.setProperty("kind", "cell")
        editor.setParent(parent)
        editor.moveCursor(QTextCursor.MoveOperation.End)
        editor.textChanged.connect(lambda: self.grew.emit(there, editor.minimumHeight()))
        editor.entered.connect(lambda: self.finish(editor))
        editor.entered.connect(self.entered)
        return editor

    @override
    def draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, state: CellState
    ) -> None:
        painter.save()
        painter.setFont(option.font)
        column = GridColumn(index.column())
        self.artist.draw(painter, option.rect, index.row(), column, state)
        painter.restore()


class NewQuestion(QuickLine):
    """The cell of a moment that is asked nothing yet: what is typed becomes its first question."""

    def __init__(self, document: Document, moment: Moment) -> None:
        """Be empty."""
        name = column_titles()[GridColumn.QUESTION]
        super().__init__(name, "", self._ask)
        self._draft = Draft(document)
        self._moment_id = moment.id

    def _ask(self) -> bool:
        text = self.text().strip()
        is_kept = self._draft.push(
            lambda store, new_id: add_question(store, self._moment_id, text, new_id),
            self._moment_id,
        )
        if is_kept:
            self.show_text("")
        return is_kept
