"""Photos on the wall are read late, one at a time, and kept while there is room."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from motwall.document.document import Document
from motwall.model.edits.moments import free_spot
from motwall.model.edits.pictures import add_pictured
from motwall.model.records import Moment, Picture
from motwall.model.store import Store
from motwall.paint.photo import crop_of
from motwall.scene.photos import Photos
from motwall.storage.wall_file import WallFile
from tests.bench.walls import write_wall
from tests.factories import FakeClock


@pytest.fixture
def document(tmp_path: Path) -> Document:
    path = tmp_path / "photos.motwall"
    write_wall(path, 3)
    file = WallFile.open(path)
    return Document(Store(file.load()), file, FakeClock())


def put(document: Document, colour: str) -> Picture:
    """Put a note with a photo of one colour on the wall."""
    image = QImage(800, 600, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    crop = crop_of(image, image.rect())
    digest = document.keep_picture(crop.data)
    store, new_id = document.store, document.clock.new_id
    patch, moment_id = add_pictured(store, free_spot(store), digest, crop.size, new_id)
    assert document.push(patch)
    return next(one for one in document.store.all(Picture) if one.moment_id == moment_id)


def test_nothing_is_read_while_something_is_painted(qtbot: QtBot, document: Document) -> None:
    parent = QObject()
    photos = Photos(document, parent)
    picture = put(document, "#803020")
    assert photos.image(picture.digest, 150) is None
    with qtbot.waitSignal(photos.came) as came:
        pass
    assert came.args == [[picture.moment_id]]
    image = photos.image(picture.digest, 150)
    assert image is not None
    assert image.width() == 192
    # Coarse now, and fine soon.
    assert photos.image(picture.digest, 700) is image
    qtbot.waitUntil(lambda: photos.image(picture.digest, 700) is not image)


def test_no_more_is_kept_than_there_is_room(qtbot: QtBot, document: Document) -> None:
    parent = QObject()
    photos = Photos(document, parent, bytes_kept=250_000)
    for colour in ("#803020", "#208030", "#302080", "#808020"):
        picture = put(document, colour)
        with qtbot.waitSignal(photos.came):
            photos.image(picture.digest, 192)
    assert 0 < photos.bytes_used <= 250_000


def test_what_is_not_in_the_file_is_not_tried_for_ever(qtbot: QtBot, document: Document) -> None:
    parent = QObject()
    photos = Photos(document, parent)
    picture = put(document, "#803020")
    photos.image("f" * 64, 150)
    photos.image(picture.digest, 150)
    qtbot.waitUntil(lambda: photos.image(picture.digest, 150) is not None)
    assert photos.image("f" * 64, 150) is None
    assert document.store.count(Moment) == 4
