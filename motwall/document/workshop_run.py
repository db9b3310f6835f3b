"""The workshop that goes on: one clock that all windows of a document show and set.

What is kept is records (`AgendaItem`), so it survives closing and a power cut; here is only what
makes time go by.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from motwall.document.promised_end import PromisedEnd
from motwall.model import agenda as rules
from motwall.model.edits import agenda as edits
from motwall.model.edits.sessions import open_session
from motwall.model.journal import EntryKind
from motwall.model.patch import Patch
from motwall.model.records import AgendaItem, Session
from motwall.model.workshop import WorkshopPart, load

if TYPE_CHECKING:
    from motwall.document.document import Document

#: Looked at so often, ms, so that no second is left out.
_LOOK = 200


class WorkshopRun(QObject):
    """Where the room is in its plan, and the verbs of a facilitator. Nothing goes on by itself.

    Going on, pausing and giving more time are no steps of undo: each has its own way back.
    """

    #: Another part, another plan, running or not.
    changed = Signal()
    #: Another second of the part where the room is; not while the clock stands still.
    ticked = Signal()
    #: The time of a part has just run out. Nothing ends.
    ran_out = Signal()

    def __init__(self, document: "Document") -> None:
        """Follow a document."""
        super().__init__(document)
        self._document = document
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)
        self._items: list[AgendaItem] = []
        self._shown: tuple[str, int] | None = None
        self._promise = PromisedEnd()
        #: The part whose time ran out and which nobody answered; the part gone on to when late.
        self._up_id = self._late_id = ""
        #: The room writes on paper notes; somebody takes them down.
        self.is_on_paper = False
        document.changed.connect(self._on_changed)
        self._read()

    # --- what windows show ---

    @property
    def items(self) -> list[AgendaItem]:
        """The parts of the open session's workshop, in order; none while there is no workshop."""
        return self._items

    @property
    def is_begun(self) -> bool:
        """There is a workshop, also when it is over or stands still."""
        return bool(self._items)

    @property
    def current(self) -> AgendaItem | None:
        """Where the room is; None before there is a workshop, and at its end."""
        return rules.current(self._items)

    @property
    def following(self) -> AgendaItem | None:
        """What comes after where the room is."""
        to_come = [one for one in self._items if not one.is_over]
        return to_come[1] if len(to_come) > 1 else None

    @property
    def is_running(self) -> bool:
        """The clock of the current part goes."""
        here = self.current
        return here is not None and here.started_at is not None

    @property
    def left(self) -> int:
        """What is left of the current part, s; below 0 once it took longer, 0 if there is none."""
        here = self.current
        return rules.left(here, self._document.clock.now()) if here is not None else 0

    @property
    def ends_at(self) -> datetime:
        """When all is over if everything takes its time, UTC."""
        return rules.ends_at(self._items, self._document.clock.now())

    @property
    def promised_end(self) -> datetime | None:
        """When all should be over as it was planned, UTC; None before the clock first went."""
        return self._promise.at

    @property
    def late(self) -> int:
        """How much later than that it will be, whole minutes."""
        return self._promise.late(self._items, self._document.clock.now())

    @property
    def is_up(self) -> bool:
        """The time of the current part ran out before everybody's eyes, and nobody answered."""
        here = self.current
        return here is not None and here.id == self._up_id and self.left <= 0

    @property
    def offers_replan(self) -> bool:
        """The room went on so late that the rest is worth planning anew, and nobody answered."""
        here = self.current
        is_asked = here is not None and here.id == self._late_id
        return is_asked and self.late >= rules.WORTH_REPLANNING

    @staticmethod
    def part_of(item: AgendaItem) -> WorkshopPart | None:
        """What the workshop's data says of a part; None for one of the facilitator's own."""
        return next((one for one in load().parts if one.name == item.part), None)

    # --- what a facilitator does ---

    def begin(self, plan: Iterable[edits.Planned]) -> bool:
        """Run the open session by a plan, opening one if need be; the clock stands still at first.

        Returns:
            Whether there is a workshop now.
        """
        document = self._document
        clock, store = document.clock, document.store
        session_id = document.session_id or clock.new_id()
        patch = edits.begin_workshop(store, session_id, plan, clock.new_id)
        if document.session_id is None:
            today, now = clock.today(), clock.now()
            patch = patch.then(open_session(store, session_id, today, now))
        document.push(patch)
        return self.is_begun

    def go(self) -> None:
        """Let the clock go."""
        self._run(is_running=True)

    def pause(self) -> None:
        """Stop the clock."""
        self._run(is_running=False)

    def toggle(self) -> None:
        """Stop the clock, or let it go."""
        self._run(is_running=not self.is_running)

    def go_on(self) -> None:
        """End the current part and begin the next."""
        session = self._session
        if session is not None:
            now = self._document.clock.now()
            self._push(edits.finish_part(self._document.store, session.id, now))

    def go_to(self, item_id: str) -> None:
        """Go on with a part, forwards or back."""
        self._push(edits.go_to_part(self._document.store, item_id, self._document.clock.now()))

    def give(self, minutes: int) -> None:
        """Give the current part more time, or (below 0) less."""
        here = self.current
        if here is not None:
            self._push(edits.add_minutes(self._document.store, here.id, minutes))

    def give_minute(self) -> None:
        """Give the current part a minute more; one that is over gets about a minute from now."""
        self.give(rules.minute_more(self.left))

    def not_yet(self) -> None:
        """Somebody saw that the time is up, or that it is late: no window asks again."""
        self._up_id = self._late_id = ""
        self.changed.emit()

    def end(self) -> None:
        """End the workshop; what each part took is kept."""
        session = self._session
        if session is not None:
            now = self._document.clock.now()
            self._push(edits.end_workshop(self._document.store, session.id, now))

    def write_on_paper(self, *, is_wanted: bool) -> None:
        """Say how the room writes its notes; it belongs to the visit."""
        if is_wanted != self.is_on_paper:
            self.is_on_paper = is_wanted
            self.changed.emit()

    def hold_forgotten(self) -> AgendaItem | None:
        """Stop a clock that nobody stopped last time; returns its part, None if there was none."""
        here = self.current
        if here is None or not rules.is_forgotten(here, self._document.clock.now()):
            return None
        self._push(edits.hold_at_plan(self._document.store, here.id))
        return self.current

    def replan(self, minutes: int) -> None:
        """Be through in so many minutes: each part that is left gives its share. Can be undone."""
        session = self._session
        if session is not None:
            store, now = self._document.store, self._document.clock.now()
            self._document.push(edits.replan(store, session.id, now, minutes))

    def look(self) -> None:
        """Say what the clock says, if that is another second than before."""
        here = self.current
        if here is None or here.started_at is None:
            return
        shown = (here.id, self.left)
        before, self._shown = self._shown, shown
        if before == shown:
            return
        self.ticked.emit()
        if before is not None and before[0] == here.id and before[1] > 0 >= shown[1]:
            self._up_id = here.id
            self.ran_out.emit()

    # --- inside ---

    @property
    def _session(self) -> Session | None:
        key = self._document.session_id
        return self._document.store.find(Session, key) if key is not None else None

    def _run(self, *, is_running: bool) -> None:
        session = self._session
        if session is not None:
            store, now = self._document.store, self._document.clock.now()
            self._push(edits.run_part(store, session.id, now, is_running=is_running))

    def _push(self, patch: Patch) -> None:
        self._document.push(patch, kind=EntryKind.CLOCK)

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(AgendaItem) or patch.touches(Session):
            self._read()
            self.changed.emit()

    def _read(self) -> None:
        session, before = self._session, self.current
        self._items = rules.agenda(self._document.store, session.id) if session is not None else []
        here = self.current
        self._promise.follow(self._items, self._document.clock.now())
        if before is not None and here is not None and before.id != here.id:
            is_forwards = any(one.id == before.id and one.is_over for one in self._items)
            self._late_id = here.id if is_forwards else ""
        if here is None or self._shown is None or self._shown[0] != here.id:
            self._shown = (here.id, self.left) if here is not None else None
        if self.is_running:
            self._timer.start()
        else:
            self._timer.stop()
