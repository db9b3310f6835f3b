"""The marks of then and now: where the notes are, in the way of nothing, gone without a trace."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage

from motwall.model.edits.moments import delete_moments, move_moments
from motwall.model.records import Moment, Rating
from motwall.model.targets import StackTarget
from motwall.paint.tokens import PLAIN_PAPER
from motwall.scene.then_now_layer import ThenNow, ThenNowLayer
from tests.driving import drag
from tests.scene.conftest import Stand

#: On the strip of paper of a mark, where neither face nor arrow is: from the note's corner, mm.
BARE = QPointF(56.0, 57.0)
UP, DOWN = ThenNow(Rating.MISERABLE, Rating.MAGICAL), ThenNow(Rating.MAGICAL, Rating.NEUTRAL)


def moment(stand: Stand, text: str) -> Moment:
    return next(one for one in stand.document.store.all(Moment) if one.text == text)


def corner(stand: Stand, text: str) -> QPointF:
    rect = stand.scene.layout_.notes[moment(stand, text).id]
    return QPointF(rect.x, rect.y)


def pixel(stand: Stand, scene_pos: QPointF) -> QColor:
    shot: QImage = stand.view.viewport().grab().toImage()
    at: QPoint = stand.view.mapFromScene(scene_pos)
    return shot.pixelColor(at * shot.devicePixelRatio())


def put_up(stand: Stand, **marks: ThenNow) -> ThenNowLayer:
    layer = ThenNowLayer(
        stand.scene, {moment(stand, text).id: mark for text, mark in marks.items()}
    )
    stand.scene.add_overlay(layer)
    stand.scene.layout_changed.connect(layer.follow_layout)
    return layer


def test_marks_stand_at_their_notes_and_go_again(stand: Stand) -> None:
    stand.view.fit()
    before = stand.view.viewport().grab().toImage()
    layer = put_up(stand, sign=UP, till=DOWN, door=ThenNow(None, Rating.NEUTRAL))
    for text in ("sign", "till", "door"):
        assert pixel(stand, corner(stand, text) + BARE).name() == QColor(PLAIN_PAPER).name()
    assert stand.view.viewport().grab().toImage() != before
    layer.set_marks({})
    assert stand.view.viewport().grab().toImage() == before
    stand.scene.remove_overlay(layer)
    assert stand.view.viewport().grab().toImage() == before


def test_better_and_worse_differ_by_shape(stand: Stand) -> None:
    stand.view.fit()
    layer = put_up(stand, sign=UP)
    arrow = corner(stand, "sign") + QPointF(66.5, 63.5)
    shown = []
    for mark in (UP, DOWN, ThenNow(Rating.NEUTRAL, Rating.NEUTRAL)):
        layer.set_marks({moment(stand, "sign").id: mark})
        tip, foot = arrow + QPointF(4.0, -2.6), arrow + QPointF(4.0, 2.6)
        paper = QColor(PLAIN_PAPER).name()
        shown.append((pixel(stand, tip).name() == paper, pixel(stand, foot).name() == paper))
    assert shown == [(True, False), (False, True), (True, True)]


def test_marks_go_where_their_notes_go(stand: Stand) -> None:
    stand.view.fit()
    layer = put_up(stand, sign=UP)
    store, sign = stand.document.store, moment(stand, "sign")
    target = StackTarget(moment(stand, "till").step_id or "", 0)
    stand.document.push(move_moments(store, [sign.id], target, stand.document.clock.new_id))
    assert pixel(stand, corner(stand, "sign") + BARE).name() == QColor(PLAIN_PAPER).name()
    stand.document.push(delete_moments(store, [sign.id]))
    stand.view.viewport().grab()
    assert sign.id in layer.marks, "it comes back with the note"


def test_hands_reach_through(stand: Stand) -> None:
    stand.view.fit()
    put_up(stand, rings=UP)
    before = moment(stand, "rings")
    start = stand.view.mapFromScene(corner(stand, "rings") + BARE).toPointF()
    drag(stand.view.viewport(), start, start + QPointF(60, 10))
    after = moment(stand, "rings")
    assert (after.x, after.y) != (before.x, before.y) or after.step_id != before.step_id
