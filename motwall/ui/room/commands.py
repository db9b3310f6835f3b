"""The commands of Room and of the facilitator: the other mode, the lock, the size of the screen."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from motwall.i18n import translate
from motwall.ui.commands import Command, Commands

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

_NAMES = ("room", "screen_size", "lock")


def room_commands(page: "WallPage") -> list[Command]:
    """To Room and back, and what goes with it."""
    return [
        Command(
            "room",
            translate("Commands", "Room: a large touch screen"),
            ["F10"],
            page.room_mode.toggle,
            is_editing=False,
            is_live_on_cards=True,
        ),
        Command(
            "screen_size",
            translate("Commands", "Screen size…"),
            ["Ctrl+F10"],
            page.room_mode.ask_size,
            is_editing=False,
        ),
        Command(
            "lock",
            translate("Commands", "Lock the wall"),
            ["Ctrl+Shift+W"],
            page.locking.toggle,
            is_live_when_locked=True,
            is_live_on_cards=True,
        ),
    ]


def add_to_menu(menu: QMenu, commands: Commands, page: "WallPage") -> None:
    """Add the commands to a menu; what is switched on gets a mark whenever it opens."""
    menu.addSeparator()
    for name in _NAMES:
        menu.addAction(commands.action(name))
    lock = commands.action("lock")
    lock.setCheckable(True)
    menu.aboutToShow.connect(lambda: lock.setChecked(page.document.wall_lock.is_locked))
