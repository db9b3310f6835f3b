"""The wall as an SVG: words stay words, nothing is a picture."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtSvg import QSvgRenderer

from motwall.model.errors import OutputExists, PictureTooLarge, WallFolderMissing
from motwall.model.records import Moment
from motwall.model.store import Store
from motwall.paint import wall_svg as module
from motwall.paint.wall_svg import wall_svg, write_svg
from tests.export.pdf.samples import shop
from tests.factories import moment, step, store_with, wall

_SVG = "{http://www.w3.org/2000/svg}"
_HOSTILE = "<b>bold</b> &amp; <img src='http://x/y.png'/> ]]> \U0001f389"


def root_of(store: Store, scale: float = 1.0) -> ElementTree.Element:
    return ElementTree.fromstring(wall_svg(store, scale=scale))


def words_of(root: ElementTree.Element) -> str:
    return "".join("".join((one.text or "").split()) for one in root.iter(f"{_SVG}text"))


def test_every_note_can_be_read_and_nothing_is_a_picture() -> None:
    store = shop()
    root = root_of(store)
    words = words_of(root)
    for one in store.all(Moment):
        assert "".join((one.text or one.prompt).split()) in words
    assert not list(root.iter(f"{_SVG}image"))
    # After it may come the fonts that have what Inter has not.
    families = {str(one.get("font-family")).split(",")[0] for one in root.iter(f"{_SVG}text")}
    assert families == {"Inter"}
    assert root.findtext(f"{_SVG}title") == "Corner Hardware"


def test_text_is_text_whatever_it_says() -> None:
    root = root_of(store_with(wall(title=_HOSTILE), step(_HOSTILE), moment(_HOSTILE)))
    names = {one.tag.removeprefix(_SVG) for one in root.iter()}
    assert names <= {"svg", "title", "desc", "defs", "g", "path", "rect", "text", "clipPath",
                     "polyline", "circle", "ellipse", "line", "linearGradient", "stop"}  # fmt: skip
    assert root.findtext(f"{_SVG}title") == _HOSTILE
    assert words_of(root).count("".join(_HOSTILE.split())) >= 2


def test_a_scale_changes_the_size_and_not_the_drawing() -> None:
    def widths(scale: float) -> Iterator[float]:
        root = root_of(shop(), scale)
        yield float((root.get("width") or "").removesuffix("mm"))
        yield float((root.get("viewBox") or "").split()[2])

    (width, inner), (double, same) = widths(1.0), widths(2.0)
    assert double == pytest.approx(2 * width, rel=0.01)
    assert same == inner


def test_the_file_is_the_drawing(tmp_path: Path) -> None:
    path = tmp_path / "wall.svg"
    write_svg(shop(), path)
    data = path.read_bytes()
    assert data == wall_svg(shop())
    assert QSvgRenderer(QByteArray(data)).isValid()
    with pytest.raises(OutputExists):
        write_svg(shop(), path)
    write_svg(store_with(), path, is_forced=True)
    assert path.read_bytes() != data
    with pytest.raises(WallFolderMissing):
        write_svg(shop(), tmp_path / "gone" / "wall.svg")


@pytest.mark.parametrize("scale", [0.0, -1.0, 1e9, float("nan")])
def test_a_scale_that_makes_no_sense_is_refused(tmp_path: Path, scale: float) -> None:
    with pytest.raises(PictureTooLarge):
        write_svg(shop(), tmp_path / "wall.svg", scale=scale)
    assert list(tmp_path.iterdir()) == []


def test_too_many_notes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_NOTES", 3)
    write_svg(store_with(*(moment(f"{n}") for n in range(3))), tmp_path / "three.svg")
    with pytest.raises(PictureTooLarge):
        write_svg(store_with(*(moment(f"{n}") for n in range(4))), tmp_path / "four.svg")
