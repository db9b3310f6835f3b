"""Where two copies of a wall parted, or met last, and who changed what since."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from motwall.document.document import Document
from motwall.document.other_copy import OtherCopy, key_of_merge, read_other
from motwall.document.past import Past
from motwall.model.edits.fields import write
from motwall.model.errors import WallFileDamaged
from motwall.model.journal import EntryKind
from motwall.model.merging.settling import resolved
from motwall.model.merging.three_way import merge
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.storage.wall_file import WallFile
from tests.factories import FakeClock
from tests.storage.walls import DOOR, QUEUE, folder_state, made, raw

T = TypeVar("T")
CLOCK = FakeClock()


@contextmanager
def opened(path: Path) -> Iterator[Document]:
    file = WallFile.open(path)
    try:
        yield Document(Store(file.load()), file, CLOCK)
    finally:
        file.close()


def run(steps: Generator[None, None, T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found


def read(mine: Path, theirs: Path) -> OtherCopy:
    with opened(mine) as document:
        return read_by(document, theirs)


def read_by(document: Document, theirs: Path) -> OtherCopy:
    file = WallFile.open(theirs, is_read_only=True)
    try:
        store = Store(file.load())
        return run(read_other(document.past, Past(store, file), store))
    finally:
        file.close()


def rewrite(path: Path, text: str, field: str = "text", moment_id: str = DOOR.id) -> None:
    CLOCK.advance(minutes=1)
    with opened(path) as document:
        assert document.push(write(document.store, Moment, [moment_id], field, text))


def merge_into(mine: Path, theirs: Path) -> None:
    CLOCK.advance(minutes=1)
    with opened(mine) as document:
        other = read_by(document, theirs)
        merged = merge(other.base, document.store, other.theirs)
        assert merged.conflicts == ()
        key = key_of_merge(other.last_id)
        assert document.push(resolved(merged, {}), merge_key=key, kind=EntryKind.MERGE)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A wall and a copy of it, both with one change before they parted."""
    mine, theirs = made(tmp_path / "mine.motwall"), tmp_path / "theirs.motwall"
    rewrite(mine, "before")
    with opened(mine) as document:
        document._writer.save_copy(theirs)  # type: ignore[attr-defined] # a WallFile
    return mine, theirs


def text(store: Store | None, field: str = "text", moment_id: str = DOOR.id) -> str:
    assert store is not None
    return str(getattr(store.get(Moment, moment_id), field))


@pytest.mark.parametrize("changes", [(1, 3), (3, 1), (0, 2), (2, 0)])
def test_the_wall_as_it_was_when_they_parted(
    pair: tuple[Path, Path], changes: tuple[int, int]
) -> None:
    for path, count in zip(pair, changes, strict=True):
        for number in range(count):
            rewrite(path, f"{path.stem} {number}")
    before = folder_state(pair[1].parent)
    other = read(*pair)
    assert text(other.base) == "before"
    assert text(other.theirs) == (f"theirs {changes[1] - 1}" if changes[1] else "before")
    assert bool(other.mine_touched) is bool(changes[0])
    assert folder_state(pair[1].parent) == before


def test_who_changed_a_field_last_is_known(pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    rewrite(theirs, "dark", "issue")
    rewrite(theirs, "first")
    rewrite(theirs, "second")
    last = CLOCK.now()
    rewrite(mine, "here", "issue")
    other = read(mine, theirs)
    assert other.theirs_touched[DOOR.id, "text"].at == last
    assert other.theirs_touched[DOOR.id, "issue"].at < last
    assert other.theirs_touched[DOOR.id, ""].at == last
    assert set(other.mine_touched) == {(DOOR.id, ""), (DOOR.id, "issue")}


@pytest.mark.parametrize("is_back", [False, True])
def test_a_second_merge_begins_where_the_first_one_ended(
    pair: tuple[Path, Path], is_back: bool
) -> None:
    mine, theirs = pair
    rewrite(mine, "mine", "issue", QUEUE.id)
    rewrite(theirs, "theirs")
    merge_into(mine, theirs)
    rewrite(theirs, "theirs again")
    one, other = (theirs, mine) if is_back else (mine, theirs)
    # Both changed it since they parted, but only one of them since they met.
    assert text(read(one, other).base) == "theirs"
    merge_into(one, other)
    with opened(one) as document:
        assert text(document.store) == "theirs again"
        assert text(document.store, "issue", QUEUE.id) == "mine"


def test_a_merge_that_was_undone_is_none(pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    rewrite(theirs, "theirs")
    merge_into(mine, theirs)
    with opened(mine) as document:
        document.undo()
    assert text(read(mine, theirs).base) == "before"
    with opened(mine) as document:
        document.redo()
    assert text(read(mine, theirs).base) == "theirs"


def test_two_walls_that_never_were_one_have_no_past(tmp_path: Path) -> None:
    mine, theirs = made(tmp_path / "mine"), made(tmp_path / "theirs")
    other = read(mine, theirs)
    assert other.base is None
    assert text(other.theirs) == DOOR.text
    assert other.mine_touched == other.theirs_touched == {}


def test_a_past_that_is_out_of_reach_is_none(pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    for path in pair:
        rewrite(path, path.stem)
        with raw(path) as connection:
            connection.execute(
                "UPDATE journal SET kind = 'create' WHERE seq = (SELECT max(seq) FROM journal)"
            )
    assert read(mine, theirs).base is None


def test_a_journal_that_leads_nowhere_is_damaged(pair: tuple[Path, Path]) -> None:
    mine, theirs = pair
    rewrite(mine, "mine")
    rewrite(theirs, "theirs")
    rewrite(theirs, "theirs again")
    with raw(mine) as connection:
        broken = '[{"type":"Moment","id":"00","before":{"text":"a"},"after":{"text":"b"}}]'
        connection.execute(
            "UPDATE journal SET changes = ? WHERE seq = (SELECT max(seq) FROM journal)", (broken,)
        )

    with pytest.raises(WallFileDamaged):
        read(mine, theirs)
