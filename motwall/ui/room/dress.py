"""Widgets that are made for Desk, made large enough for Room: what is 24 px there is 20 mm here.

The style sheet is the one of Desk with every length in it grown; layouts get their distances grown
and no two controls of them are nearer than 3 mm. All of it is taken off again on Desk.
"""

import math
import re
from collections.abc import Callable
from functools import lru_cache, partial

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QGridLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from motwall.guard import guarded
from motwall.model.screen import GAP
from motwall.paint.fonts import FAMILY
from motwall.paint.tokens import Tokens
from motwall.ui.date_field import DateEditor
from motwall.ui.flow import FlowBox
from motwall.ui.panel.measured_table import MeasuredTable
from motwall.ui.room.sizes import RoomSizes
from motwall.ui.theme import BODY, style_sheet, tinted

#: What Room makes for itself has this property, and the right size already.
OWN = "roomOwn"
#: Room and Desk go back and forth on one panel, light or dark.
_SHEETS_KEPT = 8
_DECLARATION = re.compile(r"([a-z-]+)\s*:([^;{}]*px[^;{}]*)")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)px")
#: Words in the head of a card, read by everybody in the room: px of the font at the zoom of Desk,
#: and the most of the window's height.
_READ_BY_ALL = {
    "headline": (33, 0.04),
    "context": (18, 0.022),
    "rule": (24, 0.028),
    "lesson": (60, 0.05),
    "taught": (54, 0.038),
    "reason": (32, 0.025),
}
#: What all read of a card below its head: as on Desk, as large as there is room for in Room, px at
#: the zoom of Desk, and the most of the window's height.
_READ_BELOW = {
    "moment": (24, 33, 0.04),
    "question": (18, 24, 0.023),
    "answer": (15, 22, 0.021),
    "listed": (13, 20, 0.019),
    "name": (12, 16, 0.015),
}
#: Of what is written in, px at the zoom of Desk.
_EDGE = 3
#: Before all else, so that whatever says more wins.
_BASE_SHEET = "QWidget {{ font-size: {body}px; }}"
_ROOM_SHEET = """
#roomHeader {{ background: transparent; }}
#roomBand, #roomPens {{ background: {bar}; border: 0; border-top: {line}px solid {hairline}; }}
#roomPhases {{ background: {band}; border: 0; border-radius: {radius}px; }}
#roomSide {{ background: {panel}; border: {line}px solid {hairline}; border-top: 0; }}
#roomSide #sidePanel {{ background: {panel}; border-top: {line}px solid {hairline}; }}
QLabel[role="headline"], QLabel[role="counter"] {{ font-size: {headline}px; }}
QLabel[role="lesson"] {{ font-size: {lesson}px; }}
QLabel[role="context"] {{ font-size: {context}px; }}
QLabel[role="taught"], QLabel[role="taughtmark"], #taughtWords, #taughtWords QAbstractButton,
#taughtFace {{ font-size: {taught}px; }}
QLabel[role="taughtshort"], QLabel[role="reason"], QLabel[role="percent"],
QPlainTextEdit[role="point"] {{ font-size: {reason}px; }}
QLabel[role="rule"] {{ font-size: {rule}px; }}
QLabel[role="moment"] {{ font-size: {moment}px; }}
#cardTitle[role="title"] {{ font-size: {headline}px; }}
#fullCard QLabel[role="question"], #fullCard QLabel[role="count"] {{ font-size: {question}px; }}
#fullCard QPlainTextEdit[role="answer"], #fullCard QPlainTextEdit[role="idea"],
#fullCard QLabel[role="recall"] {{ font-size: {answer}px; }}
#closingContent QPlainTextEdit, #closingContent QLabel[role="strong"],
#closingContent QLabel[role="agreed"],
#ideasAside QPlainTextEdit, #nameChips QPushButton {{ font-size: {answer}px; }}
#ideaList, #actionList, #actionList QPlainTextEdit, #noteChooser, #costAndLift,
#ideasAside QLabel, QFrame[role="part"] QLabel,
QFrame[role="part"] QLineEdit, QPushButton[kind="agenda"], QPushButton[kind="part"] {{
    font-size: {listed}px;
}}
#actionList QHeaderView::section, #dueBox QLabel {{ font-size: {name}px; }}
#actionList #dueFrame {{
    background: {bar}; border: {edge}px solid {accent_text}; border-radius: 0;
}}
#actionList #dueBox QPlainTextEdit {{ border: 0; padding: 0; }}
#fullCard QLabel[role="label"], #fullCard #verdict {{ font-size: {name}px; }}
#cardBar {{ background: {tint}; border: {line}px solid {accent_text}; border-radius: {radius}px; }}
"""


def grown(sheet: str, zoom: float) -> str:
    """A style sheet with its lengths so many times as long; lines stay thin."""

    def grow(found: re.Match[str]) -> str:
        name, value = found[1], found[2]
        is_line = name.startswith("border") and not name.endswith("radius")

        def length(one: re.Match[str]) -> str:
            px = float(one[1]) * zoom
            whole = round(px) if is_line else math.ceil(px - 1e-6)
            return f"{max(whole, 1 if float(one[1]) else 0)}px"

        return f"{name}:{_LENGTH.sub(length, value)}"

    return _DECLARATION.sub(grow, sheet)


@lru_cache(maxsize=_SHEETS_KEPT)
def room_sheet(tokens: Tokens, sizes: RoomSizes) -> str:
    """The one style sheet of Room."""
    height = sizes.height
    own = _ROOM_SHEET.format(
        bar=tokens.bar,
        band=tokens.band,
        panel=tokens.panel,
        hairline=tokens.hairline,
        accent_text=tokens.accent_text,
        tint=tinted(tokens),
        line=max(1, round(sizes.px_per_mm * 0.5)),
        edge=round(_EDGE * sizes.mm.zoom),
        **{
            name: math.ceil(min(size * sizes.mm.zoom, share * height))
            for name, (size, share) in _READ_BY_ALL.items()
        },
        **{
            name: math.ceil(max(least * sizes.mm.zoom, min(size * sizes.mm.zoom, share * height)))
            for name, (least, size, share) in _READ_BELOW.items()
        },
        radius=round(sizes.post * 0.17),
    )
    base = _BASE_SHEET.format(body=body_size(sizes))
    return base + grown(style_sheet(tokens), sizes.mm.zoom) + own


def body_size(sizes: RoomSizes) -> int:
    """The font size of all that says nothing else, px."""
    return math.ceil(BODY * sizes.mm.zoom)


class Dress(QObject):
    """The clothes of a page in Room."""

    def __init__(self, page: QWidget, wall: QAbstractScrollArea, sizes: RoomSizes) -> None:
        """Be for a page and the view of its wall; `put_on` and `take_off`."""
        super().__init__(page)
        self._page = page
        self._wall = wall
        self._sizes = sizes
        self._dressed: set[QObject] = set()
        #: What was changed, and how it is changed back.
        self._changes: list[tuple[QObject, Callable[[], object]]] = []

    def put_on(self, tokens: Tokens) -> None:
        """Make everything on the page large enough."""
        font = QFont(FAMILY)
        font.setPixelSize(body_size(self._sizes))
        self._page.setFont(font)
        self._page.setStyleSheet(room_sheet(tokens, self._sizes))
        self._dress(self._page)

    def restyle(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self._page.setStyleSheet(room_sheet(tokens, self._sizes))

    def take_off(self) -> None:
        """Leave everything as it was."""
        for thing, change_back in self._changes:
            if isValid(thing):
                change_back()
        self._changes.clear()
        self._dressed.clear()
        self._page.setStyleSheet("")
        self._page.setFont(QFont())

    def _dress(self, widget: QWidget) -> None:
        """Dress a widget and all in it, and what will come into it."""
        if widget.property(OWN) or widget in self._dressed or widget is self._wall.viewport():
            return
        self._dressed.add(widget)
        if widget is not self._wall:
            # What happens on the wall need not come past here.
            widget.installEventFilter(self)
            self._changes.append((widget, partial(widget.removeEventFilter, self)))
        layout = widget.layout()
        if layout is not None and not widget.isAncestorOf(self._wall):
            for one in (layout, *layout.findChildren(QLayout)):
                self._grow(one)
        self._suit(widget)
        for child in widget.children():
            if isinstance(child, QWidget) and not child.isWindow():
                self._dress(child)

    def _suit(self, widget: QWidget) -> None:
        """See to what a style sheet cannot do. No popups: one takes everybody's fingers."""
        if isinstance(widget, FlowBox):
            self._changes.append((widget, partial(widget.set_spacing, widget.spacing)))
            widget.set_spacing(self._distance(widget.spacing))
        elif isinstance(widget, DateEditor):
            self._changes.append((widget, partial(widget.offer_calendar, is_offered=True)))
            widget.offer_calendar(is_offered=False)
        elif isinstance(widget, MeasuredTable):
            self._changes.append((widget, partial(widget.open_by_tap, is_wanted=False)))
            widget.open_by_tap(is_wanted=True)
        elif isinstance(widget, QLineEdit | QPlainTextEdit):
            policy = widget.contextMenuPolicy()
            self._changes.append((widget, partial(widget.setContextMenuPolicy, policy)))
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)

    def _grow(self, layout: QLayout) -> None:
        if layout in self._dressed:
            return
        self._dressed.add(layout)
        margins = layout.contentsMargins()
        sides = (margins.left(), margins.top(), margins.right(), margins.bottom())
        spacing = _spacing(layout)
        self._changes.append((layout, partial(layout.setContentsMargins, *sides)))
        self._changes.append((layout, partial(_set_spacing, layout, spacing)))
        layout.setContentsMargins(*(round(one * self._sizes.mm.zoom) for one in sides))
        _set_spacing(layout, (self._distance(spacing[0]), self._distance(spacing[1])))

    def _distance(self, px: int) -> int:
        return max(round(px * self._sizes.mm.zoom), self._sizes.mm.px(GAP))

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QChildEvent) and event.type() == QEvent.Type.ChildPolished:
            child = event.child()
            if isinstance(child, QWidget):
                self._dress(child)
        return super().eventFilter(watched, event)


def _spacing(layout: QLayout) -> tuple[int, int]:
    if isinstance(layout, QGridLayout):
        return layout.horizontalSpacing(), layout.verticalSpacing()
    return layout.spacing(), layout.spacing()


def _set_spacing(layout: QLayout, spacing: tuple[int, int]) -> None:
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(spacing[0])
        layout.setVerticalSpacing(spacing[1])
    else:
        layout.setSpacing(spacing[0])
