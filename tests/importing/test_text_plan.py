import pytest

from motwall.importing import text_plan
from motwall.importing.table import ROW_LIMIT
from motwall.model.errors import ImportRefused
from motwall.model.records import Moment
from tests.factories import new_ids
from tests.importing.samples import blank, of, on_wall, picture


def test_a_line_is_a_moment_and_a_step() -> None:
    raw = "Sees the sign\r\n\n  \nOpens, the door\rWaits\u2028Pays\n=1\n'=1".encode()
    store = on_wall(text_plan.parse(raw, blank(), new_ids()))
    texts = ["Sees the sign", "Opens, the door", "Waits", "Pays", "=1", "'=1"]
    assert picture(store) == [("", "", [text]) for text in texts]


def test_equal_lines_stay_two_moments() -> None:
    assert len(of(text_plan.parse(b"Waits\nWaits\n", blank(), new_ids()), Moment)) == 2


def test_it_goes_on_after_the_last_step() -> None:
    store = on_wall(text_plan.parse(b"one\n", blank(), new_ids()))
    later = on_wall(text_plan.parse(b"two\n", store, new_ids(50)), store)
    assert picture(later) == [("", "", ["one"]), ("", "", ["two"])]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    plan = text_plan.parse("Größe €\n".encode(encoding), blank(), new_ids())
    assert [one.text for one in of(plan, Moment)] == ["Größe €"]


def test_a_long_line_is_cut_and_told_with_its_number() -> None:
    plan = text_plan.parse(b"\nshort\n" + b"x" * 100_000, blank(), new_ids())
    assert [len(one.text) for one in of(plan, Moment)] == [5, 4000]
    assert len(plan.warnings) == 1
    assert plan.warnings[0].startswith("Line 3")


@pytest.mark.parametrize("raw", [b"", b" \n\n", b"a\0" * 50, b"x\n" * (ROW_LIMIT + 1)])
def test_what_is_no_list_is_refused(raw: bytes) -> None:
    with pytest.raises(ImportRefused):
        text_plan.parse(raw, blank(), new_ids())


def test_lines_of_a_pasted_list() -> None:
    assert list(text_plan.lines_of("a\n\n\tb\x07\x85c")) == [(1, "a"), (3, " b"), (4, "c")]
