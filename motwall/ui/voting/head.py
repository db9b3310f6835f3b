"""What the whole room reads of a vote: whose turn it is, and what is left of the dots."""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.records import Moment
from motwall.paint.colours import NO_BRUSH, NO_PEN, colour
from motwall.ui.theme import BODY, current_tokens

#: Pixels at a text scale of 1, and the least share of the window's height: read by everybody.
_SIDE, _SHARE, _GAP = 26, 0.05, 0.35
#: More are a number beside one dot.
_MOST = 8
_LINE = 0.1
#: A note's words in the title; more would leave no room for anything else, characters.
_MOST_WORDS = 90


class DotsLeft(QWidget):
    """The dots a person has left are full, those given are rings."""

    def __init__(self) -> None:
        """Show none."""
        super().__init__()
        self._left = self._budget = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_dots(self, left: int, budget: int) -> None:
        """Show how many of a budget are left."""
        self._left, self._budget = left, budget
        self.setAccessibleName(translate("Vote", "%n dot(s) left", count=left))
        self.updateGeometry()
        self.update()

    @property
    def _side(self) -> float:
        return max(_SIDE * self.font().pixelSize() / BODY, _SHARE * self.window().height())

    def _number_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(round(self._side))
        font.setWeight(QFont.Weight.Bold)
        return font

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        side = self._side
        shown = self._budget if self._budget <= _MOST else 1
        width = shown * side + (shown - 1) * side * _GAP
        if self._budget > _MOST:
            width += side * _GAP
            width += QFontMetrics(self._number_font()).horizontalAdvance(str(self._budget))
        return QSize(round(width + 2), round(side + 2))

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        side, tokens = self._side, current_tokens()
        ink = colour(tokens.accent_text)
        shown = self._budget if self._budget <= _MOST else 1
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number in range(shown):
                is_left = number < self._left
                painter.setPen(NO_PEN if is_left else QPen(ink, side * _LINE))
                painter.setBrush(ink if is_left else NO_BRUSH)
                radius = side / 2 if is_left else side * (1 - _LINE) / 2
                centre = QPointF(1 + side / 2 + number * side * (1 + _GAP), self.height() / 2)
                painter.drawEllipse(centre, radius, radius)
            if self._budget > _MOST:
                painter.setFont(self._number_font())
                painter.setPen(colour(tokens.text))
                metrics = painter.fontMetrics()
                base = (self.height() + metrics.capHeight()) / 2
                painter.drawText(QPointF(1 + side * (1 + _GAP), base), str(self._left))


def turn_words(person: int, people: int, left: int) -> str:
    """Whose turn it is, and when it is over."""
    if people == 1:
        return translate("Vote", "Your dots")
    words = translate("Vote", "Person {number} of {people}")
    if not left and person < people:
        words = translate("Vote", "Person {number} of {people}: pass it on")
    return words.format(number=person, people=people)


def what_to_do(left: int, too_many: int) -> str:
    """What a person does now."""
    if too_many:
        return translate("Vote", "%n dot(s) too many now: take back as many.", count=too_many)
    if left:
        return translate("Vote", "Tap a note to give it a dot; tap minus to take it back.")
    return translate("Vote", "All dots are given. Tap minus to take one back.")


def on_words(person: int, people: int, left: int) -> str:
    """What the way on says: who keeps dots back reads it there."""
    if people == 1:
        words = translate("Vote", "Show the result")
    elif person < people:
        words = translate("Vote", "Next person")
    else:
        words = translate("Vote", "All have voted")
    if not left:
        return words
    kept = translate("Vote", "%n dot(s) left", count=left)
    return translate("Vote", "{way}, {kept}").format(way=words, kept=kept)


def before_words() -> str:
    """What the way back says."""
    return translate("Vote", "Person before")


def hiding_words() -> str:
    """What of dots is seen, and when: on a large screen they are seen while they are given."""
    return translate(
        "Vote", "Dots are hidden as soon as they are passed on; the sum shows when you show it."
    )


def waiting_words() -> str:
    """After the last person, in the middle of the card."""
    return translate("Vote", "Everybody looks up? Then show the result.")


def all_given_words(given: int, dots: int) -> str:
    """How many dots are on the notes, of how many there were.

    Args:
        given: By all of them.
        dots: That there were to give.
    """
    if given < dots:
        words = translate("Vote", "{given} of {dots} dots are given.")
    else:
        words = translate("Vote", "All {dots} dots are given.")
    return words.format(given=given, dots=dots)


def note_words(moment: Moment) -> str:
    """What stands on a note, in one line."""
    words = " ".join((moment.text or moment.prompt).split())
    return words or translate("Vote", "A note without words")


def hands_words(moment: Moment) -> str:
    """What everybody puts a hand up for, or not."""
    words = note_words(moment)
    if len(words) > _MOST_WORDS:
        words = words[:_MOST_WORDS].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    return translate("Vote", "Hands up for \u201c{note}\u201d").format(note=words)


def counting_words(place: int, count: int) -> str:
    """Which note of how many it is, and what to do."""
    said = translate("Vote", "Note {number} of {count}. Count the hands with plus and minus.")
    return said.format(number=place, count=count)


def tie_words(tied: int, free: int, place: int) -> str:
    """That some share a place and not all of them fit in.

    Args:
        tied: How many share it.
        free: How many of them there is room for.
        place: Theirs, from 1.
    """
    places = [
        translate("Vote", "first"),
        translate("Vote", "second"),
        translate("Vote", "third"),
        translate("Vote", "fourth"),
        translate("Vote", "fifth"),
    ]
    shared = translate("Vote", "%n moments share the {place} place", count=tied)
    choose = translate("Vote", "choose %n of them by hand", count=free)
    return f"{shared.format(place=places[place - 1])}: {choose}."
