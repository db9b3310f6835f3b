"""All that the keyboard can do on a page beside running commands, and the fast ways to notes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.model.records import Moment
from motwall.scene.pen import Pen
from motwall.scene.stage_resize import StageGrips
from motwall.ui.carrying import Carrying
from motwall.ui.commands import Commands
from motwall.ui.focus_frame import FocusFrame
from motwall.ui.lists import Lists
from motwall.ui.panel.parts import Part
from motwall.ui.panel.side_panel import Tab
from motwall.ui.panes import Pane, Panes
from motwall.ui.text_drop import TextDrop
from motwall.ui.timeline_actions import TimelineActions
from motwall.ui.wall_keys import WallKeys

if TYPE_CHECKING:
    from motwall.ui.colour_card import ColourCard
    from motwall.ui.find_bar import FindBar
    from motwall.ui.next_note_card import NextNoteCard
    from motwall.ui.shortcuts_sheet import ShortcutsSheet
    from motwall.ui.wall_page import WallPage


class Keyboard(QObject):
    """One for each page. Cards and bars are made, and imported, when they are first wanted."""

    def __init__(self, page: "WallPage") -> None:
        """Serve a page; `begin` when its parts are there."""
        super().__init__(page)
        self._page = page
        self._tables: list[Commands] = [page.commands]
        self._find_bar: FindBar | None = None
        self._shortcuts: ShortcutsSheet | None = None
        self._colours: ColourCard | None = None
        self._next_note: NextNoteCard | None = None
        self.carrying = Carrying(page.view, page.selection)
        self.timeline = TimelineActions(page.document, page.selection, page.toast.offer)
        self.lists = Lists(page)

    def begin(self) -> None:
        """Watch the keys; the page is laid out."""
        page = self._page
        self.wall_keys = WallKeys(page)
        self.text_drop = TextDrop(page)
        self.frame = FocusFrame(page.view)
        page.view.pressed.connect(self.frame.hide)
        self.grips = None if page.document.is_read_only else StageGrips(page.scene)
        #: Panes of the window that are not the page's.
        self.beside: list[Pane] = []
        self.panes = Panes(page, lambda: [*self._panes(), *self.beside])
        page.bottom_bar.quick_add.choice_wanted.connect(self.ask_next_note)
        page.view.hands.clicks.write_requested.connect(self.write_at)
        page.view.router.write_requested.connect(self.write_at)

    def add_table(self, commands: Commands) -> None:
        """List the commands of another table in the sheet of shortcuts, too."""
        self._tables.append(commands)
        if self._shortcuts is not None:
            self._shortcuts.add_table(commands)

    # --- what is made when it is wanted ---

    @property
    def find_bar(self) -> "FindBar":
        """The bar over the wall's top edge."""
        if self._find_bar is None:
            from motwall.ui.find_bar import FindBar  # noqa: PLC0415 -- not before it is wanted

            view = self._page.view
            self._find_bar = FindBar(view)
            self._find_bar.closed.connect(self._go_to_wall)
            around = view.parentWidget()
            column = around.layout() if around is not None else None
            if isinstance(column, QVBoxLayout):
                below = 1 if self._page.on_wall.is_room else 0
                column.insertWidget(column.indexOf(view) + below, self._find_bar)
        return self._find_bar

    def bars(self) -> list[QWidget]:
        """The bars at the wall that were wanted so far."""
        return [] if self._find_bar is None else [self._find_bar]

    @property
    def shortcuts(self) -> "ShortcutsSheet":
        """The sheet of everything that can be done."""
        if self._shortcuts is None:
            from motwall.ui.shortcuts_sheet import ShortcutsSheet  # noqa: PLC0415 -- as above

            self._shortcuts = ShortcutsSheet(self._page)
            for table in self._tables:
                self._shortcuts.add_table(table)
            self._shortcuts.chosen.connect(self._run)
            self._page.add_floating(self._shortcuts)
        return self._shortcuts

    @property
    def colours(self) -> "ColourCard":
        """The card with the colours, for the selected notes."""
        if self._colours is None:
            from motwall.ui.colour_card import ColourCard  # noqa: PLC0415 -- as above

            self._colours = ColourCard(self._page, self._page.document)
            self._colours.chosen.connect(self._page.actions_.colour)
            self._page.add_floating(self._colours)
        return self._colours

    @property
    def next_note(self) -> "NextNoteCard":
        """The card that says where the next notes go, and in which colour."""
        if self._next_note is None:
            from motwall.ui.next_note_card import NextNoteCard  # noqa: PLC0415 -- as above

            page = self._page
            quick_add = page.bottom_bar.quick_add
            self._next_note = NextNoteCard(page, page.document, quick_add)
            page.add_floating(self._next_note)
        return self._next_note

    # --- what commands do ---

    def find_words(self) -> None:
        """Open the bar that finds words on the wall."""
        from motwall.ui.find_bar import Search  # noqa: PLC0415 -- as above

        self._page.panel.narrow()
        self.find_bar.open(Search.WORDS)

    def find_step(self) -> None:
        """Open the bar that goes to a step."""
        from motwall.ui.find_bar import Search  # noqa: PLC0415 -- as above

        self._page.panel.narrow()
        self.find_bar.open(Search.STEP)

    def find_on(self, way: int) -> None:
        """Go to the next hit (1) or the one before (-1) of what was looked for last."""
        self.find_bar.go(way)

    def toggle_shortcuts(self) -> None:
        """Show the sheet of everything that can be done, or hide it."""
        if self.shortcuts.isVisible():
            self.shortcuts.hide()
        else:
            self.shortcuts.open_all()

    def ask_colour(self) -> None:
        """Offer the colours for the selected notes; with none selected the pens."""
        page = self._page
        current = page.selection.current_id
        if current is None:
            page.show_pens(is_shown=page.pens.isHidden())
        elif page.document.wall_lock.permits():
            page.view.show_note(current)
            self.colours.ask(page.rect_of(current), page.selection.ids)

    def ask_next_note(self) -> None:
        """Ask where the next notes go, and in which colour."""
        if self._page.document.wall_lock.permits():
            self.next_note.ask()

    def write_at(self, scene_pos: QPointF) -> None:
        """Write a note where the wall is empty; in Room that is for key pads to do."""
        if not self._page.on_wall.is_room:
            self._page.in_place.write_at(scene_pos)

    def write_after(self) -> None:
        """Write a new note after the one selected last."""
        self._page.in_place.write_after(self._page.selection.current_id)

    def to_unsorted(self) -> None:
        """Take the selected notes off the timeline."""
        store, ids = self._page.document.store, self._page.selection.ids
        placed = [one for one in ids if store.get(Moment, one).step_id is not None]
        if placed:
            self._page.actions_.verbs.to_unsorted(placed)

    def colours_with(self, pen: Pen) -> bool:
        """A pen was taken by key: with notes selected it colours them, and is put down again."""
        page = self._page
        focus: QWidget | None = page.focusWidget()
        is_by_key = focus is not None and page.pens.isAncestorOf(focus)
        if not is_by_key or not page.selection.ids:
            return False
        page.actions_.colour(pen.contact_type_id)
        return True

    def name_step(self) -> None:
        """Write the title of the step of the note selected last."""
        step = self.timeline.step
        if step is not None:
            self._page.in_place.edit_step(step.id)

    def name_stage(self) -> None:
        """Write the title of its stage."""
        stage_id = self.timeline.stage_id
        if stage_id is not None:
            self._page.in_place.edit_stage(stage_id)

    def write_idea(self) -> None:
        """Put the caret into the line for one more idea about the selected note."""
        tab = self._page.panel.moment_tab
        self._open_part(Part.IDEAS, lambda: tab.ideas.line)

    def write_action(self) -> None:
        """Put the caret into the line for one more action for the selected note."""
        tab = self._page.panel.moment_tab
        self._open_part(Part.ACTIONS, lambda: tab.planned.add.line)

    def let_go(self) -> bool:
        """Esc: put back what is carried, hide what floats, close the find bar; one at a time."""
        page, room = self._page, self._page.room_mode.room
        if self.carrying.cancel() or page.hide_floating():
            return True
        # A bar over a post lies below the card that is open, and was opened after it.
        if room is not None and room.menus.close_posts():
            return True
        card = page.cards.current
        if (card is not None and card.let_go()) or page.cards.close():
            return True
        bar, focus = self._find_bar, page.focusWidget()
        is_near = focus is page.view or (bar is not None and bar.isAncestorOf(focus))
        return bar is not None and is_near and bar.close_bar()

    # --- inside ---

    def _run(self, action: QAction) -> None:
        self._go_to_wall()
        action.trigger()

    def _go_to_wall(self) -> None:
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_part(self, part: Part, line: Callable[[], QWidget]) -> None:
        """Show a part of the panel and put the caret into one of its lines."""
        page = self._page
        if len(page.selection.ids) != 1:
            page.toast.say(translate("Wall", "Select one note first."), None)
            return
        page.show_panel()
        page.panel.show_tab(Tab.MOMENT)
        moment_page = page.panel.moment_tab.page
        section = moment_page.sections[part]
        if not section.is_open:
            section.header.click()
        line().setFocus(Qt.FocusReason.ShortcutFocusReason)
        moment_page.ensureWidgetVisible(line())

    def _panes(self) -> list[Pane]:
        """The parts of the page as one reads them; those that are hidden are passed by."""
        page = self._page
        card = page.cards.current
        led = list(map(Pane, page.workshop.bars())) if page.workshop is not None else []
        if card is not None:
            covering = (page.message_bar, card, page.toast, *page.room_mode.bars())
            return [
                Pane(page.top_bar, lambda: page.top_bar.phase_bar.button(page.phase)),
                *led,
                *map(Pane, (*covering, *page.shown_cards())),
            ]
        return [
            Pane(page.top_bar, lambda: page.top_bar.phase_bar.button(page.phase)),
            *led,
            Pane(page.message_bar),
            Pane(page.about),
            *([Pane(self._find_bar)] if self._find_bar is not None else []),
            Pane(page.view, lambda: page.view),
            Pane(page.toast),
            Pane(page.reading.filter_bar, page.reading.filter_bar.first_control),
            Pane(page.type_editor),
            Pane(page.pens),
            Pane(page.bottom_bar, lambda: page.bottom_bar.quick_add.line),
            Pane(page.panel),
            *(Pane(bar) for bar in page.room_mode.bars()),
            *(Pane(card) for card in page.shown_cards()),
        ]
