"""An action that nobody or no day stands by yet, with the fields to say who and when."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.records import PlannedAction
from motwall.ui.date_field import DateField
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.name_chips import NameChips
from motwall.ui.sessions.words import action_words, moment_words
from motwall.ui.small import hairline, label

#: How what, who and when share the width, of all actions that stand here.
WORDS_SHARE, FIELD_SHARE = 5, 3


class OpenAction(QWidget):
    """What is to be done and for which moment; who does it, and by when."""

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self._text = label("", "strong", is_wrapped=True)
        self._about = label("", "small", is_wrapped=True)
        self.owner = TextField(
            document,
            FieldRef(PlannedAction, "owner"),
            translate("Panel", "Who"),
            translate("Panel", "Who?"),
        )
        self.names = NameChips(document, self.owner)
        self.due = DateField(
            document,
            FieldRef(PlannedAction, "due"),
            translate("Panel", "When"),
            translate("Panel", "When?"),
        )
        self.owner.entered.connect(self.due.setFocus)
        self._arrange()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._about)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(words, WORDS_SHARE)
        for field in (self.owner, self.due):
            place = QVBoxLayout()
            place.addWidget(field)
            place.addStretch(1)
            row.addLayout(place, FIELD_SHARE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(hairline())

    def show_record(self, record_id: str) -> None:
        """Turn to an action; "" for none."""
        self._id = record_id
        ids = (record_id,) if record_id else ()
        self.owner.show_records(ids)
        self.due.show_records(ids)
        self.show_now()

    def show_now(self) -> None:
        """Follow the action where no field does."""
        store = self._document.store
        action = store.find(PlannedAction, self._id)
        if action is not None:
            self._text.setText(action_words(action))
            self._about.setText(moment_words(store, action.moment_id))

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.owner, self.due])
