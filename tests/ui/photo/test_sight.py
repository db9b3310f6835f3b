"""What of a photo is seen: fitted, zoomed about a point, never lost."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from motwall.ui.photo.sight import MOST_TIMES, box_of, fitted, resized

PHOTO, VIEW = QSizeF(4000, 3000), QSizeF(800, 500)


def test_all_of_it_is_in_the_middle() -> None:
    sight = fitted(PHOTO, VIEW)
    box = sight.to_view(QRectF(QPointF(), PHOTO))
    assert box.height() == VIEW.height()
    assert box.center() == QPointF(400, 250)


def test_the_point_under_the_pointer_stays() -> None:
    sight = fitted(PHOTO, VIEW)
    at = QPointF(300, 200)
    spot = sight.to_photo(at)
    nearer = sight.zoomed(3.0, at)
    assert nearer.scale == 3 * sight.scale
    assert (nearer.to_photo(at) - spot).manhattanLength() < 1e-6


def test_zoom_has_bounds() -> None:
    sight = fitted(PHOTO, VIEW)
    assert sight.zoomed(0.01, QPointF()).scale == sight.scale
    assert sight.zoomed(1e6, QPointF()).scale == sight.scale * MOST_TIMES


def test_it_cannot_be_moved_out_of_view() -> None:
    sight = fitted(PHOTO, VIEW).zoomed(4.0, QPointF(400, 250)).moved(QPointF(1e6, -1e6))
    box = sight.to_view(QRectF(QPointF(), PHOTO))
    assert box.left() == 0
    assert box.bottom() == VIEW.height()


def test_a_box_is_brought_into_view() -> None:
    sight = fitted(PHOTO, VIEW).zoomed(6.0, QPointF(0, 0))
    shown = sight.showing(QRectF(3500, 2500, 300, 200)).to_view(QRectF(3500, 2500, 300, 200))
    assert QRectF(-1, -1, VIEW.width() + 2, VIEW.height() + 2).contains(shown)


def test_another_size_shows_the_same() -> None:
    whole = fitted(PHOTO, VIEW)
    assert resized(whole, QSizeF(1000, 900)).is_whole
    near = whole.zoomed(4.0, QPointF(400, 250))
    other = resized(near, QSizeF(1000, 600))
    middle = other.to_photo(QPointF(500, 300)) - near.to_photo(QPointF(400, 250))
    assert middle.manhattanLength() < 1e-6


def test_corners_come_in_any_order() -> None:
    assert box_of(QPointF(30, 40), QPointF(10, 5)) == QRect(10, 5, 20, 35)
