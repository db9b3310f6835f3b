"""What every test runs under: no display, no real settings folder, Hypothesis profiles."""

import gc
import os
import sys

# Before the first import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Generator, Iterator

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths
from PySide6.QtGui import QGuiApplication

from motwall.app.collector import COLLECTOR
from tests.leftover import Leftover

# Settings, recent walls and recovery files of tests go to a place of their own.
QStandardPaths.setTestModeEnabled(True)

# Deadlines and the like would be timing asserts; how long things take is for the benches to say.
# Every run takes other examples: what 50 of them miss another run finds. "long" is for the night.
for name, examples, steps in (("normal", 50, 30), ("long", 2000, 50)):
    hypothesis.settings.register_profile(
        name,
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "normal"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Trace no random examples: coverage must not depend on luck, and they would take longer."""
    tracer = sys.gettrace()
    if item.get_closest_marker("hypothesis"):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """As `make_application` has them."""
    return ["motwall", "-style", "fusion"]


@pytest.fixture(autouse=True)
def no_widgets_left() -> Iterator[None]:
    """Let go of the widgets a test leaves behind: every later one would restyle and repaint them.

    That is those marked for deletion, and parts of a page that have no parent before they are seen.
    """
    leftover = Leftover()
    yield
    leftover.take_away()
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


#: What takes longest, to begin with: none of these may run alone at the end.
LONG = (
    "test_wall_machine",
    "test_room",
    "test_churn",
    "test_crash",
    "test_bad_files",
    "test_libreoffice",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONG.index(item.path.stem) if item.path.stem in LONG else len(LONG))


def pytest_collection_finish() -> None:
    """Spare the garbage collector what stays for good: modules and collected tests.

    It would look at a million objects for each `gc.collect()` of a test.
    """
    gc.collect()
    gc.freeze()
    if os.environ.get("HYPOTHESIS_PROFILE") != "long":
        # As in the program: a thread of a later test must not take widgets of this one apart.
        COLLECTOR.take_over()


def pytest_runtest_logfinish() -> None:
    COLLECTOR.look()


def pytest_sessionfinish() -> None:
    """Empty the clipboard: without a display Qt frees what is on it when Python is gone already."""
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()
