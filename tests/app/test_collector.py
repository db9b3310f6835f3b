"""Garbage is taken away by the thread of the window, and only there."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread, QTimer
from pytestqt.qtbot import QtBot

from motwall.app.collector import COLLECTOR
from motwall.app.shell import Shell

#: Far more than Python makes before it looks for garbage by itself.
MANY = 100_000


class Ring(QTimer):
    """Refers to itself, as pages do whose widgets know them."""

    def __init__(self) -> None:
        super().__init__()
        self.ring = self
        self.timeout.connect(self.stop)
        self.start(60_000)


@pytest.fixture(autouse=True)
def as_in_the_program() -> Iterator[None]:
    COLLECTOR.take_over()
    return


def fill_memory() -> None:
    _ = [[number] for number in range(MANY)]


def test_a_thread_takes_no_widgets_apart(qtbot: QtBot, shell: Shell) -> None:
    """It ended the process, now and then, while a photo was read after a wall had been closed."""
    ended_in: list[QThread] = []
    ring = Ring()
    ring.destroyed.connect(lambda: ended_in.append(QThread.currentThread()))
    gone = weakref.ref(ring)
    del ring
    beside = threading.Thread(target=fill_memory)
    beside.start()
    beside.join()
    assert gone() is not None
    fill_memory()
    kept = [[number] for number in range(1000)]
    qtbot.waitUntil(lambda: gone() is None)
    assert ended_in == [QThread.currentThread()]
    assert len(kept) == 1000
    assert shell.window.isVisible()


def test_it_is_left_alone_while_somebody_holds_it(qapp: object) -> None:
    ring = Ring()
    gone = weakref.ref(ring)
    del ring
    kept = [[number] for number in range(1000)]
    COLLECTOR.hold()
    COLLECTOR.look()
    COLLECTOR.collect()
    assert gone() is not None
    assert COLLECTOR.owes
    COLLECTOR.let_go()
    COLLECTOR.spare()
    assert gone() is None
    COLLECTOR.thaw()
    assert len(kept) == 1000
    gc.freeze()
