"""The pens of Room: sheets of paper to tap, each with its name; they are the legend, too."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout
from typing_extensions import override

from motwall.document.document import Document
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.order import contact_types
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment
from motwall.paint.colours import NO_BRUSH, colour, mixed, pen
from motwall.paint.icons import icon_pixmap
from motwall.paint.labels import MEDIUM, SEMIBOLD, draw_label, elided, label_width
from motwall.paint.patterns import draw_pattern
from motwall.paint.tokens import INK, PLAIN_PAPER, Tokens
from motwall.scene.pen import Pen
from motwall.ui.flow import FlowBox
from motwall.ui.pens import ERASER
from motwall.ui.room.post import Post
from motwall.ui.room.sizes import RoomSizes
from motwall.ui.small import park

#: Shares of a pen's height.
_STRIP, _ROUNDING, _RING = 0.24, 0.1, 0.08
#: Of a post's height.
_HEIGHT = 0.82
#: Shares of the size of the words.
_ICON, _MARGIN, _BETWEEN, _COUNT, _MOST = 1.1, 0.7, 0.4, 0.85, 11.0
_EDGE_ALPHA, _PATTERN_ALPHA = 90, 130
_DOWN = 0.25
#: Patterns are made for mm of a note; here a mm is this many of the panel.
_GRAIN = 1.0


class PenPost(Post):
    """A pen as a sheet of its paper: pattern, icon, name, and how many notes have it."""

    def __init__(self, sizes: RoomSizes) -> None:
        """Be the eraser; `show_type` for a pen."""
        super().__init__(sizes, translate("Pens", "No colour"))
        self._contact_type: ContactType | None = None
        self._count = ""
        self.setCheckable(True)

    def show_type(self, contact_type: ContactType, count: int) -> None:
        """Turn to a contact type that so many notes have."""
        self._contact_type = contact_type
        self._count = str(count) if count else ""
        words = contact_type.name or contact_type.code
        self.setText(words)
        self.setAccessibleName(f"{words} {self._count}".strip())
        self.updateGeometry()
        self.update()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        size = self._sizes.words
        words = label_width(self.text(), size, SEMIBOLD)
        room = (2 * _MARGIN + _BETWEEN + _ICON + _BETWEEN + 2 * _COUNT) * size
        width = min(words + room, _MOST * size + room)
        return QSize(round(width), max(self._sizes.target, round(self._sizes.post * _HEIGHT)))

    @override
    def draw_ground(self, painter: QPainter, tokens: Tokens) -> str:
        paper = self._contact_type.colour if self._contact_type else PLAIN_PAPER
        if self.isDown():
            paper = mixed(paper, INK, _DOWN)
        high = float(self.height())
        ring = high * _RING if self.isChecked() or self.hasFocus() else 0.0
        box = QRectF(self.rect()).adjusted(ring, ring, -ring, -ring).adjusted(1, 1, -1, -1)
        radius = high * _ROUNDING
        is_plain = self._contact_type is None
        painter.setBrush(colour(paper))
        painter.setPen(pen(INK, self._sizes.px_per_mm * 0.5, _EDGE_ALPHA, is_dashed=is_plain))
        painter.drawRoundedRect(box, radius, radius)
        if self._contact_type is not None:
            grain = self._sizes.px_per_mm * _GRAIN
            painter.save()
            painter.translate(box.x() + radius / 2, box.y())
            painter.scale(grain, grain)
            strip = QRectF(0, 0, (box.width() - radius) / grain, box.height() * _STRIP / grain)
            draw_pattern(painter, strip, self._contact_type.pattern, colour(INK, _PATTERN_ALPHA))
            painter.restore()
        if ring:
            frame = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.setBrush(NO_BRUSH)
            painter.setPen(pen(tokens.accent_text, ring))
            painter.drawRoundedRect(frame, radius, radius)
        return INK

    @override
    def draw_content(self, painter: QPainter, tokens: Tokens, ink: str) -> None:
        size = self._sizes.words
        high = self.height() * (1 + _STRIP) / 2
        left = _MARGIN * size
        icon = self._contact_type.icon if self._contact_type else "note"
        side = size * _ICON
        picture = icon_pixmap(icon or "note", round(side), ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(round(left), round(high - side / 2)), picture)
        left += side + _BETWEEN * size
        count = label_width(self._count, size * _COUNT, MEDIUM)
        room = self.width() - left - _MARGIN * size - count - (_BETWEEN * size if count else 0.0)
        baseline = high + size * 0.36
        words = elided(self.text(), max(1.0, room), size, SEMIBOLD)
        draw_label(painter, words, QPointF(left, baseline), size, SEMIBOLD, colour(ink))
        at = QPointF(self.width() - _MARGIN * size - count, baseline)
        draw_label(painter, self._count, at, size * _COUNT, MEDIUM, colour(ink))


class RoomPens(QFrame):
    """A pen for each contact type of the wall, the eraser, and a way to further types.

    Hidden until phase B.

    Attributes:
        more: The post at the end.
    """

    #: A pen was picked or put down. Carries a Pen or None.
    picked = Signal(object)
    #: Another contact type than those is wanted.
    more_wanted = Signal()

    def __init__(self, document: Document, sizes: RoomSizes) -> None:
        """Follow the contact types of a document."""
        super().__init__()
        self.setObjectName("roomPens")
        self._document = document
        self._sizes = sizes
        self._held: str | None = None
        self._posts: dict[str, PenPost] = {ERASER: self._make(ERASER)}
        height = max(sizes.target, round(sizes.post * _HEIGHT))
        self.more = Post(sizes, translate("Pens", "Another…"), "plus", height=height)
        self.more.clicked.connect(self._want_more)
        self._flow = FlowBox(spacing=sizes.gap)
        park(self._flow, self._posts[ERASER], self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.edge, sizes.pad, sizes.edge, sizes.pad)
        row.addWidget(self._flow, 1)
        document.changed.connect(self._on_changed)
        self.hide()

    def button(self, contact_type_id: str) -> PenPost:
        """The pen of a contact type; "" is the eraser."""
        return self._posts[contact_type_id]

    def show_pen(self, pen: Pen | None) -> None:
        """Show which pen is in hand."""
        self._held = None if pen is None else pen.contact_type_id or ERASER
        for key, post in self._posts.items():
            post.setChecked(key == self._held)

    def _fill(self) -> None:
        store = self._document.store
        types = contact_types(store)
        known = self._posts
        self._posts = {one.id: known.get(one.id) or self._make(one.id) for one in types}
        for one in types:
            count = len(store.referring(Moment, "contact_type_id", one.id))
            self._posts[one.id].show_type(one, count)
        self._posts[ERASER] = known[ERASER]
        self._flow.set_widgets([*self._posts.values(), self.more])
        for key, post in self._posts.items():
            post.setChecked(key == self._held)

    def _make(self, key: str) -> PenPost:
        post = PenPost(self._sizes)
        post.clicked.connect(partial(self._pick, key))
        return post

    def _pick(self, key: str, _is_checked: bool = False) -> None:
        held = None if key == self._held else Pen(key or None)
        self.show_pen(held)
        self.picked.emit(held)

    def _want_more(self, _is_checked: bool = False) -> None:
        self.more_wanted.emit()

    def _on_changed(self, patch: Patch) -> None:
        is_concerned = patch.touches(ContactType) or patch.touches(Moment, "contact_type_id")
        if is_concerned and not self.isHidden():
            self._fill()

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while it was folded."""
        super().showEvent(event)
        self._fill()
