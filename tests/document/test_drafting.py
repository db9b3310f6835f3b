"""A note to be: words bring it, erasing them takes it away, all in one step of undo."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from motwall.document.drafting import NoteDraft
from motwall.model.edits.moments import delete_moments
from motwall.model.edits.steps import remove_step
from motwall.model.errors import DiskFull
from motwall.model.order import stack, steps_in_order
from motwall.model.records import Moment, Step
from motwall.model.targets import GapTarget, StackTarget, Target, UnsortedTarget
from tests.document.conftest import NOTE, Desk


class Table:
    """A desk, and drafts on it whose clocks stand still."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.drafts: list[NoteDraft] = []

    def draft(self, target: Target) -> NoteDraft:
        made = NoteDraft(self.desk.document, target, (NOTE.id,), self.desk.document)
        self.drafts.append(made)
        return made

    def texts(self) -> list[str]:
        every = self.desk.document.store.all(Moment)
        return sorted(one.text for one in every if one.id != NOTE.id)


@pytest.fixture
def table(desk: Desk, qapp: QCoreApplication) -> Iterator[Table]:
    assert qapp is not None, "typing pauses"
    made = Table(desk)
    yield made
    for one in made.drafts:
        # The file is closed before the pause is over.
        one._pauses.stop()


def test_the_first_words_bring_the_note_and_one_undo_takes_it_away(table: Table) -> None:
    draft = table.draft(GapTarget(0))
    placed: list[str] = []
    draft.placed.connect(lambda: placed.append(draft.moment_id))
    draft.typed("Ri")
    assert table.texts() == []
    assert draft.flush()
    draft.typed("Rings")
    assert draft.finish()
    assert table.texts() == ["Rings"]
    assert placed == [draft.moment_id]
    assert table.desk.steps() == ("adding 1 note:2", "")
    assert table.desk.document.undo() == (NOTE.id,)
    assert table.texts() == []
    assert table.desk.document.redo() == (draft.moment_id,)
    assert table.texts() == ["Rings"]


def test_nothing_written_leaves_nothing_behind(table: Table) -> None:
    draft = table.draft(UnsortedTarget(10.0, 20.0))
    before = table.desk.steps()
    draft.typed("  ")
    assert draft.finish()
    draft.typed("")
    assert draft.finish()
    assert table.desk.changes == []
    assert table.desk.steps() == before


def test_words_that_are_erased_take_the_note_along(table: Table) -> None:
    draft = table.draft(GapTarget(0))
    before = table.desk.steps()
    heard: list[str] = []
    draft.removed.connect(lambda: heard.append("removed"))
    draft.record_gone.connect(lambda: heard.append("gone"))
    draft.typed("Rings")
    draft.flush()
    draft.typed(" ")
    draft.flush()
    assert table.texts() == []
    assert steps_in_order(table.desk.document.store) == []
    assert heard == ["removed"], "the visit goes on"
    assert table.desk.steps()[0] == before[0]
    draft.typed("Calls")
    assert draft.finish()
    assert table.texts() == ["Calls"]
    table.desk.document.undo()
    assert table.texts() == []


def test_redo_never_brings_a_note_without_words(table: Table) -> None:
    draft = table.draft(GapTarget(0))
    for text in ("Rings", ""):
        draft.typed(text)
        draft.flush()
    table.desk.document.redo()
    assert table.texts() == ["Rings"]


def test_a_note_somebody_else_deletes_ends_the_visit(table: Table) -> None:
    draft = table.draft(GapTarget(0))
    gone: list[int] = []
    draft.record_gone.connect(lambda: gone.append(1))
    draft.typed("Rings")
    draft.flush()
    document = table.desk.document
    document.push(delete_moments(document.store, [draft.moment_id]))
    assert gone == [1]


def test_a_step_that_is_gone_by_then_is_replaced_by_a_new_one(table: Table) -> None:
    first = table.draft(GapTarget(0))
    first.typed("Rings")
    first.finish()
    document = table.desk.document
    step = document.store.all(Step)[0]
    draft = table.draft(StackTarget(step.id, 1))
    document.push(remove_step(document.store, step.id))
    draft.typed("Calls")
    assert draft.finish()
    (made,) = document.store.all(Step)
    assert [one.text for one in stack(document.store, made.id)] == ["Calls"]


def test_a_full_disk_keeps_the_words_for_later(table: Table) -> None:
    draft = table.draft(GapTarget(0))
    placed: list[int] = []
    draft.placed.connect(lambda: placed.append(1))
    table.desk.file.error = DiskFull(Path())
    draft.typed("Rings")
    assert not draft.flush()
    assert draft.is_waiting
    table.desk.file.error = None
    assert table.desk.document.retry()
    assert table.texts() == ["Rings"]
    assert placed == [1]
    assert draft.finish()
    assert table.texts() == ["Rings"]


def test_a_text_that_is_too_long_is_cut_where_it_is_typed_too(table: Table) -> None:
    draft = table.draft(GapTarget(0))
    shown: list[str] = []
    draft.text_changed.connect(shown.append)
    draft.typed("x" * 5000)
    draft.flush()
    assert [len(one) for one in shown] == [4000]
