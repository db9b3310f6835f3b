"""Possibilities for a moment: collected first, then sifted; nothing said is lost in between."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from motwall.model.belongings import next_rank
from motwall.model.clean_text import clean_text
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.order import RANK_STEP, ideas_of, insert_ranked
from motwall.model.patch import Change, Patch
from motwall.model.records import Cost, Idea, IdeaKind, Lift, Verdict
from motwall.model.store import Store


def add_idea(
    store: Store,
    moment_id: str,
    text: str,
    idea_id: str,
    session_id: str | None = None,
    author: str = "",
    kind: IdeaKind = IdeaKind.IDEA,
) -> Patch:
    """Add a possibility, or a reason why not, below the others."""
    cleaned, is_cut = clean_text(text)
    name, is_name_cut = _clean_author(author)
    idea = Idea(
        id=idea_id,
        moment_id=moment_id,
        text=cleaned,
        kind=kind,
        author=name,
        rank=next_rank(ideas_of(store, moment_id)),
        session_id=session_id,
    )
    return Patch.of([Change(None, idea)], "adding an idea", is_cut=is_cut or is_name_cut)


def add_ideas(
    store: Store,
    moment_id: str,
    texts: Sequence[str],
    idea_ids: Sequence[str],
    session_id: str | None = None,
    author: str = "",
    kind: IdeaKind = IdeaKind.IDEA,
) -> Patch:
    """Add possibilities for one moment, as a pasted list holds them, in their order.

    Args:
        store: The wall.
        moment_id: The moment they are for.
        texts: One for each idea.
        idea_ids: A fresh id for each.
        session_id: The session they came up in, or None.
        author: Whose they are.
        kind: What they are.
    """
    rank = next_rank(ideas_of(store, moment_id))
    name, is_cut = _clean_author(author)
    changes = []
    for place, (text, idea_id) in enumerate(zip(texts, idea_ids, strict=True)):
        cleaned, is_text_cut = clean_text(text)
        is_cut = is_cut or is_text_cut
        idea = Idea(
            id=idea_id,
            moment_id=moment_id,
            text=cleaned,
            kind=kind,
            author=name,
            rank=rank + place * RANK_STEP,
            session_id=session_id,
        )
        changes.append(Change(None, idea))
    return Patch.of(changes, "adding %n idea(s)", len(changes), is_cut=is_cut)


def turn_blocker(
    store: Store,
    idea_id: str,
    text: str,
    question_id: str,
    session_id: str | None = None,
    author: str = "",
) -> Patch:
    """Turn a reason why not into the question "How might we...", right below it; both stay.

    What was put down as an idea becomes a blocker with the same patch.

    Args:
        store: The wall.
        idea_id: The reason why not.
        text: The question in full.
        question_id: A fresh id.
        session_id: The session it came up in, or None.
        author: Whose it is.
    """
    blocker = store.get(Idea, idea_id)
    cleaned, is_cut = clean_text(text)
    name, is_name_cut = _clean_author(author)
    ideas = ideas_of(store, blocker.moment_id)
    ranks, changes = insert_ranked(ideas, ideas.index(blocker) + 1, 1)
    turned = Idea(
        id=question_id,
        moment_id=blocker.moment_id,
        text=cleaned,
        kind=IdeaKind.HOW_MIGHT_WE,
        from_idea_id=blocker.id,
        author=name,
        rank=ranks[0],
        session_id=session_id,
    )
    renumbered = {one.record.id: one.after for one in changes}
    named = renumbered.get(blocker.id, blocker)
    assert isinstance(named, Idea)
    if blocker.kind is IdeaKind.IDEA:
        changes.append(Change(named, replace(named, kind=IdeaKind.BLOCKER)))
    changes.append(Change(None, turned))
    return Patch.of(changes, "turning a blocker round", is_cut=is_cut or is_name_cut)


def sift(store: Store, idea_ids: Iterable[str], verdict: Verdict) -> Patch:
    """Say which ideas have merit and which are parked; open takes that back."""
    ideas = [store.get(Idea, one) for one in dict.fromkeys(idea_ids)]
    changes = [Change(one, replace(one, verdict=verdict)) for one in ideas]
    label = "bringing %n idea(s) back" if verdict is Verdict.OPEN else "sifting %n idea(s)"
    return Patch.of(changes, label, len(ideas))


def place_idea(store: Store, idea_id: str, cost: Cost | None, lift: Lift | None) -> Patch:
    """Put an idea on the picture of cost against lift, or (None, None) beside it.

    Who places an idea finds it worth something: one that nobody sifted has merit from then on.
    """
    idea = store.get(Idea, idea_id)
    is_sifted_by_it = cost is not None and lift is not None and idea.verdict is Verdict.OPEN
    verdict = Verdict.MERIT if is_sifted_by_it else idea.verdict
    placed = replace(idea, cost=cost, lift=lift, verdict=verdict)
    return Patch.of([Change(idea, placed)], "placing an idea")


def delete_idea(store: Store, idea_id: str) -> Patch:
    """Delete an idea; what came from it stays."""
    return Patch.of(removal(store, [idea_id]), "deleting an idea")


def _clean_author(author: str) -> tuple[str, bool]:
    return clean_text(author, rules_of(Idea)["author"].limit, one_line=True)
