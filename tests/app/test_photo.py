"""A photo of a paper wall: boxes drawn on it are notes that carry their crops."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.messages import message_for
from motwall.model.errors import PhotoRefused, PhotoTooWide, SourceMissing
from motwall.model.note_look import look_of
from motwall.model.order import all_moments
from motwall.model.pictures import MOST_BYTES, picture_of
from motwall.model.records import Moment, Picture
from motwall.model.store import Store
from motwall.storage.reading import read_records
from motwall.ui.add_place import AddPlace
from motwall.ui.panel.photo_part import PhotoPart
from motwall.ui.photo.card import PhotoCard
from motwall.ui.wall_page import WallPage
from tests.app.on_page import run, undo_steps
from tests.app.tapping import Taps, in_room
from tests.app.test_bringing_in import drop_on
from tests.photos import boxes, photo, write_photo

SMALL = (800, 600)
LEFT = Qt.MouseButton.LeftButton


def texts(page: WallPage) -> list[str]:
    return [one.text for one in all_moments(page.document.store)]


def shown(qtbot: QtBot, page: WallPage) -> PhotoCard:
    card = page.cards.current
    assert isinstance(card, PhotoCard)
    qtbot.waitUntil(lambda: card.board.photo is not None, timeout=20_000)
    return card


@pytest.fixture
def card(qtbot: QtBot, page: WallPage, tmp_path: Path) -> PhotoCard:
    assert drop_on(page.view, write_photo(tmp_path / "wall.jpg", 5, SMALL))
    return shown(qtbot, page)


@pytest.fixture
def panel(shell: Shell) -> Iterator[Taps]:
    yield from in_room(shell, "shop")


def corners(card: PhotoCard, box: QRect) -> tuple[QPoint, QPoint]:
    sight = card.board.sight
    assert sight is not None
    seen = sight.to_view(QRectF(box))
    return seen.topLeft().toPoint(), seen.bottomRight().toPoint()


def drag(card: PhotoCard, box: QRect) -> None:
    first, last = corners(card, box)
    QTest.mousePress(card.board, LEFT, pos=first)
    QTest.mouseMove(card.board, (first + last) / 2)
    QTest.mouseMove(card.board, last)
    QTest.mouseRelease(card.board, LEFT, pos=last)


def write(card: PhotoCard, words: str) -> None:
    QTest.keyClicks(card.side.words, words)
    QTest.keyClick(card.side.words, Qt.Key.Key_Return)


def test_a_box_is_a_note_with_its_crop_in_one_step(
    shell: Shell, page: WallPage, card: PhotoCard
) -> None:
    before = undo_steps(page)
    box = boxes(5, SMALL)[1]
    drag(card, box)
    assert undo_steps(page) == before + 1
    (picture,) = page.document.store.all(Picture)
    assert texts(page)[3:] == [""]
    assert abs(picture.width - box.width()) <= 3
    assert card.side.words.hasFocus()
    data = page.document.picture(picture.digest)
    assert data is not None
    assert data.startswith(b"\xff\xd8\xff")
    assert len(data) <= MOST_BYTES
    item = page.scene.note(picture.moment_id)
    assert item is not None
    assert item.look.photo == picture.digest
    assert shell.walls.wall is not None
    assert Store(read_records(shell.walls.wall.path)).count(Picture) == 1
    page.undo()
    assert page.document.store.count(Picture) == 0
    assert texts(page) == ["Rings", "Comes in", "Pays"]
    assert card.side.list.count() == 0
    page.redo()
    assert card.side.list.count() == 1
    page.cards.close()
    assert page.selection.ids == (picture.moment_id,)


def test_enter_keeps_the_words_and_waits_for_the_next_box(page: WallPage, card: PhotoCard) -> None:
    first, second = boxes(5, SMALL)[:2]
    drag(card, first)
    write(card, "Rings us")
    assert card.board.hasFocus()
    drag(card, second)
    write(card, "Finds the door")
    assert texts(page)[3:] == ["Rings us", "Finds the door"]
    assert [card.side.list.item(row).text() for row in range(2)] == [
        "1  Rings us",
        "2  Finds the door",
    ]


def test_two_corners_are_tapped(page: WallPage, card: PhotoCard) -> None:
    first, last = corners(card, boxes(5, SMALL)[2])
    QTest.mouseClick(card.board, LEFT, pos=last)
    assert card.board.is_drawing
    assert page.document.store.count(Picture) == 0
    QTest.mouseClick(card.board, LEFT, pos=first)
    assert page.document.store.count(Picture) == 1
    assert not card.board.is_drawing


def test_esc_lets_go_of_the_first_corner_then_closes(page: WallPage, card: PhotoCard) -> None:
    QTest.mouseClick(card.board, LEFT, pos=corners(card, boxes(5, SMALL)[0])[0])
    QTest.keyClick(card.board, Qt.Key.Key_Escape)
    assert not card.board.is_drawing
    assert page.cards.current is card
    QTest.keyClick(card.board, Qt.Key.Key_Escape)
    assert page.cards.current is None


def test_keys_alone_are_enough(page: WallPage, card: PhotoCard) -> None:
    board = card.board
    before = board.cursor_box
    QTest.keyClick(board, Qt.Key.Key_Right)
    QTest.keyClick(board, Qt.Key.Key_Up)
    assert board.cursor_box.left() > before.left()
    assert board.cursor_box.top() < before.top()
    QTest.keyClick(board, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert board.cursor_box.width() > before.width()
    for _ in range(40):
        QTest.keyClick(board, Qt.Key.Key_Down)
    assert board.photo is not None
    assert board.cursor_box.bottom() <= board.photo.height()
    QTest.keyClick(board, Qt.Key.Key_Return)
    write(card, "By keys")
    assert texts(page)[3:] == ["By keys"]
    # The same box is no second note.
    QTest.keyClick(board, Qt.Key.Key_Return)
    assert card.side.words.hasFocus()
    assert texts(page)[3:] == ["By keys"]


def test_a_box_that_was_drawn_is_tapped_for_its_words(page: WallPage, card: PhotoCard) -> None:
    first, second = boxes(5, SMALL)[:2]
    drag(card, first)
    drag(card, second)
    top, bottom = corners(card, first)
    QTest.mouseClick(card.board, LEFT, pos=(top + bottom) / 2)
    write(card, "The first")
    assert texts(page)[3:] == ["The first", ""]


def test_enter_shows_the_box_of_the_keys_before_it_takes_it(
    page: WallPage, card: PhotoCard
) -> None:
    QTest.keyClick(card.board, Qt.Key.Key_Return)
    assert page.document.store.count(Picture) == 0
    QTest.keyClick(card.board, Qt.Key.Key_Return)
    assert page.document.store.count(Picture) == 1


def test_the_photo_is_zoomed_and_moved(page: WallPage, card: PhotoCard) -> None:
    card.larger.click()
    card.larger.click()
    before = card.board.sight
    assert before is not None
    assert not before.is_whole
    card.moving.click()
    drag(card, QRect(300, 200, 200, 150))
    after = card.board.sight
    assert after is not None
    assert after.corner != before.corner
    assert page.document.store.count(Picture) == 0
    card.whole.click()
    assert card.board.sight is not None
    assert card.board.sight.is_whole


def test_a_finger_draws_a_box_in_room(panel: Taps, qtbot: QtBot, tmp_path: Path) -> None:
    page = panel.page
    page.keyboard.lists.onto_wall.bring(write_photo(tmp_path / "wall.jpg", 5, SMALL))
    card = shown(qtbot, page)
    first, last = corners(card, boxes(5, SMALL)[3])
    window = panel.shell.window
    start, goal = (card.board.mapTo(window, one) for one in (first, last))
    panel.hands.drag(0, start, goal)
    assert page.document.store.count(Picture) == 1
    # Or two corners, tapped.
    for corner in corners(card, boxes(5, SMALL)[4]):
        panel.hands.tap(0, card.board.mapTo(window, corner))
    assert page.document.store.count(Picture) == 2


def test_a_speck_is_no_box(page: WallPage, card: PhotoCard) -> None:
    drag(card, QRect(100, 100, 40, 6))
    assert page.document.store.count(Picture) == 0


def test_notes_go_where_it_says(page: WallPage, card: PhotoCard) -> None:
    card.side.places[AddPlace.UNSORTED].click()
    for box in boxes(5, SMALL)[:2]:
        drag(card, box)
    loose = page.document.store.referring(Moment, "step_id", None)
    assert len(loose) == 2
    assert loose[0].x != loose[1].x


def test_a_locked_wall_takes_no_note(page: WallPage, card: PhotoCard) -> None:
    page.document.wall_lock.set_locked(is_locked=True)
    drag(card, boxes(5, SMALL)[0])
    assert page.document.store.count(Picture) == 0
    page.cards.close()
    page.keyboard.lists.onto_wall.bring(Path("wall.jpg"))
    assert page.cards.current is None


def copied(**given: object) -> QMimeData:
    """What another program put on the clipboard."""
    mime = QMimeData()
    for kind, data in given.items():
        if isinstance(data, QImage):
            mime.setImageData(data)
        elif isinstance(data, Path):
            mime.setUrls([QUrl.fromLocalFile(str(data))])
        elif isinstance(data, str):
            mime.setText(data)
        elif isinstance(data, bytes):
            mime.setData(kind.replace("_", "/"), QByteArray(data))
    return mime


def pasted(page: WallPage, mime: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(mime)
    run(page, "paste")


def test_a_copied_photo_is_pasted(qtbot: QtBot, page: WallPage, tmp_path: Path) -> None:
    path = write_photo(tmp_path / "wall.jpg", 5, SMALL)
    image = QImage(str(path))
    for mime in (
        copied(image_jpeg=path.read_bytes()),
        copied(picture=image),
        copied(picture=image, words=" "),
        copied(file=path),
    ):
        pasted(page, mime)
        card = shown(qtbot, page)
        assert card.board.photo is not None
        assert card.board.photo.size() == image.size()
        page.cards.close()
    assert texts(page) == ["Rings", "Comes in", "Pays"]


def test_notes_are_made_from_a_pasted_photo(qtbot: QtBot, page: WallPage) -> None:
    pasted(page, copied(picture=photo(5, SMALL)))
    card = shown(qtbot, page)
    drag(card, boxes(5, SMALL)[1])
    write(card, "Rings us")
    assert texts(page)[3:] == ["Rings us"]
    assert page.document.store.count(Picture) == 1


def test_of_a_table_with_a_picture_the_text_is_meant(page: WallPage) -> None:
    pasted(page, copied(words="Asks the price", picture=photo(1, SMALL)))
    assert page.cards.current is None
    assert texts(page)[3:] == ["Asks the price"]


def test_a_locked_wall_takes_no_pasted_photo(page: WallPage) -> None:
    page.document.wall_lock.set_locked(is_locked=True)
    pasted(page, copied(picture=photo(1, SMALL)))
    assert page.cards.current is None


def test_a_picture_is_dropped_without_a_file(qtbot: QtBot, page: WallPage) -> None:
    mime = copied(picture=photo(5, SMALL))
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    coming = QDragEnterEvent(QPoint(200, 200), copy, mime, left, none)
    QApplication.sendEvent(page.view, coming)
    assert coming.isAccepted()
    QApplication.sendEvent(page.view, QDropEvent(QPointF(200, 200), copy, mime, left, none))
    assert shown(qtbot, page).board.photo is not None


def test_a_pasted_picture_has_the_limits_of_a_file(qtbot: QtBot, page: WallPage) -> None:
    vast = QImage(8001, 5001, QImage.Format.Format_Mono)
    vast.fill(0)
    for mime, error in (
        (copied(picture=vast), PhotoTooWide("")),
        (copied(image_png=b"no picture"), PhotoRefused("")),
    ):
        pasted(page, mime)
        card = page.cards.current
        assert isinstance(card, PhotoCard)
        qtbot.waitUntil(lambda one=card: one.reading is None)
        assert card.says_more.text() == message_for(error)
        assert card.board.photo is None
        page.cards.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, None), (b"no photo at all", message_for(PhotoRefused("")))],
)
def test_what_is_no_photo_gets_a_sentence(
    qtbot: QtBot, page: WallPage, tmp_path: Path, content: bytes | None, words: str | None
) -> None:
    path = tmp_path / "wall.png"
    if content is not None:
        path.write_bytes(content)
    page.keyboard.lists.onto_wall.bring(path)
    card = page.cards.current
    assert isinstance(card, PhotoCard)
    qtbot.waitUntil(lambda: card.reading is None)
    assert card.says_more.text() == (words or message_for(SourceMissing(path)))
    assert card.board.photo is None


def test_twenty_notes_of_a_large_photo_are_a_small_file(
    qtbot: QtBot, shell: Shell, page: WallPage, tmp_path: Path
) -> None:
    page.keyboard.lists.onto_wall.bring(write_photo(tmp_path / "wall.jpg"))
    card = shown(qtbot, page)
    for box in boxes(20):
        drag(card, box)
    assert page.document.store.count(Picture) == 20
    assert shell.walls.wall is not None
    assert shell.walls.wall.path.stat().st_size < 10 * 1024 * 1024


def test_a_photo_begins_a_wall(qtbot: QtBot, shell: Shell, tmp_path: Path) -> None:
    path = write_photo(tmp_path / "paper wall.png", 2, SMALL)
    assert drop_on(shell.window.start, path)
    page = shell.window.page
    assert page is not None
    card = shown(qtbot, page)
    drag(card, boxes(2, SMALL)[0])
    assert page.document.store.count(Picture) == 1


def test_the_wall_shows_the_photo_when_it_is_read(
    qtbot: QtBot, page: WallPage, card: PhotoCard
) -> None:
    drag(card, boxes(5, SMALL)[1])
    (picture,) = page.document.store.all(Picture)
    page.cards.close()
    photos = page.scene.photos
    assert photos.image(picture.digest, 100) is None or photos.bytes_used
    qtbot.waitUntil(lambda: photos.image(picture.digest, 100) is not None)
    # Its paper note is pink.
    image = page.view.grab().toImage()
    item = page.scene.note(picture.moment_id)
    assert item is not None
    at = page.view.mapFromScene(item.home.x() + 12, item.home.y() + 40)
    seen: Callable[[], bool] = lambda: (  # noqa: E731 -- asked again until it is painted
        page.view.grab().toImage().pixelColor(at).saturation() > 40
    )
    qtbot.waitUntil(seen)
    assert not image.isNull()


def test_the_panel_shows_the_photo_and_takes_it_off(page: WallPage, card: PhotoCard) -> None:
    drag(card, boxes(5, SMALL)[1])
    (picture,) = page.document.store.all(Picture)
    page.cards.close()
    page.show_panel()
    part = page.panel.moment_tab.page.photo
    assert isinstance(part, PhotoPart)
    assert part.isVisible()
    assert not part.view.grab().isNull()
    assert part.view.image is not None
    assert not part.view.image.isNull()
    part.button.click()
    store = page.document.store
    assert picture_of(store, picture.moment_id) is None
    assert look_of(store, store.get(Moment, picture.moment_id), {}).photo == ""
    page.undo()
    assert picture_of(store, picture.moment_id) == picture
