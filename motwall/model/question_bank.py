"""Questions to ask of moments, by contact area: those that come along, and a user's own files.

A bank is a JSON file in `resources/questions/`:
`{"format": "motwall-questions", "version": 1, "name", "title", "hint", "questions": [...]}`. The
name is the file's own, and what questions pulled from it keep as their area; title and hint are
shown above the list. A question is its text, or `{"text", "kind"}` with the kind "yes_no" or
"words". Files of users may hold the same, and are added beside those that come along.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from motwall.model.clean_text import LINE_LIMIT, clean_text
from motwall.model.errors import BadRecord, QuestionsUnreadable
from motwall.model.finding import folded
from motwall.model.records import AnswerKind
from motwall.resources import resource

#: The banks that come along, in the order in which they are offered.
BANK_NAMES = ("phone", "walking-in", "sales-talk", "problems", "paying")
#: The name of the bank into which a window puts a user's own questions.
OWN_NAME = "own"
#: More than this is no list to ask a customer's way through.
MOST_QUESTIONS = 200

_HEAD = {"format": "motwall-questions", "version": 1}
_CARD = ("name", "title", "hint")


class BankQuestion(NamedTuple):
    """A question of a bank.

    Attributes:
        text: Clean and not empty.
        kind: How it is answered.
        area: The name of the bank.
    """

    text: str
    kind: AnswerKind
    area: str


@dataclass(frozen=True, slots=True)
class QuestionBank:
    """The questions of one contact area.

    Attributes:
        name: What its questions keep as their area.
        title: Above the list.
        hint: One sentence to keep in mind; may be "".
        questions: In their order, none twice.
    """

    name: str
    title: str
    hint: str
    questions: tuple[BankQuestion, ...]


class OwnBanks(NamedTuple):
    """The banks in a user's own files.

    Attributes:
        banks: Those that could be read.
        unread: What was wrong with the others.
    """

    banks: tuple[QuestionBank, ...] = ()
    unread: tuple[QuestionsUnreadable, ...] = ()


def load(name: str) -> QuestionBank:
    """Read a bank that comes along.

    Raises:
        KeyError: There is none of that name.
        BadRecord: Its file is damaged.
    """
    if name not in BANK_NAMES:
        raise KeyError(name)
    return parse(resource(f"questions/{name}.json").read_text(encoding="utf-8"))


def banks(own: Iterable[QuestionBank] = ()) -> list[QuestionBank]:
    """All banks: those that come along, and a user's own, which replace those of the same name."""
    found = {name: load(name) for name in BANK_NAMES}
    found.update({one.name: one for one in own})
    return list(found.values())


def with_question(bank: QuestionBank, text: str, kind: AnswerKind) -> QuestionBank:
    """The bank with one question more at its end; as it is if it holds that question, or is full.

    Raises:
        BadRecord: The text is blank.
    """
    one = _question({"text": text, "kind": kind.value}, bank.name)
    is_known = folded(one.text) in {folded(each.text) for each in bank.questions}
    if is_known or len(bank.questions) >= MOST_QUESTIONS:
        return bank
    return replace(bank, questions=(*bank.questions, one))


def written(bank: QuestionBank) -> str:
    """The text of a bank's file; `parse` reads it."""
    questions: list[object] = [
        one.text if one.kind is AnswerKind.YES_NO else {"text": one.text, "kind": one.kind.value}
        for one in bank.questions
    ]
    card = {"name": bank.name, "title": bank.title, "hint": bank.hint}
    return json.dumps({**_HEAD, **card, "questions": questions}, ensure_ascii=False, indent=2)


def area_title(area: str, known: Iterable[QuestionBank]) -> str:
    """The title of the bank a question came from; its name where the bank is no longer there."""
    return next((one.title for one in known if one.name == area), area)


def parse(text: str) -> QuestionBank:
    """Read a bank file's text; texts are cleaned, and a question that stands twice counts once.

    Raises:
        BadRecord: It is no bank; the field says which part is wrong.
    """
    try:
        file = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadRecord("QuestionBank", "", None) from error
    if not isinstance(file, dict) or set(file) != {*_HEAD, *_CARD, "questions"}:
        raise BadRecord("QuestionBank", "", None)
    for key, value in _HEAD.items():
        if file[key] != value:
            raise BadRecord("QuestionBank", key, file[key])
    name, title, hint = (_line(key, file[key], is_needed=key != "hint") for key in _CARD)
    listed = file["questions"]
    if not isinstance(listed, list) or not 0 < len(listed) <= MOST_QUESTIONS:
        raise BadRecord("QuestionBank", "questions", None)
    questions = {folded(one.text): one for one in (_question(each, name) for each in listed)}
    return QuestionBank(name, title, hint, tuple(questions.values()))


def _line(key: str, value: object, *, is_needed: bool) -> str:
    if not isinstance(value, str):
        raise BadRecord("QuestionBank", key, value)
    line = clean_text(value, LINE_LIMIT, one_line=True).text.strip()
    if is_needed and not line:
        raise BadRecord("QuestionBank", key, value)
    return line


def _question(written: object, area: str) -> BankQuestion:
    if isinstance(written, str):
        written = {"text": written}
    if not isinstance(written, dict) or not {"text"} <= set(written) <= {"text", "kind"}:
        raise BadRecord("QuestionBank", "questions", written)
    text, kind = written["text"], written.get("kind", AnswerKind.YES_NO.value)
    if not isinstance(text, str) or kind not in list(AnswerKind):
        raise BadRecord("QuestionBank", "questions", written)
    cleaned = clean_text(text).text.strip()
    if not cleaned:
        raise BadRecord("QuestionBank", "questions", written)
    return BankQuestion(cleaned, AnswerKind(kind), area)
