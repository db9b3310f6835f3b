"""Contact types: the legend's own list."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from motwall.model.clean_text import clean_text
from motwall.model.edits.removal import removal
from motwall.model.fields import rules_of
from motwall.model.order import RANK_STEP, contact_types
from motwall.model.palette import MAX_TYPES
from motwall.model.patch import Change, Patch
from motwall.model.records import ContactType, Moment
from motwall.model.store import Store


def add_contact_type(store: Store, contact_type: ContactType) -> Patch:
    """Add a contact type at the end of the legend.

    Its name is cleaned; its code is made different from the others'.

    Returns:
        An empty patch when there are 16 already.
    """
    types = contact_types(store)
    if len(types) >= MAX_TYPES:
        return Patch()
    name, is_cut = _clean_name(contact_type.name)
    code = free_code(store, contact_type.code)
    rank = types[-1].rank + RANK_STEP if types else RANK_STEP
    added = replace(contact_type, name=name, code=code, rank=rank)
    return Patch.of([Change(None, added)], "adding a contact type", is_cut=is_cut)


def change_contact_type(store: Store, contact_type: ContactType) -> Patch:
    """Give a contact type another name, colour, icon or pattern; its id and rank stay.

    A code that another type has is made different.
    """
    known = store.get(ContactType, contact_type.id)
    name, is_cut = _clean_name(contact_type.name)
    code = free_code(store, contact_type.code, except_for=known.id)
    after = replace(contact_type, name=name, code=code, rank=known.rank)
    return Patch.of([Change(known, after)], "changing a contact type", is_cut=is_cut)


def merge_contact_types(store: Store, from_ids: Iterable[str], into_id: str) -> Patch:
    """Move the notes of some types to another and remove the emptied types."""
    gone = [store.get(ContactType, one) for one in dict.fromkeys(from_ids) if one != into_id]
    moved = [
        Change(moment, replace(moment, contact_type_id=into_id))
        for one in gone
        for moment in store.referring(Moment, "contact_type_id", one.id)
    ]
    removed = [Change(one, None) for one in gone]
    return Patch.of([*moved, *removed], "merging %n contact type(s)", len(gone) + 1)


def remove_contact_type(store: Store, contact_type_id: str) -> Patch:
    """Remove a contact type; its notes become plain paper."""
    return Patch.of(removal(store, [contact_type_id]), "removing a contact type")


def code_for(name: str) -> str:
    """Two letters for a name: of its first two words, or of its first word, else XX."""
    plain = unicodedata.normalize("NFKD", name).upper()
    words = re.findall(r"[A-Z][A-Z0-9]*", "".join(one for one in plain if not _is_accent(one)))
    if len(words) > 1:
        return str(words[0][0] + words[1][0])
    return str(words[0][:2]) if words and len(words[0]) > 1 else "XX"


def _is_accent(char: str) -> bool:
    return unicodedata.combining(char) != 0


def free_code(store: Store, wanted: str, except_for: str | None = None) -> str:
    """The code itself if no other type has it, else the next one like it: PH, P2, P3, ..."""
    taken = {one.code for one in store.all(ContactType) if one.id != except_for}
    if wanted not in taken:
        return wanted
    digits = "23456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    # A wall from elsewhere may have more types than motwall makes, and use up all of a letter's.
    free = (wanted[0] + digit for digit in digits if wanted[0] + digit not in taken)
    return next(free, wanted)


def _clean_name(name: str) -> tuple[str, bool]:
    return clean_text(name, rules_of(ContactType)["name"].limit, one_line=True)
