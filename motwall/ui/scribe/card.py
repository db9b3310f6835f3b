"""One of us types: a typist takes down what the room calls out, a note with each Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.near_match import NearMatch, NearMatcher
from motwall.model.order import contact_types
from motwall.model.patch import Patch
from motwall.model.records import ContactType, Moment
from motwall.ui.add_place import AddPlace
from motwall.ui.choices import word_button
from motwall.ui.full_card import FullCard
from motwall.ui.scribe.line import ScribeLine
from motwall.ui.scribe.matches import MatchRow
from motwall.ui.scribe.pace import Pace
from motwall.ui.scribe.said_list import SaidList
from motwall.ui.scribe.said_model import SaidModel
from motwall.ui.scribe.taking import Taking
from motwall.ui.scribe.typing_state import TypingState
from motwall.ui.scribe.way_chips import WayChips
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs
from motwall.ui.theme import BODY
from motwall.ui.type_chips import TypeChips

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: How often the pace is looked at anew, ms.
_LOOK_MS = 5000
#: With less room beneath the question there are no chips at the bottom, then none above the field;
#: pixels at a text scale of 1.
_LOW, _LOWEST = 420, 272


def make(page: "WallPage") -> "ScribeCard":
    """The card of a page."""
    return ScribeCard(page)


class ScribeCard(FullCard):
    """A question to the room, a large field, the notes so far.

    The colour of the next notes is the one of the field below the wall: there is one pen.
    """

    def __init__(self, page: "WallPage") -> None:
        """Be hidden; `prepare` looks at the wall."""
        super().__init__(page, translate("Scribe", "One of us types"))
        self._page = page
        self._document = page.document
        self._quick_add = page.bottom_bar.quick_add
        self._tabs: list[QWidget] = []
        self.pace = Pace()
        self.matcher = NearMatcher()
        self.taking = Taking(page.document, self)
        self.way = WayChips()
        self.line = ScribeLine()
        self.add_button = QPushButton(translate("Scribe", "Add"))
        self.matches = MatchRow()
        self.model = SaidModel(page.document, self)
        self.list = SaidList(page.document, self.model)
        self.state = TypingState(page.document, self.line, self.model, self.taking)
        self.types = TypeChips(is_numbered=True)
        self.unsorted = word_button(translate("Scribe", "Unsorted"), "pen")
        self.after = word_button(translate("Scribe", "After the last one"), "pen")
        self.counter = label("", "counter")
        self._below = QWidget()
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK_MS)
        self._looking.timeout.connect(self._show_count)
        self._arrange()
        self._connect()

    # --- building ---

    def _arrange(self) -> None:
        self.title.setProperty("role", "headline")
        self.title.setWordWrap(True)
        self.says_more.setProperty("role", "context")
        self.say(translate("Scribe", "Call it out: one contact, a few words. One of us types."))
        self.add_to_head(self.counter)
        self.add_button.setProperty("kind", "primary")
        self.add_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        # As tall as the field.
        self.add_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        row.addWidget(self.add_button)
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(24)
        below.addWidget(self.types, 1)
        places = QHBoxLayout()
        places.setSpacing(8)
        for chip in (self.unsorted, self.after):
            chip.setCheckable(True)
            places.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        below.addLayout(places)
        self.column.addWidget(self.way)
        self.column.addLayout(row)
        self.column.addWidget(self.matches)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self._below)

    def _connect(self) -> None:
        line, lists = self.line, self._page.keyboard.lists
        line.returnPressed.connect(self._enter)
        line.entered_below.connect(self._enter_below)
        line.same_wanted.connect(self._on_same)
        line.stepped.connect(self.state.step)
        line.turned.connect(self.way.turn)
        line.type_wanted.connect(self._on_digit)
        line.given_up.connect(self.state.give_up)
        self.state.held.connect(self._on_held)
        line.textChanged.connect(self._show_matches)
        line.lines_pasted.connect(
            lambda texts: lists.offer(texts, AddPlace.UNSORTED, self.taking.target())
        )
        line.table_pasted.connect(lists.take_text)
        self.add_button.clicked.connect(self._on_add)
        self.matches.chosen.connect(self._say_same)
        self.list.picked.connect(self._take_up)
        self.types.picked.connect(self._on_type)
        self.unsorted.clicked.connect(lambda _checked=False: self._set_after(is_after=False))
        self.after.clicked.connect(lambda _checked=False: self._set_after(is_after=True))
        self.way.asked.connect(self.title.setText)
        self._document.changed.connect(self._on_changed)
        self._document.wall_lock.changed.connect(self._show_lock)
        self._page.room_mode.changed.connect(self._show_keys)

    # --- what the frame asks for ---

    @override
    def first_field(self) -> QWidget:
        return self.line

    @override
    def prepare(self) -> None:
        self.title.setText(self.way.part.question)
        self.matcher = NearMatcher(self._document.store.all(Moment))
        self.model.look_again()
        self._set_after(is_after=self.taking.is_after)
        self._show_count()
        self._show_keys()
        self.list.mark(self.state.changed_id)
        self._tabs = order_tabs(self, self._tabs)

    @override
    def flush(self) -> bool:
        if self._document.wall_lock.is_fixed:
            return True  # what was typed before stays in the field
        self._enter()
        if self.state.text:
            # After a change, what was typed before it is back.
            self._enter()
        return not self.state.text

    @override
    def flush_fields(self) -> bool:
        return True  # Enter ends a note, and nobody else

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """The pace is shown while somebody looks."""
        super().showEvent(event)
        self._looking.start()

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._looking.stop()

    @override
    def keep_below(self, pixels: int) -> None:
        super().keep_below(pixels)
        self._fit()

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the field and the notes stay."""
        head = self._head
        taken = max(head.minimumHeight(), head.sizeHint().height())
        room = (self.height() - taken) * BODY / self.font().pixelSize()
        self._below.setVisible(room >= _LOW)
        self.way.setVisible(room >= _LOWEST)

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        moments = [one for one in patch if isinstance(one.record, Moment)]
        came = [one for one in moments if one.before is None]
        if came:
            self.pace.add(self._document.clock.now(), len(came))
        if not self.isVisible():
            return  # `prepare` looks again
        for change in moments:
            if isinstance(change.after, Moment):
                self.matcher.know(change.after)
            else:
                self.matcher.forget(change.record.id)
        self.model.follow(patch)
        if patch.touches(ContactType):
            self._show_types()
        if any(one.record.id == self.state.changed_id and one.after is None for one in moments):
            self.state.note_gone()
        if moments:
            self._show_count()
            self._show_matches()

    def _show_count(self) -> None:
        store, now = self._document.store, self._document.clock.now()
        words = translate("Scribe", "%n note(s)", count=store.count(Moment))
        pace = self.pace.a_minute(now)
        if pace:
            fast = translate("Scribe", "%n a minute", count=pace)
            words = f"{words} \N{MIDDLE DOT} {fast}"
        self.counter.setText(words)

    def _show_matches(self) -> None:
        found: list[NearMatch] = [
            one
            for one in self.matcher.matches(self.line.text())
            if one.moment_id != self.state.changed_id
        ]
        self.matches.show_matches(found, self._hint())

    def _show_keys(self) -> None:
        """Tell of keys those who have some: who stands at a panel taps."""
        has_keys = not self._page.room_mode.is_room
        self.way.keys.setVisible(has_keys)
        self.matches.tells_keys = has_keys
        self.types.is_numbered = has_keys
        self._show_types()
        self._show_lock()
        self._show_matches()

    def _hint(self) -> str:
        if self._page.room_mode.is_room:
            return self._hint_for_taps()
        if self.state.changed_id:
            return translate("Scribe", "Changing a note. Enter keeps it, Esc leaves it as it was.")
        if self._document.store.count(Moment):
            return translate("Scribe", "Enter adds it. The up arrow changes the last one.")
        return translate("Scribe", "Enter adds it.")

    def _hint_for_taps(self) -> str:
        if self.state.changed_id:
            return translate("Scribe", "Changing a note. Tap Keep when it is right.")
        if self._document.store.count(Moment):
            return translate("Scribe", "Tap Add. Tap a note below to change it.")
        return translate("Scribe", "Tap Add.")

    def _show_types(self) -> None:
        types = contact_types(self._document.store)
        self.types.show_types(types, self._quick_add.contact_type_id)

    def _show_lock(self) -> None:
        is_open = not self._document.wall_lock.is_fixed
        self.line.setReadOnly(not is_open)
        for control in (self.add_button, self.matches, self.types, self.unsorted, self.after):
            control.setEnabled(is_open)
        words = (
            translate("Scribe", "What happens? Write it, tap Add")
            if self._page.room_mode.is_room
            else translate("Scribe", "What happens? Type it, press Enter")
        )
        closed = translate("Scribe", "The wall is locked: nothing can be added now.")
        self.line.setPlaceholderText(words if is_open else closed)

    # --- what is typed ---

    def _enter(self) -> None:
        self.state.keep(self._quick_add.contact_type_id)

    def _enter_below(self) -> None:
        self.state.keep(self._quick_add.contact_type_id, is_below=True)

    def _on_same(self) -> None:
        if self.matches.first:
            self._say_same(self.matches.first)

    def _say_same(self, moment_id: str) -> None:
        self.state.say_same(moment_id)
        self._focus()

    def _take_up(self, moment_id: str) -> None:
        self.state.take_up(moment_id)
        self._focus()

    def _on_held(self) -> None:
        self.list.mark(self.state.changed_id)
        add, keep = translate("Scribe", "Add"), translate("Scribe", "Keep")
        self.add_button.setText(keep if self.state.changed_id else add)
        self._show_matches()

    # --- what is chosen ---

    def _on_add(self) -> None:
        self._enter()
        self._focus()

    def _on_digit(self, number: int) -> None:
        types = contact_types(self._document.store)
        if number <= len(types) and not self._document.wall_lock.is_fixed:
            self._on_type(types[number - 1].id if number else None)
            self._show_types()

    def _on_type(self, contact_type_id: str | None) -> None:
        self._quick_add.set_contact_type(contact_type_id)

    def _set_after(self, *, is_after: bool) -> None:
        self.taking.is_after = is_after
        self.unsorted.setChecked(not is_after)
        self.after.setChecked(is_after)

    def _focus(self) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
