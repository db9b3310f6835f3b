"""What is believed of a moment beside what was seen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.edits.observations import rate_as_seen
from motwall.model.observing import latest_rated, ratings_above
from motwall.model.records import Moment
from motwall.ui.choices import word_button
from motwall.ui.observations.rating_shown import RatingShown
from motwall.ui.small import Card, label


class SideBySide(Card):
    """Two faces, a sentence, and a button that takes over what was seen."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._moment_id = ""
        self.believed = RatingShown()
        self.observed = RatingShown()
        self._seen_on = label("", "label")
        self.verdict = label("", "strong", is_wrapped=True)
        self.rate_button = word_button(translate("Observation", "Rate it as seen"), "chip")
        self.rate_button.clicked.connect(self._rate)
        faces = QGridLayout()
        faces.setHorizontalSpacing(16)
        faces.setVerticalSpacing(2)
        faces.addWidget(label(translate("Observation", "Believed now"), "label"), 0, 0)
        faces.addWidget(self._seen_on, 0, 1)
        left = Qt.AlignmentFlag.AlignLeft
        faces.addWidget(self.believed, 1, 0, left)
        faces.addWidget(self.observed, 1, 1, left)
        faces.setColumnStretch(0, 1)
        faces.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addLayout(faces)
        column.addWidget(self.verdict)
        column.addWidget(self.rate_button, 0, left)

    def show_moment(self, moment_id: str) -> None:
        """Compare for a moment; hidden while nothing seen says a rating."""
        self._moment_id = moment_id
        store = self._document.store
        moment = store.find(Moment, moment_id)
        seen = latest_rated(store, moment_id) if moment is not None else None
        self.setVisible(seen is not None)
        if moment is None or seen is None:
            return
        day = date_words(seen.observed_on, self._document.clock.today())
        self._seen_on.setText(translate("Observation", "Seen {day}").format(day=day))
        self.believed.show_rating(moment.rating)
        self.observed.show_rating(seen.observed_rating)
        above = ratings_above(seen.observed_rating, moment.rating)
        self.verdict.setText(verdict_words(above))
        self.rate_button.setVisible(above != 0 and not self._document.is_read_only)

    def _rate(self) -> None:
        document = self._document
        seen = latest_rated(document.store, self._moment_id)
        if seen is not None:
            clock = document.clock
            document.push(
                rate_as_seen(
                    document.store, seen.id, clock.today(), clock.new_id, document.session_id
                )
            )


def verdict_words(above: int | None) -> str:
    """How what was seen compares with what was believed, see `ratings_above`."""
    if above is None:
        return translate("Observation", "Rated by nobody yet, but somebody saw it.")
    if above < 0:
        return translate("Observation", "Customers get less than you believe.")
    if above > 0:
        return translate("Observation", "Customers get more than you believe.")
    return translate("Observation", "It is as you believe.")
