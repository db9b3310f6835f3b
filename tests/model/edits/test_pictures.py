"""A note has one photo, which goes where the note goes."""

from motwall.model.belongings import travelling_with
from motwall.model.edits.moments import delete_moments
from motwall.model.edits.pictures import delete_picture, set_picture
from motwall.model.patch import Patch
from motwall.model.pictures import digest_of, picture_of
from motwall.model.records import Picture, PictureKind
from motwall.model.store import Store
from tests.factories import an_id, moment, picture, store_with

NOTE = moment("a")
DIGEST = digest_of(b"a photo")


def do(store: Store, patch: Patch) -> None:
    store.check(patch)
    store.apply(patch)


def test_a_photo_takes_the_place_of_another() -> None:
    store = store_with(NOTE)
    assert picture_of(store, NOTE.id) is None
    assert not delete_picture(store, NOTE.id)
    do(store, set_picture(store, NOTE.id, DIGEST, PictureKind.JPEG, (40, 30), an_id(1)))
    do(store, set_picture(store, NOTE.id, DIGEST, PictureKind.PNG, (20, 10), an_id(2)))
    found = picture_of(store, NOTE.id)
    assert found is not None
    assert (found.kind, found.width, found.height, found.digest) == (
        PictureKind.PNG, 20, 10, DIGEST,
    )  # fmt: skip
    assert travelling_with(store, [NOTE.id]) == [found]
    do(store, delete_picture(store, NOTE.id))
    assert not store.all(Picture)


def test_a_photo_goes_with_its_note_and_two_are_one() -> None:
    first, second = picture(NOTE), picture(NOTE)
    store = store_with(NOTE, second, first)
    assert picture_of(store, NOTE.id) == first
    do(store, delete_moments(store, [NOTE.id]))
    assert not store.all(Picture)
