"""What the cover will say of the next session, and the way to say when it is."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.ui.choices import word_button
from motwall.ui.small import label


class NextDay(QWidget):
    """One line.

    Attributes:
        button: Leads to where the day is set.
    """

    #: The day is to be set.
    wanted = Signal()

    def __init__(self) -> None:
        """Know no day."""
        super().__init__()
        self._words = label("", "small", is_wrapped=True)
        self.button = word_button("", "chip")
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_day(None, date.min, is_settable=True)

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def show_day(self, day: date | None, today: date, *, is_settable: bool) -> None:
        """Show the day; None says that there is none. A wall that is only read has no button."""
        if day is None:
            said = translate("Handouts", "Next session: not set yet")
            self.button.setText(translate("Handouts", "Set it"))
        else:
            said = translate("Handouts", "Next session: {day}").format(day=date_words(day, today))
            self.button.setText(translate("Handouts", "Change"))
        self._words.setText(said)
        self.button.setVisible(is_settable)
