from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motwall.model.action_line import read_action_line
from motwall.model.dates import read_date

TODAY = date(2026, 11, 23)  # a Monday
JUNE = date(2027, 6, 15)
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("line", "text", "owner", "due"),
    [
        ("Answer within four rings, Tom, 15 June", "Answer within four rings", "Tom", JUNE),
        ("Answer the phone; Tom; 15 June", "Answer the phone", "Tom", JUNE),
        (" Answer the phone ,Tom,15 June ", "Answer the phone", "Tom", JUNE),
        ("Answer the phone, Tom, 15 June,", "Answer the phone", "Tom", JUNE),
        ("Answer the phone, fri", "Answer the phone", "", FRIDAY),
        ("Buy a bell, hang it up, Tom, fri", "Buy a bell, hang it up", "Tom", FRIDAY),
        ("Paint it; white, not grey; fri", "Paint it; white", "not grey", FRIDAY),
        ("Paint it, Ann and the Saturday team now, fri",
         "Paint it, Ann and the Saturday team now", "", FRIDAY),
        ("Paint it, " + "x" * 41 + ", fri", "Paint it, " + "x" * 41, "", FRIDAY),
        ("Ask the baker, Tom, Friday, 27 Nov", "Ask the baker", "Tom", FRIDAY),
        ("Ask the baker, Tom, Nov 27, 2026", "Ask the baker", "Tom", FRIDAY),
        ("Ask for 3,50, Tom, +2w", "Ask for 3,50", "Tom", date(2026, 12, 7)),
        ("Sell it for 3, 50, fri", "Sell it for 3, 50", "", FRIDAY),
        ("Paint it,, fri", "Paint it", "", FRIDAY),
        ("One line\nmore, \N{LATIN SMALL LETTER E WITH ACUTE}va, fri", "One line\nmore",
         "\N{LATIN SMALL LETTER E WITH ACUTE}va", FRIDAY),
        ("Thursday, fri", "Thursday", "", FRIDAY),
    ],
)  # fmt: skip
def test_what_who_when(line: str, text: str, owner: str, due: date) -> None:
    assert read_action_line(line, TODAY) == (text, owner, due)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Answer the phone",
        "15 June",
        ", 15 June",
        ",, Tom, Ann",
        "Answer the phone, Tom",
        "Answer the phone, Tom, soon",
        "15 June, Tom, answer the phone",
        "Nov 27, 2027",
        "Turn the light on at 5,15 June",
    ],
)
def test_without_a_date_at_its_end_a_line_stays_as_it_is(line: str) -> None:
    assert read_action_line(line, TODAY) == (line, "", None)


def test_an_owner_without_anything_to_do_is_what_is_to_be_done() -> None:
    assert read_action_line(", Tom, fri", TODAY) == (", Tom", "", FRIDAY)


pieces = st.sampled_from([",", ";", " ", "Tom", "fri", "Nov", "27", "2027", "5", "x" * 41, "\n"])


@given(st.text() | st.lists(pieces).map("".join), st.dates())
def test_nothing_typed_gets_lost(line: str, today: date) -> None:
    text, owner, due = read_action_line(line, today)
    whole = line.strip()
    assert whole.startswith(text)
    after = whole[len(text) :]
    if owner:
        separator, found, after = after.partition(owner)
        assert found
        assert separator.strip() in {",", ";"}
    if due is None:
        assert (owner, after) == ("", "")
    else:
        assert text
        assert after.strip()[0] in ",;"
        assert read_date(after.strip(" ,;\n"), today) == due
