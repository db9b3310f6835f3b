import pytest
from pytestqt.qtbot import QtBot

from motwall.document.wall_lock import WallLockState
from motwall.model.records import ContactType, Idea, Moment, PlannedAction, Record, Row, Stage, Step


def test_it_says_when_it_is_locked_and_opened(qtbot: QtBot) -> None:
    lock = WallLockState(lambda: False)
    assert not lock.is_fixed
    with qtbot.waitSignal(lock.changed):
        lock.set_locked(is_locked=True)
    assert lock.is_locked
    assert lock.is_fixed
    with qtbot.assertNotEmitted(lock.changed):
        lock.set_locked(is_locked=True)
    with qtbot.waitSignal(lock.changed):
        lock.set_locked(is_locked=False)
    assert not lock.is_fixed


def test_who_tries_what_it_forbids_is_told(qtbot: QtBot) -> None:
    lock = WallLockState(lambda: False)
    with qtbot.assertNotEmitted(lock.refused):
        assert lock.permits()
    lock.set_locked(is_locked=True)
    with qtbot.waitSignal(lock.refused):
        assert not lock.permits()


def test_a_wall_to_look_at_is_fixed_and_nobody_is_to_blame(qtbot: QtBot) -> None:
    lock = WallLockState(lambda: True)
    assert lock.is_fixed
    assert not lock.is_locked
    with qtbot.assertNotEmitted(lock.refused):
        assert not lock.permits()
    assert lock.fixes(Idea, "text")


@pytest.mark.parametrize(
    ("record_type", "field", "is_fixed"),
    [
        (Moment, "text", True),
        (Moment, "contact_type_id", True),
        (Moment, "rating", False),
        (Moment, "is_ticked", False),
        (Moment, "issue", False),
        (Step, "title", True),
        (Stage, "title", True),
        (Row, "title", True),
        (ContactType, "name", True),
        (Idea, "text", False),
        (PlannedAction, "owner", False),
    ],
)
def test_what_a_locked_wall_fixes(record_type: type[Record], field: str, *, is_fixed: bool) -> None:
    lock = WallLockState(lambda: False)
    assert not lock.fixes(record_type, field)
    lock.set_locked(is_locked=True)
    assert lock.fixes(record_type, field) == is_fixed
