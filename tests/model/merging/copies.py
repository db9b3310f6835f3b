"""Copies of a wall that were edited at random, by the rules of the random walk, without a file."""

from dataclasses import dataclass, field

from hypothesis import strategies as st
from hypothesis.stateful import RULE_MARKER
from typing_extensions import override

from motwall.model import edits
from motwall.model.patch import Patch
from motwall.model.pictures import digest_of
from motwall.model.records import Record
from motwall.model.store import Store
from tests.factories import FakeClock, new_ids
from tests.machine.base import by_id
from tests.machine.rules import WallMachine

#: Rules that need a file, or check what only one wall at a time keeps.
_LEFT_OUT = {"restore", "undo", "redo", "reopen", "close_step", "create"}


@dataclass
class _Shown:
    """What the rules want of a document."""

    store: Store
    session_id: str | None = None
    kept: dict[str, bytes] = field(default_factory=dict)

    def keep_picture(self, data: bytes) -> str:
        self.kept[digest_of(data)] = data
        return digest_of(data)

    def picture(self, digest: str) -> bytes | None:
        return self.kept.get(digest)


class Copy(WallMachine):
    """A copy of a wall in memory; the edits of the rules go to it."""

    def __init__(self, base: Store, number: int) -> None:
        # Not the walk's own: that one makes a file.
        self.clock = FakeClock(new_id=new_ids(number << 48))
        self.cleared_steps: set[str] = set()
        self.document = _Shown(Store(base.everything()))  # type: ignore[assignment] # all that is asked

    @override
    def push(self, patch: Patch, merge_key: str = "") -> None:
        self.store.check(patch)
        self.store.apply(patch)


def _rules() -> dict[str, object]:
    found = {name: getattr(WallMachine, name) for name in dir(WallMachine)}
    return {
        name: getattr(one, RULE_MARKER)
        for name, one in found.items()
        if hasattr(one, RULE_MARKER) and name not in _LEFT_OUT
    }


RULES = _rules()
assert len(RULES) > len(edits.__path__)


def edited(data: st.DataObject, base: Store, number: int, most: int = 4) -> Copy:
    """A copy after a few edits; its new ids are of a range of its own, told by the number."""
    copy = Copy(base, number)
    for name in data.draw(st.lists(st.sampled_from(sorted(RULES)), max_size=most)):
        one = RULES[name]
        arguments = {
            key: data if key == "data" else data.draw(strategy)
            for key, strategy in one.arguments.items()  # type: ignore[attr-defined] # a Rule
        }
        one.function(copy, **arguments)  # type: ignore[attr-defined] # a Rule
    return copy


def after(store: Store, patch: Patch) -> Store:
    """The wall a patch makes; the one given stays as it is."""
    made = Store(store.everything())
    made.check(patch)
    made.apply(patch)
    return made


def records(store: Store) -> dict[str, Record]:
    return by_id(store.everything())
