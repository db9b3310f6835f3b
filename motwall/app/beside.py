"""How Python behaves while something is made in a thread beside that of the window.

Its garbage collector is still: it collects in whichever thread is at work, and widgets in the
garbage would be destroyed there while the window is painted, which ends the process. And threads
take shorter turns: with turns of 5 ms, as is usual, the window waited up to 50 ms for several.
"""

import gc
import sys

#: How long a thread works before another may, seconds.
_TURN = 0.0005


class Beside:
    """Counts those at work; only the thread of the window begins and ends."""

    def __init__(self) -> None:
        """Nobody is at work."""
        self._count = 0
        self._collects = False
        self._turn = sys.getswitchinterval()

    def begin(self) -> None:
        """Something begins in a thread."""
        if not self._count:
            self._collects = gc.isenabled()
            gc.disable()
            self._turn = sys.getswitchinterval()
            sys.setswitchinterval(_TURN)
        self._count += 1

    def end(self) -> None:
        """It has ended."""
        self._count -= 1
        if not self._count:
            sys.setswitchinterval(self._turn)
            if self._collects:
                gc.enable()


#: There is one Python in a process.
BESIDE = Beside()
