"""The end of the timeline, where imported moments go on."""

from motwall.model.clock import NewId
from motwall.model.order import RANK_STEP, steps_in_order
from motwall.model.records import Record, Stage, Step
from motwall.model.store import Store


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
        self.made: list[Record] = []

    def place(self, stage: str = "", step: str = "") -> tuple[str, int]:
        """The step and the rank in it for the next moment.

        Args:
            stage: Clean title, "" for none; the one just before goes on if it has this title.
            step: Clean title; the one just before goes on if it has this title and this stage.
                "" always makes a step.

        Returns:
            The step's id, and a rank below the moments placed there before.
        """
        is_other = stage != self._stage_title
        if is_other:
            self._stage_title = stage
            self._stage = self._new_stage(stage) if stage else None
        last = self._step
        if is_other or last is None or not step or step != last.title:
            last = self._new_step(step)
        self._lowest += RANK_STEP
        return last.id, self._lowest

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
