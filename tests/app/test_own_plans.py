"""A facilitator's own plans on disk: kept, replaced, deleted; a damaged one becomes a sentence."""

from pathlib import Path

import pytest

from motwall.app.own_plans import OwnPlans
from motwall.messages import message_for
from motwall.model.edits.agenda import Planned
from motwall.model.errors import WallFileError
from motwall.model.workshop_plans import OwnPlan, OwnPlansRead

LUNCH = OwnPlan("", "Over lunch", (Planned("welcome", "Welcome", 3), Planned("", "Soup", 20)))


def test_there_are_none_at_first(tmp_path: Path) -> None:
    assert OwnPlans(tmp_path / "plans").read() == OwnPlansRead()


def test_a_plan_is_kept_replaced_and_deleted(tmp_path: Path) -> None:
    shelf = OwnPlans(tmp_path / "plans")
    kept = shelf.keep(LUNCH)
    assert shelf.read().plans == (kept,)
    shorter = shelf.keep(LUNCH._replace(steps=LUNCH.steps[:1]))
    assert shorter.name == kept.name
    shelf.keep(LUNCH._replace(title="An evening"))
    assert [one.title for one in shelf.read().plans] == ["An evening", "Over lunch"]
    shelf.delete(kept.name)
    shelf.delete(kept.name)
    assert [one.title for one in shelf.read().plans] == ["An evening"]


def test_a_file_that_is_no_plan_becomes_a_sentence(tmp_path: Path) -> None:
    shelf = OwnPlans(tmp_path)
    kept = shelf.keep(LUNCH)
    (tmp_path / "bad.json").write_text("{", encoding="utf-8")
    (tmp_path / "large.json").write_text(" " * 1_000_001, encoding="utf-8")
    (tmp_path / ".being-written.json").write_text("{", encoding="utf-8")
    found = shelf.read()
    assert found.plans == (kept,)
    assert ["bad.json" in message_for(one) for one in found.unread] == [True, False]
    assert "plan" in message_for(found.unread[1])


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "plans").write_text("a file is in the way", encoding="utf-8")
    shelf = OwnPlans(tmp_path / "plans")
    with pytest.raises(WallFileError):
        shelf.keep(LUNCH)
    with pytest.raises(WallFileError):
        shelf.delete("over lunch")
    assert shelf.read() == OwnPlansRead()
