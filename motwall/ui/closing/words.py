"""What is missing at the end of a session, in words that forbid nothing."""

from collections.abc import Iterable

from motwall.i18n import translate
from motwall.model.ending import Lack, Lacking

_DOT = " \N{MIDDLE DOT} "


def lacking_words(found: Iterable[Lacking], *, is_day_doubted: bool) -> str:
    """One line for what is missing; `is_day_doubted`: what is typed for the next day is none."""
    words = _DOT.join(_words(one, is_day_doubted=is_day_doubted) for one in found)
    if not words:
        return translate("Closing", "Nothing is missing.")
    return translate("Closing", "Still missing: {list}").format(list=words)


def _words(one: Lacking, *, is_day_doubted: bool) -> str:
    if one.what is Lack.NEXT_DAY and is_day_doubted:
        return translate("Closing", "a day we can read; close again to go without one")
    words = {
        Lack.AGREEMENT: translate("Closing", "what you agreed"),
        Lack.TAKE_AWAY: translate("Closing", "the point: what everybody takes away"),
        Lack.OWNERS: translate("Closing", "who does %n action(s)", count=one.actions),
        Lack.DATES: translate("Closing", "a day for %n action(s)", count=one.actions),
        Lack.NEXT_DAY: translate("Closing", "the day of the next session"),
    }
    return words[one.what]
