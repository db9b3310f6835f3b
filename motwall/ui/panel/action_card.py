"""One planned action as a card: what, who, when in place; aim, progress and deleting on request."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.doubts import ActionDoubt, action_doubts
from motwall.model.patch import Patch
from motwall.model.records import ActionReview, ActionSize, ActionState, PlannedAction, Session
from motwall.model.words import state_word
from motwall.ui.action_words import SEEN_AT_ONCE, doubt_sentences, size_letter
from motwall.ui.choices import word_button
from motwall.ui.date_field import DateField
from motwall.ui.editors import CARET_ROOM
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.name_chips import NameChips
from motwall.ui.panel.action_boxes import AimBox, ProgressBox, SizeBox
from motwall.ui.panel.faces import FacesLabel
from motwall.ui.panel.held_height import HeldHeight
from motwall.ui.panel.section import SIDE
from motwall.ui.small import Card, ElidedLabel, IconButton, Sign, label
from motwall.ui.theme import restyle

_SPACING = 6
#: Who and when are as wide as their words, up to this, pixels: a long name, the longest date with
#: its year, the calendar's button and the dots fit into the panel.
_WHO_WIDTH, _WHEN_WIDTH = 128, 124
#: Asked for when the card is opened; aim and size ask beside their own buttons.
_ASKED = (ActionDoubt.NO_OWNER, ActionDoubt.NO_DUE)


class ActionCard(Card):
    """One action, edited where it stands."""

    #: Delete it. Carries the id.
    delete_requested = Signal(str)
    #: Enter in its last box: the keyboard may go on elsewhere.
    finished = Signal()

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.text = TextField(
            document,
            FieldRef(PlannedAction, "text"),
            translate("Panel", "What"),
            translate("Panel", "What?"),
            is_left_by_enter=True,
        )
        self.owner = TextField(
            document,
            FieldRef(PlannedAction, "owner"),
            translate("Panel", "Who"),
            translate("Panel", "Who?"),
        )
        self.names = NameChips(document, self.owner)
        self.due = DateField(
            document,
            FieldRef(PlannedAction, "due"),
            translate("Panel", "When"),
            translate("Panel", "When?"),
            is_flat=True,
        )
        self.details = ActionDetails(document)
        self.details.delete_button.clicked.connect(self._on_delete)
        self.faces = FacesLabel()
        self.state = ElidedLabel("small")
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._dot = label("", "small")
        self.more_button = IconButton(
            "dots", translate("Panel", "Aim, size, progress, delete"), self._toggle_details, side=26
        )
        self.text.entered.connect(self.owner.setFocus)
        self.owner.entered.connect(self.due.setFocus)
        self.due.editor.entered.connect(self._on_when_entered)
        self._held = HeldHeight(self.text, self)
        self.says = label("", "small", is_wrapped=True)
        self._sign = Sign("alert-triangle")
        self._says_row = QWidget()
        self._arrange()
        document.changed.connect(self._on_changed)
        document.days.changed.connect(self.show_now)

    def _arrange(self) -> None:
        for editor, role in ((self.text, "strong"), (self.owner, "small")):
            editor.setProperty("kind", "flat")
            editor.setProperty("role", role)
        self.due.editor.setProperty("role", "small")
        for place in (self.owner, self.due.editor):
            place.textChanged.connect(self._show_places)
        self._show_places()
        self.owner.most_width = _WHO_WIDTH
        self.due.editor.most_width = _WHEN_WIDTH
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 2, 3, 2)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(_SPACING)
        top.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.faces, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addSpacing(2)
        low = QHBoxLayout()
        low.setSpacing(0)
        low.addWidget(self.owner, 0, Qt.AlignmentFlag.AlignVCenter)
        dot = self._dot
        # An editor keeps room for the caret behind its words; as much before the next one.
        dot.setContentsMargins(0, 0, CARET_ROOM, 0)
        dot.setMinimumWidth(_SPACING)
        low.addWidget(dot, 0, Qt.AlignmentFlag.AlignVCenter)
        low.addWidget(self.due, 0, Qt.AlignmentFlag.AlignVCenter)
        low.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        low.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(top)
        column.addLayout(low)
        says = QHBoxLayout(self._says_row)
        says.setContentsMargins(SIDE, 0, SIDE, 4)
        says.setSpacing(_SPACING)
        says.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        says.addWidget(self.says, 1)
        column.addWidget(self.due.hint, 0, Qt.AlignmentFlag.AlignLeft)
        self.due.hint.setContentsMargins(SIDE, 0, SIDE, 4)
        column.addWidget(self._says_row)
        column.addWidget(self.details)
        self.details.hide()

    def show_record(self, record_id: str) -> None:
        """Turn to an action; "" for none."""
        self._id = record_id
        ids = (record_id,) if record_id else ()
        for field in (self.text, self.owner, self.due):
            field.show_records(ids)
        self._held.release()
        self.details.hide()
        self.details.show_record(record_id)
        self.show_now()

    def show_now(self) -> None:
        """Follow the record where no field of its own does."""
        action = self._document.store.find(PlannedAction, self._id)
        if action is None:
            return
        self.faces.show_ratings(action.from_rating, action.to_rating)
        # Agreed and small is what every action is at first; it goes without saying.
        is_plain = action.state is ActionState.AGREED
        said = [] if action.size is ActionSize.S else [size_letter(action.size)]
        said += [] if is_plain else [state_word(action.state)]
        self.state.setText(", ".join(said))
        self.more_button.setEnabled(not self._document.is_read_only)
        doubts = action_doubts(self._document.store, action, self._document.clock.today())
        self._show_doubts(doubts)

    def _show_doubts(self, doubts: set[ActionDoubt]) -> None:
        is_overdue = ActionDoubt.OVERDUE in doubts
        words = doubt_sentences(doubts, SEEN_AT_ONCE)
        self.says.setText(words)
        restyle(self.says, "role", "bad" if is_overdue else "small")
        self._says_row.setVisible(bool(words))
        self._sign.setVisible(is_overdue)
        self.details.say(doubt_sentences(doubts, _ASKED))

    def flush(self) -> bool:
        """Commit what is typed."""
        return flush_all([self.text, self.owner, self.due])

    def _show_places(self) -> None:
        """Nobody and no day yet: a box to put them in."""
        for editor in (self.owner, self.due.editor):
            restyle(editor, "blank", not editor.text())
        # Between boxes nothing need part them.
        is_plain = bool(self.owner.text() and self.due.editor.text())
        self._dot.setText("\N{MIDDLE DOT}" if is_plain else "")

    def _on_changed(self, patch: Patch) -> None:
        # What proves it, and which day is before the first session.
        if self._id and (patch.touches(ActionReview) or patch.touches(Session)):
            self.show_now()

    def _on_when_entered(self) -> None:
        # What cannot be read is marked by now, and waits to be mended.
        if not self.due.unread():
            self.finished.emit()

    def _on_delete(self) -> None:
        self.delete_requested.emit(self._id)

    def fold_details(self) -> bool:
        """Hide what the dots opened; whether it was there to be seen."""
        was_open = self.details.isVisible()
        self.details.hide()
        return was_open

    def _toggle_details(self) -> None:
        self.details.setVisible(self.details.isHidden())


class ActionDetails(QWidget):
    """What an action starts from and aims at, its size, how far it is, and deleting it."""

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__()
        self.aim = AimBox(document)
        self.size_box = SizeBox(document)
        self.progress = ProgressBox(document)
        self.from_rating, self.to_rating = self.aim.from_rating, self.aim.to_rating
        self.state = self.progress.field
        self.says = label("", "small", is_wrapped=True)
        self.delete_button = word_button(translate("Panel", "Delete this action"), "danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 6, 7, 4)
        column.setSpacing(8)
        for box in (self.says, self.aim, self.size_box, self.progress):
            column.addWidget(box)
        column.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignRight)

    def show_record(self, record_id: str) -> None:
        """Turn to an action; "" for none."""
        for box in (self.aim, self.size_box, self.progress):
            box.show_record(record_id)

    def say(self, words: str) -> None:
        """Ask for what is missing, or nothing."""
        self.says.setText(words)
        self.says.setVisible(bool(words))
