"""What was understood of pasted readings, and what is wrong with a line, in sentences."""

from datetime import date

from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.figures import figure_words
from motwall.model.pasted_readings import PastedReadings, Snag, SnaggedLine

#: More sentences than this about single lines nobody reads.
_MOST_LINES = 4
#: More of a line is not needed to find it.
_MOST_LETTERS = 40


def snag_words(snag: Snag, unit: str) -> str:
    """The sentence for a snag."""
    words = {
        Snag.NO_NUMBER: translate("Readings", "no number found"),
        Snag.NO_DAY: translate("Readings", "a number, but of which day?"),
        Snag.TOO_MANY: translate("Readings", "too many lines at once"),
        Snag.OTHER_UNIT: translate("Readings", "has another unit; the number is taken as it is"),
        Snag.FUTURE: translate("Readings", "this day is still to come"),
        Snag.AMBIGUOUS: translate("Readings", "read as thousands; write 1.5 for one and a half"),
        Snag.SAME_DAY: translate("Readings", "the same day again; the last one counts"),
    }
    if snag is Snag.OTHER_UNIT and unit:
        return translate("Readings", "another unit than {0}; the number is taken as it is").format(
            unit
        )
    return words[snag]


def line_words(line: SnaggedLine, unit: str) -> str:
    """A line, and what is the matter with it."""
    text = line.text
    if len(text) > _MOST_LETTERS:
        text = f"{text[:_MOST_LETTERS]}\N{HORIZONTAL ELLIPSIS}"
    words = translate("Readings", "Line {0}, \u201c{1}\u201d: {2}")
    return words.format(line.row, text.replace(";", " "), snag_words(line.snag, unit))


def understood_words(found: PastedReadings, unit: str, today: date) -> str:
    """What would be added; "" if nothing."""
    count = len(found.taken)
    if not count:
        return ""
    first, last = found.taken[0], found.taken[-1]
    words = translate("Readings", "Understood: %n reading(s)", count=count)
    one = f"{date_words(first.taken_on, today)}: {figure_words(first.value, unit)}"
    if count == 1:
        return translate("Readings", "Understood: {0}").format(one)
    other = f"{date_words(last.taken_on, today)}: {figure_words(last.value, unit)}"
    return translate("Readings", "{0}, from {1} to {2}").format(words, one, other)


def snags_words(lines: tuple[SnaggedLine, ...], unit: str) -> str:
    """The first of some lines with what is the matter, and how many more there are."""
    said = [line_words(one, unit) for one in lines[:_MOST_LINES]]
    more = len(lines) - _MOST_LINES
    if more > 0:
        said.append(translate("Readings", "And %n more line(s)", count=more))
    return "\n".join(said)
