"""A band across the window that asks something and waits: it covers nothing and holds up nobody."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from motwall.ui.choices import word_button
from motwall.ui.small import label
from motwall.ui.theme import restyle

#: Inside the band, pixels.
_LEFT, _ABOVE, _RIGHT = 20, 8, 16


class Answer(NamedTuple):
    """A button.

    Attributes:
        name: For code and tests.
        words: For people.
        act: What it does.
        is_main: It is the likeliest one.
    """

    name: str
    words: str
    act: Callable[[], object]
    is_main: bool = False


class NoticeBand(QFrame):
    """Words and the answers to them.

    Attributes:
        buttons: By the names of the answers.
    """

    def __init__(self) -> None:
        """Be hidden until there is something to ask."""
        super().__init__()
        self.setObjectName("noticeBand")
        self.buttons: dict[str, QPushButton] = {}
        self._answers: tuple[Answer, ...] = ()
        self._words = label("", "rule", is_wrapped=True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_LEFT, _ABOVE, _RIGHT, _ABOVE)
        self._row.setSpacing(8)
        self._row.addWidget(self._words, 1)
        self.hide()

    def fit_into_line(self, *, is_in_line: bool) -> None:
        """Be as low as the line it is a part of, or stand on its own."""
        above = 0 if is_in_line else _ABOVE
        self._row.setContentsMargins(_LEFT, above, _RIGHT, above)
        restyle(self._words, "role", "strong" if is_in_line else "rule")

    @property
    def text(self) -> str:
        """What it says; "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def ask(self, words: str, answers: Sequence[Answer]) -> None:
        """Ask something; buttons that stay the same stay where they are, under the finger."""
        self._words.setText(words)
        shown = [(one.name, one.words) for one in self._answers]
        self._answers = tuple(answers)
        if shown != [(one.name, one.words) for one in answers]:
            self._replace_buttons()
        self.show()

    def _replace_buttons(self) -> None:
        for button in self.buttons.values():
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for one in self._answers:
            button = word_button(one.words, "primary" if one.is_main else "")
            button.clicked.connect(lambda _is_checked=False, name=one.name: self._answer(name))
            self._row.addWidget(button)
            self.buttons[one.name] = button

    def _answer(self, name: str) -> None:
        for one in self._answers:
            if one.name == name:
                one.act()
                return
