"""Photos on notes: which there is, and what its bytes are called."""

import hashlib

from motwall.model.records import Picture
from motwall.model.store import Store

#: Of one picture, bytes: a note of a paper wall is readable with a tenth of that.
MOST_BYTES = 500_000


def digest_of(data: bytes) -> str:
    """What the bytes of a picture are called: their SHA-256, in hex."""
    return hashlib.sha256(data).hexdigest()


def picture_of(store: Store, moment_id: str) -> Picture | None:
    """The photo on a note, or None; should a merge have brought two, always the same one."""
    found = store.referring(Picture, "moment_id", moment_id)
    return min(found, key=lambda one: one.id, default=None)
