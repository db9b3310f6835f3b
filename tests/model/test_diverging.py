from datetime import UTC, datetime, timedelta

from motwall.model.diverging import QUIET_SPELL, is_quiet, may_change
from tests.factories import idea, moment

NOW = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)
BREATH = timedelta(seconds=1)


def test_only_ones_own_ideas_can_be_corrected() -> None:
    note = moment("a")
    assert may_change(idea(note, author="Ann"), "Ann")
    assert not may_change(idea(note, author="Len"), "Ann")
    assert not may_change(idea(note), "")


def test_a_quiet_spell_is_nudged_once_and_again_after_another() -> None:
    assert not is_quiet(NOW, None, NOW + QUIET_SPELL - BREATH)
    nudged = NOW + QUIET_SPELL
    assert is_quiet(NOW, None, nudged)
    assert not is_quiet(NOW, nudged, nudged + BREATH)
    assert is_quiet(NOW, nudged, nudged + QUIET_SPELL)
    assert not is_quiet(nudged + BREATH, nudged, nudged + QUIET_SPELL)
