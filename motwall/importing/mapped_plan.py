"""A table of any columns as an addition to a wall, by what its columns are said to mean.

The rows are brought into the form that `csv_plan` reads, so a table becomes the same wall whichever
way it comes. What other programs write differently is understood here: ratings and ticks in other
words, dates as people write them, colours, places on a board. Such a cell that makes no sense is
left out, and told with its row; what no wall can take is a problem, and nothing is imported.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from motwall.i18n import translate
from motwall.importing import board
from motwall.importing.board_colours import TypeOfColour, hex_of, types_of_colours
from motwall.importing.csv_plan import COLUMN, PRIORITY, RowReader, shortlisted_after
from motwall.importing.guessing import blocks_of
from motwall.importing.mapping import SHARED, Mapping, Meaning, data_rows
from motwall.importing.plan import Findings, Plan, quoted
from motwall.importing.rating_words import rating_of, tick_of
from motwall.importing.source_table import Cells, SourceTable
from motwall.importing.table import Row
from motwall.model.clock import NewId
from motwall.model.dates import read_date
from motwall.model.order import contact_types
from motwall.model.records import Record
from motwall.model.store import Store

#: The contact type of each colour; None is plain paper.
Colours = dict[str, TypeOfColour | None]
#: Rows between two steps.
_AT_A_TIME = 50
#: Meanings that `csv_plan` has a column for, under its name.
_AS_THEY_ARE = frozenset(Meaning) - {SHARED, Meaning.COLOUR, Meaning.X, Meaning.Y}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a table comes to.

    Attributes:
        rows: Those that make notes, in the order of time, as `csv_plan` reads them.
        records: What would be made; none if there are problems.
        warnings: Sentences about what is left out or cut.
        problems: (row, what is wrong): while there are any, nothing can be imported.
    """

    rows: tuple[Row, ...] = ()
    records: tuple[Record, ...] = ()
    warnings: tuple[str, ...] = ()
    problems: tuple[tuple[int, str], ...] = ()

    def count(self, kind: type[Record]) -> int:
        """How many records of a type would be made."""
        return sum(type(one) is kind for one in self.records)

    def plan(self) -> Plan:
        """For a patch."""
        return Plan(self.records, self.warnings)


def outcome(
    table: SourceTable, mapping: Mapping, store: Store, new_id: NewId, today: date
) -> Outcome:
    """What a table adds to a wall."""
    return Mapped(table, mapping, store, new_id, today).finished()


class Mapped:
    """Works a table out, at once or a little at a time."""

    def __init__(
        self, table: SourceTable, mapping: Mapping, store: Store, new_id: NewId, today: date
    ) -> None:
        """Begin with nothing done."""
        self._table = table
        self._mapping = mapping
        self._store = store
        self._new_id = new_id
        self._today = today
        self._findings = Findings()
        self._used = {
            meaning: place
            for place, meaning in enumerate(mapping.meanings)
            if meaning is not Meaning.LEFT_OUT
        }
        self.outcome = Outcome()

    def finished(self) -> Outcome:
        """Work it out to the end."""
        for _ in self.steps():
            pass
        return self.outcome

    def steps(self) -> Iterator[None]:
        """Work it out a little at a time; `outcome` has the result when it ends."""
        findings = self._findings
        if Meaning.MOMENT not in self._used:
            findings.refuse(0, translate("Import", "no column has the words of the notes"))
        colours = self._types_of_colours() if Meaning.COLOUR in self._used else {}
        yield
        found = yield from self._rows(colours)
        rows = self._in_order(found)
        yield
        new = {one.name: colour for colour, one in colours.items() if one and one.is_new}
        reader = RowReader(self._store, self._new_id, findings, new)
        for place, row in enumerate(rows):
            reader.take(row)
            if place % _AT_A_TIME == 0:
                yield
        if not rows and not findings.problems:
            findings.refuse(0, translate("Import", "there are no words for notes in it"))
        made = reader.places()
        for place, draft in enumerate(reader.drafts.values()):
            made += draft.records(self._new_id, self._today, findings)
            if place % _AT_A_TIME == 0:
                yield
        self._say_same(len(rows) - len(reader.drafts))
        self.outcome = Outcome(
            tuple(rows),
            () if findings.problems else tuple(shortlisted_after(self._store, made)),
            tuple(findings.warnings),
            tuple(findings.problems),
        )

    # --- rows ---

    def _rows(self, colours: Colours) -> Generator[None, None, list[tuple[Row, Cells]]]:
        """The rows with words in them, as `csv_plan` reads them, beside the cells they come of."""
        made: list[tuple[Row, Cells]] = []
        left_out = 0
        for place, (number, cells, heading) in enumerate(self._numbered()):
            row = Row(number, self._cells_of(number, cells, heading, colours))
            # An idea or action without a note belongs to the note above.
            if row.has("moment") or (made and (row.has("idea") or row.has("action"))):
                made.append((row, cells))
            else:
                left_out += 1
            if place % _AT_A_TIME == 0:
                yield
        if left_out:
            told = translate("Import", "%n row(s) without words for a note left out.", "", left_out)
            self._findings.warn(told)
        return made

    def _say_same(self, count: int) -> None:
        if count > 0 and not self._findings.problems:
            told = translate("Import", "%n row(s) are about the same note as another.", "", count)
            self._findings.warn(told)

    def _numbered(self) -> Iterator[tuple[int, Cells, str]]:
        """The rows with the heading of their block."""
        rows = data_rows(self._table, self._mapping)
        if not self._mapping.has_headings:
            for number, cells in rows:
                yield number, cells, ""
            return
        place = self._used.get(Meaning.MOMENT, 0)
        for block in blocks_of(rows):
            # A row alone is no heading: there is nothing below it.
            has_heading = len(block) > 1
            heading = _cell(block[0][1], place) or next(filter(None, block[0][1]), "")
            for number, cells in block[int(has_heading) :]:
                yield number, cells, heading if has_heading else ""

    def _cells_of(
        self, number: int, cells: Cells, heading: str, colours: Colours
    ) -> dict[str, str]:
        made = {
            meaning.replace("_", " "): _cell(cells, place)
            for meaning, place in self._used.items()
            if meaning in _AS_THEY_ARE
        }
        if self._mapping.has_places:
            made = {name: board.plain_words(words) for name, words in made.items()}
        if heading and not made.get("stage"):
            made["stage"] = heading
        colour = hex_of(_cell(cells, self._used.get(Meaning.COLOUR)))
        found = colours.get(colour) if colour else None
        if found and not made.get("contact type", "").strip():
            made["contact type"] = found[0]
        self._make_plain(number, made)
        return made

    def _make_plain(self, number: int, made: dict[str, str]) -> None:
        """Ratings, ticks and dates in the words that `csv_plan` knows; others are left out."""
        readers = {
            "rating": rating_of,
            "tick": tick_of,
            "due": self._date_of,
            "priority": _priority_of,
        }
        for name, reader in readers.items():
            word = made.get(name, "").strip()
            if not word:
                continue
            found = reader(word)
            made[name] = found or ""
            if found is None:
                told = _not_understood(name).format(row=number, word=quoted(word))
                self._findings.warn(told)

    def _date_of(self, word: str) -> str | None:
        # A time of day after the date, as boards and spreadsheets have it.
        day = read_date(word, self._today) or read_date(word[:10], self._today)
        return day.isoformat() if day else None

    # --- boards ---

    def _types_of_colours(self) -> Colours:
        """The contact type of each colour of a row that makes a note."""
        place, words = self._used[Meaning.COLOUR], self._used.get(Meaning.MOMENT)
        found = (
            hex_of(_cell(cells, place))
            for _, cells in data_rows(self._table, self._mapping)
            if _cell(cells, words).strip()
        )
        types = contact_types(self._store)
        return types_of_colours((one for one in found if one), types)

    def _in_order(self, rows: Sequence[tuple[Row, Cells]]) -> list[Row]:
        """The rows as they follow each other in time."""
        if not self._mapping.has_places:
            return [row for row, _ in rows]
        x, y = self._used[Meaning.X], self._used[Meaning.Y]
        spots, unplaced = [], []
        for place, (row, cells) in enumerate(rows):
            left, top = board.number_of(_cell(cells, x)), board.number_of(_cell(cells, y))
            if left is None or top is None:
                unplaced.append(row)
            else:
                spots.append(board.Spot(place, row["stage"].strip(), left, top))
        if unplaced:
            told = translate(
                "Import", "%n row(s) without a place on the board go last.", "", len(unplaced)
            )
            self._findings.warn(told)
        placed = [
            Row(rows[place][0].number, {**rows[place][0].cells, COLUMN: str(column)})
            for place, column in board.in_order(spots)
        ]
        return [*placed, *unplaced]


def _priority_of(word: str) -> str | None:
    return word if PRIORITY.fullmatch(word) else None


def _not_understood(name: str) -> str:
    if name == "rating":
        return translate("Import", "Row {row}: {word} is no rating we know and was left out.")
    if name == "tick":
        return translate("Import", "Row {row}: {word} is neither yes nor no and was left out.")
    if name == "priority":
        return translate("Import", "Row {row}: {word} is no place of a priority and was left out.")
    return translate("Import", "Row {row}: {word} is no date and was left out.")


def _cell(cells: Cells, place: int | None) -> str:
    return cells[place] if place is not None and place < len(cells) else ""
