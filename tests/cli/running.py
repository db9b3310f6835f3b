"""The real command, as another program would run it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from motwall.__main__ import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Result:
    """What came of a command."""

    code: int
    out: str
    err: str


def motwall(
    *arguments: str | Path,
    folder: Path | None = None,
    env: Mapping[str, str] | None = None,
    under: tuple[str, ...] = (),
) -> Result:
    """Run `python -m motwall` in a process of its own.

    Args:
        arguments: Of the command.
        folder: To run in.
        env: Added to the environment; "" takes a variable away.
        under: A command that runs it.
    """
    changed = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": ""} | dict(env or {})
    done = subprocess.run(
        [*under, sys.executable, "-W", "error", "-m", "motwall", *map(str, arguments)],
        cwd=folder,
        env={name: value for name, value in changed.items() if value},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def here(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Result:
    """Run the command in this process: quicker, where the process is not the point."""
    capsys.readouterr()
    code = main([str(one) for one in arguments])
    caught = capsys.readouterr()
    return Result(code, caught.out, caught.err)


def is_one_sentence(text: str) -> bool:
    """Whether stderr holds one line for a person, and no traceback."""
    return text.startswith("motwall: ") and text.count("\n") == 1 and "Traceback" not in text


def content(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, hidden ones too, with its bytes."""
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


def without_override() -> tuple[str, ...]:
    """A command under which even root may not write what is read-only."""
    if os.geteuid() != 0:
        return ()
    if shutil.which("setpriv") is None:
        pytest.skip("root may write everything, and there is no setpriv")
    return ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
