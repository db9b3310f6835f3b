"""How long the lines of the timeline are at their best, found once for each view and wall."""

from typing import NamedTuple

from PySide6.QtCore import QSize

from motwall.model.layout import best_width
from motwall.model.tracks import Arrangement
from motwall.scene.wall_scene import MARGIN, WallScene
from motwall.scene.zoom import DESK_UNIT


class _Asked(NamedTuple):
    """What the best length depends on."""

    version: int
    size: QSize
    arrangement: Arrangement
    shows_curve: bool


class LineLength:
    """The best length of a line; the latest is kept while nothing it depends on changes."""

    def __init__(self, scene: WallScene) -> None:
        """Of the wall that a scene shows."""
        self._scene = scene
        self._latest: tuple[_Asked, float] | None = None

    def is_known(self, size: QSize) -> bool:
        """It takes no time to say it for a view of that size, px."""
        return self._latest is not None and self._latest[0] == self._asked(size)

    def best(self, size: QSize) -> float:
        """The length in mm at which a view of that size, px, shows the whole wall largest."""
        asked = self._asked(size)
        if self._latest is None or self._latest[0] != asked:
            store, (_, _, arrangement, shows_curve) = self._scene.store, asked
            length = best_width(
                store, *room_in(size), DESK_UNIT, arrangement, shows_curve=shows_curve
            )
            self._latest = (asked, length)
        return self._latest[1]

    def _asked(self, size: QSize) -> _Asked:
        options = self._scene.options
        version = self._scene.store.version
        return _Asked(version, size, options.arrangement, options.shows_curve)


def room_in(size: QSize) -> tuple[float, float]:
    """The room for the wall in a view of that size, px."""
    margin = 2 * MARGIN * DESK_UNIT
    return max(100.0, size.width() - margin), max(100.0, size.height() - margin)
