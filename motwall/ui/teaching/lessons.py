"""The pages of what is taught at the beginning, in their order."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.records import Rating
from motwall.model.words import rating_definition
from motwall.model.worked_example import worked_example
from motwall.model.workshop import Definition, Workshop
from motwall.paint.faces import draw_face
from motwall.ui.small import hairline, label
from motwall.ui.teaching.blanks import DefinitionText
from motwall.ui.teaching.example_wall import ExampleWall
from motwall.ui.theme import current_tokens

#: Of a face beside the words it belongs to, in sizes of their font.
_FACE = 1.15
_GAP = 16


class Lesson(NamedTuple):
    """A page.

    Attributes:
        title: Above it.
        content: The rest.
        definition: The words with blanks on it, if it has some.
        above: The room above these, so that everybody reaches them.
    """

    title: str
    content: QWidget
    definition: DefinitionText | None = None
    above: QWidget | None = None


def lessons(workshop: Workshop) -> list[Lesson]:
    """All of them, the worked example last: what others do is easier to see than what we do."""
    made = [
        Lesson(translate("Teach", "Why we do this"), _why(workshop)),
        Lesson(translate("Teach", "What is a moment of truth?"), _told(workshop.moment_of_truth)),
    ]
    made += [_defined(one) for one in workshop.definitions]
    made.append(Lesson(workshop.two_things.title, _decided(workshop.two_things.things)))
    made += [Lesson(one.title, _told([one.text])) for one in workshop.examples]
    example = workshop.worked_example
    made.append(Lesson(example.title, _asked(example.prompts)))
    return made


def _column() -> tuple[QWidget, QVBoxLayout]:
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, _GAP, 0, 0)
    column.setSpacing(_GAP)
    return content, column


def _told(lines: Sequence[str]) -> QWidget:
    """Paragraphs."""
    content, column = _column()
    for line in lines:
        column.addWidget(label(line, "taught", is_wrapped=True))
    column.addStretch(1)
    return content


def _why(workshop: Workshop) -> QWidget:
    """What it brings, what to stop and what to start."""
    content, column = _column()
    why = workshop.why
    column.addWidget(label(why.promise, "taught", is_wrapped=True))
    column.addSpacing(_GAP)
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * _GAP)
    grid.setVerticalSpacing(_GAP)
    stop = translate("Teach", "Stop assuming")
    start = translate("Teach", "Start improving")
    _add_pair(grid, 0, _mark(stop), label(why.stop, "taught", is_wrapped=True))
    grid.addWidget(hairline(), 1, 0, 1, 2)
    _add_pair(grid, 2, _mark(start), label(why.start, "taught", is_wrapped=True))
    column.addLayout(grid)
    column.addStretch(1)
    return content


def _defined(definition: Definition) -> Lesson:
    content, column = _column()
    words, above = DefinitionText(definition), QWidget()
    column.setSpacing(0)
    column.addWidget(above)
    column.addWidget(words)
    column.addStretch(1)
    return Lesson(definition.term, content, words, above)


def _decided(things: Sequence[str]) -> QWidget:
    """What decides, and what each face says."""
    content, column = _column()
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * _GAP)
    grid.setVerticalSpacing(_GAP)
    for place, thing in enumerate(things):
        _add_pair(grid, place, _mark(str(place + 1)), label(thing, "taught", is_wrapped=True))
    column.addLayout(grid)
    column.addSpacing(_GAP)
    column.addWidget(hairline())
    column.addSpacing(_GAP)
    for rating in (Rating.MISERABLE, Rating.NEUTRAL, Rating.MAGICAL):
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        row.addWidget(_Face(rating))
        row.addWidget(label(rating_definition(rating), "taught", is_wrapped=True), 1)
        column.addLayout(row)
    column.addStretch(1)
    return content


def _asked(prompts: Sequence[str]) -> QWidget:
    """The wall of the example, and what to talk about below it."""
    content, column = _column()
    column.addWidget(ExampleWall(worked_example()), 1)
    row = QHBoxLayout()
    row.setSpacing(2 * _GAP)
    for prompt in prompts:
        words = label(prompt, "taughtshort", is_wrapped=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
    column.addLayout(row)
    column.addSpacing(_GAP)
    return content


def _add_pair(grid: QGridLayout, row: int, mark: QLabel, words: QLabel) -> None:
    top = Qt.AlignmentFlag.AlignTop
    words.setAlignment(top)
    grid.addWidget(mark, row, 0, top)
    grid.addWidget(words, row, 1)
    grid.setColumnStretch(1, 1)


def _mark(words: str) -> QLabel:
    return label(words, "taughtmark")


class _Face(QWidget):
    """A face; the words beside it name it."""

    def __init__(self, rating: Rating) -> None:
        super().__init__()
        self._rating = rating
        self.setObjectName("taughtFace")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        side = round(_FACE * self.font().pixelSize())
        return QSize(side, side)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self.height()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            centre = QPointF(side / 2, side / 2)
            draw_face(painter, self._rating, centre, side - 2.0, hairline=current_tokens().is_dark)
