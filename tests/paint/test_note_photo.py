"""The photo on a note: beside the words or in their place, on the screen and on pictures."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from motwall.model.note_look import NoteLook, look_of
from motwall.model.patch import Change, Patch
from motwall.model.pictures import NO_PICTURES, digest_of
from motwall.model.records import Moment, Picture, Rating
from motwall.model.store import Store
from motwall.paint.note_geometry import MARK_HIT, STRIP_HEIGHT, photo_rect, text_rect
from motwall.paint.photo import crop_of
from motwall.paint.tokens import LIGHT
from motwall.paint.wall_picture import picture_options, wall_image
from motwall.paint.wall_svg import wall_svg
from tests.factories import moment, step, store_with, wall
from tests.paint.pictures import TYPES

BOX = QRectF(0, 0, 100, 76)
DIGEST = "a" * 64
WIDTH = 900


def pictured(text: str) -> tuple[Store, dict[str, bytes]]:
    """A wall with a note that carries a green photo, and its bytes."""
    green = QImage(300, 200, QImage.Format.Format_RGB32)
    green.fill(QColor("#00A000"))
    crop = crop_of(green, green.rect())
    digest = digest_of(crop.data)
    at = step()
    note = moment(text, at=at)
    photo = Picture(id="b" * 32, moment_id=note.id, digest=digest, width=300, height=200)
    return store_with(wall(), at, note, photo), {digest: crop.data}


def greens(image: QImage) -> int:
    found = 0
    for x in range(0, image.width(), 4):
        for y in range(0, image.height(), 4):
            colour = image.pixelColor(x, y)
            found += colour.green() > 120 and colour.red() < 60 and colour.blue() < 60
    return found


def test_words_and_photo_share_the_note() -> None:
    look = NoteLook("Rings us", contact_type=TYPES["PH"], rating=Rating.MAGICAL, photo=DIGEST)
    words, photo = text_rect(look, BOX), photo_rect(look, BOX)
    assert not words.intersects(photo)
    assert words.width() > photo.width()
    for place in (words, photo):
        assert place.top() >= STRIP_HEIGHT
        assert place.bottom() <= BOX.height() - MARK_HIT


def test_without_words_the_photo_has_all_the_room() -> None:
    plain = NoteLook("Rings us")
    for empty in (NoteLook("", photo=DIGEST), NoteLook("A hint", is_prompt=True, photo=DIGEST)):
        assert photo_rect(empty, BOX) == text_rect(plain, BOX)


def test_a_note_without_photo_is_as_it_was() -> None:
    assert text_rect(NoteLook("Rings us", photo=""), BOX) == text_rect(NoteLook("Rings us"), BOX)


def test_a_look_follows_the_store() -> None:
    store, pictures = pictured("")
    (note,), (photo,) = store.all(Moment), store.all(Picture)
    assert look_of(store, note, {}).photo in pictures
    store.apply(Patch.of([Change(photo, None)]))
    assert look_of(store, note, {}).photo == ""


def test_a_picture_of_the_wall_shows_photos() -> None:
    empty, pictures = pictured("")
    written, same = pictured("Rings us")
    whole = greens(wall_image(empty, picture_options(empty), LIGHT, WIDTH, pictures))
    beside = greens(wall_image(written, picture_options(written), LIGHT, WIDTH, same))
    assert whole > 3 * beside > 0


def test_without_the_bytes_it_is_as_if_there_were_none() -> None:
    store, _ = pictured("Rings us")
    shown = wall_image(store, picture_options(store), LIGHT, WIDTH, NO_PICTURES)
    for photo in list(store.all(Picture)):
        store.apply(Patch.of([Change(photo, None)]))
    assert wall_image(store, picture_options(store), LIGHT, WIDTH) == shown


def test_damaged_bytes_leave_a_quiet_patch() -> None:
    store, pictures = pictured("")
    damaged = dict.fromkeys(pictures, b"no photo")
    assert not greens(wall_image(store, picture_options(store), LIGHT, WIDTH, damaged))


def test_an_svg_carries_the_photo() -> None:
    store, pictures = pictured("")
    assert b"data:image/" in wall_svg(store, pictures=pictures)
    assert b"data:image/" not in wall_svg(store)
