"""Ladders and measures in a few words, the same on screen and on paper."""

from datetime import date

from motwall.i18n import translate
from motwall.model.dates import date_words
from motwall.model.figures import figure_words
from motwall.model.records import Better, Ladder, Measure, Rung
from motwall.model.rungs import current_rung, next_rung
from motwall.model.store import Store
from motwall.model.trend_line import Arrow, Trend


def ladder_name(ladder: Ladder) -> str:
    """What a ladder is called."""
    return ladder.title or translate("Progress", "Small steps")


def measure_name(measure: Measure) -> str:
    """What a measure is called."""
    return measure.name or translate("Progress", "Measure without a name")


def rung_words(ladder: Ladder, rung: Rung) -> str:
    """Number and promise of a rung, what there is of them."""
    number = "" if rung.value is None else figure_words(rung.value, ladder.unit)
    said = [one for one in (number, " ".join(rung.promise.split())) if one]
    return ": ".join(said) or translate("Progress", "a rung without words yet")


def ladder_words(store: Store, ladder_id: str, today: date) -> list[str]:
    """Where a ladder stands, and what comes next."""
    ladder = store.get(Ladder, ladder_id)
    current, following = current_rung(store, ladder_id), next_rung(store, ladder_id)
    said = []
    if current is not None:
        said.append(translate("Progress", "Now: {0}").format(rung_words(ladder, current)))
    elif ladder.start_value is not None:
        number = figure_words(ladder.start_value, ladder.unit)
        said.append(translate("Progress", "Now: {0}, the start").format(number))
    if following is not None and following.due is not None:
        words = translate("Progress", "Next: {0}, by {1}")
        day = date_words(following.due, today)
        said.append(words.format(rung_words(ladder, following), day))
    elif following is not None:
        said.append(translate("Progress", "Next: {0}").format(rung_words(ladder, following)))
    elif current is not None:
        said.append(translate("Progress", "Every rung is reached"))
    return said


def aim_words(measure: Measure) -> str:
    """Which way is better, and the target."""
    if measure.better is Better.UP:
        words = translate("Progress", "Higher is better")
    else:
        words = translate("Progress", "Lower is better")
    if measure.target is None:
        return words
    target = figure_words(measure.target, measure.unit)
    return translate("Progress", "{0}; target {1}").format(words, target)


def trend_words(trend: Trend, today: date) -> str:
    """The latest reading and how it compares with the one before and with the target."""
    if not trend.readings:
        return translate("Progress", "No reading yet")
    day, value = trend.readings[-1]
    words = translate("Progress", "Latest: {0}, {1}")
    said = [words.format(figure_words(value, trend.measure.unit), date_words(day, today))]
    if trend.arrow is Arrow.FLAT:
        said.append(translate("Progress", "as before"))
    elif trend.is_improving is not None:
        better, worse = (
            translate("Progress", "getting better"),
            translate("Progress", "getting worse"),
        )
        said.append(better if trend.is_improving else worse)
    if trend.is_on_target is not None:
        there, off = translate("Progress", "on target"), translate("Progress", "not on target yet")
        said.append(there if trend.is_on_target else off)
    return "; ".join(said)
