"""The card that merges another copy of this wall into it: what comes, and what has to be chosen.

Nothing is written before "Merge" is pressed; then it is one change, and one step of undo.
"""

from collections.abc import Generator
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.other_copy import OtherCopy, Touches, key_of_merge
from motwall.document.pictures import kept
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.errors import MotwallError
from motwall.model.journal import EntryKind
from motwall.model.merging.settling import resolved
from motwall.model.merging.three_way import Conflict, ConflictKey, Merge, Side, merge
from motwall.model.merging.words import (
    conflict_title,
    tally,
    tally_words,
    time_words,
    version_words,
)
from motwall.model.patch import Patch
from motwall.model.records import Session
from motwall.ui.choices import word_button
from motwall.ui.full_card import FullCard
from motwall.ui.full_cards import CardKind
from motwall.ui.large_pushes import LargePush
from motwall.ui.merging.conflict_box import ConflictBox, ConflictWords
from motwall.ui.moment_card import scrolling
from motwall.ui.panel.record_list import RecordList
from motwall.ui.sessions.words import session_name
from motwall.ui.slices import Slices
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Boxes shown at first, and added by each press of "Show more": each costs some milliseconds.
_AT_A_TIME = 40


def kind() -> CardKind:
    """The card for `FullCards`; no command opens it without a file."""
    return CardKind("merge", __name__, translate("Merge", "Merge with another copy"))


def make(page: "WallPage") -> "MergeCard":
    """The card of a page."""
    return MergeCard(page)


class MergeCard(FullCard):
    """Reads the other copy a little at a time, then shows what merging comes to."""

    def __init__(self, page: "WallPage") -> None:
        """Know no other copy yet."""
        super().__init__(page, translate("Merge", "Merge with another copy"))
        self._page = page
        self._document = page.document
        self._other: OtherCopy | None = None
        self._merge: Merge | None = None
        self._is_stale = False
        self._has_news = False
        self._choices: dict[ConflictKey, Side] = {}
        self._by_name: dict[str, Conflict] = {}
        self._shown = _AT_A_TIME
        self._slices = Slices(self)
        self._controls: list[QWidget] = []
        self.boxes: RecordList[ConflictBox] = RecordList(self._make_box, self._show_box, 10)
        self.all_mine = word_button(translate("Merge", "Keep mine everywhere"), "chip")
        self.all_theirs = word_button(translate("Merge", "Take theirs everywhere"), "chip")
        self.more = word_button(translate("Merge", "Show more"), "chip")
        self.to_choose = label("", "quiet")
        self.merge_button = QPushButton(translate("Merge", "Merge"))
        self.merge_button.setProperty("kind", "primary")
        self._arrange()
        self._document.changed.connect(self._on_changed)

    def _arrange(self) -> None:
        self._asking = QWidget()
        top = QHBoxLayout(self._asking)
        top.setContentsMargins(0, 0, 12, 0)
        top.setSpacing(8)
        words = translate(
            "Merge",
            "Both copies changed these, each in its own way. Choose which version stays.",
        )
        top.addWidget(label(words, "strong", is_wrapped=True), 1)
        top.addWidget(self.all_mine)
        top.addWidget(self.all_theirs)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 0)
        column.setSpacing(10)
        column.addWidget(self.boxes)
        column.addWidget(self.more)
        column.addStretch(1)
        self.area = scrolling(content)
        self.column.addWidget(self._asking)
        self.column.addWidget(self.area, 1)
        self.add_to_foot(self.to_choose)
        self.add_to_foot(self.merge_button)
        self.all_mine.clicked.connect(lambda _checked=False: self._choose_all(Side.MINE))
        self.all_theirs.clicked.connect(lambda _checked=False: self._choose_all(Side.THEIRS))
        self.more.clicked.connect(lambda _checked=False: self._show_more())
        self.merge_button.clicked.connect(lambda _checked=False: self.merge_now())

    # --- the other copy ---

    def read(self, name: str, steps: Generator[None, None, OtherCopy]) -> None:
        """Read another copy.

        Args:
            name: Of its file.
            steps: Read it; what goes wrong is said on the card.
        """
        self.title.setText(translate("Merge", "Merge with {name}").format(name=name))
        self._forget()
        self.say(translate("Merge", "Reading the other copy…"))
        self._slices.start(self._reading(steps))

    @property
    def is_reading(self) -> bool:
        """The other copy is still being read."""
        return self._slices.is_active

    def _reading(self, steps: Generator[None, None, OtherCopy]) -> Generator[None, None, None]:
        try:
            self._other = yield from steps
            yield
            self._lay_over()
        except MotwallError as error:
            self._forget()
            self.say(message_for(error))
            return
        first = next(iter(self.boxes.rows.values()), None)
        target = first.buttons[Side.MINE] if first is not None else self.merge_button
        if self.isVisible():
            target.setFocus()

    def _forget(self) -> None:
        self._slices.stop()
        self._other = self._merge = None
        self._choices = {}
        self._shown = _AT_A_TIME
        self._show_merge()

    def _lay_over(self) -> None:
        """Lay both copies over each other, as this wall is by now; what is chosen stays chosen.

        Raises:
            MergeRefused: Together they are too much for one wall.
        """
        other = self._other
        if other is None:
            return
        self._is_stale = False
        self._merge = found = merge(other.base, self._document.store, other.theirs)
        keys = {one.key for one in found.conflicts}
        self._choices = {key: side for key, side in self._choices.items() if key in keys}
        patch = resolved(found, {})
        self.say(tally_words(tally(patch), len(found.conflicts)))
        self._has_news = bool(patch)
        self._show_merge()

    # --- choosing ---

    def _show_merge(self) -> None:
        conflicts = self._merge.conflicts if self._merge is not None else ()
        self._by_name = {"/".join(one.key): one for one in conflicts}
        self._asking.setVisible(bool(conflicts))
        self.boxes.show_ids(list(islice(self._by_name, self._shown)))
        for name, box in self.boxes.rows.items():
            self._show_box(box, name)
        self.more.setVisible(len(conflicts) > self._shown)
        self._show_choices()
        self._controls = order_tabs(self, self._controls)

    def _show_choices(self) -> None:
        for name, box in self.boxes.rows.items():
            box.show_choice(self._choices.get(self._by_name[name].key))
        merged = self._merge
        left = len(self._by_name) - len(self._choices)
        is_any = merged is not None and (self._has_news or bool(merged.conflicts))
        words = translate("Merge", "%n still to choose", count=left) if left else ""
        self.to_choose.setText(words)
        self.merge_button.setEnabled(is_any and not left and not self._document.is_read_only)

    def _make_box(self) -> ConflictBox:
        box = ConflictBox()
        box.chosen.connect(lambda side: self._choose(box, side))
        return box

    def _show_box(self, box: ConflictBox, name: str) -> None:
        conflict, merged = self._by_name.get(name), self._merge
        if conflict is not None and merged is not None:
            box.show_words(self._told(merged, conflict))

    def _told(self, merged: Merge, conflict: Conflict) -> ConflictWords:
        other = self._other
        assert other is not None
        today = self._document.clock.today()
        return ConflictWords(
            title=conflict_title(merged, conflict),
            mine=version_words(merged, conflict, Side.MINE, today),
            theirs=version_words(merged, conflict, Side.THEIRS, today),
            mine_when=self._when(other.mine_touched, conflict),
            theirs_when=self._when(other.theirs_touched, conflict),
            can_keep_both=conflict.can_keep_both,
        )

    def _when(self, touched: Touches, conflict: Conflict) -> str:
        """When a copy came to say so, and in which session, as far as its journal tells."""
        names = conflict.unit or ("",)
        found = [
            touched[conflict.record.id, one]
            for one in names
            if (conflict.record.id, one) in touched
        ]
        if not found:
            return ""
        latest = max(found, key=lambda one: one.at)
        when = time_words(latest.at, self._document.clock.today())
        for copy in (self._merge.mine, self._merge.theirs) if self._merge is not None else ():
            session = copy.find(Session, latest.session_id)
            if session is not None:
                return f"{when}, {session_name(copy, session)}"
        return when

    def _choose(self, box: ConflictBox, side: Side) -> None:
        name = next(key for key, one in self.boxes.rows.items() if one is box)
        self._choices[self._by_name[name].key] = side
        self._show_choices()

    def _choose_all(self, side: Side) -> None:
        self._choices = {one.key: side for one in self._by_name.values()}
        self._show_choices()

    def _show_more(self) -> None:
        self._shown += _AT_A_TIME
        self._show_merge()

    # --- merging ---

    def merge_now(self) -> None:
        """Make it one change of this wall, unless there is something to choose by now."""
        document = self._document
        try:
            if self._is_stale:
                self._lay_over()
            if self._merge is None or self._other is None or not self.merge_button.isEnabled():
                return
            if not document.wall_lock.permits():
                return
            patch = resolved(self._merge, self._choices)
            is_kept = kept(document, patch, self._other.pictures)
        except MotwallError as error:
            self.say(message_for(error))
            return
        key = key_of_merge(self._other.last_id)
        if is_kept:
            self._page.large_pushes.push(
                LargePush(
                    patch,
                    translate("Merge", "Merging both copies"),
                    lambda: self._end(patch),
                    kind=EntryKind.MERGE,
                    merge_key=key,
                )
            )

    def _end(self, patch: Patch) -> None:
        self._forget()
        self.left.emit()
        self._tell(patch)

    def _tell(self, patch: Patch) -> None:
        """Say that it is done, with the way back if anything was changed."""
        toast = self._page.toast
        if patch:
            undo = (translate("Merge", "Undo"), self._page.undo)
            toast.offer(translate("Merge", "Both copies are one now."), undo)
        else:
            toast.say(translate("Merge", "This wall stays as it is."))

    def _on_changed(self, _patch: Patch) -> None:
        self._is_stale = True
        if self.isVisible() and self._other is not None:
            self._follow()

    def _follow(self) -> None:
        try:
            self._lay_over()
        except MotwallError as error:
            self.say(message_for(error))

    # --- what `FullCards` asks ---

    @override
    def first_field(self) -> QWidget:
        """Nothing is to be done before the other copy is read."""
        return self.back

    @override
    def prepare(self) -> None:
        """Follow what happened while it was hidden."""
        if self._is_stale and self._other is not None:
            self._follow()
