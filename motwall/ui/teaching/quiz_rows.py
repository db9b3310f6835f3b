"""The reasons of the quiz below each other: words, bar, less and more, and how far off it was."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from motwall.i18n import translate
from motwall.model.quiz import HUNDRED
from motwall.ui.small import IconButton, label
from motwall.ui.teaching.quiz_bar import QuizBar

#: Pixels at a text scale of 1.
_GAP, _LINE_GAP, _BUTTON = 8, 4, 28
#: How words and bar share the width.
_WORDS_SHARE, _BAR_SHARE = 6, 8


class Shown(NamedTuple):
    """What a row shows.

    Attributes:
        reason: In words.
        guess: Of the team, percent.
        share: The workshop's figure, percent.
    """

    reason: str
    guess: int
    share: int


class QuizRow:
    """One reason."""

    def __init__(self, reason: str) -> None:
        """Guess nothing."""
        self.words = label(reason, "reason", is_wrapped=True)
        self.bar = QuizBar(reason)
        less = translate("Quiz", "One less: {reason}").format(reason=reason)
        more = translate("Quiz", "One more: {reason}").format(reason=reason)
        self.less = IconButton("minus", less, lambda: None, side=_BUTTON)
        self.more = IconButton("plus", more, lambda: None, side=_BUTTON)
        for button in (self.less, self.more):
            button.setProperty("kind", "boxed")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the bar's own keys do it
        self.percent = label("", "percent")
        self.figure = label("", "percent")
        self.apart = label("", "reason")
        self.apart.setIndent(_GAP)
        for one in (self.percent, self.figure):
            one.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show(self, shown: Shown, *, is_compared: bool, is_correcting: bool) -> None:
        """Show the guess, or the figure while that is corrected; or both, one below the other."""
        self.words.setText(shown.reason)
        self.bar.is_outline = is_correcting
        value = shown.share if is_correcting else shown.guess
        self.bar.show_value(value, shown.share if is_compared else None)
        self.figure.setText(translate("Quiz", "{percent} %").format(percent=shown.share))
        self.apart.setText(_apart(shown.guess - shown.share))
        self.show_percent()

    def show_percent(self) -> None:
        """Say in a number where the bar is."""
        percent = self.bar.shown
        self.percent.setText(translate("Quiz", "{percent} %").format(percent=percent))
        # Or the bars would grow and shrink while they are dragged.
        widest = translate("Quiz", "{percent} %").format(percent=HUNDRED)
        for one in (self.percent, self.figure):
            one.setMinimumWidth(one.fontMetrics().horizontalAdvance(widest) + 1)
        self.less.setEnabled(self.bar.isEnabled() and percent > 0)
        self.more.setEnabled(self.bar.isEnabled() and percent < HUNDRED)

    def set_usable(self, *, is_usable: bool) -> None:
        """Let it be changed, or not."""
        self.bar.setEnabled(is_usable)
        self.show_percent()


class QuizRows(QWidget):
    """All of them."""

    #: A bar is being dragged.
    slid = Signal()
    #: A share is wanted. Carries place and percent, and whether it was dragged there.
    wanted = Signal(int, int, bool)

    def __init__(self) -> None:
        """Have none."""
        super().__init__()
        self.rows: list[QuizRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(_LINE_GAP)
        self._grid.setColumnStretch(0, _WORDS_SHARE)
        self._grid.setColumnStretch(1, _BAR_SHARE)
        captions = (translate("Quiz", "our guess"), translate("Quiz", "the workshop"))
        self._captions = [label(one, "context") for one in captions]
        for caption, column in zip(self._captions, (3, 5), strict=True):
            caption.setAlignment(Qt.AlignmentFlag.AlignRight)
            caption.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            # Over the buttons, too: it is longer than a number.
            self._grid.addWidget(caption, 0, column - 1, 1, 2)

    @property
    def together(self) -> int:
        """What the bars come to, also while they are dragged."""
        return sum(row.bar.shown for row in self.rows)

    def show_all(
        self, shown: Sequence[Shown], *, is_revealed: bool, is_correcting: bool, is_usable: bool
    ) -> None:
        """Have a row for each."""
        while len(self.rows) < len(shown):
            self._add(shown[len(self.rows)].reason)
        for place, row in enumerate(self.rows):
            # Nothing is shown and hidden again: bars must not move away under a finger.
            is_there = place < len(shown)
            is_compared = is_there and is_revealed and not is_correcting
            for one in self._widgets(row):
                one.setVisible(is_compared if one in (row.figure, row.apart) else is_there)
            if is_there:
                row.show(shown[place], is_compared=is_compared, is_correcting=is_correcting)
                row.set_usable(is_usable=is_usable)
        for caption in self._captions:
            caption.setVisible(is_revealed and not is_correcting)

    def _add(self, reason: str) -> None:
        place, row = len(self.rows), QuizRow(reason)
        self.rows.append(row)
        for column, one in enumerate(self._widgets(row)):
            self._grid.addWidget(one, place + 1, column)
        self._grid.setRowStretch(place + 1, 1)
        row.bar.slid.connect(row.show_percent)
        row.bar.slid.connect(self.slid)
        row.bar.let_go.connect(partial(self._want, place, is_dragged=True))
        row.bar.valueChanged.connect(partial(self._want, place, is_dragged=False))
        row.less.clicked.connect(partial(self._step, place, -1))
        row.more.clicked.connect(partial(self._step, place, 1))

    @staticmethod
    def _widgets(row: QuizRow) -> list[QWidget]:
        return [row.words, row.bar, row.less, row.percent, row.more, row.figure, row.apart]

    def _step(self, place: int, way: int, _is_checked: bool = False) -> None:
        self._want(place, self.rows[place].bar.value() + way, is_dragged=False)

    def _want(self, place: int, percent: int, *, is_dragged: bool) -> None:
        self.wanted.emit(place, percent, is_dragged)


def _apart(points: int) -> str:
    """How far a guess is from the workshop's figure."""
    if not points:
        return translate("Quiz", "the same")
    if points > 0:
        return translate("Quiz", "%n too many", count=points)
    return translate("Quiz", "%n too few", count=-points)
