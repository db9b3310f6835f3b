"""Then and now at the notes themselves, until Esc: marks, and a line that says what they are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from motwall.i18n import translate
from motwall.model.comparing import Comparison
from motwall.model.patch import Patch
from motwall.model.records import Moment
from motwall.scene.then_now_layer import ThenNow, ThenNowLayer
from motwall.ui.sessions.then_now import sum_words
from motwall.ui.sessions.words import session_title
from motwall.ui.small import label

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage


class ThenNowOnWall(QObject):
    """Puts the marks up and takes them away."""

    def __init__(self, page: "WallPage") -> None:
        """Have nothing on the wall yet."""
        super().__init__(page)
        self._page = page
        self._is_now = False
        self.layer: ThenNowLayer | None = None
        self.line = QFrame()
        self.line.setObjectName("thenNowLine")
        self.words = label("", "quiet", is_wrapped=True)
        self.hide_button = QPushButton(translate("Compare", "Hide"))
        self.hide_button.clicked.connect(self.hide)
        row = QHBoxLayout(self.line)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.hide_button)
        self.line.hide()
        # Below the wall: in Room nothing to touch is above it.
        page.wall_box.insertWidget(page.wall_box.indexOf(page.view) + 1, self.line)
        page.escapes.append(self.hide)
        page.document.changed.connect(self._on_changed)
        page.scene.layout_changed.connect(self._on_layout)

    def show_comparison(self, seen: Comparison) -> None:
        """Mark the notes that were rated then or are now."""
        self.hide()
        self._is_now = seen.now is None
        marks = {one.moment.id: ThenNow(one.then, one.now) for one in seen.ratings}
        self.layer = ThenNowLayer(self._page.scene, marks)
        self._page.scene.add_overlay(self.layer)
        self.words.setText(self._legend(seen))
        self.line.show()

    def hide(self) -> bool:
        """Take the marks away; whether there were any."""
        if self.layer is None:
            return False
        self._page.scene.remove_overlay(self.layer)
        self.layer = None
        self.line.hide()
        return True

    def _legend(self, seen: Comparison) -> str:
        store, today = self._page.document.store, self._page.document.clock.today()
        then = session_title(store, seen.then, today)
        now = session_title(store, seen.now, today) if seen.now else translate("Compare", "today")
        words = translate(
            "Compare", "On each note: left {then}, right {now}. {sum}. Esc takes it away."
        )
        return words.format(then=then, now=now, sum=sum_words(seen))

    def _on_changed(self, patch: Patch) -> None:
        """Follow a rating, or a note that goes; what was rated then stays what it was."""
        layer = self.layer
        if layer is None or not self._is_now or not patch.touches(Moment, "rating"):
            return
        marks = dict(layer.marks)
        for change in patch:
            moment = change.after
            if isinstance(moment, Moment):
                then = marks[moment.id].then if moment.id in marks else None
                marks[moment.id] = ThenNow(then, moment.rating)
                if then is None and moment.rating is None:
                    del marks[moment.id]
        layer.set_marks(marks)

    def _on_layout(self) -> None:
        if self.layer is not None:
            self.layer.follow_layout()
