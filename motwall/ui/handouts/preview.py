"""The pages as they will come out of the printer, with how many there are."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from motwall.i18n import translate
from motwall.ui.handouts.page_strip import PageStrip
from motwall.ui.small import label


class Preview(QWidget):
    """The strip of pages under a line that says how many; one that is clicked gets large.

    Attributes:
        strip: The pages.
        count: Says how many pages, and quietly that others are being made.
        smaller: The way back from a large page.
    """

    #: Pages are shown as large as the sheet is wide, or not any more.
    enlarged = Signal(bool)

    def __init__(self) -> None:
        """Show nothing."""
        super().__init__()
        self.strip = PageStrip()
        self.count = label("", "strong")
        self._mark = label("", "small")
        self._warning = label("", "bad", is_wrapped=True)
        self.smaller = QPushButton(translate("Handouts", "Back to the choices"))
        self.smaller.clicked.connect(lambda _is_on=False: self.enlarge(0, is_wanted=False))
        self.smaller.hide()
        self._warning.hide()
        self._is_made = False
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.smaller)
        row.addWidget(self.count)
        row.addWidget(self._mark)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.strip, 1)
        column.addWidget(self._warning)
        self.strip.page_chosen.connect(self._on_page)
        self.strip.setAccessibleName(translate("Handouts", "Pages"))

    @property
    def is_large(self) -> bool:
        """Pages are as large as the sheet is wide."""
        return self.strip.is_single

    @property
    def warning(self) -> str:
        """What is said of the handout."""
        return self._warning.text()

    def show_working(self) -> None:
        """The pages shown are not the newest any more; they stay until others come."""
        if self._is_made:
            self._mark.setText(translate("Handouts", "being brought up to date"))
        else:
            self.strip.nothing = translate("Handouts", "The pages are being made.")
            self.strip.viewport().update()

    def show_pages(
        self,
        number: int,
        sizes: Sequence[tuple[float, float]],
        warnings: Sequence[str] = (),
    ) -> None:
        """Show the pages of a handout, see `PageStrip.show_pages`, and what is to be said of it."""
        self._is_made = True
        self._mark.clear()
        self.strip.nothing = translate(
            "Handouts", "These choices give no pages. Choose others, or another edition."
        )
        self.strip.show_pages(number, sizes)
        words = translate("Handouts", "%n page(s)", count=len(sizes))
        self.count.setText(words)
        self.strip.setAccessibleDescription(words)
        self._warning.setText("\n".join(warnings))
        self._warning.setVisible(bool(warnings))

    def show_failure(self) -> None:
        """No pages came; those shown stay."""
        self._mark.setText(translate("Handouts", "not up to date") if self._is_made else "")
        self.strip.nothing = translate("Handouts", "No pages could be made.")
        self.strip.viewport().update()

    def show_picture(self, number: int, page: int, image: QImage) -> None:
        """Show one page, see `PageStrip.show_picture`."""
        self.strip.show_picture(number, page, image)

    def enlarge(self, page: int, *, is_wanted: bool) -> None:
        """Show a page as large as there is room, or all of them beside the choices."""
        if is_wanted != self.is_large:
            self.smaller.setVisible(is_wanted)
            self.strip.is_single = is_wanted
            self.enlarged.emit(is_wanted)
            self.strip.set_single(is_single=is_wanted, page=page)

    def _on_page(self, page: int) -> None:
        self.enlarge(page, is_wanted=not self.is_large)
