"""One planned action as a card: what, who, when in place; aim, progress and deleting on request."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.actions import offered_targets, set_action_state
from motwall.model.patch import Patch
from motwall.model.records import ActionState, PlannedAction, Rating
from motwall.model.store import Store
from motwall.model.words import state_word
from motwall.ui.choices import Choice, ChoiceField, Edit, word_button
from motwall.ui.date_field import DateField
from motwall.ui.editors import CARET_ROOM
from motwall.ui.fields import FieldRef, TextField, flush_all
from motwall.ui.panel.faces import FacesLabel, LittleRatingField, ratings_as_choices
from motwall.ui.panel.held_height import HeldHeight
from motwall.ui.panel.section import SIDE
from motwall.ui.small import Card, ElidedLabel, IconButton, label
from motwall.ui.theme import restyle

_SPACING = 6
#: Who and when are as wide as their words, up to this, pixels: a long name, the longest date with
#: its year, the calendar's button and the dots fit into the panel.
_WHO_WIDTH, _WHEN_WIDTH = 128, 124


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
            "dots", translate("Panel", "Aim, progress, delete"), self._toggle_details, side=26
        )
        self.text.entered.connect(self.owner.setFocus)
        self.owner.entered.connect(self.due.setFocus)
        self.due.editor.entered.connect(self._on_when_entered)
        self._held = HeldHeight(self.text, self)
        self._arrange()

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
        column.addWidget(self.due.hint, 0, Qt.AlignmentFlag.AlignLeft)
        self.due.hint.setContentsMargins(SIDE, 0, SIDE, 4)
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
        # Agreed is what every action is at first; it goes without saying.
        is_plain = action.state is ActionState.AGREED
        self.state.setText("" if is_plain else state_word(action.state))
        self.more_button.setEnabled(not self._document.is_read_only)
        self.details.show_now()

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
    """What an action starts from and aims at, how far it is, and deleting it."""

    def __init__(self, document: Document) -> None:
        """For no action yet."""
        super().__init__()
        self._document = document
        self._id = ""
        self.from_rating = LittleRatingField(
            document, FieldRef(PlannedAction, "from_rating"), translate("Panel", "From")
        )
        self.to_rating = LittleRatingField(
            document, FieldRef(PlannedAction, "to_rating"), translate("Panel", "Aim")
        )
        self.state = ChoiceField(
            document,
            FieldRef(PlannedAction, "state"),
            translate("Panel", "Progress"),
            [Choice(one, state_word(one)) for one in ActionState],
            edit=_progress_in(document),
        )
        self.delete_button = word_button(translate("Panel", "Delete this action"), "danger")
        self._offered: tuple[Rating, ...] = tuple(Rating)
        self._arrange()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 6, 7, 4)
        column.setSpacing(8)
        faces = QHBoxLayout()
        faces.setSpacing(_SPACING)
        faces.addWidget(_small(translate("Panel", "From")))
        faces.addWidget(self.from_rating)
        faces.addSpacing(8)
        faces.addWidget(_small(translate("Panel", "to")))
        faces.addWidget(self.to_rating)
        faces.addStretch(1)
        column.addLayout(faces)
        column.addWidget(self.state)
        column.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignRight)

    def show_record(self, record_id: str) -> None:
        """Turn to an action; "" for none."""
        self._id = record_id
        ids = (record_id,) if record_id else ()
        for field in (self.from_rating, self.to_rating, self.state):
            field.show_records(ids)

    def show_now(self) -> None:
        """Offer as aims what is better than the start, and the aim it has."""
        action = self._document.store.find(PlannedAction, self._id)
        if action is None:
            return
        better = set(offered_targets(action.from_rating)) | {action.to_rating}
        offered = tuple(one for one in Rating if one in better)
        if offered != self._offered:
            self._offered = offered
            self.to_rating.set_choices(ratings_as_choices(offered))


def _progress_in(document: Document) -> Edit:
    def edit(store: Store, ids: Sequence[str], value: object) -> Patch:
        state, today = ActionState(str(value)), document.clock.today()
        patch = Patch()
        for one in ids:
            step = set_action_state(store, one, state, today)
            patch = patch.then(step) if patch else step
        return patch

    return edit


def _small(words: str) -> QLabel:
    return label(words, "small")
