"""The words of a workshop's clock, the same in every window."""

from datetime import datetime

from motwall.document.workshop_run import WorkshopRun
from motwall.i18n import translate
from motwall.model.records import AgendaItem

_MINUTE = 60
_MINUS = "\N{MINUS SIGN}"
#: A title of somebody's own on a button, characters.
_MOST = 24
#: The part in which notes are written, here or on paper.
POST_ITS = "post_its"


def time_words(seconds: int) -> str:
    """Time left, as "07:20"; over its time, as "\N{MINUS SIGN}01:10"."""
    minutes, rest = divmod(abs(seconds), _MINUTE)
    sign = _MINUS if seconds < 0 else ""
    return f"{sign}{minutes:02}:{rest:02}"


def day_time(at: datetime) -> str:
    """The time of day here, as "16:05"; of a time in UTC."""
    return at.astimezone().strftime("%H:%M")


def title_of(item: AgendaItem) -> str:
    """What a part is called."""
    return item.title or translate("Workshop", "A part")


def short_title(item: AgendaItem) -> str:
    """The same for a button."""
    words = title_of(item)
    if len(words) > _MOST:
        words = f"{words[:_MOST].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    return words


def next_words(run: WorkshopRun) -> str:
    """What going on leads to."""
    following = run.following
    if following is None:
        return translate("Workshop", "End the workshop")
    return translate("Workshop", "Next: {part}").format(part=short_title(following))


def up_words(item: AgendaItem) -> str:
    """That the time of a part is up."""
    return translate("Workshop", "Time for {part} is up.").format(part=title_of(item))


def toggle_words(run: WorkshopRun) -> str:
    """What the one button for the clock does."""
    return translate("Workshop", "Pause") if run.is_running else translate("Workshop", "Start")


def is_writing(run: WorkshopRun) -> bool:
    """The room is at the part in which notes are written."""
    here = run.current
    return here is not None and here.part == POST_ITS


def prompt_of(run: WorkshopRun) -> str:
    """The question that the room sees; "" for none."""
    here = run.current
    part = run.part_of(here) if here is not None else None
    if part is None:
        return ""
    if is_writing(run) and run.is_on_paper:
        return translate(
            "Workshop", "One contact, one paper note. Hang them up in the order of time."
        )
    return part.prompt


def kept_words(run: WorkshopRun) -> str:
    """Whether the end that was planned is kept."""
    late, promised = run.late, run.promised_end
    if late or promised is None:
        return late_words(late) if late else ""
    early = int((promised - run.ends_at).total_seconds() // _MINUTE)
    if early < 1:
        return translate("Workshop", "As planned.")
    return translate("Workshop", "%n minute(s) earlier than planned.", count=early)


def late_words(minutes: int) -> str:
    """How much later than planned it will be."""
    return translate("Workshop", "%n minute(s) later than planned.", count=minutes)
