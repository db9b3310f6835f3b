"""A whole Document.push with the wall window attached, against a raw sqlite3 UPDATE and COMMIT.

Goal: at most 3 times the raw commit in the same journal mode, at 100 and at 20,000 notes alike.
Run it where the disk is real: a tmpfs makes every commit free, and the ratio meaningless.
"""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from motwall.document.document import Document
from motwall.model.clock import SystemClock
from motwall.model.edits.fields import write
from motwall.model.edits.marks import rate, tick
from motwall.model.patch import Patch
from motwall.model.records import Moment, Rating
from motwall.model.store import Store
from motwall.paint.tokens import LIGHT
from motwall.storage.wall_file import WallFile
from motwall.ui.main_window import MainWindow
from motwall.ui.start_screen import StartScreen
from motwall.ui.theme import apply_theme
from motwall.ui.wall_page import WallPage
from tests.bench.measuring import arguments, median_of, show, timed
from tests.bench.walls import write_wall

MakePatch = Callable[[int, str], Patch]
SIZES = (100, 20_000)
PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA", "locking_mode=NORMAL", "foreign_keys=ON")


def raw_commit(path: Path, times: int) -> float:
    """The median of a one-row UPDATE with COMMIT, ms."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    ids = [row[0] for row in connection.execute("SELECT id FROM moment LIMIT 50")]
    numbers = iter(range(1_000_000))

    def update() -> None:
        number = next(numbers)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "UPDATE moment SET text = ? WHERE id = ?",
            (f"text number {number}", ids[number % len(ids)]),
        )
        connection.execute("COMMIT")

    found = median_of(lambda: timed(update), times, warm=20)
    connection.close()
    return found


def pushes(document: Document, times: int) -> dict[str, float]:
    """The median of three kinds of push, ms, with everything that follows the document."""
    clock = document.clock
    moments = [one.id for one in document.store.all(Moment)][:50]
    numbers = iter(range(1_000_000))

    def measured(make: MakePatch) -> float:
        def push() -> None:
            number = next(numbers)
            document.push(make(number, moments[number % len(moments)]))

        return median_of(lambda: timed(push), times, warm=20)

    store = document.store
    ratings = list(Rating)

    def text(number: int, moment_id: str) -> Patch:
        return write(store, Moment, [moment_id], "text", f"typed {number}")

    def rating(number: int, moment_id: str) -> Patch:
        face = ratings[(number // len(moments)) % len(ratings)]
        return rate(store, [moment_id], face, clock.today(), clock.new_id)

    def ticking(_number: int, moment_id: str) -> Patch:
        is_ticked = store.get(Moment, moment_id).is_ticked
        return tick(store, [moment_id], is_ticked=not is_ticked)

    return {"text": measured(text), "rating": measured(rating), "tick": measured(ticking)}


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__ or "")
    times = max(60, options.times)
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
            # It follows the document, too.
            page.show_panel()
            for _ in range(2):
                before = raw_commit(raw_path, times)
                found = pushes(document, times)
                raw = (before + raw_commit(raw_path, times)) / 2
            rows += [
                {"notes": count, "edit": name, "push ms": took, "raw ms": raw, "ratio": took / raw}
                for name, took in found.items()
            ]
            window.take_wall_away()
            window.close()
            app.processEvents()
            file.close()
    show(rows, as_json=options.json)


if __name__ == "__main__":
    main()
