"""A worked example of a ladder, shown where there is none yet; it belongs to no wall."""

from datetime import date, timedelta

from motwall.i18n import translate
from motwall.model.records import Ladder, Rating, Rung
from motwall.model.store import Store

_ID = f"{0xE9A:032x}"


def example_ladder(today: date) -> tuple[Store, str]:
    """A store with one ladder, half climbed, and the ladder's id."""
    ladder = Ladder(
        id=_ID,
        moment_id=_ID,
        unit=translate("Example", "days"),
        start_value=14.0,
        starts_on=today - timedelta(days=30),
    )
    promise = translate("Example", "Later than a week? It costs you nothing.")
    soon, later = today + timedelta(days=45), today + timedelta(days=90)
    neutral, magical = Rating.NEUTRAL, Rating.MAGICAL
    rungs = [
        _rung(1, value=10.0, reached_on=today, expected_rating=Rating.MISERABLE),
        _rung(2, value=7.0, due=soon, expected_rating=neutral),
        _rung(3, promise=promise, due=soon, expected_rating=neutral),
        _rung(4, value=5.0, due=later, expected_rating=magical),
    ]
    return Store([ladder, *rungs]), ladder.id


def _rung(
    place: int,
    *,
    value: float | None = None,
    promise: str = "",
    due: date | None = None,
    reached_on: date | None = None,
    expected_rating: Rating,
) -> Rung:
    return Rung(
        id=f"{0xE9A0 + place:032x}",
        ladder_id=_ID,
        value=value,
        promise=promise,
        due=due,
        reached_on=reached_on,
        expected_rating=expected_rating,
        rank=place,
    )
