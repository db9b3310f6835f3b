"""Notes from a photo of twelve megapixels: what a box costs, and how large the file becomes.

Goal: under 100 ms a box, the file with 20 of them under 10 MB.
"""

import os
import sys
import tempfile
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from motwall.document.document import Document
from motwall.model.clock import SystemClock
from motwall.model.store import Store
from motwall.paint.photo import levels_of, opened_photo
from motwall.paint.tokens import LIGHT
from motwall.storage.wall_file import WallFile
from motwall.ui.main_window import MainWindow
from motwall.ui.photo.card import PhotoCard, kind
from motwall.ui.start_screen import StartScreen
from motwall.ui.theme import apply_theme
from motwall.ui.wall_page import WallPage
from tests.bench.measuring import arguments, show, timed
from tests.bench.walls import write_wall
from tests.photos import SIZE, boxes, write_photo

BOXES = 20
_SETTLED_MS = 400
#: The goals: ms, MB.
MOST_MS, MOST_MB = 100.0, 10.0


def main() -> int:
    """Print the row; 1 if a goal is missed."""
    options = arguments(__doc__ or "")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    # The working folder, not the system's temporary one: that may be in memory.
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        row = measured(Path(folder))
    show([dict(row)], as_json=options.json)
    is_met = row["slowest ms"] < MOST_MS and row["file MB"] < MOST_MB
    return 0 if is_met else 1


def measured(folder: Path) -> dict[str, float]:
    """Draw the boxes in a window."""
    path = folder / "bench.motwall"
    write_wall(path, 100)
    file = WallFile.open(path)
    file.warm_up()
    document = Document(Store(file.load()), file, SystemClock())
    window = MainWindow(lambda: StartScreen(LIGHT, []))
    window.resize(1366, 768)
    page = WallPage(document, LIGHT)
    window.show_wall(page, "bench")
    window.show()
    QApplication.processEvents()
    window.furnish()
    card = page.cards.open(kind())
    assert isinstance(card, PhotoCard)
    data = write_photo(folder / "wall.jpg", BOXES).read_bytes()
    reading = timed(lambda: card.board.show_photo(levels_of(opened_photo(data))))
    # The wall behind it is not part of a box.
    QTest.qWait(_SETTLED_MS)
    before = path.stat().st_size
    times = [timed(partial(_box, card, box)) for box in boxes(BOXES)]
    row: dict[str, float] = {
        "megapixels": SIZE[0] * SIZE[1] / 1e6,
        "reading ms (thread)": reading,
        "boxes": len(times),
        "median ms": sorted(times)[len(times) // 2],
        "slowest ms": max(times),
        "KB a box": (path.stat().st_size - before) / 1024 / BOXES,
        "file MB": path.stat().st_size / 1024 / 1024,
    }
    window.take_wall_away()
    window.close()
    QApplication.processEvents()
    file.close()
    return row


def _box(card: PhotoCard, box: QRect) -> None:
    """Take a box, and have painted what changed."""
    card.board.boxed.emit(box)
    QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main())
