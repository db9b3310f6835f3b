"""The sections of the staff report: ratings, actions done, ladders, measures, actions to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from motwall.export.options import PdfOptions
from motwall.export.pdf.flow import Block, Cell, Placed, Section, titled
from motwall.export.pdf.fonts import Face
from motwall.export.pdf.ladders import CHART_AT, ladder_row, measure_row
from motwall.export.pdf.marks import draw_arrow, draw_face
from motwall.export.pdf.pieces import (
    BODY,
    QUIET_BODY,
    SMALL,
    Gap,
    Piece,
    TextLine,
    boxed_lines,
    text_lines,
)
from motwall.export.pdf.sheet import Sheet, TextStyle
from motwall.export.pdf.words import moment_name
from motwall.i18n import translate
from motwall.model.comparing import RatingMove
from motwall.model.dates import date_words
from motwall.model.records import Measure, Moment, PlannedAction, Rating
from motwall.model.staff_news import StaffNews
from motwall.model.store import Store
from motwall.model.words import rating_meaning, rating_word

_WORD = TextStyle(Face.SEMIBOLD, 9.0, 12.5)
_FACE = 16.0
_BETWEEN = 6.0
_STAIRS, _TREND = 92.0, 98.0
#: Of the width: the ratings of a moment, and what is said of an action, with the room before them.
_THEN_AT, _NOW_AT, _HOW_AT, _NAME = 0.46, 0.67, 0.85, 0.43
#: The same of half the width, for more ratings than this two in a row; points before a face.
_NARROW_AT, _MANY, _BEFORE_FACE = 0.64, 12, 14.0
_WHO_AT, _WHEN_AT, _WHAT = 0.64, 0.83, 0.61


@dataclass(frozen=True, slots=True)
class Report:
    """What is told, and what is needed to tell it; `width` is that of the page's body."""

    store: Store
    options: PdfOptions
    width: float
    news: StaffNews


def faces_section(report: Report) -> Section:
    """What the three faces mean."""
    width = report.width / len(Rating)
    cells = (
        Placed(place * width, [FaceWords(rating, rating_word(rating), rating_meaning(rating))])
        for place, rating in enumerate(Rating)
    )
    return Section((Block(tuple(cells), gap=12.0),))


def news_sections(report: Report) -> list[Section]:
    """All sections that have something to tell."""
    found = [_moved(report), _done(report), _ladders(report), _measures(report), _next(report)]
    return [one for one in found if one is not None]


def _moved(report: Report) -> Section | None:
    news, width = report.news, report.width
    if not news.moved and not news.kept:
        return None
    if news.since is None:
        return _standing(report)
    blocks = [_move(report, place, one) for place, one in enumerate(news.moved)]
    if news.kept:
        words = translate("Handout", "%n moment(s) rated as before.", count=news.kept)
        blocks.append(_line(words, QUIET_BODY, _BETWEEN if blocks else 0.0))
    columns = []
    if news.moved:
        columns.append((_THEN_AT * width, translate("Handout", "THEN")))
        columns.append((_NOW_AT * width, translate("Handout", "NOW")))
    return titled(translate("Handout", "WHAT HAS MOVED"), width, blocks, columns)


def _standing(report: Report) -> Section:
    """Ratings that have nothing to be compared with: many of them two in a row, to save paper."""
    moved, count = report.news.moved, 2 if len(report.news.moved) > _MANY else 1
    each = report.width / count
    face_at = (_THEN_AT if count == 1 else _NARROW_AT) * each
    name_width = face_at - _BEFORE_FACE
    blocks = []
    for first in range(0, len(moved), count):
        cells: list[Placed] = []
        for place, one in enumerate(moved[first : first + count]):
            name = _centred(moment_name(report.store, one.moment), name_width, BODY)
            cells.append(Placed(place * each, name))
            cells.append(Placed(place * each + face_at, _face(one.now)))
        blocks.append(Block(tuple(cells), gap=_BETWEEN if first else 0.0))
    now = translate("Handout", "NOW")
    columns = [(place * each + face_at, now) for place in range(count)]
    return titled(translate("Handout", "HOW IT STANDS"), report.width, blocks, columns)


def _move(report: Report, place: int, move: RatingMove) -> Block:
    width = report.width
    name = _centred(moment_name(report.store, move.moment), _NAME * width, BODY)
    how = _centred(_how(move), (1 - _HOW_AT) * width, _WORD)
    cells = (
        Placed(0.0, name),
        Placed(_THEN_AT * width, _face(move.then)),
        Placed(_NOW_AT * width - 26.0, [_Arrow()]),
        Placed(_NOW_AT * width, _face(move.now)),
        Placed(_HOW_AT * width, how),
    )
    return Block(cells, gap=_BETWEEN if place else 0.0)


def _how(move: RatingMove) -> str:
    """What has become of a rating, in a word: colours and faces do not tell everybody."""
    if move.now is None:
        return translate("Handout", "open again")
    if move.then is None:
        return translate("Handout", "first rating")
    return translate("Handout", "better") if move.steps > 0 else translate("Handout", "less good")


def _face(rating: Rating | None) -> list[Piece]:
    if rating is None:
        return [Gap(2.0), TextLine(translate("Handout", "not rated"), QUIET_BODY)]
    return [FaceWords(rating, rating_word(rating))]


def _done(report: Report) -> Section | None:
    blocks = [
        _action(report, place, one, _day(report, one.done_on))
        for place, one in enumerate(report.news.done)
    ]
    title = translate("Handout", "DONE SINCE THEN")
    if report.news.since is None:
        title = translate("Handout", "DONE SO FAR")
    return _of_actions(report, title, translate("Handout", "DONE ON"), blocks)


def _next(report: Report) -> Section | None:
    blocks = [
        _action(report, place, one, _day(report, one.due))
        for place, one in enumerate(report.news.following)
    ]
    title = translate("Handout", "WHAT COMES NEXT")
    return _of_actions(report, title, translate("Handout", "WHEN"), blocks)


def _of_actions(report: Report, title: str, day: str, blocks: Sequence[Block]) -> Section | None:
    columns = [(_WHEN_AT * report.width, day)]
    if report.options.has_names:
        columns.insert(0, (_WHO_AT * report.width, translate("Handout", "WHO")))
    return titled(title, report.width, blocks, columns) if blocks else None


def _action(report: Report, place: int, action: PlannedAction, day: Cell) -> Block:
    width = report.width
    name = moment_name(report.store, report.store.get(Moment, action.moment_id))
    what: list[Piece] = [*boxed_lines(action.text, _WHAT * width, BODY, action.state)]
    what += text_lines(name, _WHAT * width, SMALL, 14.0)
    cells = [Placed(0.0, what)]
    if report.options.has_names:
        owner = text_lines(action.owner, (_WHEN_AT - _WHO_AT - 0.02) * width, BODY)
        cells.append(Placed(_WHO_AT * width, owner))
    cells.append(Placed(_WHEN_AT * width, day))
    return Block(tuple(cells), gap=_BETWEEN if place else 0.0)


def _day(report: Report, day: date | None) -> Cell:
    """A day in words. That it has gone by is not said here: this hangs where everybody reads it."""
    return [TextLine(date_words(day, report.options.made_on), BODY)] if day else []


def _ladders(report: Report) -> Section | None:
    options, width = report.options, report.width
    blocks = []
    for ladder in report.news.ladders:
        words, chart = ladder_row(report.store, ladder, options, width, _STAIRS).cells
        blocks.append(_chart(report, ladder.moment_id, words, chart))
    return titled(translate("Handout", "SMALL STEPS"), width, blocks) if blocks else None


def _measures(report: Report) -> Section | None:
    options, width = report.options, report.width
    blocks = []
    for measure in report.news.measures:
        words, chart = measure_row(report.store, measure, options, width, _TREND).cells
        blocks.append(_chart(report, _moment_id(measure), words, chart))
    return titled(translate("Handout", "WHAT WE MEASURE"), width, blocks) if blocks else None


def _moment_id(measure: Measure) -> str | None:
    return measure.moment_id


def _chart(report: Report, moment_id: str | None, words: Cell, chart: Cell) -> Block:
    """A chart beside its words, and below them what it is of."""
    moment = report.store.find(Moment, moment_id)
    name = moment_name(report.store, moment) if moment else translate("Handout", "The whole wall")
    of = text_lines(name, (CHART_AT - 0.025) * report.width, SMALL)
    cells = (Placed(0.0, [*of, *words]), Placed(CHART_AT * report.width, chart))
    return Block(cells, gap=2 * _BETWEEN)


def _line(words: str, style: TextStyle, gap: float) -> Block:
    return Block((Placed(0.0, [TextLine(words, style)]),), gap=gap)


def _centred(words: str, width: float, style: TextStyle) -> list[Piece]:
    """Lines of text, the first of them level with the middle of a face."""
    return [Gap((_FACE - style.leading) / 2), *text_lines(words, width, style)]


@dataclass(frozen=True, slots=True)
class FaceWords:
    """A face, its word beside it, and more below the word."""

    rating: Rating
    word: str
    more: str = ""

    @property
    def height(self) -> float:
        """Of the face, or of word and more."""
        return 2 * _WORD.leading if self.more else _FACE

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        """Draw it."""
        draw_face(sheet, x, y + (self.height - _FACE) / 2, _FACE, self.rating)
        left = x + _FACE + 6.0
        top = y if self.more else y + (_FACE - _WORD.leading) / 2
        TextLine(self.word, _WORD).draw(sheet, left, top)
        TextLine(self.more, SMALL).draw(sheet, left, y + _WORD.leading)


@dataclass(frozen=True, slots=True)
class _Arrow:
    """From then to now."""

    height: float = _FACE

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        draw_arrow(sheet, x, y + _FACE / 2, 14.0)
