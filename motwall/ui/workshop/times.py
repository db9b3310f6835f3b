"""Times of day along a plan, and how long it is, in words."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from motwall.i18n import translate
from motwall.ui.workshop.words import day_time

_HOUR = 60


def starts(now: datetime, minutes: Sequence[int]) -> list[str]:
    """When each part begins if the first begins now, and last when all is over."""
    found, at = [day_time(now)], now
    for one in minutes:
        at += timedelta(minutes=one)
        found.append(day_time(at))
    return found


def length_words(minutes: int) -> str:
    """So many minutes, in hours where there are any."""
    hours, rest = divmod(minutes, _HOUR)
    words = translate("Workshop", "%n minute(s)", count=rest)
    if not hours:
        return words
    whole = translate("Workshop", "%n hour(s)", count=hours)
    return f"{whole} {words}" if rest else whole
