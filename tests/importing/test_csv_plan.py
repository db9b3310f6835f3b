import codecs

import pytest

from motwall.importing import csv_plan
from motwall.importing.decoding import SIZE_LIMIT
from motwall.importing.table import ROW_LIMIT
from motwall.model.errors import ImportRefused
from motwall.model.order import rows_in_order, stack, steps_in_order, timeline_moments
from motwall.model.records import (
    Assessment,
    ContactType,
    Idea,
    Moment,
    PlannedAction,
    Rating,
    Row,
    Stage,
    Step,
)
from motwall.model.rows import MAX_ROWS
from tests.factories import new_ids, row, store_with, texts, wall
from tests.importing.samples import DAY, blank, of, on_wall, picture, problems_of, read_csv

FULL = """\
stage,step,moment,contact type,description,issue,ranking,expectation,today,ultimate,idea,action,owner,due
Before,Find us,The sign,FI,Faded,Unlit,miserable,To see it,They miss it,A landmark,Paint it,Ask Jo,Ann,2026-04-01
"""  # noqa: E501 -- a row of a CSV file is one line


def test_every_column_arrives() -> None:
    store = on_wall(read_csv(FULL))
    (moment,) = store.all(Moment)
    assert picture(store) == [("Before", "Find us", ["The sign"])]
    assert store.get(ContactType, str(moment.contact_type_id)).code == "FI"
    assert (moment.description, moment.issue, moment.expectation) == ("Faded", "Unlit", "To see it")
    assert (moment.today, moment.ultimate) == ("They miss it", "A landmark")
    assert (moment.rating, moment.rated_on) == (Rating.MISERABLE, DAY)
    assert [one.text for one in store.all(Idea)] == ["Paint it"]
    (action,) = store.all(PlannedAction)
    assert (action.text, action.owner, str(action.due)) == ("Ask Jo", "Ann", "2026-04-01")
    assert action.from_rating is Rating.MISERABLE


def test_a_ranking_comes_with_its_assessment() -> None:
    plan = read_csv("moment,rating\nThe sign,Magical\nThe door,\n")
    moments = of(plan, Moment)
    (assessment,) = of(plan, Assessment)
    assert assessment.moment_id == moments[0].id
    assert (assessment.rating, assessment.rated_on) == (Rating.MAGICAL, DAY)
    assert (moments[1].rating, moments[1].rated_on) == (None, None)


def test_only_moment_is_needed_and_each_is_a_step() -> None:
    store = on_wall(read_csv("Moment\nThe sign\n\nThe door\n"))
    assert picture(store) == [("", "", ["The sign"]), ("", "", ["The door"])]


def test_neighbours_with_one_stage_and_step_are_one_run_and_one_stack() -> None:
    rows = "A,S,one;A,S,two;A,T,three;A,,four;A,,five;,,six;A,S,seven;B,S,eight".replace(";", "\n")
    store = on_wall(read_csv("stage,step,moment\n" + rows))
    assert picture(store) == [
        ("A", "S", ["one", "two"]),
        ("A", "T", ["three"]),
        ("A", "", ["four"]),
        ("A", "", ["five"]),
        ("", "", ["six"]),
        ("A", "S", ["seven"]),
        ("B", "S", ["eight"]),
    ]
    assert store.count(Stage) == 3


def test_equal_rows_are_one_moment_and_add_to_it() -> None:
    plan = read_csv(
        "stage,step,moment,contact type,description,idea\n"
        "A,S,Greet,FF,Smile,first\n"
        "B,T,Pay,FF,,\n"
        "A,S,Greet,Face to face,Nod,second\n"
        "B,T,Leave,,,\n"
        "A,S,Greet,FI,Smile,\n"
    )
    store = on_wall(plan)
    assert picture(store) == [
        ("A", "S", ["Greet"]),
        ("B", "T", ["Pay", "Leave"]),
        ("A", "S", ["Greet"]),  # another contact type: another moment
    ]
    assert of(plan, Moment)[0].description == "Smile\nNod"
    assert [idea.text for idea in of(plan, Idea)] == ["first", "second"]


def test_an_empty_moment_cell_adds_to_the_row_above() -> None:
    plan = read_csv(
        "stage,moment,idea,action,owner\n"
        "A,Greet,one,,\n"
        ",,two,do it,Ann\n"
        "A,,,do that,\n"
        ",,two,do it,Ann\n"
    )
    (moment,) = of(plan, Moment)
    ideas = of(plan, Idea)
    assert [(one.text, one.moment_id) for one in ideas] == [("one", moment.id), ("two", moment.id)]
    assert ideas[0].rank < ideas[1].rank
    actions = of(plan, PlannedAction)
    assert [(one.text, one.owner) for one in actions] == [("do it", "Ann"), ("do that", "")]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("moment,idea\n,lonely\n", [2]),
        ("moment,description\nGreet,a\n,b\n", [3]),
        ("moment,rating\nGreet,great\nPay,neutral\nLeave,bad\n", [2, 4]),
        ("moment,rating\nGreet,neutral\nGreet,magical\n", [3]),
        ("moment,action,due\nGreet,do,1.4.2026\n", [2]),
        ("moment,action,due\nGreet,do,2026-02-30\n", [2]),
        ("moment,action,due\nGreet,do,20260401\n", [2]),
        ("moment,action,due\nGreet,do,2026-W14-3\n", [2]),
        ("moment,due\n\nGreet,soon\n", [3]),
        ("moment,step\nGreet,S,more\n", [2]),
        ('moment,step\n"Greet"x,S\n', [2]),
        ('moment,step\nPay,S\n"Greet,S\nLeave,T\n', [3]),
        ("step,stage\nS,A\n", [1]),
        ("moment,step,STEP\nGreet,S,T\n", [1]),
        ("moment,ranking,rating\nGreet,neutral,neutral\n", [1]),
        ("moment\n", [0]),
        ("", [1]),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_rows(text: str, rows: list[int]) -> None:
    assert [row for row, _ in problems_of(text)] == rows


def test_a_row_number_counts_rows_of_the_sheet_not_lines() -> None:
    assert problems_of('moment,rating\n"two\nlines",\n\nGreet,so-so\n')[0][0] == 4


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_encodings_and_line_ends(delimiter: str, encoding: str, end: str) -> None:
    text = end.join(delimiter.join(row) for row in (["Step", "MOMENT"], ["S", "Größe „é“ € 5"], []))
    raw = text.encode(encoding)
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    store = on_wall(read_csv(marks.get(encoding, b"") + raw))
    assert picture(store) == [("", "S", ["Größe „é“ € 5"])]


def test_quotes_hold_delimiters_quotes_and_line_ends() -> None:
    (moment,) = of(read_csv('moment;step\n"a;b ""c""\r\nd";S\n'), Moment)
    assert moment.text == 'a;b "c"\nd'


def test_a_quoted_header_tells_its_delimiter_too() -> None:
    store = on_wall(read_csv('"step";"moment"\n"S, T";"a;b"\n'))
    assert picture(store) == [("", "S, T", ["a;b"])]


def test_a_header_of_one_name_leaves_commas_alone() -> None:
    plan = read_csv('moment\nEnter, look; turn\n"Say ""hello"", smile"\n')
    assert [one.text for one in of(plan, Moment)] == ["Enter, look; turn", 'Say "hello", smile']


@pytest.mark.parametrize("raw", [b"\xff\xfem", "moment\nGreet\n".encode("utf-16-le"), b"\x81" * 9])
def test_bytes_that_are_no_text_are_refused(raw: bytes) -> None:
    ((row, problem),) = problems_of(raw)
    assert row == 0
    assert "UTF-8" in problem


def test_a_stray_nul_and_other_control_characters_are_dropped() -> None:
    plan = read_csv("moment,step\nGre\x00et\x07 \u202eall,\x01\n\x02,\n")
    assert [one.text for one in of(plan, Moment)] == ["Greet all"]
    assert [one.title for one in of(plan, Step)] == [""]


def test_a_prefixed_apostrophe_goes_and_any_other_stays() -> None:
    meant = {
        "'=1+1": "=1+1",
        "'+1": "+1",
        "'-1": "-1",
        "'@x": "@x",
        "'\tx": " x",
        "'\ry": "\ny",
        "''quoted'": "'quoted'",
        "'tis": "'tis",
        "' =1": "' =1",
        "'": "'",
        "=1": "=1",
    }
    text = "moment,step\n" + "".join(f'"{cell}",\n' for cell in meant)
    assert [one.text for one in of(read_csv(text), Moment)] == list(meant.values())


def test_long_texts_are_cut_and_told() -> None:
    text = f"step,moment,owner,action\n{'s' * 300},{'m' * 100_000},{'o' * 201},do\n"
    plan = read_csv(text)
    assert len(of(plan, Moment)[0].text) == 4000
    assert len(of(plan, Step)[0].title) == 200
    assert len(of(plan, PlannedAction)[0].owner) == 200
    assert len(plan.warnings) == 3
    assert any("Row 2, moment" in one and "4000" in one for one in plan.warnings)


def test_unknown_columns_are_told_and_left_out() -> None:
    plan = read_csv("moment,Colour,,\nGreet,red,,x\nPay,blue,,\n")
    assert len(of(plan, Moment)) == 2
    assert len(plan.warnings) == 2
    assert '"colour"' in plan.warnings[0]


def test_trailing_delimiters_are_no_columns() -> None:
    assert read_csv("moment;;\nGreet;;;;\n").warnings == ()


def test_an_owner_without_an_action_is_told() -> None:
    plan = read_csv("moment,owner\nGreet,Ann\n")
    assert of(plan, PlannedAction) == []
    assert "Row 2" in plan.warnings[0]


def test_types_are_found_by_code_and_name_and_made_when_unknown() -> None:
    plan = read_csv(
        "moment,contact type\na,ff\nb,FIRST IMPRESSIONS\n"
        "c,Drone drop\nd,drone drop\ne,Phone\nf,wb\ng,\n"
    )
    store = on_wall(plan)
    found = [store.find(ContactType, one.contact_type_id) for one in of(plan, Moment)]
    codes = [one.code if one else "" for one in found]
    assert codes == ["FF", "FI", "DD", "DD", "PH", "WB", ""]
    assert found[5] is not None
    assert found[5].name == "Webinar"
    types = store.all(ContactType)
    assert len({one.colour for one in types}) == len(types) == 5
    assert len({one.pattern for one in types}) == 5
    assert len({one.rank for one in types}) == 5


def test_codes_of_made_types_do_not_clash() -> None:
    plan = read_csv("moment,contact type\na,Door desk\nb,Dog day\nc,会议\nd,Q\n")
    assert [one.code for one in of(plan, ContactType)] == ["DD", "D2", "XX", "X2"]


def test_a_long_type_name_is_cut_once_and_told() -> None:
    name = "n" * 300
    plan = read_csv(f"moment,contact type\na,{name}\nb,{name}\n")
    assert [len(one.name) for one in of(plan, ContactType)] == [200]
    assert len(plan.warnings) == 1


def test_a_seventeenth_type_is_refused_with_its_row() -> None:
    rows = "".join(f"m{n},type {n}\n" for n in range(1, 17))
    assert [row for row, _ in problems_of("moment,contact type\n" + rows, blank(2))] == [16, 17]
    assert len(of(read_csv("moment,contact type\n" + rows, blank(0)), ContactType)) == 16


def test_it_goes_on_after_the_last_step_of_a_wall() -> None:
    store = on_wall(read_csv("stage,step,moment\nA,S,one\n"))
    raw = b"stage,step,moment\nA,S,one\nB,T,two\n"
    again = on_wall(csv_plan.parse(raw, store, new_ids(500), DAY), store)
    assert picture(again) == [("A", "S", ["one"]), ("A", "S", ["one"]), ("B", "T", ["two"])]


def test_too_many_rows_or_columns_or_bytes_are_refused() -> None:
    assert problems_of("moment\n" + "x\n" * (ROW_LIMIT + 1))[0][0] == 0
    assert len(of(read_csv("moment,step\n" + "x,\n" * ROW_LIMIT), Moment)) == 1
    assert problems_of("moment," * 201)[0][0] == 1
    assert problems_of(b"moment\n" + b"x" * SIZE_LIMIT)[0][0] == 0


def test_all_problems_are_told_at_once() -> None:
    rows = "".join(f"m{n},bad\n" for n in range(100))
    with pytest.raises(ImportRefused) as caught:
        read_csv("moment,rating\n" + rows)
    assert len(caught.value.problems) == 100


def test_titles_are_compared_clean() -> None:
    """The same title may come composed or not, or longer than a title can be."""
    long = "x" * 250
    text = (
        "stage,step,moment\n"
        "Arriv\u00e9e,Caf\u00e9,Rings\nArrive\u0301e,Cafe\u0301,Asks\n"
        f'"{long}","{long}",Waits\n"{long}","{long}",Pays\n'
    )
    store = on_wall(read_csv(text))
    assert [moments for _, _, moments in picture(store)] == [["Rings", "Asks"], ["Waits", "Pays"]]
    assert store.count(Stage) == 2
    assert store.count(Step) == 2


def test_the_column_row_puts_moments_into_rows_of_one_step() -> None:
    text = (
        "stage,step,row,moment\n"
        "A,S,,sign\n"
        "A,S,Online,site\n"
        "A,S,online ,reviews\n"
        "A,T,Trade,price list\n"
        "A,S,,sign\n"
        "A,S,Trade,sign\n"
    )
    store = on_wall(read_csv(text))
    online, trade = rows_in_order(store)
    assert (online.title, trade.title) == ("Online", "Trade")
    assert picture(store) == [("A", "S", ["sign"]), ("A", "T", []), ("A", "S", [])]
    first, second, third = steps_in_order(store)
    assert texts(stack(store, first.id, online.id)) == ["site", "reviews"]
    assert texts(stack(store, second.id, trade.id)) == ["price list"]
    assert texts(stack(store, third.id, trade.id)) == ["sign"]


def test_rows_of_the_wall_are_found_by_what_they_are_called() -> None:
    titled, called = row("Online"), row("", customer="Tourists", rank=2**50)
    store = store_with(wall(customer="Regulars"), titled, called)
    text = "row,moment\nONLINE,a\ntourists,b\nregulars,c\nNew,d\n"
    on_wall(read_csv(text, store), store)
    rows = [one.row_id for one in timeline_moments(store)]
    made = rows_in_order(store)[-1]
    assert rows == [titled.id, called.id, None, made.id]
    assert made.title == "New"
    assert store.count(Row) == 3


def test_too_many_rows_are_refused_and_long_titles_cut() -> None:
    lines = [f"row {number},m {number}" for number in range(MAX_ROWS + 2)]
    problems = problems_of("row,moment\n" + "\n".join(lines))
    assert [number for number, _ in problems] == [MAX_ROWS + 2, MAX_ROWS + 3]
    assert "more than 12 further rows" in problems[0][1]
    plan = read_csv("row,moment\n" + "x" * 201 + ",m")
    assert [one.title for one in of(plan, Row)] == ["x" * 200]
    assert plan.warnings == ("Row 2: the title in column row was cut.",)


def test_a_row_without_a_moment_is_of_the_same_row() -> None:
    problems = problems_of("row,moment,idea\nOnline,a,\nTrade,,an idea\n")
    assert problems == [(3, "it has no moment that its row could belong to")]
    assert [one.text for one in of(read_csv("row,moment,idea\nOnline,a,\nOnline,,i\n"), Idea)] == [
        "i"
    ]
