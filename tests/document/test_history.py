from datetime import UTC, datetime
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from motwall.document.history import History
from motwall.model.journal import EntryHeader, EntryKind
from motwall.model.patch import Label
from tests.factories import an_id

_NUMBERS = count(1)


def entry(kind: EntryKind = EntryKind.EDIT, **values: object) -> EntryHeader:
    return EntryHeader(
        id=an_id(next(_NUMBERS)), at=datetime(2026, 11, 23, tzinfo=UTC), kind=kind, **values
    )


def sizes(history: History) -> tuple[list[int], list[int]]:
    """How many entries each step done and undone has."""
    return (
        [len(step.entries) for step in history._done],
        [len(step.entries) for step in history._undone],
    )


def test_a_step_shows_its_first_label_and_both_selections() -> None:
    history = History()
    history.record(entry(merge_key="k", label=Label("first"), selection_before=("a",)))
    history.record(entry(merge_key="k", label=Label("second"), selection_after=("b",)))
    step = history.next_undo
    assert step is not None
    assert (step.label, step.selection_before, step.selection_after) == (
        Label("first"), ("a",), ("b",),
    )  # fmt: skip


def test_creation_starts_anew() -> None:
    history = History()
    history.record(entry())
    history.record(entry(EntryKind.UNDO))
    history.record(entry())
    history.record(entry(EntryKind.CREATE))
    assert (history.next_undo, history.next_redo) == (None, None)


def test_restore_and_import_are_steps() -> None:
    history = History()
    history.record(entry(EntryKind.RESTORE))
    history.record(entry(EntryKind.IMPORT))
    assert sizes(history) == ([1, 1], [])


def test_no_key_never_merges() -> None:
    history = History()
    history.record(entry())
    assert history.key_for("") == ""
    assert history.merging("") is None
    history.record(entry())
    assert sizes(history) == ([1, 1], [])


def test_a_closed_step_changes_the_key() -> None:
    history = History()
    first = history.key_for("k")
    history.record(entry(merge_key=first))
    assert history.merging(first) is history.next_undo
    history.close_step()
    assert history.key_for("k") != first
    assert history.merging(history.key_for("k")) is None


actions = st.lists(
    st.sampled_from(["edit", "typing", "nudge", "close", "undo", "redo"]), max_size=30
)


@given(actions)
def test_a_replay_of_the_journal_is_the_history_itself(names: list[str]) -> None:
    history, journal = History(), []

    def record(one: EntryHeader) -> None:
        journal.append(one)
        history.record(one)

    for name in names:
        if name == "close":
            history.close_step()
        elif name == "undo":
            if history.next_undo:
                record(entry(EntryKind.UNDO, undoes=history.next_undo.entries[0].id))
        elif name == "redo":
            if history.next_redo:
                record(entry(EntryKind.REDO, undoes=history.next_redo.entries[0].id))
        else:
            record(entry(merge_key=history.key_for("" if name == "edit" else name)))
    replay = History()
    for one in journal:
        replay.record(one)
    assert replay._done == history._done
    assert replay._undone == history._undone
