"""Undo as the posts in the corners mean it: for whoever stands there, not for the one who leads."""

from typing import TYPE_CHECKING

from motwall.document.document import Document
from motwall.document.history import HistoryStep
from motwall.i18n import translate
from motwall.model.errors import WallFileError
from motwall.model.records import AgendaItem, Session
from motwall.ui.wall_page import flush_for_undo

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: Records by which the meeting itself is led.
_LED = {Session.__name__, AgendaItem.__name__}


def undo_at_corner(page: "WallPage") -> None:
    """Take the last step back; ask first if it is one of the session or of the workshop's plan.

    Anybody taps there who moved a note too far, and would open a session again that is closed.
    """
    if not flush_for_undo(page):
        return
    step = page.document.history.next_undo
    if step is None or not _is_led(page.document, step):
        page.actions_.undo()
        return
    words = translate("Room", "This takes back: {step}.").format(step=step.label)
    page.toast.offer(words, (translate("Room", "Take it back"), page.undo))


def _is_led(document: Document, step: HistoryStep) -> bool:
    """Whether a step changed the meeting and nothing that its people did."""
    try:
        changes = [one for entry in step.entries for one in document.past.changes_of(entry.id)]
    except WallFileError:
        # Taking it back says what is wrong.
        return False
    return {one["type"] for one in changes} <= _LED
