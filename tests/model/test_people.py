from datetime import timedelta

import pytest

from motwall.model.people import begun, completed, names_in, people, suggested
from tests.factories import NOON, TODAY, action, moment, session, store_with


def test_everybody_once_those_of_the_latest_session_first() -> None:
    note = moment("a")
    earlier = session(held_on=TODAY - timedelta(weeks=4), opened_at=NOON - timedelta(weeks=4),
                      attendees="Cem\nAnn", facilitator="Fay")  # fmt: skip
    now = session(held_on=TODAY, opened_at=NOON, attendees="Ann, Ben;  Dora   Day\n\n")
    owned = [action(note, rank=1, owner="ben"), action(note, rank=2, owner="Zoe, Ann")]
    sentence = action(note, rank=3, owner="Whoever happens to be nearest to the telephone")
    store = store_with(note, earlier, now, *owned, sentence)
    assert people(store) == ["Ann", "Ben", "Dora Day", "Cem", "Fay", "Zoe"]
    assert people(store_with()) == []
    assert names_in(" , ;\n") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ["Ann", "Zo\u00eb Day", "Dora"]),
        ("d", ["Zo\u00eb Day", "Dora"]),
        ("zoe d", ["Zo\u00eb Day"]),
        ("Ann", []),
        ("Ann, ", ["Zo\u00eb Day", "Dora"]),
        ("Ann, do", ["Dora"]),
        ("x", []),
    ],
)
def test_the_names_that_may_be_meant(text: str, names: list[str]) -> None:
    assert suggested(["Ann", "Zo\u00eb Day", "Dora"], text) == names


def test_of_several_the_last_name_is_completed() -> None:
    assert begun("Ann, d") == "d"
    assert completed("Ann, d", "Dora") == "Ann, Dora"
    assert completed("", "Dora") == "Dora"
    assert completed("Ann,", "Dora") == "Ann, Dora"
