"""Photos on notes; their bytes are kept before the patch that names them is pushed."""

from motwall.model.patch import Change, Patch
from motwall.model.records import Picture, PictureKind
from motwall.model.store import Store


def set_picture(
    store: Store,
    moment_id: str,
    digest: str,
    kind: PictureKind,
    size: tuple[int, int],
    picture_id: str,
) -> Patch:
    """Put a photo on a note, in place of one that is there.

    Args:
        store: The wall.
        moment_id: The note.
        digest: Of the bytes, which are kept already (`Document.keep_picture`).
        kind: How to read them.
        size: Width and height, pixels.
        picture_id: A fresh id.
    """
    before = [Change(one, None) for one in store.referring(Picture, "moment_id", moment_id)]
    made = Picture(
        id=picture_id, moment_id=moment_id, digest=digest, kind=kind, width=size[0], height=size[1]
    )
    return Patch.of([*before, Change(None, made)], "photo on a note")


def delete_picture(store: Store, moment_id: str) -> Patch:
    """Take the photo off a note; an empty patch if there is none."""
    found = store.referring(Picture, "moment_id", moment_id)
    return Patch.of([Change(one, None) for one in found], "taking a photo off")
