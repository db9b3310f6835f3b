"""`motwall export`, by the real command."""

import json
from pathlib import Path

import pytest

from tests.cli.running import content, here, is_one_sentence, motwall

PNG = b"\x89PNG\r\n\x1a\n"


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
        result = motwall("export", shop, "-o", shop.with_name(name), env=nothing)
        assert (result.code, result.err) == (0, "")
        assert shop.with_name(name).read_bytes().startswith(magic)


def test_a_display_that_is_out_of_reach_does_no_harm(shop: Path) -> None:
    broken = {"DISPLAY": ":987", "QT_QPA_PLATFORM": "xcb"}
    assert motwall("export", shop, "-o", shop.with_name("a.png"), env=broken).code == 0


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


def test_an_output_that_is_there_is_kept_without_force(
    shop: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.json", "a.pdf", "a.png"):
        out = shop.with_name(name)
        out.write_bytes(b"mine")
        before = content(shop.parent)
        refused = here(capsys, "export", shop, "-o", out)
        assert refused.code == 1
        assert is_one_sentence(refused.err)
        assert content(shop.parent) == before
        assert here(capsys, "export", shop, "-o", out, "--force").code == 0
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


@pytest.mark.parametrize("ending", ["json", "pdf", "png"])
def test_an_output_that_cannot_be_made_is_told(
    shop: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = content(shop.parent)
    (shop.parent / f"folder.{ending}").mkdir()
    for out in (f"none/a.{ending}", f"folder.{ending}", "x" * 300 + f".{ending}"):
        result = here(capsys, "export", shop, "-o", shop.parent / out, "--force")
        assert result.code == 1
        assert is_one_sentence(result.err)
        assert "fault of motwall" not in result.err
    assert content(shop.parent) == before
