"""The rules between records, after records of two copies were put together."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from motwall.model.edits.placing import UNSORTED_COLUMNS, UNSORTED_PITCH
from motwall.model.merging.owners import REFERENCES, is_owner_field, owner_id
from motwall.model.merging.three_way import Merge
from motwall.model.merging.workshop import keep_workshop_true
from motwall.model.records import (
    Answer,
    Moment,
    Observation,
    Question,
    Record,
    Session,
    Stage,
    Step,
)
from motwall.model.sessions import session_day
from motwall.model.wrapping import COLUMN_PITCH

R = TypeVar("R", bound=Record)
Records = dict[str, Record]


def make_whole(merge: Merge, records: Mapping[str, Record], refused: Iterable[str]) -> Records:
    """The records with nothing that refers to what is gone, and none that should not be.

    What one copy deleted comes back if something of the other copy needs it, unless it is refused.

    Args:
        merge: The two copies.
        records: By id.
        refused: Ids of what stays deleted.
    """
    whole = _Whole(merge, records, refused)
    whole.refer()
    whole.drop_blank_steps()
    whole.drop_empty_stages()
    whole.keep_answers_true()
    whole.keep_one_session_open()
    keep_workshop_true(whole.records, merge.base)
    return whole.records


class _Whole:
    """The records while they are mended."""

    def __init__(self, merge: Merge, records: Mapping[str, Record], refused: Iterable[str]) -> None:
        self.records = dict(records)
        self._merge = merge
        self._refused = set(refused)
        self._loose = 0
        loose = [one.y for one in _all(records, Moment) if one.step_id is None]
        self._below = max((y + UNSORTED_PITCH for y in loose), default=0.0)

    def refer(self) -> None:
        """Bring back, forget or take along, until every reference leads somewhere."""
        waiting = list(self.records)
        while waiting:
            added: list[str] = []
            for key in waiting:
                if key in self.records:
                    added += self._refer(self.records[key])
            # What was taken away may have been what something refers to.
            waiting = added

    def _refer(self, record: Record) -> list[str]:
        """Mend the references of a record; returns the ids of what has to be looked at."""
        again: list[str] = []
        for rule in REFERENCES[type(record)]:
            goal = getattr(record, rule.name)
            if goal is None or goal in self.records:
                continue
            found = self._back(goal)
            if found is not None:
                self.records[goal] = found
                again.append(goal)
            elif is_owner_field(type(record), rule.name) or not rule.is_optional:
                del self.records[record.id]
                self._refused.add(record.id)
                return [*again, *self._referring(record.id)]
            else:
                record = self.records[record.id] = self._forgetting(record, rule.name)
        return again

    def _back(self, record_id: str) -> Record | None:
        """A deleted record that can come back: it is not refused, and has an owner if it needs."""
        if record_id in self._refused:
            return None
        found = self._merge.theirs.find_any(record_id) or self._merge.mine.find_any(record_id)
        owner = owner_id(found) if found is not None else None
        if owner is None or owner in self.records:
            return found
        return None

    def _referring(self, record_id: str) -> list[str]:
        return [
            one.id
            for one in self.records.values()
            if any(getattr(one, rule.name) == record_id for rule in REFERENCES[type(one)])
        ]

    def _forgetting(self, record: Record, name: str) -> Record:
        forgotten: dict[str, Any] = {name: None}
        if isinstance(record, Moment) and name == "step_id":
            return self._elsewhere(record)
        return replace(record, **forgotten)

    def _elsewhere(self, moment: Moment) -> Moment:
        """A note whose step is gone: where this wall has it, else loose below the loose ones."""
        here = self._merge.mine.find(Moment, moment.id)
        if here is not None and (here.step_id is None or here.step_id in self.records):
            row_id = here.row_id if here.row_id in self.records else None
            return replace(moment, step_id=here.step_id, row_id=row_id, x=here.x, y=here.y)
        row, column = divmod(self._loose, UNSORTED_COLUMNS)
        self._loose += 1
        spot = (column * COLUMN_PITCH, self._below + row * UNSORTED_PITCH)
        return replace(moment, step_id=None, row_id=None, x=spot[0], y=spot[1])

    def drop_blank_steps(self) -> None:
        """Untitled steps go that lost their notes in the merge; never the only one of a stage."""
        held = Counter(one.step_id for one in _all(self.records, Moment))
        steps = _all(self.records, Step)
        left = Counter(one.stage_id for one in steps)
        for step in steps:
            is_blank = not step.title and not held[step.id]
            is_needed = step.stage_id is not None and left[step.stage_id] == 1
            if is_blank and not is_needed and not self._was_blank(step.id):
                left[step.stage_id] -= 1
                del self.records[step.id]

    def _was_blank(self, step_id: str) -> bool:
        """Whether it was so in one of the copies: then somebody wrote its title away."""
        for copy in (self._merge.mine, self._merge.theirs):
            step = copy.find(Step, step_id)
            if step and not step.title and not copy.referring(Moment, "step_id", step_id):
                return True
        return False

    def drop_empty_stages(self) -> None:
        """A stage lives while it has a step."""
        held = {one.stage_id for one in _all(self.records, Step)}
        for stage in _all(self.records, Stage):
            if stage.id not in held:
                del self.records[stage.id]

    def keep_answers_true(self) -> None:
        """An answer says something, and is part of an observation of its own moment only."""
        for answer in _all(self.records, Answer):
            seen = self.records.get(answer.observation_id or "")
            question = self.records[answer.question_id]
            assert isinstance(question, Question)
            if isinstance(seen, Observation) and seen.moment_id != question.moment_id:
                self.records[answer.id] = replace(answer, observation_id=None)

    def keep_one_session_open(self) -> None:
        """The latest goes on; what was open beside it is closed as it was opened."""
        going_on = [
            one for one in _all(self.records, Session) if one.opened_at and not one.closed_at
        ]
        going_on.sort(key=lambda one: (str(one.opened_at), session_day(one), one.id))
        for session in going_on[:-1]:
            self.records[session.id] = replace(session, closed_at=session.opened_at)


def _all(records: Mapping[str, Record], record_type: type[R]) -> list[R]:
    return [one for one in records.values() if isinstance(one, record_type)]
