"""Photos on notes: which there is, and what its bytes are called."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from motwall.model.patch import Patch
from motwall.model.records import Picture, Record
from motwall.model.store import Store

#: Of one picture, bytes: a note of a paper wall is readable with a tenth of that.
MOST_BYTES = 500_000
#: For those who have none; nobody writes to it.
NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


def digest_of(data: bytes) -> str:
    """What the bytes of a picture are called: their SHA-256, in hex."""
    return hashlib.sha256(data).hexdigest()


def digests_of(records: Iterable[Record]) -> set[str]:
    """Whose bytes the pictures among records name."""
    return {one.digest for one in records if isinstance(one, Picture)}


def digests_in(patch: Patch) -> set[str]:
    """Whose bytes have to be kept before a patch is pushed."""
    return digests_of(change.after for change in patch if change.after is not None)


def bytes_of(records: Iterable[Record], read: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """The bytes that the pictures among records name, by digest.

    Args:
        records: Of a wall.
        read: Gives the bytes of a digest; those it does not have are left out.
    """
    found = {one: read(one) for one in sorted(digests_of(records))}
    return {one: data for one, data in found.items() if data is not None}


def picture_of(store: Store, moment_id: str) -> Picture | None:
    """The photo on a note, or None; should a merge have brought two, always the same one."""
    found = store.referring(Picture, "moment_id", moment_id)
    return min(found, key=lambda one: one.id, default=None)
