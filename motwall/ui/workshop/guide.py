"""What a page shows of the workshop that goes on: it follows the one clock of the document."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.phases import Phase
from motwall.ui.workshop.ending import PressGuard, offer_to_go_on
from motwall.ui.workshop.notice_band import Answer, NoticeBand
from motwall.ui.workshop.strip import WorkshopStrip
from motwall.ui.workshop.ways import PartWays
from motwall.ui.workshop.words import is_writing, late_words, next_words, up_words

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_PLAN = "plan"
#: What the strip has buttons for anyway.
_ON_STRIP = {"more_time", "following"}
#: A full card with this property stays open when the room goes on to another part.
KEPT = "keptOpen"


class WorkshopGuide(QObject):
    """One for each page, made when there is a workshop.

    Attributes:
        strip: Over the wall, on Desk.
        notice: Across the page, when time is up and when it is late.
        ways: Beside the hint.
    """

    def __init__(self, page: "WallPage") -> None:
        """Put everything up; nothing of it is seen before the workshop has begun."""
        super().__init__(page)
        self._page = page
        self._run = page.document.workshop
        self._here = ""
        #: In Room somebody has said how the notes are written.
        self._is_way_chosen = False
        #: Somebody goes on from this page just now.
        self._is_leading = False
        self._guard = PressGuard(self._run, self)
        self.strip = WorkshopStrip(page.document)
        self.notice = NoticeBand()
        self.ways = PartWays(page)
        self.strip.hide()
        self.strip.plan.clicked.connect(page.commands.action(_PLAN).trigger)
        self.strip.notes.clicked.connect(page.commands.action("facilitator").trigger)
        self.strip.following.clicked.connect(lambda _is_checked=False: self.go_on())
        page.hint_row.insertWidget(1, self.ways)
        self._run.changed.connect(self.follow)
        self._run.ticked.connect(self._on_ticked)
        self._run.ran_out.connect(self._on_ran_out)
        page.room_mode.changed.connect(self._place)
        page.cards.changed.connect(self._place_notice)
        page.panel.widen_requested.connect(self._place_notice)
        page.tools_changed.connect(self.ways.follow)
        # A wall that is opened in the middle of it goes on there.
        self._follow_part()
        self._place()

    @property
    def is_going_on(self) -> bool:
        """There is a workshop and it is not over."""
        return self._run.current is not None

    def bars(self) -> list[QWidget]:
        """What has controls around the wall, shown or not."""
        return [self.strip, self.notice]

    def hint(self) -> str | None:
        """What the line over the wall says, if not what the phase does."""
        here = self._run.current
        if here is None:
            return None
        part = self._run.part_of(here)
        if is_writing(self._run) and self._run.is_on_paper:
            return translate("Workshop", "Later, take them down:")
        return "" if part is None or part.phase is None else None

    def go_on(self) -> None:
        """End the part from this page: what is open goes, kept, and what the next is done on comes.

        Where the room goes on from another window, nobody here loses what they are at.
        """
        if self._guard.is_meant:
            self.lead(self._run.go_on)

    def go_to(self, item_id: str) -> None:
        """Lead the room to a part; to what it is done on, too, if it is there already."""
        here = self._run.current
        if here is not None and here.id == item_id:
            if self._page.flush():
                self.bring()
        else:
            self.lead(partial(self._run.go_to, item_id))

    def lead(self, go: Callable[[], object]) -> None:
        """Do something that changes the part as the one who leads the room."""
        if not self._page.flush():
            return
        self._is_leading = True
        try:
            go()
        finally:
            self._is_leading = False

    def follow(self) -> None:
        """Show the workshop as it is now."""
        self._follow_part()
        self.strip.follow()
        self.ways.follow()
        self._page.show_hint()
        # The facilitator's own page has the pane beside it for that.
        is_room_side, is_room = self._page.is_room_side, self._page.room_mode.is_room
        self.strip.setVisible(self.is_going_on and is_room_side and not is_room)
        room = self._page.room_mode.room
        if room is not None:
            room.refresh()
        self._show_notice()

    # --- the end of a part ---

    def _show_notice(self) -> None:
        run, here = self._run, self._run.current
        is_silent = self._page.document.is_read_only or (run.is_up and self._is_said_above)
        if here is None or is_silent:
            self.notice.hide()
        elif run.is_up:
            words = up_words(here)
            more = translate("Workshop", "+1 minute")
            self._ask(
                words,
                (
                    Answer("more_time", more, run.give_minute),
                    Answer("not_yet", translate("Workshop", "Not yet"), run.not_yet),
                    Answer("following", next_words(run), self.go_on, is_main=True),
                ),
            )
        elif run.offers_replan:
            self._ask(
                late_words(run.late),
                (
                    Answer("not_yet", translate("Workshop", "Leave it"), run.not_yet),
                    Answer(
                        "replan",
                        translate("Workshop", "See a new plan"),
                        self._show_new_plan,
                        is_main=True,
                    ),
                ),
            )
        elif self._page.room_mode.is_room and is_writing(run) and not self._is_way_chosen:
            self._ask_way()
        else:
            self.notice.hide()
        self.strip.prompt.setVisible(self.notice.isHidden() or not self._is_in_strip)

    def _ask(self, words: str, answers: Sequence[Answer]) -> None:
        """Ask, in the strip only for what nothing else there answers."""
        is_in_strip = self._is_in_strip
        self.notice.ask(
            words, [one for one in answers if not (is_in_strip and one.name in _ON_STRIP)]
        )

    def _ask_way(self) -> None:
        """In Room, which has no hint with buttons."""
        here = translate("Workshop", "Write here")
        on_paper = translate("Workshop", "Write on paper")
        if not self._run.is_on_paper:
            words = translate("Workshop", "How do you write your notes?")
            answers = (
                Answer("on_paper", on_paper, self._write_on_paper),
                Answer("here", here, self._write_here, is_main=True),
            )
        else:
            words = translate("Workshop", "They hang? Then one of us types what is on them.")
            scribe = translate("Workshop", "One of us types")
            answers = (
                Answer("here", here, self._write_here),
                Answer("scribe", scribe, self._take_down, is_main=True),
            )
        self.notice.ask(words, answers)

    def _write_here(self) -> None:
        self._is_way_chosen = True
        self._run.write_on_paper(is_wanted=False)
        self._show_notice()

    def _write_on_paper(self) -> None:
        self._run.write_on_paper(is_wanted=True)

    def _take_down(self) -> None:
        self._is_way_chosen = True
        self._show_notice()
        self._page.commands.action("scribe").trigger()

    def _show_new_plan(self) -> None:
        self._run.not_yet()
        self._page.commands.action(_PLAN).trigger()

    def _on_ran_out(self) -> None:
        self._show_notice()
        room = self._page.room_mode.room
        if room is not None:
            room.show_workshop()
        # One sound, not one of every window.
        if self._page.is_room_side and self._page.chime.is_chiming:
            QApplication.beep()

    def _on_ticked(self) -> None:
        self.strip.show_time()
        room = self._page.room_mode.room
        if room is not None:
            room.show_workshop()
        if self._run.is_up is self.notice.isHidden():
            self._show_notice()

    # --- the part ---

    def _follow_part(self) -> None:
        """Go to the phase of another part; those without one leave it as it is."""
        here = self._run.current
        before, self._here = self._here, here.id if here is not None else ""
        if before and here is None and self._run.is_begun and not self._page.document.is_read_only:
            offer_to_go_on(self._page, before)
        if here is None or here.id == before:
            return
        self._is_way_chosen = False
        part = self._run.part_of(here)
        is_kept = not self._is_leading and self._is_card_in_use()
        if part is not None and part.phase is not None:
            # Even if it is the phase already: what covers the wall goes.
            self._page.set_phase(part.phase, is_card_kept=is_kept)
        if self._is_leading:
            self.bring()

    def bring(self) -> None:
        """Bring what the part is done on; what was picked for the one before is let go of."""
        here = self._run.current
        part = self._run.part_of(here) if here is not None else None
        self._page.cards.close()
        self._page.selection.set([])
        opens = part.opens_for(here.minutes) if here is not None and part is not None else ""
        if opens:
            self._page.commands.action(opens).trigger()

    def _is_card_in_use(self) -> bool:
        """Somebody writes on the card that is open, or goes through the plan on it."""
        card, focus = self._page.cards.current, self._page.focusWidget()
        if card is None:
            return False
        is_field = isinstance(focus, QLineEdit | QPlainTextEdit) and not focus.isReadOnly()
        return bool(card.property(KEPT)) or (is_field and card.isAncestorOf(focus))

    # --- the place ---

    def _place(self) -> None:
        """The strip is below the top bar."""
        page = self._page
        column = page.layout()
        if isinstance(column, QVBoxLayout):
            column.removeWidget(self.strip)
            column.insertWidget(column.indexOf(page.top_bar) + 1, self.strip)
        self._place_notice()
        self.follow()

    @property
    def _is_in_strip(self) -> bool:
        """On Desk a full card lies over the wall: the strip has a place that moves nothing."""
        page = self._page
        is_covered = page.cards.current is not None or page.wall_column.isHidden()
        return page.room_mode.room is None and is_covered

    @property
    def _is_said_above(self) -> bool:
        """In Room over a card the header says that time is up, and the posts have the answers.

        A band would push the card's own ways on from under the finger that is about to tap.
        """
        page = self._page
        return page.room_mode.room is not None and page.cards.current is not None

    def _place_notice(self) -> None:
        """Below the wall, or in the strip: it moves nothing that somebody is about to click."""
        page = self._page
        room, column = page.room_mode.room, page.layout()
        if not isinstance(column, QVBoxLayout):
            return
        is_shown = not self.notice.isHidden()
        for one in (column, page.wall_box, self.strip.asking):
            one.removeWidget(self.notice)
        is_in_strip = self._is_in_strip
        self.notice.fit_into_line(is_in_line=is_in_strip)
        if room is not None:
            column.insertWidget(column.indexOf(room.pens), self.notice)
        elif is_in_strip:
            self.strip.asking.addWidget(self.notice)
        else:
            page.wall_box.insertWidget(page.wall_box.indexOf(page.desk_pens), self.notice)
        self.notice.setVisible(is_shown)
        self._show_notice()


def guide_on(page: "WallPage", phase: Phase) -> WorkshopGuide | None:
    """Who leads on from the work of a phase: a workshop that is at it and has more to come."""
    run = page.document.workshop
    part = run.part_of(run.current) if run.current is not None else None
    is_led = part is not None and part.phase is phase and run.following is not None
    return page.workshop if is_led and not page.document.is_read_only else None
