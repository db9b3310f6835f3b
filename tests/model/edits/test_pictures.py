"""A note has one photo, which goes where the note goes."""

from motwall.model.belongings import travelling_with
from motwall.model.edits.moments import delete_moments
from motwall.model.edits.pictures import add_pictured, delete_picture, set_picture
from motwall.model.note_look import look_of, pictured_moments
from motwall.model.patch import Patch
from motwall.model.pictures import bytes_of, digest_of, digests_in, picture_of
from motwall.model.records import Moment, Picture, PictureKind
from motwall.model.store import Store
from motwall.model.targets import GapTarget
from tests.factories import an_id, moment, new_ids, picture, store_with

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


def test_a_note_is_made_with_its_photo_in_one_step() -> None:
    store = store_with()
    patch, moment_id = add_pictured(store, GapTarget(0), DIGEST, (40, 30), new_ids())
    do(store, patch)
    made = store.get(Moment, moment_id)
    assert (made.text, made.step_id is None) == ("", False)
    look = look_of(store, made, {})
    assert (look.photo, look.has_words) == (DIGEST, False)
    assert pictured_moments(patch) == {moment_id}
    assert look_of(store, NOTE, {}).has_words
    do(store, patch.inverted())
    assert not store.all(Picture)


def test_what_is_named_is_found_and_what_is_missing_is_left_out() -> None:
    store = store_with(NOTE)
    patch = set_picture(store, NOTE.id, DIGEST, PictureKind.JPEG, (40, 30), an_id(1))
    assert digests_in(patch) == {DIGEST}
    assert digests_in(patch.inverted()) == set()
    do(store, patch)
    assert bytes_of(store.everything(), {DIGEST: b"a photo"}.get) == {DIGEST: b"a photo"}
    assert bytes_of(store.everything(), {}.get) == {}


def test_a_photo_goes_with_its_note_and_two_are_one() -> None:
    first, second = picture(NOTE), picture(NOTE)
    store = store_with(NOTE, second, first)
    assert picture_of(store, NOTE.id) == first
    do(store, delete_moments(store, [NOTE.id]))
    assert not store.all(Picture)
