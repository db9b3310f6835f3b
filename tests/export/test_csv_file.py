"""A CSV opens in a spreadsheet without running anything, and brings back what it can carry."""

import csv
import io
from collections.abc import Iterable
from math import inf
from pathlib import Path

import pytest
from hypothesis import given, settings

from motwall.export.csv_file import (
    CsvRow,
    action_rows,
    moment_rows,
    write_csv_actions,
    write_csv_moments,
)
from motwall.importing.sources import addition, new_wall
from motwall.model.errors import OutputExists
from motwall.model.order import stack, steps_in_order, unsorted_moments
from motwall.model.priorities import priorities
from motwall.model.records import ActionState, Moment, PlannedAction, Rating, Row
from motwall.model.store import Store
from motwall.model.templates import instantiate, load
from tests.export.workbooks import DANGEROUS, dangerous_wall, told_walls
from tests.factories import (
    TODAY,
    FakeClock,
    action,
    contact_type,
    idea,
    moment,
    row,
    stage,
    step,
    store_with,
    texts,
    wall,
)

RISKY = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def the_shop() -> Store:
    clock = FakeClock()
    return Store(instantiate(load("shop"), clock.new_id, clock.today()))


def cells_of(path: Path) -> list[dict[str, str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def brought_back(path: Path) -> Store:
    plan = new_wall(".csv", path.read_bytes(), FakeClock())
    assert not plan.warnings
    return Store(plan.records)


def told(rows: Iterable[CsvRow]) -> list[dict[str, str]]:
    """The rows with steps numbered anew: those without a moment are in no CSV.

    Nor is the order of the wall's rows, which come in the order in which they are named: of each
    step they stand here by their names.
    """
    numbers: dict[str, str] = {"": ""}
    found = []
    for one in rows:
        full = {name: cell for name, cell in one.items() if cell}
        number = numbers.setdefault(one["step number"], str(len(numbers)))
        found.append(full | {"step number": number})
    return sorted(found, key=lambda one: (_place(one["step number"]), one.get("row", "")))


def _place(step_number: str) -> float:
    return float(step_number) if step_number else inf


def test_it_opens_with_its_accents(tmp_path: Path) -> None:
    store = store_with(wall(), moment("Zoë Łąka 会议 🎉"))
    write_csv_moments(store, tmp_path / "a.csv")
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfstage,step number,step,")
    assert "Zoë Łąka 会议 🎉".encode() in raw
    assert raw.endswith(b"\r\n")


def test_the_shop_comes_back(tmp_path: Path) -> None:
    store = the_shop()
    write_csv_moments(store, tmp_path / "shop.csv")
    back = brought_back(tmp_path / "shop.csv")
    assert list(moment_rows(back)) == list(moment_rows(store))
    assert [texts(stack(back, one.id)) for one in steps_in_order(back)] == [
        texts(stack(store, one.id)) for one in steps_in_order(store)
    ]
    assert texts(priorities(back)) == texts(priorities(store))
    for kind in (Moment, PlannedAction):
        assert back.count(kind) == store.count(kind)


def test_stacks_twins_rows_and_loose_notes_come_back(tmp_path: Path) -> None:
    before = stage("Before")
    first, second, third = step(under=before), step("Pay"), step("Pay")
    online = row("Online")
    kind = contact_type("Shop window", code="SW", rank=1024)
    store = store_with(
        wall(customer="Regulars"),
        kind,
        before,
        first,
        second,
        third,
        online,
        moment("a", at=first, contact_type_id=kind.id),
        moment("b", at=first, is_ticked=True, shortlist_rank=2),
        moment("c", at=first, into=online),
        moment("a", at=second, is_ticked=True, shortlist_rank=1),
        moment("a", at=third, rating=Rating.NEUTRAL),
        moment("loose", x=500.0),
        moment(prompt="What next?", x=900.0),
    )
    write_csv_moments(store, tmp_path / "a.csv")
    back = brought_back(tmp_path / "a.csv")
    assert [texts(stack(back, one.id)) for one in steps_in_order(back)] == [
        ["a", "b"],
        ["a"],
        ["a"],
    ]
    assert [one.title for one in steps_in_order(back)] == ["", "Pay", "Pay"]
    (line,) = back.all(Row)
    assert texts(stack(back, steps_in_order(back)[0].id, line.id)) == ["c"]
    assert texts(unsorted_moments(back)) == ["loose", "What next?"]
    assert texts(priorities(back)) == ["a", "b"]


@settings(max_examples=60)
@given(store=told_walls())
def test_any_wall_comes_back(tmp_path_factory: pytest.TempPathFactory, store: Store) -> None:
    path = tmp_path_factory.mktemp("any") / "any.csv"
    write_csv_moments(store, path)
    if store.count(Moment):
        assert told(moment_rows(brought_back(path))) == told(moment_rows(store))


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    store = dangerous_wall()
    for name, write in (("m", write_csv_moments), ("a", write_csv_actions)):
        write(store, tmp_path / f"{name}.csv")
        cells = [cell for row in cells_of(tmp_path / f"{name}.csv") for cell in row.values()]
        assert len(cells) > 3 * len(DANGEROUS)
        assert not [cell for cell in cells if cell.startswith(RISKY)]


def test_dangerous_texts_come_back_to_the_letter(tmp_path: Path) -> None:
    store = dangerous_wall()
    write_csv_moments(store, tmp_path / "a.csv")
    back = brought_back(tmp_path / "a.csv")
    for kind in (Moment, PlannedAction):
        assert sorted(one.text for one in back.all(kind)) == sorted(
            one.text for one in store.all(kind)
        )
    assert sorted(one.owner for one in back.all(PlannedAction)) == sorted(
        one.owner for one in store.all(PlannedAction)
    )


def test_several_ideas_and_actions_are_rows_of_the_same_moment(tmp_path: Path) -> None:
    about = moment("Greeting", at=(at := step("Come in")), description="A smile")
    store = store_with(
        wall(),
        at,
        about,
        *(idea(about, one, rank=place) for place, one in enumerate(("x", "y", "z"))),
        action(about, "Look up", owner="Ann", due=TODAY),
    )
    write_csv_moments(store, tmp_path / "a.csv")
    rows = cells_of(tmp_path / "a.csv")
    assert [one["idea"] for one in rows] == ["x", "y", "z"]
    assert {one["moment"] for one in rows} == {"Greeting"}
    assert [one["description"] for one in rows] == ["A smile", "", ""]
    assert [one["owner"] for one in rows] == ["Ann", "", ""]
    back = brought_back(tmp_path / "a.csv")
    assert list(moment_rows(back)) == list(moment_rows(store))


def test_actions_tell_all_of_an_action(tmp_path: Path) -> None:
    about = moment("Greeting", at=(at := step("Come in")))
    done = action(
        about,
        "Look up",
        owner="Ann",
        due=TODAY,
        state=ActionState.CHECKED,
        from_rating=Rating.MISERABLE,
        to_rating=Rating.NEUTRAL,
        done_on=TODAY,
        checked_on=TODAY,
    )
    store = store_with(wall(), at, about, done, action(about, "Smile"))
    write_csv_actions(store, tmp_path / "a.csv")
    first, second = cells_of(tmp_path / "a.csv")
    day = TODAY.isoformat()
    assert first == {
        "stage": "", "step number": "1", "step": "Come in", "row": "", "moment": "Greeting",
        "contact type": "", "action": "Look up", "owner": "Ann", "due": day, "state": "checked",
        "size": "s", "from ranking": "miserable", "to ranking": "neutral", "done on": day,
        "checked on": day,
    }  # fmt: skip
    assert (second["action"], second["owner"], second["state"]) == ("Smile", "", "agreed")


def test_nobody_is_named_if_that_is_wanted(tmp_path: Path) -> None:
    store = the_shop()
    owners = {one.owner for one in store.all(PlannedAction)} - {""}
    assert owners
    for name, write in (("m", write_csv_moments), ("a", write_csv_actions)):
        write(store, tmp_path / f"{name}.csv", has_names=False)
        assert {one["owner"] for one in cells_of(tmp_path / f"{name}.csv")} == {""}


def test_an_empty_wall_is_a_header(tmp_path: Path) -> None:
    for name, write in (("m", write_csv_moments), ("a", write_csv_actions)):
        write(store_with(wall()), tmp_path / f"{name}.csv")
        assert (tmp_path / f"{name}.csv").read_bytes().count(b"\r\n") == 1
    assert list(action_rows(store_with(wall()))) == []


def test_it_goes_on_with_a_wall_that_has_priorities(tmp_path: Path) -> None:
    one = moment("New", at=(at := step("Last")), is_ticked=True, shortlist_rank=1)
    write_csv_moments(store_with(wall(), at, one), tmp_path / "a.csv")
    old = moment("Old", at=(there := step("First")), is_ticked=True, shortlist_rank=3)
    store = store_with(wall(), there, old)
    patch = addition(".csv", (tmp_path / "a.csv").read_bytes(), store, FakeClock()).patch
    store.check(patch)
    store.apply(patch)
    assert texts(priorities(store)) == ["Old", "New"]


def test_an_old_file_is_kept_unless_forced(tmp_path: Path) -> None:
    out = tmp_path / "a.csv"
    out.write_bytes(b"old")
    for write in (write_csv_moments, write_csv_actions):
        with pytest.raises(OutputExists):
            write(the_shop(), out)
        assert out.read_bytes() == b"old"
    write_csv_actions(the_shop(), out, is_forced=True)
    assert out.read_bytes() != b"old"
