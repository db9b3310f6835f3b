"""What one typist takes down while others speak: the same moment once more, or what was missing."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from motwall.model.clean_text import clean_text
from motwall.model.clock import NewId
from motwall.model.coverage import Area, Covered
from motwall.model.edits.moments import add_moments, free_spot
from motwall.model.near_match import times_said
from motwall.model.order import runs
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, MomentKind
from motwall.model.store import Store
from motwall.model.targets import GapTarget, StackTarget, Target


def say_again(store: Store, moment_id: str, text: str) -> Patch:
    """Somebody else says the same moment: no note more, but one more that was said.

    It is what adding a note and merging it would leave; `times_said` counts them.
    """
    moment = store.get(Moment, moment_id)
    cleaned, is_cut = clean_text(text)
    said = replace(moment, merged=(*moment.merged, cleaned))
    return Patch.of(
        [Change(moment, said)], "same moment: %n note(s)", times_said(said), is_cut=is_cut
    )


def add_covering(store: Store, texts: Sequence[str], part: Covered, new_id: NewId) -> Patch:
    """Add moments for a part of the wall where nobody has looked yet.

    They have its contact type, who delivers or kind at once. For a stage they go into its first
    step, if that has no note, else into steps of their own at its end; all others are unsorted.
    """
    type_id = part.key if part.area is Area.CONTACT_TYPE else None
    patch = add_moments(store, texts, _place(store, part), new_id, type_id)
    values = _values(part)
    added = [one.after for one in patch if one.before is None and isinstance(one.after, Moment)]
    return patch.then(Patch.of([Change(one, replace(one, **values)) for one in added]))


def _values(part: Covered) -> dict[str, Any]:
    if part.area is Area.KIND:
        return {"kind": MomentKind(part.key)}
    return {"who_delivers": part.key} if part.area is Area.DEPARTMENT else {}


def _place(store: Store, part: Covered) -> Target:
    """Where a note about a part goes; a stage that is gone leaves it unsorted."""
    number = 0
    for run in runs(store):
        number += len(run.steps)
        if part.area is Area.STAGE and run.stage is not None and run.stage.id == part.key:
            first = run.steps[0]
            if not store.referring(Moment, "step_id", first.id):
                return StackTarget(first.id, 0)
            return GapTarget(number, run.stage.id)
    return free_spot(store)
