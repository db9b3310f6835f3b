"""Planned actions of a moment: small steps first; what to do is enough."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.action_line import ActionLine, read_action_line
from motwall.model.doubts import ActionDoubt, due_doubts
from motwall.model.edits.actions import add_action, delete_action, offered_targets, usual_target
from motwall.model.order import actions_of
from motwall.model.patch import Patch
from motwall.model.records import ActionSize, Moment, PlannedAction, Rating
from motwall.model.store import Store
from motwall.model.words import rating_word
from motwall.ui.action_words import date_sentences, doubt_sentence, size_letter, size_word
from motwall.ui.choices import word_button
from motwall.ui.date_field import DateEditor
from motwall.ui.editors import TextEditor
from motwall.ui.fields import flush_all
from motwall.ui.name_chips import NameChips
from motwall.ui.panel.action_card import ActionCard
from motwall.ui.panel.faces import FaceButton
from motwall.ui.panel.held_height import HeldHeight
from motwall.ui.panel.quick_line import Draft, QuickLine
from motwall.ui.panel.record_list import RecordList
from motwall.ui.panel.section import SIDE
from motwall.ui.small import label


class AddAction(QWidget):
    """A line for one more action; once something is typed, who, when and the aim stand below it."""

    #: An action was made with a "when" that could not be read. Carries its id and those words.
    unread_left = Signal(str, str)

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._draft = Draft(document)
        self._moment_id = ""
        self._made_id = ""
        #: Made once for all ratings; those that are no aim now are hidden.
        self._aims = {one: self._aim_button(one) for one in Rating}
        self._offered: tuple[Rating, ...] = ()
        self._rating: Rating | None = None
        self.sizes = {one: self._size_button(one) for one in ActionSize}
        self.line = QuickLine(translate("Panel", "Another action: what"), "", self._add)
        self.show_count(0)
        self.line.group = self
        self._held = HeldHeight(self.line, self)
        self.owner = TextEditor(translate("Panel", "Another action: who"), is_line=True)
        self.owner.setPlaceholderText(translate("Panel", "Who?"))
        self.names = NameChips(document, self.owner, is_end=False)
        self.due = DateEditor(
            document.clock,
            translate("Panel", "Another action: when"),
            translate("Panel", "When?"),
        )
        self.says = label("", "small", is_wrapped=True)
        self.says.hide()
        self.details = QWidget()
        self._arrange()
        for editor in (self.owner, self.due.editor):
            editor.entered.connect(self._on_entered)
            editor.commit_wanted.connect(self._on_commit_wanted)
        for editor in (self.line, self.owner, self.due.editor):
            editor.textChanged.connect(self._show_details)
        self.due.editor.textChanged.connect(self._show_doubts)
        document.changed.connect(self._on_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _arrange(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(6)
        fields.addWidget(self.owner, 5, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.due, 6, Qt.AlignmentFlag.AlignTop)
        aims = QHBoxLayout()
        aims.setSpacing(6)
        aims.addWidget(label(translate("Panel", "Aim"), "small"))
        for face in self._aims.values():
            aims.addWidget(face)
        aims.addStretch(1)
        aims.addWidget(label(translate("Panel", "Size"), "small"))
        for size in self.sizes.values():
            aims.addWidget(size)
        inner = QVBoxLayout(self.details)
        inner.setContentsMargins(7, 4, 7, 0)
        inner.setSpacing(6)
        inner.addLayout(fields)
        inner.addWidget(self.says)
        inner.addLayout(aims)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self.details)
        self.details.hide()

    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment; "" for none. What stands in the line becomes an action first."""
        if moment_id != self._moment_id:
            self.flush()
            self._clear()
            self._draft = Draft(self._document)
            self._moment_id = moment_id
        self._offer_aims()

    def move_to(self, moment_id: str) -> None:
        """Have what is typed be for another moment."""
        self._moment_id = moment_id
        self._offer_aims()

    def flush(self) -> bool:
        """Make an action of what is typed, if there is anything; whether nothing waits."""
        # A "when" that cannot be read is no action by itself.
        typed = self.line.text() + self.owner.text()
        is_blank = not typed.strip() and self.due.value() is None
        return is_blank or not self._moment_id or self._add()

    def aim_button(self, rating: Rating) -> QAbstractButton:
        """The button for an aim that is offered."""
        if rating not in self._offered:
            raise KeyError(rating)
        return self._aims[rating]

    def show_count(self, count: int) -> None:
        """Invite to the first action, or to another."""
        self.line.setPlaceholderText(
            translate("Panel", "+ Another action: what, who, when")
            if count
            else translate("Panel", "+ An action: what, who, when")
        )

    def _add(self) -> bool:
        text, owner, due = self._typed()
        aim = next((one for one, button in self._aims.items() if button.isChecked()), None)
        details = {"owner": owner, "due": due, "to_rating": aim, "size": self._size()}
        moment_id, session_id = self._moment_id, self._document.session_id

        def make_patch(store: Store, action_id: str) -> Patch:
            self._made_id = action_id
            return add_action(store, moment_id, text, action_id, session_id, **details)

        is_added = self._draft.push(make_patch, moment_id)
        if is_added:
            self._hand_over()
        return is_added

    def _typed(self) -> ActionLine:
        """What, who and when. The line alone may say all three; words in the boxes win."""
        owner = self.owner.text().strip()
        if owner or self.due.editor.text().strip():
            return ActionLine(self.line.text().strip(), owner, self.due.value())
        return read_action_line(self.line.text(), self._document.clock.today())

    def _hand_over(self) -> None:
        """The action is on its card; what could not be read goes there too."""
        unread = self.due.unread()
        self._clear()
        if unread:
            self.unread_left.emit(self._made_id, unread)

    def _clear(self) -> None:
        for editor in (self.line, self.owner, self.due.editor):
            editor.show_text("")
        self._held.release()
        self.due.mark(is_unread=False)
        self._aim_as_usual()
        self._on_size(ActionSize.S)
        self._show_details()

    def _offer_aims(self) -> None:
        moment = self._document.store.find(Moment, self._moment_id)
        self._offered = tuple(offered_targets(moment.rating)) if moment else ()
        for rating, button in self._aims.items():
            button.setVisible(rating in self._offered)
        now = moment.rating if moment else None
        if now is not self._rating:
            self._rating = now
            self._aim_as_usual()

    def _aim_as_usual(self) -> None:
        """What an action leads to if nobody chooses: as one from an idea."""
        aim = usual_target(self._rating)
        for rating, button in self._aims.items():
            button.setChecked(rating is aim)

    def _aim_button(self, rating: Rating) -> QAbstractButton:
        button = FaceButton(rating)
        words = translate("Panel", "Aim: {rating}")
        button.setAccessibleName(words.format(rating=rating_word(rating)))
        button.clicked.connect(partial(self._on_aim, rating))
        return button

    def _on_aim(self, rating: Rating, _is_checked: bool = False) -> None:
        for one, button in self._aims.items():
            if one is not rating:
                button.setChecked(False)

    def _size_button(self, size: ActionSize) -> QAbstractButton:
        button = word_button(size_letter(size), "chip")
        button.setCheckable(True)
        button.setChecked(size is ActionSize.S)
        words = translate("Panel", "Size: {size}").format(size=size_word(size))
        button.setAccessibleName(words)
        button.setToolTip(size_word(size))
        button.clicked.connect(partial(self._on_size, size))
        return button

    def _on_size(self, size: ActionSize, _is_checked: bool = False) -> None:
        for one, button in self.sizes.items():
            button.setChecked(one is size)
        self._show_doubts()

    def _size(self) -> ActionSize:
        return next(one for one, button in self.sizes.items() if button.isChecked())

    def _show_doubts(self) -> None:
        """A word about the day that stands there, and about a step that is not small."""
        day, store = self.due.value(), self._document.store
        doubts = due_doubts(store, day, self._document.clock.today()) if day else set()
        is_large = self._size() is not ActionSize.S
        said = [date_sentences(doubts), doubt_sentence(ActionDoubt.LARGE) if is_large else ""]
        self.says.setText(" ".join(filter(None, said)))
        self.says.setVisible(any(said))

    def _on_entered(self) -> None:
        if self.due.unread():
            self.due.mark(is_unread=True)
            self.due.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.flush():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_commit_wanted(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self.flush()

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(PlannedAction) and self._draft.has_come():
            self._hand_over()
        if self._moment_id in patch.changes:
            self._offer_aims()

    def _on_focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self._show_details()

    def _show_details(self) -> None:
        now = QApplication.focusWidget()
        # Not while the keyboard waits in the empty line: who and when below it would be taken for
        # those of the action just made.
        is_in_use = now is not None and self.details.isAncestorOf(now)
        typed = self.line.text() + self.owner.text() + self.due.editor.text()
        self.details.setVisible(is_in_use or bool(typed.strip()))


class ActionsBody(QWidget):
    """The actions of a moment as cards, and a line for one more."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._moment_id = ""
        self.list: RecordList[ActionCard] = RecordList(
            self._make_card, ActionCard.show_record, spacing=6
        )
        #: What could not be read as a date, by action, until its card is there to take it.
        self._unread: dict[str, str] = {}
        self.add = AddAction(document)
        self.add.unread_left.connect(self._on_unread_left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        cards = QVBoxLayout()
        cards.setContentsMargins(SIDE, 2, SIDE, 0)
        cards.addWidget(self.list)
        column.addLayout(cards)
        column.addWidget(self.add)
        document.changed.connect(self._on_changed)

    def show_moment(self, moment_id: str) -> None:
        """Turn to a moment; "" for none."""
        self._moment_id = moment_id
        self.add.show_moment(moment_id)
        self.add.setVisible(not self._document.is_read_only)
        self._show_ids()

    def flush(self) -> bool:
        """Commit what is typed in the cards and in the line."""
        return flush_all([*self.list.rows.values(), self.add])

    def delete(self, action_id: str) -> None:
        """Delete an action."""
        self.flush()
        now = QApplication.focusWidget()
        if now is not None and self.list.isAncestorOf(now):
            self.add.line.setFocus(Qt.FocusReason.OtherFocusReason)
        selected = Selected((self._moment_id,), (self._moment_id,))
        self._document.push(delete_action(self._document.store, action_id), selected=selected)

    def fold_details(self) -> bool:
        """Hide what the dots of the cards opened; whether there was anything."""
        folded = [card.fold_details() for card in self.list.rows.values()]
        return any(folded)

    def _make_card(self) -> ActionCard:
        card = ActionCard(self._document)
        card.delete_requested.connect(self.delete)
        card.finished.connect(self._go_on)
        return card

    def _go_on(self) -> None:
        """The keyboard goes on where one more action is typed."""
        self.add.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _ids(self) -> Sequence[str]:
        return [one.id for one in actions_of(self._document.store, self._moment_id)]

    def _show_ids(self) -> None:
        ids = self._ids()
        self.list.show_ids(ids)
        self.add.show_count(len(ids))
        for one in [one for one in self._unread if one in self.list.rows]:
            self.list.rows[one].due.take_over(self._unread.pop(one))

    def _on_unread_left(self, action_id: str, words: str) -> None:
        self._unread[action_id] = words
        self._show_ids()

    def _on_changed(self, patch: Patch) -> None:
        actions = [one.record for one in patch if isinstance(one.record, PlannedAction)]
        if not actions:
            return
        self._show_ids()
        for action in actions:
            if action.id in self.list.rows:
                self.list.rows[action.id].show_now()
