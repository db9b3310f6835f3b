"""The list of ideas: each as tall as its words, drawn, so that five hundred cost no more than ten.

The list can be gone through by keys, taps and finger; what it does with the idea that is chosen is
up to its card.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.records import Idea
from motwall.paint.fonts import load_fonts_for
from motwall.ui.possibilities.idea_model import IdeaModel
from motwall.ui.theme import BODY, LABEL, TITLE, TYPED, current_tokens, tinted

Index = QModelIndex | QPersistentModelIndex

#: Pixels at a text scale of 1.
_SIDE, _ABOVE = 12, 8
_LEAST_HEIGHT = 36
_LEAST = QSize(160, 2 * _LEAST_HEIGHT)
_ASIDE_WIDTH = 128
_LEAD_WIDTH = 34
#: The words of a list that grows: as large as all of them have room for, else the last.
_SIZES = (TYPED, TITLE, 15)
_MARK = 3
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class IdeaLook:
    """What a row shows.

    Attributes:
        text: The words of the idea.
        lead: Its number, at the left.
        above: What it is, or where it is from, over its words.
        aside: What became of it, at the right, a line each.
        is_quiet: It steps back.
    """

    text: str
    lead: str = ""
    above: str = ""
    aside: tuple[str, ...] = ()
    is_quiet: bool = False


#: Tells what the row of an idea shows; also its number from the top, from 1.
Describe = Callable[[Idea, int], IdeaLook]


class _Places:
    """Where the parts of a row are, for a font and a width; the words may be larger than it."""

    def __init__(self, look: IdeaLook, font: QFont, words_size: int, width: int) -> None:
        """Measure a row that begins at (0, 0); the size of the words is in pixels."""
        scale = font.pixelSize() / BODY
        self.small = QFont(font)
        self.small.setPixelSize(round(LABEL * scale))
        self.small_bold = QFont(self.small)
        self.small_bold.setWeight(QFont.Weight.DemiBold)
        self.scale = scale
        side, top = round(_SIDE * scale), round(_ABOVE * scale)
        left = side + (round(_LEAD_WIDTH * scale) if look.lead else 0)
        aside = round(_ASIDE_WIDTH * scale) if look.aside else 0
        room = max(1, width - left - side - aside)
        line = QFontMetrics(self.small).lineSpacing()
        self.above = QRect(left, top, room, line if look.above else 0)
        words_font = QFont(font)
        words_font.setPixelSize(words_size)
        self.number = QFont(self.small)
        self.number.setPixelSize(round(LABEL / BODY * words_size))
        self.words = _laid_out(look.text, words_font, room)
        height = ceil(self.words.boundingRect().height())
        self.text = QRect(left, self.above.bottom() + 1, room, height)
        # Both stand on one line.
        down = QFontMetrics(words_font).ascent() - QFontMetrics(self.number).ascent()
        self.lead = QRect(side, self.text.top() + down, left - side, height)
        self.aside = QRect(width - side - aside, top, aside, line * len(look.aside))
        lowest = max(self.text.bottom(), self.aside.bottom())
        self.height = max(round(_LEAST_HEIGHT * scale), lowest + 1 + top)


class IdeaDelegate(QStyledItemDelegate):
    """Measures and draws the rows; heights are kept until words, width or font change."""

    def __init__(self, view: "IdeaList", model: IdeaModel, describe: Describe) -> None:
        """For the rows of a view."""
        super().__init__(view)
        self._view = view
        self._model = model
        self._describe = describe
        self._heights: dict[tuple[IdeaLook, int, int, int], int] = {}

    @override
    @guarded(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = self._look(index)
        return QSize(self._view.row_width, self._height(look, self._view.words_size))

    def is_room_for_all(self, words_size: int, height: int) -> bool:
        """Whether all rows are seen at once with words of a size."""
        for row in range(self._model.rowCount()):
            height -= self._height(self._look(self._model.index(row)), words_size)
            if height < 0:
                return False
        return True

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look = self._look(index)
        rect, state = option.rect, option.state
        view = self._view
        places = _Places(look, view.font(), view.words_size, view.row_width)
        painter.save()
        painter.setClipRect(rect)
        self._draw_ground(painter, rect, places.scale, state)
        painter.translate(rect.topLeft())
        _draw_words(painter, look, places)
        painter.restore()

    def forget(self) -> None:
        """Measure anew: there is another font, or another width."""
        self._heights.clear()

    def _height(self, look: IdeaLook, words_size: int) -> int:
        font, width = self._view.font(), self._view.row_width
        key = (look, width, font.pixelSize(), words_size)
        if key not in self._heights:
            load_fonts_for(look.text)
            self._heights[key] = _Places(look, font, words_size, width).height
        return self._heights[key]

    def _look(self, index: Index) -> IdeaLook:
        return self._describe(self._model.idea_at(index.row()), index.row() + 1)

    def _draw_ground(
        self, painter: QPainter, rect: QRect, scale: float, state: QStyle.StateFlag
    ) -> None:
        tokens = current_tokens()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tinted(tokens)))
            mark = QRect(rect.topLeft(), QSize(round(_MARK * scale), rect.height()))
            painter.fillRect(mark, QColor(tokens.accent_text))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, QColor(tokens.hairline))


def _draw_words(painter: QPainter, look: IdeaLook, places: _Places) -> None:
    tokens = current_tokens()
    ink, quiet = QColor(tokens.text), QColor(tokens.quiet)
    painter.setPen(QPen(quiet))
    painter.setFont(places.number)
    painter.drawText(places.lead, int(_LEFT), look.lead)
    painter.setFont(places.small)
    painter.drawText(places.aside, int(_RIGHT), "\n".join(look.aside))
    if look.above:
        painter.setFont(places.small_bold)
        painter.setPen(QPen(QColor(tokens.accent_text)))
        metrics = QFontMetrics(places.small_bold)
        room = places.above.width()
        flat = metrics.elidedText(look.above, Qt.TextElideMode.ElideRight, room)
        painter.drawText(places.above, int(_LEFT), flat)
    painter.setPen(QPen(quiet if look.is_quiet else ink))
    places.words.draw(painter, QPointF(places.text.topLeft()))


def _laid_out(text: str, font: QFont, width: int) -> QTextLayout:
    """Words broken at their ends, or within where one is longer than a line."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0.0, height))
        height += line.height()
        line = layout.createLine()
    layout.endLayout()
    return layout


class IdeaList(QListView):
    """The view."""

    #: Another idea is the current one. Carries its id; "" for none.
    chosen = Signal(str)

    def __init__(
        self, model: IdeaModel, name: str, describe: Describe, *, is_growing: bool = False
    ) -> None:
        """Show a model.

        Args:
            model: The ideas.
            name: For those who cannot see it.
            describe: Tells what each row shows.
            is_growing: Ideas come at its end, which stays in view, and the room reads along.
        """
        super().__init__()
        #: Of the words, px; 0 while that is to be measured.
        self._words_size = 0
        self._ideas = model
        self._is_growing = is_growing
        self._delegate = IdeaDelegate(self, model, describe)
        self.setObjectName("ideaList")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(self._on_current)
        for news in (model.rowsInserted, model.rowsRemoved, model.modelReset, model.dataChanged):
            news.connect(self._fit_again)
        # The view measures its rows after they came, so go to one of them after that.
        self._scroll_soon = QTimer(self)
        self._scroll_soon.setSingleShot(True)
        self._scroll_soon.setInterval(0)
        self._scroll_soon.timeout.connect(self._scroll)

    @property
    def row_width(self) -> int:
        """The width that words have, pixels; the same whether there is a scroll bar or not."""
        bar = self.verticalScrollBar().sizeHint().width()
        return max(1, self.contentsRect().width() - bar)

    @property
    def words_size(self) -> int:
        """Of the words of an idea, pixels."""
        if not self._words_size:
            size = self.font().pixelSize()
            sizes = [round(one * size / BODY) for one in _SIZES] if self._is_growing else [size]
            room = self.viewport().height()
            fitting = (one for one in sizes if self._delegate.is_room_for_all(one, room))
            self._words_size = next(fitting, sizes[-1])
        return self._words_size

    @property
    def current_id(self) -> str:
        """The idea chosen, "" if none is."""
        index = self.currentIndex()
        return self._ideas.ids[index.row()] if index.isValid() else ""

    def choose(self, idea_id: str) -> None:
        """Make an idea the current one and bring it into view; one not shown leaves none."""
        row = self._ideas.row_of(idea_id)
        if row < 0:
            self.selectionModel().clear()
            self.chosen.emit("")
        else:
            index = self._ideas.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def show_end(self) -> None:
        """Bring the last idea into view."""
        self.scheduleDelayedItemsLayout()
        self._scroll_soon.start()

    def measure_again(self) -> None:
        """What rows show has changed without a change of their ideas."""
        self._fit_again()
        self.viewport().update()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Another font, other heights."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._delegate.forget()
            self._fit_again()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """Two ideas; it takes all the room it is given, and asks for none."""
        return _LEAST

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """The same."""
        return _LEAST

    @override
    @guarded(None)
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would make the first row the current one: nobody picked it."""
        was_chosen = self.currentIndex().isValid()
        super().focusInEvent(event)
        if not was_chosen:
            self.selectionModel().clearCurrentIndex()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Who was at the end stays there; of ideas to pick, the one picked stays in view."""
        bar = self.verticalScrollBar()
        is_kept = bar.value() == bar.maximum()
        if not self._is_growing:
            was_seen = QRect(QPoint(), event.oldSize())
            is_kept = self.visualRect(self.currentIndex()).intersects(was_seen)
        super().resizeEvent(event)
        self._fit_again()
        if is_kept:
            self._scroll_soon.start()

    def _fit_again(self) -> None:
        self._words_size = 0
        self.scheduleDelayedItemsLayout()

    def _scroll(self) -> None:
        if self._is_growing:
            self.scrollToBottom()
        elif self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self._ideas.ids[now.row()] if now.isValid() else "")
