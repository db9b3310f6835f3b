"""What every test runs under: no display, no real settings folder, Hypothesis profiles."""

import os

# Before the first import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator

import hypothesis
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths

# Settings, recent walls and recovery files of tests go to a place of their own.
QStandardPaths.setTestModeEnabled(True)

# Deadlines and the like would be timing asserts; how long things take is for the benches to say.
for name, examples, steps in (("normal", 200, 30), ("long", 2000, 50)):
    hypothesis.settings.register_profile(
        name,
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[hypothesis.HealthCheck.too_slow],
    )
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "normal"))


@pytest.fixture(autouse=True)
def no_widgets_left() -> Iterator[None]:
    """Let widgets that are marked for deletion go: the next test would restyle and repaint them."""
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the one long test, so that it does not run alone at the end."""
    items.sort(key=lambda item: "test_wall_machine" not in item.nodeid)
