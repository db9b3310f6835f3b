"""The side panel with its two tabs."""

from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.phases import Phase
from motwall.ui.fields import flush_all
from motwall.ui.panel.form_model import FormModel
from motwall.ui.panel.form_tab import FormTab
from motwall.ui.panel.moment_tab import MomentTab

#: Of the panel beside the wall, pixels.
LEAST_WIDTH, WIDTH = 360, 372
_NO_LIMIT = 16777215


class Tab(IntEnum):
    """The tabs, in their order."""

    MOMENT = 0
    FORM = 1


class SidePanel(QFrame):
    """This moment, and the planning form; both follow the document and the selection."""

    #: The panel wants to cover the wall (True), or to stand beside it again (False).
    widen_requested = Signal(bool)

    def __init__(self, document: Document, selection: Selection) -> None:
        """Show the wall in phase A; `set_phase` for another."""
        super().__init__()
        self.setObjectName("sidePanel")
        self._model = FormModel(document, self)
        self.moment_tab = MomentTab(document, selection, self._model)
        self.form_tab = FormTab(document, selection, self._model)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName(translate("Panel", "Side panel"))
        self.tabs.addTab(translate("Panel", "This moment"))
        self.tabs.addTab(translate("Panel", "Planning form"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.moment_tab)
        self._stack.addWidget(self.form_tab)
        self._arrange()
        self._set_wide(is_wide=False)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.form_tab.widen_requested.connect(self._on_widen_requested)

    def _arrange(self) -> None:
        head = QFrame()
        head.setObjectName("panelHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(17, 0, 17, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    @property
    def is_wide(self) -> bool:
        """Whether the form wants the room of the wall."""
        return self.form_tab.widen_button.isChecked()

    def set_phase(self, phase: Phase) -> None:
        """Open what belongs to the phase."""
        self.moment_tab.set_phase(phase)

    def show_tab(self, tab: Tab) -> None:
        """Turn to a tab."""
        self.tabs.setCurrentIndex(tab)

    def narrow(self) -> None:
        """Go back beside the wall."""
        self.form_tab.set_wide(is_wide=False)

    def flush(self) -> bool:
        """Commit whatever is typed; whether the wall now holds all of it.

        Call it before undo, before closing, and whenever the wall is about to be read as a whole.
        """
        return flush_all([self.moment_tab, self.form_tab])

    def _on_tab_changed(self, tab: int) -> None:
        self.flush()
        if tab != Tab.FORM:
            self.narrow()
        self._stack.setCurrentIndex(tab)

    def _on_widen_requested(self, is_wide: bool) -> None:
        self._set_wide(is_wide=is_wide)
        self.widen_requested.emit(is_wide)

    def _set_wide(self, *, is_wide: bool) -> None:
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(_NO_LIMIT if is_wide else WIDTH)
