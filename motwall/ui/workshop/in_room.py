"""What the room is told of a workshop. Nothing of what is for the facilitator."""

from motwall.document.workshop_run import WorkshopRun
from motwall.ui.room.header import ShownPart
from motwall.ui.workshop.words import (
    is_writing,
    prompt_of,
    time_words,
    title_of,
    up_words,
)


def shown_part(run: WorkshopRun, doing: str = "", *, is_covered: bool = False) -> ShownPart | None:
    """The part where the room is; None while no workshop goes on.

    Args:
        run: Of the wall.
        doing: What hands do at the wall now; not said where they are not at it.
        is_covered: A card lies over the wall: there is no band, so the header says what it would.
    """
    here = run.current
    if here is None:
        return None
    part, left = run.part_of(here), run.left
    phase = part.phase if part is not None else None
    is_at_wall = phase is not None and not (is_writing(run) and run.is_on_paper)
    is_up = is_covered and run.is_up
    return ShownPart(
        letter=phase.letter if phase is not None else "",
        title=title_of(here),
        prompt=up_words(here) if is_up else prompt_of(run),
        doing=doing if is_at_wall else "",
        time=time_words(left),
        is_over=left < 0,
        is_still=not run.is_running,
        is_up=is_up,
    )
