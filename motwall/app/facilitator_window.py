"""The facilitator's window: the same wall on a laptop's screen, with the facilitator's notes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QScreen, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.paint.tokens import Tokens
from motwall.ui.commands import Command, Commands
from motwall.ui.facilitator.pane import FacilitatorPane
from motwall.ui.panes import Pane
from motwall.ui.wall_page import WallPage

FIRST_SIZE = (1366, 728)
#: With the pane beside it the wall has no less room than in the room's window.
LEAST_SIZE = (1080, 600)
#: What makes no sense beside a room: it would make this window one.
_LEFT_OUT = ("room", "screen_size")


class FacilitatorWindow(QMainWindow):
    """A page of its own on the same document, never in Room; what it hides from the room it shows.

    Attributes:
        page: The wall.
        pane: The notes.
    """

    theme_wanted = Signal()
    #: It was closed; all that was typed in it is kept.
    closed = Signal()

    def __init__(self, room_page: WallPage, tokens: Tokens) -> None:
        """Stand beside the window that has the room's page."""
        super().__init__()
        self.setMinimumSize(*LEAST_SIZE)
        self.resize(*FIRST_SIZE)
        self.page = WallPage(room_page.document, tokens)
        self.page.is_room_side = False
        # It goes with the page, or it would follow the document for ever.
        self.page.scene.setParent(self.page)
        self.page.find_own_questions = room_page.find_own_questions
        self.page.find_own_plans = room_page.find_own_plans
        self.page.chime = room_page.chime
        self.page.scene.note_layer.animates = room_page.scene.note_layer.animates
        self.page.furnish()
        self.pane = FacilitatorPane(self.page, room_page)
        self._own = Commands(self)
        self._own.add(
            [
                Command(
                    "full_screen",
                    translate("Commands", "Full screen"),
                    ["F11"],
                    self._toggle_full_screen,
                ),
                Command(
                    "theme", translate("Commands", "Dark or light"), ["F8"], self.theme_wanted.emit
                ),
            ],
            translate("Commands", "File and window"),
        )
        self._arrange()
        self._leave_out()
        self._room_page = room_page
        self.page.escapes.append(self._leave)
        leave = QShortcut(QKeySequence("Esc"), self.pane)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._leave)
        self.page.set_phase(room_page.phase)
        self.page.top_bar.show_history()
        self.show_title()

    def show_on(self, screen: QScreen | None) -> None:
        """Show it, as large as another screen if there is one."""
        if screen is None:
            self.show()
        else:
            self.setGeometry(screen.availableGeometry())
            self.showMaximized()
        self.page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_title(self) -> None:
        """Name the wall in the title bar."""
        name = translate("Facilitator", "Facilitator's window")
        title = self.page.document.store.wall.title
        self.setWindowTitle(f"{title} · {name}" if title else name)

    def flush(self) -> bool:
        """Commit what is typed; whether all of it is kept."""
        return self.page.flush()

    def take_down(self) -> None:
        """Go for good; the document stays."""
        self.page.on_wall.close()
        self.page.keyboard.lists.stop_reading()
        self.page.scene.photos.stop()
        self.hide()
        self.deleteLater()

    # --- building ---

    def _arrange(self) -> None:
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        edge = QFrame()
        edge.setObjectName("panelEdge")
        edge.setFixedWidth(1)
        self.pane.setFixedWidth(self.pane.sizeHint().width())
        row.addWidget(self.page, 1)
        row.addWidget(edge)
        row.addWidget(self.pane)
        self.setCentralWidget(whole)
        self.page.keyboard.beside.append(Pane(self.pane))
        for name in ("next_pane", "previous_pane"):
            # F6 leads out of it, too.
            self.pane.addAction(self.page.commands.action(name))

    def _leave_out(self) -> None:
        """Other walls, files and the screen of the room are for the room's window."""
        page = self.page
        page.commands.leave_out(_LEFT_OUT)
        page.top_bar.menu_button.hide()
        page.top_bar.handouts_button.hide()
        page.keyboard.add_table(self._own)
        view_menu = page.top_bar.view_button.menu()
        view_menu.addSeparator()
        view_menu.addAction(self._own.action("theme"))

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _leave(self) -> bool:
        """Esc, with nothing left to let go of: close where it lies over the room's window.

        On a screen of its own it stays: with it, what is hidden from the room would be shown.
        """
        page = self.page
        is_over = self.screen() is self._room_page.screen()
        if page.selection.ids or page.about.isVisible() or not is_over:
            return False
        return self.close()

    @override
    @guarded(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        """What cannot be kept stays in its field, and the window with it."""
        if not self.flush():
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()
