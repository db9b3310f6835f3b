"""Random edits, undo, redo and reopening: the wall keeps its laws, on disk and in memory."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from hypothesis.stateful import RULE_MARKER, RuleBasedStateMachine
from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from motwall.document.selection import Selection
from motwall.model import edits
from motwall.model.patch import Patch
from motwall.model.records import Moment, Record
from motwall.model.wall_layout import WallLayout
from motwall.scene.wall_scene import Snapshot, WallScene
from tests.machine.base import by_id
from tests.machine.rules import WallMachine


class Picture(NamedTuple):
    """All there is to see on a wall."""

    items: Snapshot
    layout: WallLayout
    rect: QRectF


def picture(scene: WallScene) -> Picture:
    return Picture(scene.snapshot(), scene.layout_, scene.sceneRect())


class WallMachineWithScene(WallMachine):
    """The same walk with a wall scene that follows the document."""

    @override
    def opened(self) -> None:
        self.app = QApplication.instance() or QApplication([])
        self.selection = Selection(self.document)
        self.scene = WallScene(self.document, self.selection)
        self.pictured: dict[str, Record] = {}

    @override
    def closing(self) -> None:
        self.scene.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @override
    def check_views(self) -> None:
        self.selection.set(sorted(one.id for one in self.store.all(Moment))[:2])
        records = by_id(self.store.everything())
        if records != self.pictured:
            self.pictured, self.picture = records, self._fresh_picture()
        assert picture(self.scene) == self.picture

    def _fresh_picture(self) -> Picture:
        """What a scene shows that is made now."""
        fresh = WallScene(self.document, self.selection, self.scene.options)
        shown = picture(fresh)
        self.document.changed.disconnect(fresh._on_changed)
        fresh.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return shown


TestWall = WallMachineWithScene.TestCase


def public_edits() -> Iterator[Callable[..., Patch]]:
    """Every public function of the edit modules that makes a patch; the others are queries."""
    for module_info in pkgutil.iter_modules(edits.__path__):
        module = importlib.import_module(f"{edits.__name__}.{module_info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            is_own = function.__module__ == module.__name__ and not name.startswith("_")
            if is_own and inspect.signature(function).return_annotation is Patch:
                yield function


EDITS = sorted(public_edits(), key=lambda function: function.__name__)


def rules_of_machine(machine: type[RuleBasedStateMachine]) -> dict[str, Callable[..., None]]:
    members = (one for _, one in inspect.getmembers(machine) if hasattr(one, RULE_MARKER))
    return {one.__name__: getattr(one, RULE_MARKER).function for one in members}


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_every_public_edit_has_a_rule(edit: Callable[..., Patch]) -> None:
    function = rules_of_machine(WallMachine).get(edit.__name__)
    assert function is not None, f"{edit.__name__} needs a rule in tests/machine/rules.py"
    assert edit.__name__ in function.__code__.co_names, "the rule does not call the edit"


def test_the_edits_are_found_and_told_apart_from_queries() -> None:
    names = [one.__name__ for one in EDITS]
    assert {"add_moments", "move_step", "write", "paste", "rate"} <= set(names)
    assert not {"free_spot", "offered_targets", "is_open", "tidied", "clip"} & set(names)
    assert len(names) == len(set(names))


def test_undo_redo_and_reopening_have_rules() -> None:
    assert {"undo", "redo", "reopen", "close_step"} <= set(rules_of_machine(WallMachine))
