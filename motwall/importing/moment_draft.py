"""A moment while the rows that speak of it are gathered."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from motwall.i18n import translate
from motwall.importing.plan import Findings
from motwall.model.clock import NewId
from motwall.model.fields import rules_of
from motwall.model.order import RANK_STEP
from motwall.model.records import Assessment, Idea, Moment, PlannedAction, Rating, Record

#: The columns that are texts of the moment of the same name.
TEXT_COLUMNS = ("description", "issue", "expectation", "today", "ultimate")


@dataclass(frozen=True, slots=True)
class DraftAction:
    """An action as rows tell it: what, who, when."""

    text: str
    owner: str = ""
    due: date | None = None


@dataclass(slots=True, kw_only=True)
class MomentDraft:
    """What rows say of one moment.

    Attributes:
        row: The row of the file that named it first.
        text: The moment, clean.
        contact_type_id: Its type, or None.
        step_id: Its step, or None while it is unsorted.
        row_id: Its row of the wall; None is the first.
        rank: In the step's stack.
        x: If unsorted: millimetres from the left of the unsorted area.
        y: If unsorted: millimetres from its top.
        rating: Or None.
        is_ticked: Some row says so.
        priority: Its place among the file's priorities, or None.
        texts: The different texts of each text column, as they stand in the file, in their order.
        ideas: Different ones in their order, clean.
        actions: Different ones in their order, clean.
    """

    row: int
    text: str
    contact_type_id: str | None
    step_id: str | None = None
    row_id: str | None = None
    rank: int = 0
    x: float = 0.0
    y: float = 0.0
    rating: Rating | None = None
    is_ticked: bool = False
    priority: int | None = None
    texts: dict[str, dict[str, None]] = field(default_factory=dict)
    ideas: dict[str, None] = field(default_factory=dict)
    actions: dict[DraftAction, None] = field(default_factory=dict)

    def records(self, new_id: NewId, today: date, findings: Findings) -> list[Record]:
        """The moment, its assessment, ideas and actions."""
        rules = rules_of(Moment)
        texts: dict[str, Any] = {
            column: findings.text("\n".join(pieces), rules[column], cell_name(self.row, column))
            for column, pieces in self.texts.items()
        }
        moment = Moment(
            id=new_id(),
            text=self.text,
            step_id=self.step_id,
            row_id=self.row_id,
            rank=self.rank,
            x=self.x,
            y=self.y,
            contact_type_id=self.contact_type_id,
            rating=self.rating,
            is_ticked=self.is_ticked,
            shortlist_rank=self.priority,
            rated_on=today if self.rating else None,
            **texts,
        )
        return [moment, *self._belongings(moment, new_id, today)]

    def _belongings(self, moment: Moment, new_id: NewId, today: date) -> list[Record]:
        made: list[Record] = []
        if moment.rating:
            # As `marks.rate` has it: a rating and its assessment come together.
            made.append(
                Assessment(id=new_id(), moment_id=moment.id, rated_on=today, rating=moment.rating)
            )
        for place, idea in enumerate(self.ideas, start=1):
            made.append(Idea(id=new_id(), moment_id=moment.id, text=idea, rank=place * RANK_STEP))
        for place, action in enumerate(self.actions, start=1):
            made.append(
                PlannedAction(
                    id=new_id(),
                    moment_id=moment.id,
                    text=action.text,
                    owner=action.owner,
                    due=action.due,
                    from_rating=moment.rating,
                    rank=place * RANK_STEP,
                )
            )
        return made


def cell_name(row: int, column: str) -> str:
    """What a sentence calls a cell."""
    return translate("Import", "Row {row}, {column}").format(row=row, column=column)
