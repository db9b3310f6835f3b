"""Walls that tests begin with: made once by a process, then opened as copies.

To make one takes much longer than to open it. `test_made_walls.py` shows that they are what the
start screen makes.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from motwall.app.open_wall import SUFFIX, create_wall, file_name
from motwall.app.shell import Shell
from motwall.app.walls import BLANK
from motwall.model.clock import SystemClock
from motwall.model.edits.moments import add_moments
from motwall.model.targets import GapTarget, UnsortedTarget
from motwall.model.templates import instantiate, load
from motwall.ui.wall_page import WallPage

_CLOCK = SystemClock()


class MadeWall(NamedTuple):
    """A file, and its name without the suffix."""

    name: str
    content: bytes


@cache
def of_list(*texts: str, loose: tuple[str, ...] = ()) -> MadeWall:
    """A wall with a step for each text, and notes beside each other below them."""
    return MadeWall(file_name(texts[0]), _made(BLANK, texts, loose))


@cache
def of_template(name: str) -> MadeWall:
    """A wall as the card of a template makes it."""
    return MadeWall(file_name(load(name).title), _made(name))


def open_copy(shell: Shell, wall: MadeWall) -> WallPage:
    """Open a copy of a wall in the window."""
    path = shell.walls._places.documents / f"{wall.name}{SUFFIX}"
    path.write_bytes(wall.content)
    shell.open(path)
    page = shell.window.page
    assert page is not None
    # As in a wall that was made just now, what can be undone is known already.
    page.top_bar.show_history()
    return page


def _made(template: str, texts: tuple[str, ...] = (), loose: tuple[str, ...] = ()) -> bytes:
    records = instantiate(load(template), _CLOCK.new_id, _CLOCK.today())
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
