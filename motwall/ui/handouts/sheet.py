"""The export sheet: beside the wall, not over it; work on the wall goes on while it is open."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.floating_card import EDGE, REACH_TOP, STAYS, FloatingCard
from motwall.ui.handouts.choice_pane import ChoicePane
from motwall.ui.handouts.choices import HandoutChoices, Output
from motwall.ui.handouts.preview import Preview
from motwall.ui.handouts.ways_pane import WaysPane
from motwall.ui.small import IconButton
from motwall.ui.tab_order import next_in_ring
from motwall.ui.theme import BODY

#: Of the choices, and of all: at the least, as a share of the page, at the most. Pixels at a text
#: scale of 1.
_CHOICES = 272
_LEAST, _SHARE, _MOST = 600, 0.5, 940
#: What may change where the sheet has room.
_MOVED = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show, QEvent.Type.Hide)


class HandoutSheet(FloatingCard):
    """Choices at the left, the pages at the right; other files on a second tab.

    Attributes:
        pane: The choices for a PDF.
        preview: The pages.
        ways: Other files.
        tabs: Between the two.
        buttons: What makes something, by what it makes.
    """

    #: Something is to be made. Carries the Output.
    wanted = Signal(object)
    #: Another choice for a PDF.
    changed = Signal()
    #: It was opened, or it went away.
    opened = Signal()
    closed = Signal()

    def __init__(self, page: QWidget, said: QWidget) -> None:
        """Stand at the right of a page, hidden; what is said there stays in sight."""
        super().__init__(page)
        self._said = said
        self.setProperty(STAYS, True)
        self.setAccessibleName(translate("Handouts", "Handouts"))
        self.pane = ChoicePane()
        self.preview = Preview()
        self.ways = WaysPane()
        self.tabs = QTabBar()
        self._stack = QStackedWidget()
        self.buttons: dict[Output, QPushButton] = {
            Output.PDF: QPushButton(translate("Handouts", "Save as PDF…")),
            Output.PRINT: QPushButton(translate("Handouts", "Print…")),
            **self.ways.buttons,
        }
        self.close_button = IconButton("x", translate("Handouts", "Close"), self.hide)
        self._build()
        self._connect()
        said.installEventFilter(self)

    @property
    def choices(self) -> HandoutChoices:
        """What is chosen now."""
        return self.pane.choices

    @property
    def picture_scale(self) -> int:
        """How large pictures are wanted."""
        return self.ways.scale.value

    def toggle(self, *, has_dialogs: bool) -> None:
        """Open the sheet, or close it.

        Args:
            has_dialogs: Things may ask in a dialog, and the keyboard may be taken: not in Room,
                where others are at work.
        """
        if self.isVisible():
            self.hide()
            return
        self.buttons[Output.PRINT].setVisible(has_dialogs)
        self.pane.offer_branding(is_offered=has_dialogs)
        self.preview.enlarge(0, is_wanted=False)
        if has_dialogs:
            self.open(self.buttons[Output.PDF])
        else:
            self.arrange()
            self.show()
            self.raise_()
        self.opened.emit()

    def allow_pdf(self, *, is_allowed: bool) -> None:
        """There are pages to save and to print, or not."""
        for one in (Output.PDF, Output.PRINT):
            self.buttons[one].setEnabled(is_allowed)

    # --- FloatingCard ---

    @override
    def arrange(self) -> None:
        """Stand at the right, in reach, between the bars and clear of what is said."""
        page, scale = self.page, self.font().pixelSize() / BODY
        room = self._area()
        least, most = round(_LEAST * scale), round(_MOST * scale)
        width = min(max(least, min(round(page.width() * _SHARE), most)), room.width())
        self.pane.setFixedWidth(min(round(_CHOICES * scale), width // 2))
        self.setGeometry(room.right() + 1 - width, room.top(), width, room.height())

    # --- inside ---

    def _build(self) -> None:
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName(translate("Handouts", "Handouts"))
        self.tabs.addTab(translate("Handouts", "Handouts"))
        self.tabs.addTab(translate("Handouts", "Other files"))
        self.buttons[Output.PDF].setProperty("kind", "primary")
        head = QHBoxLayout()
        head.addWidget(self.tabs)
        head.addStretch(1)
        head.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.buttons[Output.PDF])
        foot.addWidget(self.buttons[Output.PRINT])
        foot.addStretch(1)
        side_by_side = QHBoxLayout()
        side_by_side.setSpacing(12)
        side_by_side.addWidget(self.pane)
        side_by_side.addWidget(self.preview, 1)
        handouts = QWidget()
        column = QVBoxLayout(handouts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(side_by_side, 1)
        column.addLayout(foot)
        self._stack.addWidget(handouts)
        self._stack.addWidget(self.ways)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 6, 12, 12)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.pane.changed.connect(self.changed)
        self.ways.wanted.connect(self.wanted)
        names, same = self.pane.has_names, self.ways.has_names
        same.setChecked(names.isChecked())
        names.toggled.connect(same.setChecked)
        same.toggled.connect(names.setChecked)
        self.preview.enlarged.connect(self._on_enlarged)
        for one in (Output.PDF, Output.PRINT):
            wanted = self.buttons[one]
            wanted.clicked.connect(lambda _is_on=False, output=one: self.wanted.emit(output))

    def _on_enlarged(self, is_large: bool) -> None:
        self.pane.setHidden(is_large)

    def _area(self) -> QRect:
        """Where the sheet may be."""
        page, said = self.page, self._said
        wall = said.parentWidget()
        rect = wall.rect() if wall is not None else page.rect()
        corner = wall.mapTo(page, QPoint()) if wall is not None else QPoint()
        area = QRect(EDGE, corner.y() + EDGE, page.width() - 2 * EDGE, rect.height() - 2 * EDGE)
        if not said.isHidden():
            place = QRect(said.mapTo(page, QPoint()), said.size())
            if place.center().y() < area.center().y():
                area.setTop(place.bottom() + 1 + EDGE)
            else:
                area.setBottom(place.top() - 1 - EDGE)
        area.setTop(max(area.top(), int(page.property(REACH_TOP) or 0)))
        return area

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no pages need to be made."""
        super().hideEvent(event)
        self.closed.emit()

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED and watched in {self._said, self.page} and self.isVisible():
            self.arrange()
        return super().eventFilter(watched, event)

    @override
    @guarded(False)
    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Tab goes round in the sheet; F6 leads out of it."""
        return next_in_ring(self, is_next=is_next) or super().focusNextPrevChild(is_next)
