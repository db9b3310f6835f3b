from datetime import UTC, datetime, timedelta

from motwall.model.clock import SystemClock
from motwall.model.fields import is_id

CLOCK = SystemClock()


def test_ids_are_fresh() -> None:
    ids = {CLOCK.new_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(is_id(one) for one in ids)


def test_the_time_is_utc() -> None:
    before = datetime.now(UTC)
    now = CLOCK.now()
    assert now.tzinfo is UTC
    assert before <= now <= datetime.now(UTC)


def test_the_date_is_the_local_one() -> None:
    before = datetime.now().astimezone().date()
    today = CLOCK.today()
    assert today in {before, before + timedelta(days=1)}
