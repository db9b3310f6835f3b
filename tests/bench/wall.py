"""How smoothly the wall pans, zooms, drags and opens, against bare PySide6 in the same run.

The program is the real one: the main window with its panel and bars, opened as a person would, and
real events on its viewport. Panning drags the wall with the middle button (both scroll bars at
once), zooming turns the wheel with Ctrl, dragging is press, move, release with the left button on
a note that has a tick and a rating, in the middle of the wall.

What the rows are, each frame from sending the event until it is painted and nothing in view stands
in for something sharper ("first": until anything was painted):

pan-fit     panning in a round; a wall that is wholly in view cannot move, so 1.2 times larger
pan-100     panning back and forth at 100 %, 24 and 7 px a frame
zoom        from the whole wall to 100 % and back in up to 60 turns of the wheel each, one right
            after the other, so each counts until it is painted, sharp or not; as in the tiles
zoom-rest   the last turn of each way, until all is sharp
zoom-notch  the same way by whole notches of the wheel, each until all is sharp
drag        moving a note at 100 %; drag-fit: with the whole wall in view
drop        letting it go: the edit is written, the wall laid out again (drop-fit: the same)
open        in the running program, until the whole wall is painted; zoomed out before it is painted
            first, so that all notes are in view, as the rectangles are
open-view   the same as it opens, which is at a size one can read (the references have no such)
no answer   the longest a timer of 5 ms had to wait meanwhile; "after": in the second after that
memory MB   what the process has in use after all of these

References: "tiles" is a widget without a scene, the wall as pictures of 512 px in powers of two
(`tile_wall.py`); "rects" a scene with a plain rectangle for each note (`references.py`). Both show
the same notes in a viewport of the same size, each in a process of its own. They have no words to
keep sharp between powers of two, no bars, no panel, no document. All are shown on an Xvfb of this
bench's own (`screen.py`), unless QT_QPA_PLATFORM says otherwise: with "offscreen" copying pixels to
a screen is in none of the figures.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from itertools import count as counting
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = str(Path(tempfile.gettempdir()) / "motwall-bench-bytecode")
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from tests.bench.measuring import show
from tests.bench.plan import PHASES, Findings, Job, Plan, Series, load, median_and_p95, save
from tests.bench.wall_goals import Row, verdicts

ONLY = (*PHASES, "open", "memory")
REFERENCES = ("tiles", "rects")
#: The load of this bench is one; from here on others had a good part of the machine.
BUSY = 1.6
LONGEST_S = 600

#: More steps than this share without anything painted: something else was measured.
MOST_IDLE = 0.05

Values = Sequence[float]
#: By who it was.
Found = dict[str, list[Findings]]


class Bench:
    """Runs the child processes of one wall in one size of window."""

    def __init__(self, options: argparse.Namespace, folder: Path, wall: Path) -> None:
        self._options = options
        self._folder = folder
        self._wall = wall
        self._numbers = counting()
        #: How large the wall was shown, in words.
        self.zooms = ""

    def rows(self, notes: int, size: tuple[int, int]) -> list[Row]:
        """Measure, in turns: what disturbs the machine for a while disturbs all of them."""
        geometry = str(self._folder / f"{notes}-{size[0]}.sqlite")
        only = tuple(self._options.only)
        frames: Found = {"ours": [], **{who: [] for who in REFERENCES}}
        opened: Found = {who: [] for who in frames}
        plan = Plan()
        for _ in range(self._options.rounds):
            for who, found in frames.items():
                job = Job(who, "frames", notes, size, "", "", geometry, only, plan)
                found.append(self._run(job))
                if self._options.profile:
                    return []
                plan = found[-1].plan if who == "ours" else plan
        if "open" in only:
            for _ in range(self._options.times):
                for who, found in opened.items():
                    job = Job(who, "whole", notes, size, "", "", geometry, only, plan)
                    found.append(self._run(job))
        self.zooms = f"{notes} notes, {size[0]}x{size[1]}: {frames['ours'][0].zooms}"
        table = _Table(notes, f"{size[0]}x{size[1]}")
        _frame_rows(table, frames)
        if opened["ours"]:
            _opening_rows(table, frames, opened)
        if "memory" in only:
            table.add("memory MB", _values(frames, lambda one: [one.memory]))
        return table.rows

    def _run(self, job: Job) -> Findings:
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        job.folder = str(folder)
        job.wall = str(shutil.copy(self._wall, folder / "wall.motwall"))
        job.is_profiled, job.is_in_cpu_time = self._options.profile, self._options.cpu
        save(job, folder / "job")
        # As on a user's machine, where modules are compiled once.
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": CACHE}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [sys.executable, __file__, "--child", str(folder / "job")],
            capture_output=True,
            text=True,
            check=False,
            cwd=ROOT,
            env=environment,
            timeout=LONGEST_S,
        )
        if done.returncode or job.is_profiled:
            sys.stderr.write(done.stderr)
        if done.returncode:
            sys.exit(f"{job.who} failed with {job.notes} notes ({done.returncode})")
        found: Findings = load(folder / "findings")
        shutil.rmtree(folder)
        return found


class _Table:
    """The rows of one wall in one size of window."""

    def __init__(self, notes: int, size: str) -> None:
        self.rows: list[Row] = []
        self._notes = notes
        self._size = size

    def add(self, what: str, whole: dict[str, Values], first: Values = ()) -> None:
        """Add a row, from what the program and the references needed."""
        ours = median_and_p95(whole["ours"])
        row: Row = {
            "size": self._size,
            "notes": self._notes,
            "what": what,
            "n": len(whole["ours"]),
            "ms": ours[0],
            "p95": ours[1],
        }
        row["first"], row["first p95"] = median_and_p95(first) if first else (None, None)
        for who in REFERENCES:
            values = whole.get(who, ())
            row[who], row[f"{who} p95"] = median_and_p95(values) if values else (None, None)
            row[f"x {who}"] = ours[0] / row[who] if values else None
        self.rows.append(row)


def _frame_rows(table: _Table, frames: Found) -> None:
    for what in frames["ours"][0].series:
        ours = [one.series[what] for one in frames["ours"]]
        idle, painted = sum(one.idle for one in ours), sum(len(one.whole) for one in ours)
        if idle > painted * MOST_IDLE:
            sys.exit(f"{what}: nothing was painted after {idle} steps")
        whole = _values(frames, lambda one, what=what: one.series.get(what, Series()).whole)
        table.add(what, whole, [value for one in ours for value in one.first])


def _opening_rows(table: _Table, frames: Found, opened: Found) -> None:
    firsts = [one.opening[0] for one in opened["ours"]]
    table.add("open", _values(opened, lambda one: [one.opening[1]]), firsts)
    firsts = [one.opening[0] for one in frames["ours"]]
    table.add("open-view", {"ours": [one.opening[1] for one in frames["ours"]]}, firsts)
    everybody = {who: [*frames[who], *opened[who]] for who in opened}
    table.add("no answer", _values(everybody, lambda one: [one.silence[0]]))
    table.add("no answer after", {"ours": [one.silence[1] for one in everybody["ours"]]})


def _values(found: Found, of: Callable[[Findings], Values]) -> dict[str, Values]:
    return {who: [value for one in many for value in of(one)] for who, many in found.items()}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--notes", type=int, nargs="+", default=[100, 1_000, 5_000, 20_000])
    parser.add_argument(
        "--size", type=_size, nargs="+", default=[(1920, 1080), (3840, 2160)], metavar="WxH"
    )
    parser.add_argument("--only", nargs="+", choices=ONLY, default=list(ONLY))
    parser.add_argument("--times", type=int, default=3, help="openings, each in a new process")
    parser.add_argument("--rounds", type=int, default=1, help="processes for the frames")
    parser.add_argument("--json", action="store_true", help="the same figures as JSON")
    parser.add_argument(
        "--cpu",
        action="store_true",
        help="frames in processor time of the window's thread, waiting left out: beside other work",
    )
    parser.add_argument(
        "--profile", action="store_true", help="no table: where the program's time goes"
    )
    return parser.parse_args()


def _size(words: str) -> tuple[int, int]:
    width, height = words.split("x")
    return int(width), int(height)


def main() -> None:
    """Measure and print."""
    from tests.bench.screen import real_screen

    options = _arguments()
    with real_screen() as screen:
        _measure(options, screen)


def _measure(options: argparse.Namespace, screen: str) -> None:
    from tests.bench.walls import write_wall

    rows: list[Row] = []
    zooms: list[str] = []
    loads = [os.getloadavg()[0]]
    with tempfile.TemporaryDirectory(prefix="motwall-bench-") as name:
        folder = Path(name)
        for notes in options.notes:
            wall = folder / f"{notes}.motwall"
            write_wall(wall, notes)
            for size in options.size:
                start = time.perf_counter()
                bench = Bench(options, folder, wall)
                rows += bench.rows(notes, size)
                zooms.append(bench.zooms)
                took = time.perf_counter() - start
                loads.append(os.getloadavg()[0])
                sys.stderr.write(f"{notes} notes, {size[0]}x{size[1]}: {took:.0f} s\n")
    if not rows:
        return
    rows.sort(key=lambda row: options.size.index(_size(str(row["size"]))))
    goals = verdicts(rows, options.notes)
    if options.json:
        found = {"screen": screen, "rows": rows, "goals": goals, "zooms": zooms, "load": loads}
        sys.stdout.write(json.dumps(found, indent=1) + "\n")
        return
    show(_with_dashes(rows), as_json=False)
    sys.stdout.write("\n" + "\n".join(zooms) + f"\n\nGoals (1920x1080, {screen})\n")
    show(_with_dashes(goals), as_json=False)
    noise = ": other work ran beside it, the figures are noisy" if max(loads) > BUSY else ""
    sys.stdout.write(f"\nLoad {loads[0]:.1f} before, up to {max(loads):.1f} meanwhile{noise}.\n")
    if options.cpu:
        sys.stdout.write("Processor time of the window's thread, memory and answers apart.\n")


def _with_dashes(rows: Sequence[Row]) -> list[Row]:
    return [{key: "-" if one is None else one for key, one in row.items()} for row in rows]


def child(path: Path) -> None:
    """Do a job, and be gone: taking a window down is not part of any figure."""
    job: Job = load(path)
    code = 1
    try:
        from tests.bench import frames

        frames.clock = time.thread_time if job.is_in_cpu_time else time.perf_counter
        if job.who == "ours":
            from tests.bench.program import run
        else:
            from tests.bench.references import run
        save(run(job), Path(job.folder) / "findings")
        code = 0
    except BaseException:  # noqa: BLE001 -- the process ends here, whatever it was
        traceback.print_exc()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(Path(sys.argv[2]))
    else:
        main()
