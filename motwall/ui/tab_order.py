"""Tab goes from control to control as they stand, not as they happened to be made."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def order_tabs(root: QWidget, known: list[QWidget]) -> list[QWidget]:
    """Give Tab the order of the layouts within a widget.

    Args:
        root: Whatever is laid out in it, at any depth.
        known: What the last call answered; nothing is done if that still holds.

    Returns:
        The controls that Tab reaches, in order.
    """
    found = list(_controls(root))
    if found != known:
        for one, following in pairwise(found):
            QWidget.setTabOrder(one, following)
    return found


def _controls(widget: QWidget) -> Iterator[QWidget]:
    has_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    if has_tab and widget.focusProxy() is None:
        yield widget
    layout = widget.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _controls(widget)
        elif inner is not None:
            yield from _in_layout(inner)
