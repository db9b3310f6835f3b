"""Said when another phase, or another tick, calls for it; it holds up nobody.

Going on to ideas before the priorities are prepared; a click that means another thing from now on.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from motwall.i18n import translate
from motwall.model.patch import Patch
from motwall.model.phases import Phase
from motwall.model.priorities import brought_choice
from motwall.model.readiness import Readiness, readiness

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class PhaseAdvice(QObject):
    """Looks at the priorities whenever phase E is entered, and at the ticks in C."""

    def __init__(self, page: "WallPage") -> None:
        """Begin in the phase the page is in."""
        super().__init__(page)
        self._page = page
        self._phase = page.phase
        page.tools_changed.connect(self._on_tools)
        page.document.changed.connect(self._say_choice)

    def _on_tools(self) -> None:
        before, self._phase = self._phase, self._page.phase
        is_entered = self._phase is Phase.IDEAS_AND_ACTIONS and before is not self._phase
        if not is_entered:
            return
        found = readiness(self._page.document.store)
        if found.priorities and not found.is_ready:
            # With no priorities the hint says what to do.
            go = self._page.commands.action("assess").trigger
            self._page.toast.say(advice(found), (translate("Assess", "Assess them"), go))

    def _say_choice(self, patch: Patch) -> None:
        """Tell of a change that made a click mean another thing, if it did."""
        page = self._page
        if page.phase is Phase.PRIORITIES and brought_choice(page.document.store, patch):
            page.actions_.say_choice()


def advice(found: Readiness) -> str:
    """What is missing, in one line."""
    words = translate(
        "Assess",
        "What customers expect and get: {expected} of %n priorities. Rated: {rated}.",
        count=found.priorities,
    )
    return words.format(expected=found.expected, rated=found.rated)
