"""The band along the lower edge: the same posts at both sides, between them phases and tools."""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from motwall.document.document import Document
from motwall.document.workshop_run import WorkshopRun
from motwall.i18n import translate
from motwall.model.near_side import Side
from motwall.model.phases import Phase
from motwall.ui.room.card_post import card_words
from motwall.ui.room.post import HoldPost, Post, PostKind
from motwall.ui.room.sizes import RoomSizes
from motwall.ui.workshop.words import short_title, toggle_words


class Tool(NamedTuple):
    """One of the posts in the middle.

    Attributes:
        name: For code and tests; what is emitted when it is tapped.
        words: For people.
        icon: Over the words.
        is_switch: It shows whether something is switched on.
    """

    name: str
    words: str
    icon: str
    is_switch: bool = False


def tools() -> list[Tool]:
    """The posts in the middle, from the left; "lock" is held to open the wall again."""
    return [
        Tool("colours", translate("Room", "Colours"), "palette", is_switch=True),
        Tool("fit", translate("Room", "Fit"), "maximize"),
        Tool("smaller", translate("Room", "Smaller"), "zoom-out"),
        Tool("larger", translate("Room", "Larger"), "zoom-in"),
        Tool("lock", translate("Room", "Lock wall"), "lock-open", is_switch=True),
        Tool("keyboard", translate("Room", "Keyboard"), "keyboard"),
        Tool("form", translate("Room", "Form"), "layout-sidebar-right", is_switch=True),
        Tool("redo", translate("Room", "Redo"), "arrow-forward-up"),
        Tool("more", translate("Room", "More"), "dots"),
        Tool("handouts", translate("Room", "Handouts"), "printer"),
        Tool("size", translate("Room", "Screen"), "ruler-measure"),
        Tool("desk", translate("Room", "Desk"), "device-desktop"),
    ]


#: Of the posts that say to what they lead, in font sizes.
_WIDE = 9.0


class RoomBand(QFrame):
    """Everything to touch that is not at a note.

    While a workshop goes on, the arrows at the phases give way to the posts of its clock: going on
    is going to the next part then, and each phase has a post of its own anyway.

    Attributes:
        clock: "toggle", "more_time" and "following", while a workshop goes on.
        add: The post at each side that makes a note there.
        undo: The post at each side that takes the last step back.
        phases: The post of each phase.
        previous: To the phase before.
        following: To the next phase.
        tools: By their names.
        card: To the card on which what goes on is done, and back to the wall.
    """

    #: Make a note at a side. Carries the Side.
    added = Signal(object)
    #: Take the last step back.
    undone = Signal()
    #: Carries the Phase.
    phase_chosen = Signal(object)
    #: Carries the name of a tool.
    wanted = Signal(str)

    def __init__(self, document: Document, sizes: RoomSizes) -> None:
        """Lay out the posts; `show_*` keep them up to date."""
        super().__init__()
        self.setObjectName("roomBand")
        self._document = document
        self._sizes = sizes
        self._phase = Phase.POST_ITS
        self._is_between = False
        words = translate("Room", "Add note")
        self.add = {one: self._side_post(words, "plus", PostKind.MAIN) for one in Side}
        undo = translate("Room", "Undo")
        self.undo = {one: self._side_post(undo, "arrow-back-up", PostKind.PLAIN) for one in Side}
        self.previous = Post(sizes, "", "chevron-left", PostKind.BARE)
        self.following = Post(sizes, "", "chevron-right", PostKind.BARE)
        self.phases = {one: self._phase_post(one) for one in Phase}
        self.tools = {one.name: self._tool_post(one) for one in tools()}
        self.clock = self._clock_posts()
        self.card = self._card_post()
        self._arrange()
        self._connect()
        document.history_changed.connect(self.show_history)
        document.wall_lock.changed.connect(self.show_lock)

    @property
    def lock(self) -> HoldPost:
        """The post that locks the wall."""
        post = self.tools["lock"]
        if not isinstance(post, HoldPost):
            raise TypeError(post)
        return post

    def posts(self) -> list[Post]:
        """All of them."""
        phases = [self.previous, *self.phases.values(), self.following]
        others = [*self.clock.values(), *self.tools.values()]
        return [*self.add.values(), *self.undo.values(), *phases, self.card, *others]

    # --- showing ---

    def show_phase(self, phase: Phase) -> None:
        """Mark a phase as the current one."""
        self._phase = phase
        self._mark_phase()
        self.previous.setEnabled(phase is not next(iter(Phase)))
        self.following.setEnabled(phase is not list(Phase)[-1])

    def show_history(self) -> None:
        """Say what undo would do, and whether there is anything to do again."""
        history, can_write = self._document.history, not self._document.is_read_only
        step = history.next_undo
        for post in self.undo.values():
            post.setEnabled(step is not None and can_write)
            post.show_words(translate("Room", "Undo"), f"{step.label}" if step is not None else "")
        self.tools["redo"].setEnabled(history.next_redo is not None and can_write)

    def show_lock(self) -> None:
        """Say whether the wall is locked, and put out of reach what does not work then."""
        lock = self._document.wall_lock
        is_locked, is_fixed = lock.is_locked, lock.is_fixed
        self.lock.needs_hold = is_locked
        self.lock.setChecked(is_locked)
        if is_locked:
            hold = translate("Room", "hold to open")
            self.lock.show_words(translate("Room", "Locked"), hold, "lock")
        else:
            self.lock.show_words(translate("Room", "Lock wall"), "", "lock-open")
        for post in (*self.add.values(), self.tools["colours"], self.tools["keyboard"]):
            post.setEnabled(not is_fixed)
        self.lock.setEnabled(not self._document.is_read_only)

    def show_workshop(self, run: WorkshopRun) -> None:
        """Have the posts of a workshop's clock while one goes on; mark no phase between them."""
        here = run.current
        part = run.part_of(here) if here is not None else None
        is_shown = here is not None
        self._is_between = part is not None and part.phase is None
        self._mark_phase()
        for post in self.clock.values():
            post.setVisible(is_shown)
            post.setEnabled(not self._document.is_read_only)
        for post in (self.previous, self.following):
            post.setHidden(is_shown)
        self.clock["toggle"].show_words(
            toggle_words(run), "", "pause" if run.is_running else "player-play"
        )
        following = run.following
        if following is not None:
            self.clock["following"].show_words(
                translate("Workshop", "Next"), short_title(following), "arrow-right"
            )
        else:
            end = translate("Workshop", "of the workshop")
            self.clock["following"].show_words(translate("Workshop", "End"), end, "check")

    def show_card(self, name: str, *, is_open: bool) -> None:
        """Lead to a card; away from it while it is open. Without one the post keeps its place."""
        found = card_words(name)
        self.card.setVisible(found is not None)
        self.card.setChecked(is_open)
        if found is not None:
            self.card.show_words(*found)

    # --- inside ---

    def _mark_phase(self) -> None:
        for one, post in self.phases.items():
            post.setChecked(one is self._phase and not self._is_between)

    def _clock_posts(self) -> dict[str, Post]:
        sizes = self._sizes
        posts = {
            "toggle": Post(sizes, translate("Workshop", "Pause"), "pause"),
            "more_time": Post(sizes, translate("Workshop", "+1 min")),
            "following": Post(sizes, translate("Workshop", "Next"), "arrow-right"),
        }
        # Start and pause are words of different lengths: nothing moves when one follows the other.
        posts["toggle"].setFixedWidth(posts["toggle"].sizeHint().width())
        posts["following"].setFixedWidth(round(_WIDE * sizes.words))
        for name, post in posts.items():
            post.clicked.connect(partial(self._want, name))
            post.hide()
        return posts

    def _card_post(self) -> Post:
        post = Post(self._sizes, "", "check")
        post.setFixedWidth(round(_WIDE * self._sizes.words))
        post.setCheckable(True)
        policy = post.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        post.setSizePolicy(policy)
        post.clicked.connect(partial(self._want, "card"))
        return post

    def _side_post(self, words: str, icon: str, kind: PostKind) -> Post:
        post = Post(self._sizes, words, icon, kind)
        post.setFixedSize(self._sizes.side_post, self._sizes.post)
        return post

    def _phase_post(self, phase: Phase) -> Post:
        post = Post(self._sizes, phase.label, "", PostKind.BARE)
        post.lead = phase.letter
        post.setCheckable(True)
        post.setAccessibleName(f"{phase.letter} {phase.label}")
        post.clicked.connect(partial(self._choose, phase))
        return post

    def _tool_post(self, tool: Tool) -> Post:
        post: Post
        if tool.name == "lock":
            post = HoldPost(self._sizes, tool.words, tool.icon)
            post.tapped.connect(partial(self.wanted.emit, "lock"))
            post.held.connect(partial(self.wanted.emit, "unlock"))
        else:
            post = Post(self._sizes, tool.words, tool.icon)
            post.clicked.connect(partial(self._want, tool.name))
        post.setCheckable(tool.is_switch)
        return post

    def _arrange(self) -> None:
        sizes = self._sizes
        row = QHBoxLayout(self)
        row.setContentsMargins(sizes.edge, sizes.pad, sizes.edge, sizes.pad)
        row.setSpacing(sizes.gap)
        row.addLayout(self._side(Side.LEFT))
        row.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(sizes.gap)
        middle.addLayout(self._phase_row())
        middle.addLayout(self._tool_row())
        row.addLayout(middle)
        row.addStretch(1)
        row.addLayout(self._side(Side.RIGHT))

    def _side(self, side: Side) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._sizes.gap)
        column.addWidget(self.add[side])
        column.addWidget(self.undo[side])
        return column

    def _phase_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._sizes.gap)
        row.addWidget(self._phase_group(), 1)
        row.addWidget(self.card)
        for post in self.clock.values():
            row.addWidget(post)
        return row

    def _phase_group(self) -> QFrame:
        group = QFrame()
        group.setObjectName("roomPhases")
        row = QHBoxLayout(group)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._sizes.gap)
        row.addWidget(self.previous)
        row.addStretch(1)
        for post in self.phases.values():
            row.addWidget(post)
        row.addStretch(1)
        row.addWidget(self.following)
        return group

    def _tool_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._sizes.gap)
        row.addStretch(1)
        for post in self.tools.values():
            row.addWidget(post)
        row.addStretch(1)
        return row

    def _connect(self) -> None:
        self.previous.setAccessibleName(translate("Room", "Phase before"))
        self.following.setAccessibleName(translate("Room", "Next phase"))
        self.previous.clicked.connect(partial(self._step, -1))
        self.following.clicked.connect(partial(self._step, 1))
        for side, post in self.add.items():
            post.clicked.connect(partial(self._add, side))
        for post in self.undo.values():
            post.clicked.connect(self._undo)

    def _add(self, side: Side, _is_checked: bool = False) -> None:
        self.added.emit(side)

    def _undo(self, _is_checked: bool = False) -> None:
        self.undone.emit()

    def _want(self, name: str, _is_checked: bool = False) -> None:
        self.wanted.emit(name)

    def _choose(self, phase: Phase, _is_checked: bool = False) -> None:
        self.phase_chosen.emit(phase)

    def _step(self, way: int, _is_checked: bool = False) -> None:
        place = list(Phase).index(self._phase) + way
        self.phase_chosen.emit(list(Phase)[place])
