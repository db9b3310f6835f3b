"""What a table comes to, in words."""

from motwall.i18n import translate
from motwall.importing.mapped_plan import Outcome
from motwall.model.records import ContactType, Idea, Moment, PlannedAction, Row, Stage, Step

_KINDS = (Moment, Stage, Step, Row, ContactType, Idea, PlannedAction)
#: More sentences nobody reads.
_MOST = 100


def summary_of(outcome: Outcome) -> str:
    """What will be made: "42 notes, 6 steps, 3 new contact types"."""
    if outcome.problems:
        return translate("Import", "It cannot be brought in like this:")
    counts = {kind: outcome.count(kind) for kind in _KINDS}
    said = {
        Moment: translate("Import", "%n note(s)", count=counts[Moment]),
        Stage: translate("Import", "%n stage(s)", count=counts[Stage]),
        Step: translate("Import", "%n step(s)", count=counts[Step]),
        Row: translate("Import", "%n new row(s)", count=counts[Row]),
        ContactType: translate("Import", "%n new contact type(s)", count=counts[ContactType]),
        Idea: translate("Import", "%n idea(s)", count=counts[Idea]),
        PlannedAction: translate("Import", "%n action(s)", count=counts[PlannedAction]),
    }
    return ", ".join(said[kind] for kind in _KINDS if counts[kind])


def notices_of(outcome: Outcome) -> list[str]:
    """The problems with their rows, else what is left out or cut."""
    if outcome.problems:
        row_words = translate("Import", "Row {row}: {problem}")
        told = [
            row_words.format(row=row, problem=problem) if row else problem
            for row, problem in outcome.problems
        ]
    else:
        told = list(outcome.warnings)
    more = len(told) - _MOST
    return [*told[:_MOST], translate("Import", "And %n more.", count=more)] if more > 0 else told
