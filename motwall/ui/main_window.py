"""The window: the start screen or one wall, and the menu that belongs to both."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.paint.tokens import Tokens
from motwall.ui.chime_memory import ChimeMemory, ForgottenChime
from motwall.ui.column_memory import ColumnMemory, ForgottenColumns
from motwall.ui.commands import Command, Commands
from motwall.ui.filling import Filling
from motwall.ui.room.memory import Forgetful, ScreenMemory, screen_of
from motwall.ui.small import give_menu

if TYPE_CHECKING:
    from motwall.ui.handouts.choices import HandoutMemory

    # Each is imported when it is shown first: most visits begin with only one of them.
    from motwall.ui.start_screen import StartScreen
    from motwall.ui.wall_page import WallPage

LEAST_SIZE = (960, 600)
#: The one command of a page that the main menu has, too: who leads a group looks for it there.
_WORKSHOP = "plan"
#: Commands that ask for a file or a printer.
_WITH_DIALOG = ("open", "bring_in", "copy_as", "merge_copy", "rename", "print")


class MainWindow(QMainWindow):
    """Shows a wall, or the start screen while there is none."""

    #: What the shell does: each names a wish of the user.
    new_wanted = Signal()
    fresh_wanted = Signal()
    open_wanted = Signal()
    bring_in_wanted = Signal()
    copy_wanted = Signal()
    merge_wanted = Signal()
    rename_wanted = Signal()
    handouts_wanted = Signal()
    print_wanted = Signal()
    #: Carries whether due dates are wanted in it.
    calendar_wanted = Signal(bool)
    theme_wanted = Signal()
    facilitator_wanted = Signal()
    #: Light or dark. Carries the Tokens.
    tokens_changed = Signal(object)
    closing = Signal()

    def __init__(self, make_start: "Callable[[], StartScreen]") -> None:
        """Show nothing yet; the start screen is made when it is asked for."""
        super().__init__()
        self.page: WallPage | None = None
        self.screens: ScreenMemory = Forgetful()
        self.columns: ColumnMemory = ForgottenColumns()
        self.chime: ChimeMemory = ForgottenChime()
        self.handouts: HandoutMemory | None = None
        self.filling = Filling(self)
        self.filling.inches = self._said_inches
        self._make_start = make_start
        self._start: StartScreen | None = None
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.setMinimumSize(*LEAST_SIZE)
        self.setWindowTitle("motwall")
        self._own = Commands(self)
        self._own.add(self._window_commands(), translate("Commands", "File and window"))

    @property
    def start(self) -> "StartScreen":
        """The start screen."""
        if self._start is None:
            self._start = self._make_start()
            self._stack.addWidget(self._start)
        return self._start

    def show_wall(self, page: "WallPage", title: str, *, is_large: bool = False) -> None:
        """Show a wall in place of whatever is shown.

        A large wall, and one in a window that is not seen yet, is shown first, and gets ready for
        hands and keys as soon as all that is in view is painted.
        """
        self.take_wall_away()
        self.page = page
        is_room = self.screens.is_room(screen_of(self.screen()).key)
        page.view.lays_out_later = is_large and not is_room
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.set_title(title)
        if is_room or (self.isVisible() and not is_large):
            self.furnish()
        else:
            # Queued: not within the painting.
            page.view.painted.connect(self.furnish, Qt.ConnectionType.QueuedConnection)

    def furnish(self) -> None:
        """Make the wall that is shown answer to hands and keys, if it does not yet."""
        page = self.page
        if page is None or page.is_furnished:
            return
        page.furnish()
        give_menu(page.top_bar.menu_button, self._main_menu(page))
        view_menu = page.top_bar.view_button.menu()
        view_menu.addSeparator()
        view_menu.addAction(self._own.action("theme"))
        page.top_bar.handouts_button.clicked.connect(self.handouts_wanted)
        page.chime = self.chime
        page.bring_in_wanted.connect(self.bring_in_wanted)
        page.copy_wanted.connect(self.copy_wanted)
        page.handouts_wanted.connect(self.handouts_wanted)
        page.calendar_wanted.connect(self.calendar_wanted)
        page.fresh_wanted.connect(self.fresh_wanted)
        page.facilitator_wanted.connect(self.facilitator_wanted)
        page.room_mode.changed.connect(self._on_room)
        page.keyboard.add_table(self._own)
        page.room_mode.begin(self.screens)

    def show_start(self) -> None:
        """Show the start screen."""
        self.take_wall_away()
        self._stack.setCurrentWidget(self.start)
        self.setWindowTitle("motwall")
        self.start.start_over()

    def take_wall_away(self) -> None:
        """Close the wall page, if there is one."""
        if self.page is not None:
            self.page.left.emit()
            if self.page.is_furnished:
                self.page.on_wall.close()
                self.page.keyboard.lists.stop_reading()
            self._stack.removeWidget(self.page)
            self.page.hide()
            self.page.scene.photos.stop()
            self.page.deleteLater()
            self.page = None
            self._on_room()

    def set_title(self, title: str) -> None:
        """Name the wall in the title bar."""
        self.setWindowTitle(f"{title} · motwall" if title else "motwall")

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _on_room(self) -> None:
        """In Room nothing opens a dialog, which would stop everybody else's fingers."""
        page = self.page
        is_room = page is not None and page.is_furnished and page.room_mode.is_room
        for name in _WITH_DIALOG:
            self._own.action(name).setEnabled(not is_room)
        self.filling.follow(is_room=is_room)

    def _said_inches(self, key: str) -> float | None:
        return self.screens.inches(key)

    def _window_commands(self) -> list[Command]:
        return [
            Command("new", translate("Commands", "New wall"), ["Ctrl+N"], self.new_wanted.emit),
            Command("open", translate("Commands", "Open…"), ["Ctrl+O"], self.open_wanted.emit),
            Command(
                "bring_in",
                translate("Commands", "Bring in a file…"),
                ["Ctrl+Shift+I"],
                self.bring_in_wanted.emit,
            ),
            Command(
                "copy_as",
                translate("Commands", "Save a copy…"),
                ["Ctrl+Shift+S"],
                self.copy_wanted.emit,
            ),
            Command(
                "merge_copy",
                translate("Commands", "Merge with another copy…"),
                ["Ctrl+Alt+J"],
                self.merge_wanted.emit,
            ),
            Command(
                "rename",
                translate("Commands", "Rename or move the file…"),
                ["Ctrl+Shift+R"],
                self.rename_wanted.emit,
            ),
            Command(
                "handouts",
                translate("Commands", "Handouts…"),
                ["Ctrl+E"],
                self.handouts_wanted.emit,
            ),
            Command("print", translate("Commands", "Print…"), ["Ctrl+P"], self.print_wanted.emit),
            Command(
                "full_screen",
                translate("Commands", "Full screen"),
                ["F11"],
                self.toggle_full_screen,
            ),
            Command(
                "theme", translate("Commands", "Dark or light"), ["F8"], self.theme_wanted.emit
            ),
            Command("quit", translate("Commands", "Quit"), ["Ctrl+Q"], self.close),
        ]

    def _main_menu(self, page: "WallPage") -> QMenu:
        menu = QMenu(page.top_bar.menu_button)
        groups = (
            ("new", "open", "bring_in"),
            ("rename", "copy_as", "merge_copy"),
            (_WORKSHOP,),
            ("handouts", "print"),
            ("full_screen", "theme"),
            ("quit",),
        )
        for place, names in enumerate(groups):
            if place:
                menu.addSeparator()
            for name in names:
                commands = page.commands if name == _WORKSHOP else self._own
                menu.addAction(commands.action(name))
        return menu

    def window_command(self, name: str) -> None:
        """Run one of the window's own commands."""
        self._own.action(name).trigger()

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        if self._start is not None:
            self._start.set_tokens(tokens)
        if self.page is not None:
            self.page.set_tokens(tokens)
        self.tokens_changed.emit(tokens)

    @override
    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.page is not None and self.page.is_furnished:
            # What fills the screen gives the window back as it was: its size is kept.
            self.page.cards.close()
        self.closing.emit()
        super().closeEvent(event)
