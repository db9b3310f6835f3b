"""The dock of Room for the side panel: at either side, in reach, and never in anybody's way."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from motwall.i18n import translate
from motwall.model.near_side import Side
from motwall.scene.wall_scene import WallScene
from motwall.ui.panel.side_panel import SidePanel
from motwall.ui.panel_place import PanelPlace
from motwall.ui.room.caption import RoomCaption
from motwall.ui.room.dress import OWN
from motwall.ui.room.post import Post
from motwall.ui.room.sizes import RoomSizes

#: Of the window, when the form is wide.
_WIDE = 0.62


class RoomSide(QFrame):
    """Holds the panel while Room is on; above it, out of reach, the note it is about.

    Attributes:
        side: Where it is.
        other: The post that brings it to the other side.
        close_post: The post that folds it away.
    """

    #: It was opened or folded away.
    toggled = Signal()

    def __init__(self, scene: WallScene, panel: SidePanel, sizes: RoomSizes) -> None:
        """Take the panel in, folded away."""
        super().__init__()
        self.setObjectName("roomSide")
        self._panel = panel
        self._sizes = sizes
        self.side = Side.RIGHT
        self._place: PanelPlace | None = None
        self._caption = RoomCaption(scene, sizes)
        self.other = Post(sizes, "", "chevron-left", height=sizes.target)
        self.close_post = Post(sizes, translate("Room", "Close"), "x", height=sizes.target)
        self.close_post.setAccessibleName(translate("Room", "Close the form"))
        self._arrange()
        self.other.clicked.connect(self._cross)
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
        if side is Side.RIGHT:
            self.other.show_words(translate("Room", "To the left"), "", "chevron-left")
        else:
            self.other.show_words(translate("Room", "To the right"), "", "chevron-right")

    def set_open(self, *, is_open: bool) -> None:
        """Show the panel, or fold it away; what is typed is kept."""
        if not is_open:
            self._panel.flush()
        self.setVisible(is_open)
        self._panel.setVisible(is_open)
        self.toggled.emit()

    def set_wide(self, *, is_wide: bool) -> None:
        """Give the form more room, or as much as at first."""
        wide = round(self._sizes.width * _WIDE)
        self.setFixedWidth(wide if is_wide else self._sizes.form_width)

    def _arrange(self) -> None:
        sizes = self._sizes
        self._caption.setFixedHeight(max(0, sizes.reach_top - sizes.header))
        head = QFrame()
        for own in (self._caption, head):
            own.setProperty(OWN, True)
        posts = QHBoxLayout(head)
        posts.setContentsMargins(sizes.pad, sizes.gap, sizes.pad, sizes.gap)
        posts.setSpacing(sizes.gap)
        posts.addWidget(self.other)
        posts.addStretch(1)
        posts.addWidget(self.close_post)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._caption)
        column.addWidget(head)
        column.addWidget(self._panel, 1)
        self.setFixedWidth(sizes.form_width)

    def _cross(self, _is_checked: bool = False) -> None:
        self.move_to(Side.LEFT if self.side is Side.RIGHT else Side.RIGHT)
