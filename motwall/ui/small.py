"""Small things that several parts of the window need: labels, an icon button, a button's menu."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.paint.icons import draw_icon, qicon
from motwall.ui.theme import BODY, current_tokens

_ICON = 16
_RESTYLED = (QEvent.Type.PaletteChange, QEvent.Type.StyleChange, QEvent.Type.FontChange)


def label(text: str, role: str, *, is_wrapped: bool = False) -> QLabel:
    """A label that never takes its text for markup; `role` as the style sheet knows it."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    made.setWordWrap(is_wrapped)
    return made


def plain_tip(words: str) -> str:
    """What a tooltip is given for a user's own words: Qt takes none of them for markup."""
    return f"<p>{escape(words)}</p>" if words else ""


def labelled(name: str, field: QWidget) -> QWidget:
    """A field under its label; a click on the label goes to the field."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    above = label(name, "label")
    above.setBuddy(field)
    column.addWidget(above)
    column.addWidget(field)
    return box


def hairline(side: int = 0) -> QWidget:
    """A thin line across; `side` pixels are left free at both ends."""
    box = QWidget()
    row = QVBoxLayout(box)
    row.setContentsMargins(side, 0, side, 0)
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    row.addWidget(line)
    return box


def park(parent: QWidget, *widgets: QWidget) -> None:
    """Have widgets go with a parent that gives them their places later, unseen until then.

    With no parent Qt never takes them down, and what hears their signals lives for ever with them.
    """
    for one in widgets:
        one.setParent(parent)
        one.hide()


def give_menu(button: QPushButton | QToolButton, menu: QMenu) -> None:
    """Give a button a menu, and see to it that it looks let go of when the menu has closed."""
    button.setMenu(menu)
    _LettingGo(button, menu)


class _LettingGo(QObject):
    """Qt tells a button nothing of a pointer that went elsewhere while its menu was open."""

    def __init__(self, button: QWidget, menu: QMenu) -> None:
        """Live as long as the button."""
        super().__init__(button)
        self._button = button
        menu.aboutToHide.connect(self._let_go)

    def _let_go(self) -> None:
        at = self._button.mapFromGlobal(QCursor.pos())
        if not self._button.rect().contains(at):
            self._button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
            self._button.update()


def widest_number(metrics: QFontMetrics, digits: int) -> int:
    """The room that any number of so many digits needs, px: digits are not all of one width."""
    # And a pixel, because the width of words is not quite the sum of the widths of their parts.
    return digits * max(metrics.horizontalAdvance(one) for one in "0123456789") + 1


class ElidedLabel(QLabel):
    """One line of text, with an ellipsis where there is no room for all of it."""

    def __init__(self, role: str, *, is_wrapped: bool = False) -> None:
        """Start empty; if `is_wrapped`, go on in further lines where the height has room for all.

        Then it takes whatever height the layout has.
        """
        super().__init__()
        self._is_wrapped = is_wrapped
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        height = QSizePolicy.Policy.Ignored if is_wrapped else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Ignored, height)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits."""
        with QPainter(self) as painter:
            painter.setPen(self.palette().windowText().color())
            flat = " ".join(self.text().split())
            flags = int(self.alignment())
            if self._is_wrapped:
                wrapped = flags | int(Qt.TextFlag.TextWordWrap)
                needed = self.fontMetrics().boundingRect(self.rect(), wrapped, flat)
                if self.rect().contains(needed):
                    painter.drawText(self.rect(), wrapped, flat)
                    return
            shown = self.fontMetrics().elidedText(flat, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(self.rect(), flags, shown)


class IconButton(QToolButton):
    """A quiet button with an icon in the colour of the theme."""

    def __init__(
        self, icon: str, name: str, on_click: Callable[[], object], side: int = 28
    ) -> None:
        """Take the icon's name, what the button does in words, what to call, and its side."""
        super().__init__()
        self._icon_name = icon
        self._side = side
        self.setProperty("kind", "quiet")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda _is_checked=False: on_click())
        self._dress()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of the text."""
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._dress()

    def _dress(self) -> None:
        scale = self.font().pixelSize() / BODY
        side, icon = round(self._side * scale), round(_ICON * scale)
        self.setFixedSize(side, side)
        self.setIconSize(QSize(icon, icon))
        self.setIcon(qicon(self._icon_name, current_tokens().quiet, icon))


class Sign(QWidget):
    """A small icon beside a sentence; not to be clicked, and it says nothing the words do not."""

    def __init__(self, icon: str) -> None:
        """Take the icon's name."""
        super().__init__()
        self._icon_name = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        """As tall as the words beside it."""
        side = round(_ICON * self.font().pixelSize() / BODY)
        return QSize(side, side)

    @override
    @guarded(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon in the colour of trouble."""
        with QPainter(self) as painter:
            ink = QColor(current_tokens().bad)
            draw_icon(painter, self._icon_name, QRectF(self.rect()), ink)


class Card(QFrame):
    """A box with a hairline round it."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setProperty("role", "card")
