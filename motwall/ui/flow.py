"""Widgets that flow like text: as many in a row as fit, then the next row.

A widget, not a QLayout: a layout written in Python hands out its items, and their wrappers outlive
what Qt deletes under them.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from motwall.guard import guarded


class FlowBox(QWidget):
    """Places its widgets row by row at their preferred size, and is as tall as they need."""

    def __init__(self, spacing: int) -> None:
        """Be empty."""
        super().__init__()
        self._spacing = spacing
        self._widgets: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def spacing(self) -> int:
        """Between two widgets, px."""
        return self._spacing

    @property
    def widgets(self) -> Sequence[QWidget]:
        """What it places, in their order."""
        return self._widgets

    def set_spacing(self, spacing: int) -> None:
        """Place the widgets nearer to each other, or farther apart."""
        self._spacing = spacing
        self.arrange()

    def set_widgets(self, widgets: Sequence[QWidget]) -> None:
        """Show these widgets in this order; those shown before and not wanted now are deleted."""
        gone = [one for one in self._widgets if one not in widgets]
        self._widgets = list(widgets)
        for widget in gone:
            widget.hide()
            widget.deleteLater()
        for widget in self._widgets:
            widget.setParent(self)
            widget.show()
        self.arrange()

    def arrange(self) -> None:
        """Place the widgets anew: their sizes or the width changed."""
        x = y = row_height = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            # It gets its least size in any case: the next ones keep their distance from that.
            hint = widget.sizeHint().expandedTo(widget.minimumSize())
            if x and x + hint.width() > self.width():
                x, y, row_height = 0, y + row_height + self._spacing, 0
            top = y + max(0, row_height - hint.height()) // 2
            widget.setGeometry(x, top, hint.width(), hint.height())
            x += hint.width() + self._spacing
            row_height = max(row_height, hint.height())
        if self.minimumHeight() != y + row_height:
            self.setFixedHeight(y + row_height)

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    @override
    @guarded(False)
    def event(self, event: QEvent) -> bool:
        # A button whose text changed asks its parent for another size.
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)
