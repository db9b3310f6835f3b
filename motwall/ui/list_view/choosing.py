"""Buttons for cells whose value is worked out of several records: the stage and the priority."""

from collections.abc import Callable, Sequence

from typing_extensions import override

from motwall.document.document import Document
from motwall.i18n import translate
from motwall.model.edits.marks import set_priority
from motwall.model.edits.restaging import move_to_stage
from motwall.model.list_columns import ListColumn, column_titles, priority_word
from motwall.model.note_look import priority_numbers
from motwall.model.order import runs
from motwall.model.patch import Patch
from motwall.model.priorities import MOST
from motwall.model.records import Moment, Step
from motwall.model.store import Store
from motwall.ui.choices import Choice, ChoiceField
from motwall.ui.fields import FieldRef


class StageField(ChoiceField):
    """The stages in the order of time, and none; a note goes to the one that is chosen."""

    def __init__(self, document: Document) -> None:
        """Offer the stages there are."""
        none = Choice(None, translate("List", "No stage"))
        stages = [run.stage for run in runs(document.store) if run.stage is not None]
        super().__init__(
            document,
            FieldRef(Moment, "step_id"),
            column_titles()[ListColumn.STAGE],
            [none, *(Choice(one.id, one.title) for one in stages)],
            edit=self._moved,
        )

    @override
    def values(self) -> set[object]:
        moments = (self.document.store.find(Moment, one) for one in self._ids)
        steps = (self.document.store.find(Step, one.step_id) for one in moments if one)
        return {one.stage_id if one else None for one in steps}

    def _moved(self, store: Store, ids: Sequence[str], value: object) -> Patch:
        stage_id = value if isinstance(value, str) else None
        return move_to_stage(store, ids, stage_id, self.document.clock.new_id)


class PriorityField(ChoiceField):
    """None, and P1 to P5."""

    def __init__(self, document: Document, say_full: Callable[[], None]) -> None:
        """Offer the places; `say_full` tells why a sixth is not taken."""
        self._say_full = say_full
        places = [Choice(one, priority_word(one)) for one in range(1, MOST + 1)]
        super().__init__(
            document,
            FieldRef(Moment, "shortlist_rank"),
            column_titles()[ListColumn.PRIORITY],
            [Choice(None, translate("List", "No priority")), *places],
            edit=self._ranked,
        )

    @override
    def values(self) -> set[object]:
        numbers = priority_numbers(self.document.store)
        return {numbers.get(one) for one in self._ids}

    def _ranked(self, store: Store, ids: Sequence[str], value: object) -> Patch:
        place = value if isinstance(value, int) else None
        patch = set_priority(store, ids[0], place)
        if place is not None and not patch and ids[0] not in priority_numbers(store):
            self._say_full()
        return patch
