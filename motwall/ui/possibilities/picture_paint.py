"""Draws the picture of cost against lift."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from motwall.i18n import translate
from motwall.model.records import Cost, Idea, Lift, Verdict
from motwall.model.words import cost_word, lift_word
from motwall.paint.icons import draw_icon
from motwall.paint.tokens import Tokens
from motwall.ui.panel.cells import draw_lines, laid_out
from motwall.ui.possibilities.picture_layout import (
    CHIP,
    GAP,
    PADDING,
    TICK,
    Cell,
    Chip,
    LinesOf,
    More,
    PictureLayout,
    words_left,
)
from motwall.ui.theme import LABEL, SMALL, TITLE, current_tokens, mixed, tinted

_RADIUS, _CHIP_RADIUS = 8.0, 6.0
_RING, _CHOSEN = 3.0, 2.0
#: Of an idea that is shown whole.
_WHOLE_WIDTH = 300.0
_GOOD_TINT = 0.10
#: How strongly the band shows in a cell.
_CELL = 0.5
#: A lower cell has no room for words beneath its ideas, pixels.
_ROOM_FOR_WORDS = 80.0
#: Small and cheap: where to begin.
_BEGIN: tuple[Cell, ...] = ((Cost.FREE, Lift.BIG), (Cost.LOW, Lift.BIG))
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LOW_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class Shown:
    """What is drawn.

    Attributes:
        layout: Where.
        size: Of the picture.
        ideas: By id.
        scale: Of the text.
        current_id: The idea that is picked.
        cursor: The cell that the keys are at.
        has_cursor: The picture has the keyboard.
        held_id: The idea in the hand; "" for none.
        held_at: Where the hand is.
        whole_id: The idea to be read whole beside its place; "" for none.
    """

    layout: PictureLayout
    size: QSizeF
    ideas: Mapping[str, Idea]
    scale: float
    current_id: str
    cursor: Cell
    has_cursor: bool
    held_id: str
    held_at: QPointF
    whole_id: str


def draw_picture(painter: QPainter, shown: Shown, font: QFont) -> None:
    """Draw all of it; `font` is for text of BODY size."""
    tokens = current_tokens()
    small = chip_font(font, shown.scale)
    bold = _sized(font, LABEL, shown.scale)
    bold.setWeight(QFont.Weight.DemiBold)
    _draw_cells(painter, shown, tokens, _sized(font, SMALL, shown.scale))
    _draw_names(painter, shown, tokens, bold)
    painter.setFont(small)
    for chip in shown.layout.chips:
        idea = shown.ideas.get(chip.idea_id)
        if idea is not None:
            painter.setOpacity(0.4 if chip.idea_id == shown.held_id else 1.0)
            _draw_chip(painter, chip, idea, shown, tokens)
    painter.setOpacity(1.0)
    for more in shown.layout.mores:
        _draw_more(painter, more, tokens)
    _draw_held(painter, shown, tokens)
    _draw_whole(painter, shown, tokens, _sized(font, TITLE, shown.scale))


def _draw_cells(painter: QPainter, shown: Shown, tokens: Tokens, font: QFont) -> None:
    radius = _RADIUS * shown.scale
    is_over, over = shown.layout.cell_at(shown.held_at) if shown.held_id else (False, None)
    painter.setFont(font)
    for cell, rect in shown.layout.cells.items():
        ground = mixed(tokens.band, tokens.bar, _CELL) if cell is not None else tokens.panel
        if cell in _BEGIN:
            ground = mixed(tokens.good, tokens.panel, _GOOD_TINT)
        painter.setBrush(QColor(ground))
        is_aim = is_over and over == cell
        has_ring = shown.has_cursor and shown.cursor == cell
        pen = QPen(QColor(tokens.hairline), 1.0)
        if is_aim or has_ring:
            style = Qt.PenStyle.DashLine if is_aim else Qt.PenStyle.SolidLine
            pen = QPen(QColor(tokens.accent_text), _RING, style)
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
        if cell in _BEGIN and _is_free_below(shown, cell):
            inset = PADDING * shown.scale
            painter.setPen(QColor(tokens.good))
            words = translate("Possibilities", "Begin here")
            painter.drawText(rect.adjusted(inset, 0, -inset, -inset / 2), int(_LOW_RIGHT), words)


def _draw_names(painter: QPainter, shown: Shown, tokens: Tokens, font: QFont) -> None:
    layout = shown.layout
    painter.setFont(font)
    painter.setPen(QColor(tokens.quiet))
    painter.drawText(layout.tray_name, int(_LEFT), translate("Possibilities", "Not placed yet"))
    for band, rect in layout.cost_names.items():
        painter.drawText(rect, int(_CENTRE), cost_word(band))
    for row, rect in layout.lift_names.items():
        painter.drawText(rect, int(_RIGHT), lift_word(row))
    up, right = "\N{UPWARDS ARROW}", "\N{RIGHTWARDS ARROW}"
    lift, cost = translate("Possibilities", "Lift"), translate("Possibilities", "Cost")
    painter.drawText(layout.lift_axis, int(_RIGHT), f"{lift} {up}")
    painter.drawText(layout.cost_axis, int(_RIGHT), f"{cost} {right}")


def _is_free_below(shown: Shown, cell: Cell) -> bool:
    """Whether there is room for words beneath the ideas of a cell."""
    here = [one.rect.bottom() for one in shown.layout.chips if one.cell == cell]
    here += [one.rect.bottom() for one in shown.layout.mores if one.cell == cell]
    rect = shown.layout.cells[cell]
    is_tall = rect.height() > _ROOM_FOR_WORDS * shown.scale
    return is_tall and rect.bottom() - max(here, default=rect.top()) > CHIP * shown.scale


def _draw_chip(painter: QPainter, chip: Chip, idea: Idea, shown: Shown, tokens: Tokens) -> None:
    is_current = idea.id == shown.current_id
    width, rect = _CHOSEN if is_current else 1.0, chip.rect
    radius, half = _CHIP_RADIUS * shown.scale, width / 2
    ground = tinted(tokens) if is_current else tokens.panel
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(QColor(tokens.accent_text if is_current else tokens.hairline), width))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    inset = PADDING * shown.scale
    if idea.verdict is Verdict.MERIT:
        side = TICK * shown.scale
        top = rect.top() + (CHIP * shown.scale - side) / 2
        tick = QRectF(rect.left() + inset, top, side, side)
        draw_icon(painter, "check", tick, QColor(tokens.good))
    painter.setPen(QColor(tokens.text))
    words = rect.adjusted(words_left(idea, shown.scale), 0, -inset, 0)
    # In whole pixels, as it was measured.
    words.setWidth(int(words.width()))
    draw_lines(painter, idea.text, painter.font(), words, chip.lines)


def _draw_whole(painter: QPainter, shown: Shown, tokens: Tokens, font: QFont) -> None:
    """An idea in words of reading size beside its place, over whatever lies there."""
    idea = shown.ideas.get(shown.whole_id)
    chip = next((one for one in shown.layout.chips if one.idea_id == shown.whole_id), None)
    if idea is None or chip is None:
        return
    inset, gap = 2 * PADDING * shown.scale, GAP * shown.scale
    wide = min(_WHOLE_WIDTH * shown.scale, shown.size.width() / 2)
    words, tall = laid_out(idea.text, font, int(wide - 2 * inset))
    place = QRectF(chip.rect.right() + gap, chip.rect.top(), wide, tall + inset)
    if place.right() > shown.size.width():
        place.moveRight(chip.rect.left() - gap)
    place.moveTop(max(0.0, min(place.top(), shown.size.height() - place.height())))
    painter.setBrush(QColor(tokens.panel))
    painter.setPen(QPen(QColor(tokens.quiet), 1.0))
    radius = _RADIUS * shown.scale
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.setPen(QColor(tokens.text))
    painter.setClipRect(place)
    words.draw(painter, place.topLeft() + QPointF(inset, inset / 2))
    painter.setClipping(False)


def _draw_more(painter: QPainter, more: More, tokens: Tokens) -> None:
    painter.setPen(QColor(tokens.accent_text))
    words = translate("Possibilities", "%n more", count=more.count)
    painter.drawText(more.rect, int(_CENTRE), words)


def _draw_held(painter: QPainter, shown: Shown, tokens: Tokens) -> None:
    idea = shown.ideas.get(shown.held_id)
    chip = next((one for one in shown.layout.chips if one.idea_id == shown.held_id), None)
    if idea is not None and chip is not None:
        rect = QRectF(chip.rect)
        rect.moveCenter(shown.held_at)
        _draw_chip(painter, replace(chip, rect=rect), idea, shown, tokens)


def chip_font(font: QFont, scale: float) -> QFont:
    """Of the ideas; `font` is for text of BODY size."""
    return _sized(font, LABEL, scale)


def lines_in(font: QFont) -> LinesOf:
    """Measures how many lines a text fills."""
    metrics = QFontMetricsF(font)
    spacing = metrics.lineSpacing()

    def lines_of(text: str, width: float) -> int:
        flat = " ".join(text.split())
        if metrics.horizontalAdvance(flat) <= width:
            return 1
        return max(1, round(laid_out(flat, font, int(width))[1] / spacing))

    return lines_of


def _sized(font: QFont, size: int, scale: float) -> QFont:
    made = QFont(font)
    made.setPixelSize(round(size * scale))
    return made
