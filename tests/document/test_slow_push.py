"""A large patch on its way: finished, given up, overtaken; never half there."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from motwall.document.document import Pending, Selected
from motwall.document.slow_push import SlowPush
from motwall.model.edits.moments import delete_moments
from motwall.model.errors import DiskFull
from motwall.model.journal import EntryKind
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment
from motwall.model.store import PatchMismatch
from tests.document.conftest import NOTE, Desk
from tests.factories import an_id, moment

NOTES = [Moment(id=an_id(7000 + n), text=f"note {n}") for n in range(700)]
LARGE = Patch.of([Change(None, one) for one in NOTES], "import of %n note(s)", len(NOTES))


def begun(desk: Desk, patch: Patch = LARGE) -> tuple[SlowPush, Iterator[float]]:
    """A large push after its first step."""
    slow = desk.document.slow.begin(Pending(patch, "", Selected((), (NOTES[0].id,))))
    steps = slow.steps()
    assert 0 < next(steps) < 1
    assert desk.document.slow.is_active
    return slow, steps


def is_as_before(desk: Desk) -> bool:
    """Nothing of it is anywhere, and the wall goes on."""
    assert not desk.document.slow.is_active
    assert desk.changes == []
    assert desk.steps() == ("", "")
    assert len(desk.file.headers()) == 1
    assert desk.type("goes on")
    return desk.text() == "goes on" and desk.document.store.count(Moment) == 1


def test_in_the_end_it_is_a_push_like_any_other(desk: Desk) -> None:
    slow = desk.document.slow.begin(Pending(LARGE, "", Selected(), EntryKind.IMPORT))
    for _ in slow.steps():
        assert desk.changes == []
        assert desk.document.store.count(Moment) == 1
        assert not desk.document.wall_lock.permits()
    assert slow.is_over
    assert slow.is_kept
    assert desk.document.wall_lock.permits()
    assert desk.changes == [LARGE]
    assert desk.on_disk() == desk.in_memory()
    assert [one.kind for one in desk.file.headers()] == [EntryKind.CREATE, EntryKind.IMPORT]
    assert desk.steps() == ("import of 700 notes:1", "")
    desk.document.undo()
    assert desk.document.store.count(Moment) == 1
    desk.document.redo()
    assert desk.document.store.count(Moment) == 701


def test_given_up_it_leaves_no_trace(desk: Desk) -> None:
    slow, steps = begun(desk)
    assert desk.document.slow.give_up()
    assert slow.is_over
    assert not slow.is_kept
    assert list(steps) == []
    assert is_as_before(desk)
    assert not desk.document.slow.give_up()


def test_given_up_before_its_first_step(desk: Desk) -> None:
    slow = desk.document.slow.begin(Pending(LARGE, "", Selected()))
    assert desk.document.slow.give_up()
    assert list(slow.steps()) == []
    assert is_as_before(desk)


def test_undo_gives_it_up(desk: Desk) -> None:
    begun(desk)
    assert desk.document.undo() == ()
    assert is_as_before(desk)


def test_another_push_has_it_finished_first(desk: Desk) -> None:
    slow, steps = begun(desk)
    assert desk.type("Door")
    assert slow.is_kept
    assert list(steps) == []
    assert desk.text() == "Door"
    assert desk.document.store.count(Moment) == 701
    assert [len(one.changes) for one in desk.changes] == [700, 1]
    desk.document.undo()
    desk.document.undo()
    assert desk.text() == ""
    assert desk.document.store.count(Moment) == 1


def test_another_push_is_made_to_fit(desk: Desk) -> None:
    gone = delete_moments(desk.document.store, [NOTE.id]).then(LARGE)
    begun(desk, gone)
    assert desk.type("too late")
    assert desk.document.store.find(Moment, NOTE.id) is None
    assert len(desk.changes) == 1


def test_a_push_of_nothing_leaves_it_alone(desk: Desk) -> None:
    begun(desk)
    assert desk.document.push(Patch())
    assert desk.document.slow.is_active
    assert desk.document.slow.give_up()


def test_a_second_large_push_comes_after_the_first(desk: Desk) -> None:
    slow, _ = begun(desk)
    more = Patch.of([Change(None, moment("more"))])
    second = desk.document.slow.begin(Pending(more, "", Selected()))
    assert slow.is_kept
    assert list(second.steps())
    assert second.is_kept
    assert desk.document.store.count(Moment) == 702


def test_redo_and_trying_again_have_it_finished_first(desk: Desk) -> None:
    slow, _ = begun(desk)
    assert desk.document.retry()
    assert slow.is_kept
    desk.document.undo()
    slow, _ = begun(desk)
    assert desk.document.redo() == ()
    assert slow.is_kept
    assert desk.on_disk() == desk.in_memory()


def test_a_picture_is_kept_after_it(desk: Desk) -> None:
    desk.document._writer = desk.file.file
    slow, _ = begun(desk)
    digest = desk.document.keep_picture(b"not really a photo")
    assert slow.is_kept
    assert desk.document.picture(digest) == b"not really a photo"


def test_nothing_large_is_nothing_slow(desk: Desk) -> None:
    slow = desk.document.slow.begin(Pending(Patch(), "", Selected()))
    assert not desk.document.slow.is_active
    assert list(slow.steps()) == []
    assert slow.is_kept
    assert desk.changes == []


def test_a_disk_that_fills_in_the_middle(desk: Desk) -> None:
    slow, steps = begun(desk)
    desk.file.error = DiskFull(desk.path)
    assert list(steps) == []
    assert slow.is_over
    assert not slow.is_kept
    assert desk.failures == [desk.file.error]
    assert not desk.document.slow.is_active
    assert desk.on_disk() == desk.in_memory()
    assert [one.patch for one in desk.document.pending] == [LARGE]
    desk.file.error = None
    assert desk.document.retry()
    assert desk.document.store.count(Moment) == 701


def test_a_patch_made_from_something_else_is_a_bug_and_no_block(desk: Desk) -> None:
    stranger = LARGE.then(Patch.of([Change(replace(NOTE, text="other"), None)]))
    slow = desk.document.slow.begin(Pending(stranger, "", Selected()))
    with pytest.raises(PatchMismatch):
        list(slow.steps())
    assert slow.is_over
    assert is_as_before(desk)


def test_whoever_answers_to_it_may_begin_another(desk: Desk) -> None:
    more = Patch.of([Change(None, moment("more"))])
    begun_then: list[SlowPush] = []

    def answer(patch: Patch) -> None:
        if patch is LARGE:
            begun_then.append(desk.document.slow.begin(Pending(more, "", Selected())))

    desk.document.changed.connect(answer)
    desk.document.slow.begin(Pending(LARGE, "", Selected()))
    desk.document.slow.finish()
    assert desk.document.slow.is_active
    assert list(begun_then[0].steps())
    assert desk.document.store.count(Moment) == 702


def test_whoever_answers_to_it_may_push(desk: Desk) -> None:
    def answer(patch: Patch) -> None:
        if patch is LARGE:
            assert desk.type("answered")

    desk.document.changed.connect(answer)
    slow = desk.document.slow.begin(Pending(LARGE, "", Selected()))
    assert list(slow.steps())
    assert desk.text() == "answered"
