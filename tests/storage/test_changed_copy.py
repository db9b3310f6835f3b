"""A copy with a commit of its own is there as a whole, or not at all."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from motwall.model.errors import WallFileError, WallFileExists, WallFileTooNew
from motwall.model.patch import Change, Patch
from motwall.model.pictures import digest_of
from motwall.model.store import PatchMismatch
from motwall.storage.changed_copy import save_changed_copy
from motwall.storage.reading import read_pictures, read_records
from motwall.storage.wall_file import WallFile
from tests.factories import moment
from tests.storage.walls import DOOR, RECORDS, by_id, entry, folder_state, made, raw


@pytest.fixture
def wall(tmp_path: Path) -> WallFile:
    return WallFile.open(made(tmp_path / "a.motwall"), is_read_only=True)


def test_the_copy_has_the_change_and_the_wall_has_not(wall: WallFile) -> None:
    target = wall.path.with_name("b.motwall")
    after = replace(DOOR, text="Another door")
    save_changed_copy(wall, target, Patch.of([Change(DOOR, after)]), entry())
    wall.close()
    assert by_id(read_records(target))[DOOR.id] == after
    assert by_id(read_records(wall.path)) == by_id(list(RECORDS))
    assert sorted(one.name for one in target.parent.iterdir()) == ["a.motwall", "b.motwall"]


def test_nothing_is_left_of_one_that_fails(wall: WallFile) -> None:
    target = wall.path.with_name("b.motwall")
    before = folder_state(target.parent)
    stranger = moment("nobody knows it")
    with pytest.raises(PatchMismatch):
        save_changed_copy(wall, target, Patch.of([Change(stranger, None)]), entry())
    with pytest.raises(WallFileExists) as raised:
        save_changed_copy(wall, wall.path, Patch(), entry())
    assert raised.value.path == wall.path
    wall.close()
    assert folder_state(target.parent) == before


def test_a_copy_without_a_change_may_bring_a_picture(wall: WallFile) -> None:
    target = wall.path.with_name("b.motwall")
    save_changed_copy(wall, target, Patch(), entry(), [b"another"])
    entries = list(wall.headers())
    wall.close()
    digest = digest_of(b"another")
    assert read_pictures(target, [digest]) == {digest: b"another"}
    with closing(WallFile.open(target)) as copy:
        assert list(copy.headers()) == entries


def test_what_goes_wrong_in_the_copy_is_told_of_the_name_it_would_have_had(wall: WallFile) -> None:
    target = wall.path.with_name("b.motwall")
    with raw(wall.path) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = folder_state(target.parent)
    with pytest.raises(WallFileTooNew) as raised:
        save_changed_copy(wall, target, Patch(), entry())
    assert raised.value.path == target
    wall.close()
    assert folder_state(target.parent) == before


def test_what_is_wrong_with_the_wall_is_told_of_the_wall(wall: WallFile) -> None:
    size = wall.path.stat().st_size
    wall.path.write_bytes(b"x" * size)
    with pytest.raises(WallFileError) as raised:
        save_changed_copy(wall, wall.path.with_name("b.motwall"), Patch(), entry())
    assert raised.value.path == wall.path
    wall.close()
    assert sorted(one.name for one in wall.path.parent.iterdir()) == ["a.motwall"]
