import shutil
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.pdfbase.ttfonts import TTFont

from motwall import resources
from motwall.resources import resource

CONTACT_ICONS = (
    "building-store users users-group phone phone-call video device-desktop presentation mail at "
    "message speakerphone world"
)
UI_ICONS = (
    "menu-2 arrow-back-up arrow-forward-up check plus minus x chevron-left chevron-right "
    "chevron-down chevron-up dots search zoom-in zoom-out maximize printer file-export "
    "folder-open copy trash pencil palette tag note star alert-triangle info-circle player-play "
    "layout-sidebar-right arrow-right grip-vertical"
)
APP_ICON = "motwall"
ICONS = sorted({path.stem for path in resource("icons").glob("*.svg")} - {APP_ICON})

# What each font is there for. The last word of a name is its weight, the first its family.
FONTS = {
    "Inter-Regular": "Änne Ωμέγα Жизнь Việt → ★ ✓",
    "Inter-Medium": "Änne Ωμέγα Жизнь Việt → ★ ✓",
    "Inter-SemiBold": "Änne Ωμέγα Жизнь Việt → ★ ✓",
    "Inter-Bold": "Änne Ωμέγα Жизнь Việt → ★ ✓",
    "NotoSans-Regular": "Änne Ωμέγα Жизнь Việt ẞ ₹",
    "NotoSans-Bold": "Änne Ωμέγα Жизнь Việt ẞ ₹",
    "NotoSansArabic-Regular": "\u0645\ufee3\ufefb\u067e\u0661\u064e",
    "NotoSansArabic-Bold": "\u0645\ufee3\ufefb\u067e\u0661\u064e",
    "NotoSansHebrew-Regular": "\u05e9\ufb2a\u05b8",
    "NotoSansHebrew-Bold": "\u05e9\ufb2a\u05b8",
    "NotoEmoji-Regular": "😀🎉👍",
    "NotoSansSC-Regular": "顾客关键时刻",
    "NotoSansKR-Regular": "고객의결정적순간",
}


def render(svg: bytes, size: int) -> QImage:
    renderer = QSvgRenderer(svg)
    assert renderer.isValid()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    with QPainter(image) as painter:
        renderer.render(painter)
    return image


def inked_colours(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_the_checkout_finds_its_own_folder() -> None:
    home = Path(resources.__file__).parent.parent / "resources"
    assert resource("icons") == home / "icons"


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"fonts/Comic\.ttf"):
        resource("fonts/Comic.ttf")


def test_an_installed_package_finds_the_data_inside_itself(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "motwall"
    (package / "resources_data").mkdir(parents=True)
    (package / "resources_data" / "word.txt").write_text("inside", encoding="utf-8")
    (tmp_path / "site-packages" / "resources").mkdir()
    (tmp_path / "site-packages" / "resources" / "word.txt").write_text("other", encoding="utf-8")
    shutil.copy(resources.__file__, package)
    spec = spec_from_file_location("installed_resources", package / "resources.py")
    assert spec is not None
    assert spec.loader is not None
    installed = module_from_spec(spec)
    spec.loader.exec_module(installed)
    assert installed.resource("word.txt").read_text(encoding="utf-8") == "inside"


@pytest.mark.parametrize("name", ICONS)
def test_an_icon_takes_the_colour_put_into_it(name: str) -> None:
    svg = resource(f"icons/{name}.svg").read_bytes()
    inked = inked_colours(render(svg.replace(b"currentColor", b"#3146b8"), 48))
    assert inked == {"#3146b8"}


def test_every_icon_the_program_asks_for_is_there() -> None:
    assert set(f"{CONTACT_ICONS} {UI_ICONS}".split()) <= set(ICONS)


@pytest.mark.parametrize("size", [16, 32, 256])
@pytest.mark.parametrize(
    ("x", "y", "colour"),
    [
        pytest.param(0.14, 0.5, "#f6d86b", id="left note"),
        pytest.param(0.3, 0.2, "#8ad2a2", id="front note"),
        pytest.param(0.55, 0.4, "#1a1a1a", id="tick"),
        pytest.param(0.86, 0.5, "#d29ccc", id="right note"),
        pytest.param(0.5, 0.87, "#3146b8", id="line"),
    ],
)
def test_the_app_icon_shows_all_its_parts(size: int, x: float, y: float, colour: str) -> None:
    image = render(resource(f"icons/{APP_ICON}.svg").read_bytes(), size)
    seen, wanted = image.pixelColor(int(x * size), int(y * size)), QColor(colour)
    assert seen.alpha() > 200
    assert abs(seen.red() - wanted.red()) < 48
    assert abs(seen.green() - wanted.green()) < 48
    assert abs(seen.blue() - wanted.blue()) < 48


@pytest.mark.parametrize(("name", "text"), FONTS.items())
def test_a_font_can_be_embedded_and_has_what_it_is_there_for(name: str, text: str) -> None:
    font = TTFont(name, str(resource(f"fonts/{name}.ttf")))
    missing = {letter for letter in text if ord(letter) not in font.face.charToGlyph}
    assert missing <= {" "}


def test_every_font_is_known_here() -> None:
    assert {path.stem for path in resource("fonts").glob("*.ttf")} == set(FONTS)


@pytest.mark.parametrize("family", sorted({name.split("-")[0] for name in FONTS}))
def test_a_font_brings_its_licence(family: str) -> None:
    licence = resource(f"fonts/LICENSE-{family}.txt").read_text(encoding="utf-8")
    assert licence.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_the_icons_bring_their_licence() -> None:
    licence = resource("icons/LICENSE-Tabler.txt").read_text(encoding="utf-8")
    assert licence.startswith("MIT License")
