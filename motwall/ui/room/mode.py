"""Room or Desk: which of the two a page is in, on which screen, and what is remembered of that."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from motwall.guard import guarded
from motwall.i18n import translate
from motwall.model.near_side import Side
from motwall.model.records import Moment
from motwall.model.screen import Millimetres, Screen, fitting
from motwall.paint.tokens import Tokens
from motwall.scene.tap_sizes import DESK_SIZES, room_sizes
from motwall.scene.touch import DESK_PX_PER_MM
from motwall.ui.room.memory import Forgetful, ScreenMemory, screen_of
from motwall.ui.room.sizes import RoomSizes

if TYPE_CHECKING:
    from motwall.ui.room.room import Room
    from motwall.ui.room.screen_sheet import ScreenSheet
    from motwall.ui.wall_page import WallPage

#: Taken for the diagonal of a screen that nobody said anything of, inches.
USUAL = 65.0
_SIZED_ANEW = (QEvent.Type.Resize, QEvent.Type.ScreenChangeInternal)


class RoomMode(QObject):
    """Switches a page between Room and Desk; phase, selection and what is typed stay.

    Attributes:
        room: What is put up in Room; None on Desk.
        memory: What is remembered of screens.
        screen: Tells the screen that the page is on.
    """

    #: It is the other of the two now, or of another size.
    changed = Signal()

    def __init__(self, page: "WallPage") -> None:
        """Be on Desk."""
        super().__init__(page)
        self._page = page
        self.room: Room | None = None
        self.memory: ScreenMemory = Forgetful()
        self.screen: Callable[[], Screen] = lambda: screen_of(page.window().screen())
        self._sheet: ScreenSheet | None = None
        self._form = (Side.RIGHT, False)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._fit_again)
        page.installEventFilter(self)
        page.view.router.write_requested.connect(self._on_write_requested)
        page.view.hands.clicks.write_requested.connect(self._on_write_requested)

    @property
    def is_room(self) -> bool:
        """The page is in Room."""
        return self.room is not None

    @property
    def sheet(self) -> "ScreenSheet":
        """The sheet that asks how large the screen is."""
        if self._sheet is None:
            from motwall.ui.room.screen_sheet import ScreenSheet  # noqa: PLC0415 -- as below

            self._sheet = ScreenSheet(self._page)
            self._sheet.chosen.connect(self._on_inches)
            self._page.add_floating(self._sheet)
        return self._sheet

    def begin(self, memory: ScreenMemory) -> None:
        """Be as this screen was used last; on a large one that is new, offer Room."""
        self.memory = memory
        screen = self.screen()
        wanted = memory.is_room(screen.key)
        if wanted:
            self.enter()
        elif wanted is None and screen.is_wall and self._page.message_bar.isHidden():
            self._offer(screen)

    def toggle(self) -> None:
        """Change to the other of the two."""
        if self.is_room:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Change to Room."""
        if self.is_room:
            return
        page, screen = self._page, self.screen()
        if page.message_bar.text == _offer():
            page.message_bar.clear()
        self.memory.set_room(screen.key, is_room=True)
        note_id = self._close_editor()
        page.flush()
        self._put_up()
        if note_id is not None:
            page.on_wall.pads.open_at(note_id)
        self._tell()
        if self.memory.inches(screen.key) is None:
            self.ask_size()

    def leave(self) -> None:
        """Change to Desk."""
        if self.room is None:
            return
        page = self._page
        self.memory.set_room(self.screen().key, is_room=False)
        pads = page.on_wall.pads.open_pads()
        note_id = pads[-1].moment_id if pads else None
        page.flush()
        page.on_wall.bars.close_all()
        page.on_wall.pads.close_all()
        page.hide_floating()
        self._take_down()
        page.view.router.is_room = False
        self._set_scale(DESK_PX_PER_MM)
        page.on_wall.set_sizes(DESK_SIZES)
        page.on_wall.layer.out_of_reach = 0.0
        page.view.set_panel(None)
        if note_id is not None and page.document.store.find(Moment, note_id) is not None:
            page.in_place.edit_note(note_id)
        self._tell()

    def ask_size(self) -> None:
        """Ask how large the screen is; Room alone needs to know."""
        self.enter()
        screen = self.screen()
        self.sheet.ask(screen, self._inches(screen))

    def type_letters(self, letters: str) -> bool:
        """Write on a new note, going on with letters; False on Desk, which has a field for that."""
        if self.room is not None:
            self.room.adding.type_letters(letters)
        return self.is_room

    def bars(self) -> list[QWidget]:
        """What has controls in Room beside what Desk has, too."""
        return [] if self.room is None else [self.room.side, self.room.band]

    @property
    def handouts_post(self) -> QWidget | None:
        """Where the handouts are asked for in Room; None on Desk."""
        return None if self.room is None else self.room.band.tools["handouts"]

    def set_tokens(self, tokens: Tokens) -> None:
        """Change between light and dark."""
        if self.room is not None:
            self.room.set_tokens(tokens)

    # --- inside ---

    def _inches(self, screen: Screen) -> float:
        return self.memory.inches(screen.key) or screen.said_inches or USUAL

    def _sizes(self) -> RoomSizes:
        page, screen = self._page, self.screen()
        width, height = max(1, page.width()), max(1, page.height())
        true = screen.px_per_mm(self._inches(screen))
        return RoomSizes(Millimetres(fitting(true, width, height)), width, height)

    def _put_up(self) -> None:
        from motwall.ui.room.room import Room  # noqa: PLC0415 -- not before somebody wants it

        page, sizes = self._page, self._sizes()
        page.view.router.is_room = True
        self._set_scale(sizes.px_per_mm)
        page.on_wall.set_sizes(room_sizes(sizes.px_per_mm))
        side, is_open = self._form
        self.room = Room(page, sizes, side, is_open=is_open)
        page.on_wall.layer.out_of_reach = float(max(0, sizes.reach_top - sizes.header))
        self.room.desk_wanted.connect(self.leave)
        self.room.size_wanted.connect(self.ask_size)
        page.view.set_panel(sizes.px_per_mm)

    def _tell(self) -> None:
        # The strip with what the wall is about is for Desk: it would be out of reach.
        self._page.commands.action("about").setEnabled(not self.is_room)
        self.changed.emit()

    def _take_down(self) -> None:
        if self.room is not None:
            self._form = (self.room.side.side, self.room.side.is_open)
            self.room.take_down()
            self.room = None

    def _set_scale(self, px_per_mm: float) -> None:
        self._page.view.router.px_per_mm = px_per_mm
        self._page.touch_bridges.px_per_mm = px_per_mm

    def _close_editor(self) -> str | None:
        """End the writing in place; returns the note it was on, to go on there in Room."""
        editor = self._page.view.editor()
        if editor is None:
            return None
        place = editor.place
        editor.finish()
        is_note = place.record_type is Moment
        is_there = self._page.document.store.find(Moment, place.record_id) is not None
        return place.record_id if is_note and is_there else None

    def _offer(self, screen: Screen) -> None:
        page = self._page

        def stay() -> None:
            page.message_bar.clear()
            self.memory.set_room(screen.key, is_room=False)

        def go() -> None:
            page.message_bar.clear()
            self.enter()

        choices = ((translate("Room", "Use Room"), go), (translate("Room", "Stay on Desk"), stay))
        page.message_bar.say(_offer(), choices)

    def _on_inches(self, inches: float) -> None:
        self.memory.set_inches(self.screen().key, inches)
        if not self._fit_again():
            self._tell()

    def _on_write_requested(self, scene_pos: QPointF) -> None:
        if self.room is not None:
            self.room.adding.add_at(scene_pos)

    def _fit_again(self) -> bool:
        """Put Room up anew if the window or the screen is another now; whether it was."""
        if self.room is None or self.room.sizes == self._sizes():
            return False
        self._page.panel.flush()
        self._take_down()
        self._put_up()
        self._tell()
        return True

    @override
    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIZED_ANEW:
            self._again.start()
        return super().eventFilter(watched, event)


def _offer() -> str:
    return translate("Room", "This is a large screen. Are you several people standing at it?")
