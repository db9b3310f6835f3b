"""The decorator that every override of a Qt virtual wears.

On Python 3.11 an ordinary exception that leaves a Qt override while Python code waits below it can
end the process with a segmentation fault. So no exception leaves one: it is handed to
`sys.excepthook` (which logs it and shows one calm notice) and the override answers with a harmless
value. `tests/test_overrides.py` checks over the syntax tree that no override goes without.
"""

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def guarded(fallback: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Catch what the override raises and answer `fallback` instead.

    Args:
        fallback: What Qt gets to see after an exception: `None` for an event handler, `False` for
            `event`, an empty `QRectF` for `boundingRect`.
    """

    def decorate(override: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(override)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return override(*args, **kwargs)
            except Exception:  # noqa: BLE001 -- the whole point: nothing may leave a Qt override
                sys.excepthook(*sys.exc_info())
                return fallback

        return wrapper

    return decorate
