"""Joins the window to the walls on disk, and imports what they need when it is needed."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from motwall.app.collector import COLLECTOR, LOOK_MS
from motwall.app.places import Places
from motwall.app.recents import Recents
from motwall.model.clock import Clock
from motwall.paint.tokens import Tokens
from motwall.ui.main_window import MainWindow
from motwall.ui.slices import Slices

if TYPE_CHECKING:
    from motwall.app.walls import Walls
    from motwall.app.ways_in import WaysIn
    from motwall.ui.start_screen import StartScreen


#: In parts that each take some 20 ms, while the first words are being typed.
_NEEDED_NEXT = (
    "motwall.model.layout",
    "motwall.scene.wall_scene",
    "motwall.scene.panel_view",
    "motwall.ui.panel.side_panel",
    "motwall.ui.wall_page",
    "motwall.app.walls",
    "motwall.scene.hands",
    "motwall.scene.touch",
    "motwall.ui.keyboard",
    "motwall.ui.furnishing",
    "motwall.ui.panel.moment_page",
)


class Shell(QObject):
    """One window and what it can open. Light: it is there before the first paint."""

    def __init__(self, clock: Clock, tokens: Tokens, places: Places) -> None:
        """Make the window and serve it."""
        super().__init__()
        self.window = MainWindow(self._make_start)
        self.tokens = tokens
        self._clock = clock
        self._places = places
        self._recents = Recents(places.data)
        self._walls: Walls | None = None
        self._ways_in: WaysIn | None = None
        self._animates = False
        self._slices = Slices(self)
        garbage = QTimer(self)
        garbage.timeout.connect(COLLECTOR.look)
        garbage.start(LOOK_MS)
        self._connect()

    @property
    def walls(self) -> "Walls":
        """What makes, opens and closes walls."""
        if self._walls is None:
            # Storage, scene and panel: more than the start screen needs before it is seen.
            from motwall.app.walls import Walls  # noqa: PLC0415

            self._walls = Walls(self.window, self._clock, self.tokens, self._places, self._recents)
            self._walls.animates = self._animates
        return self._walls

    @property
    def ways_in(self) -> "WaysIn":
        """Files into the window."""
        if self._ways_in is None:
            # Importers and dialogs: not needed before somebody has a file.
            from motwall.app.ways_in import WaysIn  # noqa: PLC0415

            walls = self.walls
            self._ways_in = WaysIn(
                self.window, self._clock, walls.start_with_records, walls.start_from_list
            )
        return self._ways_in

    def let_move(self, *, is_wanted: bool) -> None:
        """Let notes slide to new places, or be there at once, as at first."""
        self._animates = is_wanted
        if self._walls is not None:
            self._walls.let_move(is_wanted=is_wanted)

    def prepare(self) -> None:
        """Import what the first wall will need, while nobody waits for it."""
        self._slices.start(self._preparing())

    def _preparing(self) -> Iterator[None]:
        for name in _NEEDED_NEXT:
            import_module(name)
            yield
        self.walls.prepare()

    def open(self, path: Path) -> None:
        """Open a wall; trouble becomes a sentence on the screen that is shown."""
        self.walls.open(path)

    def close_wall(self) -> bool:
        """Close the wall that is open; False if something typed could not be kept."""
        return self._walls is None or self._walls.close_wall()

    def show_start(self) -> None:
        """Leave the wall for the start screen."""
        if self.close_wall():
            self.show_recents()
            self.window.show_start()

    def show_recents(self) -> None:
        """List the walls to go on with."""
        from motwall.app.starting import list_recents  # noqa: PLC0415 -- see the module

        list_recents(self.window.start, self._recents, self._clock.today())

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        self.tokens = tokens
        self.window.set_tokens(tokens)
        if self._walls is not None:
            self._walls.tokens = tokens

    def _make_start(self) -> "StartScreen":
        from motwall.app.starting import start_screen  # noqa: PLC0415 -- see the module

        start = start_screen(self.tokens)
        start.first_note_entered.connect(self._start_wall)
        start.list_entered.connect(self._start_from_list)
        start.template_wanted.connect(self._start_from_template)
        start.wall_wanted.connect(self.open)
        start.open_wanted.connect(self._choose_and_open)
        start.alone_wanted.connect(self._start_alone)
        start.group_wanted.connect(self._start_in_group)
        start.bring_in_wanted.connect(self._bring_in)
        start.file_dropped.connect(self._bring_in)
        start.table_entered.connect(self._bring_in_text)
        return start

    def _connect(self) -> None:
        self.window.new_wanted.connect(self.show_start)
        self.window.fresh_wanted.connect(self._start_fresh)
        self.window.open_wanted.connect(self._choose_and_open)
        self.window.bring_in_wanted.connect(self._bring_in)
        self.window.closing.connect(self.close_wall)
        self.window.facilitator_wanted.connect(self._toggle_facilitator)

    # Methods, not `self.walls.method`: that would import everything while connecting.

    def _start_wall(self, first_text: str) -> None:
        self.walls.start_wall(first_text)

    def _start_from_list(self, texts: list[str]) -> None:
        self.walls.start_from_list(texts)

    def _start_from_template(self, name: str) -> None:
        self.walls.start_from_template(name)

    def _start_fresh(self) -> None:
        self.walls.start_from_template("blank")

    def _start_alone(self, first_text: str) -> None:
        self.walls.start_led(first_text, "alone")

    def _start_in_group(self, first_text: str) -> None:
        self.walls.start_led(first_text, "plan")

    def _bring_in(self, path: Path | None = None) -> None:
        if path is None:
            self.ways_in.ask(self._places.documents)
        else:
            self.ways_in.bring(path)

    def _bring_in_text(self, text: str) -> None:
        self.ways_in.bringing.bring_text(text)

    def _toggle_facilitator(self) -> None:
        # A second window: most visits have none.
        from motwall.app.facilitating import facilitating_of  # noqa: PLC0415

        side = facilitating_of(self.window)
        if side is not None:
            side.toggle()

    def _choose_and_open(self) -> None:
        self.walls.choose_and_open()
