"""The panes of a page for F6: every bar and panel that is shown, in the order one reads them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from motwall.ui.tab_order import controls


@dataclass(frozen=True, slots=True)
class Pane:
    """A part of the window with controls.

    Attributes:
        widget: All of it.
        goal: Where the keyboard goes; by default its first control that can be used.
    """

    widget: QWidget
    goal: Callable[[], QWidget] | None = None

    def focus_target(self) -> QWidget | None:
        """What takes the keyboard; None if the pane is not shown or has nothing to offer."""
        if not self.widget.isVisible():
            return None
        wanted = self.goal() if self.goal else None
        if wanted is not None and _can_focus(wanted):
            return wanted
        return next((one for one in _all_controls(self.widget) if _can_focus(one)), None)


class Panes:
    """Walks them round and round."""

    def __init__(self, page: QWidget, panes: Callable[[], Sequence[Pane]]) -> None:
        """Take what tells the panes there are now, in their order."""
        self._page = page
        self._panes = panes

    def go(self, way: int) -> None:
        """Move the keyboard to the next (1) or previous (-1) pane that is shown."""
        shown = self.shown()
        if not shown:
            return
        here = self._place([pane for pane, _ in shown])
        goal = shown[(here + way) % len(shown)][1]
        goal.setFocus(Qt.FocusReason.TabFocusReason)

    def shown(self) -> list[tuple[Pane, QWidget]]:
        """Those that have something to offer, with where the keyboard goes in each."""
        return [(pane, goal) for pane in self._panes() if (goal := pane.focus_target()) is not None]

    def _place(self, panes: Sequence[Pane]) -> int:
        # Qt answers None where nothing has the keyboard, which its stubs leave out.
        focused: QWidget | None = self._page.window().focusWidget()
        inner = [
            place
            for place, pane in enumerate(panes)
            if focused is not None and (pane.widget is focused or pane.widget.isAncestorOf(focused))
        ]
        # A toast is a child of the view, so the last one is the innermost.
        return inner[-1] if inner else -1


def _can_focus(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled()


def _all_controls(widget: QWidget) -> list[QWidget]:
    """What Tab reaches, as it stands; whatever is not in a layout comes last."""
    laid_out = list(controls(widget))
    others = [
        one
        for one in widget.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one not in laid_out
    ]
    return [*laid_out, *others]
