import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.layout import LINE_GAP, LayoutOptions, Rect, best_width, lay_out
from motwall.model.rating_curve import Curve, rating_curves
from motwall.model.records import Moment, Rating, Record
from motwall.model.store import Store
from motwall.model.wall_layout import CURVE_HEIGHT
from tests.factories import moment, row, step, store_with, wall
from tests.strategies import few_examples, walls

MISERABLE, NEUTRAL, MAGICAL = Rating
STRIP = LayoutOptions(width=None, shows_curve=True)


def curves(store: Store, width: float | None = None) -> list[Curve]:
    return rating_curves(store, lay_out(store, LayoutOptions(width=width, shows_curve=True)))


def journey(*ratings: list[Rating | None]) -> Store:
    """A wall with a step for each list and a note for each rating."""
    made: list[Record] = []
    for each in ratings:
        place = step("kept")
        made += [place, *(moment(at=place, rating=one) for one in each)]
    return store_with(*made)


def test_each_step_has_a_point_where_the_mean_of_its_ratings_lies() -> None:
    [curve] = curves(journey([MAGICAL], [MISERABLE, NEUTRAL], [NEUTRAL, None], [MISERABLE]))
    assert [one.mean for one in curve.points] == [1.0, -0.5, 0.0, -1.0]
    assert [one.rated for one in curve.points] == [1, 2, 1, 1]
    best, middle, worst = (guide.y for guide in curve.guides)
    assert [guide.rating for guide in curve.guides] == [MAGICAL, NEUTRAL, MISERABLE]
    assert curve.rect.y < best < middle < worst < curve.rect.bottom
    heights = [one.y for one in curve.points]
    assert heights == pytest.approx([best, (middle + worst) / 2, middle, worst])


def test_points_stand_under_the_middle_of_their_columns() -> None:
    store = journey([MAGICAL], [NEUTRAL])
    layout = lay_out(store, STRIP)
    [curve] = rating_curves(store, layout)
    middles = [one.rect.x + one.rect.width / 2 for one in layout.lines[0].columns]
    assert [one.x for one in curve.points] == middles
    assert [one.step_id for one in curve.points] == list(layout.columns)


@pytest.mark.parametrize(
    ("ratings", "shown"),
    [
        ([MAGICAL], MAGICAL),
        ([MAGICAL, NEUTRAL], NEUTRAL),
        ([MAGICAL, MAGICAL, NEUTRAL], MAGICAL),
        ([MAGICAL, MISERABLE], NEUTRAL),
        ([MISERABLE, NEUTRAL], NEUTRAL),
        ([MISERABLE, MISERABLE, NEUTRAL], MISERABLE),
    ],
)
def test_a_point_has_the_sign_of_the_nearest_rating(
    ratings: list[Rating | None], shown: Rating
) -> None:
    [curve] = curves(journey(ratings))
    assert [one.rating for one in curve.points] == [shown]


def test_a_step_that_nobody_rated_has_no_point_and_is_bridged() -> None:
    [curve] = curves(journey([None], [MAGICAL], [NEUTRAL], [], [None], [MISERABLE], []))
    assert [one.mean for one in curve.points] == [1.0, 0.0, -1.0]
    assert [one.is_bridged for one in curve.stretches] == [False, True]
    first, second, third = curve.points
    assert [(one.start, one.end) for one in curve.stretches] == [(first, second), (second, third)]


def test_nothing_rated_is_nothing_drawn() -> None:
    [curve] = curves(journey([None], []))
    assert (curve.points, curve.stretches) == ((), ())
    assert curves(store_with()) == []


def test_each_line_of_a_wrapped_timeline_has_a_curve_of_its_own() -> None:
    store = journey([MAGICAL], [NEUTRAL], [MISERABLE])
    upper, lower = curves(store, 240.0)
    assert [len(one.points) for one in (upper, lower)] == [2, 1]
    assert upper.rect.bottom < lower.rect.y
    assert lower.stretches == ()


def test_rows_have_curves_of_their_own_with_their_names() -> None:
    first, second, online = step(), step(), row("Online")
    notes = [
        moment(at=first, rating=MAGICAL),
        moment(at=second, rating=MAGICAL),
        moment(at=first, into=online, rating=MISERABLE),
    ]
    store = store_with(wall(row_title="In the shop"), first, second, online, *notes)
    upper, lower = curves(store)
    assert [one.title for one in (upper, lower)] == ["In the shop", "Online"]
    assert [[point.mean for point in one.points] for one in (upper, lower)] == [[1.0, 1.0], [-1.0]]
    assert (upper.rect.height, upper.rect.bottom) == (CURVE_HEIGHT, lower.rect.y)
    [alone] = curves(journey([MAGICAL]))
    assert alone.title == ""


def test_without_room_for_it_there_is_no_curve() -> None:
    store = journey([MAGICAL])
    layout = lay_out(store, LayoutOptions())
    assert layout.lines[0].curve is None
    assert rating_curves(store, layout) == []


def within(inner: Rect, outer: Rect) -> bool:
    return inner.y >= outer.y and inner.bottom <= outer.bottom and inner.right <= outer.right


@few_examples
@given(walls(), st.none() | st.floats(50, 1500))
def test_the_strip_is_all_that_a_curve_adds(store: Store, width: float | None) -> None:
    plain = lay_out(store, LayoutOptions(width=width))
    layout = lay_out(store, LayoutOptions(width=width, shows_curve=True))
    for above, line in zip(plain.lines, layout.lines, strict=True):
        assert line.curve is not None
        assert line.bottom - line.top == pytest.approx(above.bottom - above.top + line.curve.height)
        bands = [one.rect for one in layout.bands if one.rect.y == line.top]
        assert max(one.bottom for one in bands) == pytest.approx(line.curve.y)
        assert line.curve.right == pytest.approx(max(one.right for one in bands))
    drawn = rating_curves(store, layout)
    rated = {one.step_id for one in store.all(Moment) if one.rating and one.step_id}
    assert {point.step_id for curve in drawn for point in curve.points} == rated
    strips = [line.curve for line in layout.lines if line.curve]
    assert all(any(within(curve.rect, strip) for strip in strips) for curve in drawn)
    for curve in drawn:
        for point in curve.points:
            assert curve.guides[0].y <= point.y <= curve.guides[-1].y
    if layout.lines:
        assert layout.unsorted.y == pytest.approx(layout.lines[-1].bottom + LINE_GAP)


def test_the_best_width_counts_with_the_curve() -> None:
    steps = [step("kept") for _ in range(30)]
    store = store_with(*steps, *(moment(at=one) for one in steps))

    def scale(width: float) -> float:
        layout = lay_out(store, LayoutOptions(width, 0.0, shows_curve=True))
        right = max(band.rect.right for band in layout.bands)
        return min(1.32, 1100 / right, 600 / layout.unsorted.bottom)

    plain = best_width(store, 1100, 600, 1.32)
    assert scale(best_width(store, 1100, 600, 1.32, shows_curve=True)) > scale(plain)
