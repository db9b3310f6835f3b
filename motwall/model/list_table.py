"""The wall as text for the clipboard: its notes as lines, its moments as the rows of a table."""

from collections.abc import Sequence
from datetime import date

from motwall.model.list_columns import ListColumn, ListWords, column_titles
from motwall.model.order import all_moments
from motwall.model.store import Store


def notes_as_lines(store: Store) -> list[str]:
    """The words of the notes in the order of the wall, each in one line; blank ones left out."""
    lines = (" ".join(one.text.split()) for one in all_moments(store))
    return [one for one in lines if one]


def moments_as_rows(store: Store, columns: Sequence[ListColumn], today: date) -> list[list[str]]:
    """What the list view says, in the order of the wall, under its headings."""
    words, titles = ListWords(store), column_titles()
    head = [titles[column] for column in columns]
    rows = (
        [words.words(moment, column, today) for column in columns] for moment in all_moments(store)
    )
    return [head, *rows]
