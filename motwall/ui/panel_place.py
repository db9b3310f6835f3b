"""Where the side panel is: beside the wall, folded away, over the wall, or in a dock of Room."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.phases import Phase
from motwall.ui.panel.side_panel import SidePanel, Tab

PANEL_WIDTH = 366
#: Narrower windows start with the panel folded away.
LEAST_WIDTH_FOR_PANEL = 1180
#: Narrower ones have it folded away while the work is on the wall, too.
LEAST_WIDTH_FOR_BOTH = 1440
_ON_WALL = (Phase.POST_ITS, Phase.COLOUR, Phase.PRIORITIES)
#: Qt's own name for "no limit"; PySide has none.
QWIDGETSIZE_MAX = 16_777_215


class Dock(Protocol):
    """What has the panel in Room."""

    @property
    def is_open(self) -> bool:
        """The panel is shown."""

    def set_open(self, *, is_open: bool) -> None:
        """Show the panel, or fold it away."""

    def set_wide(self, *, is_wide: bool) -> None:
        """Give the form more room, or as much as at first."""


class PanelPlace(QObject):
    """Keeps the panel of a page where it belongs.

    On a small window it is folded away in the phases whose work is on the wall, until the user says
    otherwise; what they say holds for those phases, or for the others. That is seen to when a phase
    begins and never when a note is selected: the wall would be laid out anew under the pointer.

    Attributes:
        row: The wall, and the panel beside it.
        handle: Unfolds the panel; shown while it is folded away. The page places it.
    """

    def __init__(self, page: QWidget, panel: SidePanel, wall_column: QWidget) -> None:
        """Place the panel beside the column of the wall."""
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._wall_column = wall_column
        self._dock: Dock | None = None
        #: Whether the user had it open, by whether the work was on the wall.
        self._choices: dict[bool, bool] = {}
        self._is_work_on_wall = False
        self._is_read = False
        self.handle = QPushButton(translate("Wall", "Side panel"), page)
        self.handle.setToolTip(translate("Wall", "Show what belongs to the selected note"))
        self.handle.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.handle.clicked.connect(self.show)
        self.handle.hide()
        self._edge = QFrame()
        self._edge.setObjectName("panelEdge")
        self._edge.setFixedWidth(1)
        self.row = QHBoxLayout()
        self.row.setSpacing(0)
        self.row.addWidget(wall_column, 1)
        self.row.addWidget(self._edge)
        self._put_beside()
        panel.widen_requested.connect(self._widen)
        page.installEventFilter(self)

    def show(self) -> None:
        """Unfold the panel."""
        if not self._is_open:
            self.toggle()

    def toggle(self) -> None:
        """Fold the panel away, or back."""
        self._panel.narrow()
        if self._dock is not None:
            self._dock.set_open(is_open=not self._dock.is_open)
        else:
            self._choices[self._is_work_on_wall] = self._panel.isHidden()
            self._fold()

    def set_phase(self, phase: Phase, *, is_picked: bool) -> None:
        """Open what belongs to a phase; `is_picked` if notes are selected: they stay shown."""
        panel = self._panel
        panel.narrow()
        panel.set_phase(phase)
        self._is_work_on_wall = phase in _ON_WALL
        self._is_read = is_picked or panel.tabs.currentIndex() == Tab.FORM
        self._fold()

    def lend(self, dock: Dock) -> None:
        """Let a dock have the panel until `take_back`; it puts the panel into its own layout."""
        self._panel.narrow()
        self._dock = dock
        self._edge.hide()
        self._let_fill()

    def take_back(self) -> None:
        """Have the panel beside the wall again, folded away or not as it would be there."""
        self._panel.narrow()
        self._dock = None
        self._edge.show()
        self._put_beside()
        self._fold()

    @property
    def _is_open(self) -> bool:
        return not self._panel.isHidden() if self._dock is None else self._dock.is_open

    def _put_beside(self) -> None:
        self.row.addWidget(self._panel)
        self._panel.setFixedWidth(PANEL_WIDTH)

    def _let_fill(self) -> None:
        self._panel.setMinimumWidth(0)
        self._panel.setMaximumWidth(QWIDGETSIZE_MAX)

    def _widen(self, is_wide: bool) -> None:
        """Let the panel cover the wall, or stand beside it."""
        if self._dock is not None:
            self._let_fill()
            self._dock.set_wide(is_wide=is_wide)
            return
        self._wall_column.setHidden(is_wide)
        self._panel.setMinimumWidth(0 if is_wide else PANEL_WIDTH)
        self._panel.setMaximumWidth(QWIDGETSIZE_MAX if is_wide else PANEL_WIDTH)

    def _fold(self) -> None:
        """Fold the panel away where it leaves the wall too little room, or as the user chose."""
        if self._dock is not None or self._panel.is_wide:
            return
        is_aside = self._is_work_on_wall and not self._is_read
        least = LEAST_WIDTH_FOR_BOTH if is_aside else LEAST_WIDTH_FOR_PANEL
        has_room = self._page.width() >= least
        is_open = self._choices.get(self._is_work_on_wall, has_room)
        self._panel.setVisible(is_open)
        self.handle.setHidden(is_open)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and isinstance(event, QResizeEvent):
            self._fold()
        return super().eventFilter(watched, event)
