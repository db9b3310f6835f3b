"""Beneath the field: was that said before? One key or a tap counts it, and nothing is added."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.near_match import MOST_MATCHES, NearMatch
from motwall.ui.choices import word_button
from motwall.ui.small import label

#: Of a note's words on a button, characters.
_MOST_WORDS = 36


class MatchRow(QWidget):
    """The notes that may mean the same, each a button; while there is none, what the keys do.

    Attributes:
        tells_keys: Those who type have a keyboard.
    """

    #: A note was chosen: the same moment. Carries its id.
    chosen = Signal(str)

    def __init__(self) -> None:
        """Show no match."""
        super().__init__()
        self.tells_keys = True
        self._matches: tuple[NearMatch, ...] = ()
        self.lead = label("", "quiet")
        self.keys = label(translate("Scribe", "Ctrl+Enter: the same moment, one more"), "quiet")
        self.buttons = [word_button("", "chip") for _ in range(MOST_MATCHES)]
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.lead)
        for place, button in enumerate(self.buttons):
            button.clicked.connect(partial(self._on_clicked, place))
            # What lies below does not jump while one types.
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(place == 0)
            button.setSizePolicy(policy)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.keys)
        self.show_matches((), "")

    @property
    def first(self) -> str:
        """The note that Ctrl+Enter counts on, "" for none."""
        return self._matches[0].moment_id if self._matches else ""

    def show_matches(self, matches: Sequence[NearMatch], otherwise: str) -> None:
        """Offer notes, or say something else while there is none."""
        self._matches = tuple(matches)
        words = translate("Scribe", "The same moment?") if matches else otherwise
        self.lead.setText(words)
        self.keys.setVisible(bool(matches) and self.tells_keys)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(matches))
            if place < len(matches):
                text = " ".join(matches[place].text.split())
                button.setText(_short(text).replace("&", "&&"))
                button.setAccessibleName(text)
        self._fit()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many as there is room for: the likeliest stays in any case."""
        gap = self._row.spacing()
        keys = self.keys.sizeHint().width() if self.tells_keys else 0
        room = self.width() - self.lead.sizeHint().width() - keys - 2 * gap
        for place, button in enumerate(self.buttons[: len(self._matches)]):
            room -= button.sizeHint().width() + gap
            button.setVisible(not place or room >= 0)

    def _on_clicked(self, place: int, _is_checked: bool = False) -> None:
        if place < len(self._matches):
            self.chosen.emit(self._matches[place].moment_id)


def _short(text: str) -> str:
    return text if len(text) <= _MOST_WORDS else f"{text[:_MOST_WORDS]}\N{HORIZONTAL ELLIPSIS}"
