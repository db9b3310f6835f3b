"""Prints how long files, functions and classes are; exit code 1 beyond a bound.

Usage: python packaging/sizes.py [FOLDER]

The bounds are the ones CONTRIBUTING.md gives. Lines are counted as they stand, from the `def` or
`class` to the last line of the body; a file with nothing but a docstring is not counted.
"""

import ast
import math
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

FILE_MEDIAN = 150
FILE_MAX = 400
FUNCTION_P90 = 25
FUNCTION_MAX = 50
CLASS_MAX = 300


@dataclass(frozen=True, order=True)
class Part:
    """A file, function or class with its length in lines."""

    lines: int
    name: str


def measure(folder: Path) -> dict[str, list[Part]]:
    """Return the parts below `folder` as "file", "function" and "class", shortest first."""
    parts: dict[str, list[Part]] = {"file": [], "function": [], "class": []}
    for path in folder.rglob("*.py"):
        name = path.relative_to(folder.parent).as_posix()
        source = path.read_text(encoding="utf-8")
        tree = ast.parse(source)
        if len(tree.body) > 1:
            parts["file"].append(Part(len(source.splitlines()), name))
        for node in ast.walk(tree):
            match node:
                case ast.FunctionDef() | ast.AsyncFunctionDef():
                    kind = "function"
                case ast.ClassDef():
                    kind = "class"
                case _:
                    continue
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            parts[kind].append(Part(lines, f"{name}:{node.lineno} {node.name}"))
    return {kind: sorted(found) for kind, found in parts.items()}


def is_within(what: str, figure: float, bound: int, where: str = "") -> bool:
    """Print one row of the table and say whether it keeps its bound."""
    verdict = "" if figure <= bound else "  TOO LONG"
    print(f"{what:<18} {figure:>6g}   at most {bound:>3}   {where}{verdict}")
    return figure <= bound


def main(folder: Path) -> int:
    """Print the table for `folder` and return the exit code."""
    parts = measure(folder)
    files, functions, classes = parts["file"], parts["function"], parts["class"]
    if not files:
        print(f"{folder} holds no Python code.")
        return 1
    print(f"{len(files)} files, {len(functions)} functions, {len(classes)} classes in {folder}")
    verdicts = [is_within("file, median", statistics.median(p.lines for p in files), FILE_MEDIAN)]
    if functions:
        p90 = functions[math.ceil(0.9 * len(functions)) - 1]
        verdicts.append(is_within("function, 90th %", p90.lines, FUNCTION_P90))
    bounds = {"file": FILE_MAX, "function": FUNCTION_MAX, "class": CLASS_MAX}
    for kind, bound in bounds.items():
        longest = [p for p in parts[kind] if p.lines > bound] or parts[kind][-1:]
        verdicts += [is_within(f"{kind}, longest", p.lines, bound, p.name) for p in longest[::-1]]
    return 0 if all(verdicts) else 1


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(Path(given[0]) if given else Path(__file__).parent.parent / "motwall"))
