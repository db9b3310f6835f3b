"""When Python may look for garbage that refers to itself.

Each time it looks at all there is: 30 ms for a wall of 5,000 notes, four times that for 20,000. So
it does not look while something is being made that stays, and spares what stays later on.
"""

import gc


class Collector:
    """Counts who needs it to be still; only the thread of the window holds and lets go.

    Attributes:
        owes: Garbage is known of, but somebody held it.
    """

    def __init__(self) -> None:
        """Nobody holds it."""
        self.owes = False
        self._holds = 0

    def hold(self) -> None:
        """Look for nothing until `let_go` was called as often."""
        self._holds += 1
        gc.disable()

    def let_go(self) -> None:
        """One who held it needs it no more."""
        self._holds -= 1
        if not self._holds:
            gc.enable()

    def collect(self) -> None:
        """Take garbage away, now or when what is under way is there."""
        self.owes = self._holds > 0
        if not self.owes:
            gc.collect()

    def spare(self) -> None:
        """Whatever is there now stays: look at it no more, until `thaw`."""
        if self.owes:
            # Else that garbage would stay, too.
            self.owes = False
            gc.collect()
        gc.freeze()

    def thaw(self) -> None:
        """Look at everything again."""
        gc.unfreeze()


#: There is one Python in a process.
COLLECTOR = Collector()


class LargeWall:
    """Keeps the collector away from one large wall, from its opening to its end."""

    def __init__(self) -> None:
        """It is being opened."""
        self._is_opening, self._is_spared = True, False
        COLLECTOR.hold()

    def stay(self) -> None:
        """It is there and painted."""
        if self._is_opening:
            self._is_opening, self._is_spared = False, True
            COLLECTOR.spare()
            COLLECTOR.let_go()

    def go(self) -> None:
        """It was closed, or not opened after all."""
        if self._is_opening:
            self._is_opening = False
            COLLECTOR.let_go()
        if self._is_spared:
            self._is_spared = False
            COLLECTOR.thaw()
            COLLECTOR.collect()
