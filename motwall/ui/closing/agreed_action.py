"""An action that has all it needs, as it is read aloud: what, who, when."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.action_list import is_overdue
from motwall.model.dates import date_words
from motwall.model.records import PlannedAction
from motwall.ui.closing.open_action import FIELD_SHARE, WORDS_SHARE
from motwall.ui.sessions.words import action_words, moment_words
from motwall.ui.small import hairline, label
from motwall.ui.theme import restyle


class AgreedAction(QWidget):
    """Words alone, in the columns of those that have fields."""

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__()
        self._document = document
        self.what = label("", "strong", is_wrapped=True)
        self._about = label("", "small", is_wrapped=True)
        self.who = label("", "agreed", is_wrapped=True)
        self.when = label("", "agreed", is_wrapped=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.what)
        words.addWidget(self._about)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, WORDS_SHARE)
        for one in (self.who, self.when):
            row.addWidget(one, FIELD_SHARE, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(hairline())

    def show_record(self, record_id: str) -> None:
        """Turn to an action; "" for none."""
        store, today = self._document.store, self._document.clock.today()
        action = store.find(PlannedAction, record_id)
        if action is None:
            return
        self.what.setText(action_words(action))
        self._about.setText(moment_words(store, action.moment_id))
        self.who.setText(action.owner)
        day = date_words(action.due, today) if action.due else ""
        is_late = is_overdue(action, today)
        late = translate("Sessions", "{day}, overdue").format(day=day)
        self.when.setText(late if is_late else day)
        restyle(self.when, "late", is_late)
