"""One child process of `wall.py`: the program itself, its real window, real events.

What it did is written down as a `Plan`, for the references to do the same: where the wall's
viewport lies in the window, the camera of every frame, the way of every drag.
"""

import cProfile
import os
import pstats
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QPoint, QStandardPaths
from PySide6.QtWidgets import QApplication

from motwall.app import hold_collector
from motwall.app.shell import Shell
from motwall.model.records import ContactType, Moment, Rating
from motwall.scene.wall_view import WallView
from motwall.scene.zoom import DESK_UNIT
from motwall.ui.wall_page import WallPage
from tests.bench.frames import Frames, resident_mb, watch_opening, watch_paints
from tests.bench.hand import Hand, camera_of, fit_scale
from tests.bench.plan import PHASES, Findings, Job

#: A wall that is wholly in view cannot be panned: "at fit" it is so many times larger.
PAN_ZOOM = 1.2
#: Zooms are taken for the same within this factor.
SLACK = 1.001


class Program:
    """The program with its window; a wall is opened in it as a person would."""

    def __init__(self, job: Job) -> None:
        """Start it, and wait until it has prepared what a first wall needs."""
        self.job = job
        QStandardPaths.setTestModeEnabled(True)
        hold_collector()
        # After the collector is held, as in `motwall.app.run`.
        from motwall.app import application
        from motwall.app.places import Places

        folder = Path(job.folder)
        application.FIRST_SIZE = job.size
        application.settings_file = lambda: folder / "settings.ini"
        application.usual_places = lambda: Places(folder, folder)
        self.paints = watch_paints(WallView)
        self.app = QApplication([])
        self.shell: Shell = application.start(self.app, None)
        # The program logs what goes wrong and works on; figures of such a run would be worthless.
        sys.excepthook = _give_up
        self.frames = Frames(self.app, self.paints, self.is_complete)
        self.frames.rest(0.4)
        while any(one.name == "prepare" for one in threading.enumerate()):
            self.frames.rest(0.05)

    @property
    def page(self) -> WallPage:
        """The wall's page."""
        page = self.shell.window.page
        assert page is not None
        return page

    def is_complete(self) -> bool:
        """Nothing that is in view stands in for something sharper."""
        page = self.shell.window.page
        tiles = getattr(page.view, "tiles", None) if page else None
        return bool(getattr(tiles, "is_idle", True))

    def is_loaded(self) -> bool:
        """All notes are on the wall; asked without laying it out, which is the program's to do."""
        page = self.shell.window.page
        if page is None or not page.scene.is_laid_out:
            return False
        return len(page.scene.layout_.notes) == self.job.notes

    def open(self, findings: Findings) -> None:
        """Open the wall; note how long that took. With "whole": zoomed out before it is painted."""
        path = Path(self.job.wall)
        is_zoomed_out = self.job.kind != "whole"

        def wait_for_zoom() -> bool:
            nonlocal is_zoomed_out
            if not is_zoomed_out and self.is_loaded():
                # The view has its size and the wall its lines: now, and before it is painted.
                is_zoomed_out = True
                self.page.view.zoom_to(fit_scale(self.page.view))
                self.page.view.viewport().update()
                return False
            return True

        def is_ready() -> bool:
            return is_zoomed_out and self.is_loaded() and self.is_complete()

        self.paints.is_allowed = wait_for_zoom
        found = watch_opening(lambda: self.shell.open(path), is_ready, self.paints)
        findings.opening = (found.first, found.whole)
        findings.silence = (found.silence, found.silence_after)


def _give_up(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    sys.__excepthook__(kind, error, traceback)
    sys.stderr.flush()
    os._exit(1)


def write_geometry(page: WallPage, path: Path) -> None:
    """Write what lies where, for the references: px at 100 %, words, colour, badges."""
    store = page.document.store
    ratings = list(Rating)
    rows = []
    for key, rect in page.scene.layout_.notes.items():
        moment = store.get(Moment, key)
        kind = store.find(ContactType, moment.contact_type_id)
        stars = ratings.index(moment.rating) + 1 if moment.rating else 0
        colour = kind.colour if kind else "#FFFFFF"
        place = [length * DESK_UNIT for length in rect]
        rows.append((key, *place, moment.text, colour, moment.is_ticked, stars))
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "CREATE TABLE note (id TEXT PRIMARY KEY, x REAL, y REAL, w REAL, h REAL, "
            "text TEXT, colour TEXT, tick INTEGER, rating INTEGER)"
        )
        connection.executemany("INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    connection.close()


def run(job: Job) -> Findings:
    """Do the job."""
    findings = Findings()
    program = Program(job)
    with _profiled(job, "opening", is_wanted="open" in job.only):
        program.open(findings)
    if job.kind != "frames":
        return findings
    hand = Hand(program.frames, program.page, findings.plan)
    dragged = hand.mark()
    write_geometry(program.page, Path(job.geometry))
    program.frames.rest()
    _run_phases(hand, job, dragged, findings)
    findings.memory = resident_mb()
    return findings


def _run_phases(hand: Hand, job: Job, dragged: str, findings: Findings) -> None:
    view = hand.view
    view.zoom_to(hand.fit)
    hand.frames.rest()
    hand.plan.fit = camera_of(view)
    # With the scroll bars, and so the smaller one: the references paint no more than we do.
    view.zoom_to(hand.fit * PAN_ZOOM)
    hand.frames.rest()
    corner = view.viewport().mapTo(view.window(), QPoint(0, 0))
    hand.plan.viewport = (corner.x(), corner.y(), view.viewport().width(), view.viewport().height())
    panned, shown = view.pixels_per_mm / DESK_UNIT, hand.plan.fit[0]
    findings.zooms = f"zoomed out to {shown:.1%}, panned at {panned:.1%}"
    if shown > hand.fit / DESK_UNIT * SLACK:
        findings.zooms += f": it goes no further, {hand.fit / DESK_UNIT:.1%} would show all"
    phases = [name for name in job.only if name in PHASES]
    with _profiled(job, " ".join(phases), is_wanted=bool(phases)):
        if "pan-fit" in job.only:
            findings.add("pan-fit", hand.pan("pan-fit", hand.fit * PAN_ZOOM, is_round=True))
        if "zoom" in job.only:
            frames, rests = hand.zoom("zoom")
            findings.add("zoom", frames)
            findings.add("zoom-rest", rests)
            findings.add("zoom-notch", hand.notches("zoom-notch"))
        if "pan-100" in job.only:
            findings.add("pan-100", hand.pan("pan-100", DESK_UNIT, is_round=False))
        for name, scale in (("drag", DESK_UNIT), ("drag-fit", hand.fit)):
            if name in job.only:
                moves, drop = hand.drag(name, scale, dragged)
                findings.add(name, moves)
                findings.add(name.replace("drag", "drop"), drop)


@contextmanager
def _profiled(job: Job, what: str, *, is_wanted: bool) -> Iterator[None]:
    """With `--profile`: say on stderr where the time went."""
    if not job.is_profiled or not is_wanted:
        yield
        return
    profile = cProfile.Profile()
    profile.enable()
    yield
    profile.disable()
    sys.stderr.write(f"\n{job.notes} notes, {job.size[0]}x{job.size[1]}: {what}\n")
    pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(25)
