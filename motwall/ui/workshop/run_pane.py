"""The plan while the workshop goes on: what each part took, what is to come, and planning anew."""

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.workshop_run import WorkshopRun
from motwall.i18n import translate
from motwall.model.agenda import MINUTE
from motwall.model.edits.agenda import Planned, add_minutes, add_part, delete_part, move_part
from motwall.model.records import AgendaItem
from motwall.ui.moment_card import scrolling
from motwall.ui.small import hairline, label
from motwall.ui.workshop.adding import Adding
from motwall.ui.workshop.draft import left_out, place_for
from motwall.ui.workshop.draft_pane import LIST_SHARE, SIDE_SHARE
from motwall.ui.workshop.part_list import PartList, PartShown
from motwall.ui.workshop.replanning import Replanning
from motwall.ui.workshop.words import day_time, kept_words, time_words, title_of

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class RunPane(QWidget):
    """The agenda. It writes by edits, the clock by the verbs of the workshop.

    Attributes:
        parts: Its rows; a tap on a title leads there.
        replanning: The rest planned anew.
        adding: More parts.
        ends: When it will end.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be for a page; `show_now` looks at the workshop."""
        super().__init__()
        self._page = page
        self._document = page.document
        self._run: WorkshopRun = page.document.workshop
        self.parts = PartList(leads_there=True)
        self.replanning = Replanning(page.document)
        self.adding = Adding()
        self.ends = label("", "counted", is_wrapped=True)
        self._late = label("", "quiet", is_wrapped=True)
        self._arrange()
        self.parts.minutes_wanted.connect(self._on_minutes)
        self.parts.moved.connect(self._on_moved)
        self.parts.removed.connect(self._on_removed)
        self.parts.chosen.connect(self._go_to)
        self.adding.added.connect(self._on_added)
        self.replanning.changed.connect(self.show_now)

    def show_now(self) -> None:
        """Show the agenda as it is."""
        run, is_locked = self._run, self._document.is_read_only
        here = run.current
        self.replanning.follow()
        self.parts.show_parts(self._shown(), is_locked=is_locked)
        self.adding.show_left_out(left_out(one.part for one in run.items))
        self.adding.setEnabled(not is_locked)
        self.adding.setVisible(here is not None)
        self.replanning.setVisible(here is not None)
        words = translate("Workshop", "The workshop is over.")
        if here is not None:
            words = translate("Workshop", "Ends at {time}").format(time=day_time(run.ends_at))
        self.ends.setText(words)
        self._late.setText(kept_words(run))
        self._late.setVisible(here is not None and run.promised_end is not None)

    def take(self) -> None:
        """Take what is typed and not taken yet."""
        self.parts.take()

    def _arrange(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.ends)
        column.addWidget(self._late)
        column.addSpacing(8)
        column.addWidget(hairline())
        column.addSpacing(8)
        column.addWidget(self.replanning)
        column.addSpacing(16)
        column.addWidget(self.adding)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(scrolling(self.parts), LIST_SHARE)
        row.addWidget(scrolling(side), SIDE_SHARE)

    # --- the rows ---

    def _shown(self) -> list[PartShown]:
        run = self._run
        items, here = run.items, run.current
        ends = self._document.clock.now()
        shown = []
        for place, item in enumerate(items):
            is_here = item is here
            begins = "" if item.is_over else day_time(ends)
            if is_here:
                begins = translate("Workshop", "now")
            if is_here:
                ends += timedelta(seconds=max(0, run.left))
            elif not item.is_over:
                ends += timedelta(seconds=max(0, item.minutes * MINUTE - item.spent_s))
            before = items[place - 1] if place else None
            is_moved = not _has_begun(item)
            shown.append(
                PartShown(
                    key=item.id,
                    title=title_of(item),
                    at=begins,
                    note=self._note(item, is_here=is_here),
                    minutes=item.minutes,
                    is_current=is_here,
                    is_fixed=item.is_over,
                    may_rise=is_moved and before is not None and not _has_begun(before),
                    may_sink=is_moved and place + 1 < len(items),
                    may_go=is_moved and not is_here,
                )
            )
        return shown

    def _note(self, item: AgendaItem, *, is_here: bool) -> str:
        if item.is_over:
            return _took_words(item)
        after = self.replanning.preview.get(item.id, item.minutes)
        would = ""
        if after != item.minutes:
            would = translate("Workshop", "{minutes} instead").format(minutes=after)
        if not is_here:
            return would
        left = time_words(self._run.left)
        words = translate("Workshop", "{time} left").format(time=left)
        if self._run.left < 0:
            words = translate("Workshop", "{time} over").format(time=left.lstrip("\N{MINUS SIGN}"))
        return " · ".join(filter(None, (would, words)))

    # --- what is done ---

    def _go_to(self, key: str) -> None:
        """Lead there as "Next" does: what the part is done on takes the place of the plan."""
        guide = self._page.workshop
        if guide is not None:
            guide.go_to(key)

    def _on_minutes(self, key: str, minutes: int) -> None:
        item = self._document.store.find(AgendaItem, key)
        if item is None:
            return
        if item is self._run.current:
            self._run.give(minutes - item.minutes)
        else:
            patch = add_minutes(self._document.store, key, minutes - item.minutes)
            self._document.push(patch, f"agenda.minutes.{key}")

    def _on_moved(self, key: str, way: int) -> None:
        self._document.push(move_part(self._document.store, key, way))

    def _on_removed(self, key: str) -> None:
        self._document.push(delete_part(self._document.store, key))

    def _on_added(self, planned: Planned) -> None:
        document = self._document
        if document.session_id is not None:
            steps = [Planned(one.part, one.title, one.minutes) for one in self._run.items]
            patch = add_part(
                document.store,
                document.session_id,
                place_for(planned, steps),
                planned,
                document.clock.new_id(),
            )
            document.push(patch)


def _has_begun(item: AgendaItem) -> bool:
    return item.is_over or item.started_at is not None or item.spent_s > 0


def _took_words(item: AgendaItem) -> str:
    took = round(item.spent_s / MINUTE)
    if not item.spent_s:
        return translate("Workshop", "left out")
    words = translate("Workshop", "took {took} of {planned} min")
    return words.format(took=took, planned=item.minutes)
