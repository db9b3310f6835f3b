"""How Python behaves while something is made in a thread beside that of the window.

Threads take shorter turns: with turns of 5 ms, as is usual, the window waited up to 50 ms for
several. (Python collects no garbage in them, see `collector.py`.)

Whoever is at work is kept alive here. Else, once its window is closed, its thread might be the last
to let go of it: Qt would take it apart in there, and its end would never be told.
"""

import sys
import threading

#: How long a thread works before another may, seconds.
_TURN = 0.0005


class Beside:
    """Knows those at work; only the thread of the window begins and ends."""

    def __init__(self) -> None:
        """Nobody is at work."""
        self._at_work: list[tuple[object, threading.Thread]] = []
        self._turn = sys.getswitchinterval()

    def begin(self, worker: object, thread: threading.Thread) -> None:
        """Start a thread.

        Args:
            worker: What lives in the thread of the window and has the work done.
            thread: Not started yet; the last it does is to tell its end.
        """
        if not self._at_work:
            self._turn = sys.getswitchinterval()
            sys.setswitchinterval(_TURN)
        self._at_work.append((worker, thread))
        thread.start()

    def end(self, thread: threading.Thread) -> None:
        """A thread has told its end."""
        thread.join()
        self._at_work = [one for one in self._at_work if one[1] is not thread]
        if not self._at_work:
            sys.setswitchinterval(self._turn)


#: There is one Python in a process.
BESIDE = Beside()
