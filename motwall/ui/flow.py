"""A layout that flows like text: as many in a row as fit, then the next row."""

from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override

from motwall.guard import guarded

# Qt's own way of saying "no such item", which its Python types leave out.
_NO_ITEM = cast("QLayoutItem", None)


class FlowLayout(QLayout):
    """Rows of widgets at their preferred size; the height follows from the width."""

    def __init__(self, parent: QWidget, spacing: int) -> None:
        """Lay out the children of a parent."""
        super().__init__(parent)
        self._flow: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def clear(self) -> None:
        """Remove and delete all widgets."""
        while self._flow:
            widget = self._flow.pop().widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    @override
    @guarded(None)
    def addItem(self, item: QLayoutItem) -> None:
        self._flow.append(item)

    @override
    @guarded(0)
    def count(self) -> int:
        return len(self._flow)

    @override
    @guarded(_NO_ITEM)
    def itemAt(self, index: int) -> QLayoutItem:
        found = self._flow[index] if 0 <= index < len(self._flow) else None
        return found or _NO_ITEM

    @override
    @guarded(_NO_ITEM)
    def takeAt(self, index: int) -> QLayoutItem:
        found = self._flow.pop(index) if 0 <= index < len(self._flow) else None
        return found or _NO_ITEM

    @override
    @guarded(Qt.Orientation(0))
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    @guarded(True)
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    @guarded(0)
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_dry=True)

    @override
    @guarded(None)
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_dry=False)

    @override
    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    @guarded(QSize())
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._flow:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, is_dry: bool) -> int:
        x, y, row_height = rect.x(), rect.y(), 0
        for item in self._flow:
            hint = item.sizeHint()
            if x + hint.width() > rect.right() + 1 and row_height:
                x, y, row_height = rect.x(), y + row_height + self.spacing(), 0
            if not is_dry:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + self.spacing()
            row_height = max(row_height, hint.height())
        return y + row_height - rect.y()
