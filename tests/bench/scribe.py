"""A note with each Enter while somebody types for the room: how long each Enter takes.

Goal: a median under 16 ms, a frame, with 300 notes on the wall; what is typed meanwhile waits in
Qt's queue. Run it where the disk is real: a tmpfs makes every commit free. Most of an Enter is the
disk's: "raw ms" is a bare UPDATE with COMMIT on the same disk, just before.
"""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motwall.document.document import Document
from motwall.model.clock import SystemClock
from motwall.model.store import Store
from motwall.paint.tokens import LIGHT
from motwall.storage.wall_file import WallFile
from motwall.ui.main_window import MainWindow
from motwall.ui.scribe.card import ScribeCard
from motwall.ui.start_screen import StartScreen
from motwall.ui.theme import apply_theme
from motwall.ui.wall_page import WallPage
from tests.bench.commit import raw_commit
from tests.bench.measuring import arguments, median_of, show, timed
from tests.bench.walls import write_wall

SIZES = (30, 300, 1000)


def measure(card: ScribeCard, times: int, *, is_after: bool) -> dict[str, float]:
    """The median of an Enter, of the painting after it, and of a letter typed, ms."""
    (card.after if is_after else card.unsorted).click()
    app = QApplication.instance()
    assert app is not None
    painting: list[float] = []
    numbers = iter(range(1_000_000))

    def letter() -> float:
        return timed(lambda: QTest.keyClicks(card.line, "r"))

    def enter() -> float:
        QTest.keyClicks(card.line, f"Waits for the bill number {next(numbers)}")
        app.processEvents()
        took = timed(lambda: QTest.keyClick(card.line, Qt.Key.Key_Return))
        painting.append(timed(app.processEvents))
        return took

    entered = median_of(enter, times, warm=3)
    typed = median_of(letter, times, warm=3)
    QTest.keyClick(card.line, Qt.Key.Key_Escape)
    painting.sort()
    return {"Enter ms": entered, "paint ms": painting[len(painting) // 2], "letter ms": typed}


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__ or "")
    times = max(40, options.times)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    rows = []
    # The working folder, not the system's temporary one: that may be in memory.
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for count in SIZES:
            path = Path(folder) / f"{count}.motwall"
            write_wall(path, count)
            raw_path = Path(folder) / f"{count}.raw"
            raw_path.write_bytes(path.read_bytes())
            file = WallFile.open(path)
            file.warm_up()
            document = Document(Store(file.load()), file, SystemClock())
            window = MainWindow(lambda: StartScreen(LIGHT, []))
            window.resize(1366, 768)
            page = WallPage(document, LIGHT)
            window.show_wall(page, "bench")
            window.show()
            app.processEvents()
            window.furnish()
            page.commands.action("scribe").trigger()
            card = page.cards.current
            assert isinstance(card, ScribeCard)
            app.processEvents()
            raw = raw_commit(raw_path, times)
            for is_after in (False, True):
                found = measure(card, times, is_after=is_after)
                place = "after the last" if is_after else "unsorted"
                rows.append({"notes": count, "place": place, **found, "raw ms": raw})
            window.take_wall_away()
            window.close()
            app.processEvents()
            file.close()
    show(rows, as_json=options.json)


if __name__ == "__main__":
    main()
