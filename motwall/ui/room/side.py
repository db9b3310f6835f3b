"""The dock of Room for the side panel: at either side, in reach, and never in anybody's way.

What is above everybody's reach says in large words which moment it is about.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from motwall.document.document import Document
from motwall.document.selection import Selection
from motwall.i18n import translate
from motwall.model.near_side import Side
from motwall.model.records import Moment
from motwall.ui.panel.moment_header import where
from motwall.ui.panel.side_panel import SidePanel
from motwall.ui.panel_place import PanelPlace
from motwall.ui.room.post import Post, PostKind
from motwall.ui.room.sizes import RoomSizes

#: Of the window, when the form is wide.
_WIDE = 0.62
#: Shares of the size of words on posts.
_TITLE, _WHERE = 1.75, 1.0


class RoomSide(QFrame):
    """Holds the panel while Room is on.

    Attributes:
        side: Where it is.
        other: The post that brings it to the other side.
        close_post: The post that folds it away.
    """

    #: It was opened or folded away.
    toggled = Signal()

    def __init__(
        self, document: Document, selection: Selection, panel: SidePanel, sizes: RoomSizes
    ) -> None:
        """Take the panel in, folded away."""
        super().__init__()
        self.setObjectName("roomSide")
        self.setProperty("roomOwn", True)
        self._document = document
        self._selection = selection
        self._panel = panel
        self._sizes = sizes
        self.side = Side.RIGHT
        self._place: PanelPlace | None = None
        self._above = QFrame()
        self._title = _label("roomCaption")
        self._where = _label("roomWhere")
        self._style_words()
        self.other = Post(sizes, "", "chevron-left", PostKind.BARE)
        self.close_post = Post(sizes, "", "x", PostKind.BARE)
        self.close_post.setAccessibleName(translate("Room", "Close the form"))
        self._arrange()
        self._connect()
        self.hide()

    @property
    def is_open(self) -> bool:
        """The panel is shown."""
        return not self.isHidden()

    def dock(self, place: PanelPlace, side: Side) -> None:
        """Stand at a side of the wall, with the panel."""
        self._place = place
        self.move_to(side)

    def move_to(self, side: Side) -> None:
        """Stand at that side."""
        self.side = side
        if self._place is not None:
            row = self._place.row
            row.removeWidget(self)
            row.insertWidget(0 if side is Side.LEFT else row.count(), self)
        is_right = side is Side.RIGHT
        words = (
            translate("Room", "To the left side") if is_right else translate("Room", "To the right")
        )
        self.other.show_words("", "", "chevron-left" if is_right else "chevron-right")
        self.other.setAccessibleName(words)

    def set_open(self, *, is_open: bool) -> None:
        """Show the panel, or fold it away; what is typed is kept."""
        if not is_open:
            self._panel.flush()
        self.setVisible(is_open)
        self._panel.setVisible(is_open)
        self._show_words()
        self.toggled.emit()

    def set_wide(self, *, is_wide: bool) -> None:
        """Give the form more room, or as much as at first."""
        wide = round(self._sizes.width * _WIDE)
        self.setFixedWidth(wide if is_wide else self._sizes.form_width)

    # --- inside ---

    def _style_words(self) -> None:
        # In pixels of this panel, whatever the sheet says of labels.
        for label, share, weight in (
            (self._title, _TITLE, 600),
            (self._where, _WHERE, 500),
        ):
            size = round(self._sizes.words * share)
            label.setStyleSheet(f"font-size: {size}px; font-weight: {weight};")

    def _arrange(self) -> None:
        sizes = self._sizes
        self._above.setFixedHeight(max(0, sizes.reach_top - sizes.header))
        words = QVBoxLayout(self._above)
        words.setContentsMargins(sizes.pad, sizes.pad, sizes.pad, sizes.pad)
        words.setSpacing(sizes.gap)
        words.addWidget(self._where)
        words.addWidget(self._title, 1)
        posts = QHBoxLayout()
        posts.setContentsMargins(sizes.pad, sizes.gap, sizes.pad, sizes.gap)
        posts.setSpacing(sizes.gap)
        posts.addWidget(self.other)
        posts.addStretch(1)
        posts.addWidget(self.close_post)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addLayout(posts)
        column.addWidget(self._panel, 1)
        self.setFixedWidth(sizes.form_width)

    def _connect(self) -> None:
        self.other.clicked.connect(self._cross)
        self._selection.changed.connect(self._show_words)
        self._document.changed.connect(self._show_words)

    def _cross(self, _is_checked: bool = False) -> None:
        self.move_to(Side.LEFT if self.side is Side.RIGHT else Side.RIGHT)

    def _show_words(self) -> None:
        if self.isHidden():
            return
        store = self._document.store
        moment = store.find(Moment, self._selection.current_id)
        self._where.setText(where(store, moment) if moment else "")
        nothing = translate("Room", "Tap a note to write about it.")
        self._title.setText((moment.text or moment.prompt) if moment else nothing)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label
