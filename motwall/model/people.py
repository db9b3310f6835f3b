"""The people of a wall: who was there, who led, who took something on; to choose from by name."""

import re
from collections.abc import Iterable, Sequence

from motwall.model.action_list import owner_key, owners
from motwall.model.finding import folded
from motwall.model.sessions import sessions_in_order
from motwall.model.store import Store

_BETWEEN_NAMES = re.compile(r"[\n,;]")
#: What is longer is a sentence about people.
_LONGEST = 40


def names_in(text: str) -> list[str]:
    """The names that somebody wrote in lines, or with commas between them."""
    return [name for one in _BETWEEN_NAMES.split(text) if (name := " ".join(one.split()))]


def people(store: Store) -> list[str]:
    """Everybody by name, once: those of the latest session first, then who owns an action."""
    told: list[str] = []
    for one in reversed(sessions_in_order(store)):
        told += [*names_in(one.attendees), *names_in(one.facilitator)]
    found: dict[str, str] = {}
    for name in (*told, *(name for one in owners(store) for name in names_in(one))):
        if len(name) <= _LONGEST:
            found.setdefault(owner_key(name), name)
    return list(found.values())


def begun(text: str) -> str:
    """The name that is being written: of several, the last one."""
    return _BETWEEN_NAMES.split(text)[-1].strip()


def completed(text: str, name: str) -> str:
    """A text whose last name is this one."""
    before = text[: len(text) - len(_BETWEEN_NAMES.split(text)[-1])]
    return f"{before} {name}" if before else name


def suggested(names: Sequence[str], text: str) -> list[str]:
    """The names that may be meant: a word of theirs begins like the one that is written."""
    wanted = folded(begun(text))
    written = {owner_key(one) for one in names_in(text)}
    others: Iterable[str] = (one for one in names if owner_key(one) not in written)
    return [one for one in others if _may_be(folded(one), wanted)]


def _may_be(name: str, wanted: str) -> bool:
    return name.startswith(wanted) or any(one.startswith(wanted) for one in name.split())
