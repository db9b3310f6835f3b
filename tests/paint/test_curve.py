import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from motwall.model.layout import LayoutOptions, lay_out
from motwall.model.rating_curve import rating_curves
from motwall.model.records import Rating
from motwall.model.store import Store
from motwall.paint.bands import to_qt
from motwall.paint.curve import draw_curves
from motwall.paint.tokens import DARK, LIGHT, Tokens
from motwall.paint.wall_picture import picture_options, wall_image
from tests.factories import moment, row, step, store_with
from tests.paint.pictures import difference, drawn, grey_share

SIZE = (700, 400)
BLANK = drawn(lambda _painter: None, *SIZE)
MISERABLE, NEUTRAL, MAGICAL = Rating


def journey(*ratings: Rating | None, rows: int = 0) -> Store:
    steps = [step("kept") for _ in ratings]
    notes = [moment(at=at, rating=one) for at, one in zip(steps, ratings, strict=True)]
    return store_with(*steps, *notes, *(row(f"Row of {n}") for n in range(rows)))


def picture(
    store: Store, tokens: Tokens = LIGHT, exposed: QRectF | None = None, scale: float = 1.0
) -> QImage:
    layout = lay_out(store, LayoutOptions(width=None, shows_curve=True))

    def draw(painter: QPainter) -> None:
        painter.scale(scale, scale)
        draw_curves(painter, rating_curves(store, layout), tokens, exposed)

    return drawn(draw, *SIZE)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("rows", [0, 1])
def test_a_curve_keeps_within_its_strip(tokens: Tokens, rows: int) -> None:
    store = journey(MAGICAL, None, MISERABLE, NEUTRAL, rows=rows)
    layout = lay_out(store, LayoutOptions(width=None, shows_curve=True))
    strip = layout.lines[0].curve
    assert strip is not None
    reach = difference(picture(store, tokens), BLANK)
    assert to_qt(strip).contains(QRectF(reach))


def test_ratings_can_be_told_apart_in_grey_print_by_their_signs_alone() -> None:
    first = journey(MAGICAL)
    layout = lay_out(first, LayoutOptions(width=None, shows_curve=True))
    [curve] = rating_curves(first, layout)
    heights = {guide.rating: guide.y for guide in curve.guides}
    signs = []
    for rating in Rating:
        box = QRectF(0, 0, 18, 18)
        box.moveCenter(QPointF(curve.points[0].x, heights[rating]))
        signs.append(picture(journey(rating)).copy(box.toAlignedRect()))
    for place, one in enumerate(signs):
        assert all(grey_share(one, other) > 0.05 for other in signs[:place])


def test_a_bridge_is_not_drawn_like_the_curve() -> None:
    # The same two points: with a step in between that nobody rated, and without one.
    whole = picture(journey(MAGICAL, MAGICAL, MAGICAL))
    bridged = picture(journey(MAGICAL, None, MAGICAL))
    changed = difference(whole, bridged)
    assert changed.width() > 150, "all the way from the first point to the last"


def test_only_what_is_exposed_is_drawn() -> None:
    assert picture(journey(MAGICAL), exposed=QRectF(0, 0, 50, 20)) == BLANK
    assert picture(journey(MAGICAL), exposed=QRectF(0, 100, 50, 40)) != BLANK


@pytest.mark.parametrize(("scale", "has_words"), [(1.0, True), (0.2, False)])
def test_words_go_when_they_cannot_be_read(scale: float, has_words: bool) -> None:
    nothing_rated = picture(journey(None), scale=scale)
    layout = lay_out(journey(None), LayoutOptions(width=None, shows_curve=True))
    strip = layout.lines[0].curve
    assert strip is not None
    box = QRectF(strip.x, strip.y, 45.0, strip.height)
    left = QRectF(box.topLeft() * scale, box.size() * scale).toAlignedRect()
    darkest = min(
        nothing_rated.pixelColor(x, y).lightness()
        for x in range(left.left(), left.right())
        for y in range(left.top(), left.bottom())
    )
    assert (darkest < 160) is has_words


def test_rows_are_named() -> None:
    def named(title: str) -> QImage:
        steps = [step("kept")]
        return picture(store_with(*steps, moment(at=steps[0]), row(title)))

    changed = difference(named("Online"), named("By post"))
    assert not changed.isEmpty()
    assert changed.right() < 100


def test_the_wall_picture_has_the_curve_if_it_is_wanted() -> None:
    store = journey(MAGICAL, MISERABLE)
    plain = wall_image(store, picture_options(store), LIGHT, 800)
    curved = wall_image(store, picture_options(store, shows_curve=True), LIGHT, 800)
    assert curved.height() > plain.height()
    assert wall_image(store, picture_options(store), LIGHT, 800) == plain
