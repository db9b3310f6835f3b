"""When Python looks for garbage that refers to itself: in the thread of the window, between things.

By itself it would look whenever enough was made, in whichever thread that happens: widgets in the
garbage would be destroyed beside the thread that paints them, which ends the process. And each time
it looks at all there is: 30 ms for a wall of 5,000 notes, four times that for 20,000. So it does
not look while something is being made that stays, and spares what stays later on.
"""

import gc

#: How often it is time to look, ms.
LOOK_MS = 2000


class Collector:
    """Looks instead of Python; only the thread of the window calls it.

    Attributes:
        owes: Garbage is known of, but somebody held it.
    """

    def __init__(self) -> None:
        """Leave it to Python still."""
        self.owes = False
        self._holds = 0

    @property
    def is_held(self) -> bool:
        """Something is being made that stays."""
        return self._holds > 0

    def take_over(self) -> None:
        """From now on there is a loop that calls `look`."""
        gc.disable()

    def give_back(self) -> None:
        """The loop is over."""
        gc.enable()

    def look(self) -> None:
        """Take garbage away, if there may be much: the younger the oftener, as Python would."""
        young, middle, old = gc.get_count()
        limits = gc.get_threshold()
        if self.is_held or young < limits[0]:
            return
        is_middle_due = middle >= limits[1]
        gc.collect(0 if not is_middle_due else 1 if old < limits[2] else 2)

    def hold(self) -> None:
        """Look for nothing until `let_go` was called as often."""
        self._holds += 1

    def let_go(self) -> None:
        """One who held it needs it no more."""
        self._holds -= 1

    def collect(self) -> None:
        """Take garbage away, now or when what is under way is there."""
        self.owes = self.is_held
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
