"""What every test runs under: no display, no real settings folder, Hypothesis profiles."""

import os

# Before the first import of Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import hypothesis
from PySide6.QtCore import QStandardPaths

# Settings, recent walls and recovery files of tests go to a place of their own.
QStandardPaths.setTestModeEnabled(True)

# Deadlines would be timing asserts; how long a wall takes is for the benches to say.
hypothesis.settings.register_profile(
    "normal", max_examples=200, stateful_step_count=30, deadline=None
)
hypothesis.settings.register_profile(
    "long", max_examples=2000, stateful_step_count=50, deadline=None
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "normal"))
