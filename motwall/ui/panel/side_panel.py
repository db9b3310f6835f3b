"""The side panel with its two tabs."""

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.phases import Phase
from motwall.ui.fields import flush_all
from motwall.ui.panel.moment_tab import MomentTab

if TYPE_CHECKING:
    from motwall.ui.panel.form_model import FormModel
    from motwall.ui.panel.form_tab import FormTab

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
        self._document = document
        self._selection = selection
        self._model: FormModel | None = None
        self._form_tab: FormTab | None = None
        self.moment_tab = MomentTab(document, selection, self._find_neighbour)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.tabs.setAccessibleName(translate("Panel", "Side panel"))
        self.tabs.addTab(translate("Panel", "This moment"))
        self.tabs.addTab(translate("Panel", "Planning form"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.moment_tab)
        self._arrange()
        self._set_wide(is_wide=False)
        self.tabs.currentChanged.connect(self._on_tab_changed)

    def _arrange(self) -> None:
        head = QFrame()
        head.setObjectName("panelHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(13, 0, 13, 0)
        row.addWidget(self.tabs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)

    @property
    def form_tab(self) -> "FormTab":
        """The planning form; made when it is first looked at."""
        if self._form_tab is None:
            from motwall.ui.panel.form_tab import FormTab  # noqa: PLC0415 -- not before it is seen

            tab = FormTab(self._document, self._selection, self._order())
            tab.widen_requested.connect(self._on_widen_requested)
            self._stack.addWidget(tab)
            self._form_tab = tab
        return self._form_tab

    @property
    def is_wide(self) -> bool:
        """Whether the form wants the room of the wall."""
        return self._form_tab is not None and self._form_tab.widen_button.isChecked()

    def set_phase(self, phase: Phase) -> None:
        """Open what belongs to the phase."""
        self.moment_tab.set_phase(phase)

    def show_tab(self, tab: Tab) -> None:
        """Turn to a tab."""
        self.tabs.setCurrentIndex(tab)

    def fold_details(self) -> bool:
        """Hide what was opened for a moment, in the cards of its actions; whether there was any."""
        return self.moment_tab.fold_details()

    def narrow(self) -> None:
        """Go back beside the wall."""
        if self._form_tab is not None:
            self._form_tab.set_wide(is_wide=False)

    def flush(self) -> bool:
        """Commit whatever is typed; whether the wall now holds all of it.

        Call it before undo, before closing, and whenever the wall is about to be read as a whole.
        """
        parts = [self.moment_tab, self._form_tab]
        return flush_all(one for one in parts if one is not None)

    def _on_tab_changed(self, tab: int) -> None:
        self.flush()
        if tab != Tab.FORM:
            self.narrow()
        self._stack.setCurrentWidget(self.form_tab if tab == Tab.FORM else self.moment_tab)

    def _order(self) -> "FormModel":
        if self._model is None:
            from motwall.ui.panel.form_model import FormModel  # noqa: PLC0415 -- as above

            self._model = FormModel(self._document, self)
        return self._model

    def _find_neighbour(self, moment_id: str, distance: int) -> str | None:
        return self._order().neighbour(moment_id, distance)

    def _on_widen_requested(self, is_wide: bool) -> None:
        self._set_wide(is_wide=is_wide)
        self.widen_requested.emit(is_wide)

    def _set_wide(self, *, is_wide: bool) -> None:
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(_NO_LIMIT if is_wide else WIDTH)
