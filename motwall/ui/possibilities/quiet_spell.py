"""Watches for a quiet spell while ideas are collected, and then says something to go on with."""

from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from motwall.i18n import translate
from motwall.model.clock import Clock
from motwall.model.diverging import is_quiet

#: How often the clock is looked at.
_LOOK_MS = 5000


def nudges() -> list[str]:
    """What is said in a quiet spell, one after the other."""
    return [
        translate("Possibilities", "What is the daftest thing that could work?"),
        translate("Possibilities", "What would you do if it must not cost a penny?"),
        translate("Possibilities", "Which small thing would they tell a friend about tonight?"),
        translate("Possibilities", "How could we make it far worse? Now turn that round."),
        translate("Possibilities", "Who does this best, in any trade? What do they do?"),
        translate("Possibilities", "What if it had to work by tomorrow morning?"),
    ]


class QuietSpell(QObject):
    """One watch; it looks at the clock only between `start` and `stop`."""

    #: Nobody had an idea for a while. Carries a sentence to go on with.
    nudged = Signal(str)

    def __init__(self, clock: Clock, parent: QObject) -> None:
        """Be at rest."""
        super().__init__(parent)
        self._clock = clock
        self._last_idea_at: datetime = clock.now()
        self._last_nudge_at: datetime | None = None
        self._next = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Collecting begins now."""
        self.heard()
        self._timer.start()

    def stop(self) -> None:
        """Nobody collects any more."""
        self._timer.stop()

    def heard(self) -> None:
        """Somebody had an idea, or is typing one."""
        self._last_idea_at = self._clock.now()
        self._last_nudge_at = None

    def look(self) -> None:
        """Nudge if it is time for it."""
        now = self._clock.now()
        if is_quiet(self._last_idea_at, self._last_nudge_at, now):
            self._last_nudge_at = now
            words = nudges()
            self.nudged.emit(words[self._next % len(words)])
            self._next += 1
