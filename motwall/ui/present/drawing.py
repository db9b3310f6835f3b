"""Draws one page that is presented."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from motwall.i18n import translate
from motwall.model.layout_part import part_of
from motwall.model.note_look import look_of, priority_numbers
from motwall.model.presenting import (
    ActionsSlide,
    AgreedSlide,
    ClosingSlide,
    LooseSlide,
    MissingSlide,
    Piece,
    PrioritySlide,
    Slide,
    WallSlide,
    piece_height,
)
from motwall.model.records import ActionState, Moment
from motwall.model.store import Store
from motwall.model.textfit import LINE_SPACING
from motwall.model.wall_layout import LINE_GAP, NOTE_HEIGHT, Rect
from motwall.model.words import wall_about, wall_name
from motwall.model.wrapping import NOTE_WIDTH
from motwall.paint.bands import draw_timeline, to_qt
from motwall.paint.colours import NO_BRUSH, colour, pen
from motwall.paint.faces import draw_tick
from motwall.paint.fonts import unit_width
from motwall.paint.labels import (
    CAP_HEIGHT,
    MEDIUM,
    REGULAR,
    SEMIBOLD,
    draw_label,
    elided,
    label_width,
)
from motwall.paint.note_painter import NotePainter
from motwall.paint.tokens import Tokens
from motwall.ui.present.blocks import Block, Column, SetBlock, set_blocks
from motwall.ui.present.rating_pair import draw_rating_pair, rating_pair_height
from motwall.ui.present.sizes import PageSizes
from motwall.ui.present.words import (
    agreed_blocks,
    closing_blocks,
    missing_words,
    priority_blocks,
    to_do_blocks,
)
from motwall.ui.sessions.words import session_title

#: The wall is shown at most so many times its reading size.
_LARGEST = 1.6
#: Sizes of words, as shares of the usual one.
_TITLE, _LARGE, _LARGEST_WORDS = 1.2, 1.35, 1.9
#: Of two lines at the right of a heading, in sizes of their letters: from one to the next, and how
#: far the first is above the line of the heading.
_ABOUT_LINE, _ABOUT_RISE = 1.2, 0.5
_DOT = " \N{MIDDLE DOT} "
#: Shares of the width: a large note, and what lies beside it.
_NOTE, _BESIDE = 0.4, 0.045
_GUTTER = 1.7
_FINISHED = frozenset({ActionState.DONE, ActionState.CHECKED})


@dataclass(frozen=True, slots=True)
class Canvas:
    """What a page is drawn with.

    Attributes:
        painter: In px of the window.
        store: The wall.
        today: The day that tells what is overdue.
        tokens: The theme.
        notes: Draws them.
        sizes: Of the page.
    """

    painter: QPainter
    store: Store
    today: date
    tokens: Tokens
    notes: NotePainter
    sizes: PageSizes

    def write(self, words: str, at: QPointF, size: float, weight: int, *, is_quiet: bool) -> None:
        """Write a line; `at` is the left end of its baseline."""
        ink = colour(self.tokens.quiet if is_quiet else self.tokens.text)
        draw_label(self.painter, words, at, size, weight, ink)


def draw_slide(canvas: Canvas, slide: Slide) -> None:
    """Draw a page on an empty ground."""
    canvas.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match slide:
        case WallSlide():
            _draw_head(canvas, wall_name(canvas.store.wall), _about_wall(canvas))
            _draw_wall(canvas, slide)
        case LooseSlide():
            name = wall_name(canvas.store.wall)
            _draw_head(canvas, name, translate("Present", "Not on the timeline yet"))
            _draw_loose(canvas, slide)
        case AgreedSlide():
            when = session_title(canvas.store, slide.session, canvas.today)
            _draw_head(canvas, translate("Present", "What we agreed last time"), when)
            _draw_blocks(canvas, agreed_blocks(canvas.store, slide, canvas.today), _LARGE)
        case PrioritySlide():
            _draw_priority(canvas, slide)
        case MissingSlide():
            _draw_head(canvas, wall_name(canvas.store.wall), _about_wall(canvas))
            words = missing_words(slide.missing)
            _draw_blocks(canvas, [Block(words)], _LARGEST_WORDS, is_centred=True)
        case ClosingSlide():
            when = session_title(canvas.store, slide.session, canvas.today)
            _draw_head(canvas, translate("Present", "What we leave with"), when)
            _draw_blocks(canvas, closing_blocks(slide, canvas.today), _LARGEST_WORDS)
        case ActionsSlide():
            words = translate("Present", "Who does what, and by when")
            _draw_head(canvas, words, wall_name(canvas.store.wall))
            _draw_blocks(canvas, to_do_blocks(canvas.store, slide, canvas.today), _LARGE)


def _about_wall(canvas: Canvas) -> str:
    return _DOT.join(wall_about(canvas.store.wall))


def _draw_head(canvas: Canvas, title: str, about: str) -> None:
    """The heading of a page; at its right, as far as there is room, what it is about."""
    sizes = canvas.sizes
    size, least = sizes.usual * _TITLE, sizes.least
    baseline = sizes.top + size * CAP_HEIGHT
    shown = elided(title, sizes.room, size, SEMIBOLD)
    canvas.write(shown, QPointF(sizes.left, baseline), size, SEMIBOLD, is_quiet=False)
    right = sizes.left + sizes.room
    left = sizes.left + label_width(shown, size, SEMIBOLD) + 2 * least
    if about and right - left > 4 * least:
        lines = about_lines(about, right - left, least)
        # About the line of the title, and clear of what is below the head.
        baseline -= (len(lines) - 1) * _ABOUT_RISE * least
        for words in lines:
            start = right - label_width(words, least, REGULAR)
            canvas.write(words, QPointF(start, baseline), least, REGULAR, is_quiet=True)
            baseline += _ABOUT_LINE * least


def about_lines(about: str, room: float, size: float) -> list[str]:
    """In one line, or in two where one is too short: then each part has its own, if it fits.

    Args:
        about: What a page is about; a dot stands between its parts.
        room: For a line, px.
        size: Of the letters, px.
    """

    def fits(words: str) -> bool:
        return label_width(words, size, REGULAR) <= room

    if fits(about):
        return [about]
    first, _, rest = about.partition(_DOT)
    if not (rest and fits(first) and fits(rest)):
        words = about.split(" ")
        fitting = (count for count in range(len(words), 0, -1) if fits(" ".join(words[:count])))
        most = next(fitting, 1)
        first, rest = " ".join(words[:most]), " ".join(words[most:])
    return [elided(line, room, size, REGULAR) for line in (first, rest) if line]


# --- the wall ---


def _draw_wall(canvas: Canvas, slide: WallSlide) -> None:
    painter = canvas.painter
    painter.save()
    zoom = _to_wall(canvas, (slide.width, slide.height), slide.extent)
    for piece in slide.pieces:
        _draw_piece(canvas, slide, piece, zoom)
        painter.translate(0.0, piece_height(piece) + LINE_GAP)
    painter.restore()


def _to_wall(canvas: Canvas, size: tuple[float, float], extent: tuple[float, float]) -> float:
    """Have the painter draw in mm of the wall, as large as `extent` fits; returns px a mm."""
    sizes = canvas.sizes
    tall = sizes.bottom - sizes.head
    zoom = min(sizes.room / extent[0], tall / extent[1], _LARGEST * sizes.px_per_mm)
    left = sizes.left + (sizes.room - zoom * size[0]) / 2
    canvas.painter.translate(left, sizes.head + (tall - zoom * size[1]) / 2)
    canvas.painter.scale(zoom, zoom)
    return zoom


def _draw_piece(canvas: Canvas, slide: WallSlide, piece: Piece, zoom: float) -> None:
    painter, store = canvas.painter, canvas.store
    numbers = priority_numbers(store)
    down = 0.0
    for part in piece:
        painter.save()
        painter.translate(0.0, down - part.y)
        painter.save()
        painter.setClipRect(to_qt(part), Qt.ClipOperation.IntersectClip)
        draw_timeline(painter, part_of(slide.layout, part), canvas.tokens)
        painter.restore()
        for moment_id, rect in slide.layout.notes.items():
            moment = store.find(Moment, moment_id)
            if moment is not None and moment.step_id is not None and _holds(part, rect):
                look = look_of(store, moment, numbers, today=canvas.today)
                canvas.notes.draw(painter, look, to_qt(rect), zoom=zoom)
        painter.restore()
        down += part.height


def _holds(part: Rect, rect: Rect) -> bool:
    return part.y <= rect.y and rect.bottom <= part.bottom


def _draw_loose(canvas: Canvas, slide: LooseSlide) -> None:
    painter, store = canvas.painter, canvas.store
    numbers = priority_numbers(store)
    painter.save()
    width = max(rect.right for _, rect in slide.notes)
    height = max(rect.bottom for _, rect in slide.notes)
    zoom = _to_wall(canvas, (width, height), (width, height))
    for moment_id, rect in slide.notes:
        look = look_of(store, store.get(Moment, moment_id), numbers, today=canvas.today)
        canvas.notes.draw(painter, look, to_qt(rect), zoom=zoom)
    painter.restore()


# --- a priority ---


def _draw_priority(canvas: Canvas, slide: PrioritySlide) -> None:
    sizes, store = canvas.sizes, canvas.store
    words = translate("Present", "Priority {number} of {count}")
    _draw_head(canvas, words.format(number=slide.number, count=slide.count), wall_name(store.wall))
    faces = rating_pair_height(sizes)
    tall = sizes.bottom - sizes.head
    apart = sizes.usual
    zoom = min(sizes.width * _NOTE / NOTE_WIDTH, (tall - faces - apart) / NOTE_HEIGHT)
    width, height = zoom * NOTE_WIDTH, zoom * NOTE_HEIGHT
    top = sizes.head + max(0.0, (tall - height - apart - faces) / 2)
    _draw_large_note(canvas, slide.moment, QPointF(sizes.left, top), zoom)
    box = QRectF(sizes.left, top + height + apart, width, faces)
    draw_rating_pair(canvas.painter, box, (slide.moment.rating, slide.target), sizes, canvas.tokens)
    left = sizes.left + width + sizes.width * _BESIDE
    area = QRectF(left, top, sizes.left + sizes.room - left, sizes.bottom - top)
    column = _set(canvas, priority_blocks(slide, canvas.today), area, _LARGE)
    _draw_column(canvas, column, area)


def _draw_large_note(canvas: Canvas, moment: Moment, at: QPointF, zoom: float) -> None:
    painter, store = canvas.painter, canvas.store
    painter.save()
    painter.translate(at)
    painter.scale(zoom, zoom)
    # Beside it stand the face and the steps: the note itself says what it is about.
    look = look_of(store, moment, priority_numbers(store))
    rect = QRectF(0.0, 0.0, NOTE_WIDTH, NOTE_HEIGHT)
    canvas.notes.draw(painter, look, rect, zoom=zoom)
    painter.restore()


# --- words ---


def _draw_blocks(
    canvas: Canvas, blocks: Sequence[Block], largest: float, *, is_centred: bool = False
) -> None:
    """Words as large as the page."""
    sizes = canvas.sizes
    area = QRectF(sizes.left, sizes.head, sizes.room, sizes.bottom - sizes.head)
    has_marks = any(one.state is not None for one in blocks)
    gutter = _GUTTER * sizes.usual if has_marks else 0.0
    column = _set(canvas, blocks, area.adjusted(gutter, 0.0, 0.0, 0.0), largest)
    free = area.height() - column.height
    area.adjust(gutter, max(0.0, free / 2 if is_centred else free / 5), 0.0, 0.0)
    _draw_column(canvas, column, area)


def _set(canvas: Canvas, blocks: Sequence[Block], area: QRectF, largest: float) -> Column:
    sizes = (canvas.sizes.least, max(canvas.sizes.least, canvas.sizes.usual * largest))
    return set_blocks(blocks, area.width(), area.height(), sizes, unit_width(MEDIUM))


def _draw_column(canvas: Canvas, column: Column, area: QRectF) -> None:
    for one in column.blocks:
        _draw_block(canvas, column, one, area)


def _draw_block(canvas: Canvas, column: Column, one: SetBlock, area: QRectF) -> None:
    block, size, least = one.block, column.size, column.least
    if block.heading:
        at = QPointF(area.x(), area.y() + one.top + least)
        words = elided(block.heading, area.width(), least, SEMIBOLD)
        canvas.write(words, at, least, SEMIBOLD, is_quiet=True)
    top = area.y() + column.text_top(one)
    for number, line in enumerate(one.lines):
        at = QPointF(area.x(), top + size + number * size * LINE_SPACING)
        canvas.write(line, at, size, MEDIUM, is_quiet=block.is_quiet)
    if block.about:
        at = QPointF(area.x(), area.y() + column.about_top(one) + least)
        words = elided(block.about, area.width(), least, REGULAR)
        canvas.write(words, at, least, REGULAR, is_quiet=True)
    if block.state is not None:
        middle = QPointF(area.x() - size * 0.95, top + size * (1 - CAP_HEIGHT / 2))
        _draw_state(canvas, block.state, middle, size)


def _draw_state(canvas: Canvas, state: ActionState, middle: QPointF, side: float) -> None:
    """A tick at what is done, an empty ring at what is not; the word stands beneath."""
    if state in _FINISHED:
        draw_tick(canvas.painter, middle, side, is_ticked=True, hairline=canvas.tokens.is_dark)
        return
    canvas.painter.setPen(pen(canvas.tokens.quiet, side * 0.09))
    canvas.painter.setBrush(NO_BRUSH)
    canvas.painter.drawEllipse(middle, side * 0.45, side * 0.45)
