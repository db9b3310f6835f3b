import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.errors import WallFileReadOnly
from motwall.model.fields import rules_of
from motwall.model.journal import EntryKind, replayed
from motwall.model.patch import Change, Label, Patch
from motwall.model.records import RECORD_TYPES, Moment, Record, Wall
from motwall.model.store import PatchMismatch, Store
from motwall.storage.reading import read_records
from motwall.storage.wall_file import WallFile
from tests.factories import an_id
from tests.storage.walls import (
    ACTION,
    DOOR,
    IDEA,
    PHONE,
    QUEUE,
    RECORDS,
    REVIEW,
    SESSION,
    STAGE,
    STEP,
    WALL,
    by_id,
    entry,
    made,
    names,
    retitled,
    title_now,
)
from tests.strategies import records

ODD_NAME = "wall ü 会议 🎉 50%25 #1?.motwall"


def test_records_come_back_as_they_went_in(path: Path) -> None:
    with closing(WallFile.open(path)) as wall:
        assert by_id(wall.load()) == by_id(list(RECORDS))
        assert wall.path == path
        assert wall.is_read_only is False
        assert wall.old_copy is None
        assert wall.format_version == 1


def test_records_are_counted_as_the_wall_is_opened(path: Path) -> None:
    with closing(WallFile.open(path)) as wall:
        assert wall.count == len(RECORDS)
        wall.write(Patch.of([Change(None, Moment(id=an_id(0xABC), text="Rings"))]), entry())
        assert wall.count == len(RECORDS)
    with closing(WallFile.open(path, is_read_only=True)) as again:
        assert again.count == len(RECORDS) + 1


def test_sample_has_every_record_type() -> None:
    assert {type(one) for one in RECORDS} == set(RECORD_TYPES.values())


@pytest.fixture(scope="module")
def shared_wall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WallFile]:
    wall = WallFile.open(made(tmp_path_factory.mktemp("shared") / "wall.motwall"))
    # Waiting for the disk shows nothing here, hundreds of times over.
    wall._opened.connection.execute("PRAGMA synchronous = OFF")
    yield wall
    wall.close()


def _references(record_type: type[Record]) -> dict[str, Any]:
    """For every field that refers: an id that is there."""
    there = {type(one).__name__: one.id for one in RECORDS}
    return {
        rule.name: st.just(there[rule.refers_to])
        | (st.none() if rule.is_optional else st.nothing())
        for rule in rules_of(record_type).values()
        if rule.refers_to
    }


@given(st.data())
def test_any_values_of_any_type_come_back(shared_wall: WallFile, data: st.DataObject) -> None:
    others = [one for one in RECORD_TYPES.values() if one is not Wall]
    record_type = data.draw(st.sampled_from(others))
    strategy = records(record_type, id=an_id(0xABC), **_references(record_type))
    first, second = data.draw(strategy), data.draw(strategy)

    shared_wall.write(Patch.of([Change(None, first)]), entry())
    assert by_id(shared_wall.load())[first.id] == first
    change = Patch.of([Change(first, second)])
    header = entry(label=Label("change"))
    shared_wall.write(change, header)
    loaded = shared_wall.load()
    assert by_id(loaded)[first.id] == second
    taken_back = replayed(Store(loaded), [shared_wall.changes_of(header.id)], is_inverted=True)
    assert taken_back.changes == change.inverted().changes
    shared_wall.write(Patch.of([Change(second, None)]), entry())


def test_nothing_is_left_over_after_all_of_this(shared_wall: WallFile) -> None:
    assert set(by_id(shared_wall.load())) == set(by_id(list(RECORDS)))


@given(first=records(Wall, id=an_id(1)))
def test_any_values_of_the_wall_record_come_back(shared_wall: WallFile, first: Wall) -> None:
    before = title_now(shared_wall)
    shared_wall.write(Patch.of([Change(before, first)]), entry())
    assert title_now(shared_wall) == first


def test_journal_comes_back_as_it_went_in(wall: WallFile) -> None:
    header = entry(
        EntryKind.UNDO,
        undoes=an_id(77),
        merge_key="text 5",
        label=Label('"move" of %n 会议(s)', 3),
        session_id=SESSION.id,
        selection_before=(DOOR.id, QUEUE.id),
        selection_after=(STEP.id,),
    )
    patch = Patch.of(
        [Change(DOOR, replace(DOOR, text="So\n🎉", is_ticked=True)), Change(REVIEW, None)]
    )
    wall.write(patch, header)
    with closing(WallFile.open(wall.path, is_read_only=True)) as again:
        created, back = again.headers()
        assert (created.kind, back) == (EntryKind.CREATE, header)
        changes = {one["id"]: one for one in again.changes_of(header.id)}
    assert changes[DOOR.id] == {
        "type": "Moment",
        "id": DOOR.id,
        "before": {"is_ticked": False, "text": "Finds the door"},
        "after": {"is_ticked": True, "text": "So\n🎉"},
    }
    assert changes[REVIEW.id]["before"]["state"] == "checked"
    assert changes[REVIEW.id]["after"] is None


def test_creation_is_in_the_journal_with_everything(wall: WallFile) -> None:
    (header,) = wall.headers()
    patch = replayed(Store(), [wall.changes_of(header.id)], is_inverted=False)
    assert {one.after for one in patch} == set(RECORDS)


def test_unknown_entry_is_a_key_error(wall: WallFile) -> None:
    with pytest.raises(KeyError):
        wall.changes_of(an_id(12345))


def test_undo_to_the_beginning_and_redo_to_the_end(wall: WallFile) -> None:
    states = [by_id(wall.load())]
    for patch in (
        Patch.of([Change(DOOR, replace(DOOR, text="Door", step_id=None))]),
        Patch.of([Change(STEP, None), Change(STAGE, None)]),
        Patch.of([Change(QUEUE, None), Change(None, Moment(id=an_id(99), text="New"))]),
    ):
        wall.write(patch, entry())
        states.append(by_id(wall.load()))
    store = Store(wall.load())
    edits = wall.headers()[1:]
    for place, header in reversed(list(enumerate(edits))):
        patch = replayed(store, [wall.changes_of(header.id)], is_inverted=True)
        wall.write(patch, entry(EntryKind.UNDO, undoes=header.id))
        store.apply(patch)
        assert by_id(wall.load()) == states[place] == by_id(store.everything())
    for place, header in enumerate(edits):
        patch = replayed(store, [wall.changes_of(header.id)], is_inverted=False)
        wall.write(patch, entry(EntryKind.REDO, undoes=header.id))
        store.apply(patch)
        assert by_id(wall.load()) == states[place + 1] == by_id(store.everything())


def test_headers_start_at_the_last_creation(wall: WallFile) -> None:
    retitled(wall, "one")
    restarted = entry(EntryKind.CREATE)
    wall.write(Patch.of([Change(QUEUE, None)]), restarted)
    last = retitled(wall, "two")
    assert wall.headers() == [restarted, last]


def test_many_records_in_one_commit(wall: WallFile) -> None:
    moments = [Moment(id=an_id(1000 + number), text=f"note {number}") for number in range(500)]
    wall.write(Patch.of([Change(None, one) for one in moments]), entry())
    moved = [replace(one, x=float(place)) for place, one in enumerate(moments)]
    wall.write(Patch.of([Change(*pair) for pair in zip(moments, moved, strict=True)]), entry())
    assert set(moved) <= set(wall.load())
    wall.write(Patch.of([Change(one, None) for one in moved]), entry())
    assert by_id(wall.load()) == by_id(list(RECORDS))


@pytest.mark.parametrize(
    "patch",
    [
        Patch.of([Change(DOOR, None)]),  # others refer to it
        Patch.of([Change(DOOR, replace(DOOR, step_id=an_id(404)))]),
        Patch.of([Change(None, replace(DOOR, text="again"))]),
        Patch.of([Change(Moment(id=an_id(404)), None)]),
        Patch.of([Change(Moment(id=an_id(404)), Moment(id=an_id(404), text="x"))]),
        Patch.of([Change(None, Wall(id=an_id(404)))]),
        Patch.of([Change(WALL, None)]),
    ],
)
def test_patch_that_does_not_fit_changes_nothing(wall: WallFile, patch: Patch) -> None:
    good = Change(QUEUE, replace(QUEUE, text="half"))
    both = Patch({**patch.changes, QUEUE.id: good})
    with pytest.raises(PatchMismatch):
        wall.write(both, entry())
    assert by_id(wall.load()) == by_id(list(RECORDS))
    assert len(wall.headers()) == 1
    retitled(wall, "goes on")
    assert title_now(wall).title == "goes on"


def test_same_entry_twice_is_refused(wall: WallFile) -> None:
    header = retitled(wall, "one")
    with pytest.raises(PatchMismatch):
        wall.write(Patch.of([Change(QUEUE, None)]), header)
    assert QUEUE in wall.load()


def test_read_only_reads_and_does_not_write(path: Path) -> None:
    with closing(WallFile.open(path, is_read_only=True)) as wall:
        assert wall.is_read_only is True
        wall.warm_up()
        with pytest.raises(WallFileReadOnly):
            wall.write(Patch.of([Change(QUEUE, None)]), entry())
        assert by_id(wall.load()) == by_id(list(RECORDS))


def test_read_only_follows_what_another_window_writes(wall: WallFile) -> None:
    with closing(WallFile.open(wall.path, is_read_only=True)) as second:
        retitled(wall, "seen")
        assert title_now(second).title == "seen"


def test_warm_up_in_a_thread_while_loading(path: Path) -> None:
    with closing(WallFile.open(path)) as wall:
        thread = threading.Thread(target=wall.warm_up)
        thread.start()
        assert len(wall.load()) == len(RECORDS)
        retitled(wall, "both")
        thread.join()
        assert title_now(wall).title == "both"


def test_closing_twice_and_without_a_write(path: Path) -> None:
    wall = WallFile.open(path)
    wall.close()
    wall.close()
    warmed = WallFile.open(path)
    warmed.warm_up()
    warmed.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_reading_does_without_sqlalchemy(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from motwall.storage.wall_file import WallFile\n"
        "wall = WallFile.open(Path(sys.argv[1])); wall.load(); wall.headers(); wall.close()\n"
        "assert 'sqlalchemy' not in sys.modules\n"
        "assert not any(name.startswith('PySide6') for name in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", script, path], check=True)


def test_odd_names(tmp_path: Path) -> None:
    folder = tmp_path / "Ordner 50% #2? & ü"
    folder.mkdir()
    path = folder / ODD_NAME
    with closing(WallFile.create(path, RECORDS, entry())) as wall:
        retitled(wall, "odd")
        wall.save_copy(folder / f"copy of {ODD_NAME}")
        assert names(folder) == [f"copy of {ODD_NAME}", ODD_NAME]
    assert WALL not in read_records(path)
    assert by_id(read_records(path)) == by_id(read_records(folder / f"copy of {ODD_NAME}"))


def test_relative_path_stays_the_same_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    with closing(WallFile.create(Path("w.motwall"), RECORDS, entry())) as wall:
        monkeypatch.chdir(tmp_path / "elsewhere")
        retitled(wall, "still here")
        assert wall.path == Path("w.motwall")
    assert names(tmp_path / "elsewhere") == []
    assert by_id(read_records(tmp_path / "w.motwall"))[WALL.id] == replace(WALL, title="still here")


def test_through_a_symbolic_link(path: Path) -> None:
    link = path.with_name("link.motwall")
    link.symlink_to(path)
    with closing(WallFile.open(link)) as wall:
        retitled(wall, "through the link")
    assert link.is_symlink()
    assert by_id(read_records(path))[WALL.id] == replace(WALL, title="through the link")


def test_identity_of_walls_and_copies(path: Path, tmp_path: Path) -> None:
    with (
        closing(WallFile.open(path)) as wall,
        closing(WallFile.create(tmp_path / "b.motwall", [WALL], entry())) as other,
    ):
        wall.save_copy(tmp_path / "c.motwall")
        with closing(WallFile.open(tmp_path / "c.motwall")) as copy:
            assert copy.wall_id == wall.wall_id != other.wall_id
            assert len({wall.origin, copy.origin, other.origin}) == 3


def test_sample_records_refer_to_one_another() -> None:
    assert (IDEA.moment_id, ACTION.idea_id, DOOR.contact_type_id) == (DOOR.id, IDEA.id, PHONE.id)
