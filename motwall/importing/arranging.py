"""Where merged records go: after what the wall has, never in between."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from motwall.model.agenda import agenda
from motwall.model.clock import NewId
from motwall.model.edits.placing import UNSORTED_PITCH
from motwall.model.order import (
    Ranked,
    by_rank,
    contact_types,
    insert_ranked,
    rows_in_order,
    stack,
    steps_in_order,
    unsorted_moments,
)
from motwall.model.priorities import MOST, shortlisted
from motwall.model.records import (
    AgendaItem,
    ContactType,
    Idea,
    Ladder,
    Measure,
    Moment,
    PlannedAction,
    Question,
    QuizGuess,
    Record,
    Row,
    Rung,
    Session,
    Stage,
    Step,
    VoteRound,
)
from motwall.model.store import Store
from motwall.model.voting import open_round_now

R = TypeVar("R", bound=Record)
Listed = TypeVar(
    "Listed", Idea, PlannedAction, Question, Ladder, Rung, Measure, AgendaItem, QuizGuess
)
#: The field that says whose a record is.
_OWNER_FIELDS: dict[type[Record], str] = {
    Moment: "moment_id",
    Ladder: "ladder_id",
    Session: "session_id",
}


def arranged(store: Store, added: Sequence[Record], new_id: NewId) -> list[Record]:
    """The records with the places they get on the wall; stages may be added to them.

    Args:
        store: The wall.
        added: Records that the wall does not have, their references as they will be.
        new_id: Gives ids for stages.
    """
    stages, steps = _steps(store, _only(Step, added), new_id)
    placed: list[Record] = [
        *_after(contact_types(store), _only(ContactType, added)),
        *steps,
        *_after(rows_in_order(store), _only(Row, added)),
        *on_shortlist(store, _moments(store, _only(Moment, added))),
        *_listed(store, _only(Idea, added), Moment),
        *_listed(store, _only(PlannedAction, added), Moment),
        *_listed(store, _only(Question, added), Moment),
        *_listed(store, _only(Ladder, added), Moment),
        *_listed(store, _only(Rung, added), Ladder),
        *_listed(store, _only(Measure, added), Moment),
        *_to_come(store, _listed(store, _only(AgendaItem, added), Session)),
        *_listed(store, _only(QuizGuess, added), Session),
        *_closed(store, _only(VoteRound, added)),
    ]
    by_id = {record.id: record for record in placed}
    return [*stages, *(by_id.get(record.id, record) for record in added)]


def _only(record_type: type[R], records: Iterable[Record]) -> list[R]:
    return [one for one in records if isinstance(one, record_type)]


def _after(existing: Sequence[Ranked], added: Sequence[Ranked]) -> list[Ranked]:
    """The added records in their order, ranked after the existing ones."""
    ranks, _ = insert_ranked(existing, len(existing), len(added))
    return [replace(one, rank=rank) for one, rank in zip(by_rank(added), ranks, strict=True)]


def _steps(store: Store, added: Sequence[Step], new_id: NewId) -> tuple[list[Stage], list[Step]]:
    """Steps after the last one; a stage of the wall that would be torn apart is made again."""
    existing = steps_in_order(store)
    last_stage = existing[-1].stage_id if existing else None
    goes_on = True
    twins: dict[str, Stage] = {}
    steps = []
    for step in _after(existing, added):
        goes_on = goes_on and step.stage_id == last_stage
        stage = store.find(Stage, step.stage_id)
        if stage is None or goes_on:
            steps.append(step)
        else:
            twin = twins.setdefault(stage.id, replace(stage, id=new_id()))
            steps.append(replace(step, stage_id=twin.id))
    return list(twins.values()), steps


def _moments(store: Store, added: Sequence[Moment]) -> list[Moment]:
    """Moments below what lies in the wall's stacks and in its unsorted area."""
    by_stack: dict[tuple[str, str | None], list[Moment]] = {}
    loose = []
    for one in added:
        if one.step_id is None:
            loose.append(one)
        else:
            by_stack.setdefault((one.step_id, one.row_id), []).append(one)
    lowest = max((one.y + UNSORTED_PITCH for one in unsorted_moments(store)), default=None)
    if loose and lowest is not None:
        shift = max(0.0, lowest - min(one.y for one in loose))
        loose = [replace(one, y=one.y + shift) for one in loose]
    moments = loose
    for (step_id, row_id), several in by_stack.items():
        is_known = store.find(Step, step_id) is not None
        moments += _after(stack(store, step_id, row_id), several) if is_known else several
    return moments


def _listed(
    store: Store, added: Sequence[Listed], owner_type: type[Moment] | type[Ladder] | type[Session]
) -> list[Listed]:
    """Records after their like of the same owner on the wall; those of an added owner stay.

    What has no owner, a measure of the whole wall, comes after its like as well.
    """
    field = _OWNER_FIELDS[owner_type]
    by_owner: dict[str | None, list[Listed]] = {}
    for one in added:
        by_owner.setdefault(getattr(one, field), []).append(one)
    return [
        one
        for owner_id, several in by_owner.items()
        if owner_id is None or store.find(owner_type, owner_id)
        for one in _after(by_rank(store.referring(type(several[0]), field, owner_id)), several)
    ]


def _to_come(store: Store, added: Sequence[AgendaItem]) -> list[AgendaItem]:
    """Parts added to a workshop of the wall: they come after its own, and nothing of them ran."""
    return [
        replace(one, is_over=False, spent_s=0, started_at=None)
        if agenda(store, one.session_id)
        else one
        for one in added
    ]


def _closed(store: Store, added: Sequence[VoteRound]) -> list[VoteRound]:
    """Vote rounds of which none is open beside another; a round of the wall goes on."""
    going_on = [one for one in added if one.closed_at is None]
    latest = max(going_on, key=lambda one: (one.opened_at, one.id), default=None)
    if open_round_now(store) is not None:
        latest = None
    return [
        one if one.closed_at or one is latest else replace(one, closed_at=one.opened_at)
        for one in added
    ]


def on_shortlist(store: Store, moments: Sequence[Moment]) -> list[Moment]:
    """Added moments: the wall's shortlist goes on with theirs, up to 5; the ticks stay."""
    chosen = shortlisted(store)
    last = max((one.shortlist_rank or 0 for one in chosen), default=0)
    wanted = [one for one in moments if one.shortlist_rank is not None]
    wanted.sort(key=lambda one: (one.shortlist_rank, one.id))
    ranks = {
        one.id: last + place if len(chosen) + place <= MOST else None
        for place, one in enumerate(wanted, start=1)
    }
    return [replace(one, shortlist_rank=ranks.get(one.id)) for one in moments]
