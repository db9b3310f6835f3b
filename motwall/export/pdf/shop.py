"""Mystery-shop sheets: one for each moment that has questions, to take along and fill in.

Who shops is asked for nowhere, and what the team believes leads nobody: it is on none of them. So
they are the same in both editions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from motwall.export.options import PdfOptions
from motwall.export.pdf.blanks import BOX, Blank, EmptyBoxes
from motwall.export.pdf.flow import TEXT, Block, FlowPage, Placed, Section, draw_flow, flow, titled
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.frame import Frame, elided, upright
from motwall.export.pdf.part import Part
from motwall.export.pdf.pieces import NAME, QUIET_BODY, SMALL, Gap, Piece, TextLine, text_lines
from motwall.export.pdf.priority import add_notes
from motwall.export.pdf.sheet import Sheet, TextStyle
from motwall.export.pdf.shop_marks import MarkRow
from motwall.export.pdf.words import DOT, place_words
from motwall.i18n import translate
from motwall.model.belongings import questions_of
from motwall.model.layout import Rect
from motwall.model.observing import to_shop
from motwall.model.records import AnswerKind, Choice, ContactType, Moment
from motwall.model.store import Store
from motwall.model.words import choice_word

_TITLE = TextStyle(Face.BOLD, 15.0, 19.0)
_SHORT = TextStyle(Face.BOLD, 11.0, 14.0)
#: Where the boxes of a question stand, of the width; how wide its number is.
_BOXES_AT, _NUMBER = 0.63, 18.0
#: Where the second of two blanks side by side begins, of the width.
_HALF = 0.4
_TIPS_APART = 18.0
_QUESTION_GAP = 9.0
#: Room for one's own questions where no moment has any.
_OWN_QUESTIONS = 6
_LONGEST_MARK = 80


def shop_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the sheets, the priorities first; without any question one for any moment."""
    title = translate("Handout", "Mystery shop")
    frame = Frame.of(store, upright(options.paper), title, options)
    pages: list[FlowPage] = []
    marks: list[tuple[int, str]] = []
    for number, moment in enumerate(to_shop(store), start=1):
        shop = _Shop(store, options, frame.body, number, moment)
        marks.append((len(pages), elided(shop.name, _LONGEST_MARK * SMALL.size / 2, SMALL)))
        pages += shop.pages()
    if not pages:
        pages = _Shop(store, options, frame.body, 1, None).pages()
    drawings = (partial(draw_flow, area=frame.body, page=page) for page in pages)
    return Part(frame, tuple(drawings), tuple(marks))


@dataclass(frozen=True, slots=True)
class _Shop:
    """The sheet of a moment; None where it is written in by hand."""

    store: Store
    options: PdfOptions
    area: Rect
    number: int
    moment: Moment | None

    @property
    def name(self) -> str:
        """Of the moment, in one line."""
        if self.moment is None:
            return translate("Handout", "Moment")
        words = self.moment.text or self.moment.prompt or translate("Handout", "No words yet")
        return " ".join(words.split())

    def pages(self) -> list[FlowPage]:
        """Head, tips, marks, questions, and notes on what is left of the last page."""
        more = DOT.join((self.name, translate("Handout", "continued")))
        again = Block((Placed(0.0, [TextLine(elided(more, self.area.width, _SHORT), _SHORT)]),))
        sections = [Section((self._head(), self._day())), self._tips(), self._marks()]
        pages = flow([*sections, self._questions()], self.area.height, again)
        add_notes(pages[-1], self.area, translate("Handout", "NOTES"), self._field("notes"))
        return pages

    def _field(self, name: str) -> str:
        return f"shop-{self.number}-{name}" if self.options.is_fillable else ""

    def _head(self) -> Block:
        width = self.area.width
        if self.moment is None:
            asked = translate("Handout", "Which moment is it about?")
            blank = Blank(width, 1, self._field("moment"), asked)
            return Block((Placed(0.0, [TextLine(asked, NAME), blank]),))
        name = self.moment.text or self.moment.prompt or translate("Handout", "No words yet")
        kind = self.store.find(ContactType, self.moment.contact_type_id)
        place = place_words(self.store)[self.moment.step_id]
        about = DOT.join(one for one in (*((kind.code, kind.name) if kind else ()), place) if one)
        lines: list[Piece] = [*text_lines(name, width, _TITLE), Gap(3.0)]
        return Block((Placed(0.0, [*lines, *text_lines(about, width, QUIET_BODY)]),))

    def _day(self) -> Block:
        """When and where; nobody's name."""
        half = _HALF * self.area.width
        asked = (translate("Handout", "Date and time"), translate("Handout", "Place"))
        widths = (half - _TIPS_APART, self.area.width - half)
        cells = (
            Placed(x, [TextLine(words, SMALL), Blank(width, 1, self._field(name), words)])
            for x, width, words, name in zip(
                (0.0, half), widths, asked, ("day", "place"), strict=True
            )
        )
        return Block(tuple(cells), gap=10.0)

    def _tips(self) -> Section:
        """How to shop, in two columns."""
        width = (self.area.width - _TIPS_APART) / 2
        tips = _tips()
        half = (len(tips) + 1) // 2
        cells = [
            Placed(x, _bullets(some, width))
            for x, some in ((0.0, tips[:half]), (width + _TIPS_APART, tips[half:]))
        ]
        return titled(translate("Handout", "BEFORE YOU GO"), self.area.width, [Block(tuple(cells))])

    def _marks(self) -> Section:
        """Attitude, knowledge, approach, and all of it together."""
        rows = [
            Block((Placed(0.0, [MarkRow(words, meaning, self._field(name), self.area.width)]),))
            for name, words, meaning in _mark_words()
        ]
        title = translate("Handout", "RING ONE FACE IN EACH LINE")
        return titled(title, self.area.width, rows)

    def _questions(self) -> Section:
        asked = questions_of(self.store, self.moment.id) if self.moment else []
        blocks = [
            self._question(place, one.text, one.kind) for place, one in enumerate(asked, start=1)
        ]
        if not asked:
            numbers = range(1, _OWN_QUESTIONS + 1)
            blocks = [self._question(place, "", AnswerKind.YES_NO) for place in numbers]
        return titled(translate("Handout", "QUESTIONS"), self.area.width, blocks)

    def _question(self, place: int, text: str, kind: AnswerKind) -> Block:
        """A question, its boxes beside it, and a line below it; two lines for words."""
        width = self.area.width
        is_ticked = kind is AnswerKind.YES_NO
        room = (_BOXES_AT if is_ticked else 1.0) * width - _NUMBER - _TIPS_APART * is_ticked
        tip = translate("Handout", "Question {0}").format(place)
        field = self._field(f"question-{place}")
        words: list[Piece] = [*text_lines(text, room, TEXT)]
        if not words:
            words = [Blank(room, 1, f"{field}-asked" if field else "", tip)]
        lines = Blank(width - _NUMBER, 1 if is_ticked else 2, field, tip)
        cells = [Placed(0.0, [TextLine(f"{place}.", TEXT)]), Placed(_NUMBER, words)]
        if is_ticked:
            choices = tuple(choice_word(one) for one in Choice)
            boxes = EmptyBoxes(choices, TEXT, f"{field}-box" if field else "")
            cells.append(Placed(_BOXES_AT * width, [boxes]))
        # Last, though it is below the words: that is where Tab goes last.
        cells.append(Placed(_NUMBER, [*(Gap(one.height) for one in words), lines]))
        return Block(tuple(cells), gap=_QUESTION_GAP)


def _bullets(tips: Sequence[str], width: float) -> list[Piece]:
    """Each tip after a dot."""
    cell: list[Piece] = []
    for tip in tips:
        first, *others = text_lines(tip, width, QUIET_BODY, BOX)
        cell += [_Dotted(first), *others, Gap(2.0)]
    return cell


@dataclass(frozen=True, slots=True)
class _Dotted:
    """A line with a dot before it."""

    line: TextLine

    @property
    def height(self) -> float:
        """Of the line."""
        return self.line.height

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        sheet.disc(x + 1.6, y + self.height * 0.55, 1.3, self.line.style.colour)
        self.line.draw(sheet, x, y)


def _tips() -> tuple[str, ...]:
    return (
        translate("Handout", "Go as any customer would, with a real errand."),
        translate("Handout", "Read the questions first; keep this sheet out of sight."),
        translate("Handout", "Do nothing to make it go better or worse."),
        translate("Handout", "Fill it in within the hour: what happened, how it felt."),
        translate("Handout", "Write what you saw and heard; don't know is an answer."),
        translate("Handout", "No names, yours or theirs: it is about the moment."),
    )


def _mark_words() -> tuple[tuple[str, str, str], ...]:
    """The name of the field, the mark, and what to ask oneself."""
    return (
        (
            "attitude",
            translate("Observation", "Attitude"),
            translate("Handout", "Were you welcome?"),
        ),
        (
            "knowledge",
            translate("Observation", "Knowledge"),
            translate("Handout", "Did they know what you needed to know?"),
        ),
        (
            "approach",
            translate("Observation", "Approach"),
            translate("Handout", "Was it done well, and did it fit you?"),
        ),
        (
            "whole",
            translate("Handout", "As a whole"),
            translate("Handout", "Compared with what you expected?"),
        ),
    )
