"""Equal walls give equal files, whatever the day: the date on them is that of the last change."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from motwall.app.shell import Shell
from motwall.model.clock import SystemClock
from motwall.ui.handouts.choices import Output
from tests.cli.running import here
from tests.export.pdf.reading import text_of


class Today:
    """A calendar that can be turned."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.day = datetime(2026, 11, 23, 12, tzinfo=UTC)
        monkeypatch.setattr(SystemClock, "today", lambda _: self.day.date())
        monkeypatch.setattr(SystemClock, "now", lambda _: self.day)


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Today:
    return Today(monkeypatch)


def exported(qtbot: QtBot, shell: Shell, path: Path) -> bytes:
    job = shell.walls.ways_out.export(Output.PDF, path)
    assert job is not None
    job.wait()
    qtbot.waitUntil(lambda: job.is_over, timeout=20_000)
    return path.read_bytes()


def test_the_window_dates_a_handout_by_the_last_change(
    qtbot: QtBot, shell: Shell, tmp_path: Path, today: Today
) -> None:
    shell.walls.start_wall("Rings")
    first = exported(qtbot, shell, tmp_path / "one.pdf")
    today.day = today.day.replace(year=2028)
    assert exported(qtbot, shell, tmp_path / "two.pdf") == first
    page = shell.window.page
    assert page is not None
    page.document.undo()
    assert exported(qtbot, shell, tmp_path / "three.pdf") != first
    assert "23 November 2028" in text_of(tmp_path / "three.pdf")


def test_so_does_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], today: Today
) -> None:
    wall = tmp_path / "shop.motwall"
    assert here(capsys, "new", wall, "--template", "shop").code == 0
    made = []
    for year in (2026, 2029):
        today.day = today.day.replace(year=year)
        out = tmp_path / f"{year}.pdf"
        assert here(capsys, "export", wall, "-o", out).code == 0
        made.append(out.read_bytes())
    assert made[0] == made[1]
    assert f"{date(2026, 11, 23):%-d %B %Y}" in text_of(tmp_path / "2029.pdf")
