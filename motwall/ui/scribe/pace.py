"""How fast notes come."""

from collections import deque
from datetime import datetime, timedelta

_MINUTE = timedelta(minutes=1)


class Pace:
    """Counts what came during the last minute."""

    def __init__(self) -> None:
        """Nothing has come."""
        self._times: deque[datetime] = deque()

    def add(self, now: datetime, count: int = 1) -> None:
        """Some came just now."""
        self._times.extend([now] * count)

    def a_minute(self, now: datetime) -> int:
        """How many came during the minute before."""
        while self._times and self._times[0] <= now - _MINUTE:
            self._times.popleft()
        return len(self._times)
