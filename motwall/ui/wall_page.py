"""The wall with its bars and panel: puts the pieces together and lets them talk."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.errors import WallFileError, WallFileReadOnly
from motwall.model.hints import hint, suggested_phase
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.records import Moment
from motwall.paint.tokens import Tokens
from motwall.scene.panel_view import PanelView
from motwall.scene.pen import Pen
from motwall.scene.wall_scene import WallScene
from motwall.ui.bottom_bar import BottomBar
from motwall.ui.chime_memory import ChimeMemory, ForgottenChime
from motwall.ui.floating_card import STAYS, hide_cards
from motwall.ui.letting_go import let_go
from motwall.ui.message_bar import MessageBar, Toast
from motwall.ui.panel.side_panel import SidePanel
from motwall.ui.panel_place import PanelPlace
from motwall.ui.pens import PenStrip
from motwall.ui.small import ElidedLabel
from motwall.ui.title_block import AboutStrip
from motwall.ui.top_bar import TopBar

if TYPE_CHECKING:
    # Not before the wall is painted, see `furnish`; the pens not before somebody wants Room.
    from motwall.ui.clipboard import Clipboard
    from motwall.ui.commands import Commands
    from motwall.ui.facilitator.room_side import RoomSide
    from motwall.ui.full_cards import FullCards
    from motwall.ui.in_place import InPlaceEditing
    from motwall.ui.keyboard import Keyboard
    from motwall.ui.large_pushes import LargePushes
    from motwall.ui.locking import Locking
    from motwall.ui.method_cards import PhaseTools
    from motwall.ui.note_actions import NoteActions
    from motwall.ui.on_wall import OnWall
    from motwall.ui.questions.shelf import QuestionShelf
    from motwall.ui.rating_ask import RatingAsk
    from motwall.ui.rating_card import RatingCard
    from motwall.ui.reading import Reading
    from motwall.ui.room.mode import RoomMode
    from motwall.ui.room.pens import RoomPens
    from motwall.ui.row_actions import RowActions
    from motwall.ui.touch_bridge import TouchBridges
    from motwall.ui.type_editor import TypeEditor
    from motwall.ui.workshop.guide import WorkshopGuide
    from motwall.ui.workshop.shelf import PlanShelf


#: Of the line over the wall, px.
HINT_HEIGHT = 38
#: It is cut, in px, where buttons stand beside it.
LEAST_HINT = 120


class WallPage(QWidget):
    """One wall, open: at first what is seen of it, and after `furnish` all that it can do.

    Attributes:
        is_furnished: It answers to hands and keys.
        is_room_side: The room looks at it; the facilitator's own page is not, and hides nothing.
    """

    #: "Save a copy elsewhere" was chosen after a failed write.
    copy_wanted = Signal()
    #: Handouts were asked for, in Room.
    handouts_wanted = Signal()
    #: A file to bring in was asked for.
    bring_in_wanted = Signal()
    #: A calendar file was asked for. Carries whether due dates are wanted in it.
    calendar_wanted = Signal(bool)
    #: The wall is about to be closed; all that is typed is kept.
    left = Signal()
    #: The facilitator's side should open, or close.
    facilitator_wanted = Signal()
    #: The worked example was looked at: a fresh wall is to be begun.
    fresh_wanted = Signal()
    #: Another phase, or the pens came or went.
    tools_changed = Signal()

    # What `furnish` adds.
    type_editor: "TypeEditor"
    reading: "Reading"
    rating_card: "RatingCard"
    actions_: "NoteActions"
    rows: "RowActions"
    clipboard: "Clipboard"
    in_place: "InPlaceEditing"
    on_wall: "OnWall"
    commands: "Commands"
    keyboard: "Keyboard"
    large_pushes: "LargePushes"
    rating: "RatingAsk"
    locking: "Locking"
    touch_bridges: "TouchBridges"
    room_mode: "RoomMode"
    cards: "FullCards"
    phase_tools: "PhaseTools"
    room_side: "RoomSide"

    def __init__(self, document: Document, tokens: Tokens) -> None:
        """Show a document in the colours of a theme."""
        super().__init__()
        self.setObjectName("wallPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.document = document
        self.selection = Selection(document)
        self.phase = Phase.POST_ITS
        #: The user's own questions, where there is an app to keep them.
        self.find_own_questions: Callable[[], QuestionShelf] | None = None
        #: Their own plans of workshops, likewise; whether the end of a part is heard.
        self.find_own_plans: Callable[[], PlanShelf] | None = None
        self.chime: ChimeMemory = ForgottenChime()
        #: Made when there is a workshop.
        self.workshop: WorkshopGuide | None = None
        self.scene = WallScene(document, self.selection, tokens=tokens)
        self.view = PanelView(self.scene)
        self.top_bar = TopBar(document, tokens)
        self.about = AboutStrip(document)
        self.hint = ElidedLabel("", is_wrapped=True)
        self.hint_bar = QWidget()
        self.hint_row = QHBoxLayout(self.hint_bar)
        self.message_bar = MessageBar()
        self.desk_pens = PenStrip(document)
        self.pens: PenStrip | RoomPens = self.desk_pens
        self.bottom_bar = BottomBar(document, self.selection)
        self.panel = SidePanel(document, self.selection)
        self.toast = Toast(self.view)
        self._floating: list[QWidget] = []
        #: What Esc takes away from the wall before the selection; each says whether it was there.
        self.escapes: list[Callable[[], bool]] = []
        self.wall_column = QWidget()
        self.wall_box = QVBoxLayout(self.wall_column)
        self.panel_place = PanelPlace(self, self.panel, self.wall_column)
        self.is_furnished = False
        self.is_room_side = True
        #: What is typed in other windows on the same wall; each says whether it is kept.
        self.flushed_too: list[Callable[[], bool]] = []
        self._build()
        self._connect()
        self.set_phase(suggested_phase(document.store))

    def furnish(self) -> None:
        """Make and connect what answers to hands and keys, once."""
        if not self.is_furnished:
            from motwall.ui.furnishing import furnish  # noqa: PLC0415 -- see the module

            furnish(self)
            self.is_furnished = True

    # --- what commands use ---

    def set_phase(self, phase: Phase, *, is_card_kept: bool = False) -> None:
        """Bring a phase's tools to the front, and the wall if form or card covers it."""
        self.phase = phase
        if self.is_furnished:
            if not is_card_kept:
                self.cards.close()
            self.phase_tools.show_phase(phase)
        self.panel_place.set_phase(phase, is_picked=bool(self.selection.ids))
        self.top_bar.phase_bar.set_phase(phase)
        self.scene.set_phase(phase)
        self.show_pens(is_shown=phase is Phase.COLOUR and not self.document.wall_lock.is_fixed)
        self.show_hint()

    def show_pens(self, *, is_shown: bool) -> None:
        """Unfold or fold the pens; folding puts the pen down."""
        self.pens.setVisible(is_shown)
        self.bottom_bar.colours_button.setChecked(is_shown)
        if self.is_furnished and not is_shown:
            if self.view.hands.pen is not None:
                self.hold(None)
            self.type_editor.hide()
        self.tools_changed.emit()

    def use_pens(self, pens: "RoomPens | None") -> None:
        """Have the pens of Room in use, or those of Desk again; what is in hand stays there."""
        is_shown = not self.pens.isHidden()
        self.pens.hide()
        self.pens = pens or self.desk_pens
        self.pens.show_pen(self.view.hands.pen)
        self.pens.setVisible(is_shown)

    def show_panel(self) -> None:
        """Unfold the side panel."""
        self.panel_place.show()

    def toggle_panel(self) -> None:
        """Fold the side panel away, or back."""
        self.panel_place.toggle()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self.scene.set_tokens(tokens)
        self.top_bar.set_tokens(tokens)
        if self.is_furnished:
            self.reading.overview.mark_stale()
            self.room_mode.set_tokens(tokens)

    def flush(self) -> bool:
        """Commit everything typed and not committed yet; whether all of it is kept."""
        kept = [_flush_fields(self)]
        if self.is_furnished:
            kept.append(self.cards.flush())
        kept += [flush() for flush in self.flushed_too]
        return all(kept)

    def undo(self) -> None:
        """Take the last step back; what is being typed in a field counts as a step.

        What somebody writes for a new note or idea, here or in another window, is left to them.
        """
        if flush_for_undo(self):
            self.actions_.undo()

    def redo(self) -> None:
        """Do the step undone last again."""
        if flush_for_undo(self):
            self.actions_.redo()

    def escape(self) -> None:
        """Esc: let go of the innermost thing, else select nothing."""
        let_go(self)

    def add_floating(self, card: QWidget) -> None:
        """A card over the page: Esc and a press on the wall hide it."""
        self._floating.append(card)

    def shown_cards(self) -> list[QWidget]:
        """The cards over the page that are open."""
        return [one for one in self._floating if one.isVisible()]

    def press_aside(self) -> None:
        """The wall was pressed: the cards over the page go, but not those to work beside."""
        hide_cards([one for one in self.shown_cards() if not one.property(STAYS)], self.view)

    def hide_floating(self) -> bool:
        """Hide the cards over the page; returns whether there were any."""
        shown = self.shown_cards()
        hide_cards(shown, self.view)
        return bool(shown)

    def ask_rating(self, moment_id: str) -> None:
        """Offer the three faces at a note."""
        self.rating.ask(moment_id)

    def begin_adding(self) -> None:
        """Put the caret into quick add."""
        if not self.room_mode.type_letters(""):
            self.bottom_bar.quick_add.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # --- building ---

    def _build(self) -> None:
        self.hint.setObjectName("hintLine")
        self.hint.setMinimumWidth(LEAST_HINT)
        self.wall_box.setContentsMargins(0, 0, 0, 0)
        self.wall_box.setSpacing(0)
        for widget in (self.message_bar, self.about):
            self.wall_box.addWidget(widget)
        # `furnish` adds what belongs to the phase.
        self.hint_row.setContentsMargins(20, 4, 16, 0)
        # Whether there are buttons or not: or the wall would be laid out anew when they come.
        self.hint_bar.setFixedHeight(HINT_HEIGHT)
        self.hint_row.addWidget(self.hint, 1)
        self.hint_row.addWidget(self.panel_place.handle)
        self.wall_box.addWidget(self.hint_bar)
        self.wall_box.addWidget(self.view, 1)
        for bar in (self.pens, self.bottom_bar):
            self.wall_box.addWidget(bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addLayout(self.panel_place.row, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.top_bar.phase_bar.chosen.connect(self.set_phase)
        self.bottom_bar.colours_button.clicked.connect(self._on_colours)
        self.bottom_bar.quick_add.added.connect(self.view.show_note)
        self.document.changed.connect(self._on_changed)
        self.document.write_failed.connect(self._on_failed)
        self.document.write_recovered.connect(self.message_bar.clear)
        self.document.text_cut.connect(self._on_cut)
        self.selection.changed.connect(self._on_selection)
        self.view.painted.connect(self.panel.moment_tab.on_wall_painted)

    # --- following ---

    def _on_changed(self, patch: Patch) -> None:
        if any(isinstance(one.record, Moment) for one in patch):
            self.show_hint()

    def show_hint(self) -> None:
        """Say what to do now."""
        carried = self.keyboard.carrying.words() if self.is_furnished else ""
        led = self.workshop.hint() if self.workshop is not None else None
        words = carried or (hint(self.document.store, self.phase) if led is None else led)
        if self.document.wall_lock.is_locked:
            words = translate("Wall", "Locked. {sentence}").format(sentence=words)
        self.hint.setText(words)
        self.hint.setToolTip(words)

    def _on_selection(self) -> None:
        current = self.selection.current_id
        if current is not None and not self.view.is_dragging:
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

    def take_text(self, text: str) -> None:
        """Offer what a text from another program would make."""
        self.keyboard.lists.take_text(text)

    def type_letters(self, letters: str) -> None:
        """Letters were typed on the wall: write on the selected note, or begin a new one."""
        if not self.document.wall_lock.permits():
            return
        current = self.selection.current_id
        if current is not None and len(self.selection.ids) == 1:
            self.in_place.edit_note(current, letters)
        elif not self.room_mode.type_letters(letters):
            self.bottom_bar.quick_add.type_letters(letters)

    def _on_colours(self, is_on: bool) -> None:
        self.show_pens(is_shown=is_on)

    def hold(self, pen: object) -> None:
        """Take a pen in hand; None puts it down."""
        if isinstance(pen, Pen) and self.keyboard.colours_with(pen):
            pen = None
        self.view.hands.pen = pen  # type: ignore[assignment] # a Pen or None, see PenStrip.picked
        self.pens.show_pen(self.view.hands.pen)
        shape = Qt.CursorShape.CrossCursor if pen else Qt.CursorShape.ArrowCursor
        self.view.viewport().setCursor(shape)

    def rect_of(self, moment_id: str) -> QRect:
        """A note in the page's coordinates; for cards and menus opened by key."""
        item = self.scene.note(moment_id)
        shown = item.reach if item else self.scene.sceneRect()
        rect = self.view.mapFromScene(shown).boundingRect()
        return rect.translated(self.view.viewport().mapTo(self, QPoint()))


def flush_for_undo(page: WallPage) -> bool:
    """Commit what is typed in fields before a step is taken back; whether all of it is kept."""
    is_kept = _flush_fields(page)
    return (not page.is_furnished or page.cards.flush_fields()) and is_kept


def _flush_fields(page: WallPage) -> bool:
    """All but cards: on the page itself and on its wall."""
    editor = page.view.editor()
    kept = [page.panel.flush(), page.about.flush(), page.top_bar.title_block.title.flush()]
    if page.is_furnished:
        kept.append(page.on_wall.flush())
    if editor is not None:
        kept.append(editor.flush())
    return all(kept)
