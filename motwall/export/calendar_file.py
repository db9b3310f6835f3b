"""The next session, and what is to be done when, as a file that calendars take (RFC 5545)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from motwall import __version__
from motwall.export.files import write_whole
from motwall.i18n import translate
from motwall.model.action_list import all_actions
from motwall.model.edits.actions import is_open
from motwall.model.records import Moment, PlannedAction, Session
from motwall.model.sessions import agreed_next
from motwall.model.store import Store
from motwall.model.words import wall_name

#: RFC 5545, 3.1: no line is longer, its end not counted; the next begins with a blank.
_LONGEST = 75
_LINE_END = "\r\n"
#: RFC 5545, 3.3.11: what a text must not hold as it is.
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
#: An address of nobody's; RFC 7986, 5.3, wants ids that are unique in the world, and ours are.
_DOMAIN = "motwall"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOptions:
    """What a calendar file holds.

    Attributes:
        made_at: When it is made, UTC; equal input gives equal bytes.
        has_due_dates: Also the days by which open actions are due.
    """

    made_at: datetime
    has_due_dates: bool = False


def calendar_bytes(store: Store, options: CalendarOptions) -> bytes:
    """The file's content: an entry of a whole day for the next session, and one for each due day.

    Due days are events that leave the day free, not to-dos: many calendars pass those over without
    a word. Ids are those of the records, so a file made anew moves what an earlier one put in.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//motwall//motwall {__version__}//EN"]
    lines += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    session = agreed_next(store)
    if session is not None and session.next_on is not None:
        title = translate("Calendar", "Session at the wall: {name}")
        summary = title.format(name=wall_name(store.wall))
        lines += _event(
            f"next-{session.id}", session.next_on, summary, _agenda(store, session), options
        )
    for action in _due_actions(store) if options.has_due_dates else ():
        moment = store.get(Moment, action.moment_id)
        about = [action.owner, moment.text, wall_name(store.wall)]
        if action.due is not None:
            lines += _event(
                f"due-{action.id}", action.due, action.text or moment.text, about, options
            )
    lines.append("END:VCALENDAR")
    return "".join(part + _LINE_END for line in lines for part in _folded(line)).encode()


def write_calendar(
    store: Store, path: Path, options: CalendarOptions, *, is_forced: bool = False
) -> None:
    """Write the calendar file; an old file stays until the new one is whole.

    Raises:
        OutputExists: There is a file and `is_forced` is not set.
        WallFileError: The folder is gone, the disk full, the place read-only or out of reach.
    """
    content = calendar_bytes(store, options)

    def write(temporary: Path) -> None:
        temporary.write_bytes(content)

    write_whole(path, write, is_forced=is_forced)


def _due_actions(store: Store) -> list[PlannedAction]:
    dated = [one for one in all_actions(store) if is_open(one) and one.due is not None]
    return sorted(dated, key=lambda one: str(one.due))


def _agenda(store: Store, session: Session) -> list[str]:
    """What the entry says: what was agreed, and what will be looked back at."""
    words = [one for one in (session.agreement, session.take_away) if one]
    actions = [one for one in all_actions(store) if is_open(one)]
    if actions:
        words.append(translate("Calendar", "To look back at:"))
    lines = [f"- {one.text} ({one.owner})" if one.owner else f"- {one.text}" for one in actions]
    return words + lines


def _event(
    name: str, day: date, summary: str, about: Iterable[str], options: CalendarOptions
) -> list[str]:
    """An entry of one whole day: RFC 5545, 3.6.1, a day without an end lasts a day."""
    made_at = options.made_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    lines = [
        "BEGIN:VEVENT",
        f"UID:{name}@{_DOMAIN}",
        f"DTSTAMP:{made_at}",
        f"DTSTART;VALUE=DATE:{day.isoformat().replace('-', '')}",
        f"SUMMARY:{_escaped(summary)}",
    ]
    description = "\n".join(one for one in about if one)
    if description:
        lines.append(f"DESCRIPTION:{_escaped(description)}")
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> Iterator[str]:
    """The line in parts of 75 bytes at the most, no character torn."""
    part, size = "", 0
    for char in line:
        width = len(char.encode())
        if size + width > _LONGEST:
            yield part
            part, size = " ", 1
        part += char
        size += width
    yield part
