"""A CSV file: rows that a spreadsheet wrote, as notes on a timeline.

Encoding: UTF-8, with or without its byte order mark; UTF-16 with its mark; else cp1252. Delimiter:
comma, semicolon or tab, whichever makes sense of the header. Quotation marks as usual, "" for one
inside. At most 20 MB, 20,000 rows and 200 columns. A leading ' is taken off before = + - @ tab CR
or another ', since exports put it there for spreadsheets (`motwall.export.csv_file` does).

The header is row 1. Its names stand in any order and case of letters: stage, step, row, moment,
step number, contact type, description, issue, ranking (or rating), tick, priority, expectation,
today, ultimate, idea, action, owner, due. Only moment is required. Columns of other names are left
out, and told. Blank rows are skipped but counted.

What the rows make, all of it after the last step of the wall:

- Rows with the same stage, one below the other, are one stage; a row without a stage is in none.
- Rows with the same step in the same stage, one below the other, are one step with a stack of
  notes; a moment without a step gets a step of its own.
- In a file with the column step number, rows below each other are of one step if they have the same
  number, stage and step, and a row with none of the three is an unsorted note.
- The column row names the row of the wall, for walls with more than one: of those that the wall has
  by name, else it is made, up to 12 (`row_finder`). Blank is the first row.
- Equal stage, step number, step, row, moment and contact type are one moment, wherever they stand.
  What a later row says of it is added: ideas, actions, and texts that differ, each on a line of its
  own. Two different ratings are a problem. Such a row does not move the place where notes go on.
- A row without a moment adds its idea and its action to the moment of the row above; its other
  cells are blank or say the same as there. Ideas and actions that the moment has already are not
  doubled.
- Contact types go by code or name; an unknown one is made, up to 16 on the wall (`type_finder`).
- A ranking is miserable, neutral or magical, and rates the moment on the day of the import. A tick
  is yes or no. A priority is a number from 1 and ticks, too: the wall's shortlist goes on with them
  in their order, up to 5 places. due is YYYY-MM-DD. An owner or a date without an action is left
  out, and told.
- Texts are cleaned as everywhere; one that is cut (4,000 characters; titles, names and owners 200)
  is told. Everything else that makes no sense is a problem: all are told with their rows, and
  nothing is imported.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from motwall.i18n import translate
from motwall.importing.arranging import on_shortlist
from motwall.importing.decoding import decoded
from motwall.importing.growth import Growth
from motwall.importing.moment_draft import TEXT_COLUMNS, DraftAction, MomentDraft, cell_name
from motwall.importing.plan import Findings, Plan, quoted, refused
from motwall.importing.row_finder import RowFinder
from motwall.importing.table import Row, read_table
from motwall.importing.type_finder import TypeFinder
from motwall.model.clock import NewId
from motwall.model.fields import rules_of
from motwall.model.records import Idea, Moment, PlannedAction, Rating, Record, Stage, Step
from motwall.model.store import Store

_OF_THE_STEP = ("stage", "step number", "step")
_OF_THE_MOMENT = (
    *_OF_THE_STEP, "row", "contact type", *TEXT_COLUMNS, "rating", "tick", "priority"
)  # fmt: skip
#: What a column may be called that only other programs' tables have; see `mapped_plan`.
COLUMN = "column"
#: A place on the shortlist.
PRIORITY = re.compile(r"[Pp]?[1-9][0-9]{0,5}")
_YES = frozenset({"yes", "x", "1", "true", "✓", "✔"})
_NO = frozenset({"no", "0", "false", "-"})
_OF_THE_ROW = ("idea", "action", "owner", "due")
#: Every name a column may have, and the column it means.
COLUMNS = {name: name for name in ("moment", *_OF_THE_MOMENT, *_OF_THE_ROW)} | {"ranking": "rating"}


def parse(raw: bytes, store: Store, new_id: NewId, today: date) -> Plan:
    """Read a CSV file as an addition to a wall.

    Args:
        raw: The file.
        store: The wall; its contact types are used, its timeline is gone on with.
        new_id: Gives fresh ids.
        today: The day on which imported ratings count as given.

    Raises:
        ImportRefused: Something in it makes no sense; all problems with their rows.
    """
    findings = Findings()
    return plan_of(read_table(decoded(raw), COLUMNS, findings), findings, store, new_id, today)


def plan_of(
    rows: Iterable[Row], findings: Findings, store: Store, new_id: NewId, today: date
) -> Plan:
    """The same for rows that are read already, with what was found while they were.

    Raises:
        ImportRefused: As for `parse`.
    """
    reader = RowReader(store, new_id, findings)
    for row in rows:
        reader.take(row)
    findings.settle()
    if not reader.drafts:
        raise refused(translate("Import", "there is no moment in the file"))
    made = shortlisted_after(store, reader.records(new_id, today))
    return Plan(tuple(made), tuple(findings.warnings))


def shortlisted_after(store: Store, made: Sequence[Record]) -> list[Record]:
    """The records with places on the shortlist that follow those the wall has."""
    moments = [one for one in made if isinstance(one, Moment) and one.shortlist_rank]
    listed = {one.id: one for one in on_shortlist(store, moments)}
    return [listed.get(one.id, one) for one in made]


class RowReader:
    """Gathers moments row by row; what is wrong with a row goes to the findings."""

    def __init__(
        self,
        store: Store,
        new_id: NewId,
        findings: Findings,
        colours: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Begin at the end of a wall; `colours` are those of types to be made, by their names."""
        self.drafts: dict[tuple[str, ...], MomentDraft] = {}
        self._findings = findings
        self._growth = Growth(store, new_id)
        self._types = TypeFinder(store, new_id, findings, colours)
        self._rows = RowFinder(store, new_id, findings)
        self._above: tuple[Row, MomentDraft] | None = None

    def take(self, row: Row) -> None:
        """Add what a row says."""
        draft = self._named(row) if row.has("moment") else self._continued(row)
        if draft is not None:
            self._add_idea(draft, row)
            self._add_action(draft, row)

    def records(self, new_id: NewId, today: date) -> list[Record]:
        """Everything the rows made, referred-to records first."""
        made = self.places()
        for draft in self.drafts.values():
            made += draft.records(new_id, today, self._findings)
        return made

    def places(self) -> list[Record]:
        """What the moments refer to: contact types, rows, stages and steps."""
        return [*self._types.made, *self._rows.made, *self._growth.made]

    def _named(self, row: Row) -> MomentDraft:
        """The moment that the row names, known or new, with what the row says of it."""
        where = cell_name(row.number, "moment")
        text = self._findings.text(row["moment"], rules_of(Moment)["text"], where)
        found = self._types.find(row["contact type"], row.number)
        type_id = found.id if found else None
        # Compared clean: the same title may come composed or not, with a line end or without.
        stage = self._title(row, "stage", Stage)
        step = self._title(row, "step", Step)
        row_id = self._rows.find(row["row"], row.number)
        number = row["step number"].strip()
        key = (number, stage, step, row_id or "", text.strip(), type_id or "")
        draft = self.drafts.get(key)
        if draft is None:
            draft = MomentDraft(row=row.number, text=text, contact_type_id=type_id)
            self.drafts[key] = draft
            if "step number" in row.cells and not any(map(row.has, _OF_THE_STEP)):
                draft.x, draft.y = self._growth.unsorted_spot()
            else:
                draft.row_id = row_id
                draft.step_id, draft.rank = self._growth.place(stage, step, row[COLUMN], number)
        self._add_texts(draft, row)
        self._add_rating(draft, row)
        self._add_tick(draft, row)
        self._add_priority(draft, row)
        self._above = (row, draft)
        return draft

    def _title(self, row: Row, column: str, record_type: type[Record]) -> str:
        where = cell_name(row.number, column)
        return self._findings.text(row[column], rules_of(record_type)["title"], where).strip()

    def _continued(self, row: Row) -> MomentDraft | None:
        """The moment above a row without one; None after a problem."""
        if self._above is None:
            problem = translate("Import", "it has no moment, and there is none above it")
            self._findings.refuse(row.number, problem)
            return None
        above, draft = self._above
        for column in _OF_THE_MOMENT:
            if row.has(column) and row[column].strip() != above[column].strip():
                problem = translate("Import", "it has no moment that its {column} could belong to")
                self._findings.refuse(row.number, problem.format(column=column))
                return None
        return draft

    def _add_texts(self, draft: MomentDraft, row: Row) -> None:
        for column in TEXT_COLUMNS:
            if row.has(column):
                draft.texts.setdefault(column, {})[row[column]] = None

    def _add_rating(self, draft: MomentDraft, row: Row) -> None:
        if not row.has("rating"):
            return
        word = row["rating"].strip()
        try:
            rating = Rating(word.casefold())
        except ValueError:
            problem = translate("Import", "{word} is not miserable, neutral or magical")
            self._findings.refuse(row.number, problem.format(word=quoted(word)))
            return
        if draft.rating not in {None, rating}:
            problem = translate("Import", "row {row} gives the same moment another ranking")
            self._findings.refuse(row.number, problem.format(row=draft.row))
        draft.rating = rating

    def _add_tick(self, draft: MomentDraft, row: Row) -> None:
        word = row["tick"].strip()
        if word.casefold() in _YES:
            draft.is_ticked = True
        elif word and word.casefold() not in _NO:
            problem = translate("Import", "{word} is neither yes nor no")
            self._findings.refuse(row.number, problem.format(word=quoted(word)))

    def _add_priority(self, draft: MomentDraft, row: Row) -> None:
        word = row["priority"].strip()
        if not word:
            return
        if PRIORITY.fullmatch(word):
            draft.priority = int(word.lstrip("Pp"))
            draft.is_ticked = True
        else:
            problem = translate("Import", "{word} is no place among the priorities, such as 1")
            self._findings.refuse(row.number, problem.format(word=quoted(word)))

    def _add_idea(self, draft: MomentDraft, row: Row) -> None:
        if row.has("idea"):
            where = cell_name(row.number, "idea")
            idea = self._findings.text(row["idea"], rules_of(Idea)["text"], where)
            draft.ideas[idea] = None

    def _add_action(self, draft: MomentDraft, row: Row) -> None:
        due = self._due(row)
        if not row.has("action"):
            if row.has("owner") or row.has("due"):
                told = translate(
                    "Import", "Row {row}: an owner or date without an action left out."
                )
                self._findings.warn(told.format(row=row.number))
            return
        rules = rules_of(PlannedAction)
        text, owner = (
            self._findings.text(row[column], rules[name], cell_name(row.number, column))
            for column, name in (("action", "text"), ("owner", "owner"))
        )
        draft.actions[DraftAction(text, owner, due)] = None

    def _due(self, row: Row) -> date | None:
        word = row["due"].strip()
        if not word:
            return None
        try:
            # fromisoformat alone would also read 20261123 and 2026-W48-1.
            if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", word):
                return date.fromisoformat(word)
        except ValueError:
            pass  # a 30 February is told like any other word
        problem = translate("Import", "{word} is not a date like 2026-01-31")
        self._findings.refuse(row.number, problem.format(word=quoted(word)))
        return None
