import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from motwall.document.lock import WallLock, lock_path
from motwall.model.errors import (
    WallFileReadOnly,
    WallFileUnreachable,
    WallFolderMissing,
    WallInUse,
    WallLockUnreadable,
)

HOLDER = """
import sys
from pathlib import Path
from motwall.document.lock import WallLock
lock = WallLock(Path(sys.argv[1]))
lock.acquire()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process has the lock until the block ends, or it is killed."""
    arguments = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_it_is_taken_and_given_back(tmp_path: Path) -> None:
    path = tmp_path / "shop.motwall"
    lock = WallLock(path)
    assert not lock.is_held
    lock.acquire()
    lock.acquire()
    assert lock.is_held
    assert (tmp_path / ".~lock.shop.motwall").exists()
    lock.release()
    lock.release()
    assert not lock.is_held
    assert list(tmp_path.iterdir()) == []
    with WallLock(path) as again:
        assert again.is_held
    assert list(tmp_path.iterdir()) == []


def test_a_second_window_of_the_same_process_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shop.motwall"
    with WallLock(path), pytest.raises(WallInUse):
        WallLock(path).acquire()


def test_another_process_is_named_and_cannot_be_overridden(tmp_path: Path) -> None:
    path = tmp_path / "shop.motwall"
    with held_elsewhere(path):
        lock = WallLock(path)
        with pytest.raises(WallInUse) as caught:
            lock.acquire()
        assert caught.value.holder
        assert caught.value.path == path
        with pytest.raises(WallInUse):
            lock.override()
        lock.release()
        assert lock_path(path).exists()


def test_a_dead_process_loses_it(tmp_path: Path) -> None:
    path = tmp_path / "shop.motwall"
    with held_elsewhere(path) as process:
        process.kill()
        process.wait()
        assert lock_path(path).exists()
        with WallLock(path) as lock:
            assert lock.is_held


def test_a_lock_of_another_computer_stays_however_old_until_overridden(tmp_path: Path) -> None:
    path = tmp_path / "shop.motwall"
    lock_path(path).write_text("1\nmotwall\nfront-desk\n\n\n")
    os.utime(lock_path(path), (0, 0))
    lock = WallLock(path)
    with pytest.raises(WallInUse) as caught:
        lock.acquire()
    assert caught.value.holder == "front-desk"
    lock.override()
    assert lock.is_held
    lock.release()


@pytest.mark.parametrize("content", [b"", b"garbage\n", b"\xff\x00" * 500])
def test_a_lock_that_makes_no_sense_can_be_overridden(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "shop.motwall"
    lock_path(path).write_bytes(content)
    lock = WallLock(path)
    with pytest.raises(WallLockUnreadable):
        lock.acquire()
    assert lock_path(path).read_bytes() == content
    lock.override()
    assert lock.is_held
    lock.release()


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    lock_path(tmp_path / "a").mkdir()
    with pytest.raises(WallLockUnreadable):
        WallLock(tmp_path / "a").acquire()


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(WallFolderMissing):
        WallLock(tmp_path / "none" / "a").acquire()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="asks Linux")
def test_a_folder_that_takes_no_file_is_told() -> None:
    with pytest.raises(WallFileUnreachable):
        WallLock(Path("/proc/shop.motwall")).acquire()


@pytest.mark.skipif(not Path("/sys/kernel").exists(), reason="asks Linux")
def test_a_folder_that_is_read_only_is_told() -> None:
    with pytest.raises(WallFileReadOnly):
        WallLock(Path("/sys/kernel/shop.motwall")).acquire()


@pytest.mark.parametrize(
    "name",
    ["wall ü 会议 🎉 50%25 #1", "-x", "x" * 255, "ü" * 127, os.fsdecode(b"\xff")],
)
def test_odd_names_have_locks_of_their_own(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with WallLock(path):
        assert lock_path(path).exists()
        assert len(os.fsencode(lock_path(path).name)) <= 248
        with pytest.raises(WallInUse):
            WallLock(path).acquire()
        with WallLock(tmp_path / "other"):
            pass


def test_a_link_meets_the_lock_of_the_real_file(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "folder" / "link"
    real.touch()
    link.parent.mkdir()
    link.symlink_to(real)
    with WallLock(real), pytest.raises(WallInUse):
        WallLock(link).acquire()


def test_links_in_a_circle_do_no_harm(tmp_path: Path) -> None:
    one = tmp_path / "one"
    one.symlink_to(one)
    with WallLock(one) as lock:
        assert lock.is_held
