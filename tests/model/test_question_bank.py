import json
from typing import Any

import pytest

from motwall.model.errors import BadRecord
from motwall.model.finding import folded
from motwall.model.question_bank import (
    BANK_NAMES,
    MOST_QUESTIONS,
    BankQuestion,
    area_title,
    banks,
    load,
    parse,
    with_question,
)
from motwall.model.question_bank import (
    written as file_of,
)
from motwall.model.records import AnswerKind
from motwall.resources import resource

HEAD: dict[str, Any] = {
    "format": "motwall-questions",
    "version": 1,
    "name": "mine",
    "title": "My own",
    "hint": "",
    "questions": ["Is it warm?"],
}


def written(**values: object) -> str:
    return json.dumps({**HEAD, **values})


def test_the_names_are_those_of_the_files() -> None:
    files = resource("questions").glob("*.json")
    assert sorted(BANK_NAMES) == sorted(one.stem for one in files)


@pytest.mark.parametrize("name", BANK_NAMES)
def test_a_bank_that_comes_along_is_worth_asking(name: str) -> None:
    bank = load(name)
    assert bank.name == name
    assert bank.title
    assert bank.hint.endswith(".")
    assert 8 <= len(bank.questions) <= 12
    for one in bank.questions:
        assert one.area == name
        assert one.text.endswith("?")
        assert len(one.text) <= 100
    assert {one.kind for one in bank.questions} == set(AnswerKind)


def test_no_question_is_in_two_banks() -> None:
    texts = [folded(one.text) for bank in banks() for one in bank.questions]
    assert len(texts) == len(set(texts))


def test_an_unknown_bank() -> None:
    with pytest.raises(KeyError):
        load("../templates/shop")


def test_a_users_own_bank_is_cleaned() -> None:
    questions = ["Is it\twarm? ", {"text": "Why?", "kind": "words"}, "is it  WARM?"]
    bank = parse(written(questions=questions, title=" My\nown ", hint="So.\n"))
    assert (bank.name, bank.title, bank.hint) == ("mine", "My own", "So.")
    assert [one.kind for one in bank.questions] == [AnswerKind.YES_NO, AnswerKind.WORDS]
    assert bank.questions[1] == BankQuestion("Why?", AnswerKind.WORDS, "mine")


def test_own_banks_come_last_or_replace_those_of_their_name() -> None:
    own, phone = parse(written()), parse(written(name="phone", title="Telephone"))
    known = banks([own, phone])
    assert [one.name for one in known] == [*BANK_NAMES, "mine"]
    assert area_title("phone", known) == "Telephone"
    assert area_title("gone", known) == "gone"


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("", ""),
        ("[" * 100_000, ""),
        ("[]", ""),
        ("{}", ""),
        (written(extra=1), ""),
        (written(format="motwall"), "format"),
        (written(version=2), "version"),
        (written(name=""), "name"),
        (written(name=3), "name"),
        (written(title=" "), "title"),
        (written(hint=None), "hint"),
        (written(questions="Why?"), "questions"),
        (written(questions=[]), "questions"),
        (written(questions=["x"] * (MOST_QUESTIONS + 1)), "questions"),
        (written(questions=[3]), "questions"),
        (written(questions=[{"kind": "words"}]), "questions"),
        (written(questions=[{"text": "a", "area": "b"}]), "questions"),
        (written(questions=[{"text": 3}]), "questions"),
        (written(questions=[{"text": "a", "kind": "number"}]), "questions"),
        (written(questions=[{"text": "a", "kind": []}]), "questions"),
        (written(questions=[" \n"]), "questions"),
    ],
)
def test_what_is_no_bank_is_refused(text: str, field: str) -> None:
    with pytest.raises(BadRecord) as caught:
        parse(text)
    assert caught.value.field == field


def test_a_question_is_kept_in_a_users_own_bank() -> None:
    bank = with_question(parse(written()), " Who  opened? ", AnswerKind.WORDS)
    assert bank.questions[1] == BankQuestion("Who  opened?", AnswerKind.WORDS, "mine")
    assert with_question(bank, "who opened?", AnswerKind.YES_NO) is bank
    with pytest.raises(BadRecord):
        with_question(bank, " ", AnswerKind.YES_NO)
    full = parse(written(questions=[f"{one}?" for one in range(MOST_QUESTIONS)]))
    assert with_question(full, "One more?", AnswerKind.YES_NO) is full


def test_a_bank_is_read_again_as_it_was_written() -> None:
    bank = with_question(load("phone"), "Höfliches Wort?", AnswerKind.YES_NO)
    assert parse(file_of(bank)) == bank
    assert "Höfliches" in file_of(bank)
