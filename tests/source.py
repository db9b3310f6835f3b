"""The program's own source as syntax trees, for the tests that read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import motwall

PACKAGE = Path(motwall.__file__).parent
ROOT = PACKAGE.parent


class Module(NamedTuple):
    """One file: its dotted name, its tree."""

    name: str
    tree: ast.Module

    def where(self, node: ast.stmt | ast.expr) -> str:
        """The place of a node, for the message of a failing test."""
        return f"{self.name}:{node.lineno}"


@cache
def modules() -> tuple[Module, ...]:
    """Every module of the program."""
    return tuple(
        Module(_dotted(path), ast.parse(path.read_text(encoding="utf-8"), str(path)))
        for path in sorted(PACKAGE.rglob("*.py"))
    )


def parse(source: str, name: str = "motwall.sample") -> Module:
    """A module out of a text, to show that a check finds what it is for."""
    return Module(name, ast.parse(source))


def called_name(call: ast.Call) -> str:
    """The last part of what is called: "push" for `self.document.push(...)`."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def calls(module: Module, *names: str) -> Iterator[ast.Call]:
    """The calls of functions or methods of these names."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and called_name(node) in names:
            yield node


def imported_names(module: Module) -> set[str]:
    """What a module imports: "PySide6.QtCore", and "PySide6.QtCore.QObject" of a from-import."""
    names: set[str] = set()
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            names.update(one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{one.name}" for one in node.names)
    return names


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")
