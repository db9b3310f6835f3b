"""Eight people at a wall-sized panel, somebody who leads them, and a clock that is told to go."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

from motwall.app.facilitating import Facilitating, facilitating_of
from motwall.app.facilitator_window import FacilitatorWindow
from motwall.app.shell import Shell
from motwall.document.workshop_run import WorkshopRun
from motwall.model.screen import Screen
from motwall.model.store import Store
from motwall.scene.key_tray import KeyTray
from motwall.ui.full_card import FullCard
from motwall.ui.workshop.guide import WorkshopGuide
from tests.app.tapping import KEYS, Taps, settle
from tests.driving_touch import Digitiser
from tests.factories import FakeClock

PANEL, INCHES = Screen("panel", 3840, 2160, 2.0), 86.0
PEOPLE = ("Ann", "Ben", "Cem", "Dora", "Eli", "Fay", "Gus", "Hal")
#: A folder for pictures of each phase, for people to look at; without it none are made.
SHOTS = "MOTWALL_SHOTS"
#: Seconds.
MINUTE, STEP = 60, 30
#: Keys after which something else is on the screen.
ENDS = ("Done", "line-break")
LEFT = Qt.MouseButton.LeftButton
C = TypeVar("C", bound=FullCard)


@dataclass
class People(Taps):
    """Fingers on the room's window; the mouse is the facilitator's, in a window of their own.

    Attributes:
        time: The clock of the program.
        minutes: How long they have been here, by what `spend` was told.
    """

    time: FakeClock = field(default_factory=FakeClock)
    minutes: float = 0.0
    leader: "Facilitator" = field(init=False)
    _pictures: int = 0

    @property
    def store(self) -> Store:
        return self.page.document.store

    @property
    def run(self) -> WorkshopRun:
        return self.page.document.workshop

    @property
    def guide(self) -> WorkshopGuide:
        assert self.page.workshop is not None
        return self.page.workshop

    # --- the clock, and what all read ---

    def spend(self, minutes: float) -> None:
        """Let time go by; as a real clock does, it is looked at all the while."""
        self.run.look()
        for _ in range(round(minutes * MINUTE / STEP)):
            self.time.advance(seconds=STEP)
            self.run.look()
        self.minutes += minutes
        settle()

    def header(self) -> tuple[str, str, str]:
        """Letter and title of the part, and what is left of its time."""
        shown = self.put_up.header
        return shown.letter, shown.title, shown.time

    def next_part(self) -> None:
        """Tap the post that goes on."""
        self.tap(self.put_up.band.clock["following"])

    def shoot(self, name: str) -> None:
        """Keep a picture of the room's window, if anybody wants to look at it."""
        folder = os.environ.get(SHOTS)
        if folder:
            self._pictures += 1
            settle()
            # The first one tells the wall what has to be painted; that takes its time.
            self.shell.window.grab()
            until(lambda: self.page.view.tiles.is_complete)
            Path(folder).mkdir(parents=True, exist_ok=True)
            kept = Path(folder) / f"{self._pictures:02} {name}.png"
            assert self.shell.window.grab().save(str(kept))

    # --- cards ---

    def open(self, words: str, kind: type[C]) -> C:
        """Open a card as people in Room do: from the bar of the wall."""
        self.tool("more")
        self.press(self.menu(), "The method…", words)
        return self.card(kind)

    def card(self, kind: type[C]) -> C:
        """The card that is open."""
        settle()
        found = self.page.cards.current
        assert isinstance(found, kind)
        return found

    def back(self) -> None:
        """Leave the card for the wall."""
        card = self.page.cards.current
        assert card is not None
        self.tap(card.back)
        assert self.page.cards.current is None

    # --- several hands ---

    def tap_together(self, *widgets: QWidget) -> None:
        """A finger on each, all down before the first is lifted."""
        self.clock.seconds += 10.0
        spots = {finger: self.of(one) for finger, one in enumerate(widgets)}
        self.hands.frame(press=spots)
        self.hands.release(*spots)
        settle()

    def drag_together(self, ways: Mapping[int, tuple[QPoint, QPoint]]) -> None:
        """Each finger takes something somewhere, all at the same time."""
        self.hands.frame(press={finger: start for finger, (start, _) in ways.items()})
        self.hands.glide({finger: goal for finger, (_, goal) in ways.items()})
        self.hands.release(*ways)
        settle()

    def write_together(self, words: Mapping[KeyTray, str]) -> None:
        """Somebody writes on each pad, letter by letter, a finger on both at a time."""
        longest = max(len(one) for one in words.values())
        for place in range(longest):
            spots = {
                finger: self.middle(pad.key(KEYS.get(text[place], text[place])))
                for finger, (pad, text) in enumerate(words.items())
                if place < len(text)
            }
            self.hands.frame(press=spots)
            self.hands.release(*spots)
        settle()

    @override
    def key(self, name: str) -> None:
        """Type as fast as one can: nobody looks up between letters."""
        self.clock.seconds += 10.0
        self.hands.tap(0, self.middle(self.pads[-1].key(name)))
        if name in ENDS:
            settle()

    # --- the window ---

    def reopen(self) -> None:
        """Close the wall in the middle of it all, and open it again at the panel."""
        path = self.path
        assert self.shell.close_wall()
        self.shell.open(path)
        page = self.shell.window.page
        assert page is not None
        self.page = page
        stand_at_panel(self)
        self.leader = Facilitator(self)


class Facilitator:
    """Somebody at a laptop beside the panel, with a mouse and keys."""

    def __init__(self, people: People) -> None:
        """Open the second window on the wall that the room looks at."""
        found = facilitating_of(people.shell.window)
        assert found is not None
        self.side: Facilitating = found
        self.side.open_window()
        settle()

    @property
    def own(self) -> FacilitatorWindow:
        assert self.side.own is not None
        return self.side.own

    def show(self, name: str) -> None:
        """Bring a card to the room; "" brings the wall."""
        click(self.own.pane.room.cards[name])

    def turn(self, part: str) -> None:
        """Reveal a part, or cover it again."""
        self.own.pane.room.show_parts()
        click(self.own.pane.room.parts[part])

    def says(self) -> str:
        """All that is there to be said aloud now."""
        return "\n".join(self.own.pane.talk.words())


def click(button: QAbstractButton) -> None:
    assert button.isVisible()
    assert button.isEnabled(), button.text()
    QTest.mouseClick(button, LEFT)
    settle()


def stand_at_panel(people: People) -> None:
    """Have the page in Room, at a panel whose size is known."""
    mode = people.page.room_mode
    mode.screen = lambda: PANEL
    mode.memory.set_inches("panel", INCHES)
    mode.enter()
    settle()
    people.router.taps.now = people.clock


def eight_people(shell: Shell, time: FakeClock) -> Iterator[People]:
    """They stand at an empty wall."""
    shell.window.resize(1920, 1080)
    shell.window.start.template_wanted.emit("blank")
    page = shell.window.page
    assert page is not None
    made = People(shell, page, Digitiser(shell.window), time=time)
    stand_at_panel(made)
    made.leader = Facilitator(made)
    yield made
    made.hands.lift_all()


def until(is_so: Callable[[], bool], *, tries: int = 2000) -> None:
    """Let the program go on until something is so."""
    for _ in range(tries):
        if is_so():
            return
        QTest.qWait(10)
    raise AssertionError(is_so)
