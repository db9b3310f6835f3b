"""The end of the timeline, where imported steps and moments go on."""

from motwall.model.clock import NewId
from motwall.model.order import RANK_STEP, steps_in_order
from motwall.model.records import Step
from motwall.model.store import Store


class Growth:
    """Hands out steps after the wall's last one, and places in their stacks from the top."""

    def __init__(self, store: Store, new_id: NewId) -> None:
        """Begin after the last step of a wall."""
        steps = steps_in_order(store)
        self._rank = steps[-1].rank if steps else 0
        self._new_id = new_id
        self._lowest: dict[str, int] = {}

    def next_step(self, stage_id: str | None = None, title: str = "") -> Step:
        """A step after all others."""
        self._rank += RANK_STEP
        return Step(id=self._new_id(), stage_id=stage_id, title=title, rank=self._rank)

    def next_rank(self, step: Step) -> int:
        """The rank for one more moment at the bottom of a step made here."""
        self._lowest[step.id] = self._lowest.get(step.id, 0) + RANK_STEP
        return self._lowest[step.id]
