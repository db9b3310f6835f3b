"""A part of the panel that opens and closes; closed, it says what is in it in one line."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.small import plain_tip
from motwall.ui.tab_order import controls
from motwall.ui.theme import BODY, LABEL, current_tokens

#: Of a section's header, pixels: closed it is something to click, open it is a label.
_CLOSED_HEIGHT, _OPEN_HEIGHT = 30, 24
_GAP = 10
#: Left free at both sides, where flat editors reach out.
SIDE = 7
_AFTER = 8
_CHEVRON = 4.0
_CHEVRON_ROOM = 18
_RING = 3


class SectionHeader(QAbstractButton):
    """The name of a section; a click opens or closes it. Tab stops here only while it is closed."""

    def __init__(self, title: str, hint: str = "") -> None:
        """Start closed; `hint` stands at the right while open."""
        super().__init__()
        self._title = title
        self._hint = hint
        self._preview = ""
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)
        self._on_toggled()

    def set_preview(self, text: str) -> None:
        """What is in the section, shown while it is closed."""
        flat = " ".join(text.split())
        if flat != self._preview:
            self._preview = flat
            self.setAccessibleDescription(flat)
            self._show_tip()
            self.update()

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """As wide as the panel lets it be."""
        scale = self.font().pixelSize() / BODY
        height = _OPEN_HEIGHT if self.isChecked() else _CLOSED_HEIGHT
        return QSize(80, round(height * scale))

    @override
    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        """One line."""
        return self.sizeHint()

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Name, preview or hint, and a chevron that says which way a click goes."""
        tokens = current_tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = self.rect().adjusted(0, 0, -_CHEVRON_ROOM, 0)
            bold = _sized(self.font(), LABEL, QFont.Weight.DemiBold)
            name_width = QFontMetrics(bold).horizontalAdvance(self._title)
            painter.setFont(bold)
            is_pointed_at = self.underMouse() or self.hasFocus()
            painter.setPen(QColor(tokens.text if is_pointed_at else tokens.quiet))
            painter.drawText(area, _at(Qt.AlignmentFlag.AlignLeft), self._title)
            self._draw_beside(painter, area.adjusted(name_width + _GAP, 0, 0, 0))
            if not self.isChecked() or is_pointed_at:
                self._draw_chevron(painter)
            if self.hasFocus():
                painter.setPen(QPen(QColor(tokens.accent_text), _RING))
                painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 6, 6)

    def _draw_beside(self, painter: QPainter, area: QRect) -> None:
        words, side = self._preview, Qt.AlignmentFlag.AlignLeft
        painter.setPen(QColor(current_tokens().quiet))
        if self.isChecked():
            words, side = self._hint, Qt.AlignmentFlag.AlignRight
            area.setRight(self.rect().right())
            if self.underMouse() or self.hasFocus():
                area.setRight(self.rect().right() - _CHEVRON_ROOM)
        font = _sized(self.font(), LABEL, QFont.Weight.Normal)
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, _at(side), shown)

    def _draw_chevron(self, painter: QPainter) -> None:
        x = self.width() - _CHEVRON - 3
        y = self.height() / 2 + (_CHEVRON / 2 if self.isChecked() else -_CHEVRON / 2)
        tip = -_CHEVRON if self.isChecked() else _CHEVRON
        painter.setPen(QPen(QColor(current_tokens().quiet), 1.5))
        painter.drawPolyline(
            QPolygonF([QPointF(x - _CHEVRON, y), QPointF(x, y + tip), QPointF(x + _CHEVRON, y)])
        )

    def _show_tip(self) -> None:
        """Closed, its one line is often cut: all of it is to be read without opening the part."""
        self.setToolTip("" if self.isChecked() else plain_tip(self._preview))

    def _on_toggled(self) -> None:
        self._show_tip()
        state = translate("Panel", "open") if self.isChecked() else translate("Panel", "closed")
        self.setAccessibleName(f"{self._title}, {state}")
        # Above an open part Tab would land on a label, and the spaces typed there would close it.
        policy = Qt.FocusPolicy
        self.setFocusPolicy(policy.NoFocus if self.isChecked() else policy.TabFocus)
        self.updateGeometry()


class Section(QWidget):
    """A header and, while open, a body."""

    #: The user opened or closed it.
    toggled = Signal(bool)

    def __init__(self, title: str, body: QWidget, hint: str = "", *, is_flat: bool = False) -> None:
        """Start closed.

        Args:
            title: The name.
            body: What it opens.
            hint: A few words at the right, while open.
            is_flat: The body keeps the space at both sides by itself.
        """
        super().__init__()
        self.header = SectionHeader(title, hint)
        self.body = body
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        inset = 0 if is_flat else SIDE
        for widget, side in ((self.header, SIDE), (body, inset)):
            box = QVBoxLayout()
            box.setContentsMargins(side, 0, side, 0)
            box.addWidget(widget)
            self._column.addLayout(box)
        body.hide()
        self.header.clicked.connect(self._on_clicked)

    @property
    def is_open(self) -> bool:
        """Whether the body shows."""
        return self.header.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        self.header.setChecked(is_open)
        self.body.setVisible(is_open)
        self._column.setContentsMargins(0, 0, 0, _AFTER if is_open else 0)

    def _on_clicked(self) -> None:
        had_keyboard = self.header.hasFocus()
        self.set_open(self.is_open)
        self.toggled.emit(self.is_open)
        if had_keyboard and self.is_open:
            self._enter()

    def _enter(self) -> None:
        """Go to the first field: who opened it by key wants to be there."""
        usable = (one for one in controls(self.body) if one.isVisible() and one.isEnabled())
        first = next(usable, None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)


def _sized(font: QFont, size: int, weight: QFont.Weight) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(round(font.pixelSize() * size / BODY))
    sized.setWeight(weight)
    return sized


def _at(side: Qt.AlignmentFlag) -> int:
    return int(side | Qt.AlignmentFlag.AlignVCenter)
