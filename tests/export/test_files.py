"""A file goes out whole or not at all, and an old one survives whatever happens."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from motwall.export import files
from motwall.export.files import write_whole
from motwall.model.errors import (
    Cancelled,
    DiskFull,
    OutputExists,
    WallFileError,
    WallFileIsFolder,
    WallFileReadOnly,
    WallFileUnreachable,
    WallFolderMissing,
    WallNameTooLong,
)


def writing(text: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    return write


def failing(error: Exception) -> Callable[[Path], None]:
    """Fails half-way, like a disk that runs full."""

    def write(path: Path) -> None:
        path.write_text("half", encoding="utf-8")
        raise error

    return write


def test_the_file_is_there_and_nothing_else(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    write_whole(out, writing("new"))
    assert out.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [out]


def test_the_temporary_file_lies_beside_and_has_the_same_ending(tmp_path: Path) -> None:
    seen: list[Path] = []

    def write(path: Path) -> None:
        seen.append(path)
        path.write_text("new", encoding="utf-8")

    write_whole(tmp_path / "out.png", write)
    assert seen[0].parent == tmp_path
    assert seen[0].suffix == ".png"
    assert seen[0].name != "out.png"


def test_an_existing_file_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_text("old", encoding="utf-8")
    with pytest.raises(OutputExists) as caught:
        write_whole(out, writing("new"))
    assert caught.value.path == out
    assert out.read_text(encoding="utf-8") == "old"


def test_a_file_that_comes_meanwhile_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"

    def write(path: Path) -> None:
        path.write_text("new", encoding="utf-8")
        out.write_text("somebody else's", encoding="utf-8")

    with pytest.raises(OutputExists):
        write_whole(out, write)
    assert out.read_text(encoding="utf-8") == "somebody else's"
    assert list(tmp_path.iterdir()) == [out]


def test_an_existing_file_is_replaced_if_forced(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_text("old", encoding="utf-8")
    write_whole(out, writing("new"), is_forced=True)
    assert out.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize(
    ("error", "wanted"),
    [
        (OSError(errno.ENOSPC, "no space"), DiskFull),
        (OSError(errno.EDQUOT, "quota"), DiskFull),
        (OSError(errno.EFBIG, "too big"), DiskFull),
        (OSError(errno.EROFS, "read-only"), WallFileReadOnly),
        (PermissionError(errno.EACCES, "denied"), WallFileReadOnly),
        (FileNotFoundError(errno.ENOENT, "gone"), WallFolderMissing),
        (OSError(errno.EIO, "stick pulled out"), WallFileUnreachable),
        (Cancelled(), Cancelled),
        (RuntimeError("a bug"), RuntimeError),
    ],
)
def test_an_old_file_survives_any_failure(
    tmp_path: Path, error: Exception, wanted: type[Exception]
) -> None:
    out = tmp_path / "out.pdf"
    out.write_text("old", encoding="utf-8")
    with pytest.raises(wanted) as caught:
        write_whole(out, failing(error), is_forced=True)
    if isinstance(caught.value, WallFileError):
        assert caught.value.path == out
        assert str(error) in caught.value.detail
    assert out.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(WallFolderMissing):
        write_whole(tmp_path / "gone" / "out.pdf", writing("new"))


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WallFolderMissing):
        write_whole(tmp_path / "file" / "out.pdf", writing("new"))


def test_a_folder_removed_while_writing(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()

    def write(path: Path) -> None:
        path.write_text("new", encoding="utf-8")
        path.unlink()
        folder.rmdir()

    with pytest.raises(WallFolderMissing):
        write_whole(folder / "out.pdf", write)


@pytest.mark.parametrize("is_forced", [True, False])
def test_a_folder_is_not_overwritten(tmp_path: Path, *, is_forced: bool) -> None:
    with pytest.raises(WallFileIsFolder):
        write_whole(tmp_path, writing("new"), is_forced=is_forced)


def test_a_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(WallNameTooLong):
        write_whole(tmp_path / ("n" * 300), writing("new"))


def test_the_longest_name_leaves_room_for_the_temporary_one(tmp_path: Path) -> None:
    out = tmp_path / ("n" * 251 + ".pdf")
    write_whole(out, writing("new"))
    assert out.exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(WallFileReadOnly):
            write_whole(tmp_path / "out.pdf", writing("new"))
    finally:
        tmp_path.chmod(0o700)


def test_a_file_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.pdf"
    tries: list[Path] = []
    pauses: list[float] = []
    replace = Path.replace

    def held_twice(self: Path, target: Path) -> Path:
        tries.append(target)
        if len(tries) <= 2:
            raise PermissionError(errno.EACCES, "open in a viewer")
        return replace(self, target)

    monkeypatch.setattr(files, "_TRIES", 6)
    monkeypatch.setattr(files.time, "sleep", pauses.append)
    monkeypatch.setattr(Path, "replace", held_twice)
    write_whole(out, writing("new"))
    assert out.read_text(encoding="utf-8") == "new"
    assert len(pauses) == 2


def test_a_file_held_for_good_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out.pdf"
    out.write_text("old", encoding="utf-8")

    def held(_self: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "open in a viewer")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(WallFileReadOnly):
        write_whole(out, writing("new"), is_forced=True)
    assert out.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]
