"""What words typed or pasted into a cell of the list view mean; what means nothing is refused."""

import re
from enum import StrEnum

from motwall.i18n import translate
from motwall.model.finding import folded
from motwall.model.list_columns import (
    TEXT_FIELDS,
    WRITABLE,
    YES_FIELDS,
    ListColumn,
    column_titles,
    unsorted_word,
    yes_word,
)
from motwall.model.order import contact_types, steps_in_order
from motwall.model.records import Evidence, MomentKind, Rating
from motwall.model.store import Store
from motwall.model.words import evidence_word, kind_word, rating_word

_NUMBERED = re.compile(r"(\d{1,6})(?:\s+(.*))?", re.DOTALL)
_YES = {"x", "1", "true", "y", "\N{CHECK MARK}", "\N{HEAVY CHECK MARK}"}
_NO = {"", "-", "0", "false", "n"}
#: Of the words in a sentence that refuses them.
_MOST_LETTERS = 40


class NotTaken(Exception):
    """A cell cannot hold those words; its text is the sentence that says why."""


def value_of(store: Store, column: ListColumn, words: str) -> object:
    """The value that words mean for a column: text, id, rating, ...; None for "nothing".

    Raises:
        NotTaken: They mean nothing there, or the column follows from something else.
    """
    if column not in WRITABLE:
        sentence = translate("List", "{column} follows from something else; it is left as it is.")
        raise NotTaken(sentence.format(column=column_titles()[column]))
    if column in TEXT_FIELDS:
        return words
    plain = folded(words)
    if column in YES_FIELDS:
        return _yes_or_no(column, plain, words)
    if column is ListColumn.STEP:
        return _step(store, plain, words)
    if not plain:
        return empty_value(column)
    if column is ListColumn.CONTACT_TYPE:
        return _contact_type(store, plain, words)
    return _one_of(_choices(column), column, words)


def empty_value(column: ListColumn) -> object:
    """What an emptied cell holds; only for a column that takes words and is not the step."""
    defaults: dict[ListColumn, object] = {
        ListColumn.EVIDENCE: Evidence.ASSUMED,
        ListColumn.KIND: MomentKind.CONTACT,
    }
    if column in YES_FIELDS:
        return False
    return defaults.get(column, "" if column in TEXT_FIELDS else None)


def shortened(words: str) -> str:
    """Words as a sentence can quote them: one line, short."""
    flat = " ".join(words.split())
    return flat if len(flat) <= _MOST_LETTERS else f"{flat[:_MOST_LETTERS]}\N{HORIZONTAL ELLIPSIS}"


def _choices(column: ListColumn) -> dict[str, StrEnum]:
    if column is ListColumn.RATING:
        return {rating_word(one): one for one in Rating}
    if column is ListColumn.EVIDENCE:
        return {evidence_word(one): one for one in Evidence}
    return {kind_word(one): one for one in MomentKind}


def _one_of(values: dict[str, StrEnum], column: ListColumn, words: str) -> StrEnum:
    plain = folded(words)
    for word, value in values.items():
        if plain in {folded(word), value.value}:
            return value
    sentence = translate("List", "{column} does not know “{words}”; it can be {values}.")
    raise NotTaken(
        sentence.format(
            column=column_titles()[column], words=shortened(words), values=", ".join(values)
        )
    )


def _yes_or_no(column: ListColumn, plain: str, words: str) -> bool:
    if plain in _YES or plain == folded(yes_word()):
        return True
    if plain in _NO or plain == folded(translate("List", "no")):
        return False
    sentence = translate("List", "{column} is yes or empty, not “{words}”.")
    raise NotTaken(sentence.format(column=column_titles()[column], words=shortened(words)))


def _contact_type(store: Store, plain: str, words: str) -> str:
    types = contact_types(store)
    hits = [one for one in types if folded(one.name) == plain]
    hits += [one for one in types if folded(one.code) == plain]
    if hits:
        return hits[0].id
    sentence = translate("List", "This wall has no contact type “{words}”.")
    raise NotTaken(sentence.format(words=shortened(words)))


def _step(store: Store, plain: str, words: str) -> str | None:
    """A step by its number, by number and title as it is shown, or by a title that is there once.

    A number with the title of another step is no step: the timeline has changed since.
    """
    if plain in {"", folded(unsorted_word())}:
        return None
    steps = steps_in_order(store)
    titled = [one for one in steps if one.title and folded(one.title) == plain]
    if len(titled) == 1:
        return titled[0].id
    numbered = _NUMBERED.fullmatch(plain)
    if numbered is not None and 1 <= int(numbered[1]) <= len(steps):
        step = steps[int(numbered[1]) - 1]
        if not numbered[2] or numbered[2] == folded(step.title):
            return step.id
    sentence = translate("List", "There is no step “{words}”.")
    raise NotTaken(sentence.format(words=shortened(words)))
