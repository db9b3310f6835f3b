"""The window onto the wall on a panel that people stand at: notes as large as paper ones."""

from PySide6.QtCore import Qt
from typing_extensions import override

from motwall.model.layout import LayoutOptions, lay_out
from motwall.model.room_fit import room_scale, room_width
from motwall.scene.wall_scene import MARGIN, WallScene
from motwall.scene.wall_view import WallView


class PanelView(WallView):
    """On Desk a WallView like any other; in Room a fit shows real millimetres where they fit.

    Attributes:
        px_per_mm: Logical pixels of the panel per mm of it; None on Desk.
    """

    def __init__(self, scene: WallScene) -> None:
        """Show a scene on Desk; the caller keeps it alive."""
        super().__init__(scene)
        self.px_per_mm: float | None = None
        self._fitted = 1.0

    def set_panel(self, px_per_mm: float | None) -> None:
        """Change between Room (so many px per mm of the panel) and Desk (None)."""
        self.px_per_mm = px_per_mm
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        if px_per_mm is not None:
            # Two fingers and the overview do it; a bar is too thin for a finger.
            policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self.setVerticalScrollBarPolicy(policy)
        if px_per_mm is None:
            self.wall_scene.set_options(self.wall_scene.options._replace(least_height=0.0))
        self.fit()

    @override
    def zoom_full(self) -> None:
        """Show at 100 %: in Room a note is as large as one of paper."""
        if self.px_per_mm is None:
            super().zoom_full()
        else:
            self.zoom_to(self.px_per_mm)

    @override
    def _wrap(self) -> None:
        if self.px_per_mm is None:
            super()._wrap()
            return
        # A pixel less, or rounding would make it just too large.
        size = self.maximumViewportSize()
        width, height = max(1, size.width() - 1), max(1, size.height() - 1)
        options = self._options(width / self.px_per_mm, height / self.px_per_mm)
        tall, wide = height / self._fitted - 2 * MARGIN, width / self._fitted - 2 * MARGIN
        self.wall_scene.set_options(
            options._replace(least_height=tall, blank_height=tall, unsorted_width=wide)
        )

    @override
    def _scale_to_fit(self) -> None:
        if self.px_per_mm is None:
            super()._scale_to_fit()
        else:
            self._set_scale(self._fitted)
            self.view_changed.emit()

    def _options(self, width: float, height: float) -> LayoutOptions:
        """How to lay the wall out in so many mm of the panel; notes the scale that fits it."""
        scene = self.wall_scene
        bare = scene.options._replace(
            width=None, unsorted_width=1.0, blank_height=1.0, least_height=0.0
        )
        if self.wraps:
            inner = (width - 2 * MARGIN, height - 2 * MARGIN)
            arrangement, has_curve = bare.arrangement, bare.shows_curve
            length = room_width(scene.store, *inner, arrangement, shows_curve=has_curve)
            bare = bare._replace(width=length)
        wide, tall = lay_out(scene.store, bare).size
        extent = (wide + 2 * MARGIN, tall + 2 * MARGIN)
        self._fitted = room_scale(extent, width, height) * (self.px_per_mm or 1.0)
        return bare
