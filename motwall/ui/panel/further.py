"""What else there is about a moment: ways from the panel to the cards that are about one moment."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.ui.method_cards import card_kinds
from motwall.ui.panel.section import SIDE
from motwall.ui.small import hairline

_IN_A_ROW = 2


class Further(QWidget):
    """A button for each of those cards."""

    #: A card was asked for: carries its name.
    wanted = Signal(str)

    def __init__(self) -> None:
        """Offer all of them."""
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 10, SIDE, 4)
        column.setSpacing(8)
        column.addWidget(hairline())
        rows = [QHBoxLayout()]
        for one in card_kinds():
            if one.is_of_moment:
                button = QPushButton(one.button_text or one.text)
                button.setToolTip(one.text)
                button.clicked.connect(partial(self._want, one.name))
                self.buttons[one.name] = button
                if rows[-1].count() == _IN_A_ROW:
                    rows.append(QHBoxLayout())
                rows[-1].addWidget(button, 1)
        for row in rows:
            row.setSpacing(8)
            column.addLayout(row)

    def _want(self, name: str, _is_checked: bool = False) -> None:
        self.wanted.emit(name)
