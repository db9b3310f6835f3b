import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

from motwall import i18n
from motwall.model.layout import LayoutOptions, WallLayout, lay_out
from motwall.model.records import Rating
from motwall.model.store import Store
from motwall.paint.bands import draw_ghost, draw_timeline, draw_unsorted, to_qt
from motwall.paint.legend import LINE_HEIGHT, LegendContent, draw_legend, legend_height, legend_of
from motwall.paint.tokens import DARK, LIGHT, Tokens
from tests.factories import moment, stage, step, store_with
from tests.paint.pictures import TYPES, difference, drawn

BLANK = drawn(lambda _painter: None, 700, 500)


def timeline(store: Store, *, width: float = 600.0, scale: float = 1.0) -> QImage:
    layout = lay_out(store, LayoutOptions(width=width))

    def draw(painter: QPainter) -> None:
        painter.scale(scale, scale)
        draw_timeline(painter, layout, LIGHT)

    return drawn(draw, 700, 500)


def shop(title: str = "Ask", step_title: str = "") -> Store:
    ask = stage(title)
    return store_with(ask, *(step(step_title, under=ask, rank=n) for n in range(1, 4)))


def test_a_stage_shows_its_title_and_that_it_goes_on() -> None:
    assert timeline(shop("Ask")) != timeline(shop(""))
    whole, broken = timeline(shop()), timeline(shop(), width=250.0)
    # The second line of the broken one starts with the same title and more.
    changed = difference(whole, broken)
    assert not changed.isEmpty()
    assert broken.copy(0, 0, 60, 16) == whole.copy(0, 0, 60, 16)


def test_steps_show_their_number_and_title() -> None:
    assert timeline(shop(step_title="Rings")) != timeline(shop())
    foot = QRectF(8, 96, 324, 16).toAlignedRect()
    assert foot.contains(difference(timeline(shop(step_title="Rings")), timeline(shop())))


def test_a_title_longer_than_its_place_is_cut_within_it() -> None:
    long = "A step with a title that nobody could read in one breath"
    feet = difference(timeline(shop(step_title=long)), timeline(shop()))
    assert QRectF(8, 96, 316, 16).contains(QRectF(feet))
    titles = difference(timeline(shop(long * 3)), timeline(shop("")))
    assert QRectF(0, 0, 340, 16).contains(QRectF(titles))


def test_only_what_is_exposed_is_drawn() -> None:
    layout = lay_out(shop(), LayoutOptions(width=250.0))
    first = to_qt(layout.bands[0].rect)

    def draw(painter: QPainter) -> None:
        draw_timeline(painter, layout, LIGHT, QRectF(0, 0, 50, 50))

    assert first.contains(QRectF(difference(drawn(draw, 700, 500), BLANK)))


def test_titles_keep_a_readable_size_and_then_go() -> None:
    def height(scale: float) -> int:
        plain = timeline(shop(""), scale=scale)
        return difference(timeline(shop("HHH"), scale=scale), plain).height()

    assert height(0.9) >= 7
    assert height(0.3) == 0


def empty() -> WallLayout:
    return lay_out(store_with(), LayoutOptions())


def test_an_empty_timeline_has_a_ghost_column() -> None:
    ghost = empty().ghost
    assert ghost is not None
    picture = drawn(lambda p: draw_timeline(p, empty(), LIGHT), 700, 500)
    assert picture == drawn(lambda p: draw_ghost(p, to_qt(ghost), LIGHT), 700, 500)
    assert to_qt(ghost).contains(QRectF(difference(picture, BLANK)))


@pytest.mark.parametrize("scale", [1.0, 0.3])
def test_the_unsorted_area_says_what_it_is_for(scale: float) -> None:
    layout = empty()

    def picture(count: int) -> QImage:
        def draw(painter: QPainter) -> None:
            painter.scale(scale, scale)
            draw_unsorted(painter, layout, LIGHT, count)

        return drawn(draw, 700, 500)

    area = to_qt(layout.unsorted)
    drawn_in = difference(picture(0), BLANK)
    scaled = QRectF(area.topLeft() * scale, area.size() * scale)
    assert scaled.adjusted(-1, -1, 1, 1).contains(QRectF(drawn_in))
    assert (picture(0) == picture(2)) is (scale < 0.5)


def test_the_legend_explains_what_is_on_the_wall() -> None:
    kinds = [TYPES["PH"], TYPES["EM"]]
    plain = store_with(*kinds, moment("a", contact_type_id=TYPES["EM"].id))
    assert legend_of(plain) == LegendContent(types=(TYPES["EM"],))
    full = store_with(moment("a", is_ticked=True, rating=Rating.NEUTRAL))
    assert legend_of(full) == LegendContent(
        ratings=(Rating.NEUTRAL,), has_ticks=True, has_priorities=True
    )
    assert legend_of(store_with()) == LegendContent()


def test_the_disc_is_explained_whatever_the_number_of_priorities(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []
    monkeypatch.setattr(i18n, "_translator", lambda _context, text, _count: said.append(text) or "")
    legend_height(LegendContent(has_priorities=True), 400.0, LIGHT)
    assert said == ["priority and its number"]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("width", [120.0, 400.0, 5000.0])
def test_a_legend_keeps_to_its_width_and_height(tokens: Tokens, width: float) -> None:
    content = LegendContent(
        tuple(TYPES.values()), tuple(Rating), has_ticks=True, has_priorities=True
    )
    heights = []

    def draw(painter: QPainter) -> None:
        heights.append(draw_legend(painter, content, QPointF(2.0, 3.0), width, tokens))

    reach = difference(drawn(draw, 700, 500), BLANK)
    assert heights == [legend_height(content, width, tokens)]
    assert reach.bottom() <= 3 + heights[0]
    assert reach.right() <= 2 + max(width, 230.0)


def test_an_empty_legend_takes_no_room() -> None:
    assert legend_height(LegendContent(), 300.0, LIGHT) == 0


def test_types_fill_the_lines_of_a_legend_evenly() -> None:
    # Four that do not fit one line are two and two, not three and one.
    content = LegendContent(tuple(TYPES.values())[:4])
    widths = (float(width) for width in range(400, 50, -5))
    narrow = next(width for width in widths if legend_height(content, width, LIGHT) > LINE_HEIGHT)

    def draw(painter: QPainter) -> None:
        draw_legend(painter, content, QPointF(0, 0), narrow, LIGHT)

    picture = drawn(draw, 700, 500)
    lines = [
        difference(picture.copy(0, top, 700, 16), BLANK.copy(0, 0, 700, 16)) for top in (0, 16)
    ]
    assert lines[1].right() > lines[0].right() / 2
