"""Days on which something was seen, as people write them."""

from datetime import date

from motwall.model.clock import Clock
from motwall.model.dates import date_words, read_past_date
from motwall.ui.fields import NotUnderstood


class PastDayWords:
    """As `DateWords`, but of days that have been; there is always a day."""

    is_shown_while_typing = False

    def __init__(self, clock: Clock) -> None:
        """Take the clock that knows what day it is."""
        self._clock = clock

    def shown(self, value: object) -> str:
        """The day in words."""
        return date_words(value, self._clock.today()) if isinstance(value, date) else ""

    def read(self, text: str) -> object:
        """The day the text means.

        Raises:
            NotUnderstood: It cannot be told, or nothing is written.
        """
        found = read_past_date(text, self._clock.today())
        if found is None:
            raise NotUnderstood
        return found
