"""The card "All actions": the table, what to look for, and where the actions lead."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.action_list import (
    ActionFilter,
    ActionSurvey,
    Due,
    owners,
    survey_actions,
    upward_tally,
)
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.records import ActionReview, PlannedAction
from motwall.ui.action_list.columns import ActionColumn
from motwall.ui.action_list.filters import ActionFilters
from motwall.ui.action_list.model import ActionListModel
from motwall.ui.action_list.new_action import NewAction
from motwall.ui.action_list.tally import TallyStrip
from motwall.ui.action_list.view import ActionListView
from motwall.ui.fields import flush_all
from motwall.ui.full_card import FullCard
from motwall.ui.panel.side_panel import Tab
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class ActionListCard(FullCard):
    """All actions of the wall; edited in place, and the way to their notes."""

    def __init__(self, page: "WallPage") -> None:
        """Lie over a page."""
        super().__init__(page, translate("Actions", "All actions"))
        self._page = page
        self._document = page.document
        self.model = ActionListModel(page.document, self)
        self.view = ActionListView(page.document, self.model)
        self.filters = ActionFilters()
        self.tally = TallyStrip()
        self.empty = label("", "empty", is_wrapped=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.filter_button = QPushButton(translate("Actions", "Filter"))
        self._has_little_room: bool | None = None
        self._tabs: list[QWidget] = []
        self.new = NewAction(page)
        self.new_button = QPushButton(translate("Actions", "New action"))
        self.go_button = QPushButton(translate("Actions", "Go to the note"))
        #: Counting waits until all that changes in one go has changed.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._show_counts)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self.add_to_head(self.tally)
        self.filter_button.setCheckable(True)
        self.column.addWidget(self.filters)
        self.column.addWidget(self.view, 1)
        self.column.addWidget(self.empty, 1)
        self.column.addWidget(self.new)
        self.add_to_foot(self.filter_button)
        self.add_to_foot(self.go_button)
        self.add_to_foot(self.new_button)

    def _connect(self) -> None:
        self.filter_button.toggled.connect(self._show_filters)
        self.filters.changed.connect(self._look_for)
        self.filters.ordered.connect(lambda is_by_date: self.model.order(is_by_date=is_by_date))
        self.new_button.clicked.connect(self._add)
        self.new.moment_wanted.connect(self._write_beside)
        self.new.made.connect(self._show_made)
        self.go_button.clicked.connect(lambda: self._go_to_note(self.view.current_action()))
        self.view.selectionModel().currentChanged.connect(self._show_way)
        self._document.changed.connect(self._on_changed)

    @override
    def first_field(self) -> QWidget:
        return self.back if self.view.isHidden() else self.view

    @override
    def prepare(self) -> None:
        has_little_room = self._page.room_mode.is_room
        if has_little_room != self._has_little_room:
            # Two thirds of a wall-sized panel are few rows: there the filter is for who asks.
            self._has_little_room = has_little_room
            self.filter_button.setChecked(not has_little_room)
            self._show_filters(not has_little_room)
        self.new.hide()
        self.new_button.setEnabled(not self._document.is_read_only)
        self.new_button.setVisible(self.new.has_moments())
        self.model.catch_up()
        self._show_counts()
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._show_way()

    @override
    def flush(self) -> bool:
        return flush_all([self.view, self.new])

    @override
    def flush_fields(self) -> bool:
        return self.view.flush()

    @override
    def let_go(self) -> bool:
        """The line for a new action closes; what is typed in it becomes one."""
        if self.new.isHidden() or not self.new.flush():
            return False
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.new.hide()
        return True

    @override
    def show_day(self) -> None:
        """More actions are overdue now, and another day has come near."""
        self.model.show_day()
        self._show_counts()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Follow nothing while nobody looks."""
        super().hideEvent(event)
        self.model.rest()

    def write_who(self, action_id: str) -> None:
        """Open the cell that says who does an action; when is the next one."""
        self.filters.show_all()
        self.view.write(action_id, ActionColumn.WHO)

    def _look_for(self, wanted: ActionFilter) -> None:
        self.view.flush()
        self.model.look_for(wanted)
        self._show_counts()

    def _show_filters(self, is_shown: bool) -> None:
        """Filters out of sight look for nothing: no action is missing without a word why."""
        self.filters.setVisible(is_shown)
        if not is_shown:
            self.filters.show_all()

    def _add(self) -> None:
        """Show all: a filter would hide what is made now."""
        self.flush()
        self.filters.show_all()
        self.new.open()
        self._tabs = order_tabs(self, self._tabs)

    def _show_made(self, action_id: str) -> None:
        """An idea became an action: its row is in view, and who does it is asked next."""
        index = self.model.index(self.model.row_of(action_id), ActionColumn.WHO)
        self.view.setCurrentIndex(index)

    def _write_beside(self, moment_id: str) -> None:
        """In Room: the line for an action is at the moment."""
        self._go_to_moment(moment_id)
        panel = self._page.panel
        panel.show_tab(Tab.MOMENT)
        panel.set_phase(Phase.IDEAS_AND_ACTIONS)
        panel.moment_tab.planned.add.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_to_note(self, action_id: str) -> None:
        action = self._document.store.find(PlannedAction, action_id)
        if action is not None:
            self._go_to_moment(action.moment_id)

    def _go_to_moment(self, moment_id: str) -> None:
        self._page.cards.close()
        self._page.show_panel()
        self._page.selection.set([moment_id])
        self._page.view.show_note(moment_id)

    def _on_changed(self, patch: Patch) -> None:
        if not self.isHidden() and (patch.touches(PlannedAction) or patch.touches(ActionReview)):
            self._soon.start()

    def _show_counts(self) -> None:
        store = self._document.store
        seen = survey_actions(store, self.model.today())
        self.filters.show_survey(seen, owners(store))
        self.tally.show_tally(upward_tally(store))
        self.filters.setVisible(seen.total > 0 and self.filter_button.isChecked())
        for button in (self.filter_button, self.go_button):
            button.setVisible(seen.total > 0)
        has_rows = self.model.rowCount() > 0
        self.view.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        self.empty.setText(
            translate("Actions", "No action is like that. Show all to see the others.")
            if seen.total
            else translate(
                "Actions",
                "No actions yet. Press New action, and write what you will do, "
                "who does it, and by when.",
            )
        )
        self.say(_summary(seen))
        self._show_way()
        self._tabs = order_tabs(self, self._tabs)

    def _show_way(self) -> None:
        self.go_button.setEnabled(bool(self.view.current_action()))


def _summary(seen: ActionSurvey) -> str:
    """How many there are, and what stands out; "" if there are none."""
    if not seen.total:
        return ""
    said = [translate("Actions", "%n action(s)", count=seen.total)]
    if seen.dues[Due.OVERDUE]:
        said.append(translate("Actions", "%n overdue", count=seen.dues[Due.OVERDUE]))
    if seen.ownerless:
        said.append(translate("Actions", "%n without an owner", count=seen.ownerless))
    return ", ".join(said)


def ask_who(page: "WallPage", action_id: str) -> None:
    """Go to where who does an action, and when, is said."""
    page.commands.action("action_list").trigger()
    card = page.cards.current
    if isinstance(card, ActionListCard):
        card.write_who(action_id)


def make(page: "WallPage") -> FullCard:
    """The card of a page."""
    return ActionListCard(page)
