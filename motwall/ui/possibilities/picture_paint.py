"""Draws the picture of cost against lift."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from motwall.i18n import translate
from motwall.model.records import Cost, Idea, Lift, Verdict
from motwall.model.words import cost_word, lift_word
from motwall.paint.fonts import load_fonts_for
from motwall.paint.icons import draw_icon
from motwall.paint.tokens import Tokens
from motwall.ui.possibilities.picture_layout import Cell, Chip, More, PictureLayout
from motwall.ui.theme import LABEL, SMALL, current_tokens, mixed

_RADIUS, _CHIP_RADIUS = 8.0, 6.0
_RING, _CHOSEN = 3.0, 2.0
_PADDING, _TICK = 8.0, 14.0
_TINT = 0.12
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
        ideas: By id.
        scale: Of the text.
        current_id: The idea that is picked.
        cursor: The cell that the keys are at.
        has_cursor: The picture has the keyboard.
        held_id: The idea in the hand; "" for none.
        held_at: Where the hand is.
    """

    layout: PictureLayout
    ideas: Mapping[str, Idea]
    scale: float
    current_id: str
    cursor: Cell
    has_cursor: bool
    held_id: str
    held_at: QPointF


def draw_picture(painter: QPainter, shown: Shown, font: QFont) -> None:
    """Draw all of it; `font` is for text of BODY size."""
    tokens = current_tokens()
    small = _sized(font, LABEL, shown.scale)
    bold = _sized(font, LABEL, shown.scale)
    bold.setWeight(QFont.Weight.DemiBold)
    _draw_cells(painter, shown, tokens, _sized(font, SMALL, shown.scale))
    _draw_names(painter, shown, tokens, bold)
    painter.setFont(small)
    for chip in shown.layout.chips:
        idea = shown.ideas.get(chip.idea_id)
        if idea is not None:
            painter.setOpacity(0.4 if chip.idea_id == shown.held_id else 1.0)
            _draw_chip(painter, chip.rect, idea, shown, tokens)
    painter.setOpacity(1.0)
    for more in shown.layout.mores:
        _draw_more(painter, more, tokens)
    _draw_held(painter, shown, tokens)


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
        if cell in _BEGIN and rect.height() > _ROOM_FOR_WORDS * shown.scale:
            inset = _PADDING * shown.scale
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


def _draw_chip(painter: QPainter, rect: QRectF, idea: Idea, shown: Shown, tokens: Tokens) -> None:
    is_current = idea.id == shown.current_id
    width = _CHOSEN if is_current else 1.0
    radius, half = _CHIP_RADIUS * shown.scale, width / 2
    ground = mixed(tokens.accent_text, tokens.panel, _TINT) if is_current else tokens.panel
    painter.setBrush(QColor(ground))
    painter.setPen(QPen(QColor(tokens.accent_text if is_current else tokens.hairline), width))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
    inset = _PADDING * shown.scale
    words = rect.adjusted(inset, 0, -inset, 0)
    if idea.verdict is Verdict.MERIT:
        side = _TICK * shown.scale
        tick = QRectF(words.left(), rect.center().y() - side / 2, side, side)
        draw_icon(painter, "check", tick, QColor(tokens.good))
        words.setLeft(tick.right() + inset / 2)
    painter.setPen(QColor(tokens.text))
    _draw_line(painter, words, idea.text)


def _draw_line(painter: QPainter, rect: QRectF, text: str) -> None:
    load_fonts_for(text)
    metrics = QFontMetricsF(painter.font())
    flat = " ".join(text.split())
    elided = metrics.elidedText(flat, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(_LEFT), elided)


def _draw_more(painter: QPainter, more: More, tokens: Tokens) -> None:
    painter.setPen(QColor(tokens.accent_text))
    words = translate("Possibilities", "%n more", count=more.count)
    painter.drawText(more.rect, int(_CENTRE), words)


def _draw_held(painter: QPainter, shown: Shown, tokens: Tokens) -> None:
    idea = shown.ideas.get(shown.held_id)
    chip: Chip | None = next(
        (one for one in shown.layout.chips if one.idea_id == shown.held_id), None
    )
    if idea is not None and chip is not None:
        rect = QRectF(chip.rect)
        rect.moveCenter(shown.held_at)
        _draw_chip(painter, rect, idea, shown, tokens)


def _sized(font: QFont, size: int, scale: float) -> QFont:
    made = QFont(font)
    made.setPixelSize(round(size * scale))
    return made
