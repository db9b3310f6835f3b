"""The list of notes beneath the typist's field: drawn, one line each, for the room to read."""

from functools import lru_cache

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.near_match import times_said
from motwall.model.records import ContactType, Moment
from motwall.paint.fonts import load_fonts_for
from motwall.ui.scribe.said_model import SaidModel
from motwall.ui.swatches import SWATCH, swatch
from motwall.ui.theme import BODY, TYPED, current_tokens, tinted

Index = QModelIndex | QPersistentModelIndex

#: Pixels at a text scale of 1.
_HEIGHT, _ASIDE, _SIDE, _GAP = 44, 14, 8, 12
_MARK = 3
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | _MIDDLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _MIDDLE


class SaidDelegate(QStyledItemDelegate):
    """Draws a note: its contact type, its words, how often it was said."""

    def __init__(self, view: "SaidList", model: SaidModel, document: Document) -> None:
        """For the rows of a view."""
        super().__init__(view)
        self._view = view
        self._model = model
        self._document = document

    @override
    @guarded(QSize())
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(1, round(_HEIGHT * self._view.zoom))

    @override
    @guarded(None)
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        moment = self._model.moment_at(index.row())
        if moment is None:
            return
        zoom = self._view.zoom
        rect: QRect = option.rect
        painter.save()
        self._draw_ground(painter, rect, zoom, is_chosen=moment.id == self._view.chosen_id)
        side, gap = round(_SIDE * zoom), round(_GAP * zoom)
        inside = rect.adjusted(side, 0, -side, 0)
        inside.setLeft(self._draw_type(painter, inside, zoom, moment) + gap)
        inside.setRight(self._draw_count(painter, inside, zoom, moment) - gap)
        font = QFont(self._view.font())
        font.setPixelSize(round(TYPED * zoom))
        font.setWeight(QFont.Weight.DemiBold if index.row() == 0 else QFont.Weight.Normal)
        load_fonts_for(moment.text)
        words = " ".join(moment.text.split())
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
        painter.setFont(font)
        painter.setPen(QPen(QColor(current_tokens().text)))
        painter.drawText(inside, int(_LEFT), shown)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRect, zoom: float, *, is_chosen: bool) -> None:
        tokens = current_tokens()
        if is_chosen:
            painter.fillRect(rect, QColor(tinted(tokens)))
            mark = QRect(rect.topLeft(), QSize(round(_MARK * zoom), rect.height()))
            painter.fillRect(mark, QColor(tokens.accent_text))
        line = QRect(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(line, QColor(tokens.hairline))

    def _draw_type(self, painter: QPainter, rect: QRect, zoom: float, moment: Moment) -> int:
        """Draw the contact type; returns where the words may begin."""
        size = QSize(round(SWATCH.width() * zoom), round(SWATCH.height() * zoom))
        found = self._document.store.find(ContactType, moment.contact_type_id)
        if found is not None:
            top = rect.top() + (rect.height() - size.height()) // 2
            place = QRect(QPoint(rect.left(), top), size)
            painter.drawImage(place, _picture(found, zoom * painter.device().devicePixelRatioF()))
        return rect.left() + size.width()

    def _draw_count(self, painter: QPainter, rect: QRect, zoom: float, moment: Moment) -> int:
        """Draw how often it was said, if more than once; returns where the words must end."""
        count = times_said(moment)
        if count == 1:
            return rect.right()
        words = translate("Scribe", "said %n times", count=count)
        font = QFont(self._view.font())
        font.setPixelSize(round(_ASIDE * zoom))
        painter.setFont(font)
        painter.setPen(QPen(QColor(current_tokens().quiet)))
        painter.drawText(rect, int(_RIGHT), words)
        return rect.right() - QFontMetrics(font).horizontalAdvance(words)


@lru_cache(maxsize=64)
def _picture(contact_type: ContactType, ratio: float) -> QImage:
    """Drawn as large as it is shown, so that nothing of it is blurred."""
    return swatch(contact_type, SWATCH, ratio)


class SaidList(QListView):
    """The view. A click takes a note back into the field; the field's arrow keys do as well."""

    #: A note was clicked or tapped. Carries its id.
    picked = Signal(str)

    def __init__(self, document: Document, model: SaidModel) -> None:
        """Show a model."""
        super().__init__()
        self._said = model
        self.chosen_id = ""
        self.setObjectName("saidList")
        self.setAccessibleName(translate("Scribe", "Notes so far, the newest first"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        self.setItemDelegate(SaidDelegate(self, model, document))
        self.setUniformItemSizes(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    @property
    def zoom(self) -> float:
        """Of the text, against Desk."""
        return self.font().pixelSize() / BODY

    def mark(self, moment_id: str) -> None:
        """Show which note is being changed; "" for none."""
        if moment_id != self.chosen_id:
            self.chosen_id = moment_id
            self.viewport().update()
        ids = self._said.ids
        if moment_id in ids:
            self.scrollTo(self._said.index(ids.index(moment_id)))
        elif not moment_id:
            self.scrollToTop()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """One row; it takes all the room it is given, and asks for none."""
        return QSize(160, round(_HEIGHT * self.zoom))

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """The same."""
        return QSize(160, round(_HEIGHT * self.zoom))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(self._said.ids[index.row()])
