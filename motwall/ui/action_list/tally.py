"""Where the actions of the wall lead: from which face to which, and how many."""

from collections import Counter

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from motwall.i18n import translate
from motwall.model.records import Rating
from motwall.ui.panel.faces import FacesLabel
from motwall.ui.small import label


class TallyStrip(QWidget):
    """A pair of faces and a number for each move that is meant; dropped actions do not count."""

    def __init__(self) -> None:
        """Have nothing to show."""
        super().__init__()
        self._entries: dict[tuple[Rating, Rating], tuple[FacesLabel, QLabel]] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(label(translate("Actions", "They lead"), "small"))
        self._row.addStretch(1)
        self.hide()

    @property
    def counts(self) -> dict[tuple[Rating, Rating], str]:
        """The numbers that are shown."""
        return {key: one[1].text() for key, one in self._entries.items() if not one[1].isHidden()}

    def show_tally(self, tally: Counter[tuple[Rating, Rating]]) -> None:
        """Show how many lead where."""
        for pair in sorted(tally, key=_order):
            if pair not in self._entries:
                self._entries[pair] = self._add(pair)
        for pair, (faces, count) in self._entries.items():
            count.setText(str(tally[pair]))
            for widget in (faces, count):
                widget.setVisible(tally[pair] > 0)
        self.setVisible(bool(tally))

    def _add(self, pair: tuple[Rating, Rating]) -> tuple[FacesLabel, QLabel]:
        faces, count = FacesLabel(), label("", "strong")
        faces.show_ratings(*pair)
        count.setContentsMargins(0, 0, 12, 0)
        for widget in (faces, count):
            self._row.insertWidget(self._row.count() - 1, widget)
        return faces, count


def _order(pair: tuple[Rating, Rating]) -> tuple[int, int]:
    ranks = list(Rating)
    return ranks.index(pair[0]), ranks.index(pair[1])
