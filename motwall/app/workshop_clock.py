"""The clock of a workshop stands still while its wall is closed."""

from motwall.app.open_wall import OpenWall
from motwall.i18n import translate
from motwall.model.records import AgendaItem
from motwall.ui.wall_page import WallPage


def pause_clock(wall: OpenWall) -> None:
    """A wall is closed: opened tomorrow, its workshop has not run all night."""
    if _has_workshop(wall):
        wall.document.workshop.pause()


def hold_clock(page: WallPage, wall: OpenWall) -> None:
    """A wall was opened whose clock nobody stopped, because the power went: stop it now."""
    if not _has_workshop(wall):
        return
    held = wall.document.workshop.hold_forgotten()
    if held is not None and not page.message_bar.text:
        words = translate(
            "Workshop",
            "The clock of the workshop was not stopped last time. It is paused now, with the time "
            "of “{part}” used up.",
        )
        page.message_bar.say(words.format(part=held.title))


def _has_workshop(wall: OpenWall) -> bool:
    # Most walls have none, and need not import its clock.
    return not wall.document.is_read_only and wall.document.store.count(AgendaItem) > 0
