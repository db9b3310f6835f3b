"""One thing that both copies changed: both versions side by side, and a button for each choice."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.merging.three_way import Side
from motwall.ui.choices import word_button
from motwall.ui.small import Card, label
from motwall.ui.whole_text import WholeText

_GAP = 16


@dataclass(frozen=True, slots=True)
class ConflictWords:
    """What a box shows.

    Attributes:
        title: What it is about.
        mine: What this wall says, whole.
        theirs: What the other copy says, whole.
        mine_when: When this wall came to say so, or "".
        theirs_when: When the other copy came to say so, or "".
        can_keep_both: Both are texts.
    """

    title: str
    mine: str
    theirs: str
    mine_when: str
    theirs_when: str
    can_keep_both: bool


class Version(QWidget):
    """One of the two versions with its button below."""

    def __init__(self, whose: str, button: QPushButton, *others: QPushButton) -> None:
        """Say whose it is, and offer to choose it."""
        super().__init__()
        self._whose = whose
        self.head = label("", "label", is_wrapped=True)
        self.words = WholeText()
        row = QHBoxLayout()
        row.setSpacing(6)
        for one in (button, *others):
            row.addWidget(one)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.head)
        column.addWidget(self.words, 1)
        column.addSpacing(4)
        column.addLayout(row)

    def show_words(self, words: str, when: str) -> None:
        """Show a version and when it was made."""
        self.head.setText(f"{self._whose} \N{MIDDLE DOT} {when}" if when else self._whose)
        self.words.set_text(words)


class ConflictBox(Card):
    """Two versions of one thing."""

    #: A side was chosen. Carries the Side.
    chosen = Signal(object)

    def __init__(self) -> None:
        """Be about nothing yet."""
        super().__init__()
        self.title: QLabel = label("", "strong", is_wrapped=True)
        self.buttons = {
            Side.MINE: word_button(translate("Merge", "Keep mine"), "chip"),
            Side.THEIRS: word_button(translate("Merge", "Take theirs"), "chip"),
            Side.BOTH: word_button(translate("Merge", "Keep both"), "chip"),
        }
        for side, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, one=side: self.chosen.emit(one))
        mine, theirs, both = self.buttons.values()
        self.mine = Version(translate("Merge", "This wall"), mine)
        self.theirs = Version(translate("Merge", "The other copy"), theirs, both)
        sides = QHBoxLayout()
        sides.setSpacing(_GAP)
        sides.addWidget(self.mine, 1)
        sides.addWidget(self.theirs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(sides)

    def show_words(self, words: ConflictWords) -> None:
        """Be about this."""
        self.title.setText(words.title)
        self.mine.show_words(words.mine, words.mine_when)
        self.theirs.show_words(words.theirs, words.theirs_when)
        self.buttons[Side.BOTH].setVisible(words.can_keep_both)
        for button in self.buttons.values():
            about = translate("Merge", "{choice}: {thing}")
            button.setAccessibleName(about.format(choice=button.text(), thing=words.title))

    def show_choice(self, side: Side | None) -> None:
        """Mark what is chosen."""
        for one, button in self.buttons.items():
            button.setChecked(one is side)
