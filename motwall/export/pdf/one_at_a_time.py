"""PDFs are made one at a time: reportlab's fonts keep the place they are read at.

Two threads that take letters from one font at once move that place for each other: the letters of
another file come out, or none. The preview and an export are two such threads.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

#: Taken again by the thread that has it.
_REPORTLAB = threading.RLock()
#: How often it is asked, while another PDF is made, whether anybody still wants this one, seconds.
_ASK_EVERY = 0.05


@contextmanager
def one_at_a_time(ask: Callable[[], object] | None = None) -> Iterator[None]:
    """Have reportlab for oneself inside the `with`.

    Args:
        ask: Called again and again while another thread has it; what it raises ends the waiting.
    """
    while not _REPORTLAB.acquire(timeout=_ASK_EVERY):
        if ask is not None:
            ask()
    try:
        yield
    finally:
        _REPORTLAB.release()
