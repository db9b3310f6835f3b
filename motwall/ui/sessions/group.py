"""A heading and rows beneath it, the first few at once and more on request."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.ui.choices import word_button
from motwall.ui.panel.record_list import RecordList
from motwall.ui.small import label

Row = TypeVar("Row", bound=QWidget)

#: Rows shown before somebody asks for more: hundreds of them take a while to make.
AT_ONCE = 12


class Group(QWidget, Generic[Row]):
    """Shows a row for each record; hidden while there is none."""

    def __init__(
        self,
        title: str,
        make: Callable[[], Row],
        show: Callable[[Row, str], None],
        *,
        at_once: int = AT_ONCE,
    ) -> None:
        """Start empty; `make` and `show` as for `RecordList`, `at_once` rows without asking."""
        super().__init__()
        self._title = title
        self._ids: tuple[str, ...] = ()
        self._most = at_once
        self._show = show
        self.heading = label(title, "label")
        self.list = RecordList(make, show, 8)
        self.more = word_button("", "link")
        self.more.clicked.connect(self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for one in (self.heading, self.list, self.more):
            column.addWidget(one)
        self.hide()

    def show_ids(self, ids: Sequence[str]) -> None:
        """Show these records, and what they hold now."""
        self._ids = tuple(ids)
        counted = translate("Sessions", "{title} ({count})")
        self.heading.setText(counted.format(title=self._title, count=len(ids)))
        shown = self._ids[: self._most]
        self.list.show_ids(shown)
        for key, row in self.list.rows.items():
            self._show(row, key)
        left = len(self._ids) - len(shown)
        self.more.setText(translate("Sessions", "Show %n more", count=left))
        self.more.setVisible(left > 0)
        self.setVisible(bool(self._ids))

    def _show_more(self) -> None:
        self._most += 4 * AT_ONCE
        self.show_ids(self._ids)
