"""Every item model of the program is put to the test that Qt has for them."""

import importlib
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel

from tests.source import module_files

_TESTS = Path(__file__).parents[1]


def own_models() -> list[type[QAbstractItemModel]]:
    """The models that are made: those that no other model of ours is made from."""
    for name, path in module_files().items():
        text = path.read_text()
        bases_named = ("QAbstractTableModel", "QAbstractListModel", "Rows)", "TitledTable)")
        if any(one in text for one in bases_named):
            importlib.import_module(name)
    found: list[type[QAbstractItemModel]] = []
    bases = list(QAbstractItemModel.__subclasses__())
    while bases:
        one = bases.pop()
        bases += one.__subclasses__()
        is_own = one.__module__.startswith("motwall.")
        if is_own and not [sub for sub in one.__subclasses__() if _is_own(sub)]:
            found.append(one)
    return sorted(set(found), key=lambda one: one.__name__)


def _is_own(model: type) -> bool:
    return model.__module__.startswith("motwall.")


@pytest.mark.parametrize("model", own_models(), ids=lambda one: one.__name__)
def test_every_item_model_is_checked(model: type[QAbstractItemModel]) -> None:
    texts = [path.read_text() for path in _TESTS.rglob("test_*.py")]
    tests = [one for one in texts if "qtmodeltester.check(" in one]
    # Some are reached through their card only, and so are not named.
    package = model.__module__.rpartition(".")[0]
    named = [one for one in tests if model.__name__ in one or f"from {package}." in one]
    assert named, f"no qtmodeltester for {model.__name__}"


def test_the_models_are_found() -> None:
    assert {"FormModel", "ListModel"} <= {one.__name__ for one in own_models()}
