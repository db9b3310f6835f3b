"""Collecting ideas: one moment at a time, everything goes up, nobody judges.

Ideas can be added here and nothing else: no deleting, no order, no marks, no word of others to be
changed. All of that waits for sifting. Whoever slipped takes the own last idea back.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.history import HistoryStep
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.diverging import first_without_ideas, is_turned, possibilities
from motwall.model.order import ideas_of
from motwall.model.patch import Patch
from motwall.model.records import Idea, IdeaKind, Moment
from motwall.model.sifting import is_back
from motwall.ui.full_card import FullCard
from motwall.ui.moment_card import scrolling
from motwall.ui.possibilities.idea_line import IdeaLine
from motwall.ui.possibilities.idea_list import IdeaList, IdeaLook
from motwall.ui.possibilities.idea_model import IdeaModel
from motwall.ui.possibilities.moment_words import gap_words, moment_words, turned_words
from motwall.ui.possibilities.quiet_spell import QuietSpell
from motwall.ui.possibilities.walk import MomentWalk
from motwall.ui.possibilities.why_not import WhyNotBox
from motwall.ui.small import Card, label
from motwall.ui.tab_order import order_tabs
from motwall.ui.theme import BODY

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: How the two columns share the width.
_IDEAS_SHARE, _ASIDE_SHARE = 13, 7
#: Before a reason why not, which is no idea.
_UNNUMBERED = "\N{EN DASH}"
#: Lower than this (keys on a small panel), less is said in the head; pixels at a text scale of 1.
_LOW = 400
#: Who comes from here stays with the moment that is shown.
_SAME_MOMENT = ("collect_ideas", "sift_ideas")


def make(page: "WallPage") -> FullCard:
    """The card of a page."""
    return CollectCard(page)


class CollectCard(FullCard):
    """Ideas for one moment: a list that grows, a line to write in, the house rule above."""

    def __init__(self, page: "WallPage") -> None:
        """Be hidden; `prepare` looks at the wall."""
        super().__init__(page, translate("Possibilities", "Collect ideas"))
        self._page = page
        self._document = page.document
        self._own_last: HistoryStep | None = None
        self._tabs: list[QWidget] = []
        self._numbers: dict[str, str] = {}
        self._is_low = False
        to_sifting = ("sift_ideas", translate("Possibilities", "Sift them"))
        self.walk = MomentWalk(self, page, to_sifting)
        self.quiet = QuietSpell(page.document.clock, self)
        self.model = IdeaModel(self._ideas, self)
        self.list = IdeaList(
            self.model,
            translate("Possibilities", "Ideas for this moment"),
            self._look,
            is_growing=True,
        )
        self.line = IdeaLine(
            page.document, translate("Possibilities", "An idea"), IdeaKind.IDEA, self._moment_id
        )
        self.add_button = QPushButton(translate("Possibilities", "Add"))
        self.take_back = QPushButton(translate("Possibilities", "Take my last one back"))
        self.why_not = WhyNotBox(page.document, self._moment_id)
        self.counter = label("", "counter")
        self.nudge = label("", "strong", is_wrapped=True)
        self._empty = label("", "empty", is_wrapped=True)
        self._keys = label("", "small")
        self._nudge_box = Card()
        self._work = QWidget()
        self._arrange()
        self._connect()

    # --- building ---

    def _arrange(self) -> None:
        self.title.setProperty("role", "headline")
        self.says_more.setProperty("role", "context")
        self.title.setWordWrap(True)
        self.add_to_head(self.counter)
        rule = QFrame()
        rule.setObjectName("houseRule")
        row = QHBoxLayout(rule)
        row.setContentsMargins(16, 10, 16, 10)
        self.rule = label(_rule(is_short=False), "rule", is_wrapped=True)
        row.addWidget(self.rule)
        self.add_below_title(rule)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        columns = QHBoxLayout(self._work)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addLayout(self._ideas_column(), _IDEAS_SHARE)
        columns.addWidget(self._aside(), _ASIDE_SHARE)
        self.column.addWidget(self._work, 1)
        self.column.addWidget(self._empty, 1)

    def _ideas_column(self) -> QVBoxLayout:
        inside = QHBoxLayout(self._nudge_box)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.setSpacing(8)
        inside.addWidget(label(translate("Possibilities", "It has gone quiet. Try this:"), "quiet"))
        inside.addWidget(self.nudge, 1)
        self._nudge_box.hide()
        self.line.setProperty("role", "idea")
        self.add_button.setProperty("kind", "primary")
        self.take_back.setProperty("kind", "link")
        column = QVBoxLayout()
        column.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignVCenter)
        low = QHBoxLayout()
        low.addWidget(self._keys)
        low.addStretch(1)
        low.addWidget(self.take_back)
        column.addWidget(self.list, 1)
        column.addWidget(self._nudge_box)
        column.addLayout(row)
        column.addLayout(low)
        return column

    def _aside(self) -> QWidget:
        content = QWidget()
        content.setObjectName("ideasAside")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.why_not)
        column.addStretch(1)
        return scrolling(content)

    def _connect(self) -> None:
        self.walk.leaving.connect(self.flush)
        self.walk.moved.connect(self._show_moment)
        for way in (self.walk.before, self.walk.after):
            way.clicked.connect(self._on_walked)
        self.quiet.nudged.connect(self._on_nudged)
        self.line.edited.connect(self._on_heard)
        self.line.added.connect(self._on_added)
        self.why_not.reason.added.connect(self._on_added)
        self.why_not.heard.connect(self._on_heard)
        self.why_not.turned.connect(self._on_turned)
        self.add_button.clicked.connect(self._on_add)
        self.take_back.clicked.connect(self._on_take_back)
        self.list.chosen.connect(self._on_chosen)
        self._document.changed.connect(self._on_changed)
        self._document.history_changed.connect(self._show_take_back)
        self._page.room_mode.changed.connect(self._show_keys)

    # --- what the frame asks for ---

    @override
    def first_field(self) -> QWidget:
        return self.line if self.walk.moment is not None else self.back

    @override
    def prepare(self) -> None:
        self._own_last = None
        cards = self._page.cards
        if cards.came_from in _SAME_MOMENT:
            self.walk.begin()
        else:
            self.walk.begin_at(first_without_ideas(self._document.store, cards.pick.id))
        self._show_keys()
        self._tabs = order_tabs(self, self._tabs)

    @override
    def flush(self) -> bool:
        kept = [self.line.flush(), self.why_not.flush()]
        return all(kept)

    @override
    def flush_fields(self) -> bool:
        return True

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room for all the words, the house rule and the moment stay."""
        super().resizeEvent(event)
        is_low = self.height() < _LOW * self.font().pixelSize() / BODY
        if is_low != self._is_low:
            self._is_low = is_low
            self.rule.setText(_rule(is_short=is_low))
            self._show_words()

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """A quiet spell begins when people look at it."""
        super().showEvent(event)
        self.quiet.start()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody is nudged behind the wall."""
        super().hideEvent(event)
        self.quiet.stop()

    # --- following ---

    def _moment_id(self) -> str:
        return self.walk.moment_id

    def _ideas(self) -> list[Idea]:
        ideas = ideas_of(self._document.store, self.walk.moment_id)
        counted = [one.id for one in ideas if one.kind is not IdeaKind.BLOCKER]
        self._numbers = {one: str(number) for number, one in enumerate(counted, 1)}
        return ideas

    def _look(self, idea: Idea, _number: int) -> IdeaLook:
        above = ""
        if idea.kind is IdeaKind.BLOCKER:
            above = translate("Possibilities", "Why not")
            if is_turned(self._document.store, idea):
                above = translate("Possibilities", "Why not, turned round below")
        elif idea.kind is IdeaKind.HOW_MIGHT_WE:
            above = turned_words(self._document.store, idea)
        elif is_back(idea, self._document.session_id):
            above = translate("Possibilities", "Back from an earlier session")
        is_quiet = idea.kind is IdeaKind.BLOCKER
        number = self._numbers.get(idea.id, _UNNUMBERED)
        return IdeaLook(idea.text, number, above, is_quiet=is_quiet)

    def _show_moment(self) -> None:
        moment = self.walk.moment
        self.line.start_over()
        self.why_not.show_moment()
        self._nudge_box.hide()
        self.quiet.heard()
        self._own_last = None
        self.model.show_others()
        self.list.show_end()
        self._work.setVisible(moment is not None)
        self._empty.setVisible(moment is None)
        self._empty.setText(
            translate(
                "Possibilities",
                "No moment is ticked yet. Tick those that matter most to the customer, "
                "and come back to find out how they could be better.",
            )
        )
        is_writable = not self._document.is_read_only
        self.line.setReadOnly(not is_writable)
        self.add_button.setEnabled(is_writable)
        self._show_words()

    def _show_words(self) -> None:
        moment = self.walk.moment
        self.title.setText(moment_words(moment) if moment else self.accessibleName())
        self.say(gap_words(moment) if moment and not self._is_low else "")
        ideas = self._ideas()
        count = possibilities(ideas)
        self.counter.setText(translate("Possibilities", "%n idea(s)", count=count))
        self.counter.setVisible(moment is not None)
        self.walk.across.setEnabled(count > 0)
        first = translate("Possibilities", "The first idea, however daft")
        another = translate("Possibilities", "Another idea, however daft")
        self.line.setPlaceholderText(another if ideas else first)
        self._show_take_back()

    def _show_keys(self) -> None:
        """Tell of keys those who have some."""
        self._keys.setText(
            translate("Possibilities", "Write it, tap Add.")
            if self._page.room_mode.is_room
            else translate(
                "Possibilities", "Enter adds it. Of a pasted list, each line is an idea."
            )
        )

    def _show_take_back(self) -> None:
        last = self._own_last
        is_last = last is not None and self._document.history.next_undo is last
        self.take_back.setVisible(is_last)

    def _on_changed(self, patch: Patch) -> None:
        if not self.isVisible():
            return  # `prepare` looks again
        self.line.forget_written()
        self.walk.follow(patch)
        is_ours = any(
            isinstance(one.record, Idea) and one.record.moment_id == self.walk.moment_id
            for one in patch
        )
        if is_ours:
            self.model.follow(patch)
            self.list.measure_again()
            self.why_not.show_now()
        if is_ours or (self.walk.moment_id in patch.changes and patch.touches(Moment)):
            self._show_words()

    # --- what is done ---

    def _on_walked(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self.line.flush()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_added(self, _ids: list[str]) -> None:
        self._own_last = self._document.history.next_undo
        self._show_take_back()
        self.list.show_end()
        self._on_heard()

    def _on_take_back(self) -> None:
        # What is being typed now is another idea, and stays in the line.
        self._page.actions_.undo()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_heard(self) -> None:
        self.quiet.heard()
        self._nudge_box.hide()

    def _on_nudged(self, words: str) -> None:
        if self.walk.moment is not None and not self._document.is_read_only:
            self.nudge.setText(words)
            self._nudge_box.show()

    def _on_turned(self) -> None:
        self.list.choose("")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, idea_id: str) -> None:
        idea = self._document.store.find(Idea, idea_id)
        if idea is not None and idea.kind is IdeaKind.BLOCKER:
            self.why_not.show_blocker(idea_id)


def _rule(*, is_short: bool) -> str:
    """The house rule of collecting."""
    if is_short:
        return translate("Possibilities", "Every idea goes up, the daft ones too.")
    return translate(
        "Possibilities",
        "House rule: every idea goes up, and nobody runs one down. "
        "Daft ones are welcome; they bring the good ones along.",
    )
