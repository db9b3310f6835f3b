import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from motwall.model.errors import WallFileExists, WallFileLocked
from motwall.storage.place import copied_with_journal, made_beside
from tests.storage.walls import folder_state, leave_hot_journal, names


def no_links(_temporary: Path, _path: Path) -> None:
    raise PermissionError("no hard links on this stick")


def test_takes_its_place_where_there_are_no_links(tmp_path: Path) -> None:
    path = tmp_path / "new"
    with made_beside(path, link=no_links) as temporary:
        temporary.write_text("whole")
        assert not path.exists()
    assert path.read_text() == "whole"
    assert names(tmp_path) == ["new"]


@pytest.mark.parametrize("link", [os.link, no_links])
def test_somebody_was_faster(tmp_path: Path, link: Callable[[Path, Path], None]) -> None:
    path = tmp_path / "new"

    def make_too_late() -> None:
        with made_beside(path, link=link) as temporary:
            temporary.write_text("ours")
            path.write_text("theirs")

    with pytest.raises(WallFileExists):
        make_too_late()
    assert path.read_text() == "theirs"
    assert names(tmp_path) == ["new"]


def test_what_cannot_be_moved_leaves_no_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "new"
    with pytest.raises(FileNotFoundError), made_beside(path, link=no_links):
        pass  # nothing was made
    assert names(tmp_path) == []


def test_failure_while_making_leaves_nothing(tmp_path: Path) -> None:
    def fail() -> None:
        with made_beside(tmp_path / "new") as temporary:
            temporary.write_text("half")
            temporary.with_name(f"{temporary.name}-journal").write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert names(tmp_path) == []


def test_side_files_of_a_link_lie_beside_what_it_leads_to(path: Path, tmp_path: Path) -> None:
    leave_hot_journal(path)
    (tmp_path / "links").mkdir()
    (tmp_path / "copies").mkdir()
    link = tmp_path / "links" / "link"
    link.symlink_to(path)
    copied_with_journal(link, tmp_path / "copies")
    assert names(tmp_path / "copies") == ["wall", "wall-journal"]


def test_wall_that_changes_while_it_is_copied(path: Path, tmp_path: Path) -> None:
    def copy_and_change(source: Path, target: Path) -> None:
        shutil.copyfile(source, target)
        path.touch()

    leave_hot_journal(path)
    (tmp_path / "copies").mkdir()
    with pytest.raises(WallFileLocked):
        copied_with_journal(path, tmp_path / "copies", copy_and_change)


@pytest.mark.parametrize("is_first", [True, False])
def test_journal_that_vanishes_while_it_is_copied(
    path: Path, tmp_path: Path, *, is_first: bool
) -> None:
    journal = path.with_name(path.name + "-journal")

    def copy(source: Path, target: Path) -> None:
        journal.unlink(missing_ok=True)
        shutil.copyfile(source, target)

    leave_hot_journal(path)
    if is_first:
        journal.unlink()
    (tmp_path / "copies").mkdir()
    with pytest.raises(WallFileLocked):
        copied_with_journal(path, tmp_path / "copies", copy)
    assert path.name in folder_state(path.parent)
