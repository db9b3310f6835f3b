"""Sifting ideas: merit or park, what each costs and lifts, small and cheap first.

The list and the picture show the same ideas and share the one that is picked. What is parked steps
back in the list, leaves the picture, and comes back in the next session.
"""

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Selected
from motwall.i18n import translate
from motwall.model.edits.ideas import delete_idea, place_idea
from motwall.model.patch import Patch
from motwall.model.records import Cost, Idea, IdeaKind, Lift, Moment, PlannedAction, Verdict
from motwall.model.sifting import cheap_first, in_cells, is_back, to_sift, unplaced_ideas
from motwall.model.words import cost_word, lift_word, verdict_word
from motwall.ui.action_list.card import ask_who
from motwall.ui.action_list.new_action import plan_idea
from motwall.ui.choices import word_button
from motwall.ui.full_card import FullCard
from motwall.ui.moment_card import scrolling
from motwall.ui.possibilities.idea_list import IdeaList, IdeaLook
from motwall.ui.possibilities.idea_model import IdeaModel
from motwall.ui.possibilities.moment_words import moment_words, shortened, turned_words
from motwall.ui.possibilities.picture import CostLiftPicture, cell_words
from motwall.ui.possibilities.picture_layout import Cell
from motwall.ui.possibilities.sift_details import SiftDetails, has_come_to_action
from motwall.ui.possibilities.walk import MomentWalk
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: How list and picture share the width.
_LIST_SHARE, _PICTURE_SHARE = 2, 3
_LONGEST = 60


class _Every(Enum):
    """Stands for no cell: all ideas are listed."""

    CELL = auto()


_EVERY: Final = _Every.CELL


def make(page: "WallPage") -> FullCard:
    """The card of a page."""
    return SiftCard(page)


class SiftCard(FullCard):
    """The ideas of one moment, or of all priorities."""

    def __init__(self, page: "WallPage") -> None:
        """Be hidden; `prepare` looks at the wall."""
        super().__init__(page, translate("Possibilities", "Sift ideas"))
        self._page = page
        self._document = page.document
        self._opened: Cell | _Every = _EVERY
        self._tabs: list[QWidget] = []
        to_collecting = ("collect_ideas", translate("Possibilities", "Collect more"))
        self.walk = MomentWalk(self, page, to_collecting)
        self.model = IdeaModel(self._listed, self)
        self.list = IdeaList(self.model, translate("Possibilities", "Ideas to sift"), self._look)
        self.details = SiftDetails(page.document)
        self.picture = CostLiftPicture()
        self.one_chip = word_button(translate("Possibilities", "This moment"), "chip")
        self.all_chip = word_button(translate("Possibilities", "All priorities"), "chip")
        self.cheap_chip = word_button(translate("Possibilities", "Small and cheap first"), "chip")
        self.cell_chip = word_button("", "chip")
        self.counter = label("", "counter")
        self._empty = label("", "empty", is_wrapped=True)
        self._work = QWidget()
        self._arrange()
        self._connect()

    # --- building ---

    def _arrange(self) -> None:
        self.title.setProperty("role", "headline")
        self.says_more.setProperty("role", "context")
        self.title.setWordWrap(True)
        self.add_to_head(self.counter)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for chip in (self.one_chip, self.all_chip, self.cheap_chip, self.cell_chip):
            chip.setCheckable(True)
            chips.addWidget(chip)
            if chip is self.all_chip:
                chips.addSpacing(12)
        chips.addStretch(1)
        self.one_chip.setChecked(True)
        column = QWidget()
        left = QVBoxLayout(column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.list, 1)
        left.addWidget(self.details)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        # In a low window list and buttons are scrolled; no button is ever squeezed.
        row.addWidget(scrolling(column), _LIST_SHARE)
        row.addWidget(self.picture, _PICTURE_SHARE)
        self.column.addLayout(chips)
        self.column.addWidget(self._work, 1)
        self.column.addWidget(self._empty, 1)

    def _connect(self) -> None:
        self.walk.moved.connect(self._show_again)
        self.one_chip.clicked.connect(lambda: self._show_all(is_all=False))
        self.all_chip.clicked.connect(lambda: self._show_all(is_all=True))
        self.cheap_chip.clicked.connect(self._show_again)
        self.cell_chip.clicked.connect(lambda: self._open_cell(_EVERY))
        self.list.chosen.connect(self._on_chosen)
        self.picture.picked.connect(self._on_picked)
        self.picture.placed.connect(self._on_placed)
        self.picture.cell_opened.connect(self._open_cell)
        self.details.action_wanted.connect(self._make_action)
        self.details.delete_wanted.connect(self._delete)
        key = QShortcut(Qt.Key.Key_Delete, self._work)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(lambda: self._delete(self.list.current_id))
        self._document.changed.connect(self._on_changed)

    # --- what the frame asks for ---

    @override
    def first_field(self) -> QWidget:
        return self.list if self.model.ids else self.walk.across

    @override
    def prepare(self) -> None:
        self._opened = _EVERY
        self.walk.begin()
        self._tabs = order_tabs(self, self._tabs)

    # --- what is shown ---

    def _ideas(self) -> list[Idea]:
        """All that are shown, in the order they came up."""
        is_all = self.all_chip.isChecked()
        ids = self.walk.ids if is_all else (self.walk.moment_id,)
        return to_sift(self._document.store, ids)

    def _listed(self) -> list[Idea]:
        ideas = self._ideas()
        if self._opened is not _EVERY:
            alive = _alive(ideas)
            cell = self._opened
            ideas = unplaced_ideas(alive) if cell is None else in_cells(alive).get(cell, [])
        if not self.cheap_chip.isChecked():
            return ideas
        parked = [one for one in ideas if one.verdict is Verdict.PARKED]
        return cheap_first(_alive(ideas)) + parked

    def _look(self, idea: Idea, _number: int) -> IdeaLook:
        store = self._document.store
        above = []
        if self.all_chip.isChecked():
            moment = store.find(Moment, idea.moment_id)
            name = shortened(moment_words(moment), _LONGEST) if moment else ""
            number = self.walk.number_of(idea.moment_id)
            above.append(" ".join(filter(None, (number, name))))
        if idea.kind is IdeaKind.HOW_MIGHT_WE:
            above.append(turned_words(store, idea))
        if is_back(idea, self._document.session_id):
            above.append(translate("Possibilities", "Back from an earlier session"))
        aside = [verdict_word(idea.verdict), _bands(idea)]
        if has_come_to_action(store, idea):
            aside.append(translate("Possibilities", "is an action"))
        return IdeaLook(
            idea.text,
            above=" \N{MIDDLE DOT} ".join(above),
            aside=tuple(filter(None, aside)),
            is_quiet=idea.verdict is Verdict.PARKED,
        )

    def _show_all(self, *, is_all: bool) -> None:
        self.one_chip.setChecked(not is_all)
        self.all_chip.setChecked(is_all)
        self._opened = _EVERY
        self.walk.show_all(is_all=is_all)
        self._show_again()

    def _open_cell(self, cell: Cell | _Every) -> None:
        """List the ideas of a cell alone, or all again."""
        self._opened = cell if cell != self._opened else _EVERY
        self._show_again()

    def _show_again(self) -> None:
        chosen = self.list.current_id
        self.model.show_others()
        self.list.choose(chosen)
        self._show_words()

    def _show_words(self) -> None:
        moment = self.walk.moment
        ideas = self._ideas()
        is_all = self.all_chip.isChecked()
        title = moment_words(moment) if moment and not is_all else self.accessibleName()
        self.title.setText(title)
        self.say(
            translate(
                "Possibilities",
                "Drag an idea onto the picture, or pick it and then its place: so it has merit, "
                "and is worth doing something about. Parked ideas come back next session.",
            )
        )
        open_count = sum(one.verdict is Verdict.OPEN for one in ideas)
        words = translate("Possibilities", "%n to sift", count=open_count)
        if ideas and not open_count:
            words = translate("Possibilities", "All sifted")
        self.counter.setText(words)
        self.counter.setVisible(bool(ideas))
        is_opened = self._opened is not _EVERY
        if not isinstance(self._opened, _Every):
            only = translate("Possibilities", "Only: {cell} \N{MULTIPLICATION SIGN}")
            self.cell_chip.setText(only.format(cell=cell_words(self._opened)))
        self.cell_chip.setChecked(is_opened)
        self.cell_chip.setVisible(is_opened)
        self._work.setVisible(bool(ideas))
        self._empty.setVisible(not ideas)
        self._empty.setText(
            translate("Possibilities", "No ideas here yet. Collect some first; sifting can wait.")
        )
        self.picture.is_writable = not self._document.is_read_only
        self._show_picture()

    def _show_picture(self) -> None:
        self.picture.show_ideas(_alive(self._ideas()), self.list.current_id)

    def _on_changed(self, patch: Patch) -> None:
        if not self.isVisible():
            return  # `prepare` looks again
        self.walk.follow(patch)
        is_ours = patch.touches(Idea) or patch.touches(PlannedAction, "id", "idea_id")
        if is_ours:
            chosen = self.list.current_id
            self.model.follow(patch)
            self.list.measure_again()
            if self.list.current_id != chosen:
                self.list.choose(chosen if self.model.row_of(chosen) >= 0 else "")
            self.details.show_now()
        if is_ours or patch.touches(Moment, "text", "prompt"):
            self.list.measure_again()
            self._show_words()

    # --- what is done ---

    def _on_chosen(self, idea_id: str) -> None:
        self.details.show_idea(idea_id)
        self._show_picture()

    def _on_picked(self, idea_id: str) -> None:
        if self.model.row_of(idea_id) < 0:
            self._opened = _EVERY
            self._show_again()
        self.list.choose(idea_id)

    def _on_placed(self, idea_id: str, cell: Cell) -> None:
        idea = self._document.store.find(Idea, idea_id)
        if idea is None:
            return
        cost: Cost | None = None
        lift: Lift | None = None
        if cell is not None:
            cost, lift = cell
        patch = place_idea(self._document.store, idea_id, cost, lift)
        selected = Selected((idea.moment_id,), (idea.moment_id,))
        is_placed = self._document.push(patch, selected=selected)
        # Who works through the ideas of one cell goes on with those that are left.
        if is_placed and self.model.row_of(idea_id) >= 0:
            self.list.choose(idea_id)

    def _make_action(self, idea_id: str) -> None:
        action_id = plan_idea(self._document, idea_id)
        if action_id:
            words = translate("Possibilities", "It is an action now. Who does it, and by when?")
            answer = translate("Possibilities", "Say who and when")
            self._page.toast.say(words, (answer, partial(ask_who, self._page, action_id)))

    def _delete(self, idea_id: str) -> None:
        document = self._document
        idea = document.store.find(Idea, idea_id)
        if idea is None or document.is_read_only:
            return
        row = self.model.row_of(idea_id)
        selected = Selected((idea.moment_id,), (idea.moment_id,))
        if document.push(delete_idea(document.store, idea_id), selected=selected):
            # Whoever weeds with the keyboard goes on with the next one.
            left = self.model.ids
            self.list.choose(left[min(row, len(left) - 1)] if left else "")
            words = translate("Possibilities", "Idea deleted")
            self._page.actions_.verbs.offer_undo(words)


def _alive(ideas: list[Idea]) -> list[Idea]:
    return [one for one in ideas if one.verdict is not Verdict.PARKED]


def _bands(idea: Idea) -> str:
    if idea.cost is not None and idea.lift is not None:
        return cell_words((idea.cost, idea.lift)).lower()
    if idea.cost is not None:
        cost = translate("Possibilities", "cost: {cost}")
        return cost.format(cost=cost_word(idea.cost).lower())
    if idea.lift is not None:
        lift = translate("Possibilities", "lift: {lift}")
        return lift.format(lift=lift_word(idea.lift).lower())
    return ""
