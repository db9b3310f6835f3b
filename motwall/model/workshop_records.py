"""The records of a workshop that is run, and of the photos that notes are made from.

They are part of `records.py`, which names all record types and is what others import.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from motwall.model.fields import formed, number, one_line, optional_reference, reference
from motwall.model.record import Record
from motwall.model.values import PictureKind, VoteWay


def _is_digest(value: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{64}", value) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Record):
    """A photo on a note: what its paper note looked like.

    The bytes are kept beside the records, never in a patch: a record names them by their digest.
    """

    moment_id: str = reference("Moment")
    digest: str = formed(_is_digest, "0" * 64)  # SHA-256 of the bytes, in hex
    kind: PictureKind = PictureKind.JPEG
    width: int = number(1, minimum=1, maximum=10_000)  # pixels
    height: int = number(1, minimum=1, maximum=10_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Record):
    """A part of the workshop that a session runs: how long it should take, how long it took.

    Of a session those that are over come first; the first that is not is where the room is.
    """

    session_id: str = reference("Session")
    part: str = one_line()  # a part of the workshop's data; "" for one of the facilitator's own
    title: str = one_line()
    minutes: int = number(0, maximum=1440)
    spent_s: int = number(0)  # seconds, until it was paused last
    started_at: datetime | None = None  # since when it goes on; None while it does not
    is_over: bool = False
    rank: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteRound(Record):
    """The room votes on the moments that matter most."""

    session_id: str | None = optional_reference("Session")
    title: str = one_line()
    way: VoteWay = VoteWay.DOTS
    budget: int = number(3, minimum=1, maximum=99)  # dots a person
    people: int = number(1, minimum=1, maximum=99)
    may_stack: bool = True  # several dots of one person on one moment
    is_on_ticked: bool = False  # only ticked moments are voted on
    is_revealed: bool = False
    opened_at: datetime
    closed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Record):
    """The dots of one person on one moment, or the hands that went up for it."""

    round_id: str = reference("VoteRound")
    moment_id: str = reference("Moment")
    person: int = number(0, maximum=99)  # from 1; 0 for hands, which are nobody's in particular
    dots: int = number(1, minimum=1, maximum=9_999)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizGuess(Record):
    """What the room thinks how many of a hundred customers leave for a reason.

    The share is the workshop's own figure, not a fact, and may be changed.
    """

    session_id: str | None = optional_reference("Session")
    reason: str = one_line()
    guess: int = number(0, maximum=100)  # percent
    share: int = number(0, maximum=100)  # percent
    is_revealed: bool = False
    rank: int = 0
