"""On my own: the whole method as one question a screen, for one person without a team."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from motwall.i18n import translate
from motwall.model.alone import LISTING, STEPS, Ask, Screen, beside, chosen, first_open, path
from motwall.model.patch import Patch
from motwall.model.records import Moment, PlannedAction, Viewpoint
from motwall.ui.alone.choosing import ChoosePage
from motwall.ui.alone.listing import ListPage
from motwall.ui.alone.words import list_question, step_names
from motwall.ui.assess.faces import FacePart
from motwall.ui.assess.gap import GapPart
from motwall.ui.assess.part import Part
from motwall.ui.assess.texts import TextPart, TodayPart, expectation_question
from motwall.ui.assess.views import UltimateView
from motwall.ui.assess.walk import WalkCard
from motwall.ui.fields import flush_all
from motwall.ui.full_card import FullCard
from motwall.ui.small import label
from motwall.ui.theme import restyle

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


def make(page: "WallPage") -> FullCard:
    """The card of a page."""
    return AloneCard(page)


class AloneCard(WalkCard):
    """One screen of the way at a time; the answers are marked as the owner's view."""

    def __init__(self, page: "WallPage") -> None:
        """Be hidden, at the beginning."""
        super().__init__(page, translate("Alone", "On my own"))
        self._page = page
        self._document = document = page.document
        self._screen = Screen(Ask.CONTACTS)
        self._place = 0
        self._is_begun = False
        self.steps = [label("", "quiet") for _ in range(STEPS)]
        self.listing = ListPage(document)
        self.choosing = ChoosePage(document)
        own = Viewpoint.OWNER
        self.parts: dict[Ask, Part] = {
            Ask.EXPECT: TextPart(document, expectation_question(), own),
            Ask.TODAY: TodayPart(document, own),
            Ask.FACE: FacePart(document, own),
            Ask.ULTIMATE: UltimateView(document, own),
            Ask.GAP: GapPart(document, own),
        }
        self.end = label("", "hint", is_wrapped=True)
        self.marked = label("", "small")
        self._arrange()
        self.before.clicked.connect(self._go_back)
        self.following.hide()
        self.go_on.clicked.connect(self._go_on)
        document.changed.connect(self._on_changed)

    def _arrange(self) -> None:
        steps = QWidget()
        row = QHBoxLayout(steps)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        names = zip(self.steps, step_names(), strict=True)
        for number, (one, name) in enumerate(names, start=1):
            one.setText(f"{number}  {name}")
            row.addWidget(one)
        row.addStretch(1)
        row.addWidget(self.marked)
        self.marked.setText(translate("Alone", "Kept as your own view, to be tested with the team"))
        rows = self.content.rows
        rows.addWidget(steps)
        for page in (self.listing, self.choosing, *self.parts.values()):
            rows.addWidget(page, 1)
        rows.addWidget(self.end)
        rows.addStretch(1)

    # --- what the frame asks ---

    @property
    def screen_shown(self) -> Screen:
        """What is asked now."""
        return self._screen

    @override
    def first_field(self) -> QWidget:
        ask = self._screen.ask
        if ask in LISTING:
            return self.listing.line
        if ask in self.parts:
            return self.parts[ask].first_field()
        return self.back if ask is Ask.END else self.go_on

    @override
    def prepare(self) -> None:
        """Go on where it was left, or at the first question without an answer."""
        if not self._is_begun:
            self._is_begun = True
            self._screen = first_open(self._document.store)
        self._follow()

    @override
    def flush(self) -> bool:
        return flush_all([self.listing, *self.parts.values()])

    # --- going ---

    def _go_back(self) -> None:
        self._go(-1)

    def _go_on(self) -> None:
        self._go(1)

    def _go(self, way: int) -> None:
        if not self.flush():
            return
        screens = path(self._document.store)
        self._show(beside(screens, self._screen, way, self._place))
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow(self) -> None:
        """Stay at the question, or at what stands in its place now."""
        screens = path(self._document.store)
        self._show(beside(screens, self._screen, 0, self._place))

    # --- showing ---

    def _show(self, screen: Screen) -> None:
        screens = path(self._document.store)
        self._screen, self._place = screen, screens.index(screen)
        if screen.ask in LISTING:
            self.listing.ask(screen.ask)
        self.listing.setVisible(screen.ask in LISTING)
        self.choosing.setVisible(screen.ask is Ask.CHOOSE)
        if screen.ask is Ask.CHOOSE:
            self.choosing.show_now()
        for ask, part in self.parts.items():
            part.show_moment(screen.moment_id if ask is screen.ask else "")
            part.setVisible(ask is screen.ask)
        self.end.setVisible(screen.ask is Ask.END)
        self._show_head()
        self._show_foot(len(screens))
        self.content.to_top()
        self.order_controls()
        self.be_at(screen.moment_id)

    def _show_head(self) -> None:
        screen, store = self._screen, self._document.store
        for number, one in enumerate(self.steps, start=1):
            restyle(one, "role", "strong" if number == screen.step else "quiet")
        moment = store.find(Moment, screen.moment_id)
        self.marked.setVisible(moment is not None)
        if moment is not None:
            ids = [one.id for one in chosen(store)]
            words = translate("Alone", "Moment {number} of {count}")
            number = ids.index(moment.id) + 1 if moment.id in ids else 1
            self.head(moment.text or moment.prompt or translate("Alone", "A note without words"))
            self.say(words.format(number=number, count=len(ids)))
            return
        self.say("")
        if screen.ask in LISTING:
            self.head(list_question(screen.ask).words)
        elif screen.ask is Ask.CHOOSE:
            self.head(translate("Alone", "Which of them matter most to your customer?"))
        else:
            self.head(translate("Alone", "That was the whole way."))
            self.end.setText(self._end_words())

    def _end_words(self) -> str:
        store = self._document.store
        contacts = translate("Alone", "%n contact(s) on the wall", count=store.count(Moment))
        actions = translate("Alone", "%n action(s)", count=store.count(PlannedAction))
        own = len(store.referring(Moment, "viewpoint", Viewpoint.OWNER))
        tested = translate("Alone", "%n note(s) to be tested with your team", count=own)
        how = translate(
            "Alone",
            "When you have people around you, open this wall with them and go through "
            "\N{LEFT DOUBLE QUOTATION MARK}Assess one by one\N{RIGHT DOUBLE QUOTATION MARK}: "
            "it says where the team has not agreed yet. Until then, come back in four weeks.",
        )
        return f"{contacts}, {actions}, {tested}.\n\n{how}"

    def _show_foot(self, count: int) -> None:
        words = translate("Alone", "Question {number} of {count}")
        is_end = self._screen.ask is Ask.END
        number = self._place + 1
        self.where.setText("" if is_end else words.format(number=number, count=count - 1))
        self.before.setEnabled(self._place > 0)
        self.offer_go_on("" if is_end else translate("Alone", "Go on"))

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if self.isHidden() or not patch.touches(Moment):
            return  # `prepare` looks at everything anew
        if not self._screen.moment_id:
            return
        if self._document.store.find(Moment, self._screen.moment_id) is None:
            self._follow()
        elif patch.touches(Moment, "text", "is_ticked", "shortlist_rank"):
            self._show_head()
