"""Widgets that tests leave behind, and those that stay for the next test."""

from PySide6.QtWidgets import QApplication, QWidget


class Leftover:
    """What has no parent and was not there before."""

    #: How many windows stay for the next test; nothing is taken away meanwhile.
    staying = 0

    def __init__(self) -> None:
        """Remember what is there."""
        self._before = _windows()

    def take_away(self) -> None:
        """Let go of what came: every later test would restyle and repaint it."""
        if not Leftover.staying:
            for window in _windows() - self._before:
                window.deleteLater()


def _windows() -> set[QWidget]:
    """All widgets that have no parent, seen or not."""
    if QApplication.instance() is None:
        return set()
    return {one for one in QApplication.topLevelWidgets() if one.parent() is None}
