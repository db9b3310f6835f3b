"""While a vote goes on: the notes, and what a tap on one of them means now."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.edits.votes import count_raised, give_dot, take_dot_back
from motwall.model.note_look import NoteLook
from motwall.model.order import steps_in_order
from motwall.model.pictures import picture_of
from motwall.model.records import ContactType, Moment, Vote, VoteRound, VoteWay
from motwall.model.store import Store
from motwall.model.voting import NOBODY, dots_of, person_to_vote, vote_of, voted_on
from motwall.ui.voting.rules import RulesRow
from motwall.ui.voting.tile import TileFacts
from motwall.ui.voting.tile_grid import TileGrid

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


#: Said of whose turn it is once the last one has passed it on; more than a round has people.
EVERYBODY = 1_000_000


class PollPage(QWidget):
    """One person gives dots to notes, or hands are counted for one note after the other.

    Nothing of what others gave is to be seen here.
    """

    #: Hands are counted for another note, or N was pressed.
    moved = Signal()
    #: N was pressed.
    next_wanted = Signal()

    def __init__(self, page: "WallPage") -> None:
        """Show no round yet."""
        super().__init__()
        self._document = page.document
        self._round_id = ""
        self._turn: tuple[str, int] | None = None
        self.rules = RulesRow(page.document)
        self.rules.hide()
        self.grid = TileGrid(lambda: page.scene.note_painter)
        self.grid.asked.connect(self._on_asked)
        self.grid.moved.connect(lambda _moment_id: self.moved.emit())
        self.grid.next_wanted.connect(self.next_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.rules)
        column.addWidget(self.grid, 1)

    @property
    def is_over(self) -> bool:
        """The last person has passed it on, in any window."""
        shown = self._document.store.find(VoteRound, self._round_id)
        is_passed_round = shown is not None and shown.way is VoteWay.DOTS and shown.people > 1
        return is_passed_round and self._document.room_show.voter == EVERYBODY

    def pass_on(self, shown: VoteRound, way: int) -> None:
        """Have the next person (1) or the one before (-1) vote; after the last it is over."""
        person = shown.people + 1 if self.is_over else self.person
        if 1 <= person + way <= shown.people:
            self._document.room_show.set_voter(person + way)
        elif way > 0 and shown.people > 1:
            self._document.room_show.set_voter(EVERYBODY)

    @property
    def person(self) -> int:
        """Whose dots are shown, from 1; `NOBODY` by hands."""
        store = self._document.store
        shown = store.find(VoteRound, self._round_id)
        if shown is None or shown.way is VoteWay.HANDS:
            return NOBODY
        said = self._document.room_show.voter
        return min(said, shown.people) if said else person_to_vote(store, shown.id)

    def show_round(self, shown: VoteRound) -> None:
        """Show a round as it is now, to whoever's turn it is."""
        self._round_id = shown.id
        is_usable = not self._document.is_read_only
        self.rules.show_round(shown, is_usable=is_usable)
        person = self.person
        is_by_hands = person == NOBODY
        self.grid.show_tiles(_facts(self._document.store, shown, person), is_usable=is_usable)
        self.grid.guide(is_guiding=is_by_hands)
        turn = (shown.id, person)
        if turn != self._turn:
            # The next one has not seen where the one before had scrolled to.
            self._turn = turn
            self.grid.to_top()
            if is_by_hands:
                self.grid.go_to(_last_counted(self._document.store, shown.id, self.grid))

    def _on_asked(self, moment_id: str, way: int) -> None:
        document, store, key = self._document, self._document.store, self._round_id
        if store.find(VoteRound, key) is None or store.find(Moment, moment_id) is None:
            return
        person = self.person
        if person == NOBODY:
            counted = vote_of(store, key, moment_id, NOBODY)
            hands = (counted.dots if counted else 0) + way
            patch = count_raised(store, key, moment_id, hands, document.clock.new_id())
        elif way > 0:
            patch = give_dot(store, key, moment_id, person, document.clock.new_id())
        else:
            patch = take_dot_back(store, key, moment_id, person)
        if person != NOBODY:
            document.room_show.set_voter(person)
        document.push(patch)


def _facts(store: Store, shown: VoteRound, person: int) -> list[TileFacts]:
    counts = dots_of(store, shown.id, person)
    # A number by itself would be taken for a count of votes.
    nameless = translate("Vote", "Step {number}")
    captions = {
        step.id: f"{number}  {step.title}" if step.title else nameless.format(number=number)
        for number, step in enumerate(steps_in_order(store), start=1)
    }
    unsorted = translate("Vote", "Unsorted")
    return [
        TileFacts(
            moment_id=one.id,
            look=_look(store, one),
            caption=captions.get(one.step_id or "", unsorted),
            count=counts.get(one.id, 0),
            is_counted=shown.way is VoteWay.HANDS,
        )
        for one in voted_on(store, shown.id)
    ]


def _look(store: Store, moment: Moment) -> NoteLook:
    """The note with its words and its colour: ticks and faces would lead the hand."""
    photo = picture_of(store, moment.id)
    return NoteLook(
        text=moment.text or moment.prompt,
        is_prompt=not moment.text and bool(moment.prompt),
        contact_type=store.find(ContactType, moment.contact_type_id),
        photo="" if photo is None else photo.digest,
    )


def _last_counted(store: Store, round_id: str, grid: TileGrid) -> str:
    """Where counting goes on after a break: the last note with hands, else the first."""
    counted = {one.moment_id for one in store.referring(Vote, "round_id", round_id)}
    found = [one for one in grid.tiles if one in counted]
    return found[-1] if found else grid.current_id
