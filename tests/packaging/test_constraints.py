import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
REQUIRED = [
    Requirement(line)
    for line in [
        *PROJECT["build-system"]["requires"],
        *PROJECT["project"]["dependencies"],
        *chain(*PROJECT["project"]["optional-dependencies"].values()),
    ]
]


def pins(python: str) -> dict[str, str]:
    """The version of each pinned package that counts under a version of Python."""
    found: dict[str, str] = {}
    for line in (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        pin = Requirement(line)
        if pin.marker is None or pin.marker.evaluate({"python_version": python}):
            (exact,) = pin.specifier
            assert exact.operator == "==", line
            assert canonicalize_name(pin.name) not in found, line
            found[canonicalize_name(pin.name)] = exact.version
    return found


@pytest.mark.parametrize("requirement", REQUIRED, ids=str)
def test_what_the_project_asks_for_is_pinned_within_its_bounds(requirement: Requirement) -> None:
    if requirement.marker is None or requirement.marker.evaluate({"python_version": "3.11"}):
        assert requirement.specifier.contains(pins("3.11")[canonicalize_name(requirement.name)])


def test_the_qt_pin_ends_where_its_reason_ends() -> None:
    assert pins("3.11")["pyside6-essentials"] == pins("3.11")["shiboken6"]
    assert {"pyside6-essentials", "shiboken6"} == pins("3.11").keys() - pins("3.12").keys()
