"""Two threads that have PDFs made: each gets its own letters, one after the other."""

import sys
import threading
from collections.abc import Iterator

import pytest

from motwall.export.options import Pages, PdfOptions
from motwall.export.pdf import pdf_bytes
from motwall.export.pdf.one_at_a_time import one_at_a_time
from motwall.model.errors import Cancelled
from motwall.model.store import Store
from tests.factories import TODAY, moment, step, store_with, wall

FORM = PdfOptions(made_on=TODAY, pages=(Pages.FORM,))


def accented() -> Store:
    """Letters that the font puts together from others."""
    here = step()
    texts = ["".join(map(chr, range(first, first + 40))) for first in range(0xC0, 0x240, 40)]
    return store_with(wall(title="Ä"), here, *(moment(one, at=here) for one in texts))


@pytest.fixture
def short_turns() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("short_turns")
def test_files_made_at_once_are_those_made_one_by_one() -> None:
    store = accented()
    alone = pdf_bytes(store, FORM)[0]
    made: list[bytes] = []

    def make() -> None:
        made.extend(pdf_bytes(store, FORM)[0] for _ in range(6))

    threads = [threading.Thread(target=make) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(made) == 18
    assert set(made) == {alone}


def test_who_waits_can_give_up() -> None:
    asked = threading.Event()
    ended: list[BaseException] = []

    def ask(_done: int, _total: int) -> None:
        asked.set()
        raise Cancelled

    def make() -> None:
        try:
            pdf_bytes(accented(), FORM, ask)
        except Cancelled as error:
            ended.append(error)

    thread = threading.Thread(target=make)
    with one_at_a_time():
        thread.start()
        assert asked.wait(20)
        thread.join()
    assert len(ended) == 1
    with one_at_a_time(), one_at_a_time():
        assert pdf_bytes(accented(), FORM)[1] >= 1
