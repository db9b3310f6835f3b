"""A full card that one walks through: something large to read on top, ways to and fro in the foot.

Head, content and foot are one column, no wider than words are read with ease.
"""

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.ui.assess.part import Column, in_short
from motwall.ui.full_card import FullCard
from motwall.ui.small import label
from motwall.ui.tab_order import order_tabs
from motwall.ui.theme import BODY, restyle

if TYPE_CHECKING:
    from motwall.ui.wall_page import WallPage

#: The widest that words are read with ease, and the least beside them, pixels at a text scale of 1.
_MOST_WIDTH, _LEAST_SIDE = 1240, 24
_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class WalkCard(FullCard):
    """Title, a column that scrolls, and in the foot: before, where, next, and one strong way on.

    While it is open nothing is selected on the wall: so what undo selects is news (`asked_for`),
    and the panel behind does not follow every step. Left, the moment it was at is selected.
    """

    #: Undo, redo or somebody else selected a moment. Carries its id.
    asked_for = Signal(str)

    def __init__(self, page: "WallPage", title: str) -> None:
        """Be hidden; see `FullCard`."""
        super().__init__(page, title)
        self._selection = page.selection
        self._cards = page.cards
        self._left_at = ""
        self._controls: list[QWidget] = []
        restyle(self.title, "role", "moment")
        self.content = Column()
        self.column.addWidget(self.content, 1)
        self.before = QPushButton(translate("Assess", "Previous"))
        self.where = label("", "quiet")
        self.following = QPushButton(translate("Assess", "Next moment"))
        self.go_on = QPushButton()
        self.go_on.setProperty("kind", "primary")
        for button, keys in (
            (self.before, "Alt+PgUp"),
            (self.following, "Alt+PgDown"),
            (self.go_on, "Ctrl+Return"),
        ):
            self._give_keys(button, QKeySequence(keys))
        self._selection.changed.connect(self._on_selected)
        for control in (self.before, self.where, self.following, self.go_on):
            self.add_to_foot(control)

    def be_at(self, moment_id: str) -> None:
        """It is about this moment now; "" for none."""
        self._left_at = moment_id
        self._selection.clear()

    def head(self, words: str) -> None:
        """Say in large letters what it is about; a very long text only begins there."""
        self.title.setWordWrap(True)
        self.title.setText(in_short(words))

    def offer_go_on(self, words: str) -> None:
        """What the strong button does now; "" for nothing."""
        self.go_on.setText(words)
        self.go_on.setVisible(bool(words))

    def order_controls(self) -> None:
        """Have Tab go as things stand: through the content, then along the foot."""
        inside = self.content.widget()
        if inside is not None:
            self._controls = order_tabs(inside, self._controls)
        foot = [self.back, self.before, self.following, self.go_on]
        for one, following in pairwise([*self._controls[-1:], *foot]):
            QWidget.setTabOrder(one, following)

    def _give_keys(self, button: QPushButton, keys: QKeySequence) -> None:
        """Keys that click at once; a button's own wait until it has been seen to go down."""
        button.setToolTip(keys.toString(QKeySequence.SequenceFormat.NativeText))
        shortcut = QShortcut(keys, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(_press, button))

    def _on_selected(self) -> None:
        current = self._selection.current_id
        if current is not None and self.isVisible():
            self.asked_for.emit(current)

    @override
    @guarded(None)
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        # Not when the whole page goes.
        if self._left_at and self._cards.current is not self:
            self._selection.set([self._left_at])

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        scale = self.font().pixelSize() / BODY
        margins = layout.contentsMargins()
        side = (self.width() - _MOST_WIDTH * scale) / 2
        side = round(max(_LEAST_SIDE * scale, side))
        layout.setContentsMargins(side, margins.top(), side, margins.bottom())

    @override
    @guarded(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    @guarded(None)
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _RESTYLED:
            self._fit()


def _press(button: QPushButton) -> None:
    if button.isVisible():
        button.click()
