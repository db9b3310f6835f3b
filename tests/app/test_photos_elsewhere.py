"""Photos on their way to other walls: by the clipboard, by JSON, by a merge."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from motwall.app.merging import show_merge
from motwall.app.shell import Shell
from motwall.document.document import Document
from motwall.model.clock import SystemClock
from motwall.model.edits.moments import add_moments
from motwall.model.edits.pictures import set_picture
from motwall.model.errors import WallFileLocked
from motwall.model.order import timeline_moments
from motwall.model.pictures import MOST_BYTES, digest_of, picture_of
from motwall.model.records import Moment, Picture, PictureKind
from motwall.model.store import Store
from motwall.model.targets import GapTarget
from motwall.storage.reading import check
from motwall.storage.wall_file import WallFile
from motwall.ui.clipboard import FORMAT, MOST_CARRIED
from motwall.ui.handouts.choices import Output
from motwall.ui.wall_page import WallPage
from tests.app.on_page import moment, run, select, timeline
from tests.app.test_two_sessions import click
from tests.factories import an_id

PHOTO = b"taken at the door"
DIGEST = digest_of(PHOTO)


def put_photo(document: Document, moment_id: str, data: bytes = PHOTO) -> Picture:
    digest = document.keep_picture(data)
    new_id = SystemClock().new_id()
    made = set_picture(document.store, moment_id, digest, PictureKind.JPEG, (4, 3), new_id)
    assert document.push(made)
    found = picture_of(document.store, moment_id)
    assert found is not None
    return found


def photo_on(page: WallPage, moment_id: str) -> bytes | None:
    """The bytes of a note's photo, as they are in the file."""
    found = picture_of(page.document.store, moment_id)
    return page.document.picture(found.digest) if found is not None else None


def another(shell: Shell) -> WallPage:
    shell.walls.start_from_template("airline")
    assert shell.window.page is not None
    return shell.window.page


def test_a_note_takes_its_photo_to_another_wall(shell: Shell, page: WallPage) -> None:
    put_photo(page.document, moment(page, "Rings").id)
    select(page, "Rings", "Pays")
    run(page, "copy")
    other = another(shell)
    assert other.document.picture(DIGEST) is None
    run(other, "paste")
    assert [photo_on(other, one) for one in other.selection.ids] == [PHOTO, None]
    assert shell.walls.wall is not None
    check(shell.walls.wall.path)
    run(other, "undo")
    assert other.document.store.count(Picture) == 0


def test_a_note_that_is_cut_keeps_its_photo_on_its_wall(page: WallPage) -> None:
    put_photo(page.document, moment(page, "Rings").id)
    select(page, "Rings")
    run(page, "cut")
    assert page.document.store.count(Picture) == 0
    mime = QGuiApplication.clipboard().mimeData()
    plain = json.loads(bytes(mime.data(FORMAT).data()))
    put_on_clipboard({**plain, "pictures": {}})
    run(page, "paste")
    assert timeline(page)[-1] == ["Rings"]
    assert photo_on(page, moment(page, "Rings").id) == PHOTO


def test_more_than_a_clipboard_is_for_stays_behind(shell: Shell, page: WallPage) -> None:
    count = MOST_CARRIED // MOST_BYTES + 1
    more = add_moments(page.document.store, ["a", "b", "c"], GapTarget(3), SystemClock().new_id)
    page.document.push(more)
    notes = timeline_moments(page.document.store)[:count]
    for number, one in enumerate(notes):
        put_photo(page.document, one.id, bytes([number]) * MOST_BYTES)
    page.selection.set([one.id for one in notes])
    run(page, "copy")
    other = another(shell)
    run(other, "paste")
    pasted = [photo_on(other, one) is not None for one in other.selection.ids]
    assert len(pasted) == len(notes)
    assert pasted.count(True) == count - 1


def put_on_clipboard(plain: object) -> None:
    mime = QMimeData()
    mime.setData(FORMAT, QByteArray(json.dumps(plain).encode()))
    mime.setText("as text")
    QGuiApplication.clipboard().setMimeData(mime)


@pytest.mark.parametrize("pictures", [{}, {DIGEST: "AAAA"}, {DIGEST: "no base64"}, []])
def test_a_note_comes_without_a_photo_that_is_not_there(page: WallPage, pictures: object) -> None:
    note = {"type": "Moment", "id": an_id(1), "text": "From afar"}
    photo = {"type": "Picture", "id": an_id(2), "moment_id": an_id(1), "digest": DIGEST}
    put_on_clipboard({"records": [note, photo], "pictures": pictures})
    run(page, "paste")
    assert timeline(page)[-1] == ["From afar"]
    assert page.document.store.count(Picture) == 0


def test_bytes_that_cannot_be_kept_bring_nothing(
    page: WallPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_photo(page.document, moment(page, "Rings").id)
    select(page, "Rings")
    run(page, "copy")
    before = page.document.store.count(Moment)

    def full(_data: bytes) -> str:
        raise WallFileLocked(Path("a.motwall"))

    monkeypatch.setattr(page.document, "keep_picture", full)
    run(page, "paste")
    assert page.document.store.count(Moment) == before
    assert page.message_bar.text


def test_json_takes_photos_into_a_new_wall(
    qtbot: QtBot, shell: Shell, page: WallPage, tmp_path: Path
) -> None:
    note_id = moment(page, "Rings").id
    put_photo(page.document, note_id)
    job = shell.walls.ways_out.export(Output.JSON, tmp_path / "out.json")
    assert job is not None
    qtbot.waitUntil(lambda: job.is_over)
    assert shell.walls.close_wall()
    shell.window.show_start()
    shell.ways_in.bring(tmp_path / "out.json")
    qtbot.waitUntil(lambda: shell.window.page is not None, timeout=20_000)
    made = shell.window.page
    assert made is not None
    assert photo_on(made, note_id) == PHOTO
    assert shell.walls.wall is not None
    check(shell.walls.wall.path)


def test_json_takes_photos_onto_a_wall(
    qtbot: QtBot, shell: Shell, page: WallPage, tmp_path: Path
) -> None:
    note_id = moment(page, "Rings").id
    put_photo(page.document, note_id)
    job = shell.walls.ways_out.export(Output.JSON, tmp_path / "out.json")
    assert job is not None
    qtbot.waitUntil(lambda: job.is_over)
    other = another(shell)
    shell.ways_in.bring(tmp_path / "out.json")
    qtbot.waitUntil(lambda: other.document.store.find(Moment, note_id) is not None)
    assert photo_on(other, note_id) == PHOTO


def test_a_merge_takes_photos(qtbot: QtBot, shell: Shell, page: WallPage) -> None:
    wall = shell.walls.wall
    assert wall is not None
    path = wall.path.with_name("at home.motwall")
    wall.save_copy(path)
    note_id = moment(page, "Rings").id
    file = WallFile.open(path)
    photo = put_photo(Document(Store(file.load()), file, SystemClock()), note_id)
    file.close()
    card = show_merge(page, wall, path)
    qtbot.waitUntil(lambda: not card.is_reading)
    assert page.document.picture(DIGEST) is None, "nothing is written before Merge is pressed"
    click(card.merge_button)
    assert picture_of(page.document.store, note_id) == photo
    assert photo_on(page, note_id) == PHOTO
    check(wall.path)
