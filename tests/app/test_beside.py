"""What is made beside the window outlives it, and Python behaves as before when all is done."""

import sys
import threading
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from motwall.app.beside import BESIDE
from motwall.app.jobs import Job, Progress
from motwall.app.pdf_pages import PdfPages
from motwall.app.previewing import Previewing
from motwall.export.options import Pages, PdfOptions
from motwall.export.pdf import pdf_bytes
from tests.export.pdf.samples import shop
from tests.factories import TODAY


def is_at_rest() -> bool:
    return not BESIDE._at_work


def test_a_job_that_nobody_holds_tells_its_end_all_the_same(qtbot: QtBot) -> None:
    turn = sys.getswitchinterval()
    may_end = threading.Event()

    def work(_progress: Progress) -> None:
        may_end.wait(20)

    job = Job(Path("out.pdf"), work)
    ended_in: list[QThread] = []
    job.destroyed.connect(lambda: ended_in.append(QThread.currentThread()))
    gone = weakref.ref(job)
    job.start()
    assert not is_at_rest()
    del job
    may_end.set()
    qtbot.waitUntil(is_at_rest)
    assert sys.getswitchinterval() == turn
    qtbot.waitUntil(lambda: gone() is None)
    assert ended_in == [QThread.currentThread()]


def test_pages_that_nobody_waits_for_do_no_harm(qtbot: QtBot) -> None:
    previewing = Previewing()
    for _ in range(3):
        previewing.make(list(shop().everything()), PdfOptions(made_on=TODAY, pages=(Pages.WALL,)))
    assert not is_at_rest()
    gone = weakref.ref(previewing)
    previewing.close()
    del previewing
    qtbot.waitUntil(is_at_rest, timeout=20_000)
    qtbot.waitUntil(lambda: gone() is None)


def test_drawing_that_fails_leaves_nothing_of_pdfium_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data, _ = pdf_bytes(shop(), PdfOptions(made_on=TODAY, pages=(Pages.WALL,)))
    closed: list[object] = []
    import pypdfium2  # noqa: PLC0415 -- nothing else here needs it

    usual = pypdfium2.PdfBitmap.close
    monkeypatch.setattr(pypdfium2.PdfBitmap, "close", lambda one: (closed.append(one), usual(one)))

    def fail(*_given: object) -> None:
        raise MemoryError

    with PdfPages(data) as pages:
        assert pages.image(0, 200).width() == 200
        assert len(closed) == 1
        monkeypatch.setattr(pypdfium2.PdfBitmap, "fill_rect", fail)
        with pytest.raises(MemoryError):
            pages.image(0, 200)
        assert len(closed) == 2
