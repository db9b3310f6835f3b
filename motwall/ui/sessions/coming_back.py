"""What a session opens on: what was agreed last time, and all else that comes back."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.records import (
    ActionReview,
    Idea,
    Measure,
    Moment,
    PlannedAction,
    Reading,
)
from motwall.model.sessions import (
    actions_looked_back_at,
    due_measures,
    parked_ideas,
    stale_moments,
)
from motwall.ui.fields import flush_all
from motwall.ui.sessions.coming_rows import DueRow, ParkedRow, StaleRow
from motwall.ui.sessions.group import Group
from motwall.ui.sessions.review_row import ReviewRow
from motwall.ui.small import label

_FOLLOWED = (PlannedAction, ActionReview, Idea, Measure, Reading)


class ComingBack(QWidget):
    """Four groups; what nothing is in is not shown."""

    def __init__(self, document: Document) -> None:
        """Be empty until `refresh`."""
        super().__init__()
        self._document = document
        self.agreed = Group[ReviewRow](
            translate("Sessions", "Agreed last time"),
            lambda: ReviewRow(document),
            ReviewRow.show_record,
        )
        self.parked = Group[ParkedRow](
            translate("Sessions", "Ideas that were parked"),
            lambda: ParkedRow(document),
            ParkedRow.show_record,
        )
        self.due = Group[DueRow](
            translate("Sessions", "Readings that are due"),
            lambda: DueRow(document),
            DueRow.show_record,
        )
        self.stale = Group[StaleRow](
            translate("Sessions", "Rated long ago: still true?"),
            lambda: StaleRow(document),
            StaleRow.show_record,
        )
        words = translate("Sessions", "Nothing is left over from before. Go on where you like.")
        self.empty = label(words, "empty", is_wrapped=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        for one in (self.agreed, self.parked, self.due, self.stale, self.empty):
            column.addWidget(one)
        column.addStretch(1)

    def refresh(self) -> None:
        """Look through the wall for what comes back now."""
        document = self._document
        store, today, session_id = document.store, document.clock.today(), document.session_id
        if session_id is None:
            return
        found = (
            (self.agreed, actions_looked_back_at(store, session_id)),
            (self.parked, parked_ideas(store, session_id)),
            (self.due, due_measures(store, today)),
            (self.stale, stale_moments(store, today)),
        )
        for group, records in found:
            group.show_ids([one.id for one in records])
        self.empty.setVisible(not any(records for _, records in found))

    def flush(self) -> bool:
        """Commit everything typed here."""
        rows: list[ReviewRow | DueRow] = [
            *self.agreed.list.rows.values(),
            *self.due.list.rows.values(),
        ]
        return flush_all(rows)


def brings_back(patch: Patch) -> bool:
    """Whether a change may have another effect on what comes back than on one text."""
    if any(isinstance(one.record, _FOLLOWED) for one in patch):
        return True
    return patch.touches(Moment, "rated_on", "text", "step_id", "rank")
