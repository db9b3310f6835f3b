"""The command `merge`: two copies of a wall become a third file; neither of them is written."""

import argparse
from collections.abc import Generator
from pathlib import Path

from motwall.cli.making import header
from motwall.cli.usage import Undecided
from motwall.document.other_copy import OtherCopy, key_of_merge, read_other, with_pictures
from motwall.document.past import Past
from motwall.i18n import translate
from motwall.messages import shown_path
from motwall.model.clock import SystemClock
from motwall.model.journal import EntryKind
from motwall.model.merging.settling import resolved
from motwall.model.merging.three_way import Merge, Side, merge
from motwall.model.merging.words import conflict_lines, tally, tally_words
from motwall.model.patch import Patch
from motwall.model.pictures import digests_in
from motwall.model.store import Store
from motwall.storage.changed_copy import save_changed_copy
from motwall.storage.wall_file import WallFile

_SIDES = {"a": Side.MINE, "b": Side.THEIRS}


def merge_walls(arguments: argparse.Namespace) -> str:
    """Merge B into a copy of A; returns what was done.

    Raises:
        Undecided: There is something to choose, and nobody said whose version counts.
        MotwallError: A wall cannot be read, or the new one cannot be made.
    """
    output: Path = arguments.output
    clock = SystemClock()
    mine = WallFile.open(arguments.one, is_read_only=True)
    try:
        store = Store(mine.load())
        other = _read(store, mine, arguments.other)
        merged = merge(other.base, store, other.theirs)
        if merged.conflicts and arguments.prefer is None:
            raise Undecided(_told(merged, clock), _sentence(merged))
        side = _SIDES.get(arguments.prefer, Side.MINE)
        patch = resolved(merged, {one.key: side for one in merged.conflicts})
        entry = header(clock, EntryKind.MERGE, patch.label)
        entry = entry._replace(merge_key=key_of_merge(other.last_id))
        save_changed_copy(mine, output, patch, entry, _pictures(other, patch))
    finally:
        mine.close()
    words = tally_words(tally(patch), 0)
    made = translate("Cli", "Made {path}.").format(path=shown_path(output))
    return f"{made} {words}\n"


def _read(store: Store, mine: WallFile, path: Path) -> OtherCopy:
    file = WallFile.open(path, is_read_only=True)
    try:
        theirs = Store(file.load())
        other = _run(read_other(Past(store, mine), Past(theirs, file), theirs))
        return _run(with_pictures(other, file, store))
    finally:
        file.close()


def _run(steps: Generator[None, None, OtherCopy]) -> OtherCopy:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            other: OtherCopy = end.value
            return other


def _pictures(other: OtherCopy, patch: Patch) -> list[bytes]:
    """The bytes that the new wall needs beside those of the first."""
    return [other.pictures[one] for one in sorted(digests_in(patch) & other.pictures.keys())]


def _told(merged: Merge, clock: SystemClock) -> str:
    lines = conflict_lines(merged, merged.conflicts, clock.today())
    return "".join(f"{line}\n" for line in lines)


def _sentence(merged: Merge) -> str:
    return translate(
        "Cli",
        "Nothing was written: both copies changed %n thing(s), each in its own way; "
        "--prefer a or --prefer b says which one counts.",
        count=len(merged.conflicts),
    )
