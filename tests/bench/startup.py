"""From the start of a process to the first painted window, against bare Qt in the same run.

Goals: the start screen with its cards at most 2.0 times a bare QGraphicsView; a wall of 1,000
notes drawn with text at most 3 times sqlite3 rows into plain rectangle items, all of them in view.
The row "all in view" is the one to hold against that goal, and it is kind: letters of 2 px are
drawn as bars. "As they open" is what a user sees first, about 180 notes with their words: no fair
match for 1,000 rectangles, and shown for comparison only.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = str(Path(tempfile.gettempdir()) / "motwall-bench-bytecode")
NOTES = 1_000
SIZE = (1920, 1080)


def finish(app: object) -> None:
    """Say when, and be gone: taking the window down is not part of the figure."""
    app.sync() if hasattr(app, "sync") else None
    sys.stdout.write(f"{time.time()}\n")
    sys.stdout.flush()
    os._exit(0)


def child_bare(path: str) -> None:
    """A QGraphicsView; with a file, an item for each row read by sqlite3."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QBrush, QColor, QPaintEvent
    from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QGraphicsScene, QGraphicsView

    class View(QGraphicsView):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            finish(app)

    app = QApplication([])
    scene = QGraphicsScene()
    if path:
        import sqlite3

        rows = sqlite3.connect(path).execute("SELECT * FROM moment").fetchall()
        across = 42
        brush = QBrush(QColor("#86D2A8"))
        for place, _row in enumerate(rows):
            item = QGraphicsRectItem(QRectF(0, 0, 100, 76))
            item.setPos((place % across) * 108, (place // across) * 84)
            item.setBrush(brush)
            scene.addItem(item)
    view = View(scene)
    view.resize(*SIZE)
    if path:
        view.fitInView(scene.sceneRect())
    view.show()
    app.exec()


def child_motwall(path: str, *, is_all_in_view: bool = False) -> None:
    """The program itself, with or without a wall."""
    from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer

    QStandardPaths.setTestModeEnabled(True)
    import motwall.app

    motwall.app.hold_collector()
    from motwall.app import application

    application.FIRST_SIZE = SIZE
    application.settings_file = lambda: Path(tempfile.mkdtemp()) / "settings.ini"

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                QTimer.singleShot(0, finish_when_all_is_painted)
            return False

    def finish_when_all_is_painted() -> None:
        page = shell.window.page
        if page is None or page.view.tiles.is_complete:
            finish(app)

    app = application.make_application()
    watch = Watch()
    shell = application.start(app, Path(path) if path else None)
    page = shell.window.page
    if page is None:
        shell.window.start.field.installEventFilter(watch)
    else:
        if is_all_in_view:
            rect = page.scene.sceneRect()
            width, height = page.view.viewport().width(), page.view.viewport().height()
            page.view.is_fitting = False
            page.view._set_scale(min(width / rect.width(), height / rect.height()))
        page.view.viewport().installEventFilter(watch)
    app.exec()


def measure(mode: str, path: str, times: int) -> float:
    """The median in ms; the first run warms the disk and does not count."""
    # As on a user's machine, where modules are compiled once; the first run does it.
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": CACHE}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    found = []
    for _ in range(times + 1):
        start = time.time()
        done = subprocess.run(
            [sys.executable, __file__, "--child", mode, path],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env=environment,
        )
        found.append((float(done.stdout.split()[-1]) - start) * 1000)
    return statistics.median(found[1:])


def main() -> None:
    """Measure and print."""
    from tests.bench.measuring import arguments, show
    from tests.bench.walls import write_wall

    options = arguments(__doc__ or "")
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "wall.motwall")
        write_wall(Path(path), NOTES)
        rows = []
        pairs = (
            ("start screen", "motwall", "", "bare", ""),
            (f"{NOTES} notes, as they open", "motwall", path, "bare", path),
            (f"{NOTES} notes, all in view", "all", path, "bare", path),
        )
        for name, mode, mode_path, base, base_path in pairs:
            before = measure(base, base_path, options.times)
            took = measure(mode, mode_path, options.times)
            bare = (before + measure(base, base_path, options.times)) / 2
            rows.append({"what": name, "ms": took, "bare ms": bare, "ratio": took / bare})
    show(rows, as_json=options.json)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    if sys.argv[1:2] == ["--child"]:
        children = {
            "bare": child_bare,
            "motwall": child_motwall,
            "all": partial(child_motwall, is_all_in_view=True),
        }
        children[sys.argv[2]](sys.argv[3])
    else:
        main()
