"""Walls that tests begin with: made once by a process, then opened as copies.

To make one takes much longer than to open it. `test_made_walls.py` shows that they are what the
start screen makes.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from motwall.app.open_wall import create_wall, file_name
from motwall.app.shell import Shell
from motwall.app.walls import BLANK
from motwall.model.clock import SystemClock
from motwall.model.edits.moments import add_moments
from motwall.model.records import Record
from motwall.model.targets import GapTarget, UnsortedTarget
from motwall.model.templates import instantiate, load
from motwall.ui.wall_page import WallPage

_CLOCK = SystemClock()


@cache
def of_list(*texts: str, loose: tuple[str, ...] = ()) -> bytes:
    """The file of a wall with a step for each text, and notes beside each other below them."""
    return _made(_of_template(BLANK), texts, loose)


@cache
def of_template(name: str) -> bytes:
    """The file of a wall made of a template."""
    return _made(_of_template(name))


def open_copy(shell: Shell, wall: bytes, name: str) -> WallPage:
    """Open a copy of a wall in the window, under the name it would have been given."""
    path = shell.walls._places.documents / f"{file_name(name)}.motwall"
    path.write_bytes(wall)
    shell.open(path)
    page = shell.window.page
    assert page is not None
    # As in a wall that was made just now, what can be undone is known already.
    page.top_bar.show_history()
    return page


def _of_template(name: str) -> list[Record]:
    return list(instantiate(load(name), _CLOCK.new_id, _CLOCK.today()))


def _made(
    records: Iterable[Record], texts: tuple[str, ...] = (), loose: tuple[str, ...] = ()
) -> bytes:
    with TemporaryDirectory(prefix="motwall-made-") as folder:
        wall = create_wall(Path(folder), "wall", records, _CLOCK, Path(folder))
        document, new_id = wall.document, _CLOCK.new_id
        if texts:
            document.push(add_moments(document.store, texts, GapTarget(0), new_id))
        for place, text in enumerate(loose):
            spot = UnsortedTarget(20.0 + 140.0 * place, 10.0)
            document.push(add_moments(document.store, [text], spot, new_id))
        wall.close()
        return wall.path.read_bytes()
