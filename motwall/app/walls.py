"""Makes, opens and closes walls, and answers what the window asks about the one that is open."""

import logging
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from motwall.app.merging import ask_and_merge
from motwall.app.naming import NameOffer, unnamed
from motwall.app.offers import offer_recovery, offer_session
from motwall.app.open_wall import (
    OpenWall,
    Progress,
    creating_wall,
    file_name,
    open_wall,
    opening,
)
from motwall.app.opening import LARGE, MANY, Opened, Openings, with_page
from motwall.app.own_files import give_own_files
from motwall.app.places import Places
from motwall.app.recents import Recent, Recents
from motwall.app.workshop_clock import hold_clock, pause_clock
from motwall.document.document import Selected
from motwall.i18n import translate
from motwall.messages import message_for
from motwall.model.at_once import at_once
from motwall.model.clock import Clock
from motwall.model.edits.actions import is_open
from motwall.model.edits.moments import add_moments
from motwall.model.errors import MotwallError, WallFileError, WallLockUnreadable
from motwall.model.pictures import NO_PICTURES
from motwall.model.records import Moment, PlannedAction, Record
from motwall.model.targets import GapTarget
from motwall.model.templates import instantiate, load
from motwall.paint import icons
from motwall.paint.tokens import Tokens
from motwall.scene.thumbnail import thumbnail, thumbnail_steps
from motwall.ui.main_window import MainWindow
from motwall.ui.message_bar import Choice, MessageBar
from motwall.ui.slices import Slices
from motwall.ui.wall_page import WallPage

if TYPE_CHECKING:
    from motwall.app.ways_out import WaysOut

_log = logging.getLogger(__name__)
#: The bytes of pictures by digest.
_Photos = Mapping[str, bytes]
#: What opens or makes a wall a little at a time.
_Steps = Generator[Progress, None, OpenWall]
BLANK = "blank"
#: Importing SQLAlchemy in a thread would slow down what else is done when a wall is painted.
AFTER_PAINT_MS = 500


class Walls(QObject):
    """The walls on disk, for one window; imported when the first one is wanted."""

    def __init__(
        self, window: MainWindow, clock: Clock, tokens: Tokens, places: Places, recents: Recents
    ) -> None:
        """Serve a window."""
        super().__init__()
        self.window = window
        self.tokens = tokens
        self.animates = False
        self.wall: OpenWall | None = None
        self._openings = Openings(lambda: self._bar, self)
        self._openings.opened.connect(self._end_opening)
        self._openings.refused.connect(self._refuse)
        self._clock = clock
        self._places = places
        self._recents = recents
        self._ways_out: WaysOut | None = None
        self._slices = Slices(self)
        self._after_paint = QTimer(self)
        self._after_paint.setSingleShot(True)
        self._after_paint.setInterval(AFTER_PAINT_MS)
        self._after_paint.timeout.connect(self._warm_up)
        window.copy_wanted.connect(self._save_copy)
        window.merge_wanted.connect(partial(ask_and_merge, self))
        window.rename_wanted.connect(self._rename)
        window.handouts_wanted.connect(self._open_handouts)
        window.print_wanted.connect(self._print)
        window.calendar_wanted.connect(self._save_calendar)

    @property
    def ways_out(self) -> "WaysOut":
        """Files out of the window."""
        if self._ways_out is None:
            # Exporters, printing, dialogs: not needed before a wall is seen.
            from motwall.app.ways_out import WaysOut  # noqa: PLC0415

            self._ways_out = WaysOut(self.window, self._clock)
        if self.wall is not None:
            self._ways_out.serve(self.wall)
        return self._ways_out

    def prepare(self) -> None:
        """Load what the first wall needs, in a thread; see `_prepare`."""
        if self.wall is None:
            threading.Thread(target=_prepare, name="prepare", daemon=True).start()

    def let_move(self, *, is_wanted: bool) -> None:
        """Let notes slide to new places, or be there at once."""
        self.animates = is_wanted
        if self.window.page is not None:
            self.window.page.scene.note_layer.animates = is_wanted

    # --- starting and opening ---

    def start_wall(self, first_text: str) -> None:
        """Make a wall with a first note as step 1, and ask for the next."""
        self.start_from_list([first_text])

    def start_from_list(self, texts: Sequence[str]) -> None:
        """Make a wall with a step for every line of a list."""
        records = instantiate(load(BLANK), self._clock.new_id, self._clock.today())
        steps = self._creating(file_name(texts[0]), records, NO_PICTURES)
        if not self._enter(lambda: at_once(steps)) or self.wall is None:
            return
        document = self.wall.document
        patch = add_moments(document.store, texts, GapTarget(0), self._clock.new_id)
        added = [one.record.id for one in patch if isinstance(one.record, Moment)]
        document.push(patch, selected=Selected((), tuple(added[-1:])))
        if self.window.page is not None:
            self.window.page.selection.set(added[-1:])
            self.window.page.begin_adding()

    def start_from_template(self, name: str) -> None:
        """Make a wall from a template."""
        template = load(name)
        records = instantiate(template, self._clock.new_id, self._clock.today())
        self.start_with_records(records, template.title)

    def start_with_records(
        self, records: Sequence[Record], name: str, pictures: _Photos = NO_PICTURES
    ) -> None:
        """Make a wall of records with the bytes of their pictures; `name` is for its file."""
        make = partial(self._creating, file_name(name), records, pictures)
        if len(records) > MANY:
            self._begin(
                make(),
                translate("App", "Making {name}").format(name=name),
            )
        else:
            self._enter(lambda: at_once(make()))

    def start_led(self, first_text: str, command: str) -> None:
        """Make a wall, with a first note if there are words for it, and run a page command."""
        if words := first_text.strip():
            self.start_from_list([words])
        else:
            records = instantiate(load(BLANK), self._clock.new_id, self._clock.today())
            self.start_with_records(records, unnamed())
        if self.window.page is not None:
            self.window.furnish()
            self.window.page.commands.action(command).trigger()

    def open(self, path: Path) -> None:
        """Open a wall; trouble becomes a sentence on the screen that is shown.

        A large one is opened a little at a time, and can be given up meanwhile.
        """
        self._openings.cancel()
        if _is_large(path):
            self._begin(
                opening(path, self._clock, self._places.recovery),
                translate("App", "Opening {name}").format(name=path.stem),
            )
        else:
            self._enter(lambda: open_wall(path, self._clock, self._places.recovery))

    def open_anyway(self, path: Path) -> None:
        """Open a wall whose lock file makes no sense."""
        self._enter(
            lambda: open_wall(path, self._clock, self._places.recovery, is_lock_overridden=True)
        )

    def close_wall(self) -> bool:
        """Commit what is typed, close the wall and remember it; False if something is not kept."""
        page, wall = self.window.page, self.wall
        if page is None or wall is None:
            return True
        wall.document.slow.give_up()
        if not page.flush():
            return False
        pause_clock(wall)
        self._remember(page, wall)
        self._after_paint.stop()
        self._slices.stop()
        if self._ways_out is not None:
            self._ways_out.leave()
        self.window.take_wall_away()
        wall.close()
        self.wall = None
        return True

    # --- inside ---

    def _warm_up(self) -> None:
        """Read the journal for the undo button, and load what the first commit needs."""
        if self.window.page is not None and self.wall is not None:
            self.window.page.top_bar.show_history()
            self.wall.warm_up()
            offer_session(self.window.page)
            self._slices.start(self._remembering(self.window.page, self.wall))

    def _remembering(self, page: WallPage, wall: OpenWall) -> Iterator[None]:
        """Now, and again on closing: the list must know the wall even if the power goes."""
        picture = yield from thumbnail_steps(page.scene)
        self._recents.remember(_recent(wall), picture)

    def _open_handouts(self) -> None:
        self.ways_out.open_sheet()

    def _print(self) -> None:
        self.ways_out.print_chosen()

    def _save_calendar(self, has_due_dates: bool) -> None:
        self.ways_out.save_calendar(has_due_dates=has_due_dates)

    def _creating(self, name: str, records: Sequence[Record], pictures: _Photos) -> _Steps:
        folder, recovery = self._places.documents, self._places.recovery
        return creating_wall(folder, name, records, self._clock, recovery, pictures)

    def _begin(self, steps: _Steps, begun: str) -> None:
        """Open or make a wall a little at a time: say that, and then how far it is."""
        self._openings.cancel()
        page = self.window.page
        if page is not None and not page.flush():
            return
        self._openings.begin(with_page(steps, self.tokens), begun)

    def _end_opening(self, opened: Opened) -> None:
        self._go_to(*opened)

    def _enter(self, opener: Callable[[], OpenWall]) -> bool:
        """Leave the wall that is open for another one; stay if the other cannot be opened."""
        self._openings.cancel()
        page = self.window.page
        if page is not None and not page.flush():
            return False
        try:
            wall = opener()
        except MotwallError as error:
            self._refuse(error)
            return False
        return self._go_to(wall)

    def _refuse(self, error: MotwallError) -> None:
        choices: list[Choice] = []
        if isinstance(error, WallLockUnreadable):
            path = error.path
            choices.append((translate("App", "Open anyway"), lambda: self.open_anyway(path)))
        self._bar.say(message_for(error), choices)

    def _go_to(self, wall: OpenWall, page: WallPage | None = None) -> bool:
        if not self.close_wall():
            # What is typed there cannot be kept: so that wall stays.
            wall.close()
            return False
        self.wall = wall
        self._show(wall, page)
        return True

    def _show(self, wall: OpenWall, made: WallPage | None) -> None:
        page = made or WallPage(wall.document, self.tokens)
        page.scene.note_layer.animates = self.animates
        give_own_files(page, self._places)
        title = wall.document.store.wall.title or wall.path.stem
        self.window.show_wall(page, title, is_large=made is not None)
        if wall.why_read_only is not None:
            page.message_bar.say(_read_only_words(wall.why_read_only), self._copy_choice())
        elif wall.recovery.kept():
            offer_recovery(page, wall)
        hold_clock(page, wall)
        wall.document.changed.connect(self._on_changed)
        NameOffer(page, wall, self.move_to)
        page.view.painted.connect(self._after_paint.start)

    def _on_changed(self, _patch: object) -> None:
        if self.wall is not None:
            self.window.set_title(self.wall.document.store.wall.title or self.wall.path.stem)

    def _copy_choice(self) -> list[tuple[str, Callable[[], object]]]:
        return [(translate("App", "Save a copy to work on"), self._save_copy)]

    def choose_and_open(self) -> None:
        """Ask for a file and open it."""
        path = self.ways_out.ask_wall_to_open(self._places.documents)
        if path is not None:
            self.open(path)

    def _save_copy(self) -> None:
        """Write a copy elsewhere; if this file cannot be written, work goes on in the copy."""
        wall = self.wall
        if wall is None:
            return
        path = self.ways_out.ask_new_wall(wall.path, translate("App", "Save a copy"))
        if path is None:
            return
        waiting = wall.document.pending
        try:
            wall.save_copy(path)
        except WallFileError as error:
            self._bar.say(message_for(error))
            return
        if not waiting and wall.why_read_only is None:
            words = translate("App", "Copy saved: {name}").format(name=path.name)
            self._bar.say(words, is_passing=True)
            return
        if self._enter(lambda: open_wall(path, self._clock, self._places.recovery)):
            self.ways_out.push_waiting(waiting)

    def _rename(self) -> None:
        """Give the file another name or place, and go on there."""
        wall = self.wall
        if wall is not None and not wall.document.is_read_only:
            path = self.ways_out.ask_new_wall(wall.path, translate("App", "Rename or move"))
            if path is not None:
                self.move_to(path)

    def move_to(self, path: Path) -> None:
        """Have the wall's file elsewhere or under another name, and go on there."""
        wall = self.wall
        if wall is None or path == wall.path or not self.close_wall():
            return
        try:
            wall.move_to(path)
        except WallFileError as error:
            self.open(wall.path)
            self._bar.say(message_for(error))
            return
        self._recents.forget(wall.path)
        self.open(path)

    @property
    def _bar(self) -> MessageBar:
        page = self.window.page
        return page.message_bar if page is not None else self.window.start.message_bar

    def _remember(self, page: WallPage, wall: OpenWall) -> None:
        has_notes = wall.document.store.count(Moment) > 0
        self._recents.remember(_recent(wall), thumbnail(page.scene) if has_notes else None)


def _prepare() -> None:
    # The first commit needs it, and SQLAlchemy takes a third of a second.
    import_module("motwall.storage.writer")
    icons.read_all()


def _recent(wall: OpenWall) -> Recent:
    store = wall.document.store
    actions = [one for one in store.all(PlannedAction) if is_open(one)]
    return Recent(
        path=str(wall.path),
        title=store.wall.title or wall.path.stem,
        notes=store.count(Moment),
        open_actions=len(actions),
        opened_at=datetime.now(UTC).isoformat(),
    )


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size >= LARGE
    except OSError:
        # Opening it will say what is wrong.
        return False


def _read_only_words(why: WallFileError) -> str:
    words = translate("App", "This wall is open read-only here.")
    return f"{message_for(why)} {words}"
