"""What words typed or pasted into a cell of the list view mean; what means nothing is refused."""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import partial

from motwall.i18n import translate
from motwall.model.figures import is_same_unit, read_figure
from motwall.model.finding import folded
from motwall.model.list_columns import (
    TEXT_FIELDS,
    WRITABLE,
    YES_FIELDS,
    ListColumn,
    column_titles,
    only_measure,
    unsorted_word,
    yes_word,
)
from motwall.model.order import contact_types, runs, steps_in_order
from motwall.model.priorities import MOST
from motwall.model.records import Evidence, MomentKind, Rating
from motwall.model.store import Store
from motwall.model.words import evidence_word, kind_word, rating_word

_NUMBERED = re.compile(r"(\d{1,6})(?:\s+(.*))?", re.DOTALL)
_YES = {"x", "1", "true", "y", "\N{CHECK MARK}", "\N{HEAVY CHECK MARK}"}
_NO = {"-", "0", "false", "n"}
#: What may stand behind a reading: how it goes since the one before.
_TREND_SIGNS = " \N{UPWARDS ARROW}\N{DOWNWARDS ARROW}="
#: Of the words in a sentence that refuses them.
_MOST_LETTERS = 40


class NotTaken(Exception):
    """A cell cannot hold those words; its text is the sentence that says why."""


def value_of(store: Store, column: ListColumn, words: str, moment_id: str | None = None) -> object:
    """The value that words mean for a column: text, id, rating, ...; None for "nothing".

    Args:
        store: The wall.
        column: Which column.
        words: What was typed or pasted.
        moment_id: The note of the cell; None for one to come.

    Raises:
        NotTaken: They mean nothing there, or the column follows from something else.
    """
    if column not in WRITABLE:
        sentence = translate("List", "{column} follows from something else; it is left as it is.")
        raise NotTaken(sentence.format(column=column_titles()[column]))
    if column in TEXT_FIELDS:
        return words
    if column is ListColumn.MEASURE:
        return _reading(store, words, moment_id)
    plain = folded(words)
    if not plain and column is not ListColumn.STEP:
        return empty_value(column)
    read: dict[ListColumn, Callable[[Store, str, str], object]] = {
        ListColumn.STEP: _step,
        ListColumn.STAGE: _stage,
        ListColumn.PRIORITY: _priority,
        ListColumn.CONTACT_TYPE: _contact_type,
        **dict.fromkeys(YES_FIELDS, partial(_yes_or_no, column)),
    }
    return read.get(column, partial(_one_of, column))(store, plain, words)


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


def _one_of(column: ListColumn, _store: Store, plain: str, words: str) -> StrEnum:
    values = _choices(column)
    for word, value in values.items():
        if plain in {folded(word), value.value}:
            return value
    sentence = translate("List", "{column} does not know “{words}”; it can be {values}.")
    raise NotTaken(
        sentence.format(
            column=column_titles()[column], words=shortened(words), values=", ".join(values)
        )
    )


def _yes_or_no(column: ListColumn, _store: Store, plain: str, words: str) -> bool:
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


def _stage(store: Store, plain: str, words: str) -> str:
    stages = [one.stage for one in runs(store) if one.stage is not None]
    hits = [one.id for one in stages if folded(one.title) == plain]
    if hits:
        return hits[0]
    sentence = translate("List", "This wall has no stage “{words}”.")
    raise NotTaken(sentence.format(words=shortened(words)))


def _priority(_store: Store, plain: str, words: str) -> int:
    number = plain.removeprefix("p").strip()
    if number.isdecimal() and 1 <= int(number) <= MOST:
        return int(number)
    sentence = translate("List", "Priority is P1 to P{most} or empty, not “{words}”.")
    raise NotTaken(sentence.format(most=MOST, words=shortened(words)))


def _reading(store: Store, words: str, moment_id: str | None) -> float | None:
    """The number of a reading, with the measure's name and unit or without."""
    if not words.strip():
        return None
    measure = only_measure(store, moment_id) if moment_id is not None else None
    if measure is None:
        raise NotTaken(translate("List", "A reading belongs to a measure; add it under Measures."))
    plain = words.strip().removeprefix(f"{measure.name}:").rstrip(_TREND_SIGNS)
    # A unit may hold a number itself: "11 in 30".
    figure = read_figure(plain.removesuffix(measure.unit))
    if figure is None:
        sentence = translate("List", "A reading is a number such as 12.5, not “{words}”.")
        raise NotTaken(sentence.format(words=shortened(words)))
    if figure.unit and not is_same_unit(figure.unit, measure.unit):
        sentence = translate("List", "“{words}” has another unit than the measure.")
        raise NotTaken(sentence.format(words=shortened(words)))
    return figure.value


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
