import pytest

from motwall.model.readiness import readiness, says_should
from motwall.model.records import Rating
from tests.factories import moment, store_with


def test_priorities_are_described_and_rated_before_ideas_are_collected() -> None:
    assert not readiness(store_with()).is_ready
    ready = moment("a", is_ticked=True, expectation="x", today="y", rating=Rating.NEUTRAL)
    half = moment("b", is_ticked=True, expectation="x")
    assert readiness(store_with(ready, half)) == (2, 1, 1)
    assert not readiness(store_with(ready, half)).is_ready
    assert readiness(store_with(ready)).is_ready


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("We should answer in five rings.", True),
        ("They SHOULDN\u2019T wait", True),
        ("We ought to smile", True),
        ("You must sign in", True),
        ("It rings out. A shoulder to cry on, mustard on the counter.", False),
        ("", False),
    ],
)
def test_today_tells_what_happens_not_what_ought_to(text: str, says: bool) -> None:
    assert says_should(text) is says
