"""Tab goes from control to control as they stand, not as they happened to be made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget

from motwall.ui.flow import FlowBox

_BY_TAB = (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus)


def order_tabs(root: QWidget, known: list[QWidget]) -> list[QWidget]:
    """Give Tab the order of the layouts within a widget.

    Args:
        root: Whatever is laid out in it, at any depth.
        known: What the last call answered; nothing is done if that still holds.

    Returns:
        The controls that Tab reaches, in order.
    """
    found = list(controls(root))
    if found != known:
        for one, following in pairwise(found):
            QWidget.setTabOrder(one, following)
    return found


def controls(widget: QWidget) -> Iterator[QWidget]:
    """What Tab reaches in a widget, itself included, as it stands; shown or not."""
    if widget.focusPolicy() in _BY_TAB and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        for one in _in_layout(layout, _inside(widget)):
            yield from controls(one)
    elif isinstance(widget, QScrollArea) and (content := widget.widget()) is not None:
        yield from controls(content)
    elif isinstance(widget, FlowBox):
        for one in _inside(widget):
            yield from controls(one)


def next_in_ring(group: QWidget, *, is_next: bool) -> bool:
    """Give the keyboard to the next control in a group, or the one before, round and round.

    Along the layouts, as everywhere: asking Qt for its chain would leave wrappers that take those
    of other widgets with them when they go.

    Returns:
        Whether the keyboard was in the group; else nothing is done.
    """
    ring = [one for one in controls(group) if one.isVisible() and one.isEnabled()]
    focus = QApplication.focusWidget()
    here = [place for place, one in enumerate(ring) if one is focus]
    here += [place for place, one in enumerate(ring) if focus and one.isAncestorOf(focus)]
    if not here:
        return False
    reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
    ring[(here[0] + (1 if is_next else -1)) % len(ring)].setFocus(reason)
    return True


def _inside(widget: QWidget) -> list[QWidget]:
    return [one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow()]


def _in_layout(layout: QLayout, widgets: list[QWidget]) -> Iterator[QWidget]:
    """Those of the widgets that stand in the layout or in one within it, in their order.

    The layout's items are never asked for: Qt deletes them behind the backs of their wrappers,
    and a stale wrapper takes the process down much later.
    """
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    here: list[tuple[int, QWidget | QLayout]] = [
        (place, one) for one in widgets if (place := layout.indexOf(one)) >= 0
    ]
    here += [(place, one) for one in inner if (place := layout.indexOf(one)) >= 0]
    for _, one in sorted(here, key=lambda each: each[0]):
        if isinstance(one, QLayout):
            yield from _in_layout(one, widgets)
        else:
            yield one
