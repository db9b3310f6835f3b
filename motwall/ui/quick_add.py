"""Notes as fast as a team calls them out: type, Enter, next."""

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from motwall.document.document import Document, Selected
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.edits.moments import add_moments, end_of_timeline, free_spot
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.model.targets import Target
from motwall.ui.capture_line import CaptureLine


class AddPlace(Enum):
    """Where quick add puts the next note."""

    TIMELINE = auto()
    UNSORTED = auto()


class QuickAdd(QFrame):
    """One field that stays focused. Its text goes only when the note is on the wall."""

    #: A note was added. Carries its id.
    added = Signal(str)

    def __init__(self, document: Document, selection: Selection) -> None:
        """Add to a document; what is added gets selected."""
        super().__init__()
        self.setObjectName("quickAdd")
        self._document = document
        self._selection = selection
        self._place = AddPlace.TIMELINE
        # The id of the note being added; it stays the same while a commit fails and is tried again.
        self._next_id = document.clock.new_id()
        self.line = CaptureLine()
        self.line.setObjectName("quickLine")
        self.line.setAccessibleName(translate("Wall", "New note"))
        self.line.returnPressed.connect(self._enter)
        self.line.lines_pasted.connect(self._add_lines)
        self._place_button = self._make_place_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.addWidget(self.line, 1)
        row.addWidget(self._place_button)
        self.setFocusProxy(self.line)
        document.changed.connect(self._on_changed)
        self.set_place(AddPlace.TIMELINE)

    @property
    def place(self) -> AddPlace:
        """Where the next note goes."""
        return self._place

    def set_place(self, place: AddPlace) -> None:
        """Put the next notes there."""
        self._place = place
        words = {
            AddPlace.TIMELINE: translate("Wall", "next on the timeline"),
            AddPlace.UNSORTED: translate("Wall", "unsorted"),
        }
        self._place_button.setText(words[place])
        self._ask()

    def type_letters(self, letters: str) -> None:
        """Go on with letters that were typed on the wall."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.insert(letters)

    def _make_place_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "quiet")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setAccessibleName(translate("Wall", "Where the next note goes"))
        menu = QMenu(button)
        group = QActionGroup(menu)
        for place, words in (
            (AddPlace.TIMELINE, translate("Wall", "Next on the timeline")),
            (AddPlace.UNSORTED, translate("Wall", "Unsorted: line up later")),
        ):
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(place is self._place)
            action.triggered.connect(lambda _checked=False, one=place: self.set_place(one))
            group.addAction(action)
            menu.addAction(action)
        button.setMenu(menu)
        return button

    def _target(self) -> Target:
        store = self._document.store
        return end_of_timeline(store) if self._place is AddPlace.TIMELINE else free_spot(store)

    def _enter(self) -> None:
        text = self.line.text()
        if not text.strip():
            return
        ids = iter((self._next_id,))

        def new_id() -> str:
            return next(ids, None) or self._document.clock.new_id()

        patch = add_moments(self._document.store, [text], self._target(), new_id)
        selected = Selected(self._selection.ids, (self._next_id,))
        self._document.push(patch, merge_key=f"adding:{self._next_id}", selected=selected)

    def _add_lines(self, texts: list[str]) -> None:
        """A pasted list: a note for each line, as one step of undo."""
        document = self._document
        patch = add_moments(document.store, texts, self._target(), document.clock.new_id)
        added = tuple(one.record.id for one in patch if isinstance(one.after, Moment))
        if document.push(patch, selected=Selected(self._selection.ids, added)):
            self._selection.set(added)
            self.added.emit(added[-1])

    def _on_changed(self, patch: Patch) -> None:
        change = patch.changes.get(self._next_id)
        if change is not None and change.before is None:
            added = self._next_id
            self._next_id = self._document.clock.new_id()
            self.line.clear()
            self._selection.set([added])
            self.added.emit(added)
        if patch.touches(Moment, "text"):
            self._ask()

    def _ask(self) -> None:
        if self._document.store.count(Moment) == 0:
            words = translate(
                "Wall", "What is the first thing a customer sees or hears? Type it and press Enter."
            )
        elif self._place is AddPlace.UNSORTED:
            words = translate("Wall", "Any other contact? Type it, press Enter")
        else:
            words = translate("Wall", "And then? Type the next contact, press Enter")
        self.line.setPlaceholderText(words)
