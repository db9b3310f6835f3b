"""Where the side panel is: beside the wall, folded away, over the wall, or in a dock of Room."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.ui.panel.side_panel import SidePanel

PANEL_WIDTH = 366
#: Narrower windows start with the panel folded away.
LEAST_WIDTH_FOR_PANEL = 1180
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

    Attributes:
        row: The wall, and the panel beside it.
    """

    def __init__(self, page: QWidget, panel: SidePanel, wall_column: QWidget) -> None:
        """Place the panel beside the column of the wall."""
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._wall_column = wall_column
        self._dock: Dock | None = None
        self._is_chosen = False
        self._is_folded = False
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
            self._is_chosen = True
            self._panel.setVisible(self._panel.isHidden())

    def lend(self, dock: Dock) -> None:
        """Let a dock have the panel until `take_back`; it puts the panel into its own layout."""
        self._panel.narrow()
        self._is_folded = self._panel.isHidden()
        self._dock = dock
        self._edge.hide()
        self._let_fill()

    def take_back(self) -> None:
        """Have the panel beside the wall again, folded away or not as it was."""
        self._panel.narrow()
        self._dock = None
        self._edge.show()
        self._put_beside()
        self._panel.setHidden(self._is_folded)
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
        """Fold the panel away on a narrow window, until the user says otherwise."""
        if self._dock is None and not self._is_chosen and not self._panel.is_wide:
            self._panel.setVisible(self._page.width() >= LEAST_WIDTH_FOR_PANEL)

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and isinstance(event, QResizeEvent):
            self._fold()
        return super().eventFilter(watched, event)
