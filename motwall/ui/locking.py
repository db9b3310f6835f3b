"""What a page does when the facilitator locks the wall, or somebody tries what the lock forbids."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motwall.i18n import translate

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class Locking(QObject):
    """Ends what is going on, puts commands out of reach, and says why nothing moves."""

    def __init__(self, page: "WallPage") -> None:
        """Follow the lock of a page's wall; the page is laid out."""
        super().__init__(page)
        self._page = page
        self._lock = page.document.wall_lock
        self._lock.changed.connect(self._on_changed)
        self._lock.refused.connect(self._say_no)

    def toggle(self) -> None:
        """Lock the wall, or unlock it."""
        if not self._page.document.is_read_only:
            self._lock.set_locked(is_locked=not self._lock.is_locked)

    def _on_changed(self) -> None:
        page, is_locked = self._page, self._lock.is_locked
        page.commands.set_locked(is_locked=is_locked)
        page.bottom_bar.set_fixed(is_fixed=self._lock.is_fixed)
        if is_locked:
            self._end_everything()
            words = translate("Lock", "The wall is locked. Ticks, ratings and ideas stay live.")
            page.toast.say(words, None)
        else:
            page.toast.say(translate("Lock", "The wall is open again."), None)
        page.show_hint()

    def _end_everything(self) -> None:
        """What is held goes back, what is typed is kept."""
        page = self._page
        page.view.router.cancel()
        page.view.hands.cancel()
        page.keyboard.carrying.cancel()
        editor = page.view.editor()
        if editor is not None:
            editor.finish()
        page.show_pens(is_shown=False)

    def _say_no(self) -> None:
        page = self._page
        if not self._lock.is_locked:
            words = translate("Lock", "One moment: something large is being written on the wall.")
            page.toast.say(words, None)
        elif page.on_wall.is_room:
            words = translate(
                "Lock", "The wall is locked. Hold “Locked” for two seconds to open it."
            )
            page.toast.say(words, None)
        else:
            words = translate("Lock", "The wall is locked.")
            page.toast.say(words, (translate("Lock", "Unlock"), self.toggle))
