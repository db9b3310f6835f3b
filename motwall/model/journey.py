"""Whose journey a wall shows, from where to where: three fields, and one sentence of all three.

`motwall.model.words.journey` puts the sentence together; here it is taken apart again where
somebody wrote all of it into the field that is for the first part only.
"""

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from motwall.i18n import translate
from motwall.model.records import Wall

#: What stands between whose journey it is and the way, such as the comma in "Regulars, from ...".
_BETWEEN = " \t,;:\N{EN DASH}\N{EM DASH}-"


class JourneyParts(NamedTuple):
    """The parts of a sentence about a journey; none but the first may be empty."""

    customer: str
    starts_with: str
    ends_with: str


def way_words() -> str:
    """The words for the way of a journey, with a place for its start and one for its end."""
    return translate("Wall", "from {start} to {end}")


def taken_apart(words: str) -> JourneyParts | None:
    """The parts of a whole sentence such as "Regulars, from smell to crumbs"; None if it is none.

    Looked for are the words of `way_words` in any case, so in the user's language: after a comma or
    the like if they are there, else the first that are words of their own. "Children from 3 to 6"
    stays whole: a way that begins or ends with a number is more likely an age or an hour.
    """
    found = next(filter(None, (way.search(words) for way in _ways(way_words()))), None)
    if found is None:
        return None
    start, end = found["start"].strip(), found["end"].strip()
    if not start or not end or start[0].isdigit() or end[0].isdigit():
        return None
    return JourneyParts(words[: found.start()].rstrip(_BETWEEN), start, end)


def parted(wall: Wall) -> Wall:
    """The wall with each part of its journey in the field that is for it.

    A wall whose own start or end is another than what the sentence says stays as it is: nothing
    that was written is lost.
    """
    parts = taken_apart(wall.customer)
    if parts is None:
        return wall
    own = ((wall.starts_with, parts.starts_with), (wall.ends_with, parts.ends_with))
    if any(kept and kept.casefold() != said.casefold() for kept, said in own):
        return wall
    return replace(
        wall,
        customer=parts.customer,
        starts_with=wall.starts_with or parts.starts_with,
        ends_with=wall.ends_with or parts.ends_with,
    )


@lru_cache(maxsize=4)
def _ways(words: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What finds the way in a sentence: after a comma, and anywhere."""
    pattern = re.escape(words)
    pattern = pattern.replace(re.escape("{start}"), "(?P<start>.+?)")
    pattern = pattern.replace(re.escape("{end}"), "(?P<end>.+)")
    before = (rf"[{re.escape(_BETWEEN.strip())}]\s*", r"(?<!\w)")
    after_comma, anywhere = (re.compile(f"{one}{pattern}$", re.IGNORECASE) for one in before)
    return after_comma, anywhere
