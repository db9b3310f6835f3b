"""Every override of a Qt method says so and lets no exception out (motwall/guard.py)."""

import ast
import importlib
import sys
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from motwall.guard import guarded
from tests.source import Module, module_files, module_named, modules, parse

SAMPLE = """
from PySide6.QtCore import QEvent, QObject, Signal
from typing_extensions import override
from motwall.guard import guarded
class Base(QObject):
    changed = Signal()
    def own_method(self) -> None: ...
class Watcher(Base):
    {decorators}
    def eventFilter(self, watched: QObject, event: QEvent) -> {returns}: ...
    def own_method(self) -> None: ...
    def changed_by_hand(self) -> None: ...
"""


class Method(NamedTuple):
    """A method of a class of ours, and whether a Qt base of the class has one of that name."""

    where: str
    node: ast.FunctionDef
    is_qt: bool

    @property
    def decorators(self) -> list[str]:
        return [_name(one) for one in self.node.decorator_list]


def _name(decorator: ast.expr) -> str:
    return ast.unparse(decorator.func if isinstance(decorator, ast.Call) else decorator)


def methods(module: Module, namespace: dict[str, object]) -> Iterator[Method]:
    """Every method of every class of a module, also of classes within functions."""
    classes = [node for node in module.nodes() if isinstance(node, ast.ClassDef)]
    local = {one.name: one for one in classes}
    for owner in classes:
        bases = qt_bases(owner, local, namespace)
        for node in owner.body:
            if isinstance(node, ast.FunctionDef):
                is_dunder = node.name.startswith("__")
                is_qt = not is_dunder and any(is_qt_method(base, node.name) for base in bases)
                yield Method(f"{module.where(node)} {owner.name}.{node.name}", node, is_qt)


def qt_bases(
    owner: ast.ClassDef, local: dict[str, ast.ClassDef], namespace: dict[str, object]
) -> list[type]:
    """The classes of Qt that a class comes from, by whatever classes of ours in between."""
    found: list[type] = []
    for base in owner.bases:
        known: object = namespace
        for part in ast.unparse(base).split("[")[0].split("."):
            known = known.get(part) if isinstance(known, dict) else getattr(known, part, None)
        if isinstance(known, type):
            found += [one for one in known.__mro__ if _is_of_qt(one)]
        elif ast.unparse(base) in local:
            found += qt_bases(local[ast.unparse(base)], local, namespace)
    return found


def _is_of_qt(known: type) -> bool:
    return known.__module__.startswith(("PySide6", "Shiboken"))


def is_qt_method(base: type, name: str) -> bool:
    """Whether the Qt class itself has a method of that name; its signals are none."""
    return type(vars(base).get(name)).__name__ in {"method_descriptor", "builtin_method"}


def unguarded(module: Module, namespace: dict[str, object]) -> Iterator[str]:
    """What is wrong with the decorators of a module's methods."""
    for method in methods(module, namespace):
        named = method.decorators
        if method.is_qt and named[:2] != ["override", "guarded"]:
            yield f"{method.where} needs @override, and @guarded(...) below it"
        if not method.is_qt and "guarded" in named:
            yield f"{method.where} is no override of Qt's, so nothing would be caught in time"
        if "guarded" in named and not _fallback_fits(method.node):
            yield f"{method.where} answers Qt with something of another type"


def _fallback_fits(node: ast.FunctionDef) -> bool:
    """None is the answer of what returns nothing, or may return None."""
    call = next(one for one in node.decorator_list if _name(one) == "guarded")
    assert isinstance(call, ast.Call)
    answers_none = ast.unparse(call.args[0]) == "None"
    returns = ast.unparse(node.returns) if node.returns else "None"
    may_be_none = "None" in returns or returns in {"Any", "object"}
    return may_be_none if answers_none else returns != "None"


@pytest.mark.parametrize("name", module_files())
def test_every_override_is_marked_and_guarded(name: str) -> None:
    module = module_named(name)
    if not any(isinstance(node, ast.ClassDef) for node in module.nodes()):
        return
    namespace = vars(importlib.import_module(module.name))
    assert list(unguarded(module, namespace)) == []


def test_there_are_overrides_to_look_at() -> None:
    found = [
        method
        for module in modules()
        if module.name.startswith(("motwall.scene", "motwall.ui"))
        for method in methods(module, vars(importlib.import_module(module.name)))
        if method.is_qt
    ]
    names = {method.node.name for method in found}
    assert {"paint", "boundingRect", "mousePressEvent", "paintEvent"} <= names


GOOD = "@override\n    @guarded(False)"


@pytest.mark.parametrize(
    ("decorators", "returns", "mistakes"),
    [
        (GOOD, "bool", 0),
        ("", "bool", 1),
        ("@override", "bool", 1),
        ("@guarded(False)", "bool", 1),
        ("@guarded(False)\n    @override", "bool", 1),
        ("@override\n    @guarded(None)", "bool", 1),
        ("@override\n    @guarded(None)", "None", 0),
        (GOOD, "None", 1),
    ],
)
def test_the_check_finds_what_it_is_for(decorators: str, returns: str, mistakes: int) -> None:
    source = SAMPLE.format(decorators=decorators, returns=returns)
    namespace: dict[str, object] = {}
    exec(source, namespace)
    assert len(list(unguarded(parse(source), namespace))) == mistakes
    # Classes within functions are known to the syntax tree only.
    without = {name: one for name, one in namespace.items() if name not in {"Base", "Watcher"}}
    assert len(list(unguarded(parse(source), without))) == mistakes


def test_a_guard_on_a_method_of_our_own_is_a_mistake() -> None:
    source = SAMPLE.format(decorators=GOOD, returns="bool").replace(
        "def changed_by_hand", "@guarded(None)\n    def changed_by_hand"
    )
    namespace: dict[str, object] = {}
    exec(source, namespace)
    assert len(list(unguarded(parse(source), namespace))) == 1


def test_the_guard_hands_the_exception_over_and_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    caught: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: caught.append(error))

    @guarded(7)
    def half(number: int) -> int:
        """Half of it."""
        return 10 // number

    assert (half(2), half(0)) == (5, 7)
    assert [type(one) for one in caught] == [ZeroDivisionError]
    assert (half.__name__, half.__doc__) == ("half", "Half of it.")


def test_the_guard_lets_the_program_be_ended() -> None:
    @guarded(None)
    def leave() -> None:
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        leave()
