"""Files are read by a process of their own, which may die of them without harm."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from motwall.__main__ import main as program
from motwall.importing import HIDDEN, apart
from motwall.importing.apart import Answer, command, contents_of, read, read_apart
from motwall.importing.child import main
from motwall.model.errors import ExtraMissing, ImportRefused
from motwall.model.records import Moment, Wall
from motwall.model.store import Store
from tests.factories import an_id
from tests.importing.samples import json_file

JSON = json_file(
    [{"type": "Wall", "id": an_id(1)}, {"type": "Moment", "id": an_id(2), "text": "Greet " * 999}]
)


def refusal(kind: str, raw: bytes, seconds: float = 10.0, megabytes: int = 512) -> str:
    with pytest.raises(ImportRefused) as error:
        read_apart(kind, raw, seconds, megabytes)
    return error.value.problems[0][1]


@pytest.mark.parametrize(("kind", "raw"), [("json", JSON), ("csv", b"a,b\n1,\xc3\xa9\n")])
def test_the_answer_is_what_reading_here_says(kind: str, raw: bytes) -> None:
    assert read_apart(kind, raw) == contents_of(kind, raw)


def test_problems_come_with_their_rows() -> None:
    with pytest.raises(ImportRefused) as error:
        read_apart("csv", b'a\n"b\n')
    assert error.value.problems == [(2, "its quotation marks do not match")]


def test_a_child_that_takes_too_long_is_ended() -> None:
    assert refusal("csv", b"a,b\n", seconds=0.001) == "reading the file takes too long"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such bound")
def test_a_child_that_takes_too_much_memory_says_so() -> None:
    assert refusal("csv", b"a\n" * 1_000_000, megabytes=50) == (
        "reading the file takes too much memory"
    )


def test_a_child_that_dies_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda _: [sys.executable, "-c", "print('{}')"])
    assert refusal("csv", b"a\n") == "the file could not be read in full"
    monkeypatch.setattr(apart, "command", lambda _: ["/nowhere/at/all"])
    assert refusal("csv", b"a\n") == "the file could not be read in full"


def test_small_files_need_no_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda _: ["/nowhere/at/all"])
    assert read("csv", b"a,b\n1,2\n").tables
    with pytest.raises(ImportRefused):
        read("csv", b"a,b\n1,2\n" * 99_999)
    with pytest.raises(ImportRefused):
        read("xlsx", b"")


def test_the_child_is_the_program_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert command("csv")[0] == sys.executable
    assert command("csv")[-2:] == [HIDDEN, "csv"]
    # A file of our name where we happen to be is not our program.
    (tmp_path / "motwall.py").write_text("print('not me')")
    done = subprocess.run(
        command("csv"), input=b"a,b\n1,2\n", capture_output=True, cwd=tmp_path, check=True
    )
    assert json.loads(done.stdout.splitlines()[0]) == {"table": ""}
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("csv") == [sys.executable, HIDDEN, "csv"]


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["pdf", "5"]])
def test_the_child_reads_no_other_kinds(arguments: list[str]) -> None:
    assert program([HIDDEN, *arguments]) == 2


def test_the_answer_is_plain_json_in_pieces() -> None:
    target = io.BytesIO()
    rows = "".join(f"{n}\n" for n in range(450))
    assert main("csv", io.BytesIO(b"a\n" + rows.encode()), target) == 0
    lines = [json.loads(one) for one in target.getvalue().splitlines()]
    assert [next(iter(one)) for one in lines] == ["table", "rows", "rows", "rows", "done"]


def test_an_answer_may_come_in_any_pieces() -> None:
    target = io.BytesIO()
    main("json", io.BytesIO(JSON), target)
    answer = Answer()
    for place in range(0, len(target.getvalue()), 7):
        answer.take(target.getvalue()[place : place + 7])
    store = Store(answer.contents().records or ())
    assert (store.count(Wall), store.count(Moment), answer.count) == (1, 1, 2)


@pytest.mark.parametrize(
    "said",
    [
        b"nonsense\n",
        b"[]\n",
        b'{"rows": []}\n{"done": true}',
        b'{"rows": [[1, ["a"]]]}\n',
        b'{"records": [{"type": "Moment", "id": "no"}]}\n',
        b'{"table": "a"}\n',
    ],
)
def test_what_is_no_whole_answer_is_refused(said: bytes) -> None:
    answer = Answer()
    with pytest.raises(ImportRefused):  # noqa: PT012 -- whichever notices first
        answer.take(said)
        answer.contents()


def test_a_missing_extra_is_told_by_the_child_too() -> None:
    answer = Answer()
    answer.take(b'{"missing": true}\n')
    with pytest.raises(ExtraMissing):
        answer.contents()
