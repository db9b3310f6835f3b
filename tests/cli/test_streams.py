"""Under odd locales and with odd readers."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from motwall.cli import main as cli_main
from motwall.cli import walls
from tests.cli.running import ROOT, here, is_one_sentence, motwall


@pytest.mark.parametrize(
    "locale",
    [
        {"LC_ALL": "C"},
        {"LANG": "C", "LC_ALL": "", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "latin-1:strict"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Apia"},
    ],
)
def test_output_is_utf8_under_any_locale(shop: Path, locale: dict[str, str]) -> None:
    sound = motwall("check", shop, env=locale)
    assert sound.code == 0
    assert "wall ü 会议 🎉 50%25 #1" in sound.out


def test_warnings_are_utf8_too(shop: Path) -> None:
    source = shop.with_name("会议.csv")
    source.write_text("moment,großes 会\nGreet 🎉,x\n", encoding="utf-8")
    result = motwall("import", shop, source, env={"LC_ALL": "C"})
    assert result.code == 0
    assert '"grosses 会"' in result.err


def test_a_name_in_no_encoding_is_told(tmp_path: Path) -> None:
    result = motwall("info", os.fsdecode(os.fsencode(tmp_path) + b"/n\xff.motwall"))
    assert result.code == 1
    assert is_one_sentence(result.err)


def _through(command: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["/bin/sh", "-c", command, "sh", sys.executable, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_a_reader_that_has_gone_away_is_no_trouble() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "motwall", "templates"],
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="asks Linux")
def test_an_output_that_takes_nothing_is_told() -> None:
    done = _through('"$1" -m motwall templates > /dev/full; echo "code $?" >&2')
    assert done.stderr == b"motwall: The output could not be written.\ncode 1\n"


def test_closed_streams_are_no_trouble(tmp_path: Path) -> None:
    done = _through('"$1" -m motwall new "$2" >&- 2>&-', str(tmp_path / "a"))
    assert done.returncode == 0
    done = _through('"$1" -m motwall new "$2" >&- 2>&-', str(tmp_path / "a"))
    assert done.returncode == 1


def test_a_fault_of_ours_is_owned_up_to_without_a_traceback(
    shop: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(path: Path) -> str:
        raise KeyError(path)

    monkeypatch.setattr(walls, "check", broken)
    result = here(capsys, "check", shop)
    assert result.code == 1
    assert is_one_sentence(result.err)
    assert "fault of motwall" in result.err
    monkeypatch.setenv(cli_main.DEBUG_VARIABLE, "1")
    assert "Traceback" in here(capsys, "check", shop).err


def test_ctrl_c_is_a_word(
    shop: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(path: Path) -> str:
        raise KeyboardInterrupt(path)

    monkeypatch.setattr(walls, "check", stopped)
    result = here(capsys, "check", shop)
    assert (result.code, result.err) == (1, "motwall: Stopped.\n")
