"""The editors of the list view: which cell has which, and those that only the list has."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.marks import set_contact_type
from motwall.model.list_columns import (
    CHOICE_FIELDS,
    TEXT_FIELDS,
    ListColumn,
    column_titles,
    reading_words,
)
from motwall.model.order import contact_types
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.ui.choices import Choice, ChoiceField
from motwall.ui.editors import TextEditor
from motwall.ui.fields import FieldRef
from motwall.ui.list_view.cells import ListArtist
from motwall.ui.list_view.choosing import PriorityField, StageField
from motwall.ui.list_view.list_model import ListModel
from motwall.ui.panel.cell_editors import CellDelegate, CellFrame, Index
from motwall.ui.panel.cells import CellState
from motwall.ui.panel.ideas import IdeasBody
from motwall.ui.panel.more import evidence_choices, kind_choices

#: Takes typed words; whether the wall has them now.
Take = Callable[[str], bool]

_CHOICES_WIDTH = 380


class WordsEditor(TextEditor):
    """A line whose words say something else than a text: a step, or a note to come."""

    def __init__(self, name: str, words: str, take: Take) -> None:
        """Begin with words; what else is typed is handed to `take` when the editor is left."""
        super().__init__(name, is_left_by_enter=True)
        self._take = take
        self._taken = words
        self.show_text(words)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def flush(self) -> bool:
        """Hand the words over, once."""
        words = self.text()
        if words == self._taken:
            return True
        self._taken = words
        return self._take(words)


class Takers(NamedTuple):
    """Who does what is typed or chosen where no field of a record is written.

    Attributes:
        add: Makes a note of a text.
        take: Writes words into a cell: the note's id, the column, the words.
        say_full: Tells that five priorities are chosen.
    """

    add: Take
    take: Callable[[str, ListColumn, str], bool]
    say_full: Callable[[], None]


class ListDelegate(CellDelegate):
    """Draws the cells and makes their editors."""

    def __init__(
        self, document: Document, model: ListModel, takers: Takers, parent: QObject
    ) -> None:
        """For the cells of one model."""
        super().__init__(document, parent)
        self.artist = ListArtist(model)
        self._model = model
        self._takers = takers

    @override
    def draw_cell(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, state: CellState
    ) -> None:
        self.artist.draw(painter, option.rect, index, option.font, state)

    @override
    def make_editor(self, parent: QWidget, index: Index) -> QWidget:
        column = self._model.columns[index.column()]
        if self._model.is_tail(index.row()):
            return self._words_editor(parent, translate("List", "A new note"), "", self._takers.add)
        moment_id = self._model.moment_id(index.row())
        if column in TEXT_FIELDS:
            name = column_titles()[column]
            return self.text_editor(parent, moment_id, TEXT_FIELDS[column], name, index)
        if column in {ListColumn.STEP, ListColumn.MEASURE}:
            take = partial(self._takers.take, moment_id, column)
            words = self._model.words(index.row(), column)
            if column is ListColumn.MEASURE:
                words = reading_words(self.document.store, moment_id)
            return self._words_editor(parent, column_titles()[column], words, take)
        make: dict[ListColumn, Callable[[QWidget, str], QWidget]] = {
            ListColumn.RATING: self.rating_editor,
            ListColumn.ACTIONS: self.actions_editor,
            ListColumn.IDEAS: self._ideas_editor,
            ListColumn.STAGE: self._stage_editor,
            ListColumn.PRIORITY: self._priority_editor,
        }
        return make.get(column, partial(self._choice_editor, column))(parent, moment_id)

    def _words_editor(self, parent: QWidget, name: str, words: str, take: Take) -> QWidget:
        editor = WordsEditor(name, words, take)
        editor.setProperty("kind", "cell")
        editor.setParent(parent)
        editor.entered.connect(lambda: self.finish(editor))
        editor.entered.connect(self.entered)
        return editor

    def _ideas_editor(self, parent: QWidget, moment_id: str) -> QWidget:
        body = IdeasBody(self.document)
        body.show_moment(moment_id)
        body.setFocusProxy(body.line)
        return CellFrame(parent, body, _CHOICES_WIDTH, self.finish)

    def _stage_editor(self, parent: QWidget, moment_id: str) -> QWidget:
        return self._choosing(parent, StageField(self.document), moment_id)

    def _priority_editor(self, parent: QWidget, moment_id: str) -> QWidget:
        field = PriorityField(self.document, self._takers.say_full)
        return self._choosing(parent, field, moment_id)

    def _choice_editor(self, column: ListColumn, parent: QWidget, moment_id: str) -> QWidget:
        ref, title = FieldRef(Moment, CHOICE_FIELDS[column]), column_titles()[column]
        if column is ListColumn.CONTACT_TYPE:
            kinds = contact_types(self.document.store)
            choices = [Choice(one.id, one.name or one.code) for one in kinds]
            field = ChoiceField(
                self.document, ref, title, choices, cleared=None, edit=_set_contact_type
            )
        else:
            choices = evidence_choices() if column is ListColumn.EVIDENCE else kind_choices()
            field = ChoiceField(self.document, ref, title, choices)
        return self._choosing(parent, field, moment_id)

    def _choosing(self, parent: QWidget, field: ChoiceField, moment_id: str) -> QWidget:
        """Buttons over a cell; the keyboard begins at what is chosen."""
        field.show_records([moment_id])
        if field.has_choices:
            field.setFocusProxy(field.first_button(next(iter(field.values()), None)))
        frame = CellFrame(parent, field, _CHOICES_WIDTH, self.finish)
        field.chosen.connect(frame.done, Qt.ConnectionType.QueuedConnection)
        return frame


def _set_contact_type(store: Store, ids: Sequence[str], value: object) -> Patch:
    return set_contact_type(store, ids, value if isinstance(value, str) else None)
