"""Notes as fast as a team calls them out: type, Enter, next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from motwall.document.document import Document, Selected
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.edits.moments import add_moments
from motwall.model.patch import Patch
from motwall.model.places import place_below
from motwall.model.records import ContactType, Moment
from motwall.model.targets import Target
from motwall.ui.add_place import AddPlace, short_place_words, target_of
from motwall.ui.capture_line import CaptureLine
from motwall.ui.swatches import SWATCH, swatch_icon
from motwall.ui.theme import restyle


class QuickAdd(QFrame):
    """One field that stays focused. Its text goes only when the note is on the wall."""

    #: A note was added. Carries its id.
    added = Signal(str)
    #: A list was pasted. Carries the texts.
    list_pasted = Signal(list)
    #: Cells of a spreadsheet were pasted. Carries the whole text.
    table_pasted = Signal(str)
    #: Ask where the next notes go, and in which colour.
    choice_wanted = Signal()

    def __init__(self, document: Document, selection: Selection) -> None:
        """Add to a document; what is added gets selected."""
        super().__init__()
        self.setObjectName("quickAdd")
        self._document = document
        self._selection = selection
        self._place = AddPlace.TIMELINE
        self._type_id: str | None = None
        # The id of the note being added; it stays the same while a commit fails and is tried again.
        self._next_id = document.clock.new_id()
        self.line = CaptureLine()
        self.line.setObjectName("quickLine")
        self.line.setAccessibleName(translate("Wall", "New note"))
        self.line.returnPressed.connect(self._enter)
        self.line.entered_below.connect(self._enter_below)
        self.line.lines_pasted.connect(self.list_pasted)
        self.line.table_pasted.connect(self.table_pasted)
        self.line.focused.connect(self._show_focus)
        self.choice_button = QToolButton()
        self.choice_button.setProperty("kind", "quiet")
        self.choice_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.choice_button.setIconSize(SWATCH)
        self.choice_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choice_button.clicked.connect(self.choice_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 4, 2)
        row.addWidget(self.line, 1)
        row.addWidget(self.choice_button)
        self.setFocusProxy(self.line)
        document.changed.connect(self._on_changed)
        self.set_place(AddPlace.TIMELINE)

    @property
    def place(self) -> AddPlace:
        """Where the next note goes."""
        return self._place

    @property
    def contact_type_id(self) -> str | None:
        """The colour of the next notes; it stays until another is chosen."""
        return self._type_id

    def set_place(self, place: AddPlace) -> None:
        """Put the next notes there."""
        self._place = place
        self._show_choice()
        self._ask()

    def set_contact_type(self, contact_type_id: str | None) -> None:
        """Give the next notes a colour."""
        self._type_id = contact_type_id
        self._show_choice()

    def type_letters(self, letters: str) -> None:
        """Go on with letters that were typed on the wall."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.insert(letters)

    def _show_choice(self) -> None:
        kind = self._document.store.find(ContactType, self._type_id)
        where = short_place_words(self._place)
        self.choice_button.setText(where)
        icon = swatch_icon(kind, self.devicePixelRatioF()) if kind else QIcon()
        self.choice_button.setIcon(icon)
        words = translate("Wall", "The next note: {place}, {colour}")
        colour = kind.name if kind else translate("Wall", "no colour")
        said = words.format(place=where, colour=colour)
        self.choice_button.setAccessibleName(said)
        self.choice_button.setToolTip(said)

    def _show_focus(self, is_focused: bool) -> None:
        restyle(self, "focused", is_focused)

    def _enter(self) -> None:
        current = self._selection.current_id
        self._add(target_of(self._document.store, self._place, current))

    def _enter_below(self) -> None:
        self._add(place_below(self._document.store, self._selection.current_id))

    def _add(self, target: Target) -> None:
        text = self.line.text()
        if not text.strip():
            return
        ids = iter((self._next_id,))

        def new_id() -> str:
            return next(ids, None) or self._document.clock.new_id()

        store = self._document.store
        patch = add_moments(store, [text], target, new_id, self._type_id)
        selected = Selected(self._selection.ids, (self._next_id,))
        self._document.push(patch, merge_key=f"adding:{self._next_id}", selected=selected)

    def _on_changed(self, patch: Patch) -> None:
        change = patch.changes.get(self._next_id)
        if change is not None and change.before is None:
            added = self._next_id
            self._next_id = self._document.clock.new_id()
            # Not `clear`, which Ctrl+Z would take back before the note.
            self.line.setText("")
            self._selection.set([added])
            self.added.emit(added)
        if patch.touches(Moment, "text"):
            self._ask()
        if patch.touches(ContactType):
            if self._document.store.find(ContactType, self._type_id) is None:
                self._type_id = None
            self._show_choice()

    def _ask(self) -> None:
        if self._document.store.count(Moment) == 0:
            words = translate("Wall", "What do they see or hear first? Type it, press Enter")
        elif self._place is AddPlace.UNSORTED:
            words = translate("Wall", "Any other contact? Type it, press Enter")
        else:
            words = translate("Wall", "And then? Type the next contact, press Enter")
        self.line.setPlaceholderText(words)
