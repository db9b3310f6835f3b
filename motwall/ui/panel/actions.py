"""Planned actions of a moment: small steps first; what to do is enough."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document, Selected
from motwall.i18n import translate
from motwall.model.edits.actions import add_action, delete_action, offered_targets
from motwall.model.order import actions_of
from motwall.model.patch import Patch
from motwall.model.records import Moment, PlannedAction, Rating
from motwall.model.store import Store
from motwall.model.words import rating_word
from motwall.ui.date_field import DateEditor
from motwall.ui.editors import TextEditor
from motwall.ui.fields import flush_all
from motwall.ui.panel.action_card import ActionCard
from motwall.ui.panel.faces import FaceButton
from motwall.ui.panel.quick_line import Draft, QuickLine
from motwall.ui.panel.record_list import RecordList
from motwall.ui.panel.section import SIDE
from motwall.ui.small import label


class AddAction(QWidget):
    """A line for one more action; while it is in use, who, when and the aim stand below it."""

    def __init__(self, document: Document) -> None:
        """For no moment yet."""
        super().__init__()
        self._document = document
        self._draft = Draft(document)
        self._moment_id = ""
        self._aims: dict[Rating, QAbstractButton] = {}
        words = translate("Panel", "+ Another action: what, who, when")
        self.line = QuickLine(translate("Panel", "Another action: what"), words, self._add)
        self.line.group = self
        self.owner = TextEditor(translate("Panel", "Another action: who"), is_line=True)
        self.owner.setPlaceholderText(translate("Panel", "Who?"))
        self.due = DateEditor(
            document.clock,
            translate("Panel", "Another action: when"),
            translate("Panel", "When?"),
        )
        self.details = QWidget()
        self._aim_row = QHBoxLayout()
        self._arrange()
        for editor in (self.owner, self.due.editor):
            editor.entered.connect(self._on_entered)
            editor.commit_wanted.connect(self._on_commit_wanted)
        self.line.textChanged.connect(self._show_details)
        document.changed.connect(self._on_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _arrange(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(6)
        fields.addWidget(self.owner, 6)
        fields.addWidget(self.due, 6)
        self._aim_row.setSpacing(6)
        self._aim_row.addWidget(label(translate("Panel", "Aim"), "small"))
        self._aim_row.addStretch(1)
        inner = QVBoxLayout(self.details)
        inner.setContentsMargins(7, 4, 7, 0)
        inner.setSpacing(6)
        inner.addLayout(fields)
        inner.addLayout(self._aim_row)
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

    def flush(self) -> bool:
        """Make an action of what is typed, if there is anything; whether nothing waits."""
        is_blank = not (self.line.text() + self.owner.text() + self.due.editor.text()).strip()
        return is_blank or not self._moment_id or self._add()

    def aim_button(self, rating: Rating) -> QAbstractButton:
        """The button for an aim that is offered."""
        return self._aims[rating]

    def _add(self) -> bool:
        text, owner, due = self.line.text().strip(), self.owner.text().strip(), self.due.value()
        when = self.due.editor.text().strip()
        if when and due is None:
            text = f"{text} ({when})".strip()  # "soon" is no date, but it was said
        aim = next((one for one, button in self._aims.items() if button.isChecked()), None)
        moment_id, session_id = self._moment_id, self._document.session_id

        def make_patch(store: Store, action_id: str) -> Patch:
            return add_action(
                store, moment_id, text, action_id, session_id, owner=owner, due=due, to_rating=aim
            )

        is_added = self._draft.push(make_patch, moment_id)
        if is_added:
            self._clear()
        return is_added

    def _clear(self) -> None:
        for editor in (self.line, self.owner, self.due.editor):
            editor.show_text("")
        for button in self._aims.values():
            button.setChecked(False)
        self._show_details()

    def _offer_aims(self) -> None:
        moment = self._document.store.find(Moment, self._moment_id)
        offered = offered_targets(moment.rating) if moment else ()
        if tuple(self._aims) == offered:
            return
        for button in self._aims.values():
            button.setParent(None)
            button.deleteLater()
        self._aims = {one: self._aim_button(one) for one in offered}
        for place, button in enumerate(self._aims.values(), start=1):
            self._aim_row.insertWidget(place, button)

    def _aim_button(self, rating: Rating) -> QAbstractButton:
        button = FaceButton(rating)
        words = translate("Panel", "Aim: {rating}")
        button.setAccessibleName(words.format(rating=rating_word(rating)))
        button.clicked.connect(lambda: self._on_aim(rating))
        return button

    def _on_aim(self, rating: Rating) -> None:
        for one, button in self._aims.items():
            if one is not rating:
                button.setChecked(False)

    def _on_entered(self) -> None:
        if self.flush():
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_commit_wanted(self) -> None:
        now = QApplication.focusWidget()
        if now is None or not self.isAncestorOf(now):
            self.flush()

    def _on_changed(self, patch: Patch) -> None:
        if patch.touches(PlannedAction) and self._draft.has_come():
            self._clear()
        if self._moment_id in patch.changes:
            self._offer_aims()

    def _on_focus_changed(self, _old: QWidget | None, _now: QWidget | None) -> None:
        self._show_details()

    def _show_details(self) -> None:
        now = QApplication.focusWidget()
        is_in_use = now is not None and self.isAncestorOf(now)
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
        self.add = AddAction(document)
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
        self.list.show_ids(self._ids())

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

    def _make_card(self) -> ActionCard:
        card = ActionCard(self._document)
        card.delete_requested.connect(self.delete)
        return card

    def _ids(self) -> Sequence[str]:
        return [one.id for one in actions_of(self._document.store, self._moment_id)]

    def _on_changed(self, patch: Patch) -> None:
        actions = [one.record for one in patch if isinstance(one.record, PlannedAction)]
        if not actions:
            return
        self.list.show_ids(self._ids())
        for action in actions:
            if action.id in self.list.rows:
                self.list.rows[action.id].show_now()
