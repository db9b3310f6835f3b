"""The view of Room: as large as paper where that fits, and never too small to be read."""

import pytest
from pytestqt.qtbot import QtBot

from motwall.document.selection import Selection
from motwall.model.edits.moments import add_moments
from motwall.model.records import Record
from motwall.model.room_fit import READABLE
from motwall.model.targets import GapTarget
from motwall.scene.panel_view import PanelView
from motwall.scene.wall_scene import WallScene
from motwall.scene.wall_view import WallView
from tests.factories import wall
from tests.scene.conftest import Stand

PX_PER_MM = 1.0


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """An empty wall."""
    return [wall()]


@pytest.fixture
def view(qtbot: QtBot, stand: Stand) -> PanelView:
    """An 86-inch panel, 1920 x 860 of it for the wall."""
    scene = WallScene(stand.document, Selection(stand.document))
    made = PanelView(scene)
    qtbot.addWidget(made)
    made.resize(1920, 860)
    made.show()
    return made


def add(view: PanelView, count: int) -> None:
    document = view.wall_scene.document
    at = len(view.wall_scene.layout_.columns)
    texts = [f"note {number}" for number in range(count)]
    document.push(add_moments(document.store, texts, GapTarget(at), document.clock.new_id))


def test_notes_are_as_large_as_paper(view: PanelView) -> None:
    view.set_panel(PX_PER_MM)
    add(view, 5)
    assert view.pixels_per_mm == PX_PER_MM
    add(view, 10)
    assert view.pixels_per_mm == PX_PER_MM
    assert len(view.wall_scene.layout_.lines) == 1


def test_a_longer_timeline_shrinks_a_little_and_then_wraps(view: PanelView) -> None:
    view.set_panel(PX_PER_MM)
    add(view, 20)
    assert 0.8 < view.pixels_per_mm < 1.0
    assert len(view.wall_scene.layout_.lines) == 1
    add(view, 10)
    assert len(view.wall_scene.layout_.lines) > 1


def test_nothing_is_too_small_to_be_read(view: PanelView) -> None:
    view.set_panel(PX_PER_MM)
    add(view, 600)
    assert view.pixels_per_mm == pytest.approx(READABLE)


@pytest.mark.parametrize("count", [0, 3, 25, 60])
def test_the_wall_fills_the_panel_without_scroll_bars(view: PanelView, count: int) -> None:
    view.set_panel(PX_PER_MM)
    if count:
        add(view, count)
    size, extent = view.viewport().size(), view.sceneRect()
    assert size.height() == 860
    assert extent.width() * view.pixels_per_mm == pytest.approx(size.width(), abs=2)
    if count < 60:
        assert extent.height() * view.pixels_per_mm == pytest.approx(size.height(), abs=2)


def test_real_size_means_millimetres(view: PanelView) -> None:
    add(view, 30)
    view.set_panel(1.7)
    view.zoom_full()
    assert view.pixels_per_mm == pytest.approx(1.7)


def test_one_long_strip_by_choice(view: PanelView) -> None:
    view.set_panel(PX_PER_MM)
    add(view, 60)
    view.wraps = False
    view.fit()
    assert len(view.wall_scene.layout_.lines) == 1


def test_on_desk_it_is_a_view_like_any_other(qtbot: QtBot, view: PanelView) -> None:
    add(view, 30)
    plain = WallView(WallScene(view.wall_scene.document, view.wall_scene.selection))
    qtbot.addWidget(plain)
    plain.resize(1920, 860)
    plain.show()
    plain.fit()
    view.set_panel(PX_PER_MM)
    view.set_panel(None)
    assert view.pixels_per_mm == plain.pixels_per_mm
    assert view.wall_scene.options == plain.wall_scene.options
    view.zoom_full()
    plain.zoom_full()
    assert view.pixels_per_mm == plain.pixels_per_mm
