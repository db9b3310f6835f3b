"""The plan before the workshop: chosen, changed, saved. Nothing is written on the wall."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.edits.agenda import Planned
from motwall.model.records import Wall
from motwall.model.workshop import TWO_HOURS
from motwall.ui.fields import FieldRef, TextField
from motwall.ui.moment_card import scrolling
from motwall.ui.small import label
from motwall.ui.workshop.adding import Adding
from motwall.ui.workshop.draft import Draft, left_out
from motwall.ui.workshop.part_list import PartList, PartShown
from motwall.ui.workshop.plan_choice import PlanChoice
from motwall.ui.workshop.times import length_words, starts

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: How the two columns share the width.
LIST_SHARE, SIDE_SHARE = 13, 7
#: The end moves on with the clock of the day, ms.
LOOK_MS = 5000


class DraftPane(QWidget):
    """The draft. It stays as long as the page does.

    Attributes:
        draft: What would begin.
        parts: Its rows.
        choice: The plans to begin with.
        adding: More parts.
        title: Of the wall: handouts, the file and all who read along need one.
        total: How long it takes.
        ends: When it would end.
    """

    def __init__(self, page: "WallPage") -> None:
        """Begin with the longer plan."""
        super().__init__()
        self._clock = page.document.clock
        self.draft = Draft()
        self.parts = PartList(leads_there=False)
        self.choice = PlanChoice(page.find_own_plans, self._saved_steps)
        self.adding = Adding()
        wall, named = page.document.store.wall, translate("Workshop", "What this wall is called")
        self.title = TextField(
            page.document,
            FieldRef(Wall, "title"),
            named,
            translate("Workshop", "Such as: our bakery"),
            is_left_by_enter=True,
        )
        self.title.show_records([wall.id])
        self.total = label("", "counted")
        self.ends = label("", "quiet", is_wrapped=True)
        self._arrange()
        self._connect()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def prepare(self) -> None:
        """Look for own plans; a draft that was begun stays."""
        self.choice.read()
        if not self.draft.parts and not self.draft.is_changed:
            self.choice.choose(TWO_HOURS)
        self.show_now()

    def show_now(self) -> None:
        """Show the draft as it is."""
        draft = self.draft
        at = starts(self._clock.now(), [one.minutes for one in draft.steps])
        last = len(draft.parts) - 1
        shown = [
            PartShown(
                key=one.key,
                title=one.planned.title,
                at=at[place],
                note="",
                minutes=one.planned.minutes,
                may_rise=place > 0,
                may_sink=place < last,
            )
            for place, one in enumerate(draft.parts)
        ]
        self.parts.show_parts(shown)
        self.adding.show_left_out(left_out(one.part for one in draft.steps))
        self.total.setText(length_words(draft.minutes))
        words = translate("Workshop", "Begun now, it would end at {time}.")
        self.ends.setText(words.format(time=at[-1]))

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        self.parts.take()
        self.title.flush()

    def _saved_steps(self) -> tuple[Planned, ...]:
        # Asked while this pane is being made, too.
        return self.draft.steps

    def _arrange(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        named = label(self.title.accessibleName(), "strong")
        named.setBuddy(self.title)
        column.addWidget(named)
        column.addWidget(self.title)
        column.addSpacing(16)
        column.addWidget(self.choice)
        column.addSpacing(8)
        column.addWidget(self.total)
        column.addWidget(self.ends)
        column.addSpacing(16)
        column.addWidget(self.adding)
        column.addSpacing(16)
        column.addWidget(label(translate("Workshop", "Keep it for another day"), "strong"))
        column.addWidget(self.choice.saving)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(scrolling(self.parts), LIST_SHARE)
        row.addWidget(scrolling(side), SIDE_SHARE)

    def _connect(self) -> None:
        self.parts.minutes_wanted.connect(self._on_minutes)
        self.parts.moved.connect(self._on_moved)
        self.parts.removed.connect(self._on_removed)
        self.adding.added.connect(self._on_added)
        self.choice.chosen.connect(self._on_chosen)

    def _on_time(self) -> None:
        if self.isVisible():
            self.show_now()

    def _on_minutes(self, key: str, minutes: int) -> None:
        self.draft.give(key, minutes)
        self.show_now()

    def _on_moved(self, key: str, way: int) -> None:
        self.draft.move(key, way)
        self.show_now()

    def _on_removed(self, key: str) -> None:
        self.draft.leave_out(key)
        self.show_now()

    def _on_added(self, planned: Planned) -> None:
        self.draft.add(planned)
        self.show_now()

    def _on_chosen(self, steps: tuple[Planned, ...]) -> None:
        self.draft.take(steps)
        self.show_now()
