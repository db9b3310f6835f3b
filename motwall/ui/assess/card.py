"""Assess: one priority at a time in front of the whole team, from the customer's side."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from motwall.i18n import translate
from motwall.model.customers import versions
from motwall.model.evidence import EvidenceShare, assumption_share, share_after
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.priorities import to_assess
from motwall.model.records import ContactType, Moment, Row, Wall
from motwall.ui.assess.gap import GapPart
from motwall.ui.assess.head import (
    TypeShown,
    empty_words,
    head_line,
    put_recall,
    share_words,
    untested_words,
)
from motwall.ui.assess.owner_band import OwnerBand
from motwall.ui.assess.ready import ReadyPage
from motwall.ui.assess.versions import VersionsRow
from motwall.ui.assess.views import Look, UltimateView, look_words, make_views, recall_of
from motwall.ui.assess.walk import WalkCard
from motwall.ui.choices import word_button
from motwall.ui.facilitator.covering import ULTIMATE, CoveredPart, covers, later_words
from motwall.ui.fields import flush_all
from motwall.ui.floating_card import REACH_TOP
from motwall.ui.full_card import FullCard
from motwall.ui.panel.moment_header import where
from motwall.ui.small import label
from motwall.ui.workshop.guide import guide_on
from motwall.ui.workshop.words import next_words

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: What can bring a moment in or out, move it, or make it a version of another.
_ORDERING = ("is_ticked", "shortlist_rank", "step_id", "row_id", "rank", "x", "y", "text")


def make(page: "WallPage") -> FullCard:
    """The card of a page."""
    return AssessCard(page)


class AssessCard(WalkCard):
    """One moment, for one kind of customer, in four looks; then what is still missing."""

    def __init__(self, page: "WallPage") -> None:
        """Be hidden, for no moment yet."""
        super().__init__(page, translate("Assess", "Assess the priorities"))
        self._page = page
        self._document = page.document
        self._ids: list[str] = []
        self._place = 0
        self._id = ""
        self._look = Look.EXPECT
        self._is_at_end = False
        self._share = EvidenceShare(0, 0)
        self.contact_type = TypeShown()
        self.evidence = label("", "small")
        self.evidence.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.looks = {one: self._look_button(one) for one in Look}
        self.versions = VersionsRow(self._document)
        self.owner_band = OwnerBand(self._document)
        self.views = make_views(self._document)
        self.recall = recall_of(self.views)
        self.ready = ReadyPage()
        self.empty = label("", "hint", is_wrapped=True)
        self.to_ticks = QPushButton(translate("Assess", "Go to C and tick some"))
        #: The four looks, and for whom.
        self._switch = QWidget()
        self._arrange()
        self._connect()

    def _look_button(self, look: Look) -> QPushButton:
        button = word_button(_look_label(look), "chip")
        button.setCheckable(True)
        button.clicked.connect(partial(self._go_to_look, look))
        return button

    def _arrange(self) -> None:
        # The title has all of the width: what else is said of the moment stands beneath it.
        self._words.removeWidget(self.says_more)
        self._words.addLayout(head_line(self.says_more, self.contact_type, self.evidence))
        row = QHBoxLayout(self._switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in self.looks.values():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(24)
        row.addWidget(self.versions, 1, Qt.AlignmentFlag.AlignTop)
        rows = self.content.rows
        rows.addWidget(self._switch)
        rows.addWidget(self.owner_band)
        rows.addWidget(self.recall)
        for view in self.views.values():
            rows.addWidget(view, 1)
        for widget in (self.ready, self.empty, self.to_ticks):
            rows.addWidget(widget)
        rows.setAlignment(self.to_ticks, Qt.AlignmentFlag.AlignLeft)
        rows.addStretch(1)

    def _connect(self) -> None:
        self.before.clicked.connect(partial(self._go, -1))
        self.following.clicked.connect(partial(self._go, 1))
        self.go_on.clicked.connect(self._go_on)
        self.to_ticks.clicked.connect(partial(self._page.set_phase, Phase.PRIORITIES))
        self.versions.chosen.connect(self._show)
        self._document.room_show.changed.connect(self._show_cover)
        self._document.changed.connect(self._on_changed)
        self._document.workshop.changed.connect(self._follow_workshop)
        self.asked_for.connect(self._show_asked)

    # --- what the frame asks ---

    @property
    def moment_id(self) -> str:
        """The moment shown; "" for none."""
        return self._id

    @property
    def look(self) -> Look:
        """How it is looked at."""
        return self._look

    @override
    def first_field(self) -> QWidget:
        if not self._id:
            return self.to_ticks
        return self.go_on if self._is_at_end else self.views[self._look].first_field()

    @override
    def prepare(self) -> None:
        """Begin with the selected note if it is a priority, else where it was left."""
        self._share = assumption_share(self._document.store)
        self._ids = [one.id for one in to_assess(self._document.store)]
        wanted = (self._page.selection.current_id, self._id, *self._ids[:1])
        goal = next((one for one in wanted if one and self._place_of(one) is not None), "")
        self._is_at_end = False
        self._show(goal)

    @override
    def flush(self) -> bool:
        return flush_all(self.views.values())

    def covered_parts(self) -> list[CoveredPart]:
        """See `ui.facilitator.covering`."""
        return [(ULTIMATE, look_words(Look.ULTIMATE))]

    @override
    def keep_below(self, pixels: int) -> None:
        super().keep_below(pixels)
        layout = self._words if self._page.property(REACH_TOP) else self.content.rows
        put_recall(self.recall, layout, self.owner_band)

    # --- going ---

    def _go(self, way: int, _is_checked: bool = False) -> None:
        """To the priority before or after; the look stays."""
        if self._ids:
            place = max(0, min(self._place + way, len(self._ids) - 1))
            self._is_at_end = False
            self._show(self._ids[place])
            self._take_keyboard()

    def _go_to_look(self, look: Look, _is_checked: bool = False) -> None:
        self.flush()
        self._look = look
        self._is_at_end = False
        self._show(self._id)
        if not self.looks[look].hasFocus():
            # A click leaves the keyboard with what is hidden now: Qt would hand it to the foot.
            self._take_keyboard()

    def _go_on(self) -> None:
        """The next look, then the next priority, then what is still missing."""
        self.flush()
        looks = self._open_looks()
        if self._is_at_end:
            self._leave()
            return
        if self._look is not looks[-1]:
            self._look = looks[looks.index(self._look) + 1]
            self._show(self._id)
        elif self._place < len(self._ids) - 1:
            self._look = looks[0]
            self._show(self._ids[self._place + 1])
        else:
            self._is_at_end = True
            self._show(self._id)
        self._take_keyboard()

    def _leave(self) -> None:
        guide = guide_on(self._page, Phase.ASSESS)
        if guide is not None:
            guide.go_on()
        else:
            self._page.set_phase(Phase.IDEAS_AND_ACTIONS)

    def _take_keyboard(self) -> None:
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of(self, moment_id: str) -> int | None:
        """The place of the priority that the moment is, or is a version of."""
        if moment_id in self._ids:
            return self._ids.index(moment_id)
        moment = self._document.store.find(Moment, moment_id)
        same = {one.id for one in versions(self._document.store, moment)} if moment else set()
        return next((place for place, one in enumerate(self._ids) if one in same), None)

    @property
    def _is_covered(self) -> bool:
        """The ultimate is not for the room to see yet."""
        return covers(self._page, ULTIMATE)

    def _open_looks(self) -> list[Look]:
        """Those there are to go on to, and where the card is."""
        is_left_out = self._is_covered and self._look is not Look.ULTIMATE
        return [one for one in Look if one is not Look.ULTIMATE or not is_left_out]

    # --- showing ---

    def _show_cover(self) -> None:
        is_covered = self._is_covered
        for view in self.views.values():
            if isinstance(view, UltimateView | GapPart):
                view.set_covered(is_covered=is_covered)
        button = self.looks[Look.ULTIMATE]
        button.setText(_look_label(Look.ULTIMATE, is_covered=is_covered))
        button.setEnabled(not is_covered)
        self._show_foot()

    def _show(self, moment_id: str) -> None:
        place = self._place_of(moment_id)
        self._id = moment_id if place is not None else ""
        self._place = place or 0
        for look, view in self.views.items():
            # The others turn to it when they are looked at.
            is_seen = look is self._look and not self._is_at_end
            view.show_moment(self._id if is_seen else "")
        self.versions.show_moment(self._id)
        self.owner_band.show_moment(self._id)
        if self._is_at_end:
            self.owner_band.hide()
        self._show_parts()
        self._show_head()
        self._show_cover()
        self.content.to_top()
        self.order_controls()
        self.be_at(self._id)

    def _show_parts(self) -> None:
        is_one = bool(self._id) and not self._is_at_end
        self._switch.setVisible(is_one)
        for look, view in self.views.items():
            view.setVisible(is_one and look is self._look)
            self.looks[look].setChecked(look is self._look)
        self.recall.setVisible(is_one and self._look is Look.FACE)
        self.ready.setVisible(bool(self._id) and self._is_at_end)
        self.ready.show_now(self._document.store)
        self.empty.setVisible(not self._id)
        self.to_ticks.setVisible(not self._id)

    def _show_head(self) -> None:
        store = self._document.store
        moment = store.find(Moment, self._id)
        self.contact_type.show_type(
            store.find(ContactType, moment.contact_type_id)
            if moment and not self._is_at_end
            else None,
            self.devicePixelRatioF(),
        )
        self.evidence.setText(share_words(self._share))
        self.evidence.setVisible(moment is not None)
        if moment is None:
            self.head(translate("Assess", "Which moments matter most?"))
            # Short: with nothing beside it a wrapped title would be as narrow as its longest word.
            self.title.setWordWrap(False)
            self.say("")
            self.empty.setText(empty_words())
        elif self._is_at_end:
            self.head(translate("Assess", "Ready for ideas?"))
            self.say(untested_words(store))
        else:
            self.head(moment.text or moment.prompt or translate("Assess", "A note without words"))
            self.say(where(store, moment))

    def _show_foot(self) -> None:
        words = translate("Assess", "{number} of {count}")
        count = len(self._ids)
        is_one = bool(self._id)
        self.where.setText(words.format(number=self._place + 1, count=count) if is_one else "")
        self.before.setVisible(is_one)
        self.following.setVisible(is_one)
        self.before.setEnabled(self._place > 0 or self._is_at_end)
        self.following.setEnabled(self._place < count - 1)
        self.offer_go_on(self._words_on() if is_one else "")

    def _words_on(self) -> str:
        looks = self._open_looks()
        if self._is_at_end:
            if guide_on(self._page, Phase.ASSESS) is not None:
                return next_words(self._document.workshop)
            return translate("Assess", "Go to E: ideas and actions")
        if self._look is not looks[-1]:
            following = looks[looks.index(self._look) + 1]
            return translate("Assess", "Go on: {name}").format(name=look_words(following))
        if self._place < len(self._ids) - 1:
            return translate("Assess", "Go on: the next moment")
        return translate("Assess", "Go on: ready for ideas?")

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if self.isHidden():
            return  # `prepare` looks at everything anew
        self._share = share_after(self._share, patch)
        if patch.touches(Moment, *_ORDERING) or patch.touches(Row):
            self._follow_order()
        if patch.touches(Wall, "customer", "row_title") or patch.touches(Row):
            self.versions.show_now()
        self._show_head()
        if self._is_at_end:
            self.ready.show_now(self._document.store)

    def _follow_workshop(self) -> None:
        if not self.isHidden():
            self._show_foot()

    def _follow_order(self) -> None:
        self._ids = [one.id for one in to_assess(self._document.store)]
        place = self._place_of(self._id)
        if place is None:
            near = self._ids[min(self._place, len(self._ids) - 1)] if self._ids else ""
            self._show(near)
            return
        self._place = place
        self.versions.show_now()
        self._show_foot()

    def _show_asked(self, moment_id: str) -> None:
        """Undo and redo select what they changed: look at that."""
        is_here = self._place_of(moment_id) is not None
        self._show(moment_id if is_here else self._id)


def _look_label(look: Look, *, is_covered: bool = False) -> str:
    words = translate("Assess", "{number}  {name}")
    name = later_words(look_words(look)) if is_covered else look_words(look)
    return words.format(number=list(Look).index(look) + 1, name=name)
