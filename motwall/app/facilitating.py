"""Opens and closes the facilitator's side of a wall: a second window, or a look over the one."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QScreen

from motwall.app.facilitator_window import FacilitatorWindow
from motwall.paint.tokens import Tokens
from motwall.ui.facilitator.peek import Peek
from motwall.ui.main_window import MainWindow
from motwall.ui.wall_page import WallPage


def another_screen(window: MainWindow) -> QScreen | None:
    """A screen that the window is not on."""
    here = window.screen()
    return next((one for one in QGuiApplication.screens() if one is not here), None)


def facilitating_of(window: MainWindow) -> "Facilitating | None":
    """What opens the facilitator's side of the wall in a window; None while there is no wall."""
    page = window.page
    if page is None:
        return None
    return page.findChild(Facilitating) or Facilitating(window, page)


class Facilitating(QObject):
    """For one wall, while it is open.

    Attributes:
        own: The facilitator's window, while it is open.
        peek: What lies over the room's window, once it was wanted.
        find_screen: Tells where a second window would go; None if there is only one screen.
    """

    def __init__(self, window: MainWindow, page: WallPage) -> None:
        """Have nothing open; the window has the room's page."""
        super().__init__(page)
        self._window = window
        self._page = page
        self.own: FacilitatorWindow | None = None
        self.peek: Peek | None = None
        self.find_screen = another_screen
        page.flushed_too.append(self.flush)
        page.left.connect(self.close)
        window.closing.connect(self.close)
        window.tokens_changed.connect(self.set_tokens)

    def toggle(self) -> None:
        """Open what there is room for, or close it."""
        if self.own is not None:
            self.own.close()
        elif (screen := self.find_screen(self._window)) is not None:
            self.open_window(screen)
        else:
            if self.peek is None:
                self.peek = Peek(self._page)
            self.peek.toggle()

    def open_window(self, screen: QScreen | None = None) -> None:
        """Open the facilitator's window; what comes later is hidden from the room from now on."""
        if self.own is not None:
            self.own.activateWindow()
            return
        if self.peek is not None:
            self.peek.hide()
        self._page.flush()
        self.own = own = FacilitatorWindow(self._page, self._page.scene.tokens)
        own.page.facilitator_wanted.connect(own.close)
        own.theme_wanted.connect(self._window.theme_wanted)
        own.closed.connect(self.close)
        self._forward(own.page)
        self._page.document.changed.connect(own.show_title)
        own.show_on(screen)
        self._page.document.room_show.set_hiding(is_hiding=True)

    def _forward(self, page: WallPage) -> None:
        """Files and other walls are for the room's window to open."""
        room = self._window
        page.copy_wanted.connect(room.copy_wanted)
        page.handouts_wanted.connect(room.handouts_wanted)
        page.calendar_wanted.connect(room.calendar_wanted)
        page.bring_in_wanted.connect(room.bring_in_wanted)
        page.fresh_wanted.connect(room.fresh_wanted)

    def flush(self) -> bool:
        """Commit what is typed in the facilitator's window; whether all of it is kept."""
        return self.own is None or self.own.flush()

    def close(self) -> None:
        """Take the facilitator's window away: the room's is the only one again."""
        own, self.own = self.own, None
        if own is not None:
            own.take_down()
            self._page.document.room_show.set_hiding(is_hiding=False)
            self._page.document.room_show.spotlight(None)

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        if self.own is not None:
            self.own.page.set_tokens(tokens)
