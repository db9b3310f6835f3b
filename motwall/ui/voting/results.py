"""What a vote has shown: the most wanted first, and where a place is shared."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.priorities import FEWEST, MOST
from motwall.model.records import ContactType, Moment
from motwall.model.store import Store
from motwall.model.voting import chosen, tally, tied
from motwall.paint.colours import NO_PEN, colour
from motwall.ui.choices import word_button
from motwall.ui.moment_card import scrolling
from motwall.ui.small import label, widest_number
from motwall.ui.swatches import SWATCH, swatch
from motwall.ui.theme import BODY, current_tokens, mixed, restyle
from motwall.ui.voting.head import note_words
from motwall.ui.voting.steppers import Switch

_WORDS_SHARE, _BAR_SHARE = 5, 6
#: Pixels at a text scale of 1; the least of a bar, and how strongly those that are not chosen show.
_BAR, _RADIUS, _LEAST = 20, 4, 6
_PALE = 0.4
#: A line in large words needs so much, px at a text scale of 1.
_LARGE_LINE = 52
#: How the words of a line are shown: chosen or not; larger where there is room for it.
_ROLES, _LARGE_ROLES = ("question", "recall"), ("moment", "question")
_DIGITS = 3


class Result(NamedTuple):
    """A line of the result.

    Attributes:
        moment_id: Of the moment.
        words: On its note.
        contact_type: Its colour.
        place: From 1; equals share the first of theirs.
        dots: How often it was wanted.
        share: Of the most wanted, 0 to 1.
        is_chosen: It would be a priority.
        is_tied: The room chooses it by hand, or not.
    """

    moment_id: str
    words: str
    contact_type: ContactType | None
    place: int
    dots: int
    share: float
    is_chosen: bool
    is_tied: bool


def results_of(store: Store, round_id: str, picked: Sequence[str], most: int) -> list[Result]:
    """The lines of a round's result; `picked` are the ids chosen by hand, `most` how many win."""
    counted = tally(store, round_id)
    kept = {one.id for one in chosen(store, round_id, picked, most)}
    even = {one.id for one in tied(store, round_id, most)}
    found = []
    place = 0
    for number, one in enumerate(counted, start=1):
        if number == 1 or one.dots != counted[number - 2].dots:
            place = number
        moment = store.get(Moment, one.moment_id)
        found.append(
            Result(
                moment_id=moment.id,
                words=note_words(moment),
                contact_type=store.find(ContactType, moment.contact_type_id),
                place=place,
                dots=one.dots,
                share=one.dots / counted[0].dots,
                is_chosen=moment.id in kept,
                is_tied=moment.id in even,
            )
        )
    return found


class ResultsPage(QWidget):
    """All that anybody wanted, with a bar each."""

    #: One of those that share a place was chosen by hand, or not any more. Carries the id.
    picked = Signal(str)
    #: So many are to be the priorities. Carries the number.
    number_chosen = Signal(int)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self.lines: list[ResultLine] = []
        self._count = 0
        content = QWidget()
        self._rows = QVBoxLayout(content)
        self._rows.setContentsMargins(0, 4, 12, 4)
        self._rows.setSpacing(12)
        self._rows.addStretch(1)
        self.nothing = label(
            translate("Vote", "Nobody has given anything yet."), "hint", is_wrapped=True
        )
        self.area = scrolling(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.nothing)
        column.addWidget(self.area, 1)
        column.addWidget(self._make_numbers())

    def _make_numbers(self) -> QWidget:
        """How many become priorities: below, where everybody reaches it."""
        self.numbers = Switch([str(one) for one in range(FEWEST, MOST + 1)])
        self.numbers.chosen.connect(lambda place: self.number_chosen.emit(FEWEST + place))
        self._number_row = QWidget()
        row = QHBoxLayout(self._number_row)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        row.addWidget(label(translate("Vote", "How many become priorities"), "question"))
        row.addWidget(self.numbers, 1)
        return self._number_row

    def show_numbers(self, offered: Sequence[int], number: int, *, is_usable: bool) -> None:
        """Offer how many may be chosen; nothing where there is no choice."""
        self._number_row.setVisible(bool(offered))
        self.numbers.show_chosen(number - FEWEST)
        for one, button in enumerate(self.numbers.buttons, start=FEWEST):
            button.setVisible(one in offered)
            button.setEnabled(is_usable)
            words = translate("Vote", "%n priorit(y|ies)", count=one)
            button.setAccessibleName(words)

    def show_results(self, results: Sequence[Result], *, is_usable: bool) -> None:
        """Show lines, the most wanted first."""
        self.nothing.setVisible(not results)
        has_ties = any(one.is_tied for one in results)
        self._count = len(results)
        roles = self._roles
        while len(self.lines) < len(results):
            line = ResultLine()
            line.picked.connect(self.picked)
            self._rows.insertWidget(len(self.lines), line)
            self.lines.append(line)
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(results))
            if place < len(results):
                line.show_result(results[place], has_ties=has_ties, is_usable=is_usable)
                line.show_large(roles)

    @property
    def _roles(self) -> tuple[str, str]:
        line = _LARGE_LINE * self.font().pixelSize() / BODY
        return _LARGE_ROLES if self._count * line <= self.area.height() else _ROLES

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roles = self._roles
        for line in self.lines[: self._count]:
            line.show_large(roles)


class ResultLine(QWidget):
    """Place, note, bar, number; and where a place is shared, a button to choose it."""

    #: The button was pressed. Carries the moment's id.
    picked = Signal(str)

    def __init__(self) -> None:
        """Show nothing yet."""
        super().__init__()
        self._id = ""
        self._is_chosen = False
        self.place = label("", "question")
        self.colour = label("", "")
        self.words = label("", "question", is_wrapped=True)
        self.bar = Bar()
        self.dots = label("", "count")
        self.pick = word_button(translate("Vote", "This one"), "")
        self.pick.setCheckable(True)
        self.pick.clicked.connect(lambda _checked=False: self.picked.emit(self._id))
        policy = self.pick.sizePolicy()
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.place)
        row.addWidget(self.colour)
        row.addWidget(self.words, _WORDS_SHARE)
        row.addWidget(self.bar, _BAR_SHARE)
        row.addWidget(self.dots)
        row.addWidget(self.pick)
        self._policy = policy

    def show_result(self, result: Result, *, has_ties: bool, is_usable: bool) -> None:
        """Turn to a line of the result; all keep room for the button if any line has it."""
        self._id = result.moment_id
        self.place.setText(str(result.place))
        self.place.setFixedWidth(widest_number(self.place.fontMetrics(), 2))
        self.words.setText(result.words)
        self._is_chosen = result.is_chosen
        self._show_colour(result.contact_type)
        self.bar.show_share(result.share, is_chosen=result.is_chosen)
        self.dots.setText(str(result.dots))
        self.dots.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.dots.setFixedWidth(widest_number(self.dots.fontMetrics(), _DIGITS))
        self._policy.setRetainSizeWhenHidden(has_ties)
        self.pick.setSizePolicy(self._policy)
        self.pick.setVisible(result.is_tied)
        self.pick.setChecked(result.is_chosen)
        self.pick.setEnabled(is_usable)
        self.pick.setAccessibleName(f"{self.pick.text()}: {result.words}")

    def show_large(self, roles: tuple[str, str]) -> None:
        """Show the words as the style sheet knows the one or the other role."""
        restyle(self.words, "role", roles[0] if self._is_chosen else roles[1])

    def _show_colour(self, contact_type: ContactType | None) -> None:
        size = SWATCH * (self.font().pixelSize() / BODY)
        self.colour.setFixedSize(size)
        if contact_type is None:
            self.colour.setPixmap(QPixmap())
        else:
            image = swatch(contact_type, size, self.devicePixelRatioF())
            self.colour.setPixmap(QPixmap.fromImage(image))


class Bar(QWidget):
    """A bar as long as its share."""

    def __init__(self) -> None:
        """Be empty."""
        super().__init__()
        self._share = 0.0
        self._is_chosen = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, *, is_chosen: bool) -> None:
        """Show a share, 0 to 1."""
        self._share, self._is_chosen = share, is_chosen
        self.update()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(0, round(_BAR * self.font().pixelSize() / BODY))

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = current_tokens()
        scale = self.font().pixelSize() / BODY
        width = max(_LEAST * scale, self.width() * self._share)
        pale = mixed(tokens.quiet, tokens.bar, _PALE)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(NO_PEN)
            painter.setBrush(colour(tokens.accent_text if self._is_chosen else pale))
            bar = QRectF(0.0, 0.0, width, self.height())
            painter.drawRoundedRect(bar, _RADIUS * scale, _RADIUS * scale)
