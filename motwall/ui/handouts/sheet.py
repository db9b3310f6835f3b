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
from motwall.ui.message_bar import MessageBar
from motwall.ui.small import IconButton
from motwall.ui.tab_order import next_in_ring
from motwall.ui.theme import BODY

#: Of the choices, and of all: at the least, as a share of the page, at the most. Pixels at a text
#: scale of 1.
_CHOICES = 272
_LEAST, _SHARE, _MOST = 600, 0.5, 940
#: A message beside the sheet has so much at the least; else the sheet stands below it, and leaves
#: room for it before it comes: buttons must not move away from under a pointer.
_LEAST_SAID, _SAID_HEIGHT = 420, 52
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

    def __init__(self, page: QWidget, said: MessageBar) -> None:
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
        self.pane.verticalScrollBar().setValue(0)
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
        least, most = round(_LEAST * scale), round(_MOST * scale)
        whole = page.width() - 2 * EDGE
        width = min(max(least, min(round(page.width() * _SHARE), most)), whole)
        column = self._column()
        left = page.width() - EDGE - width
        is_beside = left - column.left() >= _LEAST_SAID * scale
        self._said.keep_right(max(0, column.right() + 1 - left) if is_beside else 0)
        room = self._area(column, is_beside=is_beside)
        self.pane.setFixedWidth(min(round(_CHOICES * scale), width // 2))
        self.setGeometry(left, room.top(), width, room.height())

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

    def _column(self) -> QRect:
        """Where the wall is with what is said about it, on the page."""
        wall = self._said.parentWidget()
        if wall is None:
            return self.page.rect()
        return QRect(wall.mapTo(self.page, QPoint()), wall.size())

    def _area(self, column: QRect, *, is_beside: bool) -> QRect:
        """Where the sheet may be; what is said stands beside it, or over it or below."""
        page, said = self.page, self._said
        area = QRect(EDGE, column.y() + EDGE, page.width() - 2 * EDGE, column.height() - 2 * EDGE)
        reach = int(page.property(REACH_TOP) or 0)
        if not is_beside:
            height = round(_SAID_HEIGHT * self.font().pixelSize() / BODY)
            place = QRect(said.mapTo(page, QPoint()), said.size())
            if said.isHidden() or place.center().y() < area.center().y():
                area.setTop(area.top() + max(height, 0 if said.isHidden() else place.height()))
            else:
                area.setBottom(place.top() - 1 - EDGE)
        area.setTop(max(area.top(), reach))
        return area

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: no pages need to be made, and what is said has all its room."""
        super().hideEvent(event)
        self._said.keep_right(0)
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
