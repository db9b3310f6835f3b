"""What is presented to a room: a few large pages, of the wall, its priorities, what was agreed.

Which pages there are and what is on each; how large and in which words is for those who draw them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from motwall.model.action_list import all_actions, in_calendar_order
from motwall.model.aims import aimed_rating
from motwall.model.edits.actions import is_open
from motwall.model.layout import LayoutOptions, lay_out
from motwall.model.order import actions_of, unsorted_moments
from motwall.model.priorities import must_choose, priorities
from motwall.model.records import ActionState, Moment, PlannedAction, Rating, Session
from motwall.model.sessions import (
    actions_looked_back_at,
    last_session,
    open_session_now,
    session_day,
)
from motwall.model.store import Store
from motwall.model.wall_layout import (
    LINE_GAP,
    NOTE_HEIGHT,
    STACK_PITCH,
    Line,
    Rect,
    WallLayout,
)
from motwall.model.wrapping import BAND_PADDING, COLUMN_PITCH, NOTE_WIDTH

#: Actions on one page, and those shown of one priority.
AGREED_AT_ONCE = 5
STEPS_AT_ONCE = 2
#: A wall that leaves room is shown so many times as large, if all of it still fits; one that is a
#: little too large is made smaller step by step.
_ZOOMS = (1.6, 1.4, 1.2)
_SMALLER = 0.95
_WORTH = list(Rating)


class Frame(NamedTuple):
    """How much of the wall one screen shows in reading size, mm of the wall.

    Attributes:
        width: Of the screen.
        height: The same.
        smallest: Notes can still be read if they are shown so many times as large.
    """

    width: float = 711.0
    height: float = 340.0
    smallest: float = 1.0

    def zoomed(self, zoom: float) -> "Frame":
        """What it shows so many times as large."""
        return Frame(self.width / zoom, self.height / zoom)


#: Of a screen twice as wide as high or nearly so.
READING = Frame()


class Missing(StrEnum):
    """Why there are no pages of priorities."""

    NOTES = "notes"  # nothing is on the wall
    PRIORITIES = "priorities"  # nothing is ticked
    CHOICE = "choice"  # more are ticked than anybody can work on


#: Parts of the wall that are drawn below each other without a gap, mm; together a line or a part of
#: one.
Piece = tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class WallSlide:
    """A screenful of the timeline: whole lines, or parts of a line cut between notes.

    Attributes:
        key: Of the slide.
        layout: Of the whole wall.
        pieces: What of it is on the screen, from the top.
        extent: Width and height of what is on the largest screen, mm: all are shown as large.
    """

    key: str
    layout: WallLayout
    pieces: tuple[Piece, ...]
    extent: tuple[float, float]

    @property
    def width(self) -> float:
        """Of what is on this screen, mm."""
        return _width(self.pieces)

    @property
    def height(self) -> float:
        """The same."""
        return _height(self.pieces)


@dataclass(frozen=True, slots=True)
class LooseSlide:
    """A screenful of notes that are not on the timeline, side by side from the top left corner."""

    key: str
    notes: tuple[tuple[str, Rect], ...]


@dataclass(frozen=True, slots=True)
class AgreedSlide:
    """What an earlier session agreed, and what became of it; its words are on the first page."""

    key: str
    session: Session
    actions: tuple[PlannedAction, ...]
    is_first: bool


@dataclass(frozen=True, slots=True)
class PrioritySlide:
    """One priority, and where it should get.

    Attributes:
        key: Of the slide.
        number: Of the priority, from 1.
        count: How many there are.
        moment: The priority.
        target: The rating aimed at, if that is better than today's.
        actions: The first steps agreed for it; those still to be done come first.
        more: How many there are beside them.
    """

    key: str
    number: int
    count: int
    moment: Moment
    target: Rating | None
    actions: tuple[PlannedAction, ...]
    more: int


@dataclass(frozen=True, slots=True)
class MissingSlide:
    """One sentence in place of the priorities."""

    key: str
    missing: Missing


@dataclass(frozen=True, slots=True)
class ClosingSlide:
    """What this session agreed, what everybody takes away, when the next one is."""

    key: str
    session: Session


@dataclass(frozen=True, slots=True)
class ActionsSlide:
    """Who does what by when: what is still to be done, the first day first."""

    key: str
    actions: tuple[PlannedAction, ...]


Slide = (
    WallSlide
    | LooseSlide
    | AgreedSlide
    | PrioritySlide
    | MissingSlide
    | ClosingSlide
    | ActionsSlide
)


def slides(store: Store, today: date, frame: Frame = READING) -> list[Slide]:
    """All pages in their order; never none.

    A session that follows another begins with what that one agreed. Once a session is over, its own
    agreement ends the pages on its day, and begins them from the next day on. Whatever is to be
    done comes last: that page stays when people get up.
    """
    earlier, ending = _meetings(store, today)
    agreed = _agreed_slides(store, earlier) if earlier is not None else []
    made: list[Slide] = [*agreed, *wall_slides(store, frame)]
    made += _priority_slides(store)
    if ending is not None and (ending.agreement or ending.take_away or ending.next_on):
        made.append(ClosingSlide("closing", ending))
    # What the first pages say of the time before is not said twice.
    said = {one.id for slide in agreed for one in slide.actions} if ending is None else set()
    to_do = [one for one in all_actions(store) if is_open(one) and one.id not in said]
    return [*made, *_actions_slides(in_calendar_order(to_do))]


def ending_session(store: Store, today: date) -> Session | None:
    """The session whose end is to be written down: the one going on, or that ended today."""
    return _meetings(store, today)[1]


def place_of(shown: Sequence[Slide], key: str, before: int) -> int:
    """Where the page that was shown is now; the nearest one to its old place if it is gone."""
    keys = [one.key for one in shown]
    return keys.index(key) if key in keys else max(0, min(before, len(keys) - 1))


def wall_slides(store: Store, frame: Frame) -> list[WallSlide | LooseSlide]:
    """The wall in reading size: a timeline too large for one screen breaks between its steps.

    A stack higher than the screen goes on on the next one, which has the titles and numbers again.
    """
    return [*_timeline_slides(store, frame), *_loose_slides(store, frame)]


def _meetings(store: Store, today: date) -> tuple[Session | None, Session | None]:
    """The session to look back at, and the one that ends here."""
    going_on = open_session_now(store)
    if going_on is not None:
        return last_session(store, going_on.id), going_on
    last = last_session(store)
    if last is not None and session_day(last) < today:
        return last, None
    return None, last


def _agreed_slides(store: Store, earlier: Session) -> list[AgreedSlide]:
    going_on = open_session_now(store)
    # Those the session has looked back at already stay, with what it said of them.
    actions = actions_looked_back_at(store, going_on.id if going_on is not None else "")
    if not actions and not earlier.agreement:
        return []
    starts = range(0, max(1, len(actions)), AGREED_AT_ONCE)
    return [
        AgreedSlide(
            f"agreed:{first}",
            earlier,
            tuple(actions[first : first + AGREED_AT_ONCE]),
            is_first=first == 0,
        )
        for first in starts
    ]


def _actions_slides(actions: Sequence[PlannedAction]) -> list[ActionsSlide]:
    return [
        ActionsSlide(f"actions:{first}", tuple(actions[first : first + AGREED_AT_ONCE]))
        for first in range(0, len(actions), AGREED_AT_ONCE)
    ]


def _priority_slides(store: Store) -> list[PrioritySlide | MissingSlide]:
    if not store.count(Moment):
        return [MissingSlide("missing", Missing.NOTES)]
    chosen = priorities(store)
    if not chosen:
        why = Missing.CHOICE if must_choose(store) else Missing.PRIORITIES
        return [MissingSlide("missing", why)]
    return [
        _priority_slide(store, moment, number, len(chosen))
        for number, moment in enumerate(chosen, start=1)
    ]


def _priority_slide(store: Store, moment: Moment, number: int, count: int) -> PrioritySlide:
    steps = [one for one in actions_of(store, moment.id) if one.state is not ActionState.DROPPED]
    steps.sort(key=lambda one: not is_open(one))
    return PrioritySlide(
        f"priority:{moment.id}",
        number,
        count,
        moment,
        _target(store, moment),
        tuple(steps[:STEPS_AT_ONCE]),
        max(0, len(steps) - STEPS_AT_ONCE),
    )


def _target(store: Store, moment: Moment) -> Rating | None:
    aim = aimed_rating(store, moment.id)
    if aim is None or moment.rating is None:
        return aim
    return aim if _WORTH.index(aim) > _WORTH.index(moment.rating) else None


def _loose_slides(store: Store, frame: Frame) -> list[LooseSlide]:
    moments = unsorted_moments(store)
    across = max(1, int((frame.width + COLUMN_PITCH - NOTE_WIDTH) // COLUMN_PITCH))
    down = max(1, int((frame.height + STACK_PITCH - NOTE_HEIGHT) // STACK_PITCH))
    made = []
    for first in range(0, len(moments), across * down):
        notes = tuple(
            (
                moment.id,
                Rect(
                    place % across * COLUMN_PITCH,
                    place // across * STACK_PITCH,
                    NOTE_WIDTH,
                    NOTE_HEIGHT,
                ),
            )
            for place, moment in enumerate(moments[first : first + across * down])
        )
        made.append(LooseSlide(f"loose:{first}", notes))
    return made


def _timeline_slides(store: Store, frame: Frame) -> list[WallSlide]:
    made = _broken(store, frame)
    for zoom in _ZOOMS if len(made) == 1 else _smaller(frame):
        other = _broken(store, frame.zoomed(zoom))
        if len(other) == 1:
            return other
    return made


def _smaller(frame: Frame) -> Iterator[float]:
    """From reading size down to the smallest that can be read."""
    zoom = 1.0
    while zoom > frame.smallest:
        zoom = max(frame.smallest, zoom * _SMALLER)
        yield zoom


def _broken(store: Store, frame: Frame) -> list[WallSlide]:
    """The timeline as so many screens as it takes."""
    layout = lay_out(store, LayoutOptions(width=frame.width))
    screens: list[list[Piece]] = []
    used = 0.0
    for piece in (one for line in layout.lines for one in _pieces(line, frame.height)):
        height = piece_height(piece)
        if not screens or used + LINE_GAP + height > frame.height:
            screens.append([piece])
            used = height
        else:
            screens[-1].append(piece)
            used += LINE_GAP + height
    extent = (max(map(_width, screens), default=0.0), max(map(_height, screens), default=0.0))
    return [
        WallSlide(f"wall:{number}", layout, tuple(pieces), extent)
        for number, pieces in enumerate(screens)
    ]


def _width(pieces: Sequence[Piece]) -> float:
    return max(part.width for piece in pieces for part in piece)


def _height(pieces: Sequence[Piece]) -> float:
    return sum(map(piece_height, pieces)) + LINE_GAP * (len(pieces) - 1)


def piece_height(piece: Piece) -> float:
    """The height of all parts of a piece, mm."""
    return sum(part.height for part in piece)


def _pieces(line: Line, height: float) -> list[Piece]:
    """A line in pieces no higher than that, if a note fits; each has the titles and the numbers."""
    whole = Rect(0.0, line.top, line.columns[-1].rect.right + BAND_PADDING, line.bottom - line.top)
    if whole.height <= height:
        return [(whole,)]
    cuts = _cuts(line)
    head = _between(whole, line.top, cuts[0])
    foot = _between(whole, cuts[-1], line.bottom)
    room = height - head.height - foot.height
    pieces: list[Piece] = []
    first = cuts[0]
    for here, following in zip(cuts[1:], [*cuts[2:], None], strict=True):
        if following is None or following - first > room:
            pieces.append((head, _between(whole, first, here), foot))
            first = here
    return pieces


def _cuts(line: Line) -> list[float]:
    """The heights at which no note is cut: from the first row of notes to below the last."""
    cuts = []
    for track in line.tracks:
        cuts.append(track.top)
        # Half way between two notes of a stack; all stacks of a track begin at the same height.
        cut = track.cells_top + STACK_PITCH - (STACK_PITCH - NOTE_HEIGHT) / 2
        while cut < track.bottom - NOTE_HEIGHT / 2:
            cuts.append(cut)
            cut += STACK_PITCH
    return [*cuts, line.tracks[-1].bottom]


def _between(whole: Rect, top: float, bottom: float) -> Rect:
    return Rect(whole.x, top, whole.width, bottom - top)
