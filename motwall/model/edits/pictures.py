"""Photos on notes; their bytes are kept before the patch that names them is pushed."""

from motwall.model.clock import NewId
from motwall.model.edits.moments import add_moments
from motwall.model.patch import Change, Patch
from motwall.model.records import Moment, Picture, PictureKind
from motwall.model.store import Store
from motwall.model.targets import Target


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


def add_pictured(
    store: Store,
    target: Target,
    digest: str,
    size: tuple[int, int],
    new_id: NewId,
    contact_type_id: str | None = None,
) -> tuple[Patch, str]:
    """Add a note without words that carries a photo, as one patch.

    Args:
        store: The wall.
        target: Where the note goes.
        digest: Of the bytes of a JPEG, which are kept already (`Document.keep_picture`).
        size: Width and height, pixels.
        new_id: For the note, its step and the picture.
        contact_type_id: Its colour.

    Returns:
        The patch, and the id of the note.
    """
    added = add_moments(store, [""], target, new_id, contact_type_id)
    made = (one.after for one in added if one.before is None)
    moment_id = next(one.id for one in made if isinstance(one, Moment))
    photo = set_picture(store, moment_id, digest, PictureKind.JPEG, size, new_id())
    return Patch.of([*added, *photo], "note from a photo"), moment_id
