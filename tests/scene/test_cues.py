"""What a drag says while it is under way: which step it would be, readable, out of the way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from motwall.model.edits.fields import write
from motwall.model.order import steps_in_order
from motwall.model.records import Step
from motwall.paint.tokens import DARK, LIGHT, Tokens
from motwall.scene.cues import CueLabel
from motwall.scene.gestures import LiftNotes
from motwall.scene.hits import number_rect, title_rect
from tests.driving import move, press, release
from tests.scene.conftest import Stand

TOP_LEFT = QPointF(20, 8)


def column_point(stand: Stand, number: int, share: float, down: float = 40.0) -> QPointF:
    """A point of a column: `share` of its width from the left, `down` mm below its top."""
    column = next(one for one in stand.scene.layout_.columns.values() if one.number == number)
    rect = column.rect
    return stand.on_view(QPointF(rect.x + rect.width * share, rect.y + down))


def carry(stand: Stand, start: QPointF, goal: QPointF) -> CueLabel:
    """Press, move there, hold; answers the label of the drag that is under way."""
    viewport = stand.view.viewport()
    press(viewport, start)
    for share in (0.3, 0.6, 1.0):
        move(viewport, start + (goal - start) * share)
    gesture = stand.view.hands._gesture
    assert isinstance(gesture, LiftNotes)
    return gesture._cue.label


def shown_at(stand: Stand, label: CueLabel) -> QRectF:
    """Where the label is in the viewport."""
    assert label.isVisible()
    return label.boundingRect().translated(stand.view.mapFromScene(label.pos()).toPointF())


@pytest.fixture(autouse=True)
def _let_go(stand: Stand) -> Iterator[None]:
    yield
    stand.view.hands.cancel()


def test_over_a_column_it_says_which_stack_the_note_joins(stand: Stand) -> None:
    label = carry(stand, stand.at("rings"), column_point(stand, 2, 0.5, 70))
    assert label.isVisible()
    assert label.words == "Into step 2"


def test_the_number_is_the_one_below_the_column(stand: Stand) -> None:
    """Though the step that is left empty goes, and the later ones count one less then."""
    label = carry(stand, stand.at("sign"), column_point(stand, 3, 0.5, 70))
    assert label.words == "Into step 3"


def test_over_the_unsorted_area_and_afterwards_it_says_nothing(stand: Stand) -> None:
    viewport = stand.view.viewport()
    label = carry(stand, stand.at("rings"), column_point(stand, 2, 0.5))
    for way in (QPointF(0, 0), QPointF(5, 5)):
        move(viewport, stand.at("writes") + way)
        assert not label.isVisible()
    move(viewport, column_point(stand, 2, 0.1))
    assert label.isVisible()
    assert label.words == "Step 2"
    release(viewport, column_point(stand, 2, 0.1))
    assert label.scene() is None


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("share", [0.1, 0.5], ids=["gap", "stack"])
def test_the_words_are_painted_over_the_note_in_the_hand(
    stand: Stand, tokens: Tokens, share: float
) -> None:
    stand.scene.set_tokens(tokens)
    label = carry(stand, stand.at("rings"), column_point(stand, 2, share))
    rect = shown_at(stand, label).toRect()
    picture = stand.view.viewport().grab().toImage()
    inside = rect.adjusted(4, 4, -4, -4)
    colours = [
        picture.pixelColor(x, y).name()
        for x in range(inside.left(), inside.right())
        for y in range(inside.top(), inside.bottom())
    ]
    fill, letters = QColor(tokens.accent).name(), QColor(tokens.on_accent).name()
    assert colours.count(fill) > len(colours) / 2, "something lies over the label"
    assert letters in colours


def test_the_label_is_above_the_note_and_off_the_pointer(stand: Stand) -> None:
    goal = column_point(stand, 2, 0.5, 100)
    label = carry(stand, stand.at("rings"), goal)
    rect = shown_at(stand, label)
    item = stand.scene.note(stand.moment("rings").id)
    assert item is not None
    assert label.zValue() > item.zValue()
    top = stand.on_view(item.pos()).y()
    assert rect.bottom() <= top
    assert abs(rect.center().x() - goal.x()) < 2
    assert not rect.contains(goal)


@pytest.mark.parametrize("inside", [QPointF(50, 38), QPointF(50, 3)], ids=["middle", "top"])
@pytest.mark.parametrize("down", [-20.0, 0.0, 4.0, 38.0])
def test_at_the_edge_it_stays_in_view_and_off_the_pointer(
    stand: Stand, inside: QPointF, down: float
) -> None:
    goal = column_point(stand, 1, 0.02, down)
    label = carry(stand, stand.at("rings", inside), goal)
    rect = shown_at(stand, label)
    assert QRectF(stand.view.viewport().rect()).contains(rect)
    assert not rect.contains(goal)


def test_the_label_has_one_size_at_every_zoom(stand: Stand) -> None:
    label = carry(stand, stand.at("rings"), column_point(stand, 2, 0.5))
    before = label.deviceTransform(stand.view.viewportTransform()).mapRect(label.boundingRect())
    stand.view.zoom_by(0.5)
    after = label.deviceTransform(stand.view.viewportTransform()).mapRect(label.boundingRect())
    assert after.size() == before.size()


@pytest.mark.parametrize(("share", "words"), [(0.95, "Step 3"), (1.2, "Step 4")])
def test_a_step_that_is_all_of_its_stage_stays(stand: Stand, share: float, words: str) -> None:
    """Inside the stage the new step takes its place; outside it is one more."""
    goal = column_point(stand, 3, share)
    label = carry(stand, stand.at("till"), goal)
    assert label.words == words
    release(stand.view.viewport(), goal)
    assert words == f"Step {stand.steps().index(['till']) + 1}"


@pytest.mark.parametrize("title", ["", "Outside"])
def test_a_step_by_its_number_says_the_number_it_will_have(stand: Stand, title: str) -> None:
    first = steps_in_order(stand.store)[0]
    stand.document.push(write(stand.store, Step, [first.id], "title", title))
    rect = number_rect(stand.scene.layout_.columns[first.id])
    goal = column_point(stand, 2, 0.9)
    label = carry(stand, stand.on_view(QPointF(rect.x + 50, rect.y + 8)), goal)
    assert label.words == "Step 2"
    release(stand.view.viewport(), goal)
    assert steps_in_order(stand.store)[1].id == first.id


def test_a_stage_says_where_it_will_begin(stand: Stand) -> None:
    band = next(one for one in stand.scene.layout_.bands if one.title == "Arrive")
    start = stand.on_view(QPointF(title_rect(band).x, title_rect(band).y) + TOP_LEFT)
    goal = column_point(stand, 3, 0.9)
    label = carry(stand, start, goal)
    assert label.words == "Step 2"
    release(stand.view.viewport(), goal)
    assert stand.steps() == [["till"], ["sign"], ["door", "mat"]]


def test_far_away_the_gap_is_a_bar_that_can_be_seen_and_nobody_makes_way(stand: Stand) -> None:
    stand.view.zoom_to(0.1)
    label = carry(stand, stand.at("rings"), column_point(stand, 2, 0.1))
    assert label.words == "Step 2"
    gesture = stand.view.hands._gesture
    assert isinstance(gesture, LiftNotes)
    bar = stand.view.mapFromScene(gesture._cue._rect).boundingRect()
    assert bar.width() >= 3
    assert not gesture._cue._shifted


def test_near_by_the_neighbours_make_way(stand: Stand) -> None:
    carry(stand, stand.at("rings"), column_point(stand, 2, 0.1))
    gesture = stand.view.hands._gesture
    assert isinstance(gesture, LiftNotes)
    assert gesture._cue._shifted
