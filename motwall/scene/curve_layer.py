"""The rating curves on the wall: kept until a rating or the layout changes."""

from itertools import zip_longest

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from motwall.model.layout import WallLayout
from motwall.model.rating_curve import Curve, rating_curves
from motwall.model.store import Store
from motwall.paint.bands import to_qt
from motwall.paint.curve import draw_curves
from motwall.paint.tokens import Tokens


class CurveLayer:
    """Draws the curves of a wall where its layout leaves room for them."""

    def __init__(self) -> None:
        """Have no curves."""
        self._curves: list[Curve] = []

    def clear(self) -> None:
        """Have no curves again."""
        self._curves = []

    def follow(self, store: Store, layout: WallLayout) -> list[QRectF]:
        """Make the curves anew; returns where they look different now, mm."""
        before, self._curves = self._curves, rating_curves(store, layout)
        pairs = zip_longest(before, self._curves)
        return [to_qt(now.rect) for old, now in pairs if now is not None and now != old]

    def draw(self, painter: QPainter, tokens: Tokens, exposed: QRectF) -> None:
        """Draw those on an area, mm."""
        draw_curves(painter, self._curves, tokens, exposed)
