"""`motwall merge`: two copies become a third file, or there is something to choose."""

from dataclasses import replace
from pathlib import Path

import pytest

from motwall.document.lock import WallLock
from motwall.model.journal import EntryKind
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.storage.reading import check, read_records
from motwall.storage.wall_file import WallFile
from tests.cli.running import content, here, is_one_sentence, motwall
from tests.storage.walls import DOOR, QUEUE, entry, made


def change(path: Path, moment_id: str, **values: object) -> None:
    file = WallFile.open(path)
    note = Store(file.load()).get(Moment, moment_id)
    after = replace(note, **values)  # type: ignore[arg-type] # named in the test
    file.write(Patch.of([Change(note, after)]), entry())
    file.close()


def moment(path: Path, moment_id: str) -> Moment:
    return Store(read_records(path)).get(Moment, moment_id)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """A wall and a copy of it, each with a change of its own to another note."""
    one, other = made(tmp_path / "a.motwall"), tmp_path / "b.motwall"
    file = WallFile.open(one)
    file.save_copy(other)
    file.close()
    change(one, DOOR.id, text="From a")
    change(other, QUEUE.id, text="From b")
    return one, other


def test_both_changes_are_in_the_new_wall(pair: tuple[Path, Path]) -> None:
    one, other = pair
    output = one.with_name("c.motwall")
    before = content(one.parent)
    done = motwall("merge", one, other, "-o", output)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"Made {output}. From the other copy: 1 note changed.\n"
    assert moment(output, DOOR.id).text == "From a"
    assert moment(output, QUEUE.id).text == "From b"
    check(output)
    assert {name: content(one.parent)[name] for name in before} == before
    file = WallFile.open(output)
    headers, origin = file.headers(), file.origin
    file.close()
    # The journal of the first goes on: one step of undo takes the merge back.
    assert [header.kind for header in headers] == [
        EntryKind.CREATE,
        EntryKind.EDIT,
        EntryKind.MERGE,
    ]
    first = WallFile.open(one)
    assert origin != first.origin
    first.close()


def test_what_has_to_be_chosen_is_told_and_nothing_is_written(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = pair
    change(other, DOOR.id, text="Also from b")
    before = content(one.parent)
    done = here(capsys, "merge", one, other, "-o", one.with_name("c.motwall"))
    assert done.code == 1
    assert done.out.splitlines() == [
        "Note “From a”: words",
        "  A: From a",
        "  B: Also from b",
    ]
    assert is_one_sentence(done.err)
    assert "--prefer a or --prefer b" in done.err
    assert content(one.parent) == before


@pytest.mark.parametrize(("side", "text"), [("a", "From a"), ("b", "Also from b")])
def test_one_side_can_be_preferred(
    pair: tuple[Path, Path], side: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = pair
    change(other, DOOR.id, text="Also from b")
    output = one.with_name("c.motwall")
    assert here(capsys, "merge", one, other, "-o", output, "--prefer", side).code == 0
    assert moment(output, DOOR.id).text == text
    assert moment(output, QUEUE.id).text == "From b"
    again = here(capsys, "merge", output, other, "-o", one.with_name("d.motwall"))
    assert again.code == 0
    assert again.out.endswith("The other copy has nothing that this wall does not have.\n")


def test_copies_that_are_open_elsewhere_are_only_read(
    pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = pair
    with WallLock(one), WallLock(other):
        assert here(capsys, "merge", one, other, "-o", one.with_name("c.motwall")).code == 0


@pytest.mark.parametrize("spoilt", ["missing", "damaged", "there"])
def test_what_cannot_be_is_one_sentence(
    pair: tuple[Path, Path], spoilt: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one, other = pair
    output = one.with_name("c.motwall")
    if spoilt == "missing":
        other.unlink()
    elif spoilt == "damaged":
        other.write_bytes(other.read_bytes()[:5000] + b"\x07" * 9000)
    else:
        output.write_bytes(b"mine")
    before = content(one.parent)
    done = here(capsys, "merge", one, other, "-o", output)
    assert (done.code, done.out) == (1, "")
    assert is_one_sentence(done.err)
    assert content(one.parent) == before


def test_wrong_usage(pair: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    one, other = pair
    assert here(capsys, "merge", one, other).code == 2
    assert here(capsys, "merge", one, other, "-o", "c", "--prefer", "c").code == 2
