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

    @cache  # noqa: B019 -- walking takes longer than parsing, and the trees are kept anyway
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree, from its root down."""
        return tuple(ast.walk(self.tree))

    def where(self, node: ast.stmt | ast.expr) -> str:
        """The place of a node, for the message of a failing test."""
        return f"{self.name}:{node.lineno}"


@cache
def module_files() -> dict[str, Path]:
    """The file of every module of the program, by the module's name."""
    return {_dotted(path): path for path in sorted(PACKAGE.rglob("*.py"))}


@cache
def module_named(name: str) -> Module:
    """One module of the program."""
    path = module_files()[name]
    return Module(name, ast.parse(path.read_text(encoding="utf-8"), str(path)))


def modules() -> list[Module]:
    """Every module of the program."""
    return [module_named(name) for name in module_files()]


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
    for node in module.nodes():
        if isinstance(node, ast.Call) and called_name(node) in names:
            yield node


def imported_names(module: Module) -> set[str]:
    """What a module imports: "PySide6.QtCore", and "PySide6.QtCore.QObject" of a from-import."""
    names: set[str] = set()
    for node in module.nodes():
        if isinstance(node, ast.Import):
            names.update(one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            names.update(f"{node.module}.{one.name}" for one in node.names)
    return names


def _dotted(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")
