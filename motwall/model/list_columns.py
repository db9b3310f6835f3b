"""The columns of the list view: what there is to see of a moment, and how it is written in words.

The words of a cell are the same on screen, on the clipboard and when they come back from there.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from motwall.i18n import translate
from motwall.model.belongings import measures_of, readings_of
from motwall.model.dates import date_words
from motwall.model.figures import figure_words
from motwall.model.note_look import priority_numbers
from motwall.model.order import actions_of, ideas_of, steps_in_order
from motwall.model.patch import Patch
from motwall.model.records import (
    ContactType,
    Evidence,
    Measure,
    Moment,
    PlannedAction,
    Rating,
    Row,
    Stage,
    Step,
)
from motwall.model.rows import row_names
from motwall.model.store import Store
from motwall.model.trend_line import Arrow
from motwall.model.trends import trend_of
from motwall.model.words import evidence_word, kind_word, rating_word


class ListColumn(StrEnum):
    """The columns, in their order."""

    STEP = "step"
    STAGE = "stage"
    ROW = "row"
    TEXT = "text"
    CONTACT_TYPE = "contact_type"
    TICK = "tick"
    PRIORITY = "priority"
    DESCRIPTION = "description"
    EXPECTATION = "expectation"
    TODAY = "today"
    ULTIMATE = "ultimate"
    RATING = "rating"
    EVIDENCE = "evidence"
    ISSUE = "issue"
    IDEAS = "ideas"
    ACTIONS = "actions"
    MEASURE = "measure"
    WHO_DELIVERS = "who_delivers"
    GOOD_LOOKS_LIKE = "good_looks_like"
    KIND = "kind"
    MAKE_OR_BREAK = "make_or_break"
    RATED_ON = "rated_on"
    MERGED = "merged"


#: The columns whose cells are text of the moment, and its field.
TEXT_FIELDS: Mapping[ListColumn, str] = {
    ListColumn.TEXT: "text",
    ListColumn.DESCRIPTION: "description",
    ListColumn.EXPECTATION: "expectation",
    ListColumn.TODAY: "today",
    ListColumn.ULTIMATE: "ultimate",
    ListColumn.ISSUE: "issue",
    ListColumn.WHO_DELIVERS: "who_delivers",
    ListColumn.GOOD_LOOKS_LIKE: "good_looks_like",
}
#: The columns that hold one value of a few, and the field of the moment.
CHOICE_FIELDS: Mapping[ListColumn, str] = {
    ListColumn.CONTACT_TYPE: "contact_type_id",
    ListColumn.RATING: "rating",
    ListColumn.EVIDENCE: "evidence",
    ListColumn.KIND: "kind",
}
#: The columns that are true or not, and the field.
YES_FIELDS: Mapping[ListColumn, str] = {
    ListColumn.TICK: "is_ticked",
    ListColumn.MAKE_OR_BREAK: "is_make_or_break",
}
#: The columns whose cells say something of the place or the worth of a note, or of a record of its
#: own: each has an edit that keeps its rule.
RULED = (ListColumn.STEP, ListColumn.STAGE, ListColumn.PRIORITY, ListColumn.MEASURE)
#: The columns whose cells take words, typed or pasted; all others follow from something else.
WRITABLE = frozenset({*TEXT_FIELDS, *CHOICE_FIELDS, *YES_FIELDS, *RULED})
#: Those that can be filled down; a reading was taken of one moment.
FILLED = WRITABLE - {ListColumn.MEASURE}
#: Those that can be emptied; who empties cells moves no notes and deletes no reading.
EMPTIED = WRITABLE - {ListColumn.STEP, ListColumn.STAGE, ListColumn.MEASURE}
#: What is shown until somebody chooses other columns.
FIRST_COLUMNS = (
    ListColumn.STEP, ListColumn.STAGE, ListColumn.TEXT, ListColumn.CONTACT_TYPE, ListColumn.TICK,
    ListColumn.DESCRIPTION, ListColumn.EXPECTATION, ListColumn.TODAY, ListColumn.RATING,
    ListColumn.ISSUE, ListColumn.ACTIONS,
)  # fmt: skip

_RATING_ORDER = {None: 3, Rating.MISERABLE: 0, Rating.NEUTRAL: 1, Rating.MAGICAL: 2}
_ARROWS = {Arrow.UP: "\N{UPWARDS ARROW}", Arrow.DOWN: "\N{DOWNWARDS ARROW}", Arrow.FLAT: "="}
#: Fields of moments that the numbers of the priorities hang on.
_PRIORITISING = ("is_ticked", "shortlist_rank", "step_id", "row_id", "rank", "x", "y")
_SHORT_DAY = "%Y-%m-%d"


def column_titles() -> dict[ListColumn, str]:
    """The headings."""
    return {
        ListColumn.STEP: translate("List", "Step"),
        ListColumn.STAGE: translate("List", "Stage"),
        ListColumn.ROW: translate("List", "Row"),
        ListColumn.TEXT: translate("List", "Moment of truth"),
        ListColumn.CONTACT_TYPE: translate("List", "Contact type"),
        ListColumn.TICK: translate("List", "Tick"),
        ListColumn.PRIORITY: translate("List", "Priority"),
        ListColumn.DESCRIPTION: translate("List", "Description"),
        ListColumn.EXPECTATION: translate("List", "They expect"),
        ListColumn.TODAY: translate("List", "They get today"),
        ListColumn.ULTIMATE: translate("List", "Ultimate"),
        ListColumn.RATING: translate("List", "Rating"),
        ListColumn.EVIDENCE: translate("List", "Rests on"),
        ListColumn.ISSUE: translate("List", "Issue"),
        ListColumn.IDEAS: translate("List", "Ideas"),
        ListColumn.ACTIONS: translate("List", "Actions"),
        ListColumn.MEASURE: translate("List", "Latest measure"),
        ListColumn.WHO_DELIVERS: translate("List", "Who delivers"),
        ListColumn.GOOD_LOOKS_LIKE: translate("List", "Good looks like"),
        ListColumn.KIND: translate("List", "Kind"),
        ListColumn.MAKE_OR_BREAK: translate("List", "Make or break"),
        ListColumn.RATED_ON: translate("List", "Rated on"),
        ListColumn.MERGED: translate("List", "Also called"),
    }


def yes_word() -> str:
    """What stands where something is so."""
    return translate("List", "yes")


def unsorted_word() -> str:
    """What stands for the step of a note that is not on the timeline."""
    return translate("Wall", "Unsorted")


def action_words(action: PlannedAction, today: date) -> str:
    """An action in one line: "what — who, date"."""
    due = date_words(action.due, today) if action.due else ""
    who_when = ", ".join(one for one in (action.owner, due) if one)
    words = " ".join(action.text.split())
    return " \N{EM DASH} ".join(one for one in (words, who_when) if one)


def priority_word(number: int) -> str:
    """A priority by its number."""
    return f"P{number}"


def only_measure(store: Store, moment_id: str) -> Measure | None:
    """The measure of a moment that has exactly one; else a cell cannot say which is meant."""
    found = measures_of(store, moment_id)
    return found[0] if len(found) == 1 else None


def reading_words(store: Store, moment_id: str) -> str:
    """The latest reading of a moment's only measure, as it is written anew; "" for none."""
    measure = only_measure(store, moment_id)
    readings = readings_of(store, measure.id) if measure is not None else []
    return figure_words(readings[-1].value, measure.unit) if measure and readings else ""


def latest_reading_words(store: Store, moment_id: str) -> str:
    """The latest reading of each measure of a moment, a line each: "Wait: 12 min", an arrow."""
    lines = []
    for measure in measures_of(store, moment_id):
        readings = readings_of(store, measure.id)
        if readings:
            arrow = _ARROWS.get(trend_of(store, measure.id).arrow or Arrow.FLAT, "")
            mark = f" {arrow}" if len(readings) > 1 else ""
            lines.append(f"{_name(measure)}{figure_words(readings[-1].value, measure.unit)}{mark}")
    return "\n".join(lines)


def _name(measure: Measure) -> str:
    return f"{measure.name}: " if measure.name else ""


class ListWords:
    """The words of the cells of one wall; what is worked out of many records is kept at hand."""

    def __init__(self, store: Store) -> None:
        """Read a wall; tell `follow` of every patch."""
        self._store = store
        self._steps: dict[str, int] | None = None
        self._rows: dict[str | None, str] | None = None
        self._numbers: Mapping[str, int] | None = None

    def follow(self, patch: Patch) -> set[str]:
        """The wall has changed; returns the moments whose priority is another now."""
        if patch.touches(Step):
            self._steps = None
        if patch.touches(Row):
            self._rows = None
        before = self._numbers
        if before is None or not patch.touches(Moment, *_PRIORITISING):
            return set()
        self._numbers = None
        both = before.keys() | self.numbers.keys()
        return {one for one in both if before.get(one) != self.numbers.get(one)}

    @property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the priorities by moment."""
        if self._numbers is None:
            self._numbers = priority_numbers(self._store)
        return self._numbers

    def step_number(self, step_id: str | None) -> int:
        """The number of a step as shown, from 1; 0 for none."""
        if self._steps is None:
            steps = steps_in_order(self._store)
            self._steps = {one.id: place for place, one in enumerate(steps, start=1)}
        return self._steps.get(step_id or "", 0)

    def words(self, moment: Moment, column: ListColumn, today: date) -> str:
        """What a cell says; empty for nothing."""
        if column in TEXT_FIELDS:
            return str(getattr(moment, TEXT_FIELDS[column]))
        if column in YES_FIELDS:
            return yes_word() if getattr(moment, YES_FIELDS[column]) else ""
        if column in {ListColumn.STEP, ListColumn.STAGE, ListColumn.ROW}:
            return self._place_words(moment, column)
        return self._other_words(moment, column, today)

    def key(self, moment: Moment, column: ListColumn, today: date) -> tuple[object, ...]:
        """What a column is sorted by; empty cells come last."""
        if column is ListColumn.STEP:
            number = self.step_number(moment.step_id)
            return (not number, number)
        if column is ListColumn.RATING:
            return (_RATING_ORDER[moment.rating],)
        if column is ListColumn.EVIDENCE:
            return (list(Evidence).index(moment.evidence),)
        if column is ListColumn.PRIORITY:
            number = self.numbers.get(moment.id, 0)
            return (not number, number)
        words = self.words(moment, column, today)
        return (not words, words.casefold())

    def _place_words(self, moment: Moment, column: ListColumn) -> str:
        step = self._store.find(Step, moment.step_id)
        if step is None:
            return unsorted_word() if column is ListColumn.STEP else ""
        if column is ListColumn.STEP:
            return f"{self.step_number(step.id)} {step.title}".strip()
        if column is ListColumn.STAGE:
            stage = self._store.find(Stage, step.stage_id)
            return stage.title if stage else ""
        if self._rows is None:
            self._rows = {one.row_id: one.name for one in row_names(self._store)}
        return self._rows[moment.row_id]

    def _other_words(self, moment: Moment, column: ListColumn, today: date) -> str:
        store = self._store
        if column is ListColumn.CONTACT_TYPE:
            kind = store.find(ContactType, moment.contact_type_id)
            return (kind.name or kind.code) if kind else ""
        if column is ListColumn.RATING:
            return rating_word(moment.rating) if moment.rating else ""
        if column is ListColumn.IDEAS:
            return "\n".join(one.text for one in ideas_of(store, moment.id))
        if column is ListColumn.ACTIONS:
            return "\n".join(action_words(one, today) for one in actions_of(store, moment.id))
        if column is ListColumn.MEASURE:
            return latest_reading_words(store, moment.id)
        number = self.numbers.get(moment.id)
        simple = {
            ListColumn.PRIORITY: priority_word(number) if number else "",
            ListColumn.EVIDENCE: evidence_word(moment.evidence),
            ListColumn.KIND: kind_word(moment.kind),
            ListColumn.RATED_ON: moment.rated_on.strftime(_SHORT_DAY) if moment.rated_on else "",
            ListColumn.MERGED: "\n".join(moment.merged),
        }
        return simple[column]
