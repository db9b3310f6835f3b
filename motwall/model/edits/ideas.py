"""Possibilities for a moment; each can get merit or be parked (`fields.write` of "verdict")."""

from motwall.model.clean_text import clean_text
from motwall.model.edits.removal import removal
from motwall.model.order import RANK_STEP, ideas_of
from motwall.model.patch import Change, Patch
from motwall.model.records import Idea
from motwall.model.store import Store


def add_idea(
    store: Store, moment_id: str, text: str, idea_id: str, session_id: str | None = None
) -> Patch:
    """Add a possibility below the others."""
    cleaned, is_cut = clean_text(text)
    ideas = ideas_of(store, moment_id)
    rank = ideas[-1].rank + RANK_STEP if ideas else RANK_STEP
    idea = Idea(id=idea_id, moment_id=moment_id, text=cleaned, rank=rank, session_id=session_id)
    return Patch.of([Change(None, idea)], "adding an idea", is_cut=is_cut)


def delete_idea(store: Store, idea_id: str) -> Patch:
    """Delete an idea; an action that came from it stays."""
    return Patch.of(removal(store, [idea_id]), "deleting an idea")
