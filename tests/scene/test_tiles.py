"""The wall painted from tiles shows what a wall painted in one go shows."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.model.edits.marks import rate, set_contact_type, tick
from motwall.model.edits.moments import delete_moments, line_up, move_moments
from motwall.model.phases import Phase
from motwall.model.records import ContactType, Rating
from motwall.model.targets import GapTarget
from motwall.paint.tokens import DARK
from motwall.scene import tiles
from motwall.scene.tiles import SIDE
from tests.driving import click, drag, move, press, release
from tests.scene.conftest import Stand

#: Dashes and soft edges differ in a few pixels where a tile ends; a note would be a hundredth.
ALMOST_EQUAL = 0.005


def settled(qtbot: QtBot, stand: Stand) -> QImage:
    """What the view shows once every tile is sharp."""
    qtbot.waitUntil(lambda: is_sharp(stand))
    return stand.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def is_sharp(stand: Stand) -> bool:
    stand.view.viewport().repaint()
    return stand.view.tiles.is_idle


def painted_at_once(stand: Stand) -> QImage:
    """The visible part of the wall, painted without tiles."""
    view, viewport = stand.view, stand.view.viewport()
    image = QImage(viewport.size(), QImage.Format.Format_RGB32)
    own = view.viewportTransform()
    # Tiles lie on whole pixels.
    shown = QTransform(own.m11(), 0, 0, own.m22(), round(own.dx()), round(own.dy()))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(shown)
        part = shown.inverted()[0].mapRect(viewport.rect().toRectF())
        stand.scene.paint_rest(painter, part, view.pixels_per_mm)
    return image


def differing(one: QImage, other: QImage) -> float:
    """The share of the pixels that are not the same."""
    assert one.size() == other.size()
    # As two numbers: byte by byte, a comparison would take longer than all that is compared.
    first, second = (int.from_bytes(bytes(each.constBits())) for each in (one, other))
    unlike = (first ^ second).to_bytes(one.sizeInBytes())
    return 1 - unlike.count(0) / one.sizeInBytes()


def wheel(stand: Stand, notches: float, *, is_zoom: bool = False) -> None:
    """Turn the wheel in the middle of the view."""
    middle = stand.view.viewport().rect().center().toPointF()
    keys = Qt.KeyboardModifier.ControlModifier if is_zoom else Qt.KeyboardModifier.NoModifier
    way = QPointF(0, notches * 120).toPoint()
    event = QWheelEvent(
        middle,
        stand.view.viewport().mapToGlobal(middle),
        QPointF().toPoint(),
        way,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stand.view.viewport(), event)


def on_screen(stand: Stand) -> QImage:
    """What was put on the screen: nothing is painted for it."""
    viewport = stand.view.viewport()
    window = viewport.window()
    shown = window.screen().grabWindow(window.winId())
    corner = viewport.mapTo(window, viewport.rect().topLeft())
    part = shown.copy(viewport.rect().translated(corner)).toImage()
    return part.convertToFormat(QImage.Format.Format_RGB32)


def test_what_another_painting_brought_up_to_date_comes_to_the_screen(
    qtbot: QtBot, stand: Stand, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(qtbot, stand)
    viewport = stand.view.viewport()
    # No time for any tile: all of them wait.
    monkeypatch.setattr(tiles, "_FIRST", 0.0)
    monkeypatch.setattr(tiles, "_LATER", 0.0)
    stand.view.tiles.forget()
    viewport.repaint()
    # Time for all that another painting needs, which is the left edge of what is in view.
    monkeypatch.setattr(tiles, "_FIRST", 10.0)
    monkeypatch.setattr(tiles, "_LATER", 10.0)
    viewport.repaint(0, 0, 100, viewport.height())
    qtbot.waitUntil(lambda: stand.view.tiles.is_idle)
    QApplication.processEvents()
    shown = on_screen(stand)
    assert differing(shown, painted_at_once(stand)) < ALMOST_EQUAL


def do_nothing(stand: Stand) -> None:
    """As it opens."""


def zoom_in(stand: Stand) -> None:
    wheel(stand, 3, is_zoom=True)


def zoom_out(stand: Stand) -> None:
    wheel(stand, -4, is_zoom=True)


def zoom_and_pan(stand: Stand) -> None:
    wheel(stand, 4, is_zoom=True)
    wheel(stand, -2)


def rate_and_tick(stand: Stand) -> None:
    ids = [stand.moment("door").id]
    new_id = stand.document.clock.new_id
    today = stand.document.clock.today()
    stand.document.push(rate(stand.store, ids, Rating.MAGICAL, today, new_id))
    stand.document.push(tick(stand.store, ids, is_ticked=True))


def colour(stand: Stand) -> None:
    kind = next(iter(stand.store.all(ContactType)))
    stand.document.push(set_contact_type(stand.store, [stand.moment("till").id], kind.id))


def select(stand: Stand) -> None:
    stand.selection.set([stand.moment("sign").id, stand.moment("rings").id])


def show_marks(stand: Stand) -> None:
    stand.scene.set_phase(Phase.PRIORITIES)


def go_dark(stand: Stand) -> None:
    stand.scene.set_tokens(DARK)


def delete(stand: Stand) -> None:
    stand.document.push(delete_moments(stand.store, [stand.moment("mat").id]))


def line_all_up(stand: Stand) -> None:
    ids = [stand.moment("rings").id, stand.moment("writes").id]
    stand.document.push(line_up(stand.store, ids, stand.document.clock.new_id))


def insert(stand: Stand) -> None:
    ids = [stand.moment("till").id]
    stand.document.push(move_moments(stand.store, ids, GapTarget(0), stand.document.clock.new_id))


def undo(stand: Stand) -> None:
    insert(stand)
    stand.document.undo()


def drag_away(stand: Stand) -> None:
    viewport = stand.view.viewport()
    drag(viewport, stand.at("writes"), stand.at("writes") + QPointF(90, 12))
    click(viewport, QPointF(3, viewport.height() - 3))


@pytest.mark.parametrize(
    "act",
    [
        do_nothing,
        zoom_in,
        zoom_out,
        zoom_and_pan,
        rate_and_tick,
        colour,
        select,
        show_marks,
        go_dark,
        delete,
        line_all_up,
        insert,
        undo,
        drag_away,
    ],
)
def test_tiles_show_the_wall_as_it_is(
    qtbot: QtBot, stand: Stand, act: Callable[[Stand], None]
) -> None:
    settled(qtbot, stand)
    act(stand)
    assert differing(settled(qtbot, stand), painted_at_once(stand)) < ALMOST_EQUAL


def test_only_what_changed_is_painted_anew(qtbot: QtBot, stand: Stand) -> None:
    settled(qtbot, stand)
    parts = []
    paint = stand.scene.paint_rest

    def watched(painter: QPainter, rect: object, zoom: float) -> None:
        parts.append(rect)
        paint(painter, rect, zoom)

    stand.scene.paint_rest = watched
    rate_and_tick(stand)
    settled(qtbot, stand)
    whole = SIDE / stand.view.pixels_per_mm
    assert parts
    assert all(part.width() < whole and part.height() < whole for part in parts)


def test_panning_paints_only_what_comes_into_view(qtbot: QtBot, stand: Stand) -> None:
    wheel(stand, 8, is_zoom=True)
    settled(qtbot, stand)
    seen = []
    paint = stand.scene.paint_rest
    stand.scene.paint_rest = lambda *given: (seen.append(given[1]), paint(*given))
    bar = stand.view.verticalScrollBar()
    before = bar.value()
    bar.setValue(before + 2)
    settled(qtbot, stand)
    bar.setValue(before)
    settled(qtbot, stand)
    assert len(seen) <= stand.view.viewport().width() // SIDE + 2


def test_a_lifted_note_leaves_its_place_and_comes_back(qtbot: QtBot, stand: Stand) -> None:
    before = settled(qtbot, stand)
    viewport = stand.view.viewport()
    start = stand.at("till")
    middle = start.toPoint()
    press(viewport, start)
    move(viewport, start + QPointF(0, 8))
    move(viewport, start + QPointF(0, 300))
    assert QColor(settled(qtbot, stand).pixel(middle)) != QColor(before.pixel(middle))
    stand.view.hands.cancel()
    release(viewport, start)
    stand.selection.clear()
    assert differing(settled(qtbot, stand), before) < ALMOST_EQUAL


def test_a_note_in_a_hand_leaves_nothing_behind(qtbot: QtBot, stand: Stand) -> None:
    settled(qtbot, stand)
    viewport, start = stand.view.viewport(), stand.at("till")
    press(viewport, start)
    QApplication.processEvents()
    for step in (QPointF(-60, 90), QPointF(-120, 90)):
        move(viewport, start + step)
        QApplication.processEvents()
    shown = on_screen(stand)
    viewport.repaint()
    assert differing(shown, on_screen(stand)) < ALMOST_EQUAL
    release(viewport, start)
    stand.view.hands.cancel()


def test_while_the_zoom_changes_something_stands_in(qtbot: QtBot, stand: Stand) -> None:
    settled(qtbot, stand)
    wheel(stand, 1, is_zoom=True)
    shown = stand.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert not stand.view.tiles.is_complete
    # Stretched, so softer: but a note has its colour where it is.
    paper = QColor(shown.pixel(stand.at("door", QPointF(50, 70)).toPoint()))
    sharp = QColor(painted_at_once(stand).pixel(stand.at("door", QPointF(50, 70)).toPoint()))
    assert abs(paper.lightness() - sharp.lightness()) < 12


def test_at_first_only_what_is_in_view_is_painted_and_soon_the_rest(
    qtbot: QtBot, stand: Stand
) -> None:
    settled(qtbot, stand)
    stand.view.tiles.forget()
    parts: list[QRectF] = []
    paint = stand.scene.paint_rest

    def watched(painter: QPainter, rect: QRectF, zoom: float) -> None:
        parts.append(QRectF(rect))
        paint(painter, rect, zoom)

    stand.scene.paint_rest = watched
    seen = stand.view.mapToScene(stand.view.viewport().rect()).boundingRect()
    shown = stand.view.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert stand.view.tiles.is_complete
    assert not stand.view.tiles.is_idle
    assert parts
    assert all(seen.adjusted(-1, -1, 1, 1).contains(part) for part in parts)
    assert differing(shown, painted_at_once(stand)) < ALMOST_EQUAL
    qtbot.waitUntil(lambda: stand.view.tiles.is_idle)
    whole = SIDE / stand.view.pixels_per_mm
    assert any(part.width() > 0.99 * whole and part.height() > 0.99 * whole for part in parts)
    assert differing(settled(qtbot, stand), painted_at_once(stand)) < ALMOST_EQUAL


def test_the_viewport_scrolls_its_pixels(stand: Stand) -> None:
    # Qt paints all of a viewport anew at every step of a scrolling unless it is opaque.
    assert stand.view.viewport().testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
