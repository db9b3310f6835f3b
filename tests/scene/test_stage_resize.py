"""An end of a stage's title taken by the mouse moves where the stage begins or ends."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QGraphicsSceneHoverEvent

from motwall.model.edits.extents import StageEdge, stage_span
from motwall.model.edits.steps import dissolve_stage
from motwall.model.layout import LayoutOptions
from motwall.model.records import Stage
from motwall.scene.hits import StageEdgeHit, StageHit, edge_rects, hit_at
from motwall.scene.stage_resize import StageGrips
from tests.driving import click, drag, move, press, release
from tests.scene.conftest import Stand


def edge_point(stand: Stand, title: str, edge: StageEdge) -> QPointF:
    layout = stand.scene.layout_
    rects = [
        rect
        for band in layout.bands
        if band.title == title
        for one, rect in edge_rects(layout, band).items()
        if one is edge
    ]
    assert len(rects) == 1, "a stage has one of each"
    return QPointF(rects[0].x + rects[0].width / 2, rects[0].y + rects[0].height / 2)


def column_point(stand: Stand, number: int, share: float) -> QPointF:
    column = next(one for one in stand.scene.layout_.columns.values() if one.number == number)
    x = column.rect.x + column.rect.width * share
    return stand.on_view(QPointF(x, column.rect.y + 30))


def spans(stand: Stand) -> dict[str, tuple[int, int]]:
    return {one.title: stage_span(stand.store, one.id) for one in stand.store.all(Stage)}


def test_an_edge_is_hit_at_its_end_only(stand: Stand) -> None:
    arrive = next(one for one in stand.store.all(Stage) if one.title == "Arrive")
    for edge in StageEdge:
        hit = hit_at(stand.scene, edge_point(stand, "Arrive", edge))
        assert hit == StageEdgeHit(arrive.id, edge)
    middle = edge_point(stand, "Arrive", StageEdge.START) + QPointF(60, 0)
    assert hit_at(stand.scene, middle) == StageHit(arrive.id)


def test_the_end_dragged_over_a_step_takes_it_in(stand: Stand) -> None:
    assert spans(stand) == {"Arrive": (0, 2), "Buy": (2, 3)}
    start = stand.on_view(edge_point(stand, "Arrive", StageEdge.END))
    drag(stand.view.viewport(), start, column_point(stand, 1, 0.9))
    assert spans(stand) == {"Arrive": (0, 1), "Buy": (1, 3)}
    assert len(stand.document.history._done) == 1
    stand.check()


def test_the_start_dragged_back_takes_a_step_in(stand: Stand) -> None:
    start = stand.on_view(edge_point(stand, "Buy", StageEdge.START))
    drag(stand.view.viewport(), start, column_point(stand, 2, 0.1))
    assert spans(stand) == {"Arrive": (0, 1), "Buy": (1, 3)}
    stand.check()


def test_a_frame_shows_how_far_and_escape_leaves_all_as_it_was(stand: Stand) -> None:
    viewport = stand.view.viewport()
    overlays = len(stand.scene.overlays)
    start = stand.on_view(edge_point(stand, "Arrive", StageEdge.END))
    press(viewport, start)
    move(viewport, start - QPointF(20, 0))
    move(viewport, column_point(stand, 1, 0.9))
    gesture = stand.view.hands._gesture
    assert gesture is not None
    frame = gesture._frame.path().boundingRect()
    first = next(one for one in stand.scene.layout_.columns.values() if one.number == 1)
    assert frame.contains(first.rect.x + 1, first.rect.y + 1)
    assert frame.right() < first.rect.right + 20
    assert stand.view.hands.cancel()
    assert len(stand.scene.overlays) == overlays
    release(viewport, column_point(stand, 1, 0.9))
    assert spans(stand) == {"Arrive": (0, 2), "Buy": (2, 3)}


def test_a_stage_that_goes_meanwhile_does_no_harm(stand: Stand) -> None:
    viewport = stand.view.viewport()
    arrive = next(one for one in stand.store.all(Stage) if one.title == "Arrive")
    start = stand.on_view(edge_point(stand, "Arrive", StageEdge.END))
    press(viewport, start)
    move(viewport, start - QPointF(20, 0))
    stand.document.push(dissolve_stage(stand.store, arrive.id))
    move(viewport, column_point(stand, 1, 0.9))
    release(viewport, column_point(stand, 1, 0.9))
    assert spans(stand) == {"Buy": (2, 3)}
    stand.check()


def test_a_click_on_an_edge_selects_the_stage(stand: Stand) -> None:
    click(stand.view.viewport(), stand.on_view(edge_point(stand, "Arrive", StageEdge.END)))
    texts = [stand.store.get(type(stand.moment("sign")), one).text for one in stand.selection.ids]
    assert texts == ["sign", "door", "mat"]


def test_a_stage_on_two_lines_has_its_edges_at_its_ends(stand: Stand) -> None:
    stand.view.is_fitting = False
    stand.scene.set_options(LayoutOptions(width=130.0))
    assert len(stand.scene.layout_.lines) == 3
    start = edge_point(stand, "Arrive", StageEdge.START)
    end = edge_point(stand, "Arrive", StageEdge.END)
    assert end.y() > start.y()


def test_the_pointer_tells_where_a_stage_can_be_taken(stand: Stand) -> None:
    grips = StageGrips(stand.scene)
    assert len(grips._grips) == 4
    grip = grips._grips[0]
    assert grip.cursor().shape() == Qt.CursorShape.SplitHCursor
    assert grip.boundingRect().contains(edge_point(stand, "Arrive", StageEdge.START))
    for kind, is_shown in (
        (QEvent.Type.GraphicsSceneHoverEnter, True),
        (QEvent.Type.GraphicsSceneHoverLeave, False),
    ):
        event = QGraphicsSceneHoverEvent(kind)
        (grip.hoverEnterEvent if is_shown else grip.hoverLeaveEvent)(event)
        assert grip._is_pointed_at is is_shown
        stand.view.grab()
    arrive = next(one for one in stand.store.all(Stage) if one.title == "Arrive")
    stand.document.push(dissolve_stage(stand.store, arrive.id))
    assert len(grips._grips) == 2
