"""The end of the timeline, where imported moments go on."""

from motwall.model.clock import NewId
from motwall.model.edits.placing import UNSORTED_COLUMNS, UNSORTED_PITCH
from motwall.model.order import RANK_STEP, steps_in_order
from motwall.model.records import Moment, Record, Stage, Step
from motwall.model.store import Store
from motwall.model.wrapping import COLUMN_PITCH


class Growth:
    """Makes stages and steps after the wall's last step, and hands out places in their stacks."""

    def __init__(self, store: Store, new_id: NewId) -> None:
        """Begin after the last step of a wall."""
        steps = steps_in_order(store)
        self._rank = steps[-1].rank if steps else 0
        self._new_id = new_id
        self._stage_title = ""
        self._stage: Stage | None = None
        self._step: Step | None = None
        self._lowest = 0
        self._column = self._number = ""
        self._unsorted = 0
        below = [one.y + UNSORTED_PITCH for one in store.referring(Moment, "step_id", None)]
        self._unsorted_top = max(below, default=0.0)
        self.made: list[Record] = []

    def place(
        self, stage: str = "", step: str = "", column: str = "", number: str = ""
    ) -> tuple[str, int]:
        """The step and the rank in it for the next moment.

        Args:
            stage: Clean title, "" for none; the one just before goes on if it has this title.
            step: Clean title; the one just before goes on if it has this title and this stage.
                "" makes a step, unless the column goes on.
            column: Which column of a board it was in: the step just before goes on if it is of
                this one, "" being none.
            number: Of the step in the file; the step just before goes on only if it has the same
                one, and then without a title, too.

        Returns:
            The step's id, and a rank below the moments placed there before.
        """
        is_other = stage != self._stage_title
        if is_other:
            self._stage_title = stage
            self._stage = self._new_stage(stage) if stage else None
        last = self._step
        has_place = bool(column) and column == self._column
        is_known = bool(step or has_place or number) and number == self._number
        goes_on = step == last.title and is_known if last else False
        if is_other or last is None or not goes_on:
            last = self._new_step(step)
        self._column, self._number = column, number
        self._lowest += RANK_STEP
        return last.id, self._lowest

    def unsorted_spot(self) -> tuple[float, float]:
        """Where the next unsorted note lies, in millimetres: in lines below those on the wall."""
        line, place = divmod(self._unsorted, UNSORTED_COLUMNS)
        self._unsorted += 1
        return place * COLUMN_PITCH, self._unsorted_top + line * UNSORTED_PITCH

    def _new_stage(self, title: str) -> Stage:
        stage = Stage(id=self._new_id(), title=title)
        self.made.append(stage)
        return stage

    def _new_step(self, title: str) -> Step:
        self._rank += RANK_STEP
        stage_id = self._stage.id if self._stage else None
        step = Step(id=self._new_id(), stage_id=stage_id, title=title, rank=self._rank)
        self.made.append(step)
        self._step = step
        self._lowest = 0
        return step
