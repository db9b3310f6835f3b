"""Present: the wall and its priorities for reading from afar, over everything, without controls."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.presenting import Slide, place_of, slides
from motwall.ui.full_card import FullCard
from motwall.ui.present.slide_view import SlideView

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class PresentCard(FullCard):
    """One page after the other, over the whole screen; the document goes on being followed.

    Attributes:
        view: Shows the page.
    """

    covers_page = True

    def __init__(self, page: "WallPage") -> None:
        """Be hidden; `prepare` begins with the first page."""
        super().__init__(page, translate("Workshop", "Present"))
        self._document = page.document
        self._toast = page.toast
        self._slides: list[Slide] = []
        self._place = 0
        self._state_before: Qt.WindowState | None = None
        self.view = SlideView(page)
        self.use_whole()
        self.column.addWidget(self.view, 1)
        self.view.turned.connect(self.turn)
        self.view.left.connect(self.left)
        page.document.changed.connect(self._follow)
        page.scene.photos.came.connect(self.view.update)

    @property
    def slides(self) -> list[Slide]:
        """All pages as the wall is now."""
        return self._slides

    def turn(self, pages: int) -> None:
        """Go so many pages on (below 0: back), as far as there are any."""
        before = self._place
        self._show(max(0, min(before + pages, len(self._slides) - 1)))
        self.view.wake()
        is_last = self._place == len(self._slides) - 1
        if self._place == before or is_last or self.view.way_out.isVisible():
            # Who taps on and on, or has come to the end, looks for the way out.
            self.view.guide()

    # --- what the frame asks for ---

    @override
    def first_field(self) -> QWidget:
        return self.view

    @override
    def prepare(self) -> None:
        # What was said while people worked is not for those who look on.
        self._toast.hide()
        self._slides, self._place = [], 0
        self._look()
        self.view.wake()

    @override
    def show_day(self) -> None:
        self._look()

    @override
    @guarded(None)
    def showEvent(self, event: QShowEvent) -> None:
        """Fill the screen."""
        super().showEvent(event)
        self.view.guide()
        window = self.window()
        if self._state_before is None:
            self._state_before = window.windowState()
            window.setWindowState(self._state_before | Qt.WindowState.WindowFullScreen)

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        """Have the window as it was."""
        super().hideEvent(event)
        # A window that is only put aside goes on presenting when it comes back.
        if not event.spontaneous() and self._state_before is not None:
            before, self._state_before = self._state_before, None
            self.window().setWindowState(before)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another screen holds more or less of the wall."""
        super().resizeEvent(event)
        self._look()

    # --- following ---

    def _follow(self) -> None:
        if not self.isHidden():
            self._look()

    def _look(self) -> None:
        """Make the pages of the wall as it is; stay on the one that is shown."""
        key = self._slides[self._place].key if self._slides else ""
        today = self._document.clock.today()
        self._slides = slides(self._document.store, today, self.view.sizes.frame)
        self._show(place_of(self._slides, key, self._place))

    def _show(self, place: int) -> None:
        self._place = place
        count, today = len(self._slides), self._document.clock.today()
        self.view.show_slide(self._slides[place], place + 1, count, today)


def make(page: "WallPage") -> FullCard:
    """Make the card of a page."""
    return PresentCard(page)
