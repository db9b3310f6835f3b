"""The wall with its bars and panel: puts the pieces together and lets them talk."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.guard import guarded
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.errors import WallFileError, WallFileReadOnly
from motwall.model.hints import hint, suggested_phase
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.records import Moment, Rating
from motwall.paint.thumbnails import small_picture
from motwall.paint.tokens import Tokens
from motwall.scene.wall_scene import WallScene
from motwall.scene.wall_view import WallView
from motwall.ui.bottom_bar import BottomBar
from motwall.ui.clipboard import Clipboard
from motwall.ui.commands import Commands
from motwall.ui.in_place import InPlaceEditing
from motwall.ui.message_bar import MessageBar, Toast
from motwall.ui.note_actions import NoteActions
from motwall.ui.panel.side_panel import SidePanel
from motwall.ui.pens import PenStrip
from motwall.ui.rating_card import RatingCard
from motwall.ui.title_block import AboutStrip
from motwall.ui.top_bar import TopBar
from motwall.ui.type_editor import TypeEditor
from motwall.ui.wall_commands import add_wall_commands, connect_menus, view_menu

PANEL_WIDTH = 366
#: Narrower windows start with the panel folded away.
LEAST_WIDTH_FOR_PANEL = 1180
#: Qt's own name for "no limit"; PySide has none.
QWIDGETSIZE_MAX = 16_777_215


class WallPage(QWidget):
    """One wall, open."""

    #: "Save a copy elsewhere" was chosen after a failed write.
    copy_wanted = Signal()

    def __init__(self, document: Document, tokens: Tokens) -> None:
        """Show a document in the colours of a theme."""
        super().__init__()
        self.setObjectName("wallPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.document = document
        self.selection = Selection(document)
        self.phase = Phase.POST_ITS
        self.scene = WallScene(document, self.selection, tokens=tokens)
        self.view = WallView(self.scene)
        self.view.hands.is_read_only = document.is_read_only
        self.top_bar = TopBar(document, tokens)
        self.about = AboutStrip(document)
        self.hint = QLabel()
        self.message_bar = MessageBar()
        self.pens = PenStrip(document)
        self.type_editor = TypeEditor(document)
        self.bottom_bar = BottomBar(document, self.selection)
        self.panel = SidePanel(document, self.selection)
        self.toast = Toast(self.view)
        self.rating_card = RatingCard(self)
        self._floating: list[QWidget] = [self.rating_card]
        self.actions_ = NoteActions(document, self.selection, self.toast.say)
        self.clipboard = Clipboard(document, self.selection, self.actions_.delete)
        self.in_place = InPlaceEditing(self.view)
        self.commands = Commands(self)
        self._wall_column = QWidget()
        self._has_chosen_panel = False
        self._build()
        self._connect()
        self._add_commands()
        self.set_phase(suggested_phase(document.store))

    # --- what commands use ---

    def set_phase(self, phase: Phase) -> None:
        """Bring a phase's tools to the front."""
        self.phase = phase
        self.top_bar.phase_bar.set_phase(phase)
        self.scene.set_phase(phase)
        self.panel.set_phase(phase)
        self.show_pens(is_shown=phase is Phase.COLOUR and not self.document.is_read_only)
        self._show_hint()

    def show_pens(self, *, is_shown: bool) -> None:
        """Unfold or fold the pens; folding puts the pen down."""
        self.pens.setVisible(is_shown)
        self.bottom_bar.colours_button.setChecked(is_shown)
        if not is_shown and self.view.hands.pen is not None:
            self._hold(None)
        if not is_shown:
            self.type_editor.hide()

    def toggle_panel(self) -> None:
        """Fold the side panel away, or back."""
        self._has_chosen_panel = True
        self.panel.setVisible(self.panel.isHidden())

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self.scene.set_tokens(tokens)
        self.top_bar.set_tokens(tokens)

    def flush(self) -> bool:
        """Commit everything typed and not committed yet; whether all of it is kept."""
        editor = self.view.editor()
        kept = [self.panel.flush(), self.about.flush(), self.top_bar.title_block.title.flush()]
        if editor is not None:
            kept.append(editor.flush())
        return all(kept)

    def undo(self) -> None:
        """Take the last step back; what is being typed counts as a step."""
        if self.flush():
            self.actions_.undo()

    def redo(self) -> None:
        """Do the step undone last again."""
        if self.flush():
            self.actions_.redo()

    def escape(self) -> None:
        """Esc: give up what is under way, else select nothing."""
        if self.hide_floating():
            return
        if self.view.hands.cancel():
            self.pens.show_pen(self.view.hands.pen)
        else:
            self.selection.clear()

    def add_floating(self, card: QWidget) -> None:
        """A card over the page: Esc and a press on the wall hide it."""
        self._floating.append(card)

    def hide_floating(self) -> bool:
        """Hide the cards over the page; returns whether there were any."""
        shown = [one for one in self._floating if one.isVisible()]
        for card in shown:
            card.hide()
        return bool(shown)

    def ask_rating(self, moment_id: str) -> None:
        """Offer the three faces at a note."""
        item = self.scene.note(moment_id)
        if item is not None and not self.document.is_read_only:
            corner = self.view.mapFromScene(item.sceneBoundingRect().center())
            at = self.view.viewport().mapTo(self, corner)
            self.rating_card.ask(at, self.document.store.get(Moment, moment_id).rating)

    def begin_adding(self) -> None:
        """Put the caret into quick add."""
        self.bottom_bar.quick_add.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def thumbnail(self) -> QImage:
        """A small picture of the wall, for the start screen."""
        notes = [(item.home, item.look) for item in self.scene.notes()]
        return small_picture(notes, self.scene.tokens)

    def focus_pane(self, way: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) pane: bar, wall, quick add, panel."""
        panes = (self.top_bar, self.view, self.bottom_bar, self.panel)
        focused = self.focusWidget()
        here = next((place for place, one in enumerate(panes) if one.isAncestorOf(focused)), 1)
        if focused is self.view:
            here = 1
        goals: tuple[QWidget, ...] = (
            self.top_bar.phase_bar.button(self.phase),
            self.view,
            self.bottom_bar.quick_add.line,
            self.panel,
        )
        place = (here + way) % len(panes)
        if goals[place] is self.panel and self.panel.isHidden():
            place = (place + way) % len(panes)
        goals[place].setFocus(Qt.FocusReason.TabFocusReason)

    # --- building ---

    def _build(self) -> None:
        self.hint.setObjectName("hintLine")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        wall = QVBoxLayout(self._wall_column)
        wall.setContentsMargins(0, 0, 0, 0)
        wall.setSpacing(0)
        for widget in (self.message_bar, self.about, self.hint):
            wall.addWidget(widget)
        wall.addWidget(self.view, 1)
        for bar in (self.type_editor, self.pens, self.bottom_bar):
            wall.addWidget(bar)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._wall_column, 1)
        body.addWidget(_vertical_line())
        body.addWidget(self.panel)
        self.panel.setFixedWidth(PANEL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(body, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        hands = self.view.hands
        hands.edit_requested.connect(self.in_place.edit_note)
        hands.step_title_requested.connect(self.in_place.edit_step)
        hands.stage_title_requested.connect(self.in_place.edit_stage)
        hands.rating_requested.connect(self.ask_rating)
        hands.shortlist_full.connect(self.actions_.say_full)
        self.view.pressed.connect(self.hide_floating)
        self.view.letters_typed.connect(self._on_letters)
        self.view.walked.connect(self._on_walked)
        self.rating_card.chosen.connect(self._on_rated)
        self.pens.picked.connect(self._hold)
        self.pens.edit_requested.connect(self.type_editor.edit)
        self.top_bar.phase_bar.chosen.connect(self.set_phase)
        self.top_bar.title_block.about_wanted.connect(self.about.toggle)
        self.top_bar.title_block.about_open_wanted.connect(self.about.open)
        self.bottom_bar.colours_button.clicked.connect(self._on_colours)
        self.bottom_bar.quick_add.added.connect(self.view.show_note)
        self.panel.widen_requested.connect(self._widen)
        self.document.changed.connect(self._on_changed)
        self.document.write_failed.connect(self._on_failed)
        self.document.write_recovered.connect(self.message_bar.clear)
        self.document.text_cut.connect(self._on_cut)
        self.selection.changed.connect(self._on_selection)

    def _add_commands(self) -> None:
        add_wall_commands(self.commands, self)
        connect_menus(self.commands, self)
        self.top_bar.view_button.setMenu(view_menu(self.commands, self))
        self.top_bar.undo_button.clicked.connect(self.undo)
        self.top_bar.redo_button.clicked.connect(self.redo)
        if self.document.is_read_only:
            self.commands.set_read_only()

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if any(isinstance(one.record, Moment) for one in patch):
            self._show_hint()

    def _show_hint(self) -> None:
        self.hint.setText(hint(self.document.store, self.phase))

    def _on_selection(self) -> None:
        current = self.selection.current_id
        if current is not None and not self.view.hands.is_busy:
            self.view.show_note(current)

    def _on_failed(self, error: WallFileError) -> None:
        words = message_for(error)
        if isinstance(error, WallFileReadOnly) and self.document.is_read_only:
            self.toast.say(translate("Wall", "This wall is open read-only here."), None)
            return
        again = (translate("Wall", "Try again"), self.document.retry)
        elsewhere = (translate("Wall", "Save a copy elsewhere"), self.copy_wanted.emit)
        self.message_bar.say(words, (again, elsewhere))

    def _on_cut(self) -> None:
        self.toast.say(
            translate("Wall", "That text was too long for its field; the end was cut."), None
        )

    def _on_letters(self, letters: str) -> None:
        if self.document.is_read_only:
            return
        current = self.selection.current_id
        if current is not None and len(self.selection.ids) == 1:
            self.in_place.edit_note(current, letters)
        else:
            self.bottom_bar.quick_add.type_letters(letters)

    def _on_walked(self, key: int) -> None:
        found = self.in_place.walk(Qt.Key(key), self.selection.current_id)
        if found is not None:
            self.selection.set([found])

    def _on_rated(self, rating: Rating | None) -> None:
        self.actions_.rate(rating)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_colours(self, is_on: bool) -> None:
        self.show_pens(is_shown=is_on)

    def _hold(self, pen: object) -> None:
        self.view.hands.pen = pen  # type: ignore[assignment] # a Pen or None, see PenStrip.picked
        self.pens.show_pen(self.view.hands.pen)
        shape = Qt.CursorShape.CrossCursor if pen else Qt.CursorShape.ArrowCursor
        self.view.viewport().setCursor(shape)

    def _widen(self, is_wide: bool) -> None:
        """Let the panel cover the wall, or stand beside it."""
        self._wall_column.setHidden(is_wide)
        self.panel.setMinimumWidth(0 if is_wide else PANEL_WIDTH)
        self.panel.setMaximumWidth(QWIDGETSIZE_MAX if is_wide else PANEL_WIDTH)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the panel away on a narrow window, until the user says otherwise."""
        super().resizeEvent(event)
        if not self._has_chosen_panel and not self.panel.is_wide:
            self.panel.setVisible(event.size().width() >= LEAST_WIDTH_FOR_PANEL)

    def point_of(self, moment_id: str) -> QPoint:
        """The middle of a note in the page's coordinates; for menus opened by key."""
        item = self.scene.note(moment_id)
        centre = item.sceneBoundingRect().center() if item else self.scene.sceneRect().center()
        return self.view.viewport().mapTo(self, self.view.mapFromScene(centre))


def _vertical_line() -> QFrame:
    line = QFrame()
    line.setObjectName("panelEdge")
    line.setFixedWidth(1)
    return line
