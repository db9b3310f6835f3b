"""A key of the key pad: it types when let go, and does more when it is held."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QTimer
from typing_extensions import override

from motwall.scene.tap_button import Look, TapButton

if TYPE_CHECKING:
    from motwall.scene.tap_panel import TapPanel

#: A finger that stays this long means more than a tap.
HOLD_MS = 550
#: A key that repeats does so at this pace.
REPEAT_MS = 90


class KeyButton(TapButton):
    """One key. Every finger has its own time: two may hold two keys."""

    def __init__(
        self,
        board: "TapPanel",
        rect: QRectF,
        look: Look,
        act: Callable[[], object],
        hold: Callable[[], object] | None = None,
        *,
        repeats: bool = False,
    ) -> None:
        """Be part of a pad.

        Args:
            board: The pad.
            rect: In its coordinates.
            look: What it shows.
            act: What a tap does.
            hold: What holding does instead of a tap.
            repeats: Holding does `hold` again and again.
        """
        super().__init__(board, rect, look, act)
        self._hold = hold
        self._repeats = repeats
        self._was_held = False
        self._timer: QTimer | None = None

    @override
    def set_down(self, is_down: bool) -> None:
        """Count the time from the moment the finger comes."""
        if is_down and not self.is_down:
            self._was_held = False
            self._count(HOLD_MS)
        elif not is_down:
            self._stop()
        super().set_down(is_down)

    @override
    def tap(self) -> None:
        """Type, unless it was held."""
        if not self._was_held:
            super().tap()

    def _count(self, milliseconds: int) -> None:
        if self._hold is not None and self._timer is None:
            self._timer = QTimer(self._board.timers)
            self._timer.timeout.connect(self._on_held)
        if self._timer is not None:
            self._timer.start(milliseconds)

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None

    def _on_held(self) -> None:
        if self._hold is None:
            return
        self._was_held = True
        if self._repeats:
            self._count(REPEAT_MS)
        else:
            # Another page comes: the finger that is still here holds nothing on it.
            self.set_down(False)
        self._hold()
