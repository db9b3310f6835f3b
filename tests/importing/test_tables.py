"""A table of whatever columns: its rows, what its columns mean, what it makes of a wall."""

from pathlib import Path

import pytest

from motwall.importing.board import Spot, in_order
from motwall.importing.board_colours import hex_of
from motwall.importing.guessing import guess
from motwall.importing.mapped_plan import Outcome, outcome
from motwall.importing.mapping import (
    Mapping,
    Meaning,
    kept,
    meaning_words,
    remembered,
    signature,
)
from motwall.importing.source_table import SourceTable, csv_table, pasted_table
from motwall.model.errors import ImportRefused
from motwall.model.lines import has_columns
from motwall.model.order import steps_in_order
from motwall.model.records import Assessment, ContactType, Idea, Moment, PlannedAction, Rating, Step
from motwall.model.store import Store
from tests.factories import new_ids
from tests.importing.samples import DAY, blank, picture

FIXTURES = Path(__file__).parent / "fixtures"


def board(name: str) -> SourceTable:
    return csv_table((FIXTURES / name).read_bytes())


def made(table: SourceTable, mapping: Mapping | None = None, wall: Store | None = None) -> Outcome:
    return outcome(table, mapping or guess(table), wall or blank(6), new_ids(), DAY)


def wall_of(found: Outcome, wall: Store | None = None) -> Store:
    store = wall or blank(6)
    patch = found.plan().patch()
    store.check(patch)
    store.apply(patch)
    return store


def meanings(text: str) -> list[str]:
    return [one.value for one in guess(csv_table(text.encode())).meanings]


# --- tables ---


def test_rows_keep_their_numbers_and_lose_blank_ends() -> None:
    table = csv_table(b"a,b,,\n\n,,\nc,d\n")
    assert table.rows == ((1, ("a", "b")), (4, ("c", "d")))
    assert table.width == 2


@pytest.mark.parametrize("text", ["a;b\n1;2\n3;4\n", "a\tb\n1\t2\n3\t4\n", "a,b\n1,2\n3,4\n"])
def test_the_delimiter_is_found_without_known_columns(text: str) -> None:
    assert [cells for _, cells in csv_table(text.encode()).rows] == [
        ("a", "b"), ("1", "2"), ("3", "4")
    ]  # fmt: skip


def test_commas_in_a_list_of_sentences_part_nothing() -> None:
    text = "Rings, twice\nComes in\nPays\nLeaves\n"
    assert csv_table(text.encode()).width == 1


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"a\n" * 20_002, "more than 20,000 rows"),
        (b"," * 200 + b"x\n", "more than 200 columns"),
        (b"x" * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
    ],
)
def test_a_table_beyond_the_limits_is_refused(raw: bytes, problem: str) -> None:
    with pytest.raises(ImportRefused) as refusal:
        csv_table(raw)
    assert problem in refusal.value.problems[0][1]


def test_what_lies_at_the_limits_is_taken() -> None:
    assert len(csv_table(b"a\n" * 20_001).rows) == 20_001
    assert csv_table(b"," * 199 + b"x\n").width == 200


def test_a_pasted_table_is_told_from_a_list() -> None:
    assert has_columns("Stage\tNote\nBefore\tRings\n")
    assert not has_columns("Rings\nComes in\n")
    assert not has_columns("Rings\tloudly")
    assert not has_columns("\tindented\n\tlist\n")
    assert pasted_table('a\t"b\nc"\n').rows == ((1, ("a", "b\nc")),)


# --- guesses ---


def test_our_own_columns_are_known() -> None:
    text = "stage,step number,step,row,moment,contact type,tick,priority,ranking,owner,due\na\n"
    assert meanings(text) == [
        "stage", "step_number", "step", "row", "moment", "contact_type", "tick", "priority",
        "rating", "owner", "due",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Phase,Touchpoint,Channel\nA,Rings,Phone\n", ["stage", "moment", "contact_type"]),
        ("Title,Notes,Assignee\nRings,long,Ann\n", ["moment", "description", "owner"]),
        ("no,said,paper\n1,Rings,#FFEC93\n2,Pays,#fff\n", ["left_out", "moment", "colour"]),
        ("1,Rings twice\n2,Pays\n", ["left_out", "moment"]),
        ("was,how\nRings twice,miserable\nPays,magical\n", ["moment", "rating"]),
        ("moment,priority\nRings,high\nPays,low\n", ["moment", "tick"]),
        ("moment,priority\nRings,2\nPays,P1\n", ["moment", "priority"]),
        ("text,content\na,b\n", ["moment", "left_out"]),
        ("Contact,Channel\nRings,Phone\n", ["moment", "contact_type"]),
    ],
)
def test_columns_are_guessed(text: str, wanted: list[str]) -> None:
    assert meanings(text) == wanted


def test_a_table_without_header_keeps_its_first_row() -> None:
    assert not guess(csv_table(b"1,Rings\n2,Pays\n")).has_header
    assert not guess(csv_table(b"Rings\nPays\n")).has_header
    assert guess(csv_table(b"note\nPays\n")).has_header


def test_no_two_columns_have_one_meaning() -> None:
    mapping = Mapping((Meaning.MOMENT, Meaning.STAGE, Meaning.LEFT_OUT))
    changed = mapping.having(2, Meaning.MOMENT)
    assert changed.meanings == (Meaning.LEFT_OUT, Meaning.STAGE, Meaning.MOMENT)
    again = changed.having(1, Meaning.LEFT_OUT)
    assert again.meanings == (Meaning.LEFT_OUT, Meaning.LEFT_OUT, Meaning.MOMENT)


def test_every_meaning_has_words_of_its_own() -> None:
    assert len({meaning_words(one) for one in Meaning}) == len(Meaning)


@pytest.mark.parametrize(
    ("cell", "colour"),
    [
        ("#ffec93", "#FFEC93"), ("FFEC93", "#FFEC93"), ("#fff", "#FFFFFF"),
        ("#12345678", "#123456"),
        ("rgb(255, 236,147)", "#FFEC93"), ("rgba(0,0,0,0.5)", "#000000"),
        ("light_yellow", "#FFF9B1"),
        ("Dark-Blue", "#4A7BD0"), ("123456", None), ("rgb(1,2,999)", None), ("", None),
        ("Sunday", None),
    ],
)  # fmt: skip
def test_colours_are_known(cell: str, colour: str | None) -> None:
    assert hex_of(cell) == colour


def test_notes_below_each_other_are_a_stack_and_frames_follow_their_left_edges() -> None:
    spots = [
        Spot(0, "late", 2000, 0), Spot(1, "early", 400, 0), Spot(2, "early", 410, 220),
        Spot(3, "early", 0, 0), Spot(4, "early", 620, 0), Spot(5, "late", 1980, 230),
    ]  # fmt: skip
    assert in_order(spots) == [(3, 1), (1, 2), (2, 2), (4, 3), (0, 4), (5, 4)]
    assert in_order([Spot(0, "", 5, 5), Spot(1, "", 5, 5)]) == [(0, 1), (1, 1)]
    assert in_order([]) == []


# --- remembering ---


@pytest.mark.parametrize("has_header", [True, False])
def test_a_mapping_is_remembered(has_header: bool) -> None:
    mapping = Mapping((Meaning.X, Meaning.MOMENT), has_header, not has_header)
    assert remembered(kept(mapping), 2) == mapping


@pytest.mark.parametrize(
    "words", [[], ["moment"], ["moment", "nonsense"], ["moment", "moment"], ["+header"]]
)
def test_settings_that_make_no_sense_are_forgotten(words: list[str]) -> None:
    assert remembered(words, 2) is None


def test_tables_with_the_same_header_share_a_signature() -> None:
    one, two = csv_table(b"Text,Area\na,b\n"), csv_table(b"text, AREA \nc,d\ne,f\n")
    assert signature(one) == signature(two)
    assert signature(one) != signature(csv_table(b"Text;Zone\na;b\n"))
    assert not set(signature(one)) & set("/\\ ")


# --- boards ---


def test_a_board_of_mural_becomes_a_timeline_from_left_to_right() -> None:
    found = made(board("mural.csv"))
    assert found.problems == ()
    assert picture(wall_of(found)) == [
        ("Before", "", ["Search result\nand map", "Reviews <3 stars"]),
        ("Before", "", ["Call to ask"]),
        ("In the shop", "", ["Greeting"]),
        ("In the shop", "", ["Till & receipt"]),
    ]
    assert found.warnings == ("1 row without words for a note left out.",)


def test_colours_become_the_nearest_types_and_new_ones() -> None:
    found = made(board("mural.csv"))
    wall = wall_of(found)
    kinds = {
        one.text.split("\n")[0]: wall.get(ContactType, one.contact_type_id or "")
        for one in wall.all(Moment)
    }
    assert kinds["Search result"] == kinds["Reviews <3 stars"]
    assert kinds["Search result"].name == "Face to face"  # the yellow one
    assert kinds["Call to ask"].name == "Conference call"  # the greenish one
    assert (kinds["Greeting"].name, kinds["Greeting"].colour) == ("Light red notes", "#FEBBBE")
    assert found.count(ContactType) == 1


def test_frames_of_miro_are_stages() -> None:
    found = made(board("miro-frames.csv"))
    assert picture(wall_of(found)) == [
        ("", "", ["Guest journey"]),
        ("Before", "", ["Search result"]),
        ("Before", "", ["Call, to ask the price"]),
        ("In the shop", "", ["Greeting"]),
        ("In the shop", "", ["Till\nand receipt"]),
    ]
    assert [row.number for row in found.rows] == [1, 4, 5, 8, 9]


def test_items_of_miro_lose_their_markup_and_go_by_their_places() -> None:
    wall = wall_of(made(board("miro-items.csv")))
    assert picture(wall) == [
        ("Before", "", ["Search result\nand map", "Reviews"]),
        ("Before", "", ["Call & ask"]),
        ("In the shop", "", ["Greeting"]),
    ]
    assert all(one.contact_type_id for one in wall.all(Moment))


def test_markup_in_a_table_that_is_no_board_stays() -> None:
    wall = wall_of(made(csv_table(b"note,stage\n<b>Rings</b> &amp; <img src=x>,A\n")))
    assert [one.text for one in wall.all(Moment)] == ["<b>Rings</b> &amp; <img src=x>"]


def test_notes_without_a_place_come_last_and_are_told() -> None:
    table = csv_table(b"text,x,y\nb,200,0\nlost,,\na,0,0\nodd,nan,1\n")
    found = made(table)
    texts = [one[2] for one in picture(wall_of(found))]
    assert texts == [["a"], ["b"], ["lost"], ["odd"]]
    assert found.warnings == ("2 rows without a place on the board go last.",)


def test_more_colours_than_a_wall_has_types_share_the_nearest() -> None:
    rows = "".join(
        f"n{n},#{n:02X}{(n * 53) % 256:02X}{(n * 97) % 256:02X}\n" for n in range(0, 200, 5)
    )
    found = made(csv_table(f"text,colour\n{rows}".encode()), wall=blank(0))
    wall = wall_of(found, blank(0))
    assert found.problems == ()
    assert wall.count(ContactType) == 16
    assert wall.count(Moment) == 40


# --- other tables ---


def test_cells_in_other_words_are_understood() -> None:
    text = (
        "touchpoint,rating,star,deadline,task,assigned to,idea\n"
        "Rings,good,yes,3 Dec 2026,Call back,Ann,A bell\n"
        "Pays,:(,,2026-12-05T10:00:00Z,Sign,,\n"
    )
    wall = wall_of(made(csv_table(text.encode())))
    rings, pays = (
        next(one for one in wall.all(Moment) if one.text == t) for t in ("Rings", "Pays")
    )
    assert (rings.rating, rings.is_ticked, pays.rating) == (Rating.MAGICAL, True, Rating.MISERABLE)
    actions = {one.text: (one.owner, str(one.due)) for one in wall.all(PlannedAction)}
    assert actions == {"Call back": ("Ann", "2026-12-03"), "Sign": ("", "2026-12-05")}
    assert [one.text for one in wall.all(Idea)] == ["A bell"]
    assert wall.count(Assessment) == 2


def test_cells_that_make_no_sense_are_left_out_and_told_with_their_rows() -> None:
    text = "moment,rating,tick,due,action\nRings,blue,perhaps,soonish,Act\n"
    found = made(csv_table(text.encode()))
    assert found.count(Moment) == 1
    assert len(found.warnings) == 3
    assert all(one.startswith("Row 2: ") for one in found.warnings)


def test_a_change_of_meaning_changes_what_is_made() -> None:
    table = csv_table(b"note,where\nRings,Before\nPays,Inside\n")
    mapping = guess(table)
    assert made(table, mapping).count(Step) == 2
    wall = wall_of(made(table, mapping.having(1, Meaning.STAGE)))
    assert [one[0] for one in picture(wall)] == ["Before", "Inside"]


def test_without_words_nothing_is_made() -> None:
    table = csv_table(b"a,b\n1,2\n")
    found = made(table, Mapping((Meaning.STAGE, Meaning.STEP)))
    assert found.records == ()
    assert "no column" in found.problems[0][1]


def test_what_no_wall_can_take_is_a_problem_with_its_row() -> None:
    rows = "".join(f"n{n},Kind {n}\n" for n in range(20))
    found = made(csv_table(f"note,channel\n{rows}".encode()), wall=blank(0))
    assert found.records == ()
    assert [row for row, _ in found.problems] == [18, 19, 20, 21]


def test_a_table_goes_on_after_the_timeline() -> None:
    wall = blank(6)
    wall_of(made(csv_table(b"note\nRings\n")), wall)
    before = [one.id for one in steps_in_order(wall)]
    found = outcome(csv_table(b"note\nPays\n"), Mapping((Meaning.MOMENT,)), wall, new_ids(999), DAY)
    wall_of(found, wall)
    assert [one.id for one in steps_in_order(wall)][: len(before)] == before
    assert [one[2] for one in picture(wall)] == [["Rings"], ["Pays"]]
