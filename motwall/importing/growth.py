"""The end of the timeline, where imported moments go on."""

from motwall.importing.plan import Findings
from motwall.model.clock import NewId
from motwall.model.fields import rules_of
from motwall.model.order import RANK_STEP, steps_in_order
from motwall.model.records import Record, Stage, Step
from motwall.model.store import Store


class Growth:
    """Makes stages and steps after the wall's last step, and hands out places in their stacks."""

    def __init__(self, store: Store, new_id: NewId, findings: Findings) -> None:
        """Begin after the last step of a wall."""
        steps = steps_in_order(store)
        self._rank = steps[-1].rank if steps else 0
        self._new_id = new_id
        self._findings = findings
        self._stage_title = ""
        self._stage: Stage | None = None
        self._step: Step | None = None
        self._lowest = 0
        self.made: list[Record] = []

    def place(self, where: str, stage: str = "", step: str = "") -> tuple[str, int]:
        """The step and the rank in it for the next moment.

        Args:
            where: Where the titles stand in the file, for the warning that one was cut.
            stage: Title, "" for none; the one just before goes on if it has this title.
            step: Title; the one just before goes on if it has this title and is in the same stage.
                "" always makes a step.

        Returns:
            The step's id, and a rank below the moments placed there before.
        """
        is_other = stage.strip() != self._stage_title
        if is_other:
            self._stage_title = stage.strip()
            self._stage = self._new_stage(where, stage) if self._stage_title else None
        last = self._step
        if is_other or last is None or not step.strip() or step.strip() != last.title.strip():
            last = self._new_step(where, step)
        self._lowest += RANK_STEP
        return last.id, self._lowest

    def _new_stage(self, where: str, title: str) -> Stage:
        text = self._findings.text(title, rules_of(Stage)["title"], where)
        stage = Stage(id=self._new_id(), title=text)
        self.made.append(stage)
        return stage

    def _new_step(self, where: str, title: str) -> Step:
        text = self._findings.text(title, rules_of(Step)["title"], where)
        self._rank += RANK_STEP
        stage_id = self._stage.id if self._stage else None
        step = Step(id=self._new_id(), stage_id=stage_id, title=text, rank=self._rank)
        self.made.append(step)
        self._step = step
        self._lowest = 0
        return step
