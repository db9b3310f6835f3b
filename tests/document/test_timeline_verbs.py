"""Steps and stages moved by their ids: one step of undo each, nothing where there is no way."""

import pytest

from motwall.document.note_verbs import NoteVerbs
from motwall.document.selection import Selection
from motwall.document.timeline_verbs import TimelineVerbs
from motwall.model.edits.extents import StageEdge, stage_span
from motwall.model.edits.moments import add_moments, end_of_timeline
from motwall.model.order import step_moments, steps_in_order
from tests.document.conftest import Desk


class Bench:
    """Four steps, a to d; b is alone in a stage."""

    def __init__(self, desk: Desk) -> None:
        self.document = desk.document
        self.selection = Selection(self.document)
        self.verbs = TimelineVerbs(self.document, self.selection)
        store, new_id = self.document.store, self.document.clock.new_id
        assert self.document.push(add_moments(store, [*"abcd"], end_of_timeline(store), new_id))
        notes = NoteVerbs(self.document, self.selection, lambda _words, _choice: None)
        made = notes.name_steps([self.step("b")])
        assert made is not None
        self.stage_id = made

    def step(self, text: str) -> str:
        store = self.document.store
        steps = {one.id: step_moments(store, one.id) for one in steps_in_order(store)}
        return next(key for key, moments in steps.items() if moments[0].text == text)

    def order(self) -> str:
        store = self.document.store
        return "".join(step_moments(store, one.id)[0].text for one in steps_in_order(store))

    def span(self) -> tuple[int, int]:
        return stage_span(self.document.store, self.stage_id)


@pytest.fixture
def bench(desk: Desk) -> Bench:
    return Bench(desk)


def test_a_step_moves_and_the_selection_stays(bench: Bench) -> None:
    chosen = [one.id for one in step_moments(bench.document.store, bench.step("a"))]
    bench.selection.set(chosen)
    assert bench.verbs.move_step(bench.step("d"), -1)
    assert bench.order() == "abdc"
    assert bench.selection.ids == tuple(chosen)
    bench.document.undo()
    assert bench.order() == "abcd"


def test_at_the_end_there_is_nowhere_to_go(bench: Bench) -> None:
    step = bench.document.history.next_undo
    assert not bench.verbs.step_moved(bench.step("a"), -1)
    assert not bench.verbs.move_step(bench.step("a"), -1)
    assert bench.document.history.next_undo is step


def test_a_step_alone_in_its_stage_takes_the_stage_along(bench: Bench) -> None:
    assert bench.verbs.move_step(bench.step("b"), -1)
    assert bench.order() == "bacd"
    assert bench.span() == (0, 1)


def test_a_stage_moves_and_both_its_ends_do(bench: Bench) -> None:
    assert bench.verbs.move_stage(bench.stage_id, 1)
    assert bench.order() == "acbd"
    assert bench.verbs.resize_stage(bench.stage_id, StageEdge.START, -1)
    assert bench.verbs.resize_stage(bench.stage_id, StageEdge.END, 1)
    assert bench.span() == (1, 4)
    assert not bench.verbs.resize_stage(bench.stage_id, StageEdge.END, 1)
    assert bench.verbs.resize_stage(bench.stage_id, StageEdge.START, 1)
    assert bench.verbs.resize_stage(bench.stage_id, StageEdge.END, -1)
    assert bench.span() == (2, 3)
    assert not bench.verbs.stage_resized(bench.stage_id, StageEdge.START, 1), "it keeps one step"
    assert not bench.verbs.stage_resized(bench.stage_id, StageEdge.END, -1)
