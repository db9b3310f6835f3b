"""The one source of dates, times and fresh ids, so that tests can hold them still."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Protocol

NewId = Callable[[], str]


class Clock(Protocol):
    """What the document, the windows and the command line ask for the date and for ids."""

    def today(self) -> date:
        """The local date."""

    def now(self) -> datetime:
        """The time in UTC."""

    def new_id(self) -> str:
        """A fresh uuid4 as 32 hex digits."""


class SystemClock:
    """The real one."""

    def today(self) -> date:
        """The local date."""
        return datetime.now().astimezone().date()

    def now(self) -> datetime:
        """The time in UTC."""
        return datetime.now(UTC)

    def new_id(self) -> str:
        """A fresh uuid4 as 32 hex digits."""
        return fresh_id()


def local_day(at: datetime) -> date:
    """The day a time in UTC falls on here."""
    try:
        return at.astimezone().date()
    except OverflowError:
        return at.date()  # in the first or last hours there are; nobody lived them


def fresh_id() -> str:
    """A fresh uuid4 as 32 hex digits."""
    # Not needed before the first paint, and it asks what kind of machine this is.
    import uuid  # noqa: PLC0415

    return uuid.uuid4().hex
