"""An observation in the list: what it was and when, what was believed and what was seen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.records import Observation
from motwall.model.words import observation_word
from motwall.ui.choices import word_button
from motwall.ui.panel.faces import FacesLabel


class ObservationLine(QWidget):
    """A button that opens the observation, and its two faces."""

    #: Open it. Carries the id.
    opened = Signal(str)

    def __init__(self, document: Document) -> None:
        """For no observation yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.button = word_button("", "listed")
        self.button.setCheckable(True)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(lambda _checked=False: self.opened.emit(self._id))
        self.faces = FacesLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self.button, 1)
        row.addWidget(self.faces)

    def show_record(self, record_id: str) -> None:
        """Turn to an observation; "" for none."""
        self._id = record_id
        seen = self._document.store.find(Observation, record_id)
        if seen is None:
            return
        day = date_words(seen.observed_on, self._document.clock.today())
        words = translate("Observation", "{day} \u00b7 {kind}")
        self.button.setText(words.format(day=day, kind=observation_word(seen.kind)))
        self.faces.show_ratings(seen.believed_rating, seen.observed_rating)
