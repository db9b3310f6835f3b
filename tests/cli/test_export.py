"""`motwall export`, by the real command."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image
from pypdf import PdfReader

from motwall.cli import export_usage, usage
from motwall.export.options import Edition, Pages, Paper, Rows, WallAs
from tests.cli.running import content, here, is_one_sentence, motwall

PNG = b"\x89PNG\r\n\x1a\n"
#: Choices that make a file soon, where it is not looked into.
SMALL = {".pdf": ("--pages", "cover"), ".png": ("--scale", "0.1"), ".svg": ("--scale", "0.1")}


def test_json(shop: Path) -> None:
    before = shop.read_bytes()
    result = motwall("export", shop, "-o", shop.with_name("a.json"))
    assert (result.code, result.err) == (0, "")
    file = json.loads(shop.with_name("a.json").read_bytes())
    assert (file["format"], file["version"]) == ("motwall", 1)
    assert {"type", "id"} <= set(file["records"][0])
    assert shop.read_bytes() == before
    assert set(content(shop.parent)) == {"a.json", "shop.motwall"}


def test_pdf_and_png_need_no_display(shop: Path) -> None:
    nothing = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "XDG_RUNTIME_DIR": ""}
    for name, magic in (("a.PDF", b"%PDF-"), ("a.png", PNG)):
        small = SMALL[name[1:].lower()]
        result = motwall("export", shop, "-o", shop.with_name(name), *small, env=nothing)
        assert (result.code, result.err) == (0, "")
        assert shop.with_name(name).read_bytes().startswith(magic)


def test_a_display_that_is_out_of_reach_does_no_harm(shop: Path) -> None:
    broken = {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}
    small = SMALL[".png"]
    assert motwall("export", shop, "-o", shop.with_name("a.png"), *small, env=broken).code == 0


def test_options_of_a_pdf(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sizes = {}
    for name, options in {
        "all": [],
        "form": ["--pages", "form", "--rows", "filled", "--paper", "letter"],
        "two": ["--pages=actions,wall", "--paper=a3"],
    }.items():
        out = shop.with_name(f"{name}.pdf")
        assert here(capsys, "export", shop, "-o", out, *options).code == 0
        sizes[name] = out.stat().st_size
    assert len(set(sizes.values())) == 3


def test_the_words_are_those_of_the_options() -> None:
    assert set(usage.PAGES) == set(Pages)
    assert set(export_usage.PAPERS) == set(Paper)
    assert set(export_usage.EDITIONS) == set(Edition)
    assert set(export_usage.WALL_AS) == set(WallAs)
    assert set(export_usage.ROWS) == set(Rows)


def words_of(path: Path) -> str:
    return " ".join(page.extract_text() for page in PdfReader(path).pages)


def test_choices_reach_the_pages(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = shop.with_name("a.pdf")

    def made(*choices: str) -> PdfReader:
        result = here(capsys, "export", shop, "-o", out, "--force", *choices)
        assert (result.code, result.err) == (0, "")
        return PdfReader(out)

    assert "Priya" in "".join(one.extract_text() for one in made("--pages", "actions").pages)
    made("--pages", "actions", "--names", "off")
    assert "Priya" not in words_of(out)
    made("--pages", "form", "--edition", "participant")
    assert "third call" not in words_of(out)
    wide = made("--pages", "wall", "--paper", "tabloid").pages[0].mediabox
    assert {round(wide.width), round(wide.height)} == {792, 1224}
    few = len(made("--pages", "wall", "--wall-as", "poster", "--sheets", "1").pages)
    assert len(made("--pages", "wall", "--wall-as", "poster", "--sheets", "3").pages) > few
    drawn = set()
    for ink in ("--ink-saver", "--colour"):
        made("--pages", "wall", ink)
        drawn.add(out.read_bytes())
    assert len(drawn) == 2
    assert made("--pages", "form", "--rows", "blank", "--fillable").get_fields()


def test_words_that_come_out_too_small_are_told(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = shop.with_name("many.csv")
    rows = (f'"Step {place}","What happens in step {place}"' for place in range(600))
    source.write_text("\n".join(["step,moment", *rows]))
    assert here(capsys, "import", shop, source).code == 0
    result = here(capsys, "export", shop, "-o", shop.with_name("a.pdf"), "--pages", "wall")
    assert result.code == 0
    assert is_one_sentence(result.err)
    assert "use a poster, or pages of lines" in result.err
    other = ("--pages", "wall", "--wall-as", "lines")
    assert here(capsys, "export", shop, "-o", shop.with_name("b.pdf"), *other).err == ""


def test_notes_that_are_cut_short_are_told(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = shop.with_name("long.csv")
    source.write_text("moment\n" + "a long story " * 300)
    assert here(capsys, "import", shop, source).code == 0
    result = here(capsys, "export", shop, "-o", shop.with_name("a.pdf"), "--pages", "cutouts")
    assert result.code == 0
    assert is_one_sentence(result.err)
    assert "1 note to cut out too long" in result.err
    other = here(capsys, "export", shop, "-o", shop.with_name("b.pdf"), "--pages", "form")
    assert other.err == ""


def test_a_handout_says_whose_it_is(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logo, out = shop.with_name("logo.jpg"), shop.with_name("a.pdf")
    Image.new("RGB", (60, 20), (200, 30, 30)).save(logo)
    whose = ("--strapline", "We walk\nin their shoes", "--contact", "ring 0123 <b>456</b>")
    result = here(capsys, "export", shop, "-o", out, "--logo", logo, *whose, "--pages", "cover")
    assert (result.code, result.err) == (0, "")
    text = " ".join(words_of(out).split())
    assert "We walk in their shoes" in text
    assert "ring 0123 <b>456</b>" in text
    assert [one.image.size for one in PdfReader(out).pages[0].images] == [(60, 20)]


@pytest.mark.parametrize("content", [b"no picture", None])
def test_a_logo_that_is_none_is_a_sentence(
    shop: Path, capsys: pytest.CaptureFixture[str], content: bytes | None
) -> None:
    logo, out = shop.with_name("logo.png"), shop.with_name("a.pdf")
    if content is not None:
        logo.write_bytes(content)
    result = here(capsys, "export", shop, "-o", out, "--logo", logo)
    assert result.code == 1
    assert is_one_sentence(result.err)
    assert "cannot be used as a logo" in result.err
    assert not out.exists()
    assert here(capsys, "export", shop, "-o", shop.with_name("a.md"), "--logo", logo).code == 2


def test_every_ending_makes_its_file(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begins = {
        ".pdf": b"%PDF-",
        ".png": PNG,
        ".svg": b"<?xml",
        ".csv": b"\xef\xbb\xbfstage,",
        ".xlsx": b"PK",
        ".md": b"# ",
        ".json": b'{"format": "motwall"',
        ".ics": b"BEGIN:VCALENDAR",
    }
    assert set(begins) == set(export_usage.EXPORT_ENDINGS)
    for ending, magic in begins.items():
        out = shop.with_name(f"a{ending}")
        result = here(capsys, "export", shop, "-o", out)
        assert (result.code, result.err) == (0, "")
        assert out.read_bytes().startswith(magic)


def test_what_is_in_a_table_can_be_chosen(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = shop.with_name("a.csv")
    for what, names in (("moments", "off"), ("actions", "off"), ("actions", "on")):
        choices = ("--what", what, "--names", names, "--force")
        assert here(capsys, "export", shop, "-o", out, *choices).code == 0
        text = out.read_text("utf-8-sig")
        assert ("from ranking" in text.splitlines()[0]) == (what == "actions")
        assert ("Priya" in text) == (names == "on")
    report = shop.with_name("a.md")
    assert here(capsys, "export", shop, "-o", report, "--names", "off").code == 0
    assert "Priya" not in report.read_text("utf-8")


def test_pictures_come_in_the_scale_asked_for(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending in ("png", "svg"):
        sizes = []
        for scale in ("0.5", "1"):
            out = shop.with_name(f"{scale}.{ending}")
            assert here(capsys, "export", shop, "-o", out, "--scale", scale).code == 0
            sizes.append(out.read_bytes()[:500])
        assert sizes[0] != sizes[1]
    vast = here(capsys, "export", shop, "-o", shop.with_name("vast.png"), "--scale", "1000")
    assert vast.code == 1
    assert is_one_sentence(vast.err)


def test_a_workbook_and_the_data_say_the_same(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, again = shop.with_name("a.xlsx"), shop.with_name("again.motwall")
    assert here(capsys, "export", shop, "-o", book).code == 0
    assert load_workbook(book)["Moment"].max_row > 20
    assert here(capsys, "import", again, book).code == 0
    for wall in (shop, again):
        assert here(capsys, "export", wall, "-o", wall.with_suffix(".json")).code == 0
    assert shop.with_suffix(".json").read_bytes() == again.with_suffix(".json").read_bytes()


def test_an_output_that_is_there_is_kept_without_force(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for ending in export_usage.EXPORT_ENDINGS:
        name = f"a{ending}"
        out = shop.with_name(name)
        out.write_bytes(b"mine")
        before = content(shop.parent)
        small = SMALL.get(ending, ())
        refused = here(capsys, "export", shop, "-o", out, *small)
        assert refused.code == 1
        assert is_one_sentence(refused.err)
        assert content(shop.parent) == before
        assert here(capsys, "export", shop, "-o", out, "--force", *small).code == 0
        assert out.read_bytes() != b"mine"


def test_the_wall_is_never_its_own_output(shop: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wall = shop.rename(shop.with_name("wall.json"))
    before = content(shop.parent)
    assert here(capsys, "export", wall, "-o", wall, "--force").code == 2
    link = wall.with_name("link.json")
    link.symlink_to(wall)
    assert here(capsys, "export", wall, "-o", link, "--force").code == 2
    link.unlink()
    assert content(shop.parent) == before


@pytest.mark.parametrize("ending", export_usage.EXPORT_ENDINGS)
def test_an_output_that_cannot_be_made_is_told(
    shop: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(shop.parent)
    (shop.parent / f"folder{ending}").mkdir()
    small = SMALL.get(ending, ())
    for out in (f"none/a{ending}", f"folder{ending}", "x" * 300 + ending):
        result = here(capsys, "export", shop, "-o", shop.parent / out, "--force", *small)
        assert result.code == 1
        assert is_one_sentence(result.err)
        assert "fault of motwall" not in result.err
    assert content(shop.parent) == before
