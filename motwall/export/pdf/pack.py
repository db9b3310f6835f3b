"""The participants' pack: rules and steps, blanks to fill in, room to write; never any result."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from motwall.export.options import PdfOptions
from motwall.export.pdf.blanks import PITCH, RULING, Area, Blank, OpenFaces
from motwall.export.pdf.flow import Block, FlowPage, Placed, Section, draw_flow, flow, titled
from motwall.export.pdf.fonts import Face, unit_width
from motwall.export.pdf.frame import Frame, upright
from motwall.export.pdf.notes_space import with_notes
from motwall.export.pdf.part import Part
from motwall.export.pdf.pieces import BODY, NAME, SMALL, Gap, Piece, TextLine, text_lines
from motwall.export.pdf.sheet import INK, Pen, Sheet, TextStyle
from motwall.export.pdf.staff_sections import FaceWords
from motwall.export.pdf.table import (
    HEAD_HEIGHT,
    PADDING,
    Column,
    PlacedRow,
    Row,
    draw_table,
)
from motwall.export.pdf.words import form_headings
from motwall.i18n import translate
from motwall.model.layout import Rect
from motwall.model.phases import Phase
from motwall.model.records import Rating
from motwall.model.store import Store
from motwall.model.textfit import wrap_text
from motwall.model.words import rating_meaning, rating_word
from motwall.model.workshop import Definition, Quiz, Workshop, load

_TEXT = TextStyle(Face.REGULAR, 10.0, 14.0)
_SENTENCE = TextStyle(Face.REGULAR, 10.0, 20.0)
_LETTER = TextStyle(Face.SEMIBOLD, 9.5, 12.5)
_NUMBER = TextStyle(Face.BOLD, 10.0, 14.0)
_NOTE, _NOTE_INDENT, _NUMBER_INDENT = 17.0, 30.0, 16.0
#: A blank in a sentence: wide enough for a word in handwriting, and no hint of how long it is.
_BLANK_WIDTH, _FIELD_HEIGHT = 84.0, 15.0
#: Stands for a blank while lines are broken; never drawn.
_TOKEN = "\ue000"
_SHARE_WIDTH, _SHARE_AT = 34.0, 0.62
#: Has words stand on one line with what is written beside them.
_LEVEL = 7.0
#: Of the form: where its columns start, as shares of the width, and how high a row is, at least.
_STARTS = (0.0, 0.215, 0.445, 0.675, 0.79)
_RANKING = 3
_ROW = 82.0
_FACES = 9.5


def pack_part(store: Store, options: PdfOptions) -> Part:
    """Lay out the pack; it is the same for every wall and in every edition."""
    title = translate("Handout", "Participant pack")
    frame = Frame.of(store, upright(options.paper), title, options)
    body, workshop = frame.body, load()
    writer = _Writer(workshop, body, is_fillable=options.is_fillable)
    opening = writer.with_notes(
        flow(writer.opening(), body.height),
        "remembered",
        translate("Handout", "A MOMENT I STILL REMEMBER"),
    )
    cards = writer.with_notes(
        flow(writer.cards(), body.height), "learned", translate("Handout", "WHAT I LEARNED")
    )
    drawings = [partial(_draw, body, page) for page in (*opening, *cards)]
    form, notes = len(drawings), len(drawings) + 1
    is_fillable = options.is_fillable
    marks = (
        (0, translate("Handout", "Rules and steps")),
        (len(opening), translate("Handout", "Words and quiz")),
        (form, translate("Handout", "My moments")),
        (notes, translate("Handout", "Notes")),
    )
    form_page = partial(_draw_form, body, is_fillable)
    return Part(frame, (*drawings, form_page, partial(_draw_notes, body, is_fillable)), marks)


def _draw(area: Rect, page: FlowPage, sheet: Sheet) -> None:
    draw_flow(sheet, area, page)


class _Writer:
    """Turns the workshop's words into sections of a width."""

    def __init__(self, workshop: Workshop, body: Rect, *, is_fillable: bool) -> None:
        self._workshop = workshop
        self._width, self._room = body.width, body.height
        self._is_fillable = is_fillable

    def opening(self) -> list[Section]:
        """What this is about, the rules, the steps, the three words for a moment."""
        width, workshop = self._width, self._workshop
        about: list[Piece] = []
        for line in workshop.moment_of_truth:
            about += [*text_lines(line, width, _TEXT), Gap(4.0)]
        rules = [
            _numbered(number, rule, width) for number, rule in enumerate(workshop.rules, start=1)
        ]
        return [
            titled(
                translate("Handout", "WHAT IS A MOMENT OF TRUTH?"),
                width,
                [Block((Placed(0.0, about),))],
            ),
            titled(translate("Handout", "HOUSE RULES"), width, rules),
            titled(translate("Handout", "THE FIVE STEPS"), width, [_step(p, width) for p in Phase]),
            titled(translate("Handout", "THREE WORDS FOR A MOMENT"), width, [_ratings(width)]),
        ]

    def cards(self) -> list[Section]:
        """Definitions with blanks, the quiz to guess, the sentence to finish."""
        width, workshop = self._width, self._workshop
        return [
            titled(
                translate("Handout", "WORDS TO COMPLETE"),
                width,
                [self._definition(*one) for one in enumerate(workshop.definitions)],
            ),
            self._quiz(workshop.quiz),
        ]

    def with_notes(self, pages: list[FlowPage], name: str, title: str) -> list[FlowPage]:
        """The rest of the last page ruled."""
        return with_notes(pages, self._width, self._room, title, self._field(name))

    def _field(self, name: str) -> str:
        return f"pack-{name}" if self._is_fillable else ""

    def _definition(self, place: int, one: Definition) -> Block:
        start = self._width * 0.24
        text = "".join(_TOKEN if piece.is_blank else piece.text for piece in one.pieces)
        lines = wrap_text(text, self._width - start, _SENTENCE.size, _width_with_blanks)
        pieces = [
            _BlankedLine(line, self._field(f"word-{place}-{number}"), one.term)
            for number, line in enumerate(lines)
        ]
        term: list[Piece] = [Gap(4.0), *text_lines(one.term, start - PADDING, NAME)]
        return Block((Placed(0.0, term), Placed(start, pieces)), gap=4.0)

    def _quiz(self, quiz: Quiz) -> Section:
        width, answer = self._width, self._width * _SHARE_AT
        asked: list[Piece] = [*text_lines(quiz.question, width, _TEXT), Gap(2.0)]
        blocks = [Block((Placed(0.0, asked),))]
        for place, one in enumerate(quiz.reasons):
            share = _Share(self._field(f"share-{place}"), one.text)
            words: list[Piece] = [Gap(_LEVEL), *text_lines(one.text, answer - PADDING, _TEXT)]
            blocks.append(Block((Placed(0.0, words), Placed(answer, [share]))))
        total: list[Piece] = [Gap(_LEVEL), TextLine(translate("Handout", "100 % together"), NAME)]
        blocks.append(Block((Placed(answer, total),)))
        point: list[Piece] = [Gap(8.0), TextLine(quiz.point, NAME)]
        point.append(Blank(width, 2, self._field("point"), quiz.point))
        blocks.append(Block((Placed(0.0, point),)))
        return titled(translate("Handout", "A GUESS"), width, blocks)


def _numbered(number: int, words: str, width: float) -> Block:
    lines = text_lines(words, width - _NUMBER_INDENT, _TEXT)
    return Block((Placed(0.0, [TextLine(str(number), _NUMBER)]), Placed(_NUMBER_INDENT, lines)))


def _step(phase: Phase, width: float) -> Block:
    words: list[Piece] = [
        TextLine(phase.label, NAME),
        *text_lines(phase.sentence, width - _NOTE_INDENT, BODY),
    ]
    return Block((Placed(0.0, [_LetterNote(phase.letter)]), Placed(_NOTE_INDENT, words)), gap=5.0)


def _ratings(width: float) -> Block:
    column = width / len(Rating)
    faces = (FaceWords(one, rating_word(one), f"{rating_meaning(one)}.") for one in Rating)
    return Block(tuple(Placed(place * column, [one]) for place, one in enumerate(faces)))


@dataclass(frozen=True, slots=True)
class _LetterNote:
    """The letter of a step on a small note."""

    letter: str
    height: float = _NOTE

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        width = _NOTE * 1.2
        sheet.box(Rect(x, y + 2.0, width, _NOTE), pen=Pen(INK, 0.9), radius=1.5)
        sheet.text_centred(x + width / 2, y + 2.0 + _NOTE / 2 + 3.5, self.letter, _LETTER)


@dataclass(frozen=True, slots=True)
class _BlankedLine:
    """A line of text in which blanks are ruled; `field` begins the names of their fields."""

    text: str
    field: str
    tip: str
    height: float = _SENTENCE.leading

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        baseline = y + 14.0
        first, *others = self.text.split(_TOKEN)
        sheet.text(x, baseline, first, _SENTENCE)
        x += _SENTENCE.width(first)
        for place, words in enumerate(others):
            sheet.rule(x, x + _BLANK_WIDTH, baseline + 2.5, RULING)
            if self.field:
                top = baseline + 2.0 - _FIELD_HEIGHT
                area = Rect(x, top, _BLANK_WIDTH, _FIELD_HEIGHT)
                sheet.field(area, f"{self.field}-{place}", self.tip)
            x += _BLANK_WIDTH
            sheet.text(x, baseline, words, _SENTENCE)
            x += _SENTENCE.width(words)


@dataclass(frozen=True, slots=True)
class _Share:
    """Room for a number of percent."""

    field: str
    tip: str
    height: float = PITCH

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        Blank(_SHARE_WIDTH, 1, self.field, self.tip).draw(sheet, x, y)
        sheet.text(x + _SHARE_WIDTH + 4.0, y + self.height - 2.5, "%", _TEXT)


def _width_with_blanks(text: str) -> float:
    """At size 1; a blank is as wide as it is drawn."""
    blanks = text.count(_TOKEN)
    words = unit_width(_SENTENCE.face)(text.replace(_TOKEN, ""))
    return words + blanks * _BLANK_WIDTH / _SENTENCE.size


def _draw_form(area: Rect, is_fillable: bool, sheet: Sheet) -> None:
    """The columns of the planning form with nothing in them."""
    columns = [
        Column(heading, share * area.width)
        for heading, share in zip(form_headings(), _STARTS, strict=True)
    ]
    room = area.height - HEAD_HEIGHT - PADDING
    count = int(room // _ROW)
    height = room / count
    rows = [
        PlacedRow(_form_row(area.width, height, place, is_fillable), place * height, height)
        for place in range(count)
    ]
    draw_table(sheet, area, columns, rows)


def _form_row(width: float, height: float, place: int, is_fillable: bool) -> Row:
    ends = (*_STARTS[1:], 1.0)
    cells: list[Sequence[Piece]] = []
    for number, heading in enumerate(form_headings()):
        room = (ends[number] - _STARTS[number]) * width - PADDING
        name = f"pack-form-{place}-{number}"
        if number == _RANKING:
            cells.append([OpenFaces(name if is_fillable else "", _FACES)])
        else:
            field = [Area(room, height - 2 * PADDING, name, heading)]
            cells.append(field if is_fillable else [])
    return Row(cells=tuple(cells), least=height)


def _draw_notes(area: Rect, is_fillable: bool, sheet: Sheet) -> None:
    """Lines to write on, all over the page."""
    words = translate("Handout", "What I want to keep in mind, and what I will try first.")
    TextLine(words, SMALL).draw(sheet, area.x, area.y)
    lines = int((area.height - SMALL.leading) / PITCH)
    field = "pack-notes" if is_fillable else ""
    blank = Blank(area.width, lines, field, translate("Handout", "Notes"))
    blank.draw(sheet, area.x, area.y + SMALL.leading)
