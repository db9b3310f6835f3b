"""Another copy of the wall that is open: read beside it, and shown on the card that merges it."""

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

from motwall.app.open_wall import OpenWall
from motwall.document.other_copy import OtherCopy, read_other, with_pictures
from motwall.document.past import Past
from motwall.i18n import translate
from motwall.model.records import Record
from motwall.model.store import Store
from motwall.storage.wall_file import WallFile
from motwall.ui.wall_page import WallPage

if TYPE_CHECKING:
    from motwall.app.walls import Walls
    from motwall.ui.merging.card import MergeCard

#: Records read between two looks at the clock.
_AT_A_TIME = 64


def ask_and_merge(walls: "Walls") -> None:
    """Ask for another copy of the wall that is open, and show what merging comes to."""
    wall, page = walls.wall, walls.window.page
    if wall is None or page is None or not page.flush():
        return
    words = translate("App", "Merge with another copy")
    path = walls.ways_out.ask_wall_to_open(wall.path.parent, words)
    if path is not None:
        show_merge(page, wall, path)


def show_merge(page: WallPage, wall: OpenWall, path: Path) -> "MergeCard":
    """Open the card over a page; what is wrong with the other copy is said on it."""
    from motwall.ui.merging.card import MergeCard, kind  # noqa: PLC0415 -- rarely wanted

    card = page.cards.open(kind())
    assert isinstance(card, MergeCard)
    card.read(path.stem, other_copy(wall, path))
    return card


def other_copy(wall: OpenWall, path: Path) -> Generator[None, None, OtherCopy]:
    """Read a copy a little with each step; it is never written, and may be open elsewhere.

    Raises:
        WallFileError: It cannot be read.
    """
    file = WallFile.open(path, is_read_only=True)
    try:
        store = yield from _read(file)
        mine = wall.document
        other = yield from read_other(mine.past, Past(store, file), store)
        return (yield from with_pictures(other, file, mine.store))
    finally:
        file.close()


def _read(file: WallFile) -> Generator[None, None, Store]:
    """The records; again from the start if somebody changed the copy meanwhile."""
    while True:
        before = file.journal_before(None, 1)
        records: list[Record] = []
        for record in file.records():
            records.append(record)
            if len(records) % _AT_A_TIME == 0:
                yield
        if file.journal_before(None, 1) == before:
            return Store(records)
