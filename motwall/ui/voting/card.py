"""Vote on what matters most: dots passed round, or hands, on one screen; then the result."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.priorities import shortlisted
from motwall.model.records import (
    ContactType,
    Moment,
    Picture,
    Row,
    Session,
    Step,
    Vote,
    VoteRound,
    VoteWay,
)
from motwall.model.voting import (
    NOBODY,
    chosen,
    dots_left,
    dots_of,
    offered_numbers,
    open_round_now,
    tally,
)
from motwall.ui.full_card import FullCard
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs
from motwall.ui.voting import head
from motwall.ui.voting.deeds import VoteDeeds
from motwall.ui.voting.picks import Picks
from motwall.ui.voting.polling import PollPage
from motwall.ui.voting.results import ResultsPage, results_of
from motwall.ui.voting.setup import SetupPage, given_words
from motwall.ui.voting.ways import VoteWays

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: What a vote shows of a wall, besides its own records.
_SHOWN = (Vote, VoteRound, Moment, Step, Row, ContactType, Picture, Session)


class VoteCard(FullCard):
    """Four pages: how to vote, the notes to vote on, that all have voted, the result.

    Which of them is shown follows from the records alone, so every window shows the same, and a
    vote that was left in the middle goes on when the wall is opened again.

    Attributes:
        setup: Before a vote.
        poll: While it goes on.
        over: After the last person's turn; the sum waits until it is shown.
        results: When it is shown.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be hidden; `prepare` looks at the wall."""
        super().__init__(page, translate("Vote", "Vote on what matters most"))
        self._document = page.document
        #: The round that was over and is looked at; "" for none.
        self._looked_at = ""
        self.picks = Picks()
        self._tabs: list[QWidget] = []
        self.deeds = VoteDeeds(page)
        self.setup = SetupPage(page.document)
        self.poll = PollPage(page)
        self.over = label(head.waiting_words(), "moment", is_wrapped=True)
        self.results = ResultsPage()
        self.dots = head.DotsLeft()
        self.pages = QStackedWidget()
        self.ways = VoteWays()
        self._goes_on: Callable[[], object] = self._begin
        self._arrange()
        self._connect()

    # --- building ---

    def _arrange(self) -> None:
        self.title.setProperty("role", "headline")
        self.title.setWordWrap(True)
        self.says_more.setProperty("role", "context")
        self.add_to_head(self.dots)
        self.over.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for one in (self.setup, self.poll, self.over, self.results):
            self.pages.addWidget(one)
        self.column.addWidget(self.pages, 1)
        for button in self.ways.every:
            self.add_to_foot(button, is_once=True)

    def _connect(self) -> None:
        self.setup.round_wanted.connect(self._look_at)
        self.setup.way.chosen.connect(self._show)
        self.poll.moved.connect(self._show)
        self.poll.next_wanted.connect(self._on_next)
        self.poll.rules.stop_wanted.connect(self._delete)
        self.results.picked.connect(self._pick)
        self.results.number_chosen.connect(self._choose_number)
        ways = self.ways
        for button, act in (
            (ways.delete, self._delete),
            (ways.all_votes, self._leave_result),
            (ways.before, partial(self._go, -1)),
            (ways.hide_again, partial(self._reveal, is_revealed=False)),
            (ways.again, self._vote_again),
            (ways.end, self._close),
            (ways.reveal, partial(self._reveal, is_revealed=True)),
            (ways.go_on, self._go_on),
        ):
            # Without what Qt says of the button.
            button.clicked.connect(lambda _checked=False, deed=act: deed())
        ways.change_rules.toggled.connect(self.poll.rules.setVisible)
        self._document.changed.connect(self._on_changed)
        self._document.room_show.changed.connect(self._on_shown)
        keys = QShortcut(QKeySequence("Ctrl+Return"), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.setAutoRepeat(False)
        keys.activated.connect(self._go_on)

    # --- what the frame asks ---

    @override
    def first_field(self) -> QWidget:
        if self.pages.currentWidget() is self.poll:
            return self.poll.grid
        return self.ways.go_on if self.ways.go_on.isVisibleTo(self) else self.back

    @override
    def prepare(self) -> None:
        self._looked_at = ""
        self.ways.change_rules.setChecked(False)
        self.setup.begin()
        self._show()

    # --- what is shown ---

    @property
    def round(self) -> VoteRound | None:
        """The round that is shown: the one looked at, else the one that goes on."""
        looked_at = self._document.store.find(VoteRound, self._looked_at)
        if looked_at is not None and looked_at.closed_at is not None:
            return looked_at
        return open_round_now(self._document.store)

    def _show(self) -> None:
        shown = self.round
        before = self.pages.currentWidget()
        self.ways.show_none()
        self.dots.setVisible(False)
        if shown is None:
            self._show_setup()
        elif shown.is_revealed:
            self._show_results(shown)
        else:
            self._show_poll(shown)
        self._tabs = order_tabs(self, self._tabs)
        if self.pages.currentWidget() is not before and self.isVisible():
            self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self, words: str, act: Callable[[], object], *, writes: bool = True) -> None:
        self.ways.go_on.setText(words)
        self._goes_on = act
        self.ways.go_on.setEnabled(not (writes and self._document.is_read_only))
        self.ways.go_on.setVisible(True)

    def _show_setup(self) -> None:
        has_notes = self._document.store.count(Moment) > 0
        words = head.hiding_words()
        if self.setup.wanted.now.way is VoteWay.HANDS:
            words = translate("Vote", "Count the hands note by note; the result comes at the end.")
        self.title.setText(self.accessibleName())
        self.say(words if has_notes else translate("Vote", "There is no note to vote on yet."))
        self.setup.show_now()
        self.pages.setCurrentWidget(self.setup)
        self._offer(translate("Vote", "Begin voting"), self._begin)
        if not has_notes:
            self.ways.go_on.setEnabled(False)

    def _show_poll(self, shown: VoteRound) -> None:
        self.poll.show_round(shown)
        if self.poll.is_over:
            self._show_over(shown)
            return
        self.pages.setCurrentWidget(self.poll)
        self.ways.change_rules.setVisible(True)
        if shown.way is VoteWay.DOTS:
            following = self._show_turn(shown)
            is_last = self.poll.person == shown.people
            # Alone there is nobody to wait for.
            shows_result = shown.people == 1
            self.ways.change_rules.setText(translate("Vote", "Change the rules"))
        else:
            is_last = shows_result = self._show_counting()
            following = self.ways.reveal.text() if is_last else translate("Vote", "Next note")
            self.ways.change_rules.setText(translate("Vote", "More"))
        self.ways.reveal.setVisible(not is_last)
        self.ways.reveal.setEnabled(not self._document.is_read_only)
        way_on = partial(self._reveal, is_revealed=True) if shows_result else self._on_next
        self._offer(following, way_on, writes=shows_result)

    def _show_over(self, shown: VoteRound) -> None:
        """All have voted, and nothing of it is seen: the result is another press."""
        self.pages.setCurrentWidget(self.over)
        given = sum(one.dots for one in tally(self._document.store, shown.id))
        self.title.setText(translate("Vote", "All %n have voted", count=shown.people))
        self.say(head.all_given_words(given, shown.budget * shown.people))
        self.ways.show_before(head.before_words(), is_shown=True, is_there=True)
        self._offer(self.ways.reveal.text(), partial(self._reveal, is_revealed=True))

    def _show_turn(self, shown: VoteRound) -> str:
        """Say whose turn it is; what the way on says."""
        store, person = self._document.store, self.poll.person
        left = dots_left(store, shown.id, person)
        given = sum(dots_of(store, shown.id, person).values())
        self.title.setText(head.turn_words(person, shown.people, left))
        self.say(head.what_to_do(left, max(0, given - shown.budget)))
        self.dots.show_dots(left, shown.budget)
        self.dots.setVisible(True)
        words = head.before_words()
        self.ways.show_before(words, is_shown=shown.people > 1, is_there=person > 1)
        return head.on_words(person, shown.people, left)

    def _show_counting(self) -> bool:
        """Say what hands are up for; whether no note comes after."""
        grid = self.poll.grid
        ids = list(grid.tiles)
        moment = self._document.store.find(Moment, grid.current_id)
        place = ids.index(grid.current_id) + 1 if grid.current_id in ids else 0
        self.title.setText(head.hands_words(moment) if moment else self.accessibleName())
        self.say(head.counting_words(place, len(ids)))
        words = translate("Vote", "Note before")
        self.ways.show_before(words, is_shown=True, is_there=place > 1)
        return place == len(ids)

    def _show_results(self, shown: VoteRound) -> None:
        store, is_usable = self._document.store, not self._document.is_read_only
        self.picks.recall(store, shown)
        number = self.picks.number
        results = results_of(store, shown.id, self.picks.ids, number)
        self.results.show_numbers(offered_numbers(store, shown.id), number, is_usable=is_usable)
        self.results.show_results(results, is_usable=is_usable)
        self.pages.setCurrentWidget(self.results)
        ids = [one.id for one in chosen(store, shown.id, self.picks.ids, number)]
        is_taken = bool(ids) and [one.id for one in shortlisted(store)] == ids
        said = given_words(shown, sum(one.dots for one in results)) + "."
        self.title.setText(translate("Vote", "What matters most to the room"))
        taken = translate("Vote", "These are the priorities now.")
        self.say(f"{said} {taken if is_taken else self.picks.standing(store, shown)}".rstrip())
        self.ways.show_of_result(is_open=shown.closed_at is None, is_usable=is_usable)
        if ids and not is_taken:
            self._offer(translate("Vote", "Make these the priorities"), self._adopt)

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if self.isHidden():
            return  # `prepare` looks at everything anew
        if not any(patch.touches(one) for one in _SHOWN):
            return
        for change in patch:
            before, after = change.before, change.after
            if isinstance(after, VoteRound) and after.closed_at is not None:
                was_open = isinstance(before, VoteRound) and before.closed_at is None
                self._looked_at = after.id if was_open else self._looked_at
            elif isinstance(after, VoteRound) and before is None:
                self._looked_at = ""
        self._follow_hand(patch)
        self._show()

    def _follow_hand(self, patch: Patch) -> None:
        """Undo, or somebody at another window, moved a dot or counted hands: show whose it was."""
        moved = [one.record for one in patch]
        if len(moved) != 1 or not isinstance(moved[0], Vote):
            return
        if moved[0].person != NOBODY:
            self._document.room_show.set_voter(moved[0].person)
        elif self.pages.currentWidget() is self.poll:
            self.poll.grid.go_to(moved[0].moment_id)

    def _on_shown(self) -> None:
        if not self.isHidden():
            self._show()

    # --- what is done ---

    def _go_on(self) -> None:
        if self.ways.go_on.isVisible() and self.ways.go_on.isEnabled():
            self._goes_on()

    def _on_next(self) -> None:
        """The next person, or the next note."""
        self._go(1)

    def _go(self, way: int) -> None:
        shown = self.round
        if shown is None or self.pages.currentWidget() not in {self.poll, self.over}:
            return
        if shown.way is VoteWay.HANDS:
            self.poll.grid.go(way)
        else:
            self.poll.pass_on(shown, way)

    def _begin(self) -> None:
        self._looked_at = ""
        self.deeds.begin(self.setup.wanted)

    def _with_round(self, deed: Callable[[VoteRound], object]) -> None:
        shown = self.round
        if shown is not None:
            deed(shown)

    def _reveal(self, *, is_revealed: bool) -> None:
        self._with_round(lambda one: self.deeds.reveal(one.id, is_revealed=is_revealed))

    def _pick(self, moment_id: str) -> None:
        self._with_round(lambda one: self.picks.toggle(self._document.store, one, moment_id))
        self._show()

    def _choose_number(self, number: int) -> None:
        self.picks.say_number(number)
        self._show()

    def _adopt(self) -> None:
        picks = self.picks
        self._with_round(lambda one: self.deeds.adopt(one.id, picks.number, picks.ids))

    def _close(self) -> None:
        self._with_round(lambda one: self.deeds.close(one.id))

    def _vote_again(self) -> None:
        self._with_round(self.deeds.again)

    def _delete(self) -> None:
        self._with_round(lambda one: self.deeds.delete(one.id))

    def _look_at(self, round_id: str) -> None:
        self._looked_at = round_id
        self._show()

    def _leave_result(self) -> None:
        self._looked_at = ""
        self._show()


def make(page: "WallPage") -> FullCard:
    """Make the card of a page."""
    return VoteCard(page)
