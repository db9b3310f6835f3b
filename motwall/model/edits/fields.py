"""Writing one field that no rule ties to another: what a person types or picks beside the wall."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from motwall.model.clean_text import clean_text
from motwall.model.fields import rules_of
from motwall.model.journey import parted
from motwall.model.patch import Change, Patch
from motwall.model.records import (
    ActionReview,
    Assessment,
    ContactType,
    Idea,
    Ladder,
    Measure,
    Moment,
    Observation,
    PlannedAction,
    Question,
    Reading,
    Record,
    Row,
    Rung,
    Session,
    Stage,
    Step,
    Wall,
)
from motwall.model.store import Store

#: The fields `write` may write. Whatever is missing has an edit of its own that keeps a rule.
FREE_FIELDS: dict[type[Record], frozenset[str]] = {
    Wall: frozenset(
        {
            "title", "business", "customer", "row_title", "starts_with", "ends_with",
            "review_weeks",
        }
    ),
    ContactType: frozenset({"name"}),
    Stage: frozenset({"title"}),
    Step: frozenset({"title"}),
    Row: frozenset({"title", "customer"}),
    Moment: frozenset(
        {
            "text", "description", "expectation", "today", "ultimate", "issue", "good_looks_like",
            "who_delivers", "evidence", "viewpoint", "is_make_or_break", "kind",
        }
    ),
    Idea: frozenset({"text", "author", "kind", "verdict", "cost", "lift"}),
    PlannedAction: frozenset({"text", "owner", "due", "from_rating", "to_rating", "size"}),
    Session: frozenset(
        {"held_on", "facilitator", "attendees", "notes", "agreement", "take_away"}
    ),
    Assessment: frozenset({"remark"}),
    Question: frozenset({"text", "area", "kind"}),
    Observation: frozenset(
        {
            "kind", "observed_on", "observer", "attitude", "knowledge", "approach",
            "observed_rating", "note",
        }
    ),
    Ladder: frozenset({"title", "unit", "start_value", "starts_on", "better"}),
    Rung: frozenset({"value", "promise", "due", "expected_rating"}),
    Measure: frozenset({"name", "unit", "better", "target", "every_days"}),
    Reading: frozenset({"taken_on", "value", "note"}),
    ActionReview: frozenset({"reason"}),
}  # fmt: skip


def write(
    store: Store, record_type: type[Record], record_ids: Iterable[str], field: str, value: object
) -> Patch:
    """Write one field of one or several records; text is cleaned and cut to its limit.

    Args:
        store: The wall.
        record_type: The type of the records.
        record_ids: Which records; those that are gone are passed over.
        field: One of `FREE_FIELDS` of the type.
        value: What the field holds from now on.

    Raises:
        KeyError: The field has an edit of its own.
        BadRecord: The field cannot hold that value.
    """
    if field not in FREE_FIELDS[record_type]:
        raise KeyError(field)
    rule = rules_of(record_type)[field]
    is_cut = False
    if isinstance(value, str) and rule.kind is str:
        value, is_cut = clean_text(value, rule.limit, one_line=rule.is_line)
    if rule.kind is float and type(value) is int:
        value = float(value)
    changed: dict[str, Any] = {field: value}
    records = [store.find(record_type, record_id) for record_id in record_ids]
    changes = [Change(record, replace(record, **changed)) for record in records if record]
    return Patch.of(changes, _label(record_type, field), is_cut=is_cut)


def settled(
    store: Store, record_type: type[Record], record_ids: Iterable[str], field: str
) -> Patch:
    """What a field's words become once nobody writes there any more; mostly nothing.

    A whole sentence in the field for whose journey it is goes into the fields of its parts.
    """
    changes: list[Change] = []
    if record_type is Wall and field == "customer":
        walls = [store.find(Wall, record_id) for record_id in record_ids]
        changes = [Change(wall, parted(wall)) for wall in walls if wall]
    return Patch.of(changes, _label(record_type, field))


def _label(record_type: type[Record], field: str) -> str:
    if field == "text" and record_type is Moment:
        return "typing on a note"
    if rules_of(record_type)[field].kind is str:
        return "typing"
    return "choice"
