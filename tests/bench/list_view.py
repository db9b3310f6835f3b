"""The list view, open over the wall: an edit costs the same with 5,000 moments as with 100.

Measured is the processor's work for a whole Document.push with wall, panel and list following, and
the painting after it; then what looks at all moments: opening, sorting, looking for words.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from motwall.document.document import Document
from motwall.model.clock import SystemClock
from motwall.model.edits.fields import write
from motwall.model.edits.marks import rate, tick
from motwall.model.edits.moments import add_moments, end_of_timeline, move_moments
from motwall.model.filtering import Filter
from motwall.model.list_columns import ListColumn
from motwall.model.moving import target_along
from motwall.model.patch import Patch
from motwall.model.records import Moment, Rating
from motwall.model.store import Store
from motwall.paint.tokens import LIGHT
from motwall.storage.wall_file import WallFile
from motwall.ui.list_view.card import ListCard
from motwall.ui.list_view.list_model import Sorting
from motwall.ui.main_window import MainWindow
from motwall.ui.start_screen import StartScreen
from motwall.ui.theme import apply_theme
from motwall.ui.wall_page import WallPage
from tests.bench.measuring import arguments, median_of, show
from tests.bench.walls import write_wall

MakePatch = Callable[[int, str], Patch]
SIZES = (100, 5_000)
#: So many notes in turn are edited.
_TOUCHED = 50


def worked(work: Callable[[], object]) -> float:
    """How long the processor works for a call, ms: neither disk nor other programs count."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def edits(document: Document) -> dict[str, MakePatch]:
    """The kinds of edits."""
    store, clock = document.store, document.clock
    ratings = list(Rating)

    def text(number: int, moment_id: str) -> Patch:
        return write(store, Moment, [moment_id], "text", f"typed {number}")

    def rating(number: int, moment_id: str) -> Patch:
        face = ratings[(number // _TOUCHED) % len(ratings)]
        return rate(store, [moment_id], face, clock.today(), clock.new_id)

    def ticking(_number: int, moment_id: str) -> Patch:
        is_ticked = store.get(Moment, moment_id).is_ticked
        return tick(store, [moment_id], is_ticked=not is_ticked)

    def moving(number: int, moment_id: str) -> Patch:
        target = target_along(store, [moment_id], 1 if number % 2 else -1)
        return move_moments(store, [moment_id], target, clock.new_id) if target else Patch()

    def coming(_number: int, _moment_id: str) -> Patch:
        return add_moments(store, ["new"], end_of_timeline(store), clock.new_id)

    return {"text": text, "rating": rating, "tick": ticking, "move": moving, "new note": coming}


def measured(
    app: QApplication, document: Document, card: ListCard, times: int
) -> dict[str, tuple[float, float]]:
    """The median of each kind of edit, ms: with the list following, and what the list adds."""
    moments = list(card.model.ids[:_TOUCHED])
    numbers = iter(range(1_000_000))

    def push(make: MakePatch) -> float:
        number = next(numbers)
        patch = make(number, moments[number % len(moments)])

        def run() -> None:
            document.push(patch)
            app.processEvents()

        return worked(run)

    def both(make: MakePatch) -> tuple[float, float]:
        card.model.begin()
        followed = median_of(lambda: push(make), times, warm=5)
        card.model.rest()
        alone = median_of(lambda: push(make), times, warm=5)
        card.model.begin()
        return followed, followed - alone

    return {name: both(make) for name, make in edits(document).items()}


def whole_looks(
    app: QApplication, page: WallPage, card: ListCard, times: int
) -> dict[str, tuple[float, float]]:
    """What walks all moments, ms."""

    def painted(work: Callable[[], object]) -> Callable[[], float]:
        def run() -> None:
            work()
            app.processEvents()

        return lambda: worked(run)

    columns = iter([ListColumn.TEXT, ListColumn.RATING, ListColumn.CONTACT_TYPE] * 1000)
    words = iter(["shop", "parcel", "rings"] * 1000)

    def reopen() -> None:
        page.cards.close()
        page.commands.action("list_view").trigger()

    found = {
        "open again": painted(reopen),
        "sort": painted(lambda: card.sort_by(Sorting(next(columns)))),
        "order of the wall": painted(lambda: card.sort_by(None)),
        "look for words": painted(lambda: card.model.look_for(next(words), Filter())),
    }
    return {name: (median_of(run, max(3, times // 10)), 0.0) for name, run in found.items()}


def main() -> None:
    """Measure and print."""
    options = arguments(__doc__ or "")
    times = max(40, options.times)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, LIGHT)
    found: dict[int, dict[str, tuple[float, float]]] = {}
    # The working folder, not the system's temporary one: that may be in memory.
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for count in SIZES:
            path = Path(folder) / f"{count}.motwall"
            write_wall(path, count)
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
            opening = worked(page.commands.action("list_view").trigger)
            app.processEvents()
            card = page.cards.current
            assert isinstance(card, ListCard)
            found[count] = measured(app, document, card, times)
            found[count] |= {"open first": (opening, 0.0)}
            found[count] |= whole_looks(app, page, card, times)
            window.take_wall_away()
            window.close()
            app.processEvents()
            file.close()
    few, many = SIZES
    show(
        [
            {
                "what": name,
                f"{few} ms": found[few][name][0],
                f"{many} ms": found[many][name][0],
                f"list adds at {few}": found[few][name][1],
                f"list adds at {many}": found[many][name][1],
            }
            for name in found[few]
        ],
        as_json=options.json,
    )


if __name__ == "__main__":
    main()
