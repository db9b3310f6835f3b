"""PySide6 6.12.0 on Python 3.11 drops a reference to None at every void call, until Python dies."""

import gc
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTransform

CALLS = 500
#: Other threads and caches take and give back a few references meanwhile.
SLACK = 50


def lost_references(call: Callable[[], object]) -> int:
    """How many references to None that many calls use up (less than 0: leave behind)."""
    call()
    gc.collect()
    gc.disable()
    try:
        before = sys.getrefcount(None)
        for _ in range(CALLS):
            call()
        return before - sys.getrefcount(None)
    finally:
        gc.enable()


@pytest.mark.parametrize(
    "call",
    [
        lambda owner=QObject(): owner.setObjectName("wall"),
        lambda timer=QTimer(): timer.setInterval(500),
        lambda transform=QTransform(): transform.reset(),
    ],
    ids=["setObjectName", "setInterval", "reset"],
)
def test_void_calls_leave_none_alone(call: Callable[[], object]) -> None:
    assert call() is None
    assert abs(lost_references(call)) < SLACK


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_the_count_sees_references() -> None:
    kept: list[None] = []
    assert lost_references(lambda: kept.append(None)) <= SLACK - CALLS
