"""How the cells of the list of actions look."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from motwall.i18n import translate
from motwall.model.action_list import is_overdue, is_ownerless
from motwall.model.edits.actions import is_open
from motwall.model.proofs import is_proved
from motwall.model.records import ActionState, PlannedAction
from motwall.paint.faces import draw_face
from motwall.paint.icons import draw_icon
from motwall.paint.tokens import Tokens
from motwall.ui.action_list.columns import ActionColumn, late_words
from motwall.ui.action_list.model import ActionListModel
from motwall.ui.panel.cells import CellState, draw_ground, draw_lines, sized
from motwall.ui.panel.titled_table import Index
from motwall.ui.theme import BODY, LABEL, current_tokens

#: Left and right of the words, and above and below, at a text scale of 1.
_SIDE, _ABOVE = 8, 6
_LINES = 2
_ICON, _FACE, _GAP = 15, 20.0, 6
_MARK = 11.0
_ARROW = 12.0
#: Of the disc's width.
_DISC_LINE = 0.14
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def row_height(font: QFont) -> int:
    """Of every row: two lines of text, pixels."""
    lines = QFontMetrics(font).lineSpacing() * _LINES
    return lines + round(2 * _ABOVE * font.pixelSize() / BODY) + 1


def heading_height(font: QFont) -> int:
    """Of the day above a row, pixels."""
    line = QFontMetrics(sized(font, LABEL)).lineSpacing()
    return line + round(2 * _ABOVE * font.pixelSize() / BODY)


class ActionArtist:
    """Draws the cells; `font` is always the table's own."""

    def __init__(self, model: ActionListModel) -> None:
        """For the cells of a model."""
        self._model = model

    def draw(
        self, painter: QPainter, rect: QRect, index: Index, font: QFont, state: CellState
    ) -> None:
        """Draw a cell."""
        action = self._model.action(index.row())
        if action is None:
            return
        tokens, scale = current_tokens(), font.pixelSize() / BODY
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self._below_heading(painter, rect, index, font)
        draw_ground(painter, rect, tokens, state)
        side, above = round(_SIDE * scale), round(_ABOVE * scale)
        pen = _Pen(painter, rect.adjusted(side, above, -side, -above), font, tokens)
        pen.is_ended = not is_open(action)
        words = str(self._model.data(index) or "")
        self._draw(pen, ActionColumn(index.column()), action, words, state)
        painter.restore()

    def _below_heading(self, painter: QPainter, rect: QRect, index: Index, font: QFont) -> QRect:
        """What is left of a cell below the day that its row begins, which is drawn."""
        words = self._model.heading(index.row())
        if not words:
            return rect
        tokens, height = current_tokens(), heading_height(font)
        above = QRect(rect.left(), rect.top(), rect.width(), height)
        # The table tints the whole of a selected row.
        painter.fillRect(above, QColor(tokens.panel))
        draw_ground(painter, above, tokens, CellState(is_selected=False, is_current=False))
        if index.column() == 0:
            shown = QFont(sized(font, LABEL))
            shown.setWeight(QFont.Weight.DemiBold)
            painter.setFont(shown)
            painter.setPen(QColor(tokens.quiet))
            side = round(_SIDE * font.pixelSize() / BODY)
            painter.drawText(above.adjusted(side, 0, 0, 0), _LEFT, words)
        return rect.adjusted(0, height, 0, 0)

    def _draw(
        self,
        pen: "_Pen",
        column: ActionColumn,
        action: PlannedAction,
        words: str,
        state: CellState,
    ) -> None:
        if column is ActionColumn.WHO and is_ownerless(action):
            pen.box(translate("Actions", "Nobody yet"))
        elif column is ActionColumn.WHEN and is_overdue(action, self._model.today()):
            pen.sign(words, late_words(action, self._model.today()))
        elif column is ActionColumn.AIM:
            pen.faces(action)
        elif column is ActionColumn.STATE:
            is_lacking = action.state is ActionState.CHECKED
            is_lacking = is_lacking and not is_proved(self._model.document.store, action)
            pen.progress(action.state, words, is_quiet=not is_lacking)
        elif column is ActionColumn.NOTE:
            pen.note(words, is_choice=state.is_inviting)
        elif column is ActionColumn.WHAT:
            pen.text(words, is_strong=True, is_struck=action.state is ActionState.DROPPED)
        elif words or not state.is_inviting:
            pen.text(words)
        else:
            pen.text(translate("Actions", "When?"), is_quiet=True)


class _Pen:
    """Draws into the inside of one cell."""

    def __init__(self, painter: QPainter, inner: QRect, font: QFont, tokens: Tokens) -> None:
        self.is_ended = False
        self._painter = painter
        self._inner = inner
        self._font = font
        self._tokens = tokens
        self._scale = font.pixelSize() / BODY

    def text(
        self,
        words: str,
        *,
        is_strong: bool = False,
        is_struck: bool = False,
        is_quiet: bool = False,
        indent: float = 0.0,
        outdent: float = 0.0,
    ) -> None:
        """Two lines at the most, in the middle of the height."""
        font = QFont(self._font)
        if is_strong and not self.is_ended:
            font.setWeight(QFont.Weight.DemiBold)
        font.setStrikeOut(is_struck)
        quiet = is_quiet or self.is_ended
        self._painter.setPen(QColor(self._tokens.quiet if quiet else self._tokens.text))
        room = QRectF(self._inner).adjusted(indent, 0, -outdent, 0)
        draw_lines(self._painter, words, font, room, _LINES)

    def box(self, words: str) -> None:
        """A dashed box that waits to be filled."""
        painter = self._painter
        font = sized(self._font, LABEL)
        metrics = QFontMetrics(font)
        width = min(metrics.horizontalAdvance(words) + 2 * _GAP * self._scale, self._inner.width())
        height = metrics.lineSpacing() + _GAP * self._scale
        place = QRectF(self._inner.left(), 0.0, width, height)
        place.moveTop(QRectF(self._inner).center().y() - height / 2)
        painter.setPen(QPen(QColor(self._tokens.bad), 1.2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(place, 5 * self._scale, 5 * self._scale)
        painter.setFont(font)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)

    def sign(self, words: str, more: str) -> None:
        """A warning sign, the words, and below them a few more."""
        painter, inner = self._painter, self._inner
        side = round(_ICON * self._scale)
        line = QFontMetrics(self._font).lineSpacing()
        beside = side + round(_GAP * self._scale)
        upper = QRect(inner.left() + beside, inner.top(), inner.width() - beside, line)
        place = QRect(inner.left(), inner.top() + (line - side) // 2, side, side)
        draw_icon(painter, "alert-triangle", QRectF(place), QColor(self._tokens.bad))
        font = QFont(self._font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setPen(QColor(self._tokens.bad))
        for shown, where in ((words, upper), (more, upper.translated(0, line))):
            painter.setFont(font)
            metrics = QFontMetrics(font)
            fitted = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, where.width())
            painter.drawText(where, _LEFT, fitted)
            font = sized(self._font, LABEL)

    def note(self, words: str, *, is_choice: bool) -> None:
        """Which note it is for; a chevron where another one can be chosen now."""
        side = round(_ICON * self._scale)
        place = QRect(self._inner.left(), 0, side, side)
        place.moveTop(self._inner.center().y() - side // 2)
        ink = QColor(self._tokens.quiet)
        draw_icon(self._painter, "note", QRectF(place), ink)
        if is_choice:
            place.moveRight(self._inner.right())
            draw_icon(self._painter, "chevron-down", QRectF(place), ink)
        aside = side + _GAP * self._scale
        self.text(words, is_quiet=True, indent=aside, outdent=aside)

    def faces(self, action: PlannedAction) -> None:
        """From which face to which."""
        painter, face = self._painter, _FACE * self._scale
        x, y = self._inner.left() + face / 2, QRectF(self._inner).center().y()
        hairline = self._tokens.is_dark
        if action.from_rating is not None:
            draw_face(painter, action.from_rating, QPointF(x, y), face, hairline=hairline)
        if action.to_rating is None:
            return
        tip = x + face / 2 + (_GAP + _ARROW) * self._scale
        half = 4 * self._scale
        painter.setPen(QPen(QColor(self._tokens.quiet), 1.5 * self._scale))
        painter.drawLine(QPointF(tip - _ARROW * self._scale, y), QPointF(tip, y))
        painter.drawLine(QPointF(tip - half, y - half), QPointF(tip, y))
        painter.drawLine(QPointF(tip - half, y + half), QPointF(tip, y))
        centre = QPointF(tip + _GAP * self._scale + face / 2, y)
        draw_face(painter, action.to_rating, centre, face, hairline=hairline)

    def progress(self, state: ActionState, words: str, *, is_quiet: bool) -> None:
        """A disc that fills, and the word."""
        side = _MARK * self._scale
        place = QRectF(self._inner.left(), 0.0, side, side)
        place.moveTop(QRectF(self._inner).center().y() - side / 2)
        ink = QColor(self._tokens.quiet if self.is_ended else self._tokens.accent_text)
        _draw_disc(self._painter, place, state, ink)
        self.text(words, is_quiet=self.is_ended and is_quiet, indent=side + _GAP * self._scale)


def _draw_disc(painter: QPainter, place: QRectF, state: ActionState, ink: QColor) -> None:
    """Empty, half, full; ticked when checked, a line through it when dropped."""
    painter.setPen(QPen(ink, place.width() * _DISC_LINE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(place)
    painter.setBrush(ink)
    if state is ActionState.DOING:
        painter.drawPie(place, -90 * 16, 180 * 16)
    elif state is ActionState.DONE:
        painter.drawEllipse(place)
    elif state is ActionState.DROPPED:
        painter.drawLine(place.bottomLeft(), place.topRight())
    elif state is ActionState.CHECKED:
        painter.drawEllipse(place)
        side = place.width()
        painter.setPen(QPen(QColor(current_tokens().panel), side * 0.15))
        low = QPointF(place.left() + side * 0.44, place.top() + side * 0.7)
        painter.drawLine(QPointF(place.left() + side * 0.25, place.top() + side * 0.5), low)
        painter.drawLine(low, QPointF(place.left() + side * 0.76, place.top() + side * 0.32))
    painter.setBrush(Qt.BrushStyle.NoBrush)
