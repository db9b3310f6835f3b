import resource
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from motwall.model.errors import DiskFull, OutputExists, PictureTooLarge, WallFolderMissing
from motwall.model.layout import LayoutOptions
from motwall.model.records import Rating
from motwall.model.store import Store
from motwall.paint.thumbnails import THUMBNAIL_SIZE, small_picture, thumbnail
from motwall.paint.tokens import DARK, LIGHT
from motwall.paint.wall_picture import picture_options, wall_image, write_png
from tests.factories import moment, stage, step, store_with, wall
from tests.paint.pictures import TYPES, difference

WIDTH = 900


def shop(count: int = 5, facts: Mapping[str, str] | None = None) -> Store:
    ask = stage("Ask")
    steps = [step(under=ask) for _ in range(count)]
    notes = [
        moment(f"Note {n}", at=one, contact_type_id=TYPES["PH"].id, rating=Rating.MAGICAL)
        for n, one in enumerate(steps)
    ]
    loose = moment("Loose", x=10.0, y=5.0, contact_type_id=TYPES["EM"].id)
    return store_with(wall(**facts or {}), *TYPES.values(), ask, *steps, *notes, loose)


def image_of(store: Store, width: int = WIDTH) -> QImage:
    return wall_image(store, picture_options(store), LIGHT, width)


def colours_in(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for y in range(0, image.height(), 3)
        for x in range(0, image.width(), 3)
    }


def test_notes_bands_and_faces_are_on_the_picture() -> None:
    seen = colours_in(image_of(shop()))
    assert {TYPES["PH"].colour, TYPES["EM"].colour, LIGHT.wall, LIGHT.band, "#0B5D4E"} <= seen
    assert TYPES["VC"].colour not in seen


def test_the_dark_picture_has_the_same_papers() -> None:
    seen = colours_in(wall_image(shop(), LayoutOptions(), DARK, WIDTH))
    assert {TYPES["PH"].colour, DARK.wall, DARK.band} <= seen


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "Corner Hardware"},
        {"title": "Corner Hardware", "business": "Hanley"},
        {"title": "Corner Hardware", "customer": "A first visit"},
        {"title": "Corner Hardware", "starts_with": "search", "ends_with": "receipt"},
        {"title": "Corner Hardware", "starts_with": "search"},
        {"business": "Hanley"},
        {"title": "A title far too long for any wall, however wide it may be " * 3},
    ],
)
def test_the_picture_says_what_the_wall_is_about(facts: dict[str, str]) -> None:
    plain, named = image_of(shop()), image_of(shop(facts=facts))
    head = difference(plain.copy(0, 0, WIDTH, 40), named.copy(0, 0, WIDTH, 40))
    assert not head.isEmpty()
    assert named.text("Title")


def test_an_area_with_nothing_unsorted_is_left_out() -> None:
    one, other = step(rank=1), step(rank=2)
    lined_up = store_with(one, other, moment("a", at=one), moment("b", at=other))
    loose = store_with(one, other, moment("a", at=one), moment("b", x=0.0, y=0.0))
    assert image_of(lined_up).height() < image_of(loose).height()


def test_an_empty_wall_makes_a_picture_too() -> None:
    image = image_of(store_with())
    assert image.width() == WIDTH
    assert LIGHT.band in colours_in(image)


def test_a_very_tall_wall_is_drawn_smaller() -> None:
    one = step()
    tall = store_with(one, *(moment(f"{n}", at=one) for n in range(400)))
    image = wall_image(tall, LayoutOptions(), LIGHT, 3840)
    assert image.width() * image.height() <= 41_000_000
    assert image.height() > 10 * image.width()


def test_the_file_is_the_picture(tmp_path: Path) -> None:
    path = tmp_path / "wall.png"
    write_png(shop(facts={"title": "Corner"}), path, width_px=600)
    read = QImage(str(path))
    assert read.size().width() == 600
    assert read.text("Title") == "Corner"
    assert [one.name for one in tmp_path.iterdir()] == ["wall.png"]


def test_a_scale_of_one_is_the_wall_as_the_screen_shows_it(tmp_path: Path) -> None:
    path = tmp_path / "wall.png"
    sizes = []
    for scale in (1.0, 2.0):
        write_png(shop(), path, scale=scale, is_forced=True)
        sizes.append(QImage(str(path)).size())
    one, two = sizes
    assert two.width() == pytest.approx(2 * one.width(), abs=1)
    # Five notes of 100 mm and what is around them, 1.32 pixels each.
    assert 5 * 100 * 1.32 < one.width() < 7 * 100 * 1.32


@pytest.mark.parametrize("scale", [200.0, 12.0, 1e9, float("inf"), float("nan"), 0.0, -1.0])
def test_too_large_a_picture_is_refused(tmp_path: Path, scale: float) -> None:
    path = tmp_path / "wall.png"
    with pytest.raises(PictureTooLarge):
        write_png(shop(20), path, scale=scale)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_replaced_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "wall.png"
    path.write_bytes(b"old")
    with pytest.raises(OutputExists):
        write_png(shop(), path, width_px=300)
    assert path.read_bytes() == b"old"
    write_png(shop(), path, width_px=300, is_forced=True)
    assert path.read_bytes().startswith(b"\x89PNG")


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "wall.png"
    path.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2000, hard))
    try:
        with pytest.raises(DiskFull):
            write_png(shop(), path, width_px=600, is_forced=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["wall.png"]


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(WallFolderMissing):
        write_png(shop(), tmp_path / "gone" / "wall.png", width_px=300)


def test_a_picture_can_be_made_beside_the_window(tmp_path: Path) -> None:
    here = image_of(shop(30), 1200)
    made: list[QImage] = []
    threads = [
        threading.Thread(target=lambda: made.append(image_of(shop(30), 1200))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    again = image_of(shop(30), 1200)
    for thread in threads:
        thread.join()
    assert all(one == here for one in [again, *made])
    assert len(made) == len(threads)


_HEADLESS = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtGui import QGuiApplication
from motwall.model.records import Wall
from motwall.model.store import Store
from motwall.paint.wall_picture import write_png
application = QGuiApplication([])
write_png(Store([Wall(id="0" * 32, title="T")]), Path(sys.argv[1]), width_px=300)
assert "PySide6.QtWidgets" not in sys.modules
assert "reportlab" not in sys.modules
assert "sqlalchemy" not in sys.modules
"""


def test_a_picture_needs_neither_widgets_nor_the_heavy_libraries(tmp_path: Path) -> None:
    path = tmp_path / "wall.png"
    result = subprocess.run(
        [sys.executable, "-c", _HEADLESS, str(path)], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert QImage(str(path)).width() == 300


def test_a_thumbnail_shows_the_papers() -> None:
    image = thumbnail(shop())
    assert image.size() == THUMBNAIL_SIZE
    assert {TYPES["PH"].colour, TYPES["EM"].colour, LIGHT.wall, "#0B5D4E"} <= colours_in(image)


def test_a_thumbnail_of_an_empty_wall_is_plain() -> None:
    image = thumbnail(store_with(), QSize(64, 32), DARK)
    assert image.size() == QSize(64, 32)
    assert colours_in(image) == {DARK.wall}


def test_few_notes_are_not_blown_up() -> None:
    one = thumbnail(store_with(moment("a", x=0.0, y=0.0)))
    reach = difference(one, small_picture([]))
    assert reach.width() < 130
    assert abs(reach.center().x() - one.width() / 2) <= 2
    assert QColor(one.pixel(reach.center())).lightness() > 240
