"""Every way out of the window, and opening what was saved where a program takes it or none."""

import errno
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from motwall.app import printing
from motwall.app.handout_memory import KeptHandouts
from motwall.app.jobs import Job, Progress
from motwall.app.settings import Settings
from motwall.app.shell import Shell
from motwall.export.files import write_whole
from motwall.export.options import Pages, Paper
from motwall.messages import message_for
from motwall.model.errors import WallFileLocked
from motwall.ui.handouts.choices import HandoutChoices, Output, choices_of
from motwall.ui.handouts.sheet import HandoutSheet
from motwall.ui.wall_page import WallPage
from tests.app.made_walls import of_template, open_copy

LONG = 20_000


class Desktop:
    """The other programs of a computer: none of this test's business but for their answer."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.opened: list[Path] = []
        self.answer = False
        monkeypatch.setattr(QDesktopServices, "openUrl", self._open)

    def _open(self, url: QUrl) -> bool:
        self.opened.append(Path(url.toLocalFile()))
        return self.answer


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    """A desktop with no program for anything."""
    return Desktop(monkeypatch)


def saved(qtbot: QtBot, shell: Shell, path: Path) -> WallPage:
    """A wall, and a handout of it at that path."""
    shell.walls.start_wall("Rings")
    choices = HandoutChoices(pages=(Pages.FORM,))
    job = shell.walls.ways_out.export(Output(path.suffix[1:]), path, choices)
    assert job is not None
    page = shell.window.page
    assert page is not None
    # Not the job's signal: a quick job has sent it before anybody can wait for it.
    words = f"{path.name} is saved."
    qtbot.waitUntil(lambda: page.message_bar.text == words, timeout=LONG)
    return page


def press(qtbot: QtBot, page: WallPage, words: str) -> None:
    """Press a button of the message bar."""
    found = [one for one in page.message_bar.findChildren(QPushButton) if one.text() == words]
    qtbot.mouseClick(found[-1], Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", ["pdf", "png"])
def test_without_a_program_for_it_the_file_is_named_in_full(
    qtbot: QtBot, shell: Shell, documents: Path, desktop: Desktop, kind: str
) -> None:
    path = documents / f"Rings {{1}} & 50%.{kind}"
    page = saved(qtbot, shell, path)
    press(qtbot, page, "Open it")
    assert desktop.opened == [path]
    assert page.message_bar.text == (
        f"No program here opens {kind.upper()} files. The handout is at {path}."
    )


def test_without_a_program_for_folders_the_file_is_named_too(
    qtbot: QtBot, shell: Shell, documents: Path, desktop: Desktop
) -> None:
    path = documents / "out.pdf"
    page = saved(qtbot, shell, path)
    press(qtbot, page, "Open it")
    press(qtbot, page, "Show the folder")
    assert desktop.opened == [path, documents]
    words = f"No program here shows folders. The handout is at {path}."
    assert page.message_bar.text == words


def test_where_a_program_takes_it_nothing_more_is_said(
    qtbot: QtBot, shell: Shell, documents: Path, desktop: Desktop
) -> None:
    desktop.answer = True
    page = saved(qtbot, shell, documents / "out.pdf")
    press(qtbot, page, "Open it")
    assert page.message_bar.text == "out.pdf is saved."
    assert len(desktop.opened) == 1


# --- from the sheet: every way out ---


@dataclass
class Saving:
    """A wall with its export sheet, and what the file dialog is told to answer."""

    shell: Shell
    page: WallPage
    sheet: HandoutSheet
    asked: list[Path]
    answer: list[Path]

    @property
    def said(self) -> str:
        return self.page.message_bar.text

    @property
    def job(self) -> Job:
        return self.shell.walls.ways_out.jobs[-1]


@pytest.fixture
def saving(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Saving:
    page = open_copy(shell, of_template("shop"))
    shell.window.handouts_wanted.emit()
    side = shell.walls.ways_out.side
    assert side is not None
    made = Saving(shell, page, side.sheet, [], [])

    def ask(_parent: object, _title: str, suggested: str, _kinds: str) -> tuple[str, str]:
        made.asked.append(Path(suggested))
        return (str(made.answer[-1] if made.answer else suggested), "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return made


FILES = [one for one in Output if one.suffix]


def test_each_way_out_suggests_a_name_makes_the_file_and_says_so(
    qtbot: QtBot, saving: Saving, documents: Path
) -> None:
    for output in FILES:
        saving.asked.clear()
        saving.page.message_bar.clear()
        qtbot.mouseClick(saving.sheet.buttons[output], Qt.MouseButton.LeftButton)
        (path,) = saving.asked
        assert path.parent == documents
        assert path.suffix == f".{output.suffix}"
        assert path.stem.startswith("Corner Hardware")
        words = f"{path.name} is saved."
        qtbot.waitUntil(lambda words=words: saving.said == words, timeout=LONG)
        assert path.stat().st_size > 100
        path.unlink()
        assert saving.sheet.isVisible(), "there may be more to save"
        assert [one.name for one in documents.iterdir() if one.name.startswith(".motwall-")] == []


def test_a_picture_is_as_large_as_asked_for(qtbot: QtBot, saving: Saving, documents: Path) -> None:
    widths = []
    for scale in (1, 2):
        saving.answer.append(documents / f"{scale}.png")
        saving.sheet.ways.scale.buttons[scale].click()
        saving.sheet.buttons[Output.PNG].click()
        job = saving.job
        qtbot.waitUntil(lambda one=job: one.is_over, timeout=LONG)
        widths.append(QImage(str(saving.answer[-1])).width())
    assert widths[1] == pytest.approx(2 * widths[0], abs=2)


def test_the_next_file_is_suggested_where_the_last_one_went(
    qtbot: QtBot, saving: Saving, documents: Path
) -> None:
    elsewhere = documents / "elsewhere"
    elsewhere.mkdir()
    saving.answer.append(elsewhere / "out.json")
    saving.sheet.buttons[Output.JSON].click()
    saving.sheet.buttons[Output.MARKDOWN].click()
    assert [one.parent for one in saving.asked] == [documents, elsewhere]
    qtbot.waitUntil(lambda: all(one.is_over for one in saving.shell.walls.ways_out.jobs))
    (elsewhere / "out.json").unlink()
    elsewhere.rmdir()
    saving.sheet.buttons[Output.JSON].click()
    assert saving.asked[-1].parent == documents
    qtbot.waitUntil(lambda: saving.job.is_over)


def test_a_dialog_that_is_closed_saves_nothing(
    saving: Saving, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    saving.sheet.buttons[Output.JSON].click()
    assert saving.shell.walls.ways_out.jobs == []


# --- long ones: progress, cancel, trouble ---


class Slow:
    """Work that goes on when it is told to, and writes a file as exporters do."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._may_go_on = threading.Semaphore(0)
        self.page = 0

    def __call__(self, progress: Progress) -> None:
        def write(temporary: Path) -> None:
            temporary.write_bytes(b"half")
            while self.page < 40:
                self._may_go_on.acquire(timeout=LONG / 1000)
                self.page += 1
                progress(self.page, 40)

        write_whole(self._path, write, is_forced=True)

    def go_on(self) -> None:
        self._may_go_on.release()


@pytest.fixture
def slow(saving: Saving, documents: Path) -> Iterator[Slow]:
    """A file that is there already, being made anew, and long enough to speak of."""
    path = documents / "out.pdf"
    path.write_bytes(b"old")
    ways_out = saving.shell.walls.ways_out
    ways_out._telling._waiting.setInterval(0)
    work = Slow(path)
    job = ways_out._start(path, work, "out.pdf is being made.", ways_out._telling.done)
    yield work
    # After a failure, too: the end of all tests would wait for it, for a quarter of an hour.
    job.cancel()
    work.go_on()
    job.wait()


def test_a_long_export_says_how_far_it_is_and_can_be_cancelled(
    qtbot: QtBot, saving: Saving, slow: Slow, documents: Path
) -> None:
    qtbot.waitUntil(lambda: saving.said == "out.pdf is being made.", timeout=LONG)
    slow.go_on()
    qtbot.waitUntil(lambda: saving.said == "out.pdf is being made. Page 1 of 40.", timeout=LONG)
    press(qtbot, saving.page, "Cancel")
    slow.go_on()
    qtbot.waitUntil(lambda: saving.said == "Stopped; nothing was written.", timeout=LONG)
    assert (documents / "out.pdf").read_bytes() == b"old"
    assert [one.name for one in documents.iterdir() if one.name.startswith(".motwall-")] == []


def test_a_long_export_that_is_let_be_replaces_the_old_file(
    qtbot: QtBot, saving: Saving, slow: Slow, documents: Path
) -> None:
    for _ in range(40):
        slow.go_on()
    qtbot.waitUntil(lambda: saving.said == "out.pdf is saved.", timeout=LONG)
    assert (documents / "out.pdf").read_bytes() == b"half"


def test_a_real_pdf_can_be_cancelled(qtbot: QtBot, saving: Saving, documents: Path) -> None:
    path = documents / "out.pdf"
    path.write_bytes(b"old")
    job = saving.shell.walls.ways_out.export(Output.PDF, path)
    assert job is not None
    job.cancel()
    qtbot.waitUntil(lambda: saving.said == "Stopped; nothing was written.", timeout=LONG)
    assert path.read_bytes() == b"old"


def full_disk(_path: Path, _data: bytes) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_leaves_the_old_file(
    qtbot: QtBot, saving: Saving, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outputs = (Output.PDF, Output.PNG, Output.SVG, Output.JSON)
    paths = [documents / f"out.{output.suffix}" for output in outputs]
    for path in paths:
        path.write_bytes(b"old")
    monkeypatch.setattr(Path, "write_bytes", full_disk)
    for output, path in zip(outputs, paths, strict=True):
        saving.answer.append(path)
        saving.page.message_bar.clear()
        saving.sheet.buttons[output].click()
        qtbot.waitUntil(lambda: saving.said.startswith("The disk is full"), timeout=LONG)
        assert path.read_bytes() == b"old"


def test_a_file_that_is_open_elsewhere_is_a_sentence(tmp_path: Path) -> None:
    """Windows says so with numbers of its own, and with the one for "no permission"."""
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")

    def held(_temporary: Path) -> None:
        error = PermissionError(errno.EACCES, "The process cannot access the file")
        error.winerror = 32  # type: ignore[attr-defined] # on Windows only
        raise error

    with pytest.raises(WallFileLocked) as raised:
        write_whole(path, held, is_forced=True)
    assert message_for(raised.value) == (
        f"Another program is using {path}; close it there and try again."
    )
    assert path.read_bytes() == b"old"


# --- print ---


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, documents: Path) -> Path:
    """The file a printer of the test prints to; its dialog is agreed to."""
    out = documents / "printed.pdf"
    usual = printing.printer_for

    def of_test(paper: Paper, title: str) -> QPrinter:
        made = usual(paper, title)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(out))
        return made

    monkeypatch.setattr(printing, "printer_for", of_test)
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 1)
    return out


def test_what_is_chosen_is_printed_each_page_as_it_lies(
    qtbot: QtBot, saving: Saving, printer: Path, documents: Path
) -> None:
    for one, box in saving.sheet.pane.page_list.boxes.items():
        box.setChecked(one in {Pages.COVER, Pages.WALL})
    saving.sheet.pane.paper.buttons[Paper.LETTER].click()
    saving.sheet.buttons[Output.PRINT].click()
    qtbot.waitUntil(lambda: saving.said.endswith("is with the printer."), timeout=LONG)
    exported = saving.shell.walls.ways_out.export(Output.PDF, documents / "out.pdf")
    assert exported is not None
    qtbot.waitUntil(lambda: exported.is_over, timeout=LONG)
    assert sizes_of(printer) == sizes_of(documents / "out.pdf")
    assert {(612, 792), (792, 612)} == set(sizes_of(printer))


def sizes_of(path: Path) -> list[tuple[int, int]]:
    """Of the pages, points."""
    boxes = [one.mediabox for one in PdfReader(path).pages]
    return [(round(one.width), round(one.height)) for one in boxes]


def test_the_shortcut_prints_what_is_chosen(
    qtbot: QtBot, saving: Saving, printer: Path, documents: Path
) -> None:
    for one, box in saving.sheet.pane.page_list.boxes.items():
        box.setChecked(one is Pages.WALL)
    qtbot.keyClick(saving.sheet, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: saving.said.endswith("is with the printer."), timeout=LONG)
    assert len(PdfReader(printer).pages) == 1


# --- what is remembered ---


def test_choices_are_there_again_at_the_next_start(
    qtbot: QtBot, shell: Shell, tmp_path: Path
) -> None:
    kept = tmp_path / "settings.ini"
    shell.window.handouts = KeptHandouts(Settings(kept))
    open_copy(shell, of_template("shop"))
    shell.window.handouts_wanted.emit()
    side = shell.walls.ways_out.side
    assert side is not None
    pane = side.sheet.pane
    pane.sets["Worksheets, blank"].click()
    pane.paper.buttons[Paper.TABLOID].click()
    pane.is_ink_saver.click()
    qtbot.keyClicks(pane.branding.strapline, "We walk in their shoes")
    chosen = side.sheet.choices
    memory = KeptHandouts(Settings(kept))
    own = shell.window.page.document.store.wall.id
    assert choices_of(memory.handout_choices(own)) == chosen
    assert memory.load_branding().strapline == "We walk in their shoes"
    open_copy(shell, of_template("airline"))
    shell.window.handouts_wanted.emit()
    again = shell.walls.ways_out.side
    assert again is not None
    assert again is not side
    # A wall without choices of its own begins with the last ones, of whatever wall.
    assert again.sheet.choices == chosen
    again.sheet.pane.sets["Poster"].click()
    memory = KeptHandouts(Settings(kept))
    assert choices_of(memory.handout_choices(own)) == chosen
    assert choices_of(memory.handout_choices("another")) == again.sheet.choices != chosen
    assert again.sheet.pane.branding.strapline.text() == "We walk in their shoes"


def test_a_logo_is_chosen_shown_and_taken_away(
    qtbot: QtBot, saving: Saving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    picture = tmp_path / "logo.png"
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(0x3355AA)
    image.save(str(picture))
    chosen = [tmp_path / "no picture.txt", picture]
    chosen[0].write_text("no picture")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen.pop(0)), ""))
    part = saving.sheet.pane.branding
    part.choose.click()
    assert "cannot be used as a logo" in saving.said
    assert part.branding.logo == b""
    part.choose.click()
    assert part.branding.logo.startswith(b"\x89PNG")
    assert part.remove.isVisibleTo(part)
    part.remove.click()
    assert part.branding.logo == b""
